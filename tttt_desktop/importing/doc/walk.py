"""The walk over the text of a Word 97-2003 file: paragraphs, cells and rows are told by marks among the letters.

Facts: [MS-DOC] 2.4.2 and 2.4.3 (boundaries of paragraphs and cells), sprmCFSpec (special characters).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tttt_desktop.importing.doc.document import Document, Range
from tttt_desktop.importing.doc.properties import changes
from tttt_desktop.importing.doc.styles import Run
from tttt_desktop.importing.documents import office
from tttt_desktop.importing.documents.office import Piece

_ENDS = re.compile("[\r\x07\x0c]")
_MARKS = re.compile("([\0-\x08\x0b-\x1f])")
_HALVES = re.compile("[\ud800-\udfff]")
_CELL, _BREAK, _SHAPE = "\x07", "\x0c", "\x08"
_FIELD_MARKS = {"\x13": "begin", "\x14": "separate", "\x15": "end"}
_SIGNS = {
    "\x0b": "\n",
    "\x0c": "\n",
    "\x0e": "\n",
    "\x1e": "-",
    "\x1f": "\xad",  # soft hyphen; in the old fonts the byte of a letter
}
_IN_TABLE, _ROW_END, _DEPTH, _DEEPER = 0x2416, 0x2417, 0x6649, 0x664A
_INNER_CELL, _INNER_ROW_END = 0x244B, 0x244C
_STYLE, _LIST, _LIST_LEVEL = 0x4600, 0x460B, 0x260A
_DEEPEST = 30  # tables in tables


@dataclass(slots=True)
class _Properties:
    """What is written for a paragraph; `depth` counts the tables around it, `list` is None where the style decides."""

    style: int = 0
    list: int | None = None
    level: int | None = None
    depth: int = 0
    ends_cell: bool = False
    ends_row: bool = False

    def change(self, sprm: int, operand: bytes) -> None:
        """Take in one change."""
        number = int.from_bytes(operand[:4], "little", signed=True)
        if sprm == _IN_TABLE and number:
            self.depth = max(self.depth, 1)
        elif sprm == _DEPTH:
            self.depth = number
        elif sprm == _DEEPER:
            self.depth += number
        elif sprm in (_ROW_END, _INNER_ROW_END):
            self.ends_row = bool(number)
        elif sprm == _INNER_CELL:
            self.ends_cell = bool(number)
        elif sprm == _STYLE:
            self.style = number
        elif sprm == _LIST:
            self.list = number
        elif sprm == _LIST_LEVEL:
            self.level = number


@dataclass(slots=True)
class _Row:
    """A table row on the way: its finished cells and the lines of the one that is open."""

    cells: list[list[str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def close(self) -> list[str]:
        """The lines of the row, when its last cell is done."""
        return office.row([*self.cells, self.lines])


class Walk:
    """Goes over the texts of a document, the main one first; list numbers count on from one to the next."""

    def __init__(self, document: Document) -> None:
        self.title = ""
        self._document = document
        self._boxes = dict(document.boxes)
        self._fields = office.Fields()

    def main(self) -> Iterator[str]:
        """The lines of the main text, text boxes behind the paragraph that anchors them, else at the end."""
        yield from self.lines(self._document.main)
        for place in sorted(self._boxes):
            yield from self._box(place)

    def lines(self, text: Range) -> Iterator[str]:
        """The texts of paragraphs and rows, in order."""
        rows: list[_Row] = []
        carried: list[Piece] = []
        boxes: list[str] = []
        for first, end in self._paragraphs(*text):
            properties = self._properties(first, end, rows)
            carried += self._pieces(first, end, properties.style, boxes)
            self._fields.end_paragraph()
            if self._joins_next(end, properties):
                continue
            lines = [self._line(carried, properties), *boxes]
            carried, boxes = [], []
            yield from _placed(lines, properties, rows)
        yield from _rest(rows)
        yield from (_text(carried), *boxes)

    def _paragraphs(self, start: int, stop: int) -> Iterator[Range]:
        """(first letter, end mark) of each; a text that lacks its last mark has one behind its last letter."""
        text, sections = self._document.pieces.text, self._document.sections
        stop = min(stop, len(text))
        for mark in _ENDS.finditer(text, start, stop):
            end = mark.start()
            if mark[0] != _BREAK or end + 1 in sections:
                yield start, end
                start = end + 1
        if start < stop:
            yield start, stop

    def _properties(self, first: int, end: int, rows: list[_Row]) -> _Properties:
        document = self._document
        written, laid_over = document.paragraph(end)
        found = _Properties(int.from_bytes(written[:2], "little"))
        for sprm, operand in changes(written[2:] + laid_over, document.data):
            found.change(sprm, operand)
        found.depth = min(max(found.depth, 0), _DEEPEST)
        if document.pieces.text[end : end + 1] == _CELL:
            if not written:  # nothing says where rows end: they do where a mark stands alone
                found.ends_row = first == end and bool(rows and rows[0].cells)
            found.depth = max(found.depth, 1)
            found.ends_cell = not found.ends_row
        return found

    def _joins_next(self, end: int, properties: _Properties) -> bool:
        """Whether the end of a paragraph is deleted or hidden, so that the next one goes on in its line."""
        if properties.ends_cell or properties.ends_row:
            return False
        mark = next(self._document.runs(end, end + 1, properties.style), None)
        return mark is not None and bool(mark[2].look.hidden)

    def _line(self, pieces: list[Piece], properties: _Properties) -> str:
        text = _text(pieces)
        if properties.ends_row:
            return text
        document = self._document
        number, level = document.sheet.lists(properties.style)
        number = number if properties.list is None else properties.list
        level = level if properties.level is None else properties.level
        label = document.lists.label(number, level)
        if not self.title and document.sheet.is_title(properties.style):
            self.title = text.strip()
        return f"{label} {text}" if label and text.strip() else text

    def _pieces(self, first: int, end: int, style: int, boxes: list[str]) -> Iterator[Piece]:
        """The pieces of a paragraph's text; the lines of text boxes anchored in it are added to `boxes`."""
        for start, text, run in self._document.runs(first, end, style):
            place = start
            for part in _MARKS.split(text):
                if part in _FIELD_MARKS:
                    self._fields.mark(_FIELD_MARKS[part])
                elif part == _SHAPE:
                    boxes += self._box(place)
                elif not run.look.hidden and not self._fields.hidden:
                    yield _seen(part, run)
                place += len(part)

    def _box(self, place: int) -> list[str]:
        if place not in self._boxes:
            return []
        fields, self._fields = self._fields, office.Fields()
        lines = list(self.lines(self._boxes.pop(place)))
        self._fields = fields
        return lines


def _seen(part: str, run: Run) -> Piece:
    if _MARKS.fullmatch(part):
        return run.look.scheme, _SIGNS.get(part, "")
    if run.symbol:
        scheme, sign = run.symbol
        return scheme, sign * len(part)
    return run.look.scheme, part


def _text(pieces: list[Piece]) -> str:
    text = office.joined(pieces)
    if _HALVES.search(text):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _placed(lines: list[str], properties: _Properties, rows: list[_Row]) -> Iterator[str]:
    """Put the lines of a paragraph into the cell they stand in; what is finished comes back."""
    yield from _rest(rows, properties.depth)
    while len(rows) < properties.depth:
        rows.append(_Row())
    if not rows:
        yield from lines
        return
    rows[-1].lines += lines
    if properties.ends_row:
        yield from _rest(rows, properties.depth - 1)
    elif properties.ends_cell:
        rows[-1].cells.append(rows[-1].lines)
        rows[-1].lines = []


def _rest(rows: list[_Row], depth: int = 0) -> Iterator[str]:
    """Close the rows deeper than `depth`: their lines go into the cells around them, at last out of the table."""
    while len(rows) > depth:
        lines = rows.pop().close()
        if rows:
            rows[-1].lines += lines
        else:
            yield from lines
