"""What the readers of Word and LibreOffice documents share: runs by font, fields, rows and blocks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter

from tttt_desktop.domain.records import Block
from tttt_desktop.domain.text import normalise
from tttt_desktop.importing.documents import symbols
from tttt_desktop.importing.letters import legacy

NOTE = "Chú thích cuối trang"

Piece = tuple[str, str]  # the scheme of its font, text

_WIDEST_CELL = 200  # characters up to which the cells of a row stand on one line
_NO_BREAK_HYPHEN = "\u2011"
_BLANKS = re.compile("  +")
_PRIVATE = {0xF000 + code: code for code in range(0x20, 0x100)}


@cache
def scheme_of_font(font: str) -> str:
    """How text in a font is to be read: a scheme of `legacy` or of `symbols`; "" as it stands."""
    return legacy.scheme_of_font(font) or symbols.scheme_of_font(font)


@dataclass(frozen=True, slots=True)
class Look:
    """What is set for a run; "" and None mean: as the style below says. `other` is the font of letters beyond ASCII."""

    ascii: str = ""
    other: str = ""
    hidden: bool | None = None

    def over(self, base: "Look") -> "Look":
        """This look where it says something, else that of `base`."""
        return Look(
            self.ascii or base.ascii,
            self.other or base.other,
            base.hidden if self.hidden is None else self.hidden,
        )

    @property
    def scheme(self) -> str:
        """How the text is to be read, by its font."""
        return scheme_of_font(self.other or self.ascii)


def joined(pieces: Iterable[Piece]) -> str:
    """The text of runs as seen. Neighbours of one scheme are read together: a VNI letter may be parted by a run's end."""
    return "".join(
        _converted("".join(map(itemgetter(1), run)), scheme)
        for scheme, run in groupby(filter(itemgetter(1), pieces), itemgetter(0))
    )


def _converted(text: str, scheme: str) -> str:
    if not scheme:
        return text
    if scheme in (symbols.SYMBOL, symbols.WINGDINGS, symbols.OTHER):
        return symbols.convert(text, scheme)
    return legacy.convert(text.translate(_PRIVATE), scheme)


def blocks(lines: Iterable[str], reason: str = "") -> Iterator[Block]:
    """Each line with something in it as a block, blanks run together."""
    for line in lines:
        for part in normalise(line).split("\n"):
            text = _BLANKS.sub(" ", part).replace(_NO_BREAK_HYPHEN, "-").strip()
            if text:
                yield Block(text, reason)


def row(cells: Iterable[list[str]]) -> list[str]:
    """A table row: one line "a | b" with its filled cells when they are short, else the lines of each cell."""
    filled = [kept for cell in cells if (kept := [line.strip() for line in cell if line.strip()])]
    if all(
        len(cell) == 1 and len(cell[0]) <= _WIDEST_CELL and "\n" not in cell[0] for cell in filled
    ):
        return [" | ".join(cell[0] for cell in filled)] if filled else []
    return [line for cell in filled for line in cell]


class Fields:
    """Where in nested fields the walk stands: codes are not seen, results are."""

    def __init__(self) -> None:
        self._in_code: list[bool] = []

    def mark(self, kind: str) -> None:
        """Pass a mark: "begin", "separate" or "end"; a mark that fits nowhere counts for nothing."""
        if kind == "begin":
            self._in_code.append(True)
        elif self._in_code and kind == "separate":
            self._in_code[-1] = False
        elif self._in_code and kind == "end":
            self._in_code.pop()

    @property
    def hidden(self) -> bool:
        """Whether what stands here is a field's code."""
        return any(self._in_code)

    def end_paragraph(self) -> None:
        """A code that is still open here lacks its marks: it must not swallow the rest of the document."""
        if self.hidden:
            self._in_code.clear()
