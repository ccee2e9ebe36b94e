"""A report on its way to a file or to paper: read bit by bit, then made and written beside the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from tttt_desktop.services.briefing import Collected
from tttt_desktop.services.offered import Stopped
from tttt_desktop.services.steps import Steps
from tttt_desktop.ui.jobs import Job, Jobs, Progress
from tttt_desktop.ui.report.stepping import Stepping

Work = Callable[[Collected, Progress, Stopped], object]


class Writing(QObject):
    """Done once; exactly one of its signals tells how it ended."""

    finished = Signal(object)  # what `work` gave
    failed = Signal(object)
    stopped = Signal()
    progressed = Signal(int, int, str)

    def __init__(self, jobs: Jobs, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._work = jobs, work
        self._job: Job | None = None
        self._reading = Stepping(self)
        self._reading.finished.connect(self._write)
        self._reading.refused.connect(self.failed)
        for ended in (self.finished, self.failed, self.stopped):
            ended.connect(self.deleteLater)

    def begin(self, steps: Steps[Collected]) -> None:
        """Read, and go on from there."""
        self._reading.begin(steps)

    def stop(self) -> None:
        """End it soon; a file that lies there whole by then stays, and is told of as `finished`."""
        if self._job is not None:
            self._job.stop()
        else:
            self._reading.stop()
            self.stopped.emit()

    @Slot(object)
    def _write(self, found: Collected) -> None:
        work = self._work
        self._job = self._jobs.start(lambda progress, stopped: work(found, progress, stopped))
        self._job.progressed.connect(self.progressed)
        self._job.finished.connect(self.finished)
        self._job.failed.connect(self.failed)
        self._job.cancelled.connect(self.stopped)
