"""The popover behind "Lọc": the values to filter by with their counts, and the order of the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tttt_desktop.domain.records import ArticleFilter, ArticleState
from tttt_desktop.ui import theme
from tttt_desktop.ui.articles.saved import SavedFilters, has_conditions
from tttt_desktop.ui.parts.popover import Condition, ConditionTree, Popover
from tttt_desktop.ui.widgets import button

Facets = dict[str, list[tuple[str, int]]]
SECTIONS = (
    ("states", "Trạng thái"),
    ("years", "Năm"),
    ("provinces", "Tỉnh"),
    ("outlets", "Nguồn"),
    ("fields", "Lĩnh vực"),
)
ORDERS = (("newest", "Mới nhất"), ("province", "Tỉnh"), ("suggestions", "Còn gợi ý"))
_OPEN = "suggestions"  # the one condition that stands by itself
_SIZE = QSize(300, 460)


def chosen_values(filter: ArticleFilter, section: str) -> tuple[str, ...]:
    """What is ticked in a section, as the facets name it."""
    if section == "states":
        return (filter.state.value,) if filter.state else ()
    return tuple(str(value) for value in getattr(filter, section))


def with_value(filter: ArticleFilter, section: str, value: str, wanted: bool) -> ArticleFilter:
    """The filter with one more or one less value. A state replaces the state before it."""
    if section == "states":
        return replace(filter, state=ArticleState(value) if wanted else None)
    kept = [old for old in chosen_values(filter, section) if old != value]
    values = [*kept, value] if wanted else kept
    condition: dict[str, Any] = {section: tuple(values)}
    if section == "years":
        condition = {section: tuple(int(one) for one in values)}
    return replace(filter, **condition)


class FilterPopover(Popover):
    """Every tick works at once; the counts beside the other values follow."""

    changed = Signal(object)  # ArticleFilter
    cleared = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._filter = ArticleFilter()
        self._facets: Callable[[ArticleFilter], Facets] = lambda _: {}
        self.setAccessibleName(self.tr("Lọc bài viết"))
        self._build()

    def _build(self) -> None:
        self._order = QComboBox()
        self._order.setAccessibleName(self.tr("Sắp theo"))
        for key, label in ORDERS:
            self._order.addItem(self.tr(label), key)
        self._order.activated.connect(self._take_order)
        caption = QLabel(self.tr("Sắp theo"))
        caption.setProperty("role", "label")
        caption.setFont(theme.ui_font(12))
        self._clear = button(self.tr("Xoá bộ lọc"), "link")
        self._clear.clicked.connect(self.cleared)
        top = QHBoxLayout()
        for widget in (caption, self._order, self._clear):
            top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 8, 8)
        self.saved = SavedFilters()
        self.saved.chosen.connect(self._take_saved)
        self._tree = ConditionTree()
        self._tree.ticked.connect(self._take)
        column.addLayout(top)
        column.addWidget(self._tree, 1)
        column.addWidget(self.saved)

    def open_at(
        self, place: QPoint, filter: ArticleFilter, facets: Callable[[ArticleFilter], Facets]
    ) -> None:
        """Show the popover with its top left corner at `place` on the screen, or higher where it would not fit."""
        self._facets = facets
        self._tree.forget()
        self.show_filter(filter)
        self.show_at(place, _SIZE)
        self._tree.go_to_first()

    def show_filter(self, filter: ArticleFilter) -> None:
        """Tick what the filter says and count again. No row goes away or moves while the popover is open."""
        self._filter = filter
        self.saved.show_filter(filter)
        self._clear.setEnabled(has_conditions(filter))
        self._order.setCurrentIndex(self._order.findData(filter.order))
        found = self._facets(filter)
        waiting = sum(count for _, count in found.get(_OPEN, []))
        only = ("", self.tr("Còn gợi ý"), waiting, filter.with_suggestions)
        self._tree.show_section(_OPEN, "", [only])
        for section, title in SECTIONS:
            counts = dict(found.get(section, []))
            self._tree.show_section(section, self.tr(title), self._conditions(section, counts))

    def _conditions(self, section: str, counts: dict[str, int]) -> Iterator[Condition]:
        ticked = chosen_values(self._filter, section)
        named = [state for state in ArticleState if state in counts] if section == "states" else []
        for value in dict.fromkeys([*self._tree.known(section), *named, *counts, *ticked]):
            label = theme.STATE_LABEL[ArticleState(value)] if section == "states" else value
            yield value, label, counts.get(value, 0), value in ticked

    @Slot(str, str, bool)
    def _take(self, section: str, value: str, wanted: bool) -> None:
        if section == _OPEN:
            self.changed.emit(replace(self._filter, with_suggestions=wanted))
        else:
            self.changed.emit(with_value(self._filter, section, value, wanted))

    @Slot(int)
    def _take_order(self, row: int) -> None:
        self.changed.emit(replace(self._filter, order=self._order.itemData(row)))

    @Slot(object)
    def _take_saved(self, filter: ArticleFilter) -> None:
        self.changed.emit(filter)
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or not self.saved.cancel():
            super().keyPressEvent(event)
