"""From the open dossier to the Word briefing: options, preview, writing, and what can be done with the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from tttt_desktop.domain.errors import UserError
from tttt_desktop.services import briefing
from tttt_desktop.ui import messages

if TYPE_CHECKING:
    from tttt_desktop.ui.dialogs.briefing import BriefingDialog
    from tttt_desktop.ui.main_window import MainWindow


class ReportFlow(QObject):
    """F9 and what follows."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: BriefingDialog | None = None

    @Slot()
    def open(self) -> None:
        """Show the dialog, filled in; Enter writes the report."""
        from tttt_desktop.ui.dialogs.briefing import BriefingDialog

        held = self._window.open_dossier
        if held is None:
            return
        dialog = BriefingDialog(held.dossier, self._window)
        self._dialog = dialog
        dialog.export_requested.connect(self._export)
        dialog.place_requested.connect(self._show_place)
        dialog.finished.connect(self._closed)
        dialog.open()

    @Slot()
    def edit_office(self) -> None:
        """Ask who sends the report."""
        from tttt_desktop.ui.dialogs.office import OFFICE_FIELDS, OfficeDialog

        held = self._window.open_dossier
        if held is None:
            return
        values = {field.key: held.dossier.setting(field.key) for field in OFFICE_FIELDS}
        dialog = OfficeDialog(values, self._window)
        dialog.saved.connect(self._save_settings)
        dialog.open()

    @Slot(object)
    def _save_settings(self, changed: dict[str, str]) -> None:
        held = self._window.open_dossier
        if held is not None and changed and not held.dossier.read_only:
            held.run(lambda dossier: dossier.set_settings(changed))

    @Slot(object, object)
    def _export(self, options: briefing.Options, office: dict[str, str]) -> None:
        held = self._window.open_dossier
        if held is None:
            return
        self._save_settings(office)
        folder = self._window.settings.folder("report", held.dossier.path.parent)
        self.write(folder / briefing.file_name(options), options)

    def write(self, path: Path, options: briefing.Options) -> None:
        """Write the report and offer to open it."""
        held = self._window.open_dossier
        if held is None:
            return
        try:
            written = briefing.write(held.dossier, path, options)
        except UserError as error:
            messages.show_error(self._dialog or self._window, error)
            return
        self._window.settings.remember_folder("report", written.path.parent)
        if self._dialog is not None:
            self._dialog.accept()
        self._tell(written)

    def _tell(self, written: briefing.Written) -> None:
        if written.renamed_from is None:
            text = self.tr("Đã lưu báo cáo: {name}")
        else:
            text = self.tr(
                "Đã có tệp trùng tên hoặc tệp đang mở trong Word. Đã lưu thành “{name}”."
            )
        self._window.notice.show_text(
            text.format(name=written.path.name),
            (self.tr("Mở bằng Word"), lambda: open_file(written.path)),
            (self.tr("Mở thư mục"), lambda: open_file(written.path.parent)),
        )

    @Slot(int, int)
    def _show_place(self, article_id: int, annotation_id: int) -> None:
        if self._dialog is not None:
            self._dialog.reject()
        self._window.reading.show_article(article_id)
        if annotation_id:
            self._window.reading.reader.select(("annotation", annotation_id))

    @Slot(int)
    def _closed(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def open_file(path: Path) -> None:
    """Hand a file or folder to the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
