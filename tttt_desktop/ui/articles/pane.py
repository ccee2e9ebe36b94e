"""The left pane: filter bar, list, and what is said when nothing matches."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget

from tttt_desktop.domain.records import ArticleFilter, ArticleRow, ArticleState, Hit, Totals
from tttt_desktop.ui.articles.facets import Facets
from tttt_desktop.ui.articles.filter_bar import FilterBar
from tttt_desktop.ui.articles.gathered import GatheredBar
from tttt_desktop.ui.articles.menu import Doings, article_menu
from tttt_desktop.ui.articles.model import ArticleListModel
from tttt_desktop.ui.articles.nothing import NothingFound
from tttt_desktop.ui.articles.view import ArticleListView
from tttt_desktop.ui.widgets import dropped_files, set_look


class Source(Protocol):
    """What the pane asks of an open dossier."""

    def article_ids(self, filter: ArticleFilter) -> list[int]:
        """Ids in the order of the list."""

    def article_rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        """One row per known id, in the same order."""

    def facets(self, filter: ArticleFilter) -> Facets:
        """Values and counts to filter by, each without its own condition."""

    def states(self, filter: ArticleFilter) -> dict[str, int]:
        """The number of articles in each state under the other conditions."""

    def hits(self, typed: str, ids: Sequence[int]) -> list[Hit]:
        """What was typed, where it stands in these articles."""


class ArticlePane(QFrame):
    """Whoever holds it answers `filter_changed` with `refresh`, and the others by doing what they ask."""

    article_activated = Signal(int)  # the person moved to this article
    reading_requested = Signal(int)  # Enter or double click: on to the text
    filter_changed = Signal(object)  # ArticleFilter
    files_dropped = Signal(list)  # paths
    state_requested = Signal(list, object)  # articles, ArticleState
    edit_requested = Signal(list)
    copy_requested = Signal(list)
    export_requested = Signal(list)
    report_requested = Signal(list)
    remove_requested = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._current: int | None = None
        self._place = 0  # where the current article stands, or stood before it left the list
        self._read_only = False
        self.setProperty("role", "surface")
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Bài viết"))
        self._build()
        self._connect()

    def _build(self) -> None:
        self.bar = FilterBar()
        self.model = ArticleListModel(self)
        self.view = ArticleListView(self.model)
        self._nothing, self._gathered = NothingFound(), GatheredBar()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self._gathered)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.bar.changed.connect(self.filter_changed)
        self.bar.list_requested.connect(self._enter_list)
        self._nothing.cleared.connect(self.bar.clear)
        self.view.chosen.connect(self._activate)
        self.view.activated.connect(self._ask_for_text)
        self.view.menu_requested.connect(self._show_menu)
        self.view.gathered.connect(self._count_gathered)
        self.view.letter_typed.connect(self.bar.begin_typing)
        self._gathered.menu_requested.connect(self._show_menu_of_gathered)
        self._gathered.given_up.connect(self._give_up_gathered)

    # -- filling --------------------------------------------------------------------------------

    def set_source(self, source: Source) -> None:
        """Show another dossier, without any filter. `refresh` fills the list."""
        self._source = source
        self._current, self._place = None, 0
        self.model.set_source(source.article_rows)
        self.bar.set_source(source.facets, source.states)

    def refresh(
        self, totals: Totals, ids: Sequence[int], changed: Collection[int] | None = None
    ) -> None:
        """Show these articles and numbers; the current article stays current.

        `changed`: only these articles were touched since the last call (None: any may have been).
        """
        before, gathered = self.model.ids, self.view.gathered_ids()
        self.model.refresh(ids, changed, self._finder())
        self.bar.show_totals(totals)
        if not gathered:
            self.view.set_current(self._current)
        elif self.model.ids is not before:
            self.view.gather(gathered)
        self._keep_place(before)
        self._count_gathered()
        self._nothing.show_filter(self.bar.filter())
        self._stack.setCurrentWidget(self.view if ids else self._nothing)

    def update_rows(self, ids: Collection[int]) -> None:
        """Read these articles again where they stand; who is in the list, and where, stays as it is."""
        self.model.update_rows(ids)

    def _finder(self) -> Callable[[Sequence[int]], list[Hit]] | None:
        source, typed = self._source, self.bar.filter().query
        if source is None or not typed.strip():
            return None
        return lambda ids: source.hits(typed, ids)

    def hit(self, article_id: int) -> Hit | None:
        """What was searched for in an article of the list."""
        return self.model.hit(article_id)

    def set_read_only(self, read_only: bool) -> None:
        """The menus offer nothing that would change the dossier."""
        self._read_only = read_only

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

    @property
    def order(self) -> str:
        """The order of the list, one of `ORDERS`."""
        return self.bar.filter().order

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
        after = bisect_left(unread, self._place, key=lambda one: self.model.position_of(one) or 0)
        return next(iter(unread[after:] or unread), None)

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

    # -- several articles -----------------------------------------------------------------------

    def chosen_ids(self) -> list[int]:
        """Those that were gathered, else the current article."""
        one = [] if self._current is None else [self._current]
        return self.view.gathered_ids() or one

    @Slot()
    def _count_gathered(self) -> None:
        self._gathered.show_count(len(self.view.gathered_ids()))

    @Slot()
    def _give_up_gathered(self) -> None:
        self.view.set_current(self._current)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QPoint)
    def _show_menu_of_gathered(self, place: QPoint) -> None:
        self._menu(self.view.gathered_ids()).popup(place)

    @Slot(int, QPoint)
    def _show_menu(self, article_id: int, place: QPoint) -> None:
        """Of all that were gathered when this article is one of them."""
        gathered = self.view.gathered_ids()
        self._menu(gathered if article_id in gathered else [article_id]).popup(place)

    def _menu(self, ids: list[int]) -> QMenu:
        row = self.model.article_row(ids[0]) if len(ids) == 1 else None
        filter = self.bar.filter()
        doings = Doings(
            read=lambda: self.reading_requested.emit(ids[0]),
            set_state=lambda state: self.state_requested.emit(ids, state),
            edit=lambda: self.edit_requested.emit(ids),
            copy=lambda: self.copy_requested.emit(ids),
            export=lambda: self.export_requested.emit(ids),
            report=lambda: self.report_requested.emit(ids),
            remove=lambda: self.remove_requested.emit(ids),
            only_province=lambda name: self.bar.apply(replace(filter, provinces=(name,))),
            only_year=lambda year: self.bar.apply(replace(filter, years=(year,))),
        )
        return article_menu(self, row, len(ids), doings, self._read_only)

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
        set_look(self, "drop", over)
