"""Paints the rows of the list: headings, lines with grip, tick box and sources, proposed groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen

from tttt_desktop.domain.consolidation import Line, sources
from tttt_desktop.domain.grouping import Why
from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.consolidation.rows import Entry, Head, Offer, Row
from tttt_desktop.ui.parts.text_lines import baseline, elided_lines
from tttt_desktop.ui.widgets import number

PAD = 6  # above and below the text of a line
EDGE = 10  # at both ends of a row
GRIP, BOX = 16, 15  # widths of what stands before the text
GAP = 8
LINES = 2
_SURELY_FITS, _SURELY_NOT = 0.8, 1.35  # of the room, when every letter were an "n"
_CLOSE = 0.02  # by what share letters may be nearer to one another than their advances
_KEPT = 20_000  # measured texts
_INDENT = 16  # of a line under its heading
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _tr(text: str) -> str:
    return QCoreApplication.translate("consolidation", text)


@dataclass(frozen=True, slots=True)
class State:
    """How a row stands in the list."""

    selected: bool = False
    current: bool = False
    hovered: bool = False
    read_only: bool = False


def grip_rect(row: QRect) -> QRect:
    """Where a line can be taken hold of."""
    return QRect(row.left() + _INDENT, row.top(), GRIP + GAP // 2, row.height())


def box_rect(row: QRect) -> QRect:
    """Where the tick box of a line is."""
    left = row.left() + _INDENT + GRIP + GAP // 2
    return QRect(left, row.top() + (row.height() - BOX) // 2, BOX, BOX)


def text_left() -> int:
    """Where the text of a line begins, in a row that begins at 0."""
    return _INDENT + GRIP + GAP // 2 + BOX + GAP


def sources_width(width: int) -> int:
    """How much of a row's width the sources take."""
    return max(120, min(300, width * 26 // 100))


def text_width(width: int) -> int:
    """How wide the text of a line may be in a row of that width."""
    return max(60, width - text_left() - sources_width(width) - GAP - EDGE)


class _Advances(dict[str, float]):
    """How far each letter goes by itself."""

    def __init__(self, metrics: QFontMetricsF) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, letter: str) -> float:
        self[letter] = self._metrics.horizontalAdvance(letter)
        return self[letter]


class Heights:
    """The heights of rows at one look. Few texts need be measured: the letters alone tell it of all others, in a tenth
    of the time.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._metrics = QFontMetricsF(look.text)
        self._letters = _Advances(self._metrics)
        self._room = 0
        self._known: dict[str, bool] = {}  # whether a text fits into the room on one line

    def of(self, items: Iterable[Head | Offer | Line], width: int) -> list[int]:
        """The heights of headings and lines in a list of that width."""
        room, look = text_width(width), self._look
        if room != self._room or len(self._known) > _KEPT:
            self._room, self._known = room, {}
        one, two = 2 * PAD + look.line, 2 * PAD + LINES * look.line
        heights = []
        for item in items:
            if isinstance(item, Line):
                fits = self._known.get(item.quoted)
                fits = self._fits(item.quoted) if fits is None else fits
                heights.append(one if fits else two)
            else:
                part = isinstance(item, Offer) or item.key[1] is None
                heights.append(look.head + (14 if part else 8))
        return heights

    def _fits(self, text: str) -> bool:
        usual = len(text) * self._letters["n"]
        if not _SURELY_FITS * self._room < usual < _SURELY_NOT * self._room:
            advance = usual
        else:
            advance = sum(map(self._letters.__getitem__, text))
        if abs(advance - self._room) < _CLOSE * self._room:  # letters stand closer beside some
            advance = self._metrics.horizontalAdvance(text)
        self._known[text] = advance <= self._room
        return self._known[text]


def paint_row(painter: QPainter, rect: QRect, row: Row, look: Look, state: State) -> None:
    """Paint one row into `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, rect, row, state)
    if isinstance(row, Head):
        _paint_head(painter, rect, row, look)
    elif isinstance(row, Offer):
        _paint_offer(painter, rect, row, look)
    else:
        _paint_line(painter, rect, row, look, state)
    if state.current:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.tokens().accent, 2))
        painter.drawRoundedRect(QRectF(rect).adjusted(2, 1, -2, -1), 4, 4)
    painter.restore()


def _paint_ground(painter: QPainter, rect: QRect, row: Row, state: State) -> None:
    colours = theme.tokens()
    if isinstance(row, Offer):
        conflict = row.alike.why is Why.CONFLICT
        painter.fillRect(rect, colours.warn_fill if conflict else colours.raised)
    elif state.selected:
        painter.fillRect(rect, colours.list_selection)
    elif state.hovered:
        painter.fillRect(rect, colours.raised)
    if isinstance(row, Entry):
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.border)


def _paint_head(painter: QPainter, rect: QRect, row: Head, look: Look) -> None:
    colours, (section, group) = theme.tokens(), row.key
    size = look.icon
    left = rect.left() + (EDGE if group is None else EDGE + 4)
    arrow = QRectF(left, rect.top() + (rect.height() - size) / 2, size, size)
    theme.draw_icon(
        painter, "chevron-right" if row.folded else "chevron-down", arrow, colours.text2
    )
    room = rect.adjusted(int(arrow.right()) + 6 - rect.left(), 0, -EDGE, 0)
    if group is None:
        icon = QRectF(room.left(), arrow.top(), size, size)
        theme.draw_icon(painter, theme.kind_icon(*section), icon, theme.kind_ink(section[0]))
        room.adjust(size + 6, 0, 0, 0)
    ink = theme.kind_ink(section[0]) if group is None else colours.text
    count = f" ({number(row.count)})"
    room.setWidth(room.width() - QFontMetrics(look.small).horizontalAdvance(count))
    left = _write(painter, room, row.title, look.strong, ink)
    _write(painter, QRect(left, rect.top(), 80, rect.height()), count, look.small, colours.text2)


def _paint_offer(painter: QPainter, rect: QRect, row: Offer, look: Look) -> None:
    colours = theme.tokens()
    conflict = row.alike.why is Why.CONFLICT
    size, section = look.icon, row.lines[0].lead.section
    icon = QRectF(rect.left() + EDGE, rect.top() + (rect.height() - size) / 2, size, size)
    if conflict:
        theme.draw_icon(painter, "warning", icon, colours.warn)
    else:
        theme.draw_icon(painter, theme.kind_icon(*section), icon, theme.kind_ink(section[0]))
    room = rect.adjusted(EDGE + size + 6, 0, -EDGE, 0)
    hint = _tr("Gộp Ctrl+G · Không trùng Delete")
    width = QFontMetrics(look.small).horizontalAdvance(hint) + 2
    if room.width() > 2 * width:
        _write(
            painter, room.adjusted(room.width() - width, 0, 0, 0), hint, look.small, colours.text3
        )
        room.adjust(0, 0, -width - GAP, 0)
    _write(painter, room, row.title, look.strong, colours.warn if conflict else colours.text)


def _paint_line(painter: QPainter, rect: QRect, row: Entry, look: Look, state: State) -> None:
    colours, line = theme.tokens(), row.line
    if not state.read_only and row.offer is None:
        _paint_grip(painter, grip_rect(rect), colours.text3)
    _paint_box(painter, QRectF(box_rect(rect)), not line.left_out)
    ink = colours.text3 if line.left_out else colours.text
    width = text_width(rect.width())
    lines = max(1, (rect.height() - 2 * PAD) // look.line)
    found = elided_lines(line.quoted, look.text, width, lines)
    top = rect.top() + (rect.height() - len(found) * look.line) / 2
    painter.setFont(look.text)
    painter.setPen(ink)
    for at, words in enumerate(found):
        painter.drawText(
            QPointF(rect.left() + text_left(), top + at * look.line + baseline(look.text)), words
        )
    room = QRect(rect.left() + text_left() + width + GAP, rect.top(), 0, rect.height())
    room.setRight(rect.right() - EDGE)
    _paint_sources(painter, room, line, look)


def _paint_sources(painter: QPainter, room: QRect, line: Line, look: Look) -> None:
    colours, count = theme.tokens(), len(line.passages)
    if count > 1:
        text = _tr("[{count} nguồn]").format(count=number(count))
        width = QFontMetrics(look.small_strong).horizontalAdvance(text) + 2
        right = room.adjusted(max(0, room.width() - width), 0, 0, 0)
        _write(painter, right, text, look.small_strong, colours.accent)
        room = room.adjusted(0, 0, -width - 6, 0)
    _write(painter, room, sources(line), look.small, colours.text2)


def _paint_grip(painter: QPainter, room: QRect, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    middle = room.center()
    for x in (-3, 3):
        for y in (-5, 0, 5):
            painter.drawEllipse(QPointF(middle.x() + x, middle.y() + y), 1.3, 1.3)


def _paint_box(painter: QPainter, box: QRectF, ticked: bool) -> None:
    colours = theme.tokens()
    painter.setPen(QPen(colours.accent if ticked else colours.control_border, 1))
    painter.setBrush(colours.accent if ticked else colours.surface)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if ticked:
        theme.draw_icon(painter, "achievement", box.adjusted(1, 1, -1, -1), colours.on_accent)


def _write(painter: QPainter, room: QRect, text: str, font: QFont, ink: QColor) -> int:
    """Write one elided line; gives where it ended."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(ink)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
    painter.drawText(room, _MIDDLE | Qt.TextFlag.TextSingleLine, shown)
    return room.left() + round(metrics.horizontalAdvance(shown))
