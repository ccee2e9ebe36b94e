"""A list view whose rows are stacked by heights we compute: QListView asks a delegate 500 times, which takes 5 ms a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

Index = QModelIndex | QPersistentModelIndex
_LEAST_HEIGHT = 20  # of a row


class StackView(QListView):
    """Rows over the whole width, one below the other. A QListView for screen readers; the places are ours."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tops = [0]
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def row_heights(self, width: int) -> Sequence[int]:
        """The height of each row at a width. To be told by the subclass."""
        raise NotImplementedError

    def row_width(self, rows: int) -> int:
        """How wide the rows will be when there are so many: with many a scroll bar comes and takes its part of them."""
        port, bar = self.viewport(), self.verticalScrollBar()
        comes = not bar.isVisible() and rows * _LEAST_HEIGHT > port.height()
        return port.width() - (bar.sizeHint().width() if comes else 0)

    def doItemsLayout(self) -> None:
        width = self.row_width(self.model().rowCount() if self.model() is not None else 0)
        self._tops = [0, *accumulate(self.row_heights(width))]
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        QAbstractItemView.updateGeometries(self)
        page, bar = self.viewport().height(), self.verticalScrollBar()
        bar.setPageStep(page)
        bar.setSingleStep(30)
        bar.setRange(0, max(0, self._tops[-1] - page))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()
        QAbstractItemView.resizeEvent(self, event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(0, dy)

    def visualRect(self, index: Index) -> QRect:
        row = index.row()
        if not 0 <= row < len(self._tops) - 1:
            return QRect()
        top, bottom = self._tops[row], self._tops[row + 1]
        return QRect(0, top - self.verticalOffset(), self.viewport().width(), bottom - top)

    def rows_in(self, top: int, bottom: int) -> range:
        """The rows that lie between two heights of the viewport."""
        offset, last = self.verticalOffset(), len(self._tops) - 2
        first = bisect_right(self._tops, top + offset) - 1
        return range(max(0, first), min(last, bisect_right(self._tops, bottom + offset) - 1) + 1)

    def indexAt(self, point: QPoint) -> QModelIndex:
        rows = self.rows_in(point.y(), point.y()) if point.y() + self.verticalOffset() >= 0 else ()
        below_all = point.y() + self.verticalOffset() >= self._tops[-1]
        return QModelIndex() if below_all or not rows else self.model().index(rows[0], 0)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Show the row, all of it where it fits, else from its top."""
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        below = rect.bottom() - self.viewport().height() + 1
        if rect.top() < 0 or rect.height() > self.viewport().height():
            bar.setValue(bar.value() + rect.top())
        elif below > 0:
            bar.setValue(bar.value() + below)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        last, row = len(self._tops) - 2, self.currentIndex().row()
        page = max(1, len(self.rows_in(0, self.viewport().height())) - 1)
        move = QAbstractItemView.CursorAction
        target = {
            move.MoveUp: row - 1,
            move.MovePrevious: row - 1,
            move.MoveHome: 0,
            move.MoveEnd: last,
            move.MovePageUp: row - page,
            move.MovePageDown: row + page,
        }.get(action, row + 1)
        return self.model().index(min(max(0, target), last), 0) if last >= 0 else QModelIndex()

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        self.selectionModel().select(self.indexAt(rect.topLeft()), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region, seen = QRegion(), self.rows_in(0, self.viewport().height())
        for at in range(selection.count()):
            top, bottom = selection.at(at).top(), selection.at(at).bottom()
            for row in range(max(top, seen.start), min(bottom + 1, seen.stop)):
                region += self.visualRect(self.model().index(row, 0))
        return region
