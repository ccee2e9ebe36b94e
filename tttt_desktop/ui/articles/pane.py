"""The left pane: filter bar, list, and what is said when nothing matches."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget

from tttt_desktop.domain.records import ArticleFilter, ArticleRow, ArticleState, Hit, Totals
from tttt_desktop.ui import theme
from tttt_desktop.ui.articles.facets import Facets
from tttt_desktop.ui.articles.filter_bar import FilterBar
from tttt_desktop.ui.articles.model import ArticleListModel
from tttt_desktop.ui.articles.view import ArticleListView
from tttt_desktop.ui.widgets import ElidedLabel, button, dropped_files

HITS = 50  # articles whose piece of text is shown; those further down show province and date


class Source(Protocol):
    """What the pane asks of an open dossier."""

    def article_ids(self, filter: ArticleFilter) -> list[int]:
        """Ids in the order of the list."""

    def article_rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        """One row per known id, in the same order."""

    def facets(self, filter: ArticleFilter) -> Facets:
        """Values and counts to filter by, each without its own condition."""

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """What was found and where."""


class ArticlePane(QFrame):
    """Whoever holds it answers `filter_changed` with `refresh`, and the others by doing what they ask."""

    article_activated = Signal(int)  # the person moved to this article
    reading_requested = Signal(int)  # Enter or double click: on to the text
    filter_changed = Signal(object)  # ArticleFilter
    files_dropped = Signal(list)  # paths
    state_requested = Signal(int, object)  # article, ArticleState
    remove_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._current: int | None = None
        self._place = 0  # where the current article stands, or stood before it left the list
        self.setProperty("role", "surface")
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Bài viết"))
        self._build()
        self._connect()

    def _build(self) -> None:
        self.bar = FilterBar()
        self.model = ArticleListModel(self)
        self.view = ArticleListView(self.model)
        self._nothing, self._said = QWidget(), ElidedLabel(lines=3)
        self._said.setProperty("role", "label")
        self._clear = button(self.tr("Xoá bộ lọc"))
        column = QVBoxLayout(self._nothing)
        column.setContentsMargins(16, 20, 16, 16)
        column.addWidget(self._said)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.bar.changed.connect(self.filter_changed)
        self.bar.list_requested.connect(self._enter_list)
        self._clear.clicked.connect(self.bar.clear)
        self.view.chosen.connect(self._activate)
        self.view.activated.connect(self._ask_for_text)
        self.view.menu_requested.connect(self._show_menu)

    # -- filling --------------------------------------------------------------------------------

    def set_source(self, source: Source) -> None:
        """Show another dossier, without any filter. `refresh` fills the list."""
        self._source = source
        self._current, self._place = None, 0
        self.model.set_source(source.article_rows)
        self.bar.set_facets(source.facets)

    def refresh(
        self, totals: Totals, ids: Sequence[int], changed: Collection[int] | None = None
    ) -> None:
        """Show these articles and numbers; the current article stays current.

        `changed`: only these articles were touched since the last call (None: any may have been).
        """
        before = self.model.ids
        self.model.refresh(ids, changed, self._hits())
        self.bar.show_totals(totals)
        self.view.set_current(self._current)
        self._keep_place(before)
        self._said.setText(self._why_nothing())
        self._stack.setCurrentWidget(self.view if ids else self._nothing)

    def update_rows(self, ids: Collection[int]) -> None:
        """Read these articles again where they stand; who is in the list, and where, stays as it is."""
        self.model.update_rows(ids)

    def _hits(self) -> dict[int, Hit]:
        query = self.bar.filter().query
        if self._source is None or not query.strip():
            return {}
        return {hit.article_id: hit for hit in self._source.search(query, HITS)}

    def _why_nothing(self) -> str:
        query = self.bar.filter().query.strip()
        if query:
            return self.tr('Không có bài nào khớp "{query}".').format(query=query)
        return self.tr("Không có bài nào khớp bộ lọc.")

    # -- where we are ---------------------------------------------------------------------------

    def current_id(self) -> int | None:
        """The current article; it may have left the list since it was chosen."""
        return self._current

    def set_current(self, article_id: int | None) -> None:
        """Make an article the current one without saying so."""
        self._current = article_id
        self._remember_place()
        self.view.set_current(article_id)

    def _remember_place(self) -> None:
        position = None if self._current is None else self.model.position_of(self._current)
        if position is not None:
            self._place = position

    def _keep_place(self, before: Sequence[int]) -> None:
        """Where the current article stands; when it left the list, behind those that stood above it and are still there."""
        if self._current is not None and self.model.position_of(self._current) is None:
            above = before[: self._place]
            self._place = sum(1 for one in above if self.model.position_of(one) is not None)
        self._remember_place()

    def all_ids(self) -> Sequence[int]:
        """The articles of the list in order."""
        return self.model.ids

    def neighbour(self, forward: bool) -> int | None:
        """The article after or before the current one; None at the end of the list."""
        here = self._current is not None and self.model.position_of(self._current) is not None
        step = (1 if here else 0) if forward else -1
        at = self._place + step
        return self.model.ids[at] if 0 <= at < len(self.model.ids) else None

    def next_unread(self) -> int | None:
        """The unread article after the current one inside the filter, else the first before it."""
        unread = [one for one in self._with_state(ArticleState.UNREAD) if one != self._current]
        places = {one: self.model.position_of(one) for one in unread}
        after = [one for one in unread if (places[one] or 0) >= self._place]
        return next(iter(after or unread), None)

    def first_to_read(self) -> int | None:
        """The first article with work left, else the first of all."""
        open_ids = {*self._with_state(ArticleState.UNREAD), *self._with_state(ArticleState.READING)}
        ids = self.model.ids
        return next((one for one in ids if one in open_ids), ids[0] if ids else None)

    def _with_state(self, state: ArticleState) -> list[int]:
        filter = self.bar.filter()
        if self._source is None or filter.state not in (None, state):
            return []
        return self._source.article_ids(replace(filter, state=state))

    # -- commands -------------------------------------------------------------------------------

    @Slot()
    def focus_search(self) -> None:
        """Ctrl+F."""
        self.bar.focus_search()

    @Slot()
    def open_filter(self) -> None:
        """Lọc…"""
        self.bar.open_popover()

    @Slot()
    def _enter_list(self) -> None:
        """From the search box to the list; its first article when none is current, nowhere when it is empty."""
        if not self.model.ids:
            return  # a hidden list would take the keyboard later, in the middle of a word
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.view.currentIndex().isValid():
            self._activate(self.model.ids[0])

    @Slot(int)
    def _activate(self, article_id: int) -> None:
        self.set_current(article_id)
        self.article_activated.emit(article_id)

    @Slot(QModelIndex)
    def _ask_for_text(self, index: QModelIndex) -> None:
        article_id = self.model.article_id(index.row())
        if article_id is not None:
            self.reading_requested.emit(article_id)

    @Slot(int, QPoint)
    def _show_menu(self, article_id: int, place: QPoint) -> None:
        self._menu(article_id).popup(place)

    def _menu(self, article_id: int) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = self.model.article_row(article_id)
        for text, state in (
            (self.tr("Đánh dấu Xong"), ArticleState.DONE),
            (self.tr("Đánh dấu Đang đọc"), ArticleState.READING),
            (self.tr("Đánh dấu Chưa đọc"), ArticleState.UNREAD),
        ):
            action = menu.addAction(theme.icon(state.value), text)
            action.setEnabled(row is not None and row.state is not state)
            action.triggered.connect(
                lambda _=False, state=state: self.state_requested.emit(article_id, state)
            )
        menu.addSeparator()
        remove = menu.addAction(theme.icon("delete"), self.tr("Xoá bài…"))
        remove.triggered.connect(lambda: self.remove_requested.emit(article_id))
        return menu

    # -- files dragged over it ------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self._show_drop(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_drop(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_drop(False)
        event.acceptProposedAction()
        self.files_dropped.emit(dropped_files(event.mimeData()))

    def _show_drop(self, over: bool) -> None:
        self.setProperty("drop", over)
        self.style().unpolish(self)
        self.style().polish(self)
