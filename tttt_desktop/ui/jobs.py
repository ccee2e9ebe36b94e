"""Work beside the window: the only place with a thread. Plain values in, plain values out, no widget.

And no dossier, but for a change that takes long (`long_work`): the window asks nothing of it until that is made.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, QTimer, Signal, Slot

from tttt_desktop.domain.errors import Cancelled

Progress = Callable[[int, int, str], None]
Work = Callable[[Progress, Callable[[], bool]], object]


class Job(QObject):
    """A running piece of work. Its signals arrive in the thread that made it."""

    progressed = Signal(int, int, str)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = Event()

    def stop(self) -> None:
        """Ask the work to end; it looks at the flag between two steps."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        """Whether it was asked to end."""
        return self._stop.is_set()

    def execute(self) -> None:
        """Run in the worker thread; whatever goes wrong becomes a signal."""
        try:
            result = self._work(self.progressed.emit, self._stop.is_set)
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:
            self.failed.emit(error)
        else:
            self.finished.emit(result)


class _Runnable(QRunnable):
    def __init__(self, job: Job, ended: Callable[[Job], None]) -> None:
        super().__init__()
        self._job = job
        self._ended = ended

    def run(self) -> None:
        self._job.execute()
        self._ended(self._job)


class Jobs(QObject):
    """Runs one job after the other in a single worker thread."""

    _ended = Signal(
        object
    )  # of ours and not of the job: a job must live until its thread has let go of it

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: list[Job] = []
        self._left = False
        self._ended.connect(self._forget)

    def start(self, work: Work) -> Job:
        """Queue `work(progress, is_cancelled)`. It begins when control is back in the event loop, so that the caller
        can connect to the returned job's signals before anything is emitted.
        """
        job = Job(work, self)
        self._running.append(job)
        QTimer.singleShot(0, job, lambda: self._begin(job))
        return job

    def _begin(self, job: Job) -> None:
        if job.stopped:
            job.cancelled.emit()
            self._forget(job)
        else:
            self._pool.start(_Runnable(job, self._ended.emit))

    @Slot(object)
    def _forget(self, job: Job) -> None:
        self._running.remove(job)
        job.deleteLater()
        self._go_if_left()

    @property
    def busy(self) -> bool:
        """Whether any work is running or waiting."""
        return bool(self._running)

    def leave(self) -> None:
        """Ask everything to end, and go when it has: whoever owned this may go at once."""
        for job in self._running:
            job.stop()
        self.setParent(QCoreApplication.instance())
        self._left = True
        self._go_if_left()

    def _go_if_left(self) -> None:
        if self._left and not self._running:
            self.deleteLater()

    def stop_all(self) -> None:
        """Ask everything to end and wait for it."""
        for job in self._running:
            job.stop()
        self._pool.waitForDone()
