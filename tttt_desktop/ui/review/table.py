"""The table of the import review: one row a file, everything in it reached by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QTableView,
    QWidget,
)

from tttt_desktop.domain.stretches import stretches
from tttt_desktop.ui import theme
from tttt_desktop.ui.review.cells import CellDelegate, Heading
from tttt_desktop.ui.review.model import (
    ATTRIBUTES,
    DAY,
    NOTE,
    OUTLET,
    PROVINCE,
    TITLE,
    ReviewModel,
)

Index = QModelIndex | QPersistentModelIndex
_WIDTHS = {PROVINCE: 112, DAY: 92, OUTLET: 128}
_NOTE_SHARE, _NOTE_LEAST = 0.32, 262
_FRAME = 3  # the ring of the keyboard, and a hair
Key = Qt.Key


class ReviewTable(QTableView):
    """Space ticks the selected rows, F2 or a double click edits a cell, Delete takes rows out, F4 compares."""

    compare_requested = Signal(int)  # number of a row
    row_chosen = Signal(object)  # its number, None when there is none

    def __init__(self, model: ReviewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model
        self._kept: tuple[list[int], list[int], int] = (
            [],
            [],
            TITLE,
        )  # from the current row on, selected, column
        self.setModel(model)
        self._cells = CellDelegate(self)
        self._cells.compare_requested.connect(self._compare)
        self.setItemDelegate(self._cells)
        self.setProperty("role", "list")
        self.setAccessibleName(self.tr("Các bài sắp nhập"))
        self._build()
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._find_place)

    def _build(self) -> None:
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QTableView.EditTrigger.DoubleClicked | QTableView.EditTrigger.EditKeyPressed
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(30)
        header = Heading(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(header)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(60)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)

    def allow_sorting(self) -> None:
        """Let a click on a heading sort; while rows come, none of them moves."""
        self.setSortingEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = event.size().width()
        if width != event.oldSize().width():
            self.setColumnWidth(NOTE, max(_NOTE_LEAST, round(width * _NOTE_SHARE)))
        super().resizeEvent(event)

    def wanted_height(self) -> int:
        """Pixels in which every row is to be seen."""
        rows = max(2, self._rows.rowCount()) * self.verticalHeader().defaultSectionSize()
        header = self.horizontalHeader()
        return rows + max(header.height(), header.sizeHint().height()) + 2 * _FRAME

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._rows.rowCount() and self.isSortingEnabled():
            painter = QPainter(self.viewport())
            painter.setPen(theme.tokens().text3)
            room = self.viewport().rect()
            said = self.tr("Không có dòng nào.")
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, said)
            painter.end()

    # -- rows by number -------------------------------------------------------------------------

    def current_number(self) -> int | None:
        """The number of the row the keyboard is on."""
        index = self.currentIndex()
        return self._rows.numbers([index.row()])[0] if index.isValid() else None

    def selected_numbers(self) -> list[int]:
        """The numbers of the selected rows."""
        blocks = self.selectionModel().selection()  # row by row, thousands of them take a second
        places: set[int] = set()
        for number in range(blocks.count()):
            block = blocks.at(number)
            places.update(range(block.top(), block.bottom() + 1))
        return self._rows.numbers(sorted(places))

    def go_to(self, number: int) -> None:
        """Put the keyboard on a row."""
        place = self._rows.place(number)
        if place is not None:
            self.setCurrentIndex(self._rows.index(place, TITLE))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row() or not previous.isValid():
            self.row_chosen.emit(self.current_number())

    @Slot()
    def _keep_place(self) -> None:
        index = self.currentIndex()
        row = max(0, index.row())
        after = self._rows.numbers(range(row, self._rows.rowCount()))
        self._kept = after, self.selected_numbers(), max(TITLE, index.column())

    @Slot()
    def _find_place(self) -> None:
        """Back on the same row; when it is gone, on the next that is still there."""
        after, selected, column = self._kept
        count = self._rows.rowCount()
        if not count:
            self.row_chosen.emit(None)
            return
        there = (place for number in after if (place := self._rows.place(number)) is not None)
        self.setCurrentIndex(self._rows.index(next(there, count - 1), column))
        self.scrollTo(self.currentIndex())
        places = sorted(p for p in map(self._rows.place, selected) if p is not None)
        if len(places) > 1:
            self._select(places)

    def _select(self, places: list[int]) -> None:
        """Select rows, given from top to bottom in runs as long as can be."""
        selection = QItemSelection()
        for run in stretches(places):
            top, bottom = self._rows.index(run[0], TITLE), self._rows.index(run[-1], NOTE)
            selection.append(QItemSelectionRange(top, bottom))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.ClearAndSelect)

    # -- keys -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[int, Callable[[], None]] = {
            Key.Key_Space: lambda: self._rows.toggle(self.selected_numbers()),
            Key.Key_Delete: lambda: self._rows.remove(self.selected_numbers()),
            Key.Key_F2: self.edit_current,
        }
        act = acts.get(event.key()) if not event.modifiers() else None
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def edit_current(self) -> None:
        """Edit the cell the keyboard is on; from the note, the title."""
        index = self.currentIndex()
        if index.isValid():
            column = index.column() if index.column() in ATTRIBUTES else TITLE
            wanted = self._rows.index(index.row(), column)
            if self._rows.flags(wanted) & Qt.ItemFlag.ItemIsEditable:
                self.setCurrentIndex(wanted)
                self.edit(wanted)

    @Slot(int)
    def _compare(self, place: int) -> None:
        self.compare_requested.emit(self._rows.numbers([place])[0])
