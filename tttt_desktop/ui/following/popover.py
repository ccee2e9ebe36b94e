"""The popover behind "Lọc": values with their counts, each works as soon as it is ticked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.following import TaskFilter
from tttt_desktop.ui import theme
from tttt_desktop.ui.following.conditions import (
    PROPOSALS,
    SECTIONS,
    Counts,
    chosen_values,
    has_conditions,
    label,
    with_value,
)
from tttt_desktop.ui.widgets import button, number

_VALUE = Qt.ItemDataRole.UserRole
_ENABLED = Qt.ItemFlag.ItemIsEnabled
_SIZE, _LEAST = QSize(320, 460), 300


class ConditionsPopover(QFrame):
    """`changed` carries the new filter. No row goes away or moves while it is open."""

    changed = Signal(object)  # TaskFilter
    cleared = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._filter = TaskFilter()
        self._counts: Callable[[TaskFilter], Counts] = lambda _: {}
        self._items: dict[tuple[str, str], QTreeWidgetItem] = {}
        self.setProperty("role", "popover")
        self.setAccessibleName(self.tr("Lọc nhiệm vụ"))
        self._clear = button(self.tr("Xoá bộ lọc"), "link")
        self._clear.clicked.connect(self.cleared)
        self._tree = self._make_tree()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self._tree, 1)

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
        return tree

    def open_at(
        self, place: QPoint, wanted: TaskFilter, counts: Callable[[TaskFilter], Counts]
    ) -> None:
        """Show the popover with its top left corner at `place` on the screen, or higher where it would not fit."""
        self._counts = counts
        self._tree.clear()
        self._items.clear()
        self.show_filter(wanted)
        self._tree.setCurrentItem(self._row(PROPOSALS, ""))
        room = self.screen().availableGeometry()
        size = _SIZE.boundedTo(QSize(room.width(), max(_LEAST, room.bottom() - place.y())))
        self.resize(size)
        left = min(place.x(), room.right() - size.width())
        self.move(left, min(place.y(), room.bottom() - size.height()))
        self.show()
        self._tree.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_filter(self, wanted: TaskFilter) -> None:
        """Tick what the filter says and count again."""
        self._filter = wanted
        self._clear.setEnabled(has_conditions(wanted))
        self._tree.blockSignals(True)
        found = self._counts(wanted)
        self._show(
            self._row(PROPOSALS, ""), sum(n for _, n in found[PROPOSALS]), wanted.with_proposals
        )
        for section, _ in SECTIONS:
            known, ticked = dict(found[section]), chosen_values(wanted, section)
            shown = [value for old, value in self._items if old == section]
            for value in dict.fromkeys([*shown, *known, *ticked]):
                self._show(self._row(section, value), known.get(value, 0), value in ticked)
        self._tree.blockSignals(False)

    def _show(self, item: QTreeWidgetItem, count: int, ticked: bool) -> None:
        item.setText(1, number(count))
        item.setForeground(1, theme.tokens().text3)
        item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _row(self, section: str, value: str) -> QTreeWidgetItem:
        """The row of a value, made when there is none."""
        if (section, value) in self._items:
            return self._items[section, value]
        item = QTreeWidgetItem([label(section, value)])
        item.setFlags(_ENABLED | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setData(0, _VALUE, (section, value))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setToolTip(0, item.text(0))
        self._items[section, value] = item
        if section == PROPOSALS:
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

    @Slot(QTreeWidgetItem, int)
    def _take(self, item: QTreeWidgetItem, _column: int) -> None:
        section, value = item.data(0, _VALUE)
        ticked = item.checkState(0) == Qt.CheckState.Checked
        self.changed.emit(with_value(self._filter, section, value, ticked))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)
