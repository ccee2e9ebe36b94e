"""From the open dossier to a file for other programs: where to, writing beside the window, what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Page
from tttt_desktop.ui import messages
from tttt_desktop.ui.report.flow import open_file, report_folder
from tttt_desktop.ui.widgets import number
from tttt_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from tttt_desktop.ui.report.gathering import Gathering

LABELS = {
    "xlsx": "Sổ Excel (*.xlsx)",
    "csv": "Bảng CSV (*.csv)",
    "json": "Dữ liệu JSON (*.json)",
    "qdpx": "Dự án REFI-QDA (*.qdpx)",
}


class ExportFlow(QObject):
    """The menu items "Xuất Excel (CSV)…", "Xuất dự án REFI-QDA…" and "Xuất toàn bộ dữ liệu…"."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._place = place
        self._running: Gathering | None = None
        place.switched.connect(self._stop)

    @Slot()
    def choose(self) -> None:
        """Ask for the file for all articles."""
        self._ask(self.tr("Xuất Excel (CSV)"), "", None, tuple(LABELS))

    @Slot()
    def choose_qda(self) -> None:
        """Ask for the file of a REFI-QDA project."""
        self._ask(self.tr("Xuất dự án REFI-QDA"), "", None, ("qdpx",))

    @Slot()
    def choose_all(self) -> None:
        """Ask for the file that gets all that the dossier knows."""
        self._ask(self.tr("Xuất toàn bộ dữ liệu"), "", None, ("json",))

    def choose_for(self, ids: list[int]) -> None:
        """Ask for the file for these articles only."""
        if ids:
            title = self.tr("Xuất {count} bài").format(count=number(len(ids)))
            self._ask(title, f" - {len(ids)} bài", ids, tuple(LABELS))

    def _ask(self, title: str, ending: str, ids: list[int] | None, offered: Sequence[str]) -> None:
        """The ending of the name, or else the kind chosen in the dialog, says what is written."""
        held = self._place.held
        if held is None:
            return
        folder = self._place.settings.folder("report", report_folder(held.dossier.path))
        kinds = {self.tr(LABELS[kind]): kind for kind in offered}
        name, chosen = QFileDialog.getSaveFileName(
            self._place.window,
            title,
            str(folder / f"{held.dossier.path.stem}{ending}.{offered[0]}"),
            ";;".join(kinds),
        )
        if name:
            self.write(with_suffix(Path(name), kinds.get(chosen, offered[0])), ids)

    def write(self, path: Path, ids: list[int] | None = None) -> None:
        """Write what the name's ending says of all articles or of these: read bit by bit, written in the background."""
        from tttt_desktop.services.exports import ways_out
        from tttt_desktop.ui.report.gathering import Gathering

        held = self._place.held
        if held is None:
            return
        self._stop()
        self._running = Gathering(held, ways_out.kind_of(path), ids, self)
        self._running.gathered.connect(lambda pages: self._put(path, pages))
        self._running.start()

    def _put(self, path: Path, pages: list[Page]) -> None:
        from tttt_desktop.services.exports import ways_out

        held = self._place.held
        self._running = None
        put = (
            held.run(lambda d: ways_out.writer(d, ways_out.kind_of(path), pages)) if held else None
        )
        if put is None:
            return
        job = self._place.jobs.start(lambda _progress, _cancelled: put(path))
        job.finished.connect(self._written)
        job.failed.connect(self._failed)

    @Slot()
    def _stop(self) -> None:
        if self._running is not None:
            self._running.stop()
        self._running = None

    @Slot(object)
    def _written(self, written: tuple[Path, ...]) -> None:
        folder = written[0].parent
        self._place.settings.remember_folder("report", folder)
        names = ", ".join(path.name for path in written)
        self._place.notice.show_text(
            self.tr("Đã xuất: {names}").format(names=names),
            (self.tr("Mở tệp"), lambda: open_file(written[0])),
            (self.tr("Mở thư mục"), lambda: open_file(folder)),
        )

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        messages.show_error(self._place.window, error)


def with_suffix(path: Path, kind: str) -> Path:
    """The path as typed where it says what kind of file it is, else with the ending of the kind chosen."""
    from tttt_desktop.services.exports import ways_out

    return path if ways_out.kind_of(path) else path.with_name(f"{path.name}.{kind}")
