"""A document as the rules see it: paragraphs, tables and sections, with what their styles make of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple
from unicodedata import is_normalized, normalize

from tttt_desktop.reporting.metrics import text_width
from tttt_desktop.reporting.rules.looks import Look
from tttt_desktop.reporting.rules.shapes import Shape

_FAR_DOWN = 50  # rows
_PARTING = re.compile("([\n\t])")


def squeezed(text: str) -> str:
    """NFC, every run of blanks one blank, none at the ends."""
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    return " ".join(text.replace("\u200b", "").split())


def is_capital(text: str) -> bool:
    """Whether it has letters and none is small."""
    return any(map(str.isalpha, text)) and not any(map(str.islower, text))


class Run(NamedTuple):
    """Letters of one look; "\\n" is a line break, "\\t" a tab."""

    text: str
    look: Look

    @property
    def shown(self) -> str:
        """The letters as they are printed."""
        return self.text.upper() if self.look.capitals else self.text

    @property
    def wide(self) -> float:
        """Points in Times New Roman."""
        text = self.shown if is_normalized("NFC", self.shown) else normalize("NFC", self.shown)
        return text_width(text, self.look.size, self.look.bold)


@dataclass(eq=False, slots=True)
class Table:
    """`depth` 0: it stands in no other table. `element` and `rows` are its XML."""

    element: Any
    number: int
    section: int
    depth: int
    style: str
    rows: list[Any]
    flags: tuple[bool, bool, bool, bool]  # first and last row, first and last column are special


@dataclass(eq=False, slots=True)
class Cell:
    """Row and column count from 0; `columns` are the cells of its row."""

    table: Table
    row: int
    column: int
    columns: int
    element: Any


@dataclass(eq=False, slots=True)
class Paragraph:
    """`index`: its place among the paragraphs of the main text. `fields`: the codes of fields and their looks."""

    element: Any
    style: str
    shape: Shape
    label: str
    section: int
    cell: Cell | None
    boxed: bool
    index: int
    runs: list[Run] = field(default_factory=list)
    fields: list[tuple[str, Look]] = field(default_factory=list)
    text: str = ""
    _lines: "list[Line] | None" = None

    @property
    def table(self) -> Table | None:
        """The table it stands in."""
        return self.cell.table if self.cell else None

    @property
    def visible(self) -> list[Run]:
        """The runs with something to be seen."""
        return [run for run in self.runs if run.text.strip()]

    @property
    def size(self) -> float:
        """Points, of its first letters or of its mark."""
        return next((run.look.size for run in self.visible), self.shape.mark_size)

    @property
    def lines(self) -> "list[Line]":
        """Its text parted at line breaks and tabs; always at least one."""
        if self._lines is None:
            self._lines = _lines(self)
        return self._lines


@dataclass(eq=False, slots=True)
class Line:
    """What stands between two breaks or tabs of a paragraph: line `row`, after `tab` tabs."""

    paragraph: Paragraph
    runs: list[Run]
    row: int
    tab: int
    text: str

    @property
    def visible(self) -> list[Run]:
        """The runs to be seen; the mark of a note does not decide how a line looks."""
        seen = [run for run in self.runs if run.text.strip()]
        return [run for run in seen if not run.look.raised] or seen

    @property
    def sizes(self) -> list[float]:
        """Points, each once, the smallest first."""
        return sorted({run.look.size for run in self.visible if not run.look.raised})

    @property
    def looks(self) -> list[Look]:
        """Of the runs with letters or figures in them."""
        seen = self.visible
        return [run.look for run in seen if _says(run)] or [run.look for run in seen]

    @property
    def is_bold(self) -> bool:
        """Whether all of it is."""
        return bool(self.looks) and all(look.bold for look in self.looks)

    @property
    def wide(self) -> float:
        """Points that it takes."""
        return sum(run.wide for run in self.runs)


def _says(run: Run) -> bool:
    return any(letter.isalnum() for letter in run.text)


def _lines(paragraph: Paragraph) -> list[Line]:
    runs = paragraph.runs
    if not any("\n" in run.text or "\t" in run.text for run in runs):
        if paragraph.label:
            return [_line(paragraph, runs, 0, 0)]
        return [Line(paragraph, runs, 0, 0, paragraph.text)]
    found: list[Line] = []
    now: list[Run] = []
    row = tab = 0
    for run in runs:
        for part in _PARTING.split(run.text):
            if part in ("\n", "\t"):
                found.append(_line(paragraph, now, row, tab))
                now = []
                row, tab = (row + 1, 0) if part == "\n" else (row, tab + 1)
            elif part:
                now.append(Run(part, run.look))
    return [*found, _line(paragraph, now, row, tab)]


def _line(paragraph: Paragraph, runs: list[Run], row: int, tab: int) -> Line:
    return Line(paragraph, runs, row, tab, squeezed("".join(run.shown for run in runs)))


@dataclass(eq=False, slots=True)
class Section:
    """The pages up to a section's end: measures in twips, `left` with the gutter, `room` for the text between."""

    element: Any
    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float

    @property
    def room(self) -> float:
        """Twips between the margins."""
        return self.width - self.left - self.right

    @property
    def landscape(self) -> bool:
        """Whether it is wider than high."""
        return self.width > self.height


@dataclass(eq=False)
class Document:
    """`edges`: of each section the paragraphs of its headers and footers by (part, type); `beside`: of all these and
    of notes, each once.
    """

    root: Any
    paragraphs: list[Paragraph]
    tables: list[Table]
    sections: list[Section]
    edges: list[dict[tuple[str, str], list[Paragraph]]]
    beside: list[Paragraph]
    settings: Any
    core: Any
    cell_margins: dict[str, list[Any]] = field(default_factory=dict)  # of table styles

    @cached_property
    def lines(self) -> Sequence[Line]:
        """All lines of the main text with something on them; no component stands far down in a long table."""
        return [
            line
            for one in self.paragraphs
            if one.text and (one.cell is None or one.cell.row < _FAR_DOWN)
            for line in one.lines
            if line.text
        ]
