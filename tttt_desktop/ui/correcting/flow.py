"""Correcting the text of the open article, looking at its earlier texts, and going back to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.records import Page, Proposal
from tttt_desktop.services import correcting, suggestions
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.correcting.dialog import CorrectDialog
from tttt_desktop.ui.correcting.versions import VersionsDialog
from tttt_desktop.ui.jobs import Progress, Work
from tttt_desktop.ui.reading_view import ReadingView
from tttt_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from tttt_desktop.suggesting.learning_model import Model

_LONG, _MANY = 30_000, 200  # letters and annotations; moving them takes some 40 ms
Found = Sequence[Proposal]
Save = Callable[[Found], Callable[[Dossier], Changed]]


class CorrectFlow(QObject):
    """One article, `page`, that is open in `reading`; it ends with its dialogs."""

    def __init__(
        self, place: Workplace, reading: ReadingView, page: Page, undo: Callable[[], object]
    ) -> None:
        super().__init__(place)
        self._place, self._reading, self._page, self._undo = place, reading, page, undo
        self._dialog: CorrectDialog | VersionsDialog | None = None

    # -- correcting -----------------------------------------------------------------------------

    def correct(self, dialog: CorrectDialog) -> None:
        """Open the editor."""
        dialog.save_requested.connect(self._save)
        dialog.versions_requested.connect(self._look_back)
        self._open(dialog)

    def _open(self, dialog: CorrectDialog | VersionsDialog) -> None:
        self._dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    @Slot(str, str)
    def _save(self, text: str, why: str) -> None:
        article_id = self._page.article.id
        self._store(
            text,
            lambda found: lambda d: correcting.correct(d, article_id, text, why=why, found=found),
        )

    def _store(self, text: str, save: Save) -> None:
        """Look for suggestions in the new text first: at once where that takes milliseconds, else beside the window."""
        held = self._place.held
        model = held.learner.known if held is not None else None
        if suggestions.is_warm() and len(text) <= suggestions.AT_ONCE:
            self._commit(save, correcting.look(self._page, text, model))
            return
        job = self._place.jobs.start(_looking(self._page, text, model))
        job.finished.connect(lambda found: self._commit(save, found))
        job.failed.connect(lambda _error: self._commit(save, ()))

    def _commit(self, save: Save, found: Found) -> None:
        held = self._place.held
        if held is None or self._dialog is None:
            return
        before = {one.id for one in self._page.annotations if one.lost}
        much = len(self._page.text) > _LONG or len(self._page.annotations) > _MANY
        if held.run(save(found), self.tr("Đang lưu bản sửa…") if much else "") is None:
            if isinstance(self._dialog, CorrectDialog):
                self._dialog.refuse(self.tr("Chưa lưu được bản sửa. Chữ đã gõ vẫn còn đây."))
            return
        after = held.dossier.page(self._page.article.id)
        lost = [one.id for one in after.annotations if one.lost and one.id not in before]
        self._dialog.accept()
        if lost:
            self._tell_lost(lost)

    def _tell_lost(self, lost: Sequence[int]) -> None:
        said = self.tr("{count} đánh dấu mất chỗ vì câu của nó không còn trong bản mới.")
        self._place.notice.show_text(
            said.format(count=len(lost)),
            (self.tr("Đặt lại chỗ"), lambda: self._reading.place_lost(lost)),
            (self.tr("Hoàn tác"), self._undo),
            warning=True,
            until_change=True,
        )

    @Slot(int)
    def _closed(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None
        self._reading.focus_work()
        self.deleteLater()

    # -- earlier texts --------------------------------------------------------------------------

    def look_back(self) -> None:
        """Show the earlier texts; from here one can go back to them."""
        held = self._place.held
        versions = self._versions()
        if held is None or len(versions) < 2:
            self.deleteLater()
            return
        zoom, can_return = self._place.settings.zoom, not held.dossier.read_only
        dialog = VersionsDialog(versions, zoom, self._place.window, can_return=can_return)
        dialog.return_requested.connect(self._return_to)
        self._open(dialog)

    @Slot()
    def _look_back(self) -> None:
        """While the text is being corrected: reading only."""
        versions = self._versions()
        if self._dialog is not None and len(versions) > 1:
            zoom = self._place.settings.zoom
            VersionsDialog(versions, zoom, self._dialog, can_return=False).open()

    def _versions(self) -> list[correcting.Version]:
        held, article_id = self._place.held, self._page.article.id
        found = held.run(lambda d: correcting.versions(d, article_id)) if held is not None else None
        return found or []

    @Slot(int)
    def _return_to(self, number: int) -> None:
        article_id = self._page.article.id
        text = next(one.text for one in self._versions() if one.number == number)
        self._store(
            text, lambda found: lambda d: correcting.return_to(d, article_id, number, found=found)
        )


def _looking(page: Page, text: str, model: Model | None) -> Work:
    def work(_progress: Progress, _cancelled: Callable[[], bool]) -> Found:
        return correcting.look(page, text, model)

    return work
