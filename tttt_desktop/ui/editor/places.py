"""Where the reader's cursor stands and where each key takes it. Plain functions; nothing here knows the screen."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from tttt_desktop.domain.records import Span
from tttt_desktop.domain.text import unit_at
from tttt_desktop.ui.editor.marks import Mark, Ref, covering, find
from tttt_desktop.ui.editor.script import Script

_start, _stop = attrgetter("start"), attrgetter("stop")


@dataclass(frozen=True, slots=True)
class Place:
    """What a decision would apply to: a mark or suggestion (`ref`), or plain text. `chosen`: the person set its ends."""

    span: Span
    ref: Ref | None = None
    chosen: bool = False


def at_mark(mark: Mark) -> Place:
    """The cursor on a mark, with the mark's own ends."""
    return Place(mark.span, mark.ref)


def at_unit(marks: Sequence[Mark], unit: Span) -> Place:
    """The cursor on a sentence or clause, or on the mark that fills at least half of it."""
    near = [mark for mark in marks if mark.start < unit.stop and unit.start < mark.stop]
    best = max(near, key=lambda mark: _likeness(mark, unit), default=None)
    return at_mark(best) if best and 2 * _shared(best, unit) >= len(unit) else Place(unit)


def _shared(mark: Mark, unit: Span) -> int:
    return min(mark.stop, unit.stop) - max(mark.start, unit.start)


def _likeness(mark: Mark, unit: Span) -> tuple[float, bool]:
    """Shared part of the two together; of two equal ones the suggestion, which still waits for a decision."""
    shared = _shared(mark, unit)
    return shared / (mark.stop - mark.start + len(unit) - shared), not mark.decided


def at_offset(
    script: Script, marks: Sequence[Mark], offset: int, before: Place | None = None
) -> Place | None:
    """Where a click puts the cursor: on the shortest mark there (a second click: the next one), else on the clause."""
    lying = covering(marks, offset)
    if lying:
        again = before is not None and not before.chosen and find(lying, before.ref)
        return at_mark(lying[(lying.index(again) + 1) % len(lying)] if again else lying[0])
    clause = clause_at(script, offset)
    return Place(clause) if clause else None


def clause_at(script: Script, offset: int) -> Span | None:
    """The clause at or nearest to an offset, in its paragraph if that has one."""
    number = script.paragraph_at(offset)
    for near in [number, *range(number + 1, len(script)), *range(number - 1, -1, -1)]:
        clauses = script.clauses(near)
        if clauses:
            return clauses[unit_at(clauses, offset)]
    return None


def sentence_at(script: Script, offset: int) -> Span | None:
    """The whole sentence at or nearest to an offset."""
    clause = clause_at(script, offset)
    if clause is None:
        return None
    wholes = script.wholes(script.paragraph_at(clause.start))
    return wholes[bisect_right(wholes, clause.start, key=_start) - 1]


def next_sentence(script: Script, marks: Sequence[Mark], place: Place, forward: bool) -> Place:
    """One sentence on or back. At the end of the text: the same place."""
    anchor = max(place.span.start, place.span.stop - 1) if forward else place.span.start
    here = sentence_at(script, anchor) or place.span
    edge = max(here.stop, place.span.stop) if forward else min(here.start, place.span.start)
    found = next(_sentences(script, edge, forward), None)
    return at_unit(marks, found) if found else place


def _sentences(script: Script, edge: int, forward: bool) -> Iterator[Span]:
    """The sentences from an offset on, or backwards those that end before it."""
    for number in _numbers(script, edge, forward):
        wholes = script.wholes(number)
        if forward:
            yield from wholes[bisect_left(wholes, edge, key=_start) :]
        else:
            yield from wholes[: bisect_right(wholes, edge, key=_stop)][::-1]


def _numbers(script: Script, offset: int, forward: bool) -> range:
    number = script.paragraph_at(offset)
    return range(number, len(script)) if forward else range(number, -1, -1)


def next_clause(script: Script, marks: Sequence[Mark], place: Place, forward: bool) -> Place:
    """One clause on or back; from a whole sentence of several clauses forward into its first."""
    edge = place.span.stop if forward else place.span.start
    first = clause_at(script, place.span.start)
    enters = forward and place.ref is None and not place.chosen and first is not None
    if enters and first and first.start == place.span.start and first.stop < edge:
        return at_unit(marks, first)
    for number in _numbers(script, edge, forward):
        for clause in script.clauses(number)[:: 1 if forward else -1]:
            if clause.start >= edge if forward else clause.stop <= edge:
                return at_unit(marks, clause)
    return place


def outermost(script: Script, marks: Sequence[Mark], place: Place, forward: bool) -> Place:
    """The last sentence of the text, or the first one."""
    sentences = _sentences(script, len(script.text) if forward else 0, not forward)
    found = next(sentences, None)
    return at_unit(marks, found) if found else place


def with_stop_moved(script: Script, place: Place, forward: bool) -> Place:
    """The end one syllable on or back; at least one syllable stays."""
    stop = place.span.stop
    stops = _around(script, stop, script.stops)
    at = bisect_right(stops, stop) if forward else bisect_left(stops, stop) - 1
    if not 0 <= at < len(stops) or stops[at] <= place.span.start:
        return place
    return replace(place, span=Span(place.span.start, stops[at]), chosen=True)


def with_start_moved(script: Script, place: Place, forward: bool) -> Place:
    """The start one syllable on or back; at least one syllable stays."""
    start = place.span.start
    starts = _around(script, start, script.starts)
    at = bisect_right(starts, start) if forward else bisect_left(starts, start) - 1
    if not 0 <= at < len(starts) or starts[at] >= place.span.stop:
        return place
    return replace(place, span=Span(starts[at], place.span.stop), chosen=True)


def _around(script: Script, offset: int, ends: Callable[[int], list[int]]) -> list[int]:
    """The possible ends in the paragraph of `offset` and in the nearest ones with words on both sides."""
    number = script.paragraph_at(offset)
    before = next(filter(None, map(ends, range(number - 1, -1, -1))), [])
    after = next(filter(None, map(ends, range(number + 1, len(script)))), [])
    return [*before, *ends(number), *after]


def with_sentence_taken(script: Script, place: Place) -> Place:
    """The rest of the sentence in which the span ends, or one more sentence when it ends with one."""
    stop = place.span.stop
    here = sentence_at(script, max(place.span.start, stop - 1))
    whole = here if here and here.stop > stop else next(_sentences(script, stop, True), None)
    return replace(place, span=Span(place.span.start, whole.stop), chosen=True) if whole else place


def with_end_dragged(script: Script, place: Place, start: bool, offset: int) -> Place:
    """One end pulled to the nearest syllable end at `offset`; the other stays."""
    ends = _around(script, offset, script.starts if start else script.stops)
    low, high = (0, place.span.stop - 1) if start else (place.span.start + 1, len(script.text))
    allowed = [end for end in ends if low <= end <= high]
    if not allowed:
        return place
    near = min(allowed, key=lambda end: abs(end - offset))
    span = Span(near, place.span.stop) if start else Span(place.span.start, near)
    return replace(place, span=span, chosen=True)


def open_suggestion(
    marks: Sequence[Mark], start: int, *, forward: bool = True, beside: Ref | None = None
) -> Mark | None:
    """The next open suggestion after the place that begins at `start` (or before it), then from the other end."""
    waiting = [mark for mark in marks if not mark.decided and mark.ref != beside]
    ordered = waiting if forward else waiting[::-1]
    beyond = [mark for mark in ordered if (mark.start >= start if forward else mark.start <= start)]
    return next(iter(beyond or ordered), None)


def cause_owner(marks: Sequence[Mark], place: Place, wanted: Ref | None) -> Mark | None:
    """The shortcoming whose cause is being shown: `wanted` if it is one, else the nearest before the place."""
    shortcomings = [mark for mark in marks if mark.decided and mark.kind == "shortcoming"]
    before = [mark for mark in shortcomings if mark.start <= place.span.start]
    return find(shortcomings, wanted) or (before[-1] if before else None)


def first_place(script: Script, marks: Sequence[Mark], quiet: frozenset[int]) -> Place | None:
    """Where reading begins: the first open suggestion, else the first sentence that is not title or date."""
    suggestion = open_suggestion(marks, 0)
    if suggestion:
        return at_mark(suggestion)
    numbers = [number for number in range(len(script)) if number not in quiet]
    for number in [*numbers, *sorted(quiet)]:
        if script.sentences(number):
            return at_unit(marks, script.wholes(number)[0])
    return None


def place_after(
    script: Script, old: Sequence[Mark], new: Sequence[Mark], place: Place, leaving: Ref | None
) -> Place:
    """Where the cursor belongs once a change is in: `old` marks became `new` on the same text.

    A suggestion that came back (undo) or a passage newly marked is shown. A decided suggestion, or a mark that was
    removed on request (`leaving`), hands on to the next open suggestion. Otherwise the cursor stays.
    """
    had, have = {mark.ref for mark in old}, {mark.ref for mark in new}
    came = [mark for mark in new if mark.ref not in had]
    back = [mark for mark in came if not mark.decided]
    if back:
        return at_mark(back[0])
    decided = place.ref not in have and place.ref is not None and place.ref[0] == "suggestion"
    if decided or (leaving is not None and leaving not in have):
        following = open_suggestion(new, place.span.start)
        return at_mark(following) if following else _resting(script, place)
    if len(came) == 1 and not any(ref[0] == "suggestion" for ref in had - have):
        return at_mark(came[0])
    mark = find(new, place.ref)
    if mark is not None:
        return place if place.chosen and not mark.decided else at_mark(mark)
    return _resting(script, place) if place.ref else place


def _resting(script: Script, place: Place) -> Place:
    """The clause on which a mark stood that is no longer there."""
    return Place(clause_at(script, place.span.start) or place.span)
