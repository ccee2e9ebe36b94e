"""The search for lines that may say the same, beside the window and a moment after the last change."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tttt_desktop.services.consolidation import Overview
from tttt_desktop.ui.jobs import Job
from tttt_desktop.ui.workplace import Workplace

_AFTER_MS = 400


class Comparing(QObject):
    """`found` carries the proposed groups (list[Alike]); after a fault of ours there are none, and it is told."""

    found = Signal(object)

    def __init__(self, place: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._overview: Overview | None = None
        self._job: Job | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._compare)

    def start(self, overview: Overview | None, at_once: bool = False) -> None:
        """Search in these lines; what was being searched for before is given up."""
        self._overview = overview
        self._soon.start(0 if at_once else _AFTER_MS)

    def stop(self) -> None:
        """Give the search up."""
        self._soon.stop()
        if self._job is not None:
            self._job.finished.disconnect(self._compared)
            self._job.failed.disconnect(self._failed)
            self._job.stop()
            self._job = None

    @Slot()
    def _compare(self) -> None:
        self.stop()
        if self._overview is None:
            return
        find = self._overview.comparison()
        job = self._place.jobs.start(lambda _progress, _cancelled: find())
        job.finished.connect(self._compared)
        job.failed.connect(self._failed)
        self._job = job

    @Slot(object)
    def _compared(self, found: object) -> None:
        self._job = None
        self.found.emit(found)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._compared([])
        raise error
