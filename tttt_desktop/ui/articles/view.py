"""The list itself: moving from article to article, and gathering several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
)
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
Modifier = Qt.KeyboardModifier
_GATHERING = Modifier.ShiftModifier | Modifier.ControlModifier
_COMMANDS = _GATHERING & ~Modifier.ShiftModifier | Modifier.AltModifier | Modifier.MetaModifier
_REPLACE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class ArticleListView(QListView):
    """Headers are seen but never current. Shift and Ctrl gather articles without opening any of them.

    It is a QListView for its keys, its mouse and what screen readers make of it; the places are our own.
    """

    chosen = Signal(int)  # the person made this article the current one
    gathered = Signal()  # more or fewer articles are chosen now
    letter_typed = Signal(str)
    menu_requested = Signal(int, QPoint)  # article, place on the screen

    def __init__(self, model: ArticleListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._articles, self._geometry = model, Geometry(model)
        self._quiet = False
        self._told: int | None = None  # the article last said or set to be the current one
        self._hovered = QPersistentModelIndex()
        self.setProperty("role", "articles")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.setItemDelegate(ArticleDelegate(self))
        self.setModel(model)
        self.setAccessibleName(self.tr("Danh sách bài viết"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        theme.notifier().themed.connect(self.viewport().update)

    # -- the current article --------------------------------------------------------------------

    def set_current(self, article_id: int | None) -> None:
        """Show an article as the current one, or none, without saying `chosen`. No other stays chosen."""
        row = -1 if article_id is None else self._articles.row_of(article_id)
        index = self._articles.index(row) if row >= 0 else QModelIndex()
        self._told = article_id
        if index == self.currentIndex() and not self.gathered_ids():
            return
        with self._quietly():
            self.selectionModel().setCurrentIndex(index, _REPLACE)
        if index.isValid():
            self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._quiet:
            self._tell(self._articles.article_id(current.row()))

    def _tell(self, article_id: int | None) -> None:
        if article_id is not None:
            self._told = article_id
            self.chosen.emit(article_id)

    @contextmanager
    def _quietly(self, quiet: bool = True) -> Iterator[None]:
        before, self._quiet = self._quiet, self._quiet or quiet
        try:
            yield
        finally:
            self._quiet = before

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes the first article current when none was, but does not select it."""
        super().focusInEvent(event)
        current = self.currentIndex()
        if current.isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(current, _REPLACE)

    # -- several articles -----------------------------------------------------------------------

    def gathered_ids(self) -> list[int]:
        """The chosen articles in the order of the list, when they are more than one."""
        parts = sorted(_parts(self.selectionModel().selection()), key=QItemSelectionRange.top)
        ids = [one for p in parts for one in self._articles.ids_between(p.top(), p.bottom())]
        return ids if len(ids) > 1 else []

    def gather(self, ids: Sequence[int]) -> None:
        """Choose those of these articles that are in the list, quietly."""
        rows = sorted(row for one in ids if (row := self._articles.row_of(one)) >= 0)
        wanted = QItemSelection()
        for first, last in _runs(rows):
            wanted.select(self._articles.index(first), self._articles.index(last))
        with self._quietly():
            if rows:
                flag = QItemSelectionModel.SelectionFlag.NoUpdate
                self.selectionModel().setCurrentIndex(self._articles.index(rows[0]), flag)
            self.selectionModel().select(wanted, _REPLACE)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.gathered.emit()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        offset, last = self.verticalOffset(), self._articles.rowCount() - 1
        rows = sorted(self._geometry.row_at(y + offset) for y in (rect.top(), rect.bottom()))
        part = QItemSelection()
        if last >= 0 and rows[0] <= last:
            first, end = (self._articles.index(max(0, min(row, last))) for row in rows)
            part.select(first, end)
        self.selectionModel().select(part, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for part in _parts(selection):
            first, last = self.visualRect(part.topLeft()), self.visualRect(part.bottomRight())
            region += first.united(last).intersected(self.viewport().rect())
        return region

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        on_gathered = event.button() == Qt.MouseButton.RightButton and (
            self.selectionModel().isSelected(index)
        )
        with self._quietly(on_gathered or bool(event.modifiers() & _GATHERING)):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        plain = not event.modifiers() & _GATHERING
        if plain and event.button() == Qt.MouseButton.LeftButton and not self.gathered_ids():
            current = self._articles.article_id(self.currentIndex().row())
            if current != self._told:
                self._tell(current)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        with self._quietly(event.buttons() != Qt.MouseButton.NoButton):
            super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter goes to the search box: there Vietnamese is typed as anywhere."""
        if event.text().isalpha() and not event.modifiers() & _COMMANDS:
            self.letter_typed.emit(event.text())
            return
        with self._quietly(bool(event.modifiers() & _GATHERING)):
            super().keyPressEvent(event)

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

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        QAbstractItemView.updateGeometries(self)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(ROW_HEIGHT // 2)
        bar.setPageStep(room)
        bar.setRange(0, max(0, self._geometry.top(self._articles.rowCount()) + 8 - room))

    def moveCursor(self, action: Action, modifiers: Modifier) -> QModelIndex:
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

    # -- painting and the mouse -----------------------------------------------------------------

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
        article_id = self._articles.article_id(self.indexAt(place).row())
        if article_id is not None:
            self.menu_requested.emit(article_id, self.viewport().mapToGlobal(place))


def _parts(selection: QItemSelection) -> list[QItemSelectionRange]:
    return [selection.at(number) for number in range(selection.count())]


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of rows that follow one another."""
    first = 0
    for at, row in enumerate(rows):
        if at + 1 == len(rows) or rows[at + 1] != row + 1:
            yield rows[first], row
            first = at + 1
