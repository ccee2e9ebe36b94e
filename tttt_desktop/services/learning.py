"""What the program has learned from the decisions in a dossier.

It is derived from the decisions as they stand: accepted and declined suggestions, kinds and fields chosen, passages
marked by hand, and what was left unmarked in articles that are done. So undoing a decision unlearns it, and opening a
dossier again learns the same. Kept besides are only which decisions are forgotten and what other dossiers brought.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from math import inf
from types import ModuleType
from typing import TYPE_CHECKING

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.records import SuggestionState
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.learned import Lore
from tttt_desktop.storage import articles, learning

if TYPE_CHECKING:  # the rules and their lists are loaded when something is to be learned
    from tttt_desktop.suggesting.learning import Page, Seen
    from tttt_desktop.suggesting.learning_model import Lesson, Model

    Decision = tuple[Seen, str]  # and the class of what the rules found before it

MOST = 1000  # articles that are learned from: the last imported ones when a dossier is opened, and all decided after
_TEACHING = ("annotation", "suggestion", "task", "body", "article")
_PAGES_KEPT = 2


class Learner:
    """The model of one open dossier. `note` every change; ask for `model` when it is needed."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._model: Model | None = None
        self._taught: dict[int, dict[Decision, Lesson]] = {}
        self._pages: OrderedDict[int, tuple[int, Page]] = OrderedDict()
        self._forgotten = Forgotten()
        self._brought = False
        self._pending: dict[int, None] = {}
        self.news = 0  # decisions learned or unlearned; whoever acts on it sets it back
        self._start_anew()

    def _start_anew(self) -> None:
        conn = self._dossier.store.conn
        self._model = None
        self._taught = {}
        rows = learning.own(conn)
        self._forgotten = Forgotten.of(rows)
        self._pending = dict.fromkeys(learning.decided(conn, MOST))
        self._brought = any(one.kind == "brought" for one in rows)
        self.news += 1

    def note(self, changed: Changed) -> None:
        """Learn from this change, later."""
        renamed = changed.touches("field") and not changed.touches("annotation")
        if changed.touches("learned") or renamed:
            self._start_anew()
        elif changed.touches(*_TEACHING):
            self._pending |= dict.fromkeys(changed.articles)

    def learn_on(self, seconds: float = inf) -> bool:
        """Learn what was noted, for about so long; whether that is all."""
        began = time.monotonic()
        while self._pending and time.monotonic() - began < seconds:
            article_id = next(iter(self._pending))
            del self._pending[article_id]
            self._learn(article_id)
        return not self._pending

    @property
    def waits(self) -> bool:
        """Whether something was noted and is not learned yet."""
        return bool(self._pending)

    @property
    def known(self) -> Model | None:
        """The model, None where nothing was learned yet: the rules need not be loaded to know that."""
        return self.model if self._taught or self._brought else None

    @property
    def model(self) -> Model:
        """What has been learned so far: counts that go on changing, for the thread of the dossier only."""
        if self._model is None:
            self._model = self._new_model()
        return self._model

    def _new_model(self) -> Model:
        model: Model = _rules().Model(_rules().prior())
        for one in learning.own(self._dossier.store.conn):
            lore = Lore.of(one.content) if one.kind == "brought" else None
            if lore is not None:
                model.merge(lore.kinds, lore.fields, lore.size)
        return model

    def _learn(self, article_id: int) -> None:
        """Take out what the article taught before, and take in what it teaches now."""
        before = self._taught.pop(article_id, {})
        page, decisions = self._decisions(article_id)
        now: dict[Decision, Lesson] = {}
        for one in decisions:
            known = one in before
            now[one] = before.pop(one) if known else self._take_in(_rules().lesson(page, *one))
        for gone in before.values():
            self._change(gone, -1)
        if now:
            self._taught[article_id] = now

    def _take_in(self, lesson: Lesson) -> Lesson:
        self._change(lesson, 1)
        return lesson

    def _change(self, lesson: Lesson, times: int) -> None:
        self.model.learn(lesson, times)
        self.news += 1

    def _decisions(self, article_id: int) -> tuple[Page, Mapping[Decision, None]]:
        rules, conn = _rules(), self._dossier.store.conn
        found, marked = learning.found_in(conn, article_id), learning.marked_in(conn, article_id)
        if not marked and all(one.state is SuggestionState.OPEN for one in found):
            return rules.Page(""), {}
        page = self._page(article_id)
        done = learning.is_done(conn, article_id) and article_id not in self._forgotten.done
        return page, rules.decisions(page, self._seen(page.text, found, marked), done=done)

    def _page(self, article_id: int) -> Page:
        body = articles.current_body(self._dossier.store.conn, article_id)
        kept = self._pages.get(article_id)
        if kept is None or kept[0] != body["id"]:
            self._pages[article_id] = kept = body["id"], _rules().Page(body["text"])
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(article_id)
        return kept[1]

    def _seen(
        self, text: str, found: list[learning.Found], marked: list[learning.Marked]
    ) -> list[Seen]:
        """Suggestions with what became of them, and what was marked where none was or with other ends."""
        marks = {one.id: one for one in marked}
        made = {one.annotation_id for one in found}
        by_hand = [one for one in marked if one.by_hand and one.id not in made]
        replaced: dict[int, learning.Marked] = {}
        for mark in by_hand:
            for one in found:
                if one.annotation_id is None and one.span.overlaps(mark.span):
                    replaced.setdefault(one.id, mark)
        kept = {mark.id for mark in replaced.values()}
        seen = [
            self._found(one, marks.get(one.annotation_id or 0) or replaced.get(one.id))
            for one in found
        ]
        return seen + [self._by_hand(text, one) for one in by_hand if one.id not in kept]

    def _found(self, one: learning.Found, mark: learning.Marked | None) -> Seen:
        rules = _rules()
        ruled, ruled_field = one.ruled[:1], one.ruled[1:]
        if not ruled:
            ruled, ruled_field = rules.CLASSES[one.kind, one.basis], one.field
        decided, named = self._decided(mark) if mark else ("", "")
        if not mark and one.state is SuggestionState.DECLINED:
            decided = "" if one.id in self._forgotten.declined else rules.NOTHING
        seen: Seen = rules.Seen(one.span, one.rule, ruled, ruled_field, decided, named)
        return seen

    def _by_hand(self, text: str, mark: learning.Marked) -> Seen:
        rules = _rules()
        by_lists = rules.field_of(mark.span.of(text))
        seen: Seen = rules.Seen(mark.span, "", rules.NOTHING, by_lists, *self._decided(mark))
        return seen

    def _decided(self, mark: learning.Marked) -> tuple[str, str]:
        """Class and field of a mark; nothing when it is forgotten and was not changed since."""
        known = self._forgotten.marks.get(label(mark))
        if known is not None and mark.id in known:
            return "", ""
        return _class(mark), mark.field


def label(mark: learning.Marked) -> str:
    """What a mark says, as forgotten decisions are kept."""
    return _class(mark) + mark.field


def _class(mark: learning.Marked) -> str:
    what: str = _rules().CLASSES[mark.kind, mark.basis]
    return what


@cache
def _rules() -> ModuleType:
    """The rules, loaded when something is to be learned: opening a dossier must not wait for their lists."""
    from tttt_desktop.suggesting import learning as rules

    return rules


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Decisions that do not count: marks by their class and field then, declined suggestions, articles that were done."""

    marks: Mapping[str, learning.Runs] = field(default_factory=dict)
    declined: learning.Runs = learning.NO_RUNS
    done: learning.Runs = learning.NO_RUNS

    @classmethod
    def of(cls, rows: list[learning.Own]) -> Forgotten:
        """What the rows say, the last of them; a damaged one says nothing."""
        said = [one.content for one in rows if one.kind == "forgotten"]
        content = said[-1] if said else {}
        marks = content.get("marks")
        kept = marks if isinstance(marks, dict) else {}
        runs = learning.Runs.of
        return cls(
            {name: runs(ids) for name, ids in kept.items()},
            runs(content.get("declined")),
            runs(content.get("done")),
        )
