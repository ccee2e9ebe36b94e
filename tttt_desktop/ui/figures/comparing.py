"""The search for figures that disagree, and for those of one subject, beside the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from tttt_desktop.services import figures
from tttt_desktop.services.figures import Overview, Told
from tttt_desktop.ui.jobs import Job
from tttt_desktop.ui.workplace import Workplace


class Comparing(QObject):
    """`found` carries the `Overview` of the figures."""

    found = Signal(object)

    def __init__(self, place: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._job: Job | None = None

    def start(self, told: Sequence[Told]) -> None:
        """Compare these; what was being compared before is given up."""
        self.stop()
        if told:
            self._job = self._place.jobs.start(lambda _progress, _cancelled: figures.overview(told))
            self._job.finished.connect(self._compared)
            self._job.failed.connect(self._failed)

    def stop(self) -> None:
        """Give it up."""
        if self._job is not None:
            self._job.finished.disconnect(self._compared)
            self._job.failed.disconnect(self._failed)
            self._job.stop()
            self._job = None

    @Slot(object)
    def _compared(self, found: Overview) -> None:
        self._job = None
        self.found.emit(found)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._job = None
        raise error
