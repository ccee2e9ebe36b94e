"""From a file that was edited in Word to the dialog of its differences; and the reports that were made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from tttt_desktop.domain.errors import FileRefused, UserError
from tttt_desktop.ui import messages
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.report.flow import report_folder
from tttt_desktop.ui.typed_ahead import bring_forward
from tttt_desktop.ui.widgets import number
from tttt_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from tttt_desktop.domain.differences import Pair
    from tttt_desktop.domain.edited import Edited
    from tttt_desktop.domain.returned import Comparison
    from tttt_desktop.services.returned import Held
    from tttt_desktop.ui.returned.dialog import ReturnedDialog

Otherwise = Callable[[], object]


class ReturnedFlow(QObject):
    """`place_requested` (article, annotation): the person wants to look at a sentence."""

    place_requested = Signal(int, int)

    def __init__(self, place: Workplace, actions: Callable[[], Sequence[QAction]]) -> None:
        super().__init__(place)
        self._place = place
        self._actions = actions  # undo and redo, for dialogs that stay open
        self._dialog: ReturnedDialog | None = None

    @Slot()
    def choose(self) -> None:
        """Ask for the file; one whose changes are still being looked at comes to the front."""
        held = self._place.held
        if held is None:
            return
        if self._dialog is not None:
            self.come_back()
            return
        folder = self._place.settings.folder("report", report_folder(held.dossier.path))
        name, _ = QFileDialog.getOpenFileName(
            self._place.window,
            self.tr("Đọc lại báo cáo từ Word"),
            str(folder),
            self.tr("Báo cáo Word (*.docx)"),
        )
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read a report beside the window, then show what is different."""
        self._read(path, None)

    def read_or(self, path: Path, otherwise: Otherwise) -> None:
        """The same for a file that was dropped; `otherwise` when it is no report of this dossier."""
        from tttt_desktop.services import reports

        held = self._place.held
        known = held is not None and path.suffix.lower() == ".docx" and reports.made(held.dossier)
        if known:
            self._read(path, otherwise)
        else:
            otherwise()

    def _read(self, path: Path, otherwise: Otherwise | None) -> None:
        from tttt_desktop.services import returned

        job = self._place.jobs.start(lambda _progress, _cancelled: returned.read(path))
        job.finished.connect(lambda edited: self._find(path, edited, otherwise))
        job.failed.connect(lambda error: self._failed(error, otherwise))

    def _find(self, path: Path, edited: Edited, otherwise: Otherwise | None) -> None:
        from tttt_desktop.services import returned

        held = self._place.held
        if held is None:
            return
        if otherwise is not None and not edited.marked:
            otherwise()
            return
        try:
            came = returned.find_report(held.dossier, edited, path)
        except FileRefused as error:
            self._failed(error, otherwise)
            return
        job = self._place.jobs.start(lambda _progress, _cancelled: _compared(came))
        job.finished.connect(lambda found: self._show(held, came, found, path))
        job.failed.connect(lambda error: self._failed(error, None))

    def _failed(self, error: Exception, otherwise: Otherwise | None) -> None:
        if not isinstance(error, UserError):
            raise error
        if otherwise is not None:
            otherwise()
        else:
            messages.show_error(self._place.window, error)

    def _show(
        self,
        held: OpenDossier,
        came: Held,
        found: tuple[Comparison, list[Pair]],
        path: Path,
    ) -> None:
        from tttt_desktop.ui.returned.dialog import ReturnedDialog

        if held is not self._place.held:
            return
        compared, pairs = found
        self._place.settings.remember_folder("report", path.parent)
        if not compared.findings:
            said = self.tr("“{name}” không có gì khác báo cáo đã lập: {count} câu giữ nguyên.")
            text = said.format(name=path.name, count=number(compared.same))
            self._place.notice.show_text(text)
            return
        dialog = ReturnedDialog(held, came, compared, pairs, path, self._place.window)
        if self._dialog is not None:
            self._dialog.close()
        self._dialog = dialog
        dialog.addActions(list(self._actions()))
        dialog.place_requested.connect(self._look)
        dialog.destroyed.connect(partial(self._gone, dialog))
        self._place.switched.connect(dialog.close)
        bring_forward(dialog)

    @Slot(int, int)
    def _look(self, article_id: int, annotation_id: int) -> None:
        """Show a sentence in its article; the dialog steps aside and waits."""
        if self._dialog is not None:
            self._dialog.hide()
        self.place_requested.emit(article_id, annotation_id)
        self._place.notice.show_text(
            self.tr("Đang xem câu gốc của một câu đã sửa trong Word."),
            (self.tr("Trở lại các thay đổi"), self.come_back),
        )

    @Slot()
    def come_back(self) -> None:
        """Bring the dialog that stepped aside to the front."""
        if self._dialog is not None:
            self._place.notice.dismiss()
            bring_forward(self._dialog)

    def _gone(self, dialog: ReturnedDialog) -> None:
        if self._dialog is dialog:
            self._dialog = None

    @Slot()
    def show_made(self) -> None:
        """Every report made of the dossier."""
        self._show_made(None, "")

    @Slot(int)
    def show_using(self, annotation_id: int) -> None:
        """The reports with a line from an annotation."""
        held = self._place.held
        if held is not None:
            page = held.dossier.page(held.dossier.article_of(annotation_id))
            quotes = (one.quote for one in page.annotations if one.id == annotation_id)
            self._show_made(annotation_id, next(quotes, ""))

    def _show_made(self, annotation_id: int | None, quote: str) -> None:
        from tttt_desktop.ui.returned.made import MadeDialog

        held = self._place.held
        if held is None:
            return
        dialog = MadeDialog(held, self._place.window, annotation_id, quote)
        dialog.read_back_requested.connect(dialog.accept)
        dialog.read_back_requested.connect(self.read)
        dialog.open()


def _compared(came: Held) -> tuple[Comparison, list[Pair]]:
    """What is different, and both texts of each difference; the work of a job."""
    from tttt_desktop.services import returned
    from tttt_desktop.ui.returned.view import pair_of

    compared = returned.compare(came)
    return compared, [pair_of(finding) for finding in compared.findings]
