"""The dossier that the window has open, with the one signal that everything on screen listens to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import SaveFailed, UserError
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.learning import Learner

T = TypeVar("T")
LONG = 300_000  # letters that the history keeps of a change; turning so many over takes some 40 ms


class OpenDossier(QObject):
    """Owns a Dossier. `changed` carries what a committed change touched, `refused` an error to show."""

    changed = Signal(object)
    refused = Signal(object)
    save_failed = Signal(object)
    freed = Signal()  # a change beside the window has ended, or was stopped

    def __init__(self, dossier: Dossier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dossier = dossier
        self.learner = Learner(dossier)
        self.busy = False  # while a change is made beside the window; nothing else is changed then
        self._unsaved: Callable[[], object] | None = None
        self._waiting: list[Callable[[Dossier], object]] = []

    def run(self, action: Callable[[Dossier], T], long: str = "") -> T | None:
        """Do one use case. What it changed is announced; a UserError is announced and gives None.

        `long`: what is being done, for a change that takes long; it is made beside the window and can be stopped, which
        gives None. What is asked for meanwhile is done afterwards.
        """
        if self.busy:
            self._waiting.append(action)
            return None
        before = self.dossier.last_changed
        try:
            result = self._beside(action, long) if long else action(self.dossier)
        except SaveFailed as error:
            self._unsaved = lambda: self.run(action, long)
            self.save_failed.emit(error)
            return None
        except UserError as error:
            self.refused.emit(error)
            return None
        self._unsaved = None
        self._announce(before)
        return result

    def undo(self) -> Changed | None:
        """Take the last change back; None when there is none, or it cannot be done."""
        weight = self.dossier.store.weight()
        return self.run(Dossier.undo, self.tr("Đang hoàn tác…") if weight > LONG else "")

    def redo(self) -> Changed | None:
        """Make the last undone change again; None as with `undo`."""
        weight = self.dossier.store.weight(undone=True)
        return self.run(Dossier.redo, self.tr("Đang làm lại…") if weight > LONG else "")

    def _beside(self, action: Callable[[Dossier], T], said: str) -> T | None:
        from tttt_desktop.ui.long_work import done_beside

        def work(stopped: Callable[[], bool]) -> T:
            with self.dossier.store.stoppable(stopped):
                return action(self.dossier)

        self.busy = True
        try:
            return done_beside(getattr(self.parent(), "window", None), said, work)
        finally:
            self.busy = False
            QTimer.singleShot(0, self, self._go_on)

    @Slot()
    def _go_on(self) -> None:
        """Do what was asked for meanwhile."""
        waiting, self._waiting = self._waiting, []
        for action in waiting:
            self.run(action)
        self.freed.emit()

    def retry(self) -> None:
        """Do again what could not be saved, if anything."""
        if self._unsaved is not None:
            self._unsaved()

    def _announce(self, before: Changed) -> None:
        after = self.dossier.last_changed
        if after is not before and after.revision:
            self.learner.note(after)
            self.changed.emit(after)

    def close(self) -> None:
        """Release the file."""
        self.dossier.close()
