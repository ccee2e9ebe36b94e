"""Long work of the window's own thread, cut into turns of the event loop so that nothing waits for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Slot

T = TypeVar("T")
_ROWS = 1000  # handled in one turn: some 20 ms


def batches(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    """The rows in order, as many at a time as one turn handles."""
    return (rows[at : at + _ROWS] for at in range(0, len(rows), _ROWS))


class Turns(QObject):
    """Does one piece of work at a time: an iterator that tells after each step how many rows the step took.

    It begins at once, and what handles less than a thousand rows is done when `start` comes back.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[int] | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether some of the work is still to be done."""
        return self._work is not None

    def start(self, work: Iterator[int]) -> None:
        """Begin; work that was not done yet is given up."""
        self._work = work
        self._go_on()

    def stop(self) -> None:
        """Give the work up."""
        self._work = None
        self._next.stop()

    @Slot()
    def _go_on(self) -> None:
        work, left = self._work, _ROWS
        if work is None:
            return
        for rows in work:
            left -= rows
            if left <= 0:
                self._next.start()
                return
        if self._work is work:  # else it has begun something else itself
            self.stop()
