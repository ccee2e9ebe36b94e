"""The dossier that the window has open, with the one signal that everything on screen listens to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import SaveFailed, UserError
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.learning import Learner

T = TypeVar("T")


class OpenDossier(QObject):
    """Owns a Dossier. `changed` carries what a committed change touched, `refused` an error to show."""

    changed = Signal(object)
    refused = Signal(object)
    save_failed = Signal(object)

    def __init__(self, dossier: Dossier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dossier = dossier
        self.learner = Learner(dossier)
        self._unsaved: Callable[[Dossier], object] | None = None

    def run(self, action: Callable[[Dossier], T]) -> T | None:
        """Do one use case. What it changed is announced; a UserError is announced and gives None."""
        before = self.dossier.last_changed
        try:
            result = action(self.dossier)
        except SaveFailed as error:
            self._unsaved = action
            self.save_failed.emit(error)
            return None
        except UserError as error:
            self.refused.emit(error)
            return None
        self._unsaved = None
        self._announce(before)
        return result

    def retry(self) -> None:
        """Do again what could not be saved, if anything."""
        if self._unsaved is not None:
            self.run(self._unsaved)

    def _announce(self, before: Changed) -> None:
        after = self.dossier.last_changed
        if after is not before and after.revision:
            self.learner.note(after)
            self.changed.emit(after)

    def close(self) -> None:
        """Release the file."""
        self.dossier.close()
