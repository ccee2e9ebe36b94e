"""What was decided, taught to the model; and the proposals of the rules as the model sees them. Pure.

Of what the rules found the model changes the score, the kind or the field, or leaves it out; a passage they passed
over it proposes when it is very sure. Without decisions the proposals stay as the rules made them.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from tttt_desktop.domain.deadlines import parse_deadline
from tttt_desktop.domain.figures import find_figures
from tttt_desktop.domain.legal import find_documents
from tttt_desktop.domain.records import Basis, Kind, Proposal, Span, Task
from tttt_desktop.domain.text import units
from tttt_desktop.paths import resource
from tttt_desktop.suggesting.cues import lowered
from tttt_desktop.suggesting.deadlines import deadline_words
from tttt_desktop.suggesting.learning_features import AFTER, BELOW, Sheet, is_hidden, sort_of
from tttt_desktop.suggesting.learning_model import (
    NOTHING,
    PLAN,
    RESULT,
    SHORTCOMING,
    TASK,
    Lesson,
    Model,
    Opinion,
)
from tttt_desktop.suggesting.suggest import field_of

RULE = "learned"  # the rule of a proposal that only the model makes
_SUREST = 0.9
_TURNED = 0.5  # likelihood from which the model's word counts more than the rules'
# Likelihood of being nothing from which a proposal is no longer made: to decline one costs a key, one not seen costs more.
_LEFT_OUT = 0.8
_VERY_SURE = 0.7  # likelihood from which a passage that the rules passed over is proposed
_PASSED_OVER = 0.97  # how sure the rules are of what they pass over
CLASSES = {
    (kind, basis): PLAN if kind is Kind.TASK and basis is Basis.OWN_PLAN else what
    for kind, what in zip(Kind, (RESULT, SHORTCOMING, TASK), strict=True)
    for basis in Basis
}
_KINDS = {RESULT: Kind.ACHIEVEMENT, SHORTCOMING: Kind.SHORTCOMING, TASK: Kind.TASK, PLAN: Kind.TASK}
_WORDS = {
    RESULT: "kết quả",
    SHORTCOMING: "tồn tại",
    TASK: "nhiệm vụ",
    PLAN: "kế hoạch của đơn vị",
}


class Seen(NamedTuple):
    """A passage of an article that was found or marked. Classes as in `learning_model`.

    `ruled`: what the rules take it for; `decided`: what the person made of it, "" while she has not decided.
    """

    span: Span
    rule: str
    ruled: str
    ruled_field: str
    decided: str = ""
    field: str = ""


class Page:
    """A text with what has been worked out about it: the same passages are looked at after every decision."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sheet = Sheet(text)
        self._clues: dict[tuple[int, int, str, str], tuple[str, ...]] = {}
        self._units: list[Span] | None = None

    def clues(self, span: Span, rule: str, before: str) -> tuple[str, ...]:
        """What is seen of a passage, as `Sheet.clues`."""
        key = (span.start, span.stop, rule, before)
        found = self._clues.get(key)
        if found is None:
            self._clues[key] = found = self.sheet.clues(span, rule, before)
        return found

    def units(self) -> list[Span]:
        """The units of annotation of the text."""
        if self._units is None:
            self._units = units(self.text)
        return self._units


def class_of(kind: Kind, task: Task | None) -> str:
    """The class of a kind; a department's own plan is one of its own."""
    return CLASSES[kind, task.basis if task else Basis.ASSIGNED]


def ruled_of(proposal: Proposal) -> tuple[str, str]:
    """The class and the field that the rules gave a proposal."""
    if proposal.ruled:
        return proposal.ruled[0], proposal.ruled[1:]
    return class_of(proposal.kind, proposal.task), proposal.field


@cache
def prior() -> Mapping[str, Mapping[str, int]]:
    """How the rules fare with articles labelled by careful readers (made by packaging/make_prior.py)."""
    loaded: dict[str, dict[str, int]] = json.loads(
        resource("model/prior.json").read_text(encoding="utf-8")
    )
    return loaded


# -- teaching -----------------------------------------------------------------------------------


def decisions(page: Page, seen: Iterable[Seen], *, done: bool) -> dict[tuple[Seen, str], None]:
    """The decisions in an article, each with the class of what the rules found before it; in order, each once.

    `done`: what the person left unmarked in it is nothing.
    """
    found: dict[tuple[Seen, str], None] = {}
    before = ""
    for one in _with_passed_over(page, sorted(seen, key=_place), done):
        if one.decided:
            found[one, before] = None
        if one.ruled != NOTHING:
            before = one.ruled
    return found


def lesson(page: Page, one: Seen, before: str) -> Lesson:
    """What a decision teaches."""
    clues = page.clues(one.span, one.rule, before)
    named = one.field if one.decided != NOTHING else ""
    return Lesson(clues, one.ruled, one.decided, one.ruled_field if named else "", named)


def lessons(page: Page, seen: Iterable[Seen], *, done: bool) -> list[Lesson]:
    """What all decisions in an article teach."""
    return [lesson(page, *one) for one in decisions(page, seen, done=done)]


def _with_passed_over(page: Page, seen: Sequence[Seen], done: bool) -> list[Seen]:
    if not done or not seen:
        return list(seen)
    free = _free(page.units(), [one.span for one in seen])
    passed = (Seen(span, "", NOTHING, "", NOTHING) for span in free)
    return sorted([*seen, *passed], key=_place)


def _place(one: Seen) -> tuple[int, int]:
    return one.span.start, one.span.stop


def _free(spans: Iterable[Span], taken: Sequence[Span]) -> Iterator[Span]:
    """The spans that share no character with those taken; both in text order."""
    ahead = 0
    for span in spans:
        while ahead < len(taken) and taken[ahead].stop <= span.start:
            ahead += 1
        if ahead == len(taken) or not taken[ahead].overlaps(span):
            yield span


# -- judging ------------------------------------------------------------------------------------


def judge(
    text: str, proposals: Sequence[Proposal], model: Model, *, year: int | None = None
) -> list[Proposal]:
    """The proposals of the rules for a text as the model sees them, in text order; `year` dates deadlines."""
    if not model.size or not proposals:
        return list(proposals)
    judging = _Judging(Page(text), model, year)
    found = sorted(proposals, key=lambda one: one.span)
    passed = judging.passed_over(found)
    both: list[Proposal | Span] = sorted([*found, *passed], key=_start)
    return [judged for one in both if (judged := judging.judged(one))]


def _start(one: Proposal | Span) -> int:
    return (one if isinstance(one, Span) else one.span).start


def _sureness(proposal: Proposal) -> float:
    """How sure a proposal counts as, in few steps: what was worked out for one is kept for others. A person's word
    goes beyond the surest."""
    return min(round(proposal.score, 1), _SUREST)


@dataclass(slots=True)
class _Judging:
    """The memory while an article is judged from its start to its end."""

    page: Page
    model: Model
    year: int | None
    before: str = ""  # what the rules take the passage found before for
    task: Task | None = None  # the last one that was given

    def passed_over(self, found: Sequence[Proposal]) -> Iterator[Span]:
        """The passages the rules found nothing in; none when no such passage was ever marked."""
        if not self.model.turns(NOTHING):
            return iter(())
        return _free(self.page.units(), [one.span for one in found])

    def judged(self, one: Proposal | Span) -> Proposal | None:
        """A proposal, changed or not; None for what is not to be proposed."""
        judged = self._passed_over(one) if isinstance(one, Span) else self._found(one)
        if judged and judged.task and judged.task.basis is Basis.ASSIGNED:
            self.task = judged.task
        return judged

    def _found(self, proposal: Proposal) -> Proposal | None:
        ruled, ruled_field = ruled_of(proposal)
        clues = self.page.clues(proposal.span, proposal.rule, self.before)
        opinion = self.model.kind(clues, ruled, _sureness(proposal))
        named = self._field(clues, ruled_field)
        self.before = ruled
        turned = opinion.what != ruled and opinion.score >= _TURNED and _told(opinion)
        if turned and opinion.what == NOTHING:
            if opinion.score >= _LEFT_OUT:
                return None
            turned = False
        if turned:
            proposal = self._turned(proposal, opinion, ruled, clues)
        else:
            proposal = replace(proposal, score=opinion.shares[ruled])
        if turned or named != ruled_field:
            proposal = replace(proposal, field=named, ruled=ruled + ruled_field)
        return proposal

    def _passed_over(self, span: Span) -> Proposal | None:
        clues = self.page.clues(span, "", self.before)
        opinion = self.model.kind(clues, NOTHING, _PASSED_OVER)
        if opinion.what == NOTHING or opinion.score < _VERY_SURE or not _told(opinion):
            return None
        quote = span.of(self.page.text)
        ruled_field = field_of(quote)
        made = Proposal(
            span,
            Kind.ACHIEVEMENT,
            0.0,
            RULE,
            "",
            field=self._field(clues, ruled_field),
            figures=tuple(find_figures(quote)),
            ruled=NOTHING + ruled_field,
        )
        return self._turned(made, opinion, NOTHING, clues)

    def _field(self, clues: Sequence[str], ruled: str) -> str:
        opinion = self.model.field(clues, ruled)
        sure = opinion.score >= _TURNED and _told(opinion)
        return opinion.what if sure else ruled

    def _turned(
        self, proposal: Proposal, opinion: Opinion, ruled: str, clues: Sequence[str]
    ) -> Proposal:
        what = opinion.what
        said = next(clue for clue in opinion.clues if not is_hidden(clue))
        times = self.model.times(said, ruled, what)
        shown = self._shown(proposal.span, said, ruled + what, clues)
        stands = "đứng sau" if sort_of(said) in (AFTER, BELOW) else "có"
        words = max(shown, key=len).of(self.page.text)
        return replace(
            proposal,
            kind=_KINDS[what],
            score=opinion.score,
            reason=f"Bạn đã xếp {times} đoạn {stands} «{words}» là {_WORDS[what]}",
            cause=proposal.cause if what == SHORTCOMING else "",
            task=self._task(proposal.span, what, proposal.task) if what in (TASK, PLAN) else None,
            evidence=shown,
        )

    def _shown(self, span: Span, said: str, step: str, clues: Sequence[str]) -> tuple[Span, ...]:
        """The words of a clue, with those of its sort that were met as often: they are of one turn of phrase."""
        times = self.model.times(said, *step)
        places = (
            self.page.sheet.words_of(clue, span)
            for clue in clues
            if sort_of(clue) == sort_of(said) and self.model.times(clue, *step) >= times
        )
        return _merged(sorted(place for place in places if place))

    def _task(self, span: Span, what: str, found: Task | None) -> Task:
        basis = Basis.OWN_PLAN if what == PLAN else Basis.ASSIGNED
        giver = self.task if self.task and basis is Basis.ASSIGNED else Task()
        if found:
            assigner = giver.assigner if basis is Basis.ASSIGNED else ""
            return replace(found, basis=basis, assigner=assigner)
        quote = span.of(self.page.text)
        place = deadline_words(lowered(quote))
        due = quote[place[0] : place[1]] if place else ""
        return Task(
            basis=basis,
            assigner=giver.assigner,
            lead=giver.lead,
            deadline_text=due,
            deadline_on=parse_deadline(due, self.year) if due else None,
            documents=tuple(find_documents(quote)),
        )


def _told(opinion: Opinion) -> bool:
    """Whether words of the text say it: a rule's name alone turns nothing round."""
    return not all(map(is_hidden, opinion.clues))


def _merged(places: Iterable[Span]) -> tuple[Span, ...]:
    """Places in order, those that touch or are one blank apart joined."""
    joined: list[Span] = []
    for place in places:
        if joined and place.start <= joined[-1].stop + 1:
            joined[-1] = Span(joined[-1].start, max(joined[-1].stop, place.stop))
        else:
            joined.append(place)
    return tuple(joined)
