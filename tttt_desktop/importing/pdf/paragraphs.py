"""Printed lines put together again as the paragraphs they were typed as."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tttt_desktop.importing.pdf.glyphs import glued, is_broken_word
from tttt_desktop.importing.pdf.places import Cell, Flow, Line, Table
from tttt_desktop.importing.pdf.tables import with_whole_rows

_INDENT = 0.6  # heights
_BLANK = 0.2  # heights, the narrowest blank of justified text
_OTHER_SIZE = 0.06
_USUAL = 1.2  # times the usual distance of lines, which the lines of a paragraph keep to
_HANGING = 3.5  # heights that the text of an item may stand right of its number
_LARGER = 1.15  # times the usual letters: a title
_FEW_LINES = 10
_WIDEST_CELL = 200  # characters up to which the cells of a row stand on one line
_CLOSED = re.compile(r"[.!?…:;][\"”’»)\]]*$")
_ENDED = re.compile(r"[.!?…][\"”’»)\]]*$")
_ITEM = re.compile(
    r"(?:[-–—+*•▪●○◦►→✓➢]|\(?\d{1,2}(?:\.\d{1,2})*[.)]|\(?[a-zđA-ZĐ]\)|[IVX]{1,5}[.)]"
    r"|(?:Điều|Chương|Mục|Phần|Phụ lục) [\dIVX]+)(?=\s|$)"
)
_HYPHENATED = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a row of a table; `height` is that of its letters."""

    text: str
    height: float


@dataclass(frozen=True, slots=True)
class _Ways:
    """What a document does throughout: the distance of its lines in heights, its edges, its compounds."""

    leading: float
    height: float
    left: float
    right: float
    compounds: frozenset[str]


def paragraphs_of(pages: list[list[Flow | Table]]) -> list[list[Paragraph]]:
    """The paragraphs of each page; one that runs on to the next page belongs to the page it begins on."""
    joiner = _Joiner(_ways(pages))
    for page in with_whole_rows(pages):
        joiner.turn()
        for part in page:
            if isinstance(part, Table):
                joiner.close()
                for row in part.rows:
                    joiner.pages[-1] += _row(row, joiner.ways)
            else:
                joiner.add(part)
    joiner.close()
    return joiner.pages


class _Joiner:
    """The paragraphs so far, and the lines of the one that may still grow."""

    def __init__(self, ways: _Ways) -> None:
        self.ways = ways
        self.pages: list[list[Paragraph]] = []
        self._opened: list[Line] = []
        self._within: Flow | None = None
        self._home = 0

    def turn(self) -> None:
        self.pages.append([])

    def add(self, flow: Flow) -> None:
        flow = _widened(flow, self.ways)
        for line in flow.lines:
            if not self._joins(line, flow):
                self.close()
                self._home = len(self.pages) - 1
            self._opened.append(line)
            self._within = flow

    def _joins(self, line: Line, flow: Flow) -> bool:
        if not self._opened or self._within is None:
            return False
        if self._within is flow:
            return _goes_on(self._opened, line, flow, self.ways)
        return _runs_over(self._opened[-1], line, self._within, flow)

    def close(self) -> None:
        if self._opened:
            self.pages[self._home].append(_joined(self._opened, self.ways))
        self._opened, self._within = [], None


def _ways(pages: list[list[Flow | Table]]) -> _Ways:
    flows = [part for page in pages for part in page if isinstance(part, Flow)]
    lines = [line for flow in flows for line in flow.lines]
    full = [line for flow in flows if not flow.is_column for line in flow.lines]
    leadings = sorted(
        (above.bottom - below.bottom) / above.height
        for flow in flows
        for above, below in pairwise(flow.lines)
        if not _differ_in_size(above, below)
    )
    heights: Counter[float] = Counter()
    for line in lines:
        heights[round(line.height, 1)] += len(line.text)
    return _Ways(
        leading=leadings[len(leadings) // 4] if leadings else 1.0,
        height=max(heights, key=heights.__getitem__, default=1.0),
        left=min((line.left for line in full), default=0.0),
        right=_right_edge(full),
        compounds=frozenset(
            found.lower() for line in lines for found in _HYPHENATED.findall(line.text)
        ),
    )


def _right_edge(lines: Sequence[Line]) -> float:
    """Where lines end that are full: not where one or two of many stand out."""
    rights = sorted(line.right for line in lines)
    if not rights:
        return 0.0
    return rights[-1] if len(rights) < _FEW_LINES else rights[len(rights) * 9 // 10]


def _widened(flow: Flow, ways: _Ways) -> Flow:
    """A flow with the edges of the text it belongs to, which its own lines may not reach."""
    right = _right_edge(flow.lines)
    if flow.is_column or right > ways.right + ways.height:
        return replace(flow, right=right)
    return replace(flow, left=min(flow.left, ways.left), right=ways.right)


def _differ_in_size(one: Line, other: Line) -> bool:
    return abs(one.height - other.height) > _OTHER_SIZE * max(one.height, other.height)


def _goes_on(opened: list[Line], line: Line, flow: Flow, ways: _Ways) -> bool:
    """Whether a line belongs to the paragraph of the lines above it."""
    above = opened[-1]
    if _differ_in_size(above, line):
        return False
    if above.bottom - line.bottom > _USUAL * ways.leading * above.height:
        return False
    if _is_capitals(above.text) != _is_capitals(line.text):
        return False
    closed = bool(_CLOSED.search(above.text))
    is_item = bool(_ITEM.match(line.text))
    if closed and is_item:
        return False
    full = flow.right - above.right < line.opening + _BLANK * line.height
    if line.text[0].islower() and not closed and not is_item:
        return True
    if is_broken_word(above.text):
        return True
    if _is_headline(above, line, ways):
        return not closed and not is_item
    return full and not _is_set_off(opened, line, flow) and not (above.bold and not line.bold)


def _is_headline(above: Line, line: Line, ways: _Ways) -> bool:
    """Whether two lines are of one title, which is broken where it looks best."""
    if above.height < _LARGER * ways.height:
        return False
    return above.bold == line.bold


def _is_set_off(opened: list[Line], line: Line, flow: Flow) -> bool:
    """Whether a line begins further right than its paragraph goes on, or left of where it went on."""
    above = opened[-1]
    indent = _INDENT * line.height
    if abs((above.left + above.right) - (line.left + line.right)) < indent:
        return False  # centred
    if line.left > above.left + indent:
        hangs = len(opened) == 1 and bool(_ITEM.match(above.text))
        return not (hangs and line.left < above.left + _HANGING * line.height)
    return len(opened) > 1 and line.left < above.left - indent


def _runs_over(above: Line, line: Line, before: Flow, flow: Flow) -> bool:
    """Whether the first line of a column or page goes on with the last one of the column or page before."""
    if _differ_in_size(above, line) or _ENDED.search(above.text) or _ITEM.match(line.text):
        return False
    if _is_capitals(above.text) != _is_capitals(line.text) or above.bold != line.bold:
        return False
    if line.text[0].islower() and not _CLOSED.search(above.text):
        return True
    full = before.right - above.right < line.opening + _BLANK * line.height
    return full and line.left < flow.left + _INDENT * line.height


def _is_capitals(text: str) -> bool:
    return text.isupper() and len(_LETTER.findall(text)) > 3


def _row(row: Sequence[Cell], ways: _Ways) -> Iterator[Paragraph]:
    """A table row: one line with its cells when they are short, else the paragraphs of each cell."""
    cells = [_cell(cell.flow, ways) for cell in row]
    if all(len(cell) == 1 and len(cell[0].text) <= _WIDEST_CELL for cell in cells):
        yield Paragraph(" | ".join(cell[0].text for cell in cells), cells[0][0].height)
        return
    for cell in cells:
        yield from cell


def _cell(cell: Flow, ways: _Ways) -> list[Paragraph]:
    groups: list[list[Line]] = []
    for line in cell.lines:
        if groups and _stays_in_cell(groups[-1][-1], line, ways):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_joined(group, ways) for group in groups]


def _stays_in_cell(above: Line, line: Line, ways: _Ways) -> bool:
    """Whether two lines of a cell are of one paragraph; a narrow cell breaks its lines anywhere."""
    if above.bottom - line.bottom > _USUAL * ways.leading * above.height:
        return False
    return not (_ITEM.match(line.text) and _CLOSED.search(above.text))


def _joined(lines: list[Line], ways: _Ways) -> Paragraph:
    text = lines[0].text
    for line in lines[1:]:
        text = glued(text, line.text, ways.compounds)
    return Paragraph(text, lines[0].height)
