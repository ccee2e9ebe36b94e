"""The first and the last lines of a document, cut where a tab or many blanks put two things side by side."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tttt_desktop.domain.text import fold
from tttt_desktop.reporting.ooxml import W
from tttt_desktop.reporting.signed.lines import Line, is_on
from tttt_desktop.reporting.signed.names import Place

# Blanks that part two things, and not a place to write a number or a day into.
_GAP = re.compile(
    r"(?<!:)(?<!Ngày)(?<!ngày)(?<!tháng)(?<!năm) {3,}(?=[^\s/])(?!tháng|năm|\d{1,3}/)"
)

_FEW = 2  # letters from which words are in capitals


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line without blanks around it; `bold`: its first letter is; `cell`: that of the table.

    `capitals`: it is read in capitals.
    """

    place: Place
    text: str
    bold: bool
    capitals: bool
    cell: Any

    @property
    def folded(self) -> str:
        """Without case and diacritics."""
        return fold(self.text)


def segments(lines: Iterable[Line]) -> Iterator[Segment]:
    """The pieces of lines that say something."""
    for line in lines:
        text, start = line.text, 0
        cuts = {at: at + 1 for at in line.tabs}
        cuts |= {gap.start(): gap.end() for gap in _GAP.finditer(text)}
        for stop, following in [*sorted(cuts.items()), (len(text), len(text))]:
            if start <= stop:
                yield from _segment(line, text, start, stop)
                start = max(start, following)


def _segment(line: Line, text: str, start: int, stop: int) -> Iterator[Segment]:
    said = text[start:stop]
    start, stop = start + len(said) - len(said.lstrip()), start + len(said.rstrip())
    if start < stop:
        cell = next(
            (one for one in line.paragraph.iterancestors(f"{W}tc", f"{W}txbxContent")), None
        )
        place = Place(line.number, start, stop)
        said = text[start:stop]
        yield Segment(place, said, is_bold(line, start), in_capitals(line, said, start), cell)


def in_capitals(line: Line, text: str, at: int = 0) -> bool:
    """Whether some words of a line, from a place on, are capitals, or drawn as such."""
    if sum(map(str.isalpha, text)) < _FEW:
        return False
    return text.upper() == text or _looks(line, at, "caps", line.styles.capitals)


def is_bold(line: Line, at: int) -> bool:
    """Whether the letter at a place of a line is bold."""
    return _looks(line, at, "b", line.styles.bold)


def _looks(line: Line, at: int, what: str, styles: frozenset[str]) -> bool:
    """Whether the letter at a place is so: by itself, by its style, or by that of its paragraph."""
    position = 0
    for node, said in line.nodes:
        position += len(said)
        if position > at:
            look = node.getparent().find(f"{W}rPr")
            mark = look.find(f"{W}{what}") if look is not None else None
            if mark is not None:
                return is_on(mark)
            return _has_style(line, look, styles)
    return False


def _has_style(line: Line, look: Any, styles: frozenset[str]) -> bool:
    named = [
        look.find(f"{W}rStyle") if look is not None else None,
        line.paragraph.find(f"{W}pPr/{W}pStyle"),
    ]
    return any(one is not None and one.get(f"{W}val") in styles for one in named)
