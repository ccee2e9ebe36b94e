"""A table that shares its width among the columns of tasks, shows one line a row where it is low, and sorts by its heads."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.following.columns import widths
from tttt_desktop.ui.following.painting import row_height

_LOW = 260  # pixels of height below which a row is one line


class FittedTable(QTableView):
    """`sorted_by` says by which column (-1: none) and whether downwards; whoever has the rows puts them in order."""

    sorted_by = Signal(int, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = Look()
        self.lines = 2
        self._set_behaviour()
        self._set_headers()

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)

    def _set_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicatorClearable(True)
        head.setMinimumSectionSize(20)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.sortIndicatorChanged.connect(self._tell_order)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """The heads do not follow what is chosen: Qt would ask every row of every column whether it is."""
        super().setModel(model)
        if model is not None:
            head = self.horizontalHeader()
            head.setSelectionModel(QItemSelectionModel(model, head))

    def set_look(self, look: Look) -> None:
        """Fonts for a zoom."""
        self.look = look
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _fit(self) -> None:
        """Columns as wide as the window lets them be, rows of one line where it is low."""
        for column, width in widths(self.viewport().width(), self.look.zoom).items():
            self.setColumnHidden(column, not width)
            if width:
                self.setColumnWidth(column, width)
        self.lines = 1 if self.viewport().height() < _LOW * self.look.zoom // 100 else 2
        head = self.verticalHeader()
        head.setMinimumSectionSize(10)
        head.setDefaultSectionSize(row_height(self.look, self.lines))
        self.horizontalHeader().setFont(self.look.small)

    def show_order(self, column: int, descending: bool) -> None:
        """Show by which column the rows stand, -1 for their own order, without saying so."""
        head = self.horizontalHeader()
        head.blockSignals(True)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        head.setSortIndicator(column, order)
        head.blockSignals(False)

    @Slot(int, Qt.SortOrder)
    def _tell_order(self, column: int, order: Qt.SortOrder) -> None:
        self.sorted_by.emit(column, order is Qt.SortOrder.DescendingOrder)
