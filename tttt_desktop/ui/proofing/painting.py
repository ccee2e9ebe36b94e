"""Paints a finding: what it is and where, the words with the wrong ones marked and the right ones, and why."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tttt_desktop.ui import theme
from tttt_desktop.ui.parts.text_lines import baseline, line_height
from tttt_desktop.ui.proofing.model import FOUND_ROLE, Index
from tttt_desktop.ui.proofing.shown import Shown, shown

_LEFT, _RIGHT, _PAD, _GAP = 14, 14, 7, 2
_MOST_RIGHT = 0.4  # of the width is for the proposal
_ARROW = "  →  "


def _fonts() -> tuple[QFont, QFont, QFont, QFont]:
    """Of the label, of what is beside it and below, of the words, of the proposal."""
    return theme.ui_font(12, 600), theme.ui_font(12), theme.ui_font(13), theme.ui_font(13, 600)


class FoundDelegate(QStyledItemDelegate):
    """Three lines a row, all rows alike."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        label, small, text, _ = _fonts()
        lines = line_height(label) + line_height(text) + line_height(small)
        return QSize(200, lines + 2 * (_PAD + _GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found = index.data(FOUND_ROLE)
        if found is None:
            return
        painter.save()
        rect = QRectF(option.rect)
        _paint_ground(painter, rect, bool(option.state & QStyle.StateFlag.State_Selected))
        _paint_found(painter, rect.adjusted(_LEFT, _PAD, -_RIGHT, -_PAD), shown(found))
        painter.restore()


def _paint_ground(painter: QPainter, rect: QRectF, selected: bool) -> None:
    colours = theme.tokens()
    if selected:
        painter.fillRect(rect, colours.list_selection)
        painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), colours.accent)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), colours.border)


def _paint_found(painter: QPainter, room: QRectF, one: Shown) -> None:
    colours = theme.tokens()
    label, small, text, _ = _fonts()
    top = room.top()
    end = _write(painter, room.left(), top, one.label, label, colours.warn)
    rest = room.right() - end - 10
    title = QFontMetricsF(small).elidedText(one.title, Qt.TextElideMode.ElideRight, max(0.0, rest))
    _write(painter, end + 10, top, title, small, colours.text3)
    top += line_height(label) + _GAP
    _paint_words(painter, QRectF(room.left(), top, room.width(), line_height(text)), one)
    top += line_height(text) + _GAP
    why = QFontMetricsF(small).elidedText(one.why, Qt.TextElideMode.ElideRight, room.width())
    _write(painter, room.left(), top, why, small, colours.text2)


def _paint_words(painter: QPainter, room: QRectF, one: Shown) -> None:
    """The wrong words with what is before and after them, as much as fits, and the proposal at their end."""
    colours = theme.tokens()
    _, _, font, strong = _fonts()
    metrics = QFontMetricsF(font)
    right = ""
    if one.right:
        most = room.width() * _MOST_RIGHT
        right = QFontMetricsF(strong).elidedText(one.right, Qt.TextElideMode.ElideRight, most)
    wide = metrics.horizontalAdvance(_ARROW) + QFontMetricsF(strong).horizontalAdvance(right)
    free = room.width() - (wide if right else 0)
    wrong = metrics.elidedText(one.wrong, Qt.TextElideMode.ElideRight, free)
    free -= metrics.horizontalAdvance(wrong)
    before, after = _around(one, metrics, max(0.0, free))
    x = _write(painter, room.left(), room.top(), before, font, colours.text)
    x = _paint_wrong(painter, x, room, wrong, font)
    x = _write(painter, x, room.top(), after, font, colours.text)
    if right:
        x = _write(painter, x, room.top(), _ARROW, font, colours.text3)
        _write(painter, x, room.top(), right, strong, colours.accent)


def _around(one: Shown, metrics: QFontMetricsF, free: float) -> tuple[str, str]:
    """What is shown before and after the wrong words: half of the room each, or what the other leaves."""
    after_wide = metrics.horizontalAdvance(one.after)
    room = max(free / 2, free - after_wide)
    before = metrics.elidedText(one.before, Qt.TextElideMode.ElideLeft, room)
    left = max(0.0, free - metrics.horizontalAdvance(before))
    return before, metrics.elidedText(one.after, Qt.TextElideMode.ElideRight, left)


def _paint_wrong(painter: QPainter, x: float, room: QRectF, text: str, font: QFont) -> float:
    """Filled and underlined: colour alone tells nothing."""
    colours = theme.tokens()
    wide = QFontMetricsF(font).horizontalAdvance(text)
    painter.fillRect(QRectF(x, room.top(), wide, room.height()), colours.warn_fill)
    painter.setPen(QPen(colours.warn, 1.6, Qt.PenStyle.DotLine))
    foot = room.top() + baseline(font) + 3
    painter.drawLine(round(x), round(foot), round(x + wide), round(foot))
    return _write(painter, x, room.top(), text, font, colours.text)


def _write(painter: QPainter, x: float, top: float, text: str, font: QFont, ink: QColor) -> float:
    """Write one line; gives where it ended."""
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(round(x), round(top) + baseline(font), text)
    return x + QFontMetricsF(font).horizontalAdvance(text)
