"""Looking for the suggestions of imported articles, quietly, beside the window; what is found is stored bit by bit.

Killed or closed in the middle, it goes on when the dossier is opened again. A dossier that is open for reading only
stays as it is: nothing is looked for in it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic

from PySide6.QtCore import QTimer, Signal, Slot

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.records import Page
from tttt_desktop.services import suggestions
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.late_flow import LateFlow, warming
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.workplace import Workplace

_CHUNK = 24  # articles a child is asked about at a time,
_LONG = 1_000_000  # or so many characters
_MOST = 100_000  # articles
_SLICE = 0.012  # seconds of the UI thread at a time
_TURN = 10  # milliseconds from storing to telling: not both in one turn of the window
_WARM = 1_500  # milliseconds before the rules are loaded: what was read is shown first
_CALM = 400  # milliseconds after a change before looking whether it left anything to do


class SuggestionFlow(LateFlow):
    """Works while the open dossier has articles that nobody has looked at."""

    found = Signal(object)  # Changed: suggestions were stored
    counted = Signal(int, int)  # done, total; total 0: nothing is being looked for

    def __init__(self, place: Workplace, current: Callable[[], Page | None]) -> None:
        super().__init__(place, current)
        self._waiting: dict[int, None] = {}  # ids in their order
        self._passed: set[int] = set()  # those that need not be looked at again
        self._again = False
        self._done, self._total, self._at_a_time = 0, 0, 4
        self._later = QTimer(self, singleShot=True, interval=_CALM)
        self._later.timeout.connect(self.start)
        self._warming = QTimer(self, singleShot=True, interval=_WARM)
        self._warming.timeout.connect(self._warm)

    # -- when -----------------------------------------------------------------------------------

    def _begin(self) -> None:
        self.start()

    @Slot(object)
    def _changed(self, changed: Changed) -> None:
        if changed.touches("article"):
            self._later.start()

    @Slot()
    def warm_up(self) -> None:
        """Load the rules soon, in time for the first article that is opened."""
        self._warming.start()

    @Slot()
    def _warm(self) -> None:
        if not suggestions.is_warm():
            self._jobs.start(warming)

    @Slot()
    def start(self) -> None:
        """Look for the suggestions of all articles that wait for theirs."""
        held = self._place.writable
        if held is None or self._job is not None or self._unstored:
            self._again = True
            return
        ids = [one for one in held.dossier.unsuggested(_MOST) if one not in self._passed]
        self._waiting, self._done, self._total = dict.fromkeys(ids), 0, len(ids)
        self._look_on()

    def _forget(self) -> None:
        super()._forget()
        self._later.stop()
        self._waiting = {}
        self._passed.clear()
        self._again = False
        self.counted.emit(0, 0)

    # -- looking --------------------------------------------------------------------------------

    def _look_on(self) -> None:
        """As long as the last answers are not too many to store."""
        held = self._place.writable
        if held is None or self._job is not None or len(self._unstored) > _CHUNK:
            return
        pages = self._next_pages(held.dossier)
        if pages:
            self.counted.emit(self._done, self._total)
            self._ask(pages)
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

    # -- storing --------------------------------------------------------------------------------

    def _store_some(self, held: OpenDossier) -> None:
        began = monotonic()
        count = min(self._at_a_time, len(self._unstored))
        some = dict(self._unstored.popleft() for _ in range(count))
        changed = suggestions.put(held.dossier, self._pages, some, held.learner.known)
        for article_id in some:
            del self._pages[article_id]
        self._done += count
        self.counted.emit(self._done, self._total)
        self._at_a_time = _fitting(count, monotonic() - began)
        QTimer.singleShot(_TURN, self, partial(self._tell, held, changed))

    def _tell(self, held: OpenDossier, changed: Changed) -> None:
        """In a turn of its own: what is on screen may have to be shown anew."""
        if held is self._place.held:
            self.found.emit(changed)


def _fitting(count: int, seconds: float) -> int:
    """How many articles to store at a time, when `count` of them took so long."""
    return max(1, min(2 * count, int(count * _SLICE / max(seconds, 0.0001)), _CHUNK))
