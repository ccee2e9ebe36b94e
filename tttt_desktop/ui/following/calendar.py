"""The deadlines month by month, with the tasks of the chosen day beside the grid."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.following.due_list import DueList
from tttt_desktop.ui.following.month import WEEKS, DayPainter, MonthModel, stepped
from tttt_desktop.ui.following.rows import Row
from tttt_desktop.ui.widgets import ElidedLabel, button

_FIRST, _LAST = date(2, 1, 1), date(9998, 12, 31)
_SIDE = 300  # width of the list beside the grid
_SHORT = 100  # pixels of a day below which the names of the days are shortened
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class MonthTable(QTableView):
    """The grid. Arrows go from day to day and on into other months, Page Up and Page Down a month."""

    day_chosen = Signal(object)  # a date
    task_chosen = Signal(object)  # the Row of a badge that was clicked
    entered = Signal()  # Enter: on to the tasks of the day

    def __init__(self, model: MonthModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._days = model
        self._painter = DayPainter(model, self)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(self.tr("Lịch thời hạn"))
        self.setProperty("role", "articles")
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._set_headers()
        self.selectionModel().currentChanged.connect(self._moved)
        theme.notifier().themed.connect(self.viewport().update)

    def _set_headers(self) -> None:
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        for one in (head, self.verticalHeader()):
            one.setMinimumSectionSize(20)
            one.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def set_look(self, look: Look) -> None:
        """Fonts for a zoom."""
        self._painter.look = look
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._days.short = self.width() < 7 * _SHORT
        self.horizontalHeader().viewport().update()

    def show_weeks(self) -> None:
        """Leave out the weeks at the end that lie in the next month: the others get their room."""
        for week in range(WEEKS):
            monday = self._days.day(self._days.index(week, 0))
            self.setRowHidden(week, week > 0 and monday.month != self._days.month.month)

    @property
    def day(self) -> date:
        """The chosen day."""
        return self._days.day(self.currentIndex())

    @Slot(QModelIndex, QModelIndex)
    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.day_chosen.emit(self._days.day(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self.day_chosen.emit(self.day + timedelta(days=_ARROWS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            month = stepped(self._days.month, 1 if key == Qt.Key.Key_PageDown else -1)
            self.day_chosen.emit(month)
        elif key == Qt.Key.Key_Home:
            self.day_chosen.emit(self._days.today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()  # no searching by letters in days
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        task = self._painter.task_at(self.visualRect(index), place, self._days.day(index))
        if task is not None:
            self.task_chosen.emit(task)


class Calendar(QWidget):
    """Shows the shown tasks by their days. `task_requested` and `reading_requested` carry a Row."""

    task_requested = Signal(object)
    reading_requested = Signal(object)
    export_requested = Signal()

    def __init__(
        self, parent: QWidget | None = None, today: Callable[[], date] = date.today
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._due: Mapping[date, Sequence[Row]] = {}
        self._model = MonthModel(self)
        self.table, self.list = MonthTable(self._model, self), DueList(self)
        self._title, self._undated = QLabel(self), ElidedLabel(px=12, lines=2)
        self._day_title = ElidedLabel(px=13, weight=600)
        self._build()
        self._connect()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(12, 0, 0, 0)
        left.setSpacing(4)
        left.addLayout(self._build_head())
        left.addWidget(self.table, 1)
        side = QWidget(self)
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 0, 12, 8)
        column.setSpacing(4)
        self._day_title.setMinimumHeight(30)
        self._day_title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._undated.setProperty("role", "hint")
        column.addWidget(self._day_title)
        column.addWidget(self.list, 1)
        column.addWidget(self._undated)
        row.addLayout(left, 1)
        row.addWidget(side)

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        before = button("", "flat", "chevron-left", self.tr("Tháng trước (Page Up)"))
        after = button("", "flat", "chevron-right", self.tr("Tháng sau (Page Down)"))
        now = button(self.tr("Hôm nay"), tip=self.tr("Về hôm nay (Home)"))
        self._title.setFont(theme.ui_font(15, 600))
        self._title.setMinimumWidth(
            self._title.fontMetrics().horizontalAdvance("Tháng 12 năm 2025")
        )
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for one in (before, after):
            one.setFixedWidth(32)
            one.setIconSize(QSize(16, 16))
        for widget in (before, self._title, after, now):
            row.addWidget(widget)
        row.addStretch(1)
        export = button(self.tr("Xuất lịch (.ics)…"))
        export.clicked.connect(self.export_requested)
        row.addWidget(export)
        before.clicked.connect(self._go_back)
        after.clicked.connect(self._go_on)
        now.clicked.connect(self._go_to_today)
        return row

    def _connect(self) -> None:
        self.table.day_chosen.connect(self.show_day)
        self.table.task_chosen.connect(self.task_requested)
        self.table.entered.connect(self.list.begin)
        self.list.chosen.connect(self.task_requested)
        self.list.reading_requested.connect(self.reading_requested)
        self.list.left.connect(self.table.setFocus)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these tasks; the chosen day stays, at the beginning it is the nearest one with a deadline."""
        due: dict[date, list[Row]] = {}
        undated = 0
        for row in rows:
            if row.day is None:
                undated += 1
            else:
                due.setdefault(row.day, []).append(row)
        for one in due.values():
            one.sort(key=lambda row: (not row.overdue, row.settled, row.text))
        first = not self._due
        self._due = due
        self._tell_undated(undated)
        self.show_day(
            self._nearest() if first or not self.table.currentIndex().isValid() else self.table.day
        )

    def _nearest(self) -> date:
        """Today when something is due this month, else the nearest day with a task."""
        today = self._today()
        if any((day.year, day.month) == (today.year, today.month) for day in self._due):
            return today
        return min(self._due, key=lambda day: abs(day - today), default=today)

    def _tell_undated(self, count: int) -> None:
        text = self.tr("{count} nhiệm vụ không có ngày đến hạn nên không có trong lịch.")
        self._undated.setText(text.format(count=count) if count else "")
        self._undated.setVisible(bool(count))

    @Slot(object)
    def show_day(self, day: date) -> None:
        """Choose a day, and turn to its month; at the ends of what a date can be the calendar stays."""
        day = min(max(day, _FIRST), _LAST)
        self._model.show(day, self._today(), self._due)
        self._title.setText(
            self.tr("Tháng {month} năm {year}").format(month=day.month, year=day.year)
        )
        self.table.setAccessibleDescription(self._title.text())
        self.table.show_weeks()
        selection = self.table.selectionModel()
        selection.blockSignals(True)
        self.table.setCurrentIndex(self._model.place(day))
        selection.blockSignals(False)
        self.table.viewport().update()
        due = self._due.get(day, ())
        words = self.tr("{day}: {count} nhiệm vụ") if due else self.tr("{day}: không có thời hạn")
        self._day_title.setText(words.format(day=f"{day:%d/%m/%Y}", count=len(due)))
        self.list.show_rows(due)

    @Slot()
    def _go_back(self) -> None:
        self.show_day(stepped(self._model.month, -1))

    @Slot()
    def _go_on(self) -> None:
        self.show_day(stepped(self._model.month, 1))

    @Slot()
    def _go_to_today(self) -> None:
        self.show_day(self._today())

    def set_look(self, look: Look) -> None:
        """Fonts for a zoom."""
        self.table.set_look(look)
        self.list.set_look(look)
