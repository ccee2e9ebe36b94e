"""Annotations and open suggestions as the reader sees them: passages with a kind, decided or not."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from tttt_desktop.domain.records import (
    Kind,
    Page,
    Span,
    Suggestion,
    SuggestionState,
)
from tttt_desktop.ui.annotations.cards import is_own_plan, sureness
from tttt_desktop.ui.theme import kind_label

Ref = tuple[str, int]  # ("annotation", id) or ("suggestion", id)


class Mark(NamedTuple):
    """One passage. Offsets are code points of the body."""

    start: int
    stop: int
    ref: Ref
    kind: Kind
    decided: bool
    cause: tuple[int, int] | None = None
    own_plan: bool = False
    sure: str = ""  # of a suggestion, in words

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.stop)

    @property
    def label(self) -> str:
        """The word for what it says."""
        return kind_label(self.kind, self.own_plan)


class Stretch(NamedTuple):
    """A part of the text where one mark lies on top."""

    start: int
    stop: int
    mark: Mark

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.stop)


def marks_of(page: Page) -> list[Mark]:
    """What the page holds, in text order. A lost annotation has no place and is left to the cards."""
    marks = [
        Mark(
            one.span.start,
            one.span.stop,
            ("annotation", one.id),
            one.kind,
            True,
            (one.cause_span.start, one.cause_span.stop) if one.cause_span else None,
            one.task is not None and is_own_plan(one),
        )
        for one in page.annotations
        if not one.lost
    ]
    marks += [_of_suggestion(s) for s in page.suggestions if s.state is SuggestionState.OPEN]
    return sorted(marks)


def _of_suggestion(said: Suggestion) -> Mark:
    found, ref = said.proposal, ("suggestion", said.id)
    start, stop, sure = found.span.start, found.span.stop, sureness(found.score)
    return Mark(start, stop, ref, found.kind, False, None, is_own_plan(found), sure)


class MarkIndex:
    """The marks of a text, found by place."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.marks = marks
        self.causes = [mark for mark in marks if mark.cause]
        self._longest = max([mark.stop - mark.start for mark in marks], default=0)

    def near(self, start: int, stop: int) -> list[Mark]:
        """The marks that share a character with `start`..`stop`, in text order."""
        first = bisect_left(self.marks, start - self._longest, key=_start)
        last = bisect_left(self.marks, stop, key=_start)
        return [mark for mark in self.marks[first:last] if mark.stop > start]


_start = attrgetter("start")


def difference(old: Sequence[Mark], new: Sequence[Mark]) -> set[Mark]:
    """The marks that are in only one of the two: what has to be painted anew."""
    head = _agreement(old, new)
    old, new = old[head:], new[head:]
    tail = _agreement(old[::-1], new[::-1])
    return set(old[: len(old) - tail]) ^ set(new[: len(new) - tail])


def _agreement(old: Sequence[Mark], new: Sequence[Mark]) -> int:
    """How many are equal, counted from the first."""
    for at, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            return at
    return min(len(old), len(new))


def flattened(marks: Sequence[Mark]) -> list[Stretch]:
    """The decided marks cut so that no two stretches overlap: where marks overlap, the shorter one lies on top."""
    solid = [mark for mark in marks if mark.decided and mark.start < mark.stop]
    edges = sorted({edge for mark in solid for edge in (mark.start, mark.stop)})
    stretches: list[Stretch] = []
    lying: list[Mark] = []
    coming = 0
    for start, stop in pairwise(edges):
        lying = [mark for mark in lying if mark.stop > start]
        while coming < len(solid) and solid[coming].start <= start:
            lying.append(solid[coming])
            coming += 1
        if lying:
            top = min(lying, key=lambda mark: (mark.stop - mark.start, -mark.start))
            stretches.append(Stretch(start, stop, top))
    return stretches


def find(marks: Sequence[Mark], ref: Ref | None) -> Mark | None:
    """The mark of that name."""
    if ref is not None:
        for mark in marks:
            if mark.ref == ref:
                return mark
    return None


def covering(marks: Sequence[Mark], offset: int) -> list[Mark]:
    """The marks that lie on a character, the shortest first."""
    until = bisect_left(marks, offset + 1, key=lambda mark: mark.start)
    return sorted(
        (mark for mark in marks[:until] if mark.stop > offset),
        key=lambda mark: mark.stop - mark.start,
    )
