"""The popover behind "Lọc": the values to filter by with their counts, and the order of the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.records import ArticleFilter, ArticleState
from tttt_desktop.ui import theme
from tttt_desktop.ui.articles.saved import SavedFilters, has_conditions
from tttt_desktop.ui.widgets import button, number

Facets = dict[str, list[tuple[str, int]]]
SECTIONS = (
    ("states", "Trạng thái"),
    ("years", "Năm"),
    ("provinces", "Tỉnh"),
    ("outlets", "Nguồn"),
    ("fields", "Lĩnh vực"),
)
ORDERS = (("newest", "Mới nhất"), ("province", "Tỉnh"), ("suggestions", "Còn gợi ý"))
_VALUE = Qt.ItemDataRole.UserRole
_ENABLED = Qt.ItemFlag.ItemIsEnabled
_SIZE, _LEAST = QSize(300, 460), 300


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


class FilterPopover(QFrame):
    """Every tick works at once; the counts beside the other values follow."""

    changed = Signal(object)  # ArticleFilter
    cleared = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._filter = ArticleFilter()
        self._facets: Callable[[ArticleFilter], Facets] = lambda _: {}
        self._items: dict[tuple[str, str], QTreeWidgetItem] = {}
        self.setProperty("role", "popover")
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
        column.addLayout(top)
        column.addWidget(self._make_tree(), 1)
        column.addWidget(self.saved)

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setColumnCount(2)
        tree.setHeaderHidden(True)
        tree.setProperty("role", "articles")
        tree.setAccessibleName(self.tr("Điều kiện lọc"))
        tree.setIndentation(14)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.itemChanged.connect(self._take)
        self._tree = tree
        return tree

    def open_at(
        self, place: QPoint, filter: ArticleFilter, facets: Callable[[ArticleFilter], Facets]
    ) -> None:
        """Show the popover with its top left corner at `place` on the screen, or higher where it would not fit."""
        self._facets = facets
        self._tree.clear()
        self._items.clear()
        self.show_filter(filter)
        self._tree.setCurrentItem(self._row("suggestions", ""))
        room = self.screen().availableGeometry()
        size = _SIZE.boundedTo(QSize(room.width(), max(_LEAST, room.bottom() - place.y())))
        self.resize(size)
        self.move(place.x(), min(place.y(), room.bottom() - size.height()))
        self.show()
        self._tree.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_filter(self, filter: ArticleFilter) -> None:
        """Tick what the filter says and count again. No row goes away or moves while the popover is open."""
        self._filter = filter
        self.saved.show_filter(filter)
        self._clear.setEnabled(has_conditions(filter))
        self._order.setCurrentIndex(self._order.findData(filter.order))
        self._tree.blockSignals(True)
        found = self._facets(filter)
        with_open = self._row("suggestions", "")
        self._tick(with_open, filter.with_suggestions)
        with_open.setText(1, number(sum(count for _, count in found.get("suggestions", []))))
        with_open.setForeground(1, theme.tokens().text3)
        for section, _ in SECTIONS:
            self._show_section(section, dict(found.get(section, [])))
        self._tree.blockSignals(False)

    def _show_section(self, section: str, counts: dict[str, int]) -> None:
        ticked = chosen_values(self._filter, section)
        shown = [value for old, value in self._items if old == section]
        named = [state for state in ArticleState if state in counts] if section == "states" else []
        for value in dict.fromkeys([*shown, *named, *counts, *ticked]):
            item = self._row(section, value)
            item.setText(1, number(counts.get(value, 0)))
            item.setForeground(1, theme.tokens().text3)
            self._tick(item, value in ticked)

    def _tick(self, item: QTreeWidgetItem, ticked: bool) -> None:
        item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _row(self, section: str, value: str) -> QTreeWidgetItem:
        """The row of a value, made when there is none."""
        if (section, value) in self._items:
            return self._items[section, value]
        item = QTreeWidgetItem([self._label(section, value)])
        item.setFlags(_ENABLED | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setData(0, _VALUE, (section, value))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setToolTip(0, item.text(0))
        self._items[section, value] = item
        if section == "suggestions":
            self._tree.addTopLevelItem(item)
        else:
            self._head(section).addChild(item)
        return item

    def _head(self, section: str) -> QTreeWidgetItem:
        for at in range(self._tree.topLevelItemCount()):
            head = self._tree.topLevelItem(at)
            if head is not None and head.data(0, _VALUE) == section:
                return head
        head = QTreeWidgetItem(self._tree, [self.tr(dict(SECTIONS)[section])])
        head.setFlags(_ENABLED)
        head.setData(0, _VALUE, section)
        head.setFont(0, theme.ui_font(11, 600))
        head.setExpanded(True)
        return head

    def _label(self, section: str, value: str) -> str:
        if section == "suggestions":
            return self.tr("Còn gợi ý")
        return theme.STATE_LABEL[ArticleState(value)] if section == "states" else value

    @Slot(QTreeWidgetItem, int)
    def _take(self, item: QTreeWidgetItem, _column: int) -> None:
        section, value = item.data(0, _VALUE)
        ticked = item.checkState(0) == Qt.CheckState.Checked
        if section == "suggestions":
            self.changed.emit(replace(self._filter, with_suggestions=ticked))
        else:
            self.changed.emit(with_value(self._filter, section, value, ticked))

    @Slot(int)
    def _take_order(self, row: int) -> None:
        self.changed.emit(replace(self._filter, order=self._order.itemData(row)))

    @Slot(object)
    def _take_saved(self, filter: ArticleFilter) -> None:
        self.changed.emit(filter)
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.saved.cancel():
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
            return
        super().keyPressEvent(event)
