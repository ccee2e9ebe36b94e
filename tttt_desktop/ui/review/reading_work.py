"""The work of the jobs that read articles, and how what they read comes over to the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tttt_desktop.ui.jobs import Progress

if TYPE_CHECKING:
    from tttt_desktop.services.imports import Reading

Cancelled = Callable[[], bool]
Readings = Callable[[Progress, Cancelled], "list[Reading]"]
_PAINTED = 30  # milliseconds until a window that was just made is on the screen
_OPENING = 0.5  # seconds that reading waits for the review at most
_PROGRESS_EVERY = 0.05  # seconds: a file may take less than a millisecond


class Batches(QObject):
    """Carries what was read from the reading thread to ours. `ready` comes first: the review can be opened."""

    ready = Signal()
    arrived = Signal(object)  # list of readings

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._opened = Event()

    def announce(self) -> None:
        """In the reading thread: load what the review needs, which would hold the window, say so, and let it open."""
        from tttt_desktop.services import imports  # noqa: F401
        from tttt_desktop.ui.review import flow  # noqa: F401

        self.ready.emit()
        self._opened.wait(_OPENING)

    @Slot()
    def go_on_soon(self) -> None:
        """The review is open: reading takes the processor away from it no longer, once it has been painted."""
        QTimer.singleShot(_PAINTED, self, self._opened.set)


def files_work(paths: Sequence[Path], batches: Batches) -> Readings:
    """Read files and folders, handing them over as they come."""

    def work(progress: Progress, cancelled: Cancelled) -> list[Reading]:
        from tttt_desktop.services import imports

        batches.announce()
        return imports.read(
            imports.expand(paths, cancelled),
            progress=calm(progress),
            cancelled=cancelled,
            arrived=batches.arrived.emit,
        )

    return work


def clipboard_work(text: str, html: str, batches: Batches) -> Readings:
    """Read what lies on the clipboard."""

    def work(_progress: Progress, _cancelled: Cancelled) -> list[Reading]:
        from tttt_desktop.services import imports

        batches.announce()
        readings = [imports.read_clipboard(text, html)]
        batches.arrived.emit(readings)
        return readings

    return work


def sample_work(paths: Sequence[Path]) -> Readings:
    """Read files and find their suggestions, with nobody looking on."""

    def work(progress: Progress, cancelled: Cancelled) -> list[Reading]:
        from tttt_desktop.services import imports

        readings = imports.read(imports.expand(paths), progress=progress, cancelled=cancelled)
        return imports.suggest(readings, progress=progress, cancelled=cancelled)

    return work


def calm(progress: Progress) -> Progress:
    """The same progress, told at most twenty times a second, and at the end."""
    told_at = 0.0

    def tell(done: int, total: int, name: str) -> None:
        nonlocal told_at
        now = monotonic()
        if now - told_at >= _PROGRESS_EVERY or done == total:
            told_at = now
            progress(done, total, name)

    return tell
