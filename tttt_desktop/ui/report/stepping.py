"""Work in steps in the UI thread, a few milliseconds at a time."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QObject, Signal

from tttt_desktop.domain.errors import UserError
from tttt_desktop.services.steps import Steps
from tttt_desktop.ui.spread import Spread


class Stepping(QObject):
    """Takes the steps of one work after the other work: what is begun ends what was going on."""

    finished = Signal(object)  # what came of it
    refused = Signal(object)  # the UserError that ended it

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Steps[object] | None = None
        self._spread = Spread(self._take_some, self)

    def begin(self, steps: Steps[object]) -> None:
        """Take these steps from now on."""
        self._steps = steps
        self._spread.start()

    def stop(self) -> None:
        """Take no more of them."""
        self._spread.stop()
        self._steps = None

    def _take_some(self, until: float) -> bool:
        steps = self._steps
        try:
            while steps is not None and monotonic() < until:
                next(steps)
        except StopIteration as end:
            self._steps = None
            self.finished.emit(end.value)
        except UserError as error:
            self._steps = None
            self.refused.emit(error)
        return self._steps is not None
