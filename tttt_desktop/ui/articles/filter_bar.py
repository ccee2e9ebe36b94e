"""Above the list: search box, filter button, tabs of states, and a chip for each condition in force."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tttt_desktop.domain.records import ArticleFilter, ArticleState, Totals
from tttt_desktop.ui.articles.facets import (
    SECTIONS,
    Facets,
    FilterPopover,
    chosen_values,
    with_value,
)
from tttt_desktop.ui.parts.filter_chip import FilterChip
from tttt_desktop.ui.parts.flow_layout import FlowLayout
from tttt_desktop.ui.parts.segment_tabs import Segment, SegmentTabs
from tttt_desktop.ui.widgets import SearchBox, button

DEBOUNCE_MS = 80
_STATES = (
    Segment("", "Tất cả"),
    Segment(ArticleState.UNREAD, "Chưa đọc", "Chưa"),
    Segment(ArticleState.READING, "Đang đọc", "Đang"),
    Segment(ArticleState.DONE, "Xong"),
)


class FilterBar(QWidget):
    """Knows the filter; says `changed` when the person changed it (typing: after a pause of 80 ms)."""

    changed = Signal(object)  # ArticleFilter
    list_requested = Signal()  # Enter or arrow down in the search box

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = ArticleFilter()
        self._facets: Callable[[ArticleFilter], Facets] = lambda _: {}
        self._states: Callable[[ArticleFilter], dict[str, int]] = lambda _: {}
        self._pause = QTimer(self, interval=DEBOUNCE_MS, singleShot=True)
        self._pause.timeout.connect(self._take_query)
        self._build()

    def _build(self) -> None:
        self.search = self._make_search()
        self.filter_button = button(self.tr("Lọc"), tip=self.tr("Lọc bài viết"))
        self.filter_button.clicked.connect(self.open_popover)
        self.popover = FilterPopover(self)
        self.popover.changed.connect(self._take_filter)
        self.popover.cleared.connect(self.clear)
        self.tabs = SegmentTabs([replace(one, label=self.tr(one.label)) for one in _STATES])
        self.tabs.chosen.connect(self._take_state)
        self._chips = QWidget()
        self._chip_row = FlowLayout(self._chips)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.search, 1)
        top.addWidget(self.filter_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.tabs)
        column.addWidget(self._chips)
        self._show_chips()

    def _make_search(self) -> SearchBox:
        search = SearchBox(self.tr("Tìm kiếm (Ctrl+F)"))
        search.setAccessibleName(self.tr("Tìm kiếm bài viết"))
        search.setToolTip(
            self.tr(
                "Tìm trong tiêu đề, nội dung, đánh dấu; gõ không dấu cũng được.\n"
                'Đặt trong ngoặc kép để tìm đúng từng chữ: "tỉ lệ".'
            )
        )
        search.textEdited.connect(self._pause.start)
        search.textChanged.connect(self._notice_cleared)
        search.installEventFilter(self)
        return search

    # -- from outside ---------------------------------------------------------------------------

    def filter(self) -> ArticleFilter:
        """The filter in force."""
        return self._filter

    def set_source(
        self,
        facets: Callable[[ArticleFilter], Facets],
        states: Callable[[ArticleFilter], dict[str, int]],
    ) -> None:
        """Where the values and counts come from, and those of the states alone; the filter starts empty."""
        self._facets, self._states = facets, states
        self._show(ArticleFilter())

    def show_totals(self, totals: Totals) -> None:
        """Numbers on the tabs: of the whole dossier, or of what the other conditions leave."""
        counts = {state.value: 0 for state in ArticleState}
        if replace(self._filter, state=None, order="newest") == ArticleFilter():
            counts |= dict(zip(counts, (totals.unread, totals.reading, totals.done), strict=True))
        else:
            counts |= self._states(self._filter)
        self.tabs.set_counts({"": sum(counts.values()), **counts})

    def apply(self, filter: ArticleFilter) -> None:
        """Make this the filter, as if the person had put it together."""
        self._take_filter(filter)

    def set_order(self, order: str) -> None:
        """One of `ORDERS`."""
        self._take_filter(replace(self._filter, order=order))

    @Slot()
    def clear(self) -> None:
        """Xoá bộ lọc: no condition is left; the order stays."""
        self._take_filter(ArticleFilter(order=self._filter.order))

    @Slot()
    def focus_search(self) -> None:
        """Ctrl+F: into the search box, its text selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot(str)
    def begin_typing(self, letter: str) -> None:
        """A letter typed outside the box begins a new search."""
        self.focus_search()
        self.search.insert(letter)

    @Slot()
    def open_popover(self) -> None:
        """Show the conditions under the button; pressed again it takes them away."""
        if self.popover.just_left:
            return
        place = self.mapToGlobal(QPoint(12, self.filter_button.geometry().bottom() + 4))
        self.popover.open_at(place, self._filter, self._facets)

    # -- what the person does -------------------------------------------------------------------

    @Slot()
    def _take_query(self) -> None:
        self._pause.stop()
        if self.search.text() != self._filter.query:
            self._take_filter(replace(self._filter, query=self.search.text()))

    @Slot(str)
    def _notice_cleared(self, text: str) -> None:
        """The cross and Esc empty the box without `textEdited`."""
        if not text:
            self._take_query()

    @Slot(str)
    def _take_state(self, key: str) -> None:
        self._take_filter(replace(self._filter, state=ArticleState(key) if key else None))

    @Slot(object)
    def _take_filter(self, filter: ArticleFilter) -> None:
        self._show(filter)
        if self.popover.isVisible():
            self.popover.show_filter(filter)
        self.changed.emit(filter)

    def _show(self, filter: ArticleFilter) -> None:
        self._pause.stop()
        self._filter = filter
        if self.search.text() != filter.query:
            self.search.setText(filter.query)
        self.tabs.set_current(filter.state or "")
        self._show_chips()

    def _show_chips(self) -> None:
        while (item := self._chip_row.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        for section, _ in SECTIONS:
            for value in chosen_values(self._filter, section) if section != "states" else ():
                self._add_chip(value, with_value(self._filter, section, value, wanted=False))
        if self._filter.with_suggestions:
            self._add_chip(self.tr("Còn gợi ý"), replace(self._filter, with_suggestions=False))
        self._chips.setVisible(self._chip_row.count() > 0)

    def _add_chip(self, text: str, without: ArticleFilter) -> None:
        chip = FilterChip(text, without)
        chip.removed.connect(self._take_filter)
        self._chip_row.addWidget(chip)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and watched is self.search:
            assert isinstance(event, QKeyEvent)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self._take_query()
                self.list_requested.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)
