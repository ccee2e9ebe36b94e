"""Paints cards: frame, bar, icon and word of the kind, two lines of the text, figures. The open one gets only its frame."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.cards import Card
from tttt_desktop.ui.annotations.look import (
    GAP,
    LINES,
    MARGIN,
    PAD_BOTTOM,
    PAD_LEFT,
    PAD_RIGHT,
    PAD_TOP,
    RADIUS,
    Look,
    elided_lines,
)
from tttt_desktop.ui.annotations.model import CardModel

BAR = 3  # width of the kind's bar inside the left edge
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CardDelegate(QStyledItemDelegate):
    """Needs a CardModel. `open_row` is as high as `open_height` says, for the widget that unfolds in it."""

    def __init__(self, model: CardModel) -> None:
        super().__init__(model)
        self._model = model
        self.look = Look()
        self.width = 0  # of a row
        self.open_row = -1
        self.open_height = 0  # of what unfolds below the head

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row = index.row()
        if row == self.open_row:
            height = PAD_TOP + self.look.head + self.open_height + PAD_BOTTOM
        else:
            card = self._model.card(row)
            height = self.look.collapsed_height(
                card.text, bool(card.figures), self.width - 2 * MARGIN
            )
        return QSize(0, height + GAP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        card, is_open = self._model.card(index.row()), index.row() == self.open_row
        frame = option.rect.adjusted(MARGIN, 0, -MARGIN, -GAP)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = is_open and bool(state & QStyle.StateFlag.State_HasFocus)
        _paint_frame(painter, card, frame, _frame_pen(card, is_open, hovered, focused))
        inside = frame.adjusted(PAD_LEFT, PAD_TOP, -PAD_RIGHT, -PAD_BOTTOM)
        self._paint_head(
            painter, card, QRect(inside.topLeft(), QSize(inside.width(), self.look.head))
        )
        if not is_open:
            self._paint_text(painter, card, inside.adjusted(0, self.look.head, 0, 0))
        painter.restore()

    def _paint_head(self, painter: QPainter, card: Card, line: QRect) -> None:
        size = self.look.icon
        icon = QRectF(line.left(), line.top() + (line.height() - size) / 2, size, size)
        theme.draw_icon(painter, card.kind.value, icon, theme.kind_ink(card.kind))
        rest = line.adjusted(size + 6, 0, 0, 0)
        hint = card.alert or (self.tr("Enter nhận") if card.is_suggestion else "")
        ink = theme.tokens().error if card.alert else theme.tokens().text3
        rest = _write_right(painter, rest, hint, self.look.small, ink)
        rest = _write(painter, rest, card.title, self.look.strong, theme.kind_ink(card.kind))
        if card.about:
            _write(painter, rest, f" · {card.about}", self.look.small, theme.tokens().text3)

    def _paint_text(self, painter: QPainter, card: Card, room: QRect) -> None:
        ink = theme.tokens().text2 if card.is_suggestion else theme.tokens().text
        line = QRect(room.topLeft(), QSize(room.width(), self.look.line))
        for text in elided_lines(card.text, self.look.text, room.width(), LINES):
            _write(painter, line, text, self.look.text, ink)
            line.translate(0, self.look.line)
        if card.figures:
            figures = self.tr("Số liệu:  {figures}").format(figures=card.figures)
            _write(painter, line, figures, self.look.small_strong, theme.tokens().text2)


def _frame_pen(card: Card, is_open: bool, hovered: bool, focused: bool) -> QPen:
    colours = theme.tokens()
    if is_open:
        return QPen(colours.accent, 2 if focused else 1.5)
    colour = colours.control_border if hovered or card.is_suggestion else colours.border
    pen = QPen(colour, 1)
    if card.is_suggestion:
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([1, 2])
    return pen


def _paint_frame(painter: QPainter, card: Card, frame: QRect, pen: QPen) -> None:
    half = pen.widthF() / 2
    painter.setPen(pen)
    colours = theme.tokens()
    painter.setBrush(colours.raised if card.is_suggestion else colours.surface)
    edge = QRectF(frame).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(edge, RADIUS, RADIUS)
    if card.is_suggestion:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.kind_ink(card.kind))
    bar = QRectF(frame.left() + 4, frame.top() + PAD_TOP, BAR, frame.height() - 2 * PAD_TOP)
    painter.drawRoundedRect(bar, BAR / 2, BAR / 2)


def _write(painter: QPainter, room: QRect, text: str, font: QFont, ink: QColor) -> QRect:
    """Write one elided line; returns what is left of the room at its right."""
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(ink)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _MIDDLE | Qt.TextFlag.TextSingleLine, shown)
    return room.adjusted(metrics.horizontalAdvance(shown), 0, 0, 0)


def _write_right(painter: QPainter, room: QRect, text: str, font: QFont, ink: QColor) -> QRect:
    """Write at the right end of the room; returns what is left of it."""
    if not text:
        return room
    width = QFontMetrics(font).horizontalAdvance(text) + 1
    _write(painter, room.adjusted(room.width() - width, 0, 0, 0), text, font, ink)
    return room.adjusted(0, 0, -width - 8, 0)
