"""Which lines of a section stand in another order, and between which others they stand now."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tttt_desktop.domain.returned.findings import Gap

_NEAR = 40  # lines that came to the same place and are named on each side; a list that was sorted anew has thousands


def kept(order: Sequence[int]) -> set[int]:
    """The most of these numbers that still ascend; the others are those that were moved."""
    ends: list[int] = []  # the lowest number at which a run of each length ends
    before: dict[int, int] = {}
    for number in order:
        at = bisect_left(ends, number)
        if at:
            before[number] = ends[at - 1]
        ends[at:] = [number, *ends[at + 1 :]]
    found: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before.get(last)
    return found


def gaps(order: Sequence[int], staying: set[int]) -> Iterator[tuple[int, Gap]]:
    """Each number that does not stay, with what it stands between."""
    at = 0
    while at < len(order):
        stop = next((n for n in range(at, len(order)) if order[n] in staying), len(order))
        leader = order[at - 1] if at else 0
        follower = order[stop] if stop < len(order) else 0
        for place in range(at, stop):
            before = tuple(order[max(at, place - _NEAR) : place])
            behind = tuple(order[place + 1 : min(stop, place + 1 + _NEAR)])
            yield order[place], Gap(leader, follower, before, behind)
        at = stop + 1
