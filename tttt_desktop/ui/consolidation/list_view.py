"""The list of lines: several can be chosen, moved by mouse or Alt+arrows, ticked off, merged. Every wish is a signal."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tttt_desktop.domain.consolidation import Line
from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.consolidation.dragging import Dragging
from tttt_desktop.ui.consolidation.model import LineModel
from tttt_desktop.ui.consolidation.painting import (
    Heights,
    State,
    box_rect,
    paint_row,
)
from tttt_desktop.ui.consolidation.rows import Entry, Head, Row, Rows, key_of
from tttt_desktop.ui.parts.selections import chosen_rows, selection_of
from tttt_desktop.ui.parts.stack_view import StackView

_FLAG = QItemSelectionModel.SelectionFlag
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
COMMAND_KEYS = {
    (Qt.Key.Key_G, _CTRL): "merge_lines",
    (Qt.Key.Key_C, _CTRL): "copy_lines",
    (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier): "toggle_line",
    (Qt.Key.Key_Up, _ALT): "line_up",
    (Qt.Key.Key_Down, _ALT): "line_down",
    (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier): "reword_line",
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier): "open_line",
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier): "open_line",
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "decline_group",
}


class LineList(StackView):
    """`wished` names a command of the view; `dropped` says in front of which row the chosen lines are to go."""

    wished = Signal(str)
    folding = Signal(object)  # the heading that was clicked
    ticked = Signal(object)  # the line whose box was clicked
    dropped = Signal(int)
    current_moved = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, model: LineModel, parent: QWidget) -> None:
        self._lines = model  # first: Qt asks for places while the view is being made
        self._look = Look()
        self._heights = Heights(self._look)
        self._quiet = False
        self._anchor: object = None  # the key of the row at which choosing several began
        self._extends = False  # Shift is held while the current row changes
        self.read_only = False
        super().__init__(parent)
        self.setProperty("role", "articles")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(self.tr("Các dòng của báo cáo"))
        self._drag = Dragging(self, model)
        self.setModel(model)
        theme.notifier().themed.connect(self.viewport().update)

    # -- what is shown --------------------------------------------------------------------------

    def show_rows(self, rows: Rows, chosen: Collection[object], current: object) -> None:
        """Show rows; those with the keys `chosen` are selected and the one of key `current` is the current one."""
        top = self.verticalOffset()
        as_many = len(rows) == self._lines.rowCount()  # then a line that was moved is seen to move
        at_screen = None if as_many else self._top_of(current)
        self._quiet = True
        self._lines.show(rows)
        self.doItemsLayout()
        self._choose(chosen, current)
        self._quiet = False
        now = self._lines.rows.place(current)
        if at_screen is not None and now >= 0:
            rect = self.visualRect(self._lines.index(now))
            self.verticalScrollBar().setValue(self.verticalOffset() + rect.top() - at_screen)
        else:
            self.verticalScrollBar().setValue(top)
        if now >= 0:
            self.scrollTo(self._lines.index(now))
        self.viewport().update()

    def _top_of(self, key: object) -> int | None:
        """Where the row of that key begins on screen, None when it is not to be seen."""
        row = self._lines.rows.place(key)
        rect = self.visualRect(self._lines.index(row)) if row >= 0 else QRect()
        return rect.top() if rect.intersects(self.viewport().rect()) else None

    def _choose(self, chosen: Collection[object], current: object) -> None:
        places = self._lines.rows.place
        rows = (place for key in chosen if (place := places(key)) >= 0)
        self.selectionModel().select(selection_of(self._lines, rows), _FLAG.ClearAndSelect)
        self.selectionModel().setCurrentIndex(self._lines.index(places(current)), _FLAG.NoUpdate)

    def set_look(self, look: Look) -> None:
        """Fonts and distances for a zoom."""
        self._look = look
        self._heights = Heights(look)
        self.doItemsLayout()

    def row_heights(self, width: int) -> list[int]:
        return self._heights.of(self._lines.rows.items, width)

    def measure(self, some: Sequence[Line], of: int) -> None:
        """Measure lines that will be shown with others, so many together: what is measured is known then."""
        self._heights.of(some, self.row_width(of))

    def _go_to(self, index: QModelIndex) -> None:
        """Make a row the current one and the only chosen one, whatever keys are held."""
        self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    @property
    def rows(self) -> Rows:
        """What is shown."""
        return self._lines.rows

    @property
    def current(self) -> Row | None:
        """The row the keyboard is at."""
        return self._lines.rows.at(self.currentIndex().row())

    def _chosen(self) -> dict[object, Line]:
        return self._lines.rows.lines(chosen_rows(self))

    @property
    def chosen_keys(self) -> set[object]:
        """The keys of the selected rows."""
        return set(self._chosen())

    @property
    def chosen(self) -> list[Line]:
        """The selected lines from top to bottom, each once."""
        return list({line.key: line for line in self._chosen().values()}.values())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._quiet:
            self.current_moved.emit()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        row = self._lines.rows.at(current.row())
        if not self._extends and row is not None:
            self._anchor = key_of(row)
        if not self._quiet:
            self.current_moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first line is where the keyboard begins."""
        super().focusInEvent(event)
        if not isinstance(self.current, Entry) and not self.chosen:
            rows = enumerate(self._lines.rows)
            first = next((at for at, row in rows if isinstance(row, Entry)), -1)
            if first >= 0:
                self._go_to(self._lines.index(first))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """The row that was pressed; with Shift all from where the choosing began. Qt's own beginning is lost with every
        new showing of the rows.
        """
        index = self.indexAt(rect.topLeft())
        selection = QItemSelection(index, index)
        if command & _FLAG.Current:
            last = self.currentIndex().row()
            begun = self._lines.rows.place(self._anchor)
            ends = sorted((begun if begun >= 0 else last, last))
            selection = QItemSelection(*(self._lines.index(row) for row in ends))
        self.selectionModel().select(selection, command)

    # -- keys -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        command = COMMAND_KEYS.get((Qt.Key(event.key()), modifiers))
        row = self.current
        if event.key() == Qt.Key.Key_Escape and self._drag.row >= 0:
            self._drag.end()
        elif isinstance(row, Head) and self._folds(row, event, command):
            self.folding.emit(row)
        elif command is not None:
            self.wished.emit(command)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go_to_heading(event.key() == Qt.Key.Key_Left)
        elif event.text().isprintable() and event.text():
            event.ignore()  # no jumping to lines by letters
        else:
            self._extends = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            super().keyPressEvent(event)
            self._extends = False

    @staticmethod
    def _folds(row: Head, event: QKeyEvent, command: str | None) -> bool:
        key = event.key()
        return (
            command in ("open_line", "toggle_line")
            or (key == Qt.Key.Key_Left and not row.folded)
            or (key == Qt.Key.Key_Right and row.folded)
        )

    def _go_to_heading(self, back: bool) -> None:
        """Left: to the heading above."""
        at = self.currentIndex().row()
        rows = range(at - 1, -1, -1) if back else ()
        for row in rows:
            if not isinstance(self._lines.rows.at(row), Entry):
                self._go_to(self._lines.index(row))
                return

    # -- the mouse ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        row = self._lines.rows.at(self.indexAt(place).row())
        if event.button() != Qt.MouseButton.LeftButton or row is None:
            super().mousePressEvent(event)
            return
        rect = self.visualRect(self.indexAt(place))
        if isinstance(row, Head):
            self._go_to(self.indexAt(place))
            self.folding.emit(row)
        elif isinstance(row, Entry) and box_rect(rect).adjusted(-3, -6, 3, 6).contains(place):
            self.ticked.emit(row.line)
        else:
            self._begin_press(event, row, rect, place)

    def _begin_press(self, event: QMouseEvent, row: Row, rect: QRect, place: QPoint) -> None:
        """A press on a chosen line may begin a drag of all that are chosen: only the release chooses it alone."""
        draggable = isinstance(row, Entry) and row.offer is None and not self.read_only
        if draggable:
            self._drag.press(place)
        chosen = self.selectionModel().isSelected(self.indexAt(place))
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if not (draggable and chosen and plain):
            self._extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            super().mousePressEvent(event)
            self._extends = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if not self._drag.pressed or not event.buttons() & Qt.MouseButton.LeftButton:
            if not self.read_only:
                self._drag.show_grip(place)
            self.viewport().update()  # the hovered row is another one
        elif self.selectionModel().hasSelection():
            self._drag.move(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, dropped = self._drag.pressed, self._drag.end()
        if dropped >= 0:
            self.dropped.emit(dropped)
        elif pressed and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._go_to(self.indexAt(event.position().toPoint()))
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if isinstance(self._lines.rows.at(index.row()), Entry):
            self.wished.emit("open_line")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_requested.emit(place)

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        mouse = self.viewport().mapFromGlobal(QCursor.pos())
        hovered = self.indexAt(mouse).row() if self.viewport().underMouse() else -1
        selection, current = self.selectionModel(), self.currentIndex().row()
        for at in self.rows_in(event.rect().top(), event.rect().bottom()):
            index = self._lines.index(at)
            here = at == current and self.hasFocus()
            state = State(selection.isSelected(index), here, at == hovered, self.read_only)
            paint_row(painter, self.visualRect(index), self._lines.rows[at], self._look, state)
        self._drag.paint(painter)
        painter.end()
