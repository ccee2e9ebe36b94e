"""Asking the rules about stored articles beside the window: what they find comes late and is stored bit by bit."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Slot

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Page, Proposal
from tttt_desktop.services import suggestions
from tttt_desktop.ui.jobs import Job, Jobs, Progress
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.workplace import Workplace

PAUSE = 30  # milliseconds that are the person's between two bits
Found = dict[int, tuple[Proposal, ...]]


class LateFlow(QObject):
    """Follows the dossier that is open for writing. `current` tells which article is on screen.

    Whoever inherits says in `_look_on` what to `_ask` about next, and in `_store_some` what becomes of `_unstored`.
    """

    def __init__(self, place: Workplace, current: Callable[[], Page | None]) -> None:
        super().__init__(place)
        self._place, self._current = place, current
        self._jobs = Jobs(self)  # a thread of its own: an import must not wait for it
        self._job: Job | None = None
        self._pages: dict[int, Page] = {}  # as the rules were asked about them
        self._unstored: deque[tuple[int, tuple[Proposal, ...]]] = deque()
        self._storing = QTimer(self, singleShot=True, interval=PAUSE)
        self._storing.timeout.connect(self._store)
        place.switched.connect(self._switched)

    def _begin(self) -> None:
        """A dossier has been opened."""
        raise NotImplementedError

    def _changed(self, changed: Changed) -> None:
        """It has been changed."""
        raise NotImplementedError

    def _look_on(self) -> None:
        """Ask about what is next; called when an answer has come and when all of it is stored."""
        raise NotImplementedError

    def _store_some(self, held: OpenDossier) -> None:
        """Store the first of `_unstored`, a few milliseconds' worth. Errors: UserError when the disk refuses."""
        raise NotImplementedError

    @Slot()
    def _switched(self) -> None:
        self._forget()
        held = self._place.writable
        if held is not None:
            held.changed.connect(self._changed)
            held.freed.connect(self._freed)
            self._begin()

    @Slot()
    def _freed(self) -> None:
        """The dossier was changed beside the window; what fell into that time is made up for."""
        if self._unstored:
            self._storing.start()
        else:
            self._look_on()

    @property
    def busy(self) -> bool:
        """Whether something is being looked at."""
        return self._jobs.busy

    def stop(self) -> None:
        """End it; what was stored stays."""
        self._forget()
        self._jobs.stop_all()

    def _forget(self) -> None:
        self._storing.stop()
        if self._job is not None:
            self._job.stop()
        self._job = None
        self._pages.clear()
        self._unstored.clear()

    def _ask(self, pages: Mapping[int, Page]) -> None:
        """Ask a child what the rules find in these pages."""
        self._pages |= pages
        job = self._jobs.start(_looking(pages))
        self._job = job
        job.finished.connect(lambda found: self._answered(job, found))
        job.failed.connect(lambda error: self._failed(job, error))

    def _answered(self, job: Job, found: Found) -> None:
        if job is self._job:
            self._job = None
            self._unstored.extend(found.items())
            self._storing.start()
            self._look_on()

    def _failed(self, job: Job, error: Exception) -> None:
        """Without a child there are no suggestions for now; what is our own fault is not hidden."""
        if job is self._job:
            self._forget()
        if not isinstance(error, UserError):
            raise error

    @Slot()
    def _store(self) -> None:
        held = self._place.writable
        if held is None or not self._unstored:
            return
        try:
            self._store_some(held)
        except UserError:  # the disk refuses; the next change of the person says so
            self._forget()
            return
        if self._unstored:
            self._storing.start()
        self._look_on()


def warming(_progress: Progress, _cancelled: Callable[[], bool]) -> None:
    """The work of a job which loads the rules in this process."""
    suggestions.warm_up()


def _looking(pages: Mapping[int, Page]) -> Callable[[Progress, Callable[[], bool]], Found]:
    """The work of a job which looks for the suggestions of some articles; what shows them needs the rules, too."""

    def work(_progress: Progress, cancelled: Callable[[], bool]) -> Found:
        if not suggestions.is_warm():
            suggestions.warm_up()
        return suggestions.find_in(pages, cancelled=cancelled)

    return work
