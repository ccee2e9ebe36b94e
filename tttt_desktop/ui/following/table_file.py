"""From the shown tasks to a table in a file: where to, writing beside the window, what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QFileDialog

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.following import FollowedTask
from tttt_desktop.paths import numbered
from tttt_desktop.ui import messages
from tttt_desktop.ui.report.export_flow import LABELS
from tttt_desktop.ui.report.flow import open_file, report_folder
from tttt_desktop.ui.widgets import number
from tttt_desktop.ui.workplace import Workplace


def _tr(text: str) -> str:
    return QCoreApplication.translate("following", text)


class TableFile(QObject):
    """Asks for the file and writes the tasks it is given, as they stand on screen."""

    def __init__(self, place: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._count = 0

    def ask_and_write(self, tasks: Sequence[FollowedTask], year: int) -> None:
        """Let the person say where to; the dialog asks before a file is replaced."""
        from tttt_desktop.services.exports.task_table import KINDS

        held = self._place.held
        if held is None:
            return
        folder = self._place.settings.folder("report", report_folder(held.dossier.path))
        kinds = {_tr(LABELS[kind]): kind for kind in KINDS}
        name, chosen = QFileDialog.getSaveFileName(
            self._place.window,
            _tr("Xuất bảng nhiệm vụ đang xem"),
            str(folder / f"{_tr('Theo dõi nhiệm vụ')} {year}.{KINDS[0]}"),
            ";;".join(kinds),
        )
        if name:
            path = Path(name)
            if path.suffix.lower().removeprefix(".") not in KINDS:
                wanted = path.with_name(f"{path.name}.{kinds.get(chosen, KINDS[0])}")
                path = next(one for one in numbered(wanted) if not one.exists())  # nobody was asked
            self.write(tasks, path)

    def write(self, tasks: Sequence[FollowedTask], path: Path) -> None:
        """Write it beside the window, and say where it is."""
        from tttt_desktop.services.exports import task_table

        self._count, today = len(tasks), date.today()
        job = self._place.jobs.start(lambda _progress, _left: task_table.write(tasks, today, path))
        job.finished.connect(self._written)
        job.failed.connect(self._failed)

    @Slot(object)
    def _written(self, path: Path) -> None:
        self._place.settings.remember_folder("report", path.parent)
        said = _tr("Đã xuất {count} nhiệm vụ: {name}")
        self._place.notice.show_text(
            said.format(count=number(self._count), name=path.name),
            (_tr("Mở tệp"), lambda: open_file(path)),
            (_tr("Mở thư mục"), lambda: open_file(path.parent)),
        )

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        messages.show_error(self._place.window, error)
