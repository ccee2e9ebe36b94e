"""A month of deadlines as a plain grid, Monday first: the model, and how a day is painted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.following.rows import Row
from tttt_desktop.ui.widgets import number

Index = QModelIndex | QPersistentModelIndex
DAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
SHORT_DAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
WEEKS = 6
ROLE = Qt.ItemDataRole
_ROOT = QModelIndex()
_PAD, _GAP = 4, 2
_SEEN = 200  # characters: no day shows more, and fitting them takes time


def _tr(text: str) -> str:
    return QCoreApplication.translate("following", text)


def first_shown(month: date) -> date:
    """The Monday that the grid of a month begins with."""
    first = month.replace(day=1)
    return first - timedelta(days=first.weekday())


def stepped(month: date, months: int) -> date:
    """The first day of the month so many months later, or earlier."""
    count = month.year * 12 + month.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


class MonthModel(QAbstractTableModel):
    """Six weeks of days; a cell says its day and its tasks aloud."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.month = date(2000, 1, 1)
        self.today = date(2000, 1, 1)
        self.short = False  # names of days
        self._due: Mapping[date, Sequence[Row]] = {}

    def show(self, month: date, today: date, due: Mapping[date, Sequence[Row]]) -> None:
        """Show a month with the tasks of its days."""
        self.month, self.today, self._due = month.replace(day=1), today, due
        self.dataChanged.emit(self.index(0, 0), self.index(WEEKS - 1, 6))

    def day(self, index: Index) -> date:
        """The day of a cell."""
        return first_shown(self.month) + timedelta(days=7 * index.row() + index.column())

    def place(self, day: date) -> QModelIndex:
        """The cell of a day; invalid when the grid does not show it."""
        days = (day - first_shown(self.month)).days
        return self.index(days // 7, days % 7) if 0 <= days < 7 * WEEKS else QModelIndex()

    def due(self, day: date) -> Sequence[Row]:
        """The tasks of a day, those that are late first."""
        return self._due.get(day, ())

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 7

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation is Qt.Orientation.Horizontal and role == ROLE.DisplayRole:
            return _tr((SHORT_DAYS if self.short else DAYS)[section])
        return None

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        day = self.day(index)
        if role in (ROLE.DisplayRole, ROLE.AccessibleTextRole):
            return self._spoken(day)
        if role == ROLE.ToolTipRole and self.due(day):
            return "\n".join(f"• {row.badge}" for row in self.due(day)[:12])
        return None

    def _spoken(self, day: date) -> str:
        due = self.due(day)
        late = sum(row.overdue for row in due)
        parts = [_tr("{weekday}, ngày {day} tháng {month}").format(
            weekday=_tr(DAYS[day.weekday()]), day=day.day, month=day.month)]  # fmt: skip
        if day == self.today:
            parts.append(_tr("hôm nay"))
        if due:
            parts.append(_tr("{count} nhiệm vụ đến hạn").format(count=len(due)))
        if late:
            parts.append(_tr("{count} quá hạn").format(count=late))
        return ", ".join(parts)


class DayPainter(QStyledItemDelegate):
    """Paints a day: its number, and as many of its tasks as there is room for."""

    def __init__(self, model: MonthModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.look = Look()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        day, rect = self._model.day(index), QRect(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, rect, day, selected=selected)
        self._paint_number(painter, rect, day)
        self._paint_badges(painter, self._badge_room(rect), day)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.tokens().accent, 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -2, -2), 4, 4)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, day: date, *, selected: bool) -> None:
        colours = theme.tokens()
        inside = day.month == self._model.month.month
        ground = colours.surface if inside else colours.bg
        painter.fillRect(rect, colours.list_selection if selected else ground)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.border)
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), colours.border)

    def _paint_number(self, painter: QPainter, rect: QRect, day: date) -> None:
        colours, look = theme.tokens(), self.look
        inside, today = day.month == self._model.month.month, day == self._model.today
        line = look.line
        room = rect.adjusted(_PAD + 2, _PAD - 2, -_PAD, 0)
        room.setHeight(line)
        painter.setFont(look.small_strong if today else look.small)
        painter.setPen(colours.accent if today else colours.text if inside else colours.text3)
        words = str(day.day) if day.day > 1 or inside else f"{day.day}/{day.month}"
        if today and rect.width() > 5 * line:
            words = f"{words} · {_tr('hôm nay')}"
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _badge_room(self, cell: QRect) -> QRect:
        """What is left of a cell below its number."""
        return cell.adjusted(_PAD, _PAD - 2 + self.look.line + 1, -_PAD, -_PAD)

    def _fitting(self, room: QRect, count: int) -> int:
        """How many of so many tasks are shown; the last line says how many more there are."""
        fits = max(0, (room.height() + _GAP) // (self.look.line + _GAP))
        return count if count <= fits else max(0, fits - 1)

    def task_at(self, cell: QRect, place: QPoint, day: date) -> Row | None:
        """The task that is painted at a place of the cell of a day."""
        room, due = self._badge_room(cell), self._model.due(day)
        at = (place.y() - room.top()) // (self.look.line + _GAP)
        inside = place.y() >= room.top() and at < self._fitting(room, len(due))
        return due[at] if inside else None

    def _paint_badges(self, painter: QPainter, room: QRect, day: date) -> None:
        due, step = self._model.due(day), self.look.line + _GAP
        if due and room.height() < self.look.line:
            self._paint_count(painter, room, due)
            return
        shown = self._fitting(room, len(due))
        for at, row in enumerate(due[:shown]):
            place = QRect(room.left(), room.top() + at * step, room.width(), self.look.line)
            self._paint_badge(painter, place, row)
        if len(due) > shown:
            self._paint_rest(painter, room, shown, due)

    def _paint_count(self, painter: QPainter, room: QRect, due: Sequence[Row]) -> None:
        """Where there is no line for a task: how many there are, beside the number of the day."""
        late = next((row for row in due if row.overdue), due[0])
        icon, ink, _ = badge_look(late)
        words, look = number(len(due)), self.look
        wide = look.icon + 3 + QFontMetrics(look.small_strong).horizontalAdvance(words)
        top = room.top() - look.line - 1
        place = QRect(room.right() - wide, top, wide + 2, look.line)
        theme.draw_icon(painter, icon, _square(place, look), ink)
        painter.setFont(look.small_strong)
        painter.setPen(ink)
        painter.drawText(
            place.adjusted(look.icon + 2, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words
        )

    def _paint_rest(self, painter: QPainter, room: QRect, shown: int, due: Sequence[Row]) -> None:
        """How many more there are; in the colour of what is late when one of them is."""
        late = any(row.overdue for row in due[shown:])
        step = self.look.line + _GAP
        top = min(room.top() + shown * step, room.bottom() - self.look.line + 1)
        place = QRect(room.left(), max(room.top(), top), room.width(), self.look.line)
        colours = theme.tokens()
        text = f"+{len(due) - shown}" if shown else number(len(due))
        words = _tr("{count} nhiệm vụ").format(count=text)
        wide = QFontMetrics(self.look.small).horizontalAdvance(words) + self.look.icon + 3
        words = words if wide <= room.width() else text
        if late:
            theme.draw_icon(painter, "warning", _square(place, self.look), colours.error)
            place = place.adjusted(self.look.icon + 3, 0, 0, 0)
        _write(painter, place, words, self.look, colours.error if late else colours.text2)

    def _paint_badge(self, painter: QPainter, place: QRect, row: Row) -> None:
        colours = theme.tokens()
        icon, ink, fill = badge_look(row)
        painter.setPen(QPen(ink, 1) if colours.contrast else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(place), 3, 3)
        inner = place.adjusted(3, 0, -3, 0)
        theme.draw_icon(painter, icon, _square(inner, self.look), ink)
        _write(painter, inner.adjusted(self.look.icon + 3, 0, 0, 0), row.badge, self.look, ink)


def badge_look(row: Row) -> tuple[str, QColor, QColor]:
    """Icon, ink and ground of a task in the calendar: late, done, or still to come."""
    colours = theme.tokens()
    if row.overdue:
        return "warning", colours.error, colours.error_fill
    if row.settled:
        return "achievement", colours.achievement, colours.achievement_fill
    return row.icon, colours.task, colours.task_fill


def _square(place: QRect, look: Look) -> QRectF:
    side = look.icon - 2
    return QRectF(place.left(), place.top() + (place.height() - side) / 2, side, side)


def _write(painter: QPainter, place: QRect, words: str, look: Look, ink: QColor) -> None:
    painter.setFont(look.small)
    painter.setPen(ink)
    shown = QFontMetrics(look.small).elidedText(
        words[:_SEEN], Qt.TextElideMode.ElideRight, place.width()
    )
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
