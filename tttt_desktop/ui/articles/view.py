"""The list itself: moving from article to article, and gathering several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tttt_desktop.ui.articles.model import ArticleListModel, Index
from tttt_desktop.ui.articles.rows_view import RowsView, parts
from tttt_desktop.ui.parts.selections import selection_of

Modifier = Qt.KeyboardModifier
_GATHERING = Modifier.ShiftModifier | Modifier.ControlModifier
_COMMANDS = _GATHERING & ~Modifier.ShiftModifier | Modifier.AltModifier | Modifier.MetaModifier
_REPLACE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class ArticleListView(RowsView):
    """Headers are seen but never current. Shift and Ctrl gather articles without opening any of them."""

    chosen = Signal(int)  # the person made this article the current one
    gathered = Signal()  # more or fewer articles are chosen now
    letter_typed = Signal(str)
    menu_requested = Signal(int, QPoint)  # article, place on the screen

    def __init__(self, model: ArticleListModel, parent: QWidget | None = None) -> None:
        self._quiet = False
        self._told: int | None = None  # the article last said or set to be the current one
        super().__init__(model, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(self.tr("Danh sách bài viết"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)

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
        chosen = sorted(parts(self.selectionModel().selection()), key=QItemSelectionRange.top)
        ids = [one for p in chosen for one in self._articles.ids_between(p.top(), p.bottom())]
        return ids if len(ids) > 1 else []

    def gather(self, ids: Sequence[int]) -> None:
        """Choose those of these articles that are in the list, quietly."""
        rows = sorted(row for one in ids if (row := self._articles.row_of(one)) >= 0)
        with self._quietly():
            if rows:
                flag = QItemSelectionModel.SelectionFlag.NoUpdate
                self.selectionModel().setCurrentIndex(self._articles.index(rows[0]), flag)
            self.selectionModel().select(selection_of(self._articles, rows), _REPLACE)

    def selectAll(self) -> None:
        """Ctrl+A. Qt would look at each row by itself."""
        last = self._articles.rowCount() - 1
        if last >= 0:
            whole = QItemSelection(self._articles.index(0), self._articles.index(last))
            self.selectionModel().select(whole, _REPLACE)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter goes to the search box: there Vietnamese is typed as anywhere."""
        if event.text().isalpha() and not event.modifiers() & _COMMANDS:
            self.letter_typed.emit(event.text())
            return
        with self._quietly(bool(event.modifiers() & _GATHERING)):
            super().keyPressEvent(event)

    def _ask_for_menu(self, place: QPoint) -> None:
        """By the mouse for the row under it; by the menu key for the current row."""
        article_id = self._articles.article_id(self.indexAt(place).row())
        if article_id is not None:
            self.menu_requested.emit(article_id, self.viewport().mapToGlobal(place))
