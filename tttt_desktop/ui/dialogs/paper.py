"""A report on paper: white in every theme, in the report's own font, smaller than life."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from tttt_desktop.reporting.tree import Briefing, Section

ITEMS, ROWS = 150, 40  # what a preview shows of a long report
_POINTS = 11  # of 14: a page is wider than the preview
_MARGIN, _BELOW = 28, 5


class Paper(QTextEdit):
    """Shows HTML that reporting.plain made of escaped text, and nothing else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setObjectName("preview")
        self.setAccessibleName(self.tr("Xem trước báo cáo"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self._page: QTextDocument | None = None
        paper = QPalette(self.palette())
        paper.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.white)
        paper.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        self.setPalette(paper)

    def show_page(self, html: str) -> None:
        """Show a report; the place that was being read stays."""
        place = self.verticalScrollBar().value()
        page = QTextDocument()
        page.setUndoRedoEnabled(False)
        page.setDocumentMargin(_MARGIN)
        page.setHtml(html)
        _make_small(page)  # before it is shown: each change of a shown page would lay it out anew
        self.setDocument(page)
        self._page = page  # Qt does not keep it; the one shown before goes now
        self.verticalScrollBar().setValue(place)


def _make_small(page: QTextDocument) -> None:
    letters, blocks = QTextCharFormat(), QTextBlockFormat()
    letters.setFontPointSize(_POINTS)
    letters.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
    blocks.setBottomMargin(_BELOW)
    everything = QTextCursor(page)
    everything.select(QTextCursor.SelectionType.Document)
    everything.mergeCharFormat(letters)
    everything.mergeBlockFormat(blocks)


def excerpt(made: Briefing) -> tuple[Briefing, int]:
    """The first ITEMS lines and ROWS rows of each table, enough to look at; and how many lines that leaves out."""
    sections, room = _first(made.sections, ITEMS)
    tables = tuple(replace(table, rows=table.rows[:ROWS]) for table in made.appendices)
    left_out = _count(made.sections) - (ITEMS - room)
    return replace(made, sections=sections, appendices=tables), left_out


def _first(sections: tuple[Section, ...], room: int) -> tuple[tuple[Section, ...], int]:
    kept = []
    for section in sections:
        items = section.items[:room]
        parts, room = _first(section.parts, room - len(items))
        if items or parts or section.level == 1:
            kept.append(replace(section, items=items, parts=parts))
    return tuple(kept), room


def _count(sections: tuple[Section, ...]) -> int:
    return sum(len(section.items) + _count(section.parts) for section in sections)
