"""A list of rows of two heights, drawn by a delegate: places are arithmetic, so 100,000 rows cost as much as ten."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from tttt_desktop.ui import theme
from tttt_desktop.ui.articles.delegate import ROW_HEIGHT, ArticleDelegate
from tttt_desktop.ui.articles.geometry import Geometry
from tttt_desktop.ui.articles.model import ArticleListModel, Index

Action = QAbstractItemView.CursorAction


class RowsView(QListView):
    """It is a QListView for its keys, its mouse and what screen readers make of it; the places are our own."""

    def __init__(self, model: ArticleListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._articles, self._geometry = model, Geometry(model)
        self._hovered = QPersistentModelIndex()
        self.setProperty("role", "articles")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setItemDelegate(ArticleDelegate(self))
        self.setModel(model)
        theme.notifier().themed.connect(self.viewport().update)

    # -- places ---------------------------------------------------------------------------------

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        row = index.row()
        top = self._geometry.top(row) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._geometry.height(row))

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._geometry.row_at(point.y() + self.verticalOffset())
        return QModelIndex() if row < 0 else self._articles.index(row)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for part in parts(selection):
            first, last = self.visualRect(part.topLeft()), self.visualRect(part.bottomRight())
            region += first.united(last).intersected(self.viewport().rect())
        return region

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into sight, together with the header just above it."""
        if not index.isValid():
            return
        self.executeDelayedItemsLayout()  # the bar may still end where the list ended before
        row, bar, room = index.row(), self.verticalScrollBar(), self.viewport().height()
        under_header = row > 0 and self._articles.group_at(row - 1) is not None
        top, bottom = self._geometry.top(row - under_header), self._geometry.bottom(row)
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue((top + bottom - room) // 2)
        elif top < bar.value() or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(top)
        elif bottom > bar.value() + room:
            bar.setValue(bottom - room)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """All rows in sight are drawn anew. A QListView that has not laid its own items out draws none."""
        QAbstractItemView.scrollContentsBy(self, dx, dy)

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        QAbstractItemView.updateGeometries(self)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(ROW_HEIGHT // 2)
        bar.setPageStep(room)
        bar.setRange(0, max(0, self._geometry.top(self._articles.rowCount()) + 8 - room))

    def moveCursor(self, action: Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        last = self._articles.rowCount() - 1
        if last < 0:
            return QModelIndex()
        current = self.currentIndex()
        page = max(1, self.viewport().height() // ROW_HEIGHT - 1)
        row = current.row() if current.isValid() else 0
        target = {
            Action.MoveUp: row - 1,
            Action.MoveDown: row + 1 if current.isValid() else 1,
            Action.MovePageUp: row - page,
            Action.MovePageDown: row + page,
            Action.MoveHome: 0,
            Action.MoveEnd: last,
        }.get(action, row)
        near = self._geometry.article_near(max(0, min(target, last)), target < row)
        return self._articles.index(near)

    # -- painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset, area = self.verticalOffset(), event.rect()
        row = max(0, self._geometry.row_at(area.top() + offset))
        while row < self._articles.rowCount() and self._geometry.top(row) - offset <= area.bottom():
            self._paint_row(painter, self._articles.index(row))
            row += 1

    def _paint_row(self, painter: QPainter, index: QModelIndex) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        state = QStyle.StateFlag.State_Enabled
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if self.hasFocus() and index == self.currentIndex():
            state |= QStyle.StateFlag.State_HasFocus
        if index == self._hovered:
            state |= QStyle.StateFlag.State_MouseOver
        option.state = state
        self.itemDelegateForIndex(index).paint(painter, option, index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(QModelIndex())
        return super().viewportEvent(event)

    def _hover(self, index: QModelIndex) -> None:
        if index == self._hovered:
            return
        self.viewport().update(self.visualRect(self._hovered))
        self.viewport().update(self.visualRect(index))
        self._hovered = QPersistentModelIndex(index)


def parts(selection: QItemSelection) -> list[QItemSelectionRange]:
    """The stretches of rows that are selected."""
    return [selection.at(number) for number in range(selection.count())]
