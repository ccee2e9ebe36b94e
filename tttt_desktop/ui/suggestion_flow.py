"""Looking for the suggestions of imported articles, quietly, beside the window; what is found is stored bit by bit.

Killed or closed in the middle, it goes on when the dossier is opened again. A dossier that is open for reading only
stays as it is: nothing is looked for in it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Page, Proposal
from tttt_desktop.services import suggestions
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.jobs import Job, Jobs, Progress
from tttt_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from tttt_desktop.suggesting.learning_model import Model

_CHUNK = 24  # articles a child is asked about at a time,
_LONG = 1_000_000  # or so many characters
_MOST = 100_000  # articles
_SLICE = 0.012  # seconds of the UI thread at a time,
_PAUSE = 30  # milliseconds that are the person's in between
_CALM = 400  # milliseconds after a change before looking whether it left anything to do

Found = dict[int, tuple[Proposal, ...]]


class SuggestionFlow(QObject):
    """Works while the open dossier has articles that nobody has looked at. `current` tells which one is on screen."""

    found = Signal(object)  # Changed: suggestions were stored
    counted = Signal(int, int)  # done, total; total 0: nothing is being looked for

    def __init__(self, place: Workplace, current: Callable[[], Page | None]) -> None:
        super().__init__(place)
        self._place, self._current = place, current
        self._jobs = Jobs(self)  # a thread of its own: an import must not wait for it
        self._job: Job | None = None
        self._waiting: dict[int, None] = {}  # ids in their order
        self._passed: set[int] = set()  # those that need not be looked at again
        self._again = False
        self._pages: dict[int, Page] = {}
        self._unstored: deque[tuple[int, tuple[Proposal, ...]]] = deque()
        self._done, self._total, self._at_a_time = 0, 0, 4
        self._later = QTimer(self, singleShot=True, interval=_CALM)
        self._later.timeout.connect(self.start)
        self._pump = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pump.timeout.connect(self._store_some)
        place.switched.connect(self._switched)

    # -- when -----------------------------------------------------------------------------------

    @Slot()
    def _switched(self) -> None:
        self._forget()
        held = self._place.held
        if held is not None and not held.dossier.read_only:
            held.changed.connect(self._changed)
            self.start()

    @Slot(object)
    def _changed(self, changed: Changed) -> None:
        if changed.touches("article"):
            self._later.start()

    @Slot()
    def warm_up(self) -> None:
        """Load the rules in time for the first article that is opened."""
        if not suggestions.is_warm():
            self._jobs.start(_warming)

    @Slot()
    def start(self) -> None:
        """Look for the suggestions of all articles that wait for theirs."""
        dossier = self._dossier()
        if dossier is None or self._job is not None or self._unstored:
            self._again = True
            return
        ids = [one for one in dossier.unsuggested(_MOST) if one not in self._passed]
        self._waiting, self._done, self._total = dict.fromkeys(ids), 0, len(ids)
        self._look_on()

    def stop(self) -> None:
        """End it; what was stored stays."""
        self._forget()
        self._jobs.stop_all()

    # -- looking --------------------------------------------------------------------------------

    def _dossier(self) -> Dossier | None:
        held = self._place.held
        return held.dossier if held is not None and not held.dossier.read_only else None

    def _forget(self) -> None:
        for timer in (self._later, self._pump):
            timer.stop()
        if self._job is not None:
            self._job.stop()
        self._job = None
        self._waiting, self._pages = {}, {}
        self._passed.clear()
        self._again = False
        self._unstored.clear()
        self.counted.emit(0, 0)

    def _look_on(self) -> None:
        """Ask about the next articles, as long as the last answers are not too many to store."""
        dossier = self._dossier()
        if dossier is None or self._job is not None or len(self._unstored) > _CHUNK:
            return
        pages = self._next_pages(dossier)
        if pages:
            self.counted.emit(self._done, self._total)
            self._pages |= pages
            job = self._jobs.start(_looking(pages))
            self._job = job
            job.finished.connect(lambda found: self._answered(job, found))
            job.failed.connect(lambda error: self._failed(job, error))
        elif not self._unstored:
            self.counted.emit(0, 0)
            if self._again:
                self._again = False
                self._later.start()

    def _next_pages(self, dossier: Dossier) -> dict[int, Page]:
        """The articles to look at next: the one on screen before all others."""
        here = self._current()
        if here is not None and here.article.id in self._waiting:
            self._waiting = {here.article.id: None} | self._waiting
        pages: dict[int, Page] = {}
        length = 0
        while self._waiting and len(pages) < _CHUNK and length < _LONG:
            article_id = next(iter(self._waiting))
            del self._waiting[article_id]
            self._passed.add(article_id)
            pages |= suggestions.pages(dossier, [article_id])
            length += len(pages[article_id].text) if article_id in pages else 0
        return pages

    def _answered(self, job: Job, found: Found) -> None:
        if job is self._job:
            self._job = None
            self._unstored.extend(found.items())
            self._pump.start()
            self._look_on()

    def _failed(self, job: Job, error: Exception) -> None:
        """Without a child there are no suggestions for now; what is our own fault is not hidden."""
        if job is self._job:
            self._forget()
        if not isinstance(error, UserError):
            raise error

    # -- storing --------------------------------------------------------------------------------

    @Slot()
    def _store_some(self) -> None:
        dossier = self._dossier()
        if dossier is None or not self._unstored:
            return
        began = monotonic()
        some = dict(
            self._unstored.popleft() for _ in range(min(self._at_a_time, len(self._unstored)))
        )
        try:
            changed = suggestions.put(dossier, self._pages, some, self._learned())
        except UserError:  # the disk refuses; the next change of the person says so
            self._forget()
            return
        for article_id in some:
            del self._pages[article_id]
        self._tell(changed, len(some))
        self._at_a_time = _fitting(len(some), monotonic() - began)
        if self._unstored:
            self._pump.start()
        self._look_on()

    def _learned(self) -> Model | None:
        held = self._place.held
        return held.learner.known if held is not None else None

    def _tell(self, changed: Changed, count: int) -> None:
        self._done += count
        self.counted.emit(self._done, self._total)
        self.found.emit(changed)


def _fitting(count: int, seconds: float) -> int:
    """How many articles to store at a time, when `count` of them took so long."""
    return max(1, min(2 * count, int(count * _SLICE / max(seconds, 0.0001)), _CHUNK))


def _warming(_progress: Progress, _cancelled: Callable[[], bool]) -> None:
    suggestions.warm_up()


def _looking(pages: Mapping[int, Page]) -> Callable[[Progress, Callable[[], bool]], Found]:
    """The work of a job which looks for the suggestions of some articles."""

    def work(_progress: Progress, cancelled: Callable[[], bool]) -> Found:
        suggestions.warm_up()
        return suggestions.find_in(pages, cancelled=cancelled)

    return work
