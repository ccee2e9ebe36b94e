"""A part of a report laid out as a text document on pages of A4 (NĐ 30, II.1), in steps: the window answers in between.

It is measured in the pixels of a screen of 96 dots an inch.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from tttt_desktop.services.steps import Steps
from tttt_desktop.ui.report.documents import blocks, paper_document
from tttt_desktop.ui.report.footing import Footing, before, signature_of

if TYPE_CHECKING:
    from tttt_desktop.reporting.plain import Part

DOTS = 96  # an inch


def _px(millimetres: float) -> float:
    """Whole pixels: Qt counts in 64ths, and a page of another height would share its last line with the next."""
    return float(round(millimetres * DOTS / 25.4))


_A4 = QSizeF(_px(210), _px(297))
LEFT, TOP, RIGHT, BOTTOM = _px(30), _px(20), _px(15), _px(20)
NUMBER_AT = _px(10)  # from the upper edge
_FAMILIES = ["Times New Roman", "Tinos", "Liberation Serif"]
_AT_ONCE = 20  # paragraphs between two looks at the window


@dataclass(frozen=True, slots=True)
class LinePlace:
    """Where a line stands that comes from an annotation: pages with the rectangle on each, and its text."""

    annotation: int
    text: str
    areas: tuple[tuple[int, QRectF], ...]

    def covers(self, page: int, place: QPointF) -> bool:
        """Whether a place of a page is in it."""
        return any(page == on and area.contains(place) for on, area in self.areas)

    def after(self, pages: int) -> LinePlace:
        """The same line where so many pages stand before those of its part."""
        return replace(self, areas=tuple((pages + page, area) for page, area in self.areas))


def _size(landscape: bool) -> QSizeF:
    return _A4.transposed() if landscape else QSizeF(_A4)


def font(points: float) -> QFont:
    """Sized in pixels of 96 an inch, without hints: the lines break at the same words on every device."""
    font = QFont(_FAMILIES)
    font.setPixelSize(round(points * DOTS / 72))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part on its pages: their text and footnotes. `lines` stand on the pages of this part, counted from 0."""

    document: QTextDocument
    landscape: bool
    footing: Footing | None
    lines: tuple[LinePlace, ...]

    @property
    def count(self) -> int:
        """How many pages it has."""
        return self.document.pageCount()

    @property
    def size(self) -> QSizeF:
        """Width and height of a page."""
        return _size(self.landscape)


def lay_out(part: Part) -> Steps[Sheet]:
    """The text of a part on its pages, and its footnotes where it has any."""
    document, footing = paper_document(font(14)), None
    size = _size(part.landscape)
    page = QSizeF(size.width() - LEFT - RIGHT, size.height() - TOP - BOTTOM)
    if not part.notes:
        document.setPageSize(page)
    document.setHtml(part.html)
    yield
    _set_paragraphs(document)
    yield
    if part.notes:
        footing = Footing(part.notes, font(10), page.width())
        yield
        yield from footing.place(document, page)
    else:
        yield from _keep_headings(document)
        _keep_signature(document)
    yield
    lines = yield from _line_places(document)
    return Sheet(document, part.landscape, footing, lines)


def _line_places(document: QTextDocument) -> Steps[tuple[LinePlace, ...]]:
    """The lines of a document; the cells of a row are one line."""
    found: list[LinePlace] = []
    annotation, text, areas = 0, "", dict[int, QRectF]()
    for number, block in enumerate(blocks(document), 1):
        target = _target(block)
        if annotation and target != annotation:
            found.append(LinePlace(annotation, text, tuple(areas.items())))
        if target != annotation:
            text, areas = "", {}
        annotation = target
        if target:
            text = f"{text} {block.text()}".strip()
            for page, area in _areas(document, block):
                areas[page] = areas.get(page, area).united(area)
        if not number % _AT_ONCE:
            yield
    if annotation:
        found.append(LinePlace(annotation, text, tuple(areas.items())))
    return tuple(found)


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
        yield page, area.translated(LEFT, TOP - page * height)


def _set_paragraphs(document: QTextDocument) -> None:
    """What the HTML of Qt cannot say: text even on both sides, headings as large as the text."""
    same, cursor = QTextCharFormat(), QTextCursor(document)
    same.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
    cursor.beginEditBlock()
    for block in blocks(document):
        looks = block.blockFormat()
        cursor.setPosition(block.position())
        if looks.headingLevel():
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(same)
        elif looks.textIndent():
            looks.setAlignment(Qt.AlignmentFlag.AlignJustify)
            cursor.setBlockFormat(looks)
    cursor.endEditBlock()


def _keep_headings(document: QTextDocument) -> Steps[None]:
    """Take a heading that would end a page over to the next one, where what it is about begins."""
    for number, run in enumerate(_runs_of_headings(document), 1):
        after = run[-1].next()
        if after.isValid() and _page_of(document, run[0]) < _page_of(document, after):
            _begin_page(document, run[0])
        if not number % _AT_ONCE:
            yield


def _page_of(document: QTextDocument, block: QTextBlock) -> int:
    """The page of its first line: the place kept for a paragraph may begin at the foot of the page before."""
    area = document.documentLayout().blockBoundingRect(block)
    layout = block.layout()
    first = layout.lineAt(0).y() + layout.lineAt(0).height() / 2 if layout.lineCount() else 0.0
    return int((area.top() + first) // document.pageSize().height())


def _begin_page(document: QTextDocument, block: QTextBlock) -> None:
    moved = block.blockFormat()
    moved.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(moved)
    # else Qt keeps the old places of what follows, and pages of it are lost
    document.markContentsDirty(block.position(), document.characterCount())


def _keep_signature(document: QTextDocument) -> None:
    """Take the end of the text over to the page on which the signature ends."""
    signature = signature_of(document)
    if signature is None:
        return
    last = before(document, signature)
    bottom = document.documentLayout().frameBoundingRect(signature).bottom() - 1
    if last.isValid() and _page_of(document, last) < int(bottom // document.pageSize().height()):
        _begin_page(document, last)


def _runs_of_headings(document: QTextDocument) -> Iterator[list[QTextBlock]]:
    run: list[QTextBlock] = []
    for block in blocks(document):
        if block.blockFormat().headingLevel():
            run.append(block)
        elif run:
            yield run
            run = []
