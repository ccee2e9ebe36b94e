"""The lines of text on the screen, with their places: what is painted over the text and where a click falls."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from tttt_desktop.domain.records import Span
from tttt_desktop.ui.editor.positions import Positions


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
    line: QTextLine
    origin: QPointF  # of the paragraph
    block: int  # Qt position of the paragraph
    known: dict[int, float]  # where code points stand, from the left edge of their paragraph

    def x(self, offset: int, positions: Positions) -> float:
        """Viewport x of the left edge of a code point, kept inside the written part of the row."""
        if offset <= self.start:
            return self.left
        x = self.known.get(offset)
        if x is None:  # in a very long paragraph Qt needs a millisecond for it
            at = positions.to_qt(offset) - self.block
            x, _ = cast("tuple[float, int]", self.line.cursorToX(at))
            self.known[offset] = x
        return min(self.origin.x() + x, self.right)

    def offset(self, x: float, positions: Positions, *, between: bool) -> int:
        """The code point under `x`, or the one after the nearest gap."""
        how = QTextLine.CursorPosition
        found = self.line.xToCursor(
            x - self.origin.x(), how.CursorBetweenCharacters if between else how.CursorOnCharacter
        )
        return max(self.start, min(positions.to_text(self.block + found), self.stop))


def rows_between(
    document: QTextDocument,
    positions: Positions,
    known: dict[int, float],
    scrolled: int,
    top: float,
    bottom: float,
) -> list[Row]:
    """The rows that touch the band `top`..`bottom` of a view that is `scrolled` pixels down the document.

    `known` keeps what rows have found out of these lines, until they are broken anew.
    """
    top, bottom = top + scrolled, bottom + scrolled
    layout = document.documentLayout()
    block = document.findBlock(layout.hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit))
    rows: list[Row] = []
    while block.isValid():
        place = layout.blockBoundingRect(block)
        if place.top() > bottom:
            break
        rows += _rows_of(block, positions, known, scrolled, top, bottom)
        block = block.next()
    return rows


def _rows_of(
    block: QTextBlock,
    positions: Positions,
    known: dict[int, float],
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
        start = first + line.textStart()
        left = origin.x() + line.x()
        yield Row(
            block.blockNumber(),
            number,
            positions.to_text(start),
            positions.to_text(start + line.textLength()),
            left,
            y,
            left + line.naturalTextWidth(),
            y + line.height(),
            line,
            origin,
            first,
            known,
        )


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
