"""The table of tasks: keys as in the reader, several can be chosen, the status is chosen in its cell. Wishes are signals."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tttt_desktop.ui import theme
from tttt_desktop.ui.following.columns import Column
from tttt_desktop.ui.following.fitted_table import FittedTable
from tttt_desktop.ui.following.model import TaskModel
from tttt_desktop.ui.following.painting import State, accept_rect, paint_cell
from tttt_desktop.ui.following.rows import Row
from tttt_desktop.ui.parts.selections import chosen_rows, selection_of

Index = QModelIndex | QPersistentModelIndex
_FLAG = QItemSelectionModel.SelectionFlag
_NONE, _SHIFT, _CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
COMMAND_KEYS = {
    (Qt.Key.Key_Return, _NONE): "accept_match",
    (Qt.Key.Key_Enter, _NONE): "accept_match",
    (Qt.Key.Key_Delete, _NONE): "decline_match",
    (Qt.Key.Key_Space, _NONE): "next_match",
    (Qt.Key.Key_Space, _SHIFT): "previous_match",
    (Qt.Key.Key_1, _NONE): "task_not_started",
    (Qt.Key.Key_2, _NONE): "task_under_way",
    (Qt.Key.Key_3, _NONE): "task_completed",
    (Qt.Key.Key_4, _NONE): "task_dropped",
    (Qt.Key.Key_F2, _NONE): "edit_progress",
    (Qt.Key.Key_G, _CTRL): "link_result",
    (Qt.Key.Key_Return, _CTRL): "open_task",
    (Qt.Key.Key_Enter, _CTRL): "open_task",
    (Qt.Key.Key_Return, _CTRL | _SHIFT): "open_evidence",
    (Qt.Key.Key_Enter, _CTRL | _SHIFT): "open_evidence",
}


class _Cells(QStyledItemDelegate):
    def __init__(self, table: TaskTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._table.model_of_tasks.row(index.row())
        if row is None:
            return
        flags = option.state
        table = self._table
        current = index.row() == table.currentIndex().row()
        state = State(
            selected=bool(flags & QStyle.StateFlag.State_Selected),
            current=current,
            focused=current and table.hasFocus(),
            hovered=index.row() == table.hovered,
            read_only=table.read_only,
            offered=table.offered if current else 0,
            lines=table.lines,
            deadline=not table.isColumnHidden(Column.DEADLINE),
        )
        paint_cell(painter, QRect(option.rect), row, Column(index.column()), table.look, state)


class TaskTable(FittedTable):
    """`wished` names a command of the view."""

    wished = Signal(str)
    status_asked = Signal(QRect)  # the cell to choose it in, in pixels of the viewport
    current_moved = Signal()
    chosen_changed = Signal()
    menu_requested = Signal(QPoint)
    copy_asked = Signal()

    def __init__(self, model: TaskModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.model_of_tasks = model
        self.hovered = -1
        self.offered = 0  # which proposal of the current task Enter takes
        self.read_only = False
        self._quiet = False
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName(self.tr("Bảng theo dõi nhiệm vụ"))
        self.setProperty("role", "articles")
        theme.notifier().themed.connect(self.viewport().update)

    # -- what is shown --------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[Row], chosen: Collection[int], current: int | None) -> None:
        """Show rows; those with the keys `chosen` are selected, `current` is where the keyboard is."""
        top = self.verticalScrollBar().value()
        self._quiet = True
        self.model_of_tasks.show(rows)
        self._choose(chosen, current)
        self._quiet = False
        self.verticalScrollBar().setValue(top)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        self.viewport().update()

    def _choose(self, chosen: Collection[int], current: int | None) -> None:
        model, tasks = self.selectionModel(), self.model_of_tasks
        places = (at for key in chosen if (at := tasks.place(key)) >= 0)
        model.select(selection_of(tasks, places, len(Column)), _FLAG.ClearAndSelect)
        at = tasks.place(current)
        model.setCurrentIndex(tasks.index(at, 0) if at >= 0 else QModelIndex(), _FLAG.NoUpdate)

    def go_to(self, key: int) -> None:
        """Make a task the current one and the only chosen one."""
        at = self.model_of_tasks.place(key)
        if at >= 0:
            index = self.model_of_tasks.index(at, 0)
            self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect | _FLAG.Rows)
            self.scrollTo(index)

    @property
    def current(self) -> Row | None:
        """The task the keyboard is at."""
        return self.model_of_tasks.row(self.currentIndex().row())

    @property
    def chosen(self) -> list[Row]:
        """The selected tasks from top to bottom."""
        found = map(self.model_of_tasks.row, chosen_rows(self))
        return [row for row in found if row is not None]

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if not self._quiet and current.row() != previous.row():
            self.offered = 0
            self.viewport().update()
            self.current_moved.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._quiet:
            self.chosen_changed.emit()

    # -- keys and the mouse ---------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        command = COMMAND_KEYS.get((Qt.Key(event.key()), modifiers))
        if command is not None:
            self.wished.emit(command)
        elif event.key() == Qt.Key.Key_Down and modifiers == Qt.KeyboardModifier.AltModifier:
            self._ask_status(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()  # no jumping to tasks by letters
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go to the first and the last task, not to a column."""
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: len(self.model_of_tasks.rows) - 1,
        }
        if action in ends:
            return self.model_of_tasks.index(ends[action], 0)
        return super().moveCursor(action, modifiers)

    def _ask_status(self, index: QModelIndex) -> None:
        if index.isValid() and not self.read_only:
            self.status_asked.emit(self.visualRect(index.siblingAtColumn(Column.STATUS)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        was_current = index.isValid() and index.row() == self.currentIndex().row()
        chosen = self.selectionModel().isRowSelected(index.row()) if index.isValid() else False
        status = index.isValid() and index.column() == Column.STATUS
        plain = event.modifiers() == _NONE and event.button() == Qt.MouseButton.LeftButton
        if not (plain and status and chosen):  # the status of all that are chosen is to be changed
            super().mousePressEvent(event)
        if not plain or not index.isValid():
            return
        place = event.position().toPoint()
        if status:
            self._ask_status(index)
        elif index.column() == Column.MATCH and was_current and self.current is not None:
            key = accept_rect(self.visualRect(index), self.look)
            if self.current.matches and key.contains(place):
                self.wished.emit("accept_match")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() != Column.STATUS:
            self.wished.emit("open_task")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)  # type: ignore[arg-type]
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_requested.emit(place)
