"""From the open dossier to Excel or CSV: where to, writing beside the window, and what can be done with the file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from tttt_desktop.domain.errors import UserError
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui import messages
from tttt_desktop.ui.report.flow import open_file, report_folder
from tttt_desktop.ui.widgets import number
from tttt_desktop.ui.workplace import Workplace

KINDS = (
    ("Sổ Excel (*.xlsx)", ".xlsx"),
    ("Bảng CSV (*.csv)", ".csv"),
    ("Dữ liệu JSON (*.json)", ".json"),
)


class ExportFlow(QObject):
    """The menu item "Xuất Excel (CSV)…"."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._place = place

    @Slot()
    def choose(self) -> None:
        """Ask for the file for all articles."""
        self._ask(self.tr("Xuất Excel (CSV)"), "", None)

    def choose_for(self, ids: list[int]) -> None:
        """Ask for the file for these articles only."""
        if ids:
            title = self.tr("Xuất {count} bài").format(count=number(len(ids)))
            self._ask(title, f" - {len(ids)} bài", ids)

    def _ask(self, title: str, ending: str, ids: list[int] | None) -> None:
        """The ending of the name, or else the kind chosen in the dialog, says what is written."""
        held = self._place.held
        if held is None:
            return
        folder = self._place.settings.folder("report", report_folder(held.dossier.path))
        kinds = {self.tr(label): suffix for label, suffix in KINDS}
        name, kind = QFileDialog.getSaveFileName(
            self._place.window,
            title,
            str(folder / f"{held.dossier.path.stem}{ending}.xlsx"),
            ";;".join(kinds),
        )
        if name:
            self.write(with_suffix(Path(name), kinds.get(kind, ".xlsx")), ids)

    def write(self, path: Path, ids: list[int] | None = None) -> None:
        """Write tables, or as .json all that is known, of all articles or of these; tables in the background."""
        from tttt_desktop.services import tables

        held = self._place.held
        if path.suffix.lower() == ".json":
            if held is not None and held.run(partial(_put, path=path, ids=ids)):
                self._written((path,))
            return
        found = held.run(lambda d: tables.collect(d, ids)) if held is not None else None
        if found is None:
            return
        job = self._place.jobs.start(lambda _progress, _cancelled: tables.write(found, path))
        job.finished.connect(self._written)
        job.failed.connect(self._failed)

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


def _put(dossier: Dossier, path: Path, ids: list[int] | None) -> bool:
    from tttt_desktop.services import export

    export.to_json(dossier, path, ids)
    return True


def with_suffix(path: Path, suffix: str) -> Path:
    """The path as typed where it says what kind of file it is, else with the ending of the kind chosen."""
    known = path.suffix.lower() in (one for _, one in KINDS)
    return path if known else path.with_name(path.name + suffix)
