"""The list itself: two heights of rows, so every place is arithmetic and 100,000 articles cost as much as ten."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from tttt_desktop.ui import theme
from tttt_desktop.ui.articles.delegate import HEADER_HEIGHT, ROW_HEIGHT, ArticleDelegate
from tttt_desktop.ui.articles.model import ArticleListModel, Index

Action = QAbstractItemView.CursorAction


class ArticleListView(QListView):
    """Moves from article to article; headers are seen but never current.

    It is a QListView for its keys, its mouse and what screen readers make of it; the places are our own.
    """

    chosen = Signal(int)  # the person made this article the current one
    menu_requested = Signal(int, QPoint)  # article, place on the screen

    def __init__(self, model: ArticleListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._articles = model
        self._quiet = False
        self._hovered = QPersistentModelIndex()
        self.setProperty("role", "articles")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setItemDelegate(ArticleDelegate(self))
        self.setModel(model)
        self.setAccessibleName(self.tr("Danh sách bài viết"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        theme.notifier().themed.connect(self.viewport().update)

    # -- the current article --------------------------------------------------------------------

    def set_current(self, article_id: int | None) -> None:
        """Show an article as the current one, or none, without saying `chosen`."""
        row = -1 if article_id is None else self._articles.row_of(article_id)
        index = self._articles.index(row) if row >= 0 else QModelIndex()
        if index == self.currentIndex():
            return
        self._quiet = True
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._quiet = False
        if index.isValid():
            self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        article_id = self._articles.article_id(current.row())
        if article_id is not None and not self._quiet:
            self.chosen.emit(article_id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes the first article current when none was, but does not select it."""
        super().focusInEvent(event)
        current = self.currentIndex()
        if current.isValid() and not self.selectionModel().isSelected(current):
            self.selectionModel().select(current, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    # -- places ---------------------------------------------------------------------------------

    def _top(self, row: int) -> int:
        """Where a row begins, in pixels from the top of the whole list."""
        headers = bisect_left(self._articles.headers, row)
        return row * ROW_HEIGHT - headers * (ROW_HEIGHT - HEADER_HEIGHT)

    def _row_at(self, y: int) -> int:
        """The row that covers `y`, counted from the top of the whole list; may lie outside the list."""
        headers = self._articles.headers
        above = bisect_left(headers, y + 1, key=self._top)
        if not above:
            return -1
        header = headers[above - 1]
        below = y - self._top(header) - HEADER_HEIGHT
        return header if below < 0 else header + 1 + below // ROW_HEIGHT

    def _height(self, row: int) -> int:
        return ROW_HEIGHT if self._articles.group_at(row) is None else HEADER_HEIGHT

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        row = index.row()
        top = self._top(row) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._height(row))

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._row_at(point.y() + self.verticalOffset())
        return QModelIndex() if row < 0 else self._articles.index(row)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

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
        top, bottom = self._top(row - under_header), self._top(row) + self._height(row)
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue((top + bottom - room) // 2)
        elif top < bar.value() or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(top)
        elif bottom > bar.value() + room:
            bar.setValue(bottom - room)

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        QAbstractItemView.updateGeometries(self)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(ROW_HEIGHT // 2)
        bar.setPageStep(room)
        bar.setRange(0, max(0, self._top(self._articles.rowCount()) + 8 - room))

    # -- moving and selecting -------------------------------------------------------------------

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
        return self._articles.index(self._article_near(max(0, min(target, last)), target < row))

    def _article_near(self, row: int, upwards: bool) -> int:
        """`row`, or beside a header the next article; at the very top that is below it."""
        if self._articles.group_at(row) is None:
            return row
        return row - 1 if upwards and row > 0 else row + 1

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.topLeft())
        self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    # -- painting and the mouse -----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset, area = self.verticalOffset(), event.rect()
        row = max(0, self._row_at(area.top() + offset))
        while row < self._articles.rowCount() and self._top(row) - offset <= area.bottom():
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

    def _ask_for_menu(self, place: QPoint) -> None:
        """By the mouse for the row under it; by the menu key for the current row."""
        index = self.indexAt(place)
        article_id = self._articles.article_id(index.row())
        if article_id is not None:
            self.menu_requested.emit(article_id, self.viewport().mapToGlobal(place))
