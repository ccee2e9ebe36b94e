"""A report laid out on pages of A4 as the Word file has them: margins, orientation, numbers at the head (NĐ 30, II.1).

The same layout is shown in the preview, printed and written as PDF. It is measured in the pixels of a screen of
96 dots an inch; who paints on something finer scales the painter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from tttt_desktop.ui.report.footing import Footing

if TYPE_CHECKING:
    from tttt_desktop.reporting.plain import Part

DOTS = 96  # an inch


def _px(millimetres: float) -> float:
    """Whole pixels: Qt counts in 64ths, and a page of another height would share its last line with the next."""
    return float(round(millimetres * DOTS / 25.4))


_A4 = QSizeF(_px(210), _px(297))
_LEFT, _TOP, _RIGHT, _BOTTOM = _px(30), _px(20), _px(15), _px(20)
_NUMBER_AT = _px(10)  # from the upper edge
_FAMILIES = ["Times New Roman", "Tinos", "Liberation Serif"]


@dataclass(frozen=True, slots=True)
class LinePlace:
    """Where a line stands that comes from an annotation: pages with the rectangle on each, and its text."""

    annotation: int
    text: str
    areas: tuple[tuple[int, QRectF], ...]

    def covers(self, page: int, place: QPointF) -> bool:
        """Whether a place of a page is in it."""
        return any(page == on and area.contains(place) for on, area in self.areas)


class ReportPages:
    """Pages are counted from 0; a place on a page is in pixels from its upper left corner."""

    def __init__(self, parts: Sequence[Part]) -> None:
        laid_out = [_laid_out(part) for part in parts]
        self._documents = [document for document, _ in laid_out]
        self._footings = {document: footing for document, footing in laid_out if footing}
        self._pages = [
            (document, part.landscape, number)
            for document, part in zip(self._documents, parts, strict=True)
            for number in range(document.pageCount())
        ]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def size(self, page: int) -> QSizeF:
        """Width and height of a page."""
        return _size(self._pages[page][1])

    def layout(self, page: int) -> QPageLayout:
        """Size and orientation of a page for a printer or a PDF; the margins are in the page already."""
        landscape = self._pages[page][1]
        way = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
        return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, QMarginsF(0, 0, 0, 0))

    def paint(self, painter: QPainter, page: int) -> None:
        """Draw a page at the painter's origin, black on nothing."""
        document, _, number = self._pages[page]
        room = document.pageSize()
        self._paint_notes(painter, document, number)
        painter.save()
        self._paint_number(painter, page, number)
        painter.translate(_LEFT, _TOP - number * room.height())
        context = QAbstractTextDocumentLayout.PaintContext()
        room_on_page = QRectF(0, number * room.height(), room.width(), room.height())
        context.clip = room_on_page.adjusted(0, 1, 0, -1)  # what only touches is of the other page
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):  # letters and lines
            context.palette.setColor(role, Qt.GlobalColor.black)
        painter.setClipRect(room_on_page)
        document.documentLayout().draw(painter, context)
        painter.restore()

    def _paint_notes(self, painter: QPainter, document: QTextDocument, number: int) -> None:
        footing, room = self._footings.get(document), document.pageSize()
        if footing:
            painter.save()
            painter.translate(_LEFT, _TOP)
            footing.paint(painter, number, room.width(), room.height())
            painter.restore()

    def _paint_number(self, painter: QPainter, page: int, number: int) -> None:
        """Each part is numbered from 1; its first page bears no number."""
        if number:
            painter.setFont(_font(14))
            painter.setPen(Qt.GlobalColor.black)
            line = QRectF(0, _NUMBER_AT, self.size(page).width(), _TOP - _NUMBER_AT)
            painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, str(number + 1))

    @cached_property
    def lines(self) -> tuple[LinePlace, ...]:
        """The lines that lead to a sentence, in their order."""
        found: list[LinePlace] = []
        first = 0
        for document in self._documents:
            found += _line_places(document, first)
            first += document.pageCount()
        return tuple(found)

    def line_at(self, page: int, place: QPointF) -> int:
        """The number of the line at a place of a page; -1 for none."""
        return next((at for at, one in enumerate(self.lines) if one.covers(page, place)), -1)

    def text(self, page: int) -> str:
        """The plain text of the part that the page belongs to, its footnotes at the end."""
        document = self._pages[page][0]
        footing = self._footings.get(document)
        return "\n".join((document.toPlainText(), *([footing.text()] if footing else [])))


def _size(landscape: bool) -> QSizeF:
    return _A4.transposed() if landscape else QSizeF(_A4)


def _font(points: float) -> QFont:
    """Sized in pixels of 96 an inch, without hints: the lines break at the same words on every device."""
    font = QFont(_FAMILIES)
    font.setPixelSize(round(points * DOTS / 72))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _laid_out(part: Part) -> tuple[QTextDocument, Footing | None]:
    """The text of a part on its pages, and its footnotes where it has any."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(14))
    size = _size(part.landscape)
    page = QSizeF(size.width() - _LEFT - _RIGHT, size.height() - _TOP - _BOTTOM)
    if part.notes:
        document.setHtml(part.html)
        _set_paragraphs(document)
        footing = Footing(part.notes, _font(10), page.width())
        footing.place(document, page)
        return document, footing
    document.setPageSize(page)
    document.setHtml(part.html)
    _set_paragraphs(document)
    _keep_with_next(document)
    return document, None


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _line_places(document: QTextDocument, first: int) -> Iterator[LinePlace]:
    """The lines of a document whose first page is page `first`; the cells of a row are one line."""
    annotation, text, areas = 0, "", dict[int, QRectF]()
    for block in _blocks(document):
        target = _target(block)
        if annotation and target != annotation:
            yield LinePlace(annotation, text, tuple(areas.items()))
        if target != annotation:
            text, areas = "", {}
        annotation = target
        if target:
            text = f"{text} {block.text()}".strip()
            for page, area in _areas(document, block):
                areas[first + page] = areas.get(first + page, area).united(area)
    if annotation:
        yield LinePlace(annotation, text, tuple(areas.items()))


def _target(block: QTextBlock) -> int:
    """The annotation that a paragraph leads to, 0 for none: our own links hold nothing else."""
    at = block.begin()
    while not at.atEnd():
        href = at.fragment().charFormat().anchorHref()
        if href.isdecimal():
            return int(href)
        at += 1
    return 0


def _areas(document: QTextDocument, block: QTextBlock) -> Iterator[tuple[int, QRectF]]:
    """The rectangles of a paragraph's lines, with the page of each and in its pixels."""
    layout, height = block.layout(), document.pageSize().height()
    corner = document.documentLayout().blockBoundingRect(block).topLeft() - layout.position()
    for number in range(layout.lineCount()):
        area = layout.lineAt(number).naturalTextRect().translated(layout.position() + corner)
        page = int(area.center().y() // height)
        yield page, area.translated(_LEFT, _TOP - page * height)


def _set_paragraphs(document: QTextDocument) -> None:
    """What the HTML of Qt cannot say: text even on both sides, headings as large as the text."""
    same, cursor = QTextCharFormat(), QTextCursor(document)
    same.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
    cursor.beginEditBlock()
    for block in _blocks(document):
        looks = block.blockFormat()
        cursor.setPosition(block.position())
        if looks.headingLevel():
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(same)
        elif looks.textIndent():
            looks.setAlignment(Qt.AlignmentFlag.AlignJustify)
            cursor.setBlockFormat(looks)
    cursor.endEditBlock()


def _keep_with_next(document: QTextDocument) -> None:
    """Take a heading that would end a page over to the next one, where what it is about begins."""
    layout, height = document.documentLayout(), document.pageSize().height()

    def page_of(block: QTextBlock) -> int:
        return int(layout.blockBoundingRect(block).top() // height)

    for run in _runs_of_headings(document):
        after = run[-1].next()
        if after.isValid() and page_of(run[0]) < page_of(after):
            moved = run[0].blockFormat()
            moved.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(run[0]).setBlockFormat(moved)
            # else Qt keeps the old places of what follows, and pages of it are lost
            document.markContentsDirty(run[0].position(), document.characterCount())


def _runs_of_headings(document: QTextDocument) -> Iterator[list[QTextBlock]]:
    run: list[QTextBlock] = []
    for block in _blocks(document):
        if block.blockFormat().headingLevel():
            run.append(block)
        elif run:
            yield run
            run = []
