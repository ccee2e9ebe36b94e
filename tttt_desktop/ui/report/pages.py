"""A report laid out on pages of A4 as the Word file has them: margins, orientation, numbers at the head (NĐ 30, II.1).

The same layout is shown in the preview, printed and written as PDF. It is measured in the pixels of a screen of
96 dots an inch; who paints on something finer scales the painter.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
)

from tttt_desktop.services.steps import Steps, at_once
from tttt_desktop.ui.report.layout import LEFT, NUMBER_AT, TOP, LinePlace, Sheet, font, lay_out

if TYPE_CHECKING:
    from tttt_desktop.reporting.plain import Part


class ReportPages:
    """Pages are counted from 0; a place on a page is in pixels from its upper left corner."""

    def __init__(self, parts: Sequence[Part]) -> None:
        """The pages of these parts, laid out now; see `in_steps`."""
        self._take([at_once(lay_out(part)) for part in parts])

    @classmethod
    def in_steps(cls, parts: Sequence[Part]) -> Steps[ReportPages]:
        """The same, a few milliseconds at a time."""
        sheets = []
        for part in parts:
            sheets.append((yield from lay_out(part)))
            yield
        pages = cls(())
        pages._take(sheets)
        return pages

    def _take(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = tuple(sheets)
        self._pages = [(sheet, number) for sheet in sheets for number in range(sheet.count)]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def size(self, page: int) -> QSizeF:
        """Width and height of a page."""
        return self._pages[page][0].size

    def layout(self, page: int) -> QPageLayout:
        """Size and orientation of a page for a printer or a PDF; the margins are in the page already."""
        landscape = self._pages[page][0].landscape
        way = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
        return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, QMarginsF(0, 0, 0, 0))

    def paint(self, painter: QPainter, page: int) -> None:
        """Draw a page at the painter's origin, black on nothing."""
        sheet, number = self._pages[page]
        room = sheet.document.pageSize()
        if sheet.footing:
            painter.save()
            painter.translate(LEFT, TOP)
            sheet.footing.paint(painter, number, room.width(), room.height())
            painter.restore()
        painter.save()
        self._paint_number(painter, page, number)
        painter.translate(LEFT, TOP - number * room.height())
        context = QAbstractTextDocumentLayout.PaintContext()
        room_on_page = QRectF(0, number * room.height(), room.width(), room.height())
        context.clip = room_on_page.adjusted(0, 1, 0, -1)  # what only touches is of the other page
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):  # letters and lines
            context.palette.setColor(role, Qt.GlobalColor.black)
        painter.setClipRect(room_on_page)
        sheet.document.documentLayout().draw(painter, context)
        painter.restore()

    def _paint_number(self, painter: QPainter, page: int, number: int) -> None:
        """Each part is numbered from 1; its first page bears no number."""
        if number:
            painter.setFont(font(14))
            painter.setPen(Qt.GlobalColor.black)
            line = QRectF(0, NUMBER_AT, self.size(page).width(), TOP - NUMBER_AT)
            painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, str(number + 1))

    @cached_property
    def lines(self) -> tuple[LinePlace, ...]:
        """The lines that lead to a sentence, in their order."""
        found: list[LinePlace] = []
        first = 0
        for sheet in self._sheets:
            found += (line.after(first) for line in sheet.lines)
            first += sheet.count
        return tuple(found)

    def line_at(self, page: int, place: QPointF) -> int:
        """The number of the line at a place of a page; -1 for none."""
        return next((at for at, one in enumerate(self.lines) if one.covers(page, place)), -1)

    def text(self, page: int) -> str:
        """The plain text of the part that the page belongs to, its footnotes at the end."""
        sheet = self._pages[page][0]
        notes = [sheet.footing.text()] if sheet.footing else []
        return "\n".join((sheet.document.toPlainText(), *notes))
