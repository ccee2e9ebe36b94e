"""Paints the cells of the table of tasks: two lines each in a roomy window, one in a low one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from tttt_desktop.domain.following import MENTIONS, Mention
from tttt_desktop.domain.records import Kind, Status
from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.following.columns import Column
from tttt_desktop.ui.following.rows import NOT_SAID, OVERDUE, Row
from tttt_desktop.ui.parts.text_lines import baseline, elided_lines
from tttt_desktop.ui.widgets import number

PAD, EDGE, GAP = 5, 8, 6
_SEEN = 500  # characters: no line of a window shows more, and fitting them takes time
ICONS = {
    Status.NOT_STARTED: "unread",
    Status.UNDER_WAY: "reading",
    Status.COMPLETED: "done",
    Status.DROPPED: "minus",
}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_SHOWN_KINDS = (Kind.ACHIEVEMENT, Kind.SHORTCOMING)


def _tr(text: str) -> str:
    return QCoreApplication.translate("following", text)


@dataclass(frozen=True, slots=True)
class State:
    """How a row stands in the table; `offered` is the place of the match that Enter takes among its proposals."""

    selected: bool = False
    current: bool = False
    focused: bool = False
    hovered: bool = False
    read_only: bool = False
    offered: int = 0
    lines: int = 2
    deadline: bool = True  # its column is shown


def row_height(look: Look, lines: int) -> int:
    """The height of a row that shows so many lines."""
    return 2 * PAD + lines * look.line + 1


def status_ink(status: Status) -> QColor:
    """The colour of a status; it never says it alone."""
    colours = theme.tokens()
    inks = {Status.COMPLETED: colours.achievement, Status.UNDER_WAY: colours.text}
    return inks.get(status, colours.text2)


def accept_rect(cell: QRect, look: Look) -> QRect:
    """Where the current row says that Enter accepts."""
    width = QFontMetrics(look.small_strong).horizontalAdvance(_tr("⏎ nhận")) + 8
    height = min(look.line, cell.height())
    return QRect(cell.right() - EDGE - width, cell.bottom() - PAD - height, width, height)


def paint_cell(
    painter: QPainter, cell: QRect, row: Row, column: Column, look: Look, state: State
) -> None:
    """Paint one cell of a row."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, cell, state)
    room = cell.adjusted(EDGE, PAD, -EDGE, -PAD - 1)
    match column:
        case Column.TASK:
            _paint_task(painter, room, row, look, state)
        case Column.GIVER:
            _paint_giver(painter, room, row.task.assigner, look, state)
        case Column.LEAD:
            _paint_words(painter, room, row.task.lead, look, state)
        case Column.DEADLINE:
            _paint_deadline(painter, room, row, look, state)
        case Column.STATUS:
            _paint_status(painter, room, row, look, state)
        case Column.MATCH:
            _paint_match(painter, room, cell, row, look, state)
    if state.focused:
        _paint_ring(painter, cell, column)
    painter.restore()


def _paint_ground(painter: QPainter, cell: QRect, state: State) -> None:
    colours = theme.tokens()
    if state.selected:
        painter.fillRect(cell, colours.list_selection)
    elif state.hovered:
        painter.fillRect(cell, colours.raised)
    painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), colours.border)


def _paint_ring(painter: QPainter, cell: QRect, column: Column) -> None:
    """The part of the ring round the current row that lies in this cell: above and below, at the first also left."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    ink = theme.tokens().accent
    painter.fillRect(QRect(cell.left(), cell.top(), cell.width(), 2), ink)
    painter.fillRect(QRect(cell.left(), cell.bottom() - 1, cell.width(), 2), ink)
    if column is Column.TASK:
        painter.fillRect(QRect(cell.left(), cell.top(), 2, cell.height()), ink)
    if column is Column.MATCH:
        painter.fillRect(QRect(cell.right() - 1, cell.top(), 2, cell.height()), ink)


def _paint_task(painter: QPainter, room: QRect, row: Row, look: Look, state: State) -> None:
    colours = theme.tokens()
    settled = row.settled
    flag = QRectF(room.left(), room.top() + (look.line - look.icon) / 2, look.icon, look.icon)
    theme.draw_icon(painter, row.icon, flag, colours.text3 if settled else colours.task)
    room = room.adjusted(look.icon + GAP, 0, 0, 0)
    origin = row.origin
    if origin:
        room = _paint_origin(painter, room, origin, look)
    if row.overdue and not state.deadline:
        wide = QFontMetrics(look.small_strong).horizontalAdvance(_tr(OVERDUE)) + look.icon + GAP
        _paint_overdue(painter, room.adjusted(room.width() - wide, 0, 0, 0), look)
        room = room.adjusted(0, 0, -wide - GAP, 0)
    ink = colours.text2 if settled else colours.text
    _paint_lines(painter, room, row.text, look.text, ink, look, state.lines)


def _paint_origin(painter: QPainter, room: QRect, words: str, look: Look) -> QRect:
    """The year a task comes from or went to, in a small frame at the right; gives the room that is left."""
    colours = theme.tokens()
    width = QFontMetrics(look.small).horizontalAdvance(words) + look.icon + 12
    frame = QRect(room.right() - width, room.top(), width, look.line)
    painter.setPen(QPen(colours.border, 1))
    painter.setBrush(colours.raised)
    painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    icon = QRectF(frame.left() + 4, frame.top() + (look.line - look.icon) / 2, look.icon, look.icon)
    theme.draw_icon(painter, "redo", icon, colours.text2)
    _write(painter, frame.adjusted(look.icon + 7, 0, 0, 0), words, look.small, colours.text2)
    return room.adjusted(0, 0, -width - GAP, 0)


def _paint_giver(painter: QPainter, room: QRect, name: str, look: Look, state: State) -> None:
    """In one line the middle gives way: the name of a person stands behind the post."""
    if state.lines == 1 and name:
        middle = Qt.TextElideMode.ElideMiddle
        name = QFontMetrics(look.small).elidedText(name, middle, room.width())
    _paint_words(painter, room, name, look, state)


def _paint_words(painter: QPainter, room: QRect, words: str, look: Look, state: State) -> None:
    colours = theme.tokens()
    ink = colours.text if words else colours.text3
    _paint_lines(painter, room, words or NOT_SAID, look.small, ink, look, state.lines)


def _paint_deadline(painter: QPainter, room: QRect, row: Row, look: Look, state: State) -> None:
    """The words, and below them the day, or that it has passed: in one line that word comes first."""
    colours = theme.tokens()
    first, second = _halves(room, look, state.lines)
    ink = colours.text if row.deadline else colours.text3
    note, note_ink = row.deadline_note, colours.text2
    if row.overdue and state.lines == 1:
        first = _paint_overdue(painter, first, look)
    elif row.overdue:
        second = _paint_overdue(painter, second, look)
    _write(painter, first, row.deadline or NOT_SAID, look.small, ink)
    if state.lines > 1 and note:
        _write(painter, second, note, look.small, note_ink)


def _paint_overdue(painter: QPainter, room: QRect, look: Look) -> QRect:
    """Icon and word in the colour of errors; gives the room behind them."""
    ink, side = theme.tokens().error, look.icon - 1
    icon = QRectF(room.left(), room.top() + (look.line - side) / 2, side, side)
    theme.draw_icon(painter, "warning", icon, ink)
    room = room.adjusted(side + 3, 0, 0, 0)
    end = _write(painter, room, _tr(OVERDUE), look.small_strong, ink)
    return room.adjusted(end - room.left() + GAP, 0, 0, 0)


def _paint_status(painter: QPainter, room: QRect, row: Row, look: Look, state: State) -> None:
    colours, status = theme.tokens(), row.task.status
    ink = status_ink(status)
    first, second = _halves(room, look, state.lines)
    icon = QRectF(first.left(), first.top() + (look.line - look.icon) / 2, look.icon, look.icon)
    theme.draw_icon(painter, ICONS[status], icon, ink)
    words = first.adjusted(look.icon + GAP, 0, -look.icon, 0)
    _write(painter, words, row.status, look.small, ink)
    if not state.read_only:
        arrow = QRectF(first.right() - look.icon + 3, icon.top(), look.icon, look.icon)
        theme.draw_icon(painter, "chevron-down", arrow, colours.text3)
    if state.lines > 1:
        done = row.task.done_on
        note = _tr("ngày {day}").format(day=f"{done:%d/%m/%Y}") if done else row.task.note
        _write(painter, second, " ".join(note.split()), look.small, colours.text2)


def _paint_match(
    painter: QPainter, room: QRect, cell: QRect, row: Row, look: Look, state: State
) -> None:
    offered = row.matches[state.offered] if state.offered < len(row.matches) else None
    first, second = _halves(room, look, state.lines)
    if row.found and offered is not None and state.lines == 1:
        left = _paint_counts(painter, first, row, look)
        words = _tr("+{count} gợi ý").format(count=number(len(row.matches)))
        _write(painter, first.adjusted(left - first.left(), 0, 0, 0), words, look.small,
               theme.tokens().accent)  # fmt: skip
    elif row.found:
        _paint_counts(painter, first, row, look)
    elif offered is None:
        ink = theme.tokens().text3
        _write(painter, first, _tr(MENTIONS[Mention.NONE]), look.small, ink)
    if offered is None or (row.found and state.lines == 1):
        return
    shows_key = state.current and not state.read_only
    key = accept_rect(cell, look)
    place = second if row.found else first
    if shows_key and (place.bottom() >= key.top()):
        place = place.adjusted(0, 0, -key.width() - GAP, 0)
    _paint_proposal(painter, place, offered.evidence.kind, offered.evidence.text, look)
    if shows_key:
        _write(painter, key.adjusted(4, 0, 4, 0), _tr("⏎ nhận"), look.small_strong,
               theme.tokens().accent)  # fmt: skip


def _paint_counts(painter: QPainter, room: QRect, row: Row, look: Look) -> int:
    """ "✓ 1 kết quả  ⚠ –"; gives where it ends."""
    colours, found = theme.tokens(), dict(row.found)
    kinds = (*_SHOWN_KINDS, *((Kind.TASK,) if Kind.TASK in found else ()))
    left = room.left()
    for kind in kinds:
        ink = theme.kind_ink(kind) if kind in found else colours.text3
        side = look.icon
        icon = QRectF(left, room.top() + (look.line - side) / 2, side, side)
        theme.draw_icon(painter, theme.kind_icon(kind), icon, ink)
        label = theme.KIND_LABEL[kind].lower()
        words = f"{number(found[kind])} {label}" if kind in found else "–"
        place = QRect(left + side + 3, room.top(), room.right() - left - side - 3, look.line)
        left = _write(painter, place, words, look.small, ink) + 2 * GAP
    return left


def _paint_proposal(painter: QPainter, room: QRect, kind: Kind, words: str, look: Look) -> None:
    """What is proposed: its kind, its words as far as they go, dotted below as every suggestion is."""
    ink, side = theme.kind_ink(kind), look.icon
    icon = QRectF(room.left(), room.top() + (look.line - side) / 2, side, side)
    theme.draw_icon(painter, theme.kind_icon(kind), icon, ink)
    ending = f" {_tr('(gợi ý)')}"
    metrics = QFontMetrics(look.small)
    wide = metrics.horizontalAdvance(ending)
    place = room.adjusted(side + 4, 0, -wide, 0)
    end = _write(painter, place, f"“{' '.join(words.split())}”", look.small, theme.tokens().text)
    pen = QPen(ink, 1.6)
    pen.setStyle(Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([1, 1.6])
    painter.setPen(pen)
    base = room.top() + (look.line + metrics.height()) / 2 - 1  # below the dots of ạ and ộ
    painter.drawLine(QPointF(place.left(), base), QPointF(end, base))
    rest = QRect(end, room.top(), wide + 2, room.height())
    _write(painter, rest, ending, look.small, theme.tokens().text2)


def _halves(room: QRect, look: Look, lines: int) -> tuple[QRect, QRect]:
    """The first and the second line of a cell; with one line the same twice."""
    first = QRect(room.left(), room.top(), room.width(), look.line)
    return first, first.translated(0, look.line) if lines > 1 else first


def _paint_lines(
    painter: QPainter, room: QRect, words: str, font: QFont, ink: QColor, look: Look, lines: int
) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    for at, line in enumerate(elided_lines(words, font, room.width(), lines)):
        top = room.top() + at * look.line
        painter.drawText(QPointF(room.left(), top + baseline(look.text)), line)


def _write(painter: QPainter, room: QRect, words: str, font: QFont, ink: QColor) -> int:
    """Write one elided line; gives where it ended."""
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(ink)
    beginning = words[:_SEEN]
    shown = metrics.elidedText(beginning, Qt.TextElideMode.ElideRight, max(0, room.width()))
    painter.drawText(room, _LEFT | Qt.TextFlag.TextSingleLine, shown)
    return room.left() + metrics.horizontalAdvance(shown)
