"""Footnotes at the foot of the pages that their numbers stand on.

Qt knows no footnotes. So the text is laid out once without pages, and a page is broken before the paragraph that would
run into the notes of that page; a heading goes with the paragraph below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPainter,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextTable,
)

from tttt_desktop.services.steps import Steps
from tttt_desktop.ui.report.documents import blocks, paper_document

_GAP = 10.0  # pixels between the text and the notes; the line stands in their middle
_LINE_SHARE = 1 / 3  # of the width of the text
_AT_ONCE = 20  # paragraphs between two looks at the window


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph or a table of the text: where it is, how many notes it has."""

    frame: QTextTable | None
    block: QTextBlock
    top: float
    bottom: float
    notes: int
    goes_with_next: bool

    def begin_page(self) -> None:
        """Let a page begin here."""
        break_before = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
        if self.frame is not None:
            table = self.frame.format().toTableFormat()
            table.setPageBreakPolicy(break_before)
            self.frame.setFormat(table)
        else:
            looks = self.block.blockFormat()
            looks.setPageBreakPolicy(break_before)
            QTextCursor(self.block).setBlockFormat(looks)


class Footing:
    """The notes of one document, numbered from 1; `place` breaks its pages so that they have room."""

    def __init__(self, notes: Sequence[str], font: QFont, width: float) -> None:
        self._notes = _laid_out(notes, font, width)
        layout = self._notes.documentLayout()
        rects = [layout.blockBoundingRect(block) for block in blocks(self._notes)]
        self._edges = [0.0, *(rect.bottom() for rect in rects)]
        self._pages: dict[
            int, tuple[int, int]
        ] = {}  # page -> first note on it, first note after it

    def _height(self, first: int, after: int) -> float:
        """What the notes from `first` to before `after` (from 0) need at the foot of a page."""
        return self._edges[after] - self._edges[first] + _GAP if after > first else 0.0

    def place(self, document: QTextDocument, page: QSizeF) -> Steps[None]:
        """Lay out a document on pages of that size, each with room for its notes."""
        document.setTextWidth(page.width())
        pieces: list[_Piece] = []
        for piece in _pieces(document):
            pieces.append(piece)
            if not len(pieces) % _AT_ONCE:
                yield
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for piece in self._page_starts(pieces, page.height()):
            piece.begin_page()
        cursor.endEditBlock()
        yield
        document.setPageSize(page)
        yield from self._find_pages(document, page.height())

    def _page_starts(self, pieces: Sequence[_Piece], room: float) -> Iterator[_Piece]:
        start = top_note = note = 0
        for at, piece in enumerate(pieces):
            needed = piece.bottom - pieces[start].top + self._height(top_note, note + piece.notes)
            if needed > room and at > start:
                first = _with_headings(pieces, start, at)
                start, top_note = first, note
                yield pieces[first]
            note += piece.notes

    def _find_pages(self, document: QTextDocument, height: float) -> Steps[None]:
        """A note stands on the page on which its paragraph ends."""
        layout, note = document.documentLayout(), 0
        for number, block in enumerate(blocks(document), 1):
            count = _count_notes(block)
            if count:
                page = int((layout.blockBoundingRect(block).bottom() - 1) // height)
                first, _ = self._pages.get(page, (note, note))
                note += count
                self._pages[page] = (first, note)
            if not number % _AT_ONCE:
                yield

    def paint(self, painter: QPainter, page: int, width: float, height: float) -> None:
        """Draw the notes of a page (from 0) at the foot of a text area of that size at the painter's origin."""
        if page not in self._pages:
            return
        first, after = self._pages[page]
        top = height - self._height(first, after)
        painter.save()
        painter.setPen(Qt.GlobalColor.black)
        line = top + _GAP / 2
        painter.drawLine(QPointF(0, line), QPointF(width * _LINE_SHARE, line))
        painter.translate(0, top + _GAP - self._edges[first])
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        shown = self._edges[after] - self._edges[first]
        context.clip = QRectF(0, self._edges[first], width, shown).adjusted(0, 0.5, 0, -0.5)
        painter.setClipRect(QRectF(0, self._edges[first], width, shown))
        self._notes.documentLayout().draw(painter, context)
        painter.restore()

    def text(self) -> str:
        """All notes, one a line."""
        return self._notes.toPlainText()


def _with_headings(pieces: Sequence[_Piece], start: int, at: int) -> int:
    """The first of those above a piece that go with the one below them, unless they begin the page already."""
    first = at
    while first - 1 > start and pieces[first - 1].goes_with_next:
        first -= 1
    return first


def signature_of(document: QTextDocument) -> QTextTable | None:
    """The table without lines that ends a text, which has another one at its head."""
    tables = [
        frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)
    ]
    last = tables[-1] if len(tables) > 1 else None
    return None if last is None or last.format().border() else last


def before(document: QTextDocument, table: QTextTable) -> QTextBlock:
    """The paragraph above a table."""
    return document.findBlock(table.firstPosition()).previous()


def _laid_out(notes: Sequence[str], font: QFont, width: float) -> QTextDocument:
    document = paper_document(font)
    looks, raised, plain = QTextBlockFormat(), QTextCharFormat(), QTextCharFormat()
    looks.setAlignment(Qt.AlignmentFlag.AlignJustify)
    raised.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    cursor = QTextCursor(document)
    cursor.setBlockFormat(looks)
    for number, text in enumerate(notes, 1):
        if number > 1:
            cursor.insertBlock(looks)
        cursor.insertText(str(number), raised)
        cursor.insertText(f" {text}", plain)
    document.setTextWidth(width)
    return document


def _pieces(document: QTextDocument) -> Iterator[_Piece]:
    """What stands one below the other in the text."""
    layout, signature = document.documentLayout(), signature_of(document)
    last = before(document, signature) if signature else QTextBlock()
    for each in cast("Iterable[QTextFrame.iterator]", document.rootFrame()):
        frame = each.currentFrame()
        if isinstance(frame, QTextFrame):
            rect = layout.frameBoundingRect(frame)
            table = frame if isinstance(frame, QTextTable) else None
            yield _Piece(table, QTextBlock(), rect.top(), rect.bottom(), 0, goes_with_next=False)
        elif each.currentBlock().isValid():
            block = each.currentBlock()
            rect = layout.blockBoundingRect(block)
            goes_on = block.blockFormat().headingLevel() > 0 or block == last
            yield _Piece(None, block, rect.top(), rect.bottom(), _count_notes(block), goes_on)


def _count_notes(block: QTextBlock) -> int:
    raised = QTextCharFormat.VerticalAlignment.AlignSuperScript
    return sum(each.format.verticalAlignment() == raised for each in block.textFormats())
