"""The table of figures: cells are corrected in place, Enter goes to the sentence. Every wish is a signal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tttt_desktop.services.figures import Told
from tttt_desktop.ui import theme
from tttt_desktop.ui.figures.model import COLUMNS, INDICATOR, VALUE, FigureModel, Key
from tttt_desktop.ui.parts.selections import chosen_rows, selection_of

Index = QModelIndex | QPersistentModelIndex
_ROW = 30
_PAD, _ICON = 8, 22  # pixels beside the text of a cell, as its heading has; room of a sign
_FLAG = QItemSelectionModel.SelectionFlag
_CTRL, _NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
COMMAND_KEYS = {
    (Qt.Key.Key_Return, _NONE): "open_figure",
    (Qt.Key.Key_Enter, _NONE): "open_figure",
    (Qt.Key.Key_F2, _NONE): "edit_figure",
    (Qt.Key.Key_C, _CTRL): "copy_figures",
}


class _Cells(QStyledItemDelegate):
    """Cells in line with their headings, and a frame round the one that F2 would correct: only rows are coloured."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        editor.setAccessibleName(self._table.tr(COLUMNS[index.column()].title))
        return editor

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        text, icon, rect = cell.text, QIcon(cell.icon), QRect(cell.rect)
        cell.text, cell.icon = "", QIcon()
        style = self._table.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, self._table)
        painter.save()
        room = rect.adjusted(_PAD, 0, -_PAD, 0)
        if not icon.isNull():
            side = _ICON - 6
            icon.paint(painter, QRect(room.left(), room.center().y() - side // 2, side, side))
            room.setLeft(room.left() + _ICON)
        chosen = cell.state & QStyle.StateFlag.State_Selected
        ink = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.setPen(cell.palette.color(ink))
        shown = cell.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, cell.displayAlignment, shown)
        if self._table.hasFocus() and index == self._table.currentIndex():
            painter.setPen(QPen(theme.tokens().accent, 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()


class FigureTable(QTableView):
    """`wished` names a command of the view."""

    wished = Signal(str)
    menu_requested = Signal(QPoint)

    def __init__(self, model: FigureModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName(self.tr("Bảng số liệu"))
        self.setProperty("role", "list")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.doubleClicked.connect(self._clicked_twice)
        self._set_headers()

    def _set_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setHighlightSections(False)
        # Of its own: else it looks for wholly chosen columns, cell by cell, as often as it is painted.
        head.setSelectionModel(QItemSelectionModel(self._model, head))
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, column.width)
        head.setSectionResizeMode(len(COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
        self.setSortingEnabled(True)

    def current(self) -> Told | None:
        """The figure the cursor is on."""
        return self._model.told(self.currentIndex().row())

    def chosen(self) -> list[Told]:
        """The chosen figures, from above."""
        return [told for row in chosen_rows(self) if (told := self._model.told(row)) is not None]

    def show_rows(self, rows: Sequence[Told]) -> None:
        """Show other figures; those that were chosen stay chosen, and in their place, where they are still there."""
        current, column = self.current(), max(0, self.currentIndex().column())
        chosen = [told.key for told in self.chosen()]
        top = self.verticalScrollBar().value()
        self._model.show(rows)
        (row,) = self._model.rows_of([current.key])[:1] or [0] if current else [0]
        self.setCurrentIndex(self._model.index(row, column))
        self._choose(chosen)
        self.verticalScrollBar().setValue(top)
        self.scrollTo(self.currentIndex())

    def _choose(self, keys: Sequence[Key]) -> None:
        if len(keys) < 2:
            return
        selection = selection_of(self._model, self._model.rows_of(keys), len(COLUMNS))
        self.selectionModel().select(selection, _FLAG.ClearAndSelect)

    def edit_current(self) -> None:
        """Correct the current cell, or the value where nothing can be typed into the current one."""
        index = self.currentIndex()
        if not COLUMNS[max(0, index.column())].edits:
            index = index.siblingAtColumn(VALUE)
        self._edit(index)

    def rename(self) -> None:
        """Give the chosen figures another indicator."""
        self._edit(self.currentIndex().siblingAtColumn(INDICATOR))

    def _edit(self, index: QModelIndex) -> None:
        if index.isValid() and self._model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
            self.scrollTo(index)
            self.edit(index)

    @Slot(QModelIndex)
    def _clicked_twice(self, index: QModelIndex) -> None:
        editable = self._model.flags(index) & Qt.ItemFlag.ItemIsEditable
        self.wished.emit("edit_figure" if editable else "open_figure")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            return  # the Enter that ends typing comes here as well
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        command = COMMAND_KEYS.get((Qt.Key(event.key()), modifiers))
        if command is not None:
            self.wished.emit(command)
        elif event.text().isprintable() and event.text():
            event.ignore()  # no jumping to rows by letters
        else:
            super().keyPressEvent(event)

    @Slot(QPoint)
    def _ask_menu(self, place: QPoint) -> None:
        self.menu_requested.emit(self.viewport().mapToGlobal(place))
