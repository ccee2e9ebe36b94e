"""Work that must be done in the UI thread, a few milliseconds at a time: the window answers in between."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Slot

SLICE = 0.012  # seconds


class Spread(QObject):
    """Calls `work(until)` again and again as long as it says that more is to be done.

    `until` is when it should give the window back, by `time.monotonic`.
    """

    def __init__(self, work: Callable[[float], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin, or go on, when control is back in the event loop."""
        self._timer.start()

    def stop(self) -> None:
        """Do nothing more until it is started again."""
        self._timer.stop()

    @Slot()
    def _go_on(self) -> None:
        if self._work(monotonic() + SLICE):
            self._timer.start()
