"""Annotations and open suggestions as the reader sees them: passages with a kind, decided or not."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from tttt_desktop.domain.records import Kind, Page, Span, SuggestionState
from tttt_desktop.ui.editor.script import Script

Ref = tuple[str, int]  # ("annotation", id) or ("suggestion", id)


class Mark(NamedTuple):
    """One passage. Offsets are code points of the body."""

    start: int
    stop: int
    ref: Ref
    kind: Kind
    decided: bool
    cause: tuple[int, int] | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.stop)


class Stretch(NamedTuple):
    """Part of a paragraph where one mark lies on top."""

    start: int
    stop: int
    mark: Mark


def marks_of(page: Page) -> list[Mark]:
    """What the page holds, in text order. A lost annotation has no place and is left to the cards."""
    marks = [
        Mark(
            annotation.span.start,
            annotation.span.stop,
            ("annotation", annotation.id),
            annotation.kind,
            True,
            (annotation.cause_span.start, annotation.cause_span.stop)
            if annotation.cause_span
            else None,
        )
        for annotation in page.annotations
        if not annotation.lost
    ]
    marks += [
        Mark(
            suggestion.proposal.span.start,
            suggestion.proposal.span.stop,
            ("suggestion", suggestion.id),
            suggestion.proposal.kind,
            False,
        )
        for suggestion in page.suggestions
        if suggestion.state is SuggestionState.OPEN
    ]
    return sorted(marks)


def by_paragraph(script: Script, marks: Iterable[Mark]) -> Mapping[int, list[Mark]]:
    """The marks that touch each paragraph (a cause counts as a place of its mark), in text order."""
    found: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        for number in sorted(set(_paragraphs(script, mark))):
            found[number].append(mark)
    return found


def _paragraphs(script: Script, mark: Mark) -> list[int]:
    spans = [(mark.start, mark.stop), *([mark.cause] if mark.cause else [])]
    return [
        number
        for start, stop in spans
        for number in range(
            script.paragraph_at(start), script.paragraph_at(max(start, stop - 1)) + 1
        )
    ]


def changed_paragraphs(script: Script, old: Sequence[Mark], new: Sequence[Mark]) -> set[int]:
    """The paragraphs to be painted anew after `old` became `new` on the same text."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    changed = set(old[head : len(old) - tail]) ^ set(new[head : len(new) - tail])
    return {number for mark in changed for number in _paragraphs(script, mark)}


def flattened(marks: Sequence[Mark], within: Span) -> list[Stretch]:
    """The decided marks cut so that no two stretches overlap: where marks overlap, the shorter one lies on top."""
    solid = [
        mark
        for mark in marks
        if mark.decided and mark.start < within.stop and within.start < mark.stop
    ]
    edges = sorted({edge for mark in solid for edge in (mark.start, mark.stop)})
    stretches: list[Stretch] = []
    lying: list[Mark] = []
    coming = iter(solid)
    following = next(coming, None)
    for start, stop in pairwise(edges):
        lying = [mark for mark in lying if mark.stop > start]
        while following is not None and following.start <= start:
            lying.append(following)
            following = next(coming, None)
        if lying:
            top = min(lying, key=lambda mark: (mark.stop - mark.start, -mark.start))
            stretches.append(Stretch(max(start, within.start), min(stop, within.stop), top))
    return [stretch for stretch in stretches if stretch.start < stretch.stop]


def find(marks: Sequence[Mark], ref: Ref | None) -> Mark | None:
    """The mark of that name."""
    return next((mark for mark in marks if mark.ref == ref), None)


def covering(marks: Sequence[Mark], offset: int) -> list[Mark]:
    """The marks that lie on a character, the shortest first."""
    until = bisect_left(marks, offset + 1, key=lambda mark: mark.start)
    return sorted(
        (mark for mark in marks[:until] if mark.stop > offset),
        key=lambda mark: mark.stop - mark.start,
    )
