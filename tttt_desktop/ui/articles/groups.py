"""Where the years begin in a long list of articles, found without reading all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Year = int | None


@dataclass(frozen=True, slots=True)
class Group:
    """The articles of one year: `count` ids from position `first` of the list on."""

    year: Year
    first: int
    count: int


def year_groups(total: int, years_at: Callable[[Sequence[int]], Sequence[Year]]) -> list[Group]:
    """The groups of a list of `total` articles in which equal years stand together.

    `years_at` takes positions and gives their years. It is asked about log2(total) times, each time for a few
    positions per year: 17 short questions for 100,000 articles.
    """
    if not total:
        return []
    known = dict(zip((0, total - 1), years_at((0, total - 1)), strict=True))
    cuts, unsure = [0], [(0, total - 1)]
    while unsure := [pair for pair in unsure if known[pair[0]] != known[pair[1]]]:
        cuts += [high for low, high in unsure if high - low == 1]
        unsure = [pair for pair in unsure if pair[1] - pair[0] > 1]
        middles = [(low + high) // 2 for low, high in unsure]
        known |= dict(zip(middles, years_at(middles) if middles else (), strict=True))
        unsure = [
            half
            for (low, high), middle in zip(unsure, middles, strict=True)
            for half in ((low, middle), (middle, high))
        ]
    cuts.sort()
    stops = [*cuts[1:], total]
    return [Group(known[cut], cut, stop - cut) for cut, stop in zip(cuts, stops, strict=True)]
