"""Paints cards: frame, bar, icon and word of the kind, two lines of the text, figures."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.cards import Card, figures_text
from tttt_desktop.ui.annotations.look import (
    LINES,
    PAD_BOTTOM,
    PAD_LEFT,
    PAD_RIGHT,
    PAD_TOP,
    RADIUS,
    Look,
)
from tttt_desktop.ui.text_lines import elided_lines

BAR = 3  # width of the kind's bar inside the left edge
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _tr(text: str) -> str:
    return QCoreApplication.translate("cards", text)


@dataclass(frozen=True, slots=True)
class CardState:
    """How a card stands in the list."""

    is_open: bool = False
    hovered: bool = False
    focused: bool = False


def paint_card(painter: QPainter, frame: QRect, card: Card, look: Look, state: CardState) -> None:
    """Paint a card into `frame`; of the open one only the frame and the head, the rest is a widget."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_frame(painter, card, frame, _frame_pen(card, state))
    inside = frame.adjusted(PAD_LEFT, PAD_TOP, -PAD_RIGHT, -PAD_BOTTOM)
    _paint_head(painter, card, QRect(inside.topLeft(), QSize(inside.width(), look.head)), look)
    if not state.is_open:
        _paint_text(painter, card, inside.adjusted(0, look.head, 0, 0), look)
    painter.restore()


def _paint_head(painter: QPainter, card: Card, line: QRect, look: Look) -> None:
    size = look.icon
    icon = QRectF(line.left(), line.top() + (line.height() - size) / 2, size, size)
    name = theme.kind_icon(card.kind, card.own_plan)
    theme.draw_icon(painter, name, icon, theme.kind_ink(card.kind))
    rest = line.adjusted(size + 6, 0, 0, 0)
    if card.alert:
        rest = _write_right(painter, rest, card.alert, look.small, theme.tokens().error)
    elif card.is_suggestion and _fits(rest, look, card.title, _tr("Enter nhận")):
        rest = _write_right(painter, rest, _tr("Enter nhận"), look.small, theme.tokens().text3)
    rest = _write(painter, rest, card.title, look.strong, theme.kind_ink(card.kind))
    if card.about:
        _write(painter, rest, f" · {card.about}", look.small, theme.tokens().text3)


def _paint_text(painter: QPainter, card: Card, room: QRect, look: Look) -> None:
    ink = theme.tokens().text2 if card.is_suggestion else theme.tokens().text
    line = QRect(room.topLeft(), QSize(room.width(), look.line))
    for text in elided_lines(card.text, look.text, room.width(), LINES):
        _write(painter, line, text, look.text, ink)
        line.translate(0, look.line)
    if card.figures:
        figures = _tr("Số liệu:  {figures}").format(figures=figures_text(card.figures))
        _write(painter, line, figures, look.small_strong, theme.tokens().text2)


def _frame_pen(card: Card, state: CardState) -> QPen:
    colours = theme.tokens()
    if state.is_open:
        return QPen(colours.accent, 2 if state.focused else 1.5)
    colour = colours.control_border if state.hovered or card.is_suggestion else colours.border
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


def _fits(room: QRect, look: Look, title: str, hint: str) -> bool:
    title_width = QFontMetrics(look.strong).horizontalAdvance(title)
    return title_width + QFontMetrics(look.small).horizontalAdvance(hint) + 9 <= room.width()


def _write_right(painter: QPainter, room: QRect, text: str, font: QFont, ink: QColor) -> QRect:
    """Write at the right end of the room; returns what is left of it."""
    width = QFontMetrics(font).horizontalAdvance(text) + 1
    _write(painter, room.adjusted(room.width() - width, 0, 0, 0), text, font, ink)
    return room.adjusted(0, 0, -width - 8, 0)
