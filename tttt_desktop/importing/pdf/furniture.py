"""What a printed page repeats: page numbers, running heads and feet, what a browser prints around a page."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tttt_desktop.domain.text import fold
from tttt_desktop.importing.page.noise import FOOT, HEAD
from tttt_desktop.importing.pdf.places import Line

PAGE_NUMBER = "Số trang"

_ZONE = 0.13  # of the page's height, above and below
_DEEPEST = 3  # rows looked at from the edge on
_SAME_PLACE = 6.0  # points
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"\W*(?:trang|page|tr)?\W*(?:\d{1,4}|[ivx]{1,5})(?:\W*(?:/|of|tren|tong so)?\W*\d{1,4})?(?: trang)?\W*"
)
_ADDRESS = re.compile(r"\W*(?:https?://|file:///|www\.)\S+(?: +\d{1,4} ?/ ?\d{1,4})?")
_PRINTED_ON = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d{2}(?::\d\d)?(?: ?[ap]m| ?sa| ?ch)?\b.*"
)


@dataclass(frozen=True, slots=True)
class _Edge:
    """A row at the head or foot of a page: its index there, its height on the page, its folded text."""

    row: int
    at: float
    text: str
    is_head: bool

    @property
    def key(self) -> tuple[bool, str]:
        """What is the same on the pages that repeat it."""
        return self.is_head, _DIGITS.sub("#", self.text)


def furniture_of(
    pages: Sequence[list[list[Line]]], heights: Sequence[float]
) -> dict[tuple[int, int], str]:
    """(page, index of the row) -> why it is no part of the text. `pages` have their rows from top to bottom."""
    sides = [
        (number, _edges(rows, height, is_head=is_head))
        for number, (rows, height) in enumerate(zip(pages, heights, strict=True))
        for is_head in (True, False)
    ]
    repeated = _repeated(sides)
    found: dict[tuple[int, int], str] = {}
    for number, edges in sides:
        for edge in edges:
            if not (reason := _reason(edge, repeated)):
                break  # what stands further inside is text
            found[number, edge.row] = reason
    return found


def _edges(rows: list[list[Line]], height: float, *, is_head: bool) -> list[_Edge]:
    """The outermost rows at one end of a page, from the edge on."""
    order = range(len(rows)) if is_head else range(len(rows) - 1, -1, -1)
    found = []
    for at in order[:_DEEPEST]:
        middle = (rows[at][0].bottom + rows[at][0].top) / 2
        if (middle > (1 - _ZONE) * height) if is_head else (middle < _ZONE * height):
            found.append(_Edge(at, middle, fold(" ".join(line.text for line in rows[at])), is_head))
    return found


def _repeated(sides: Iterable[tuple[int, list[_Edge]]]) -> set[tuple[bool, str]]:
    """The keys that stand at the same height of two pages or more."""
    places: dict[tuple[bool, str], list[tuple[float, int]]] = defaultdict(list)
    for number, edges in sides:
        for edge in edges:
            places[edge.key].append((edge.at, number))
    return {
        key
        for key, found in places.items()
        for (low, page), (high, other) in pairwise(sorted(found))
        if page != other and high - low < _SAME_PLACE
    }


def _reason(edge: _Edge, repeated: set[tuple[bool, str]]) -> str:
    if _NUMBER.fullmatch(edge.text):
        return PAGE_NUMBER
    printed = _PRINTED_ON if edge.is_head else _ADDRESS
    if edge.key in repeated or printed.fullmatch(edge.text):
        return HEAD if edge.is_head else FOOT
    return ""
