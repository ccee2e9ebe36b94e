"""The search for marks that tell what became of the tasks, beside the window and a moment after the last change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tttt_desktop.domain.following import FollowedTask
from tttt_desktop.services import following
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.jobs import Job
from tttt_desktop.ui.workplace import Workplace

_AFTER_MS = 400


class Finding(QObject):
    """`found` carries the open matches by task; after a fault of ours there are none, and it is told."""

    found = Signal(object)

    def __init__(self, place: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._asked: tuple[Dossier, Sequence[FollowedTask], int] | None = None
        self._job: Job | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._find)

    def start(
        self, dossier: Dossier, rows: Sequence[FollowedTask], year: int, *, at_once: bool
    ) -> None:
        """Search the results of `year` for these tasks; what was being searched for before is given up."""
        self._asked = (dossier, rows, year)
        self._soon.start(0 if at_once else _AFTER_MS)

    def stop(self) -> None:
        """Give the search up."""
        self._soon.stop()
        if self._job is not None:
            self._job.finished.disconnect(self._finished)
            self._job.failed.disconnect(self._failed)
            self._job.stop()
            self._job = None

    @Slot()
    def _find(self) -> None:
        self.stop()
        if self._asked is None:
            return
        find = following.comparison(*self._asked)
        job = self._place.jobs.start(lambda _progress, _cancelled: find())
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)
        self._job = job

    @Slot(object)
    def _finished(self, found: object) -> None:
        self._job = None
        self.found.emit(found)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._finished({})
        raise error
