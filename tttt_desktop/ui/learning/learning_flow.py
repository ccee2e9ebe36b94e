"""Learning beside the window: decisions are taken in bit by bit, and suggestions that still wait are looked at again.

Suggestions never change under the hands: not in the article on screen, not in one that is done, and not while there
is something to redo. What is on screen is looked at again with the next pass, when another article is open.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, Slot

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.records import Page
from tttt_desktop.services import renewal, suggestions
from tttt_desktop.ui.late_flow import PAUSE, LateFlow, warming
from tttt_desktop.ui.learning.lore_flow import ENOUGH, LoreFlow
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.workplace import Workplace

_SLICE = 0.010  # seconds of the UI thread at a time
_CALM = 1_500  # milliseconds after the last decision before anything is looked at again
_CHUNK = 20  # articles the rules are asked about at a time


class LearningFlow(LateFlow):
    """Takes in what is decided, and asks the rules again once that is enough."""

    renewed = Signal(object)  # Changed: suggestions that wait are others now

    def __init__(self, place: Workplace, current: Callable[[], Page | None]) -> None:
        super().__init__(place, current)
        self.lore = LoreFlow(place, self._jobs)
        self._ids: deque[int] = deque()  # articles still to be looked at again
        self._learning = QTimer(self, singleShot=True, interval=PAUSE)
        self._learning.timeout.connect(self._learn)
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self.look_again)

    # -- learning -------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._learning.start()

    @Slot()
    def _freed(self) -> None:
        super()._freed()
        self._learning.start()

    def _forget(self) -> None:
        super()._forget()
        self._learning.stop()
        self._calm.stop()
        self._ids.clear()

    @Slot(object)
    def _changed(self, changed: Changed) -> None:
        held = self._place.writable
        if held is not None and changed.touches("looked") and held.learner.known is not None:
            held.learner.news += (
                ENOUGH  # an import brought suggestions in which learning had no say yet
            )
        self._learning.start()

    @Slot(object)
    def note(self, changed: Changed) -> None:
        """Suggestions were found and stored; in their articles something may have been decided before."""
        held = self._place.writable
        if held is not None:
            held.learner.note(changed)
            self._learning.start()

    @Slot()
    def _learn(self) -> None:
        """Take in what was decided, a few articles at a time."""
        held = self._place.writable
        if held is None or not held.learner.waits:
            return
        if not suggestions.is_warm():
            job = self._jobs.start(warming)
            job.finished.connect(lambda _: self._learning.start())
        elif held.learner.learn_on(_SLICE):
            self._calm.start()
        else:
            self._learning.start()

    # -- looking again --------------------------------------------------------------------------

    @Slot()
    def look_again(self) -> None:
        """Once enough was learned, ask the rules again about all articles that are not done."""
        held = self._place.writable
        if held is None or held.learner.news < ENOUGH or self._job or self._unstored:
            return
        held.learner.news = 0
        self._ids = deque(renewal.unfinished(held.dossier))
        self._look_on()

    def _look_on(self) -> None:
        """When all that came before is stored."""
        held = self._place.writable
        if held is None or self._job is not None or self._unstored or not self._ids:
            return
        some = [self._ids.popleft() for _ in range(min(_CHUNK, len(self._ids)))]
        self._ask(renewal.pages(held.dossier, some))

    def _store_some(self, held: OpenDossier) -> None:
        """Store what came out for one article, unless it is on screen by now."""
        article_id, proposals = self._unstored.popleft()
        page, here = self._pages.pop(article_id), self._current()
        if here is not None and here.article.id == article_id:
            return
        found = {article_id: proposals}
        changed = renewal.renew(held.dossier, {article_id: page}, found, held.learner.model)
        if changed.touches("suggestion"):
            held.learner.note(changed)
            self.renewed.emit(changed)
