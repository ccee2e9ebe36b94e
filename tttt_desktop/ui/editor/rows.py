"""The lines of text on the screen, with their places: what is painted over the text and where a click falls."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextLine

from tttt_desktop.domain.records import Span
from tttt_desktop.ui.editor.positions import Positions, shown

_LONG = 4_000  # Qt units from which a paragraph's own layout needs a millisecond for a place in it


class Known:
    """What rows have found out of the lines, until these are broken anew."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.edges: dict[int, float] = {}  # viewport x of code points
        self.lines: dict[int, QTextLayout] = {}  # single lines of very long paragraphs, by start

    def clear(self) -> None:
        """The lines were broken anew."""
        self.edges.clear()
        self.lines.clear()


class Row(NamedTuple):
    """One line as laid out. Pixels are those of the viewport; offsets are code points of the body."""

    paragraph: int
    number: int  # of the line in its paragraph
    start: int
    stop: int
    left: float
    top: float
    right: float
    bottom: float
    origin: QPointF  # of the paragraph
    line: QTextLine
    line_x: float  # where the line counts its pixels from
    line_at: int  # the Qt position it counts places from
    known: Known

    def x(self, offset: int, positions: Positions) -> float:
        """Viewport x of the left edge of a code point, kept inside the written part of the row."""
        if offset <= self.start:
            return self.left
        x = self.known.edges.get(offset)
        if x is None:
            at = positions.to_qt(offset) - self.line_at
            x = self.line_x + cast("tuple[float, int]", self.line.cursorToX(at))[0]
            self.known.edges[offset] = x
        return min(x, self.right)

    def offset(self, x: float, positions: Positions, *, between: bool) -> int:
        """The code point under `x`, or the one after the nearest gap."""
        how = QTextLine.CursorPosition
        found = self.line.xToCursor(
            x - self.line_x, how.CursorBetweenCharacters if between else how.CursorOnCharacter
        )
        return max(self.start, min(positions.to_text(self.line_at + found), self.stop))


def rows_between(
    document: QTextDocument,
    positions: Positions,
    known: Known,
    scrolled: int,
    top: float,
    bottom: float,
) -> list[Row]:
    """The rows that touch the band `top`..`bottom` of a view that is `scrolled` pixels down the document."""
    top, bottom = top + scrolled, bottom + scrolled
    layout = document.documentLayout()
    block = _block_at(document, top)
    rows: list[Row] = []
    while block.isValid():
        place = layout.blockBoundingRect(block)
        if place.top() > bottom:
            break
        rows += _rows_of(block, positions, known, scrolled, top, bottom)
        block = block.next()
    return rows


def _block_at(document: QTextDocument, y: float) -> QTextBlock:
    """The first paragraph that reaches below `y`. Qt's own search would go through the letters of a long one."""
    layout = document.documentLayout()
    low, high = 0, document.blockCount() - 1
    while low < high:
        middle = (low + high) // 2
        if layout.blockBoundingRect(document.findBlockByNumber(middle)).bottom() < y:
            low = middle + 1
        else:
            high = middle
    return document.findBlockByNumber(low)


def _rows_of(
    block: QTextBlock,
    positions: Positions,
    known: Known,
    scrolled: int,
    top: float,
    bottom: float,
) -> Iterator[Row]:
    layout, first = block.layout(), block.position()
    origin = layout.position() - QPointF(0, scrolled)
    for number in range(_line_at(block, top - scrolled - origin.y()), layout.lineCount()):
        line = layout.lineAt(number)
        y = origin.y() + line.y()
        if y > bottom - scrolled:
            return
        at, left = first + line.textStart(), origin.x() + line.x()
        start, stop = positions.to_text(at), positions.to_text(at + line.textLength())
        alone = _alone(block, start, stop, known) if block.length() > _LONG else None
        yield Row(
            block.blockNumber(),
            number,
            start,
            stop,
            left,
            y,
            left + line.naturalTextWidth(),
            y + line.height(),
            origin,
            alone or line,
            left if alone else origin.x(),
            at if alone else first,
            known,
        )


def _alone(block: QTextBlock, start: int, stop: int, known: Known) -> QTextLine:
    """The line `start`..`stop` (code points) of a very long paragraph, laid out by itself."""
    layout = known.lines.get(start)
    if layout is None:
        layout = QTextLayout(shown(known.text[start:stop]), block.document().defaultFont())
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        known.lines[start] = layout
    return layout.lineAt(0)


def line_of(block: QTextBlock, position: int) -> QTextLine:
    """The line that holds a Qt position of its paragraph."""
    layout = block.layout()
    low, high = 0, layout.lineCount() - 1
    while low < high:
        middle = (low + high + 1) // 2
        if layout.lineAt(middle).textStart() <= position:
            low = middle
        else:
            high = middle - 1
    return layout.lineAt(low) if high >= 0 else QTextLine()


def _line_at(block: QTextBlock, y: float) -> int:
    """Number of the first line that reaches below `y`: a paragraph may have thousands."""
    layout = block.layout()
    low, high = 0, layout.lineCount()
    while low < high:
        middle = (low + high) // 2
        line = layout.lineAt(middle)
        if line.y() + line.height() < y:
            low = middle + 1
        else:
            high = middle
    return low


def pieces(rows: Sequence[Row], span: Span, positions: Positions) -> list[tuple[Row, QRectF]]:
    """Where a passage stands: one rectangle for each row it touches, without the blank at a row's end."""
    found = []
    for row in rows:
        if row.start < span.stop and span.start < row.stop:
            left = row.x(max(span.start, row.start), positions)
            right = row.x(span.stop, positions) if span.stop < row.stop else row.right
            if right > left:
                found.append((row, QRectF(left, row.top, right - left, row.bottom - row.top)))
    return found
