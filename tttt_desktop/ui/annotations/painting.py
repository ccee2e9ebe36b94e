"""Paints cards: frame, bar, icon and word of the kind, two lines of the text, figures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

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
from tttt_desktop.ui.parts.text_lines import elided_lines

BAR = 3  # width of the kind's bar inside the left edge


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
    _paint_frame(painter, card, frame, state)
    inside = frame.adjusted(PAD_LEFT, PAD_TOP, -PAD_RIGHT, -PAD_BOTTOM)
    _paint_head(painter, card, QRect(inside.topLeft(), QSize(inside.width(), look.head)), look)
    if not state.is_open:
        _paint_text(painter, card, inside.adjusted(0, look.head, 0, 0), look)
    painter.restore()


def paint_focus(painter: QPainter, rect: QRect) -> None:
    """A ring round all cards, for a keyboard that is here while no card is open."""
    painter.setPen(QPen(theme.tokens().accent, 2))
    painter.drawRect(rect.adjusted(1, 1, -1, -1))


def _paint_head(painter: QPainter, card: Card, line: QRect, look: Look) -> None:
    size, ink = look.icon, theme.kind_ink(card.kind)
    icon = QRectF(line.left(), line.top() + (line.height() - size) / 2, size, size)
    theme.draw_icon(painter, theme.kind_icon(card.kind, card.own_plan), icon, ink)
    rest = line.adjusted(size + 6, 0, 0, 0)
    if card.alert:
        rest = _write_right(painter, rest, card.alert, look, theme.tokens().error)
    elif card.is_suggestion and _fits(rest, look, card.title, _tr("Enter nhận")):
        rest = _write_right(painter, rest, _tr("Enter nhận"), look, theme.tokens().text3)
    rest = _write(painter, rest, card.title, look, "strong", ink)
    if card.about:
        _write(painter, rest, f" · {card.about}", look, "small", theme.tokens().text3)


def _paint_text(painter: QPainter, card: Card, room: QRect, look: Look) -> None:
    ink = theme.tokens().text2 if card.is_suggestion else theme.tokens().text
    line = QRect(room.topLeft(), QSize(room.width(), look.line))
    for text in _lines(look, card.text, room.width()):
        _write(painter, line, text, look, "text", ink)
        line.translate(0, look.line)
    if card.figures:
        figures = _tr("Số liệu:  {figures}").format(figures=figures_text(card.figures))
        _write(painter, line, figures, look, "small_strong", theme.tokens().text2)


def _paint_frame(painter: QPainter, card: Card, frame: QRect, state: CardState) -> None:
    colours = theme.tokens()
    strong = state.hovered or card.is_suggestion
    ink = colours.control_border if strong else colours.border
    if card.is_suggestion and not state.is_open:
        _paint_dotted(painter, frame, ink)
        return
    if state.is_open:
        ink = colours.accent
    width = (2 if state.focused else 1.5) if state.is_open else 1
    # Two filled shapes take a tenth of the time that the smooth line of one takes.
    painter.setPen(Qt.PenStyle.NoPen)
    for brush, inset in ((ink, 0.0), (_ground(card), width)):
        painter.setBrush(brush)
        edge = QRectF(frame).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(edge, RADIUS - inset, RADIUS - inset)
    if not card.is_suggestion:
        painter.setBrush(theme.kind_ink(card.kind))
        bar = QRectF(frame.left() + 4, frame.top() + PAD_TOP, BAR, frame.height() - 2 * PAD_TOP)
        painter.drawRoundedRect(bar, BAR / 2, BAR / 2)


def _ground(card: Card) -> QColor:
    return theme.tokens().raised if card.is_suggestion else theme.tokens().surface


def _paint_dotted(painter: QPainter, frame: QRect, ink: QColor) -> None:
    pen = QPen(ink, 1)
    pen.setStyle(Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([1, 2])
    painter.setPen(pen)
    painter.setBrush(theme.tokens().raised)
    painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def _write(painter: QPainter, room: QRect, text: str, look: Look, font: str, ink: QColor) -> QRect:
    """Write one elided line in one of the fonts of a look; returns what is left of the room at its right."""
    shown, width, up = _fitted(look, font, text, room.width())
    painter.setFont(getattr(look, font))
    painter.setPen(ink)
    painter.drawText(room.topLeft() + QPoint(0, up + room.height() // 2), shown)
    return room.adjusted(width, 0, 0, 0)


@lru_cache(maxsize=4096)
def _fitted(look: Look, font: str, text: str, room: int) -> tuple[str, int, int]:
    """A text elided to a room; how wide it is then; how far its foot is below the middle of its line."""
    metrics = QFontMetrics(getattr(look, font))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    return shown, metrics.horizontalAdvance(shown), (metrics.ascent() - metrics.descent()) // 2


@lru_cache(maxsize=4096)
def _lines(look: Look, text: str, width: int) -> tuple[str, ...]:
    return elided_lines(text, look.text, width, LINES)


def _fits(room: QRect, look: Look, title: str, hint: str) -> bool:
    title_width = QFontMetrics(look.strong).horizontalAdvance(title)
    return title_width + QFontMetrics(look.small).horizontalAdvance(hint) + 9 <= room.width()


def _write_right(painter: QPainter, room: QRect, text: str, look: Look, ink: QColor) -> QRect:
    """Write small at the right end of the room; returns what is left of it."""
    width = QFontMetrics(look.small).horizontalAdvance(text) + 1
    _write(painter, room.adjusted(room.width() - width, 0, 0, 0), text, look, "small", ink)
    return room.adjusted(0, 0, -width - 8, 0)
