"""The dossier that the window has open, with the one signal that everything on screen listens to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import SaveFailed, UserError
from tttt_desktop.services.dossier import Dossier

T = TypeVar("T")


class OpenDossier(QObject):
    """Owns a Dossier. `changed` carries what a committed change touched, `refused` an error to show."""

    changed = Signal(object)
    refused = Signal(object)
    saved = Signal()
    save_failed = Signal(object)

    def __init__(self, dossier: Dossier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dossier = dossier

    def run(self, action: Callable[[Dossier], T]) -> T | None:
        """Do one use case. What it changed is announced; a UserError is announced and gives None."""
        before = self.dossier.last_changed
        try:
            result = action(self.dossier)
        except SaveFailed as error:
            self.save_failed.emit(error)
            return None
        except UserError as error:
            self.refused.emit(error)
            return None
        self._announce(before)
        return result

    def _announce(self, before: Changed | None) -> None:
        after = self.dossier.last_changed
        if after is not None and after is not before:
            self.saved.emit()
            self.changed.emit(after)

    def close(self) -> None:
        """Release the file."""
        self.dossier.close()
