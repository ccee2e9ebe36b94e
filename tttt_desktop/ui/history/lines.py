"""A line of a list of events: when it was, what it was, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tttt_desktop.ui import theme
from tttt_desktop.ui.parts.text_lines import baseline, elided_lines, line_height

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
LINE_ROLE = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 48
_LEFT, _WHEN, _RIGHT, _GAP = 12, 66, 12, 2


@dataclass(frozen=True, slots=True)
class Line:
    """What the delegate paints. `note` stands at the right of `meta`; `faded`: it does not count any more."""

    at: datetime
    text: str
    meta: str = ""
    note: str = ""
    faded: bool = False

    @property
    def spoken(self) -> str:
        """The line for a screen reader."""
        parts = (self.text, self.note, self.meta, f"{self.at:%H:%M, %d/%m/%Y}")
        return ", ".join(part for part in parts if part)


def day_name(at: datetime, today: datetime) -> str:
    """ "hôm nay", "22/11" of this year, or "22/11/2025"."""
    if at.date() == today.date():
        return "hôm nay"
    return f"{at:%d/%m}" if at.year == today.year else f"{at:%d/%m/%Y}"


class LineModel(QAbstractListModel):
    """Lines that lie in memory, all of them given at once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return line_data(self._lines[index.row()], role) if index.isValid() else None


def line_data(line: Line, role: int) -> Line | str | None:
    """What a model of lines says of one in this role."""
    if role == LINE_ROLE:
        return line
    if role == Qt.ItemDataRole.DisplayRole:
        return line.text
    return line.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


class LineDelegate(QStyledItemDelegate):
    """Time and day in a narrow column, then two lines of text, elided."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line | None = index.data(LINE_ROLE)
        if line is None:
            return
        painter.save()
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            _paint_ground(painter, rect)
        _paint_when(painter, rect, line)
        _paint_words(painter, rect.adjusted(_LEFT + _WHEN, 0, -_RIGHT, 0), line)
        painter.restore()


def _paint_ground(painter: QPainter, rect: QRectF) -> None:
    colours = theme.tokens()
    painter.fillRect(rect, colours.list_selection)
    painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), colours.accent)


def _paint_when(painter: QPainter, rect: QRectF, line: Line) -> None:
    colours = theme.tokens()
    small, usual = theme.ui_font(11), theme.ui_font(13)
    first, second = _tops(rect, usual, small)
    painter.setPen(colours.text3 if line.faded else colours.text2)
    _draw(painter, usual, rect.left() + _LEFT, first, f"{line.at:%H:%M}")
    painter.setPen(colours.text3)
    _draw(painter, small, rect.left() + _LEFT, second, day_name(line.at, datetime.now()))


def _paint_words(painter: QPainter, rect: QRectF, line: Line) -> None:
    colours = theme.tokens()
    small, usual = theme.ui_font(12), theme.ui_font(13)
    first, second = _tops(rect, usual, small)
    painter.setPen(colours.text3 if line.faded else colours.text)
    _draw(painter, usual, rect.left(), first, _elided(line.text, usual, rect.width()))
    painter.setPen(colours.text3)
    room = rect.width()
    if line.note:
        noted = theme.ui_font(12, 600)
        width = QFontMetricsF(noted).horizontalAdvance(line.note)
        _draw(painter, noted, rect.right() - width, second, line.note)
        room -= width + 12
    _draw(painter, small, rect.left(), second, _elided(line.meta, small, room))


def _tops(rect: QRectF, upper: QFont, lower: QFont) -> tuple[float, float]:
    """Where the two lines begin, centred in the height."""
    spare = rect.height() - line_height(upper) - line_height(lower) - _GAP
    first = rect.top() + round(spare / 2)
    return first, first + line_height(upper) + _GAP


def _draw(painter: QPainter, font: QFont, left: float, top: float, text: str) -> None:
    painter.setFont(font)
    painter.drawText(round(left), round(top) + baseline(font), text)


def _elided(text: str, font: QFont, width: float) -> str:
    return "".join(elided_lines(text, font, width, 1))


def line_view(name: str, parent: QWidget) -> QListView:
    """A list of such lines."""
    view = QListView(parent)
    view.setAccessibleName(name)
    view.setProperty("role", "list")
    view.setItemDelegate(LineDelegate(view))
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    return view
