"""A small window that hangs below a button, and the tree of conditions that is in most of them."""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from tttt_desktop.ui import theme
from tttt_desktop.ui.widgets import number

_VALUE = Qt.ItemDataRole.UserRole
_ENABLED = Qt.ItemFlag.ItemIsEnabled
_CLICK = 0.3  # seconds between pressing a button and letting it go
_LEAST = 300  # pixels it is high at least: lower than this it goes up beside its button
Condition = tuple[str, str, int, bool]  # value, label, how many have it, whether it is ticked


class Popover(QFrame):
    """Goes away by Escape, by Enter, and as soon as another window is the active one.

    No Qt.Popup: Qt leaves those out of the accessibility tree.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint)
        self.setProperty("role", "popover")
        self._left_at = -_CLICK  # when another window became the active one

    @property
    def just_left(self) -> bool:
        """Whether the click that is being answered has just closed it: on its own button that must not open it again."""
        return not self.isVisible() and monotonic() - self._left_at < _CLICK

    def show_at(self, place: QPoint, size: QSize) -> None:
        """Show it with its top left corner at `place` on the screen, or where it fits."""
        room = self.screen().availableGeometry()
        size = size.boundedTo(QSize(room.width(), max(_LEAST, room.bottom() - place.y())))
        self.resize(size)
        self.move(
            min(place.x(), room.right() - size.width()),
            min(place.y(), room.bottom() - size.height()),
        )
        self.show()
        self.activateWindow()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate and self.isVisible():
            self._left_at = monotonic()
            self.close()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.close()
        else:
            super().keyPressEvent(event)


class ConditionTree(QTreeWidget):
    """Values to filter by, in sections, each with its count. `ticked` tells section, value and whether it is wanted."""

    ticked = Signal(str, str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[tuple[str, str], QTreeWidgetItem] = {}
        self._heads: dict[str, QTreeWidgetItem] = {}
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setProperty("role", "articles")
        self.setAccessibleName(self.tr("Điều kiện lọc"))
        self.setIndentation(14)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._pressed = Qt.CheckState.Unchecked  # how the row was ticked that the mouse is down on
        self.itemChanged.connect(self._tell)
        self.itemPressed.connect(self._remember)
        self.itemClicked.connect(self._tick)

    def forget(self) -> None:
        """Take all rows away."""
        self.clear()
        self._items.clear()
        self._heads.clear()

    def go_to_first(self) -> None:
        """Make the first condition current and give it the keyboard."""
        self.setCurrentItem(next(iter(self._items.values()), None))  # type: ignore[arg-type]
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def known(self, section: str) -> list[str]:
        """The values of a section that have a row."""
        return [value for old, value in self._items if old == section]

    def show_section(self, section: str, title: str, conditions: Iterable[Condition]) -> None:
        """Show conditions below a title; without one they stand by themselves. No row goes away or moves."""
        self.blockSignals(True)
        for value, label, count, wanted in conditions:
            item = self._row(section, title, value, label)
            item.setText(1, number(count))
            item.setForeground(1, theme.tokens().text3)
            item.setCheckState(0, Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        self.blockSignals(False)

    def _row(self, section: str, title: str, value: str, label: str) -> QTreeWidgetItem:
        if (section, value) in self._items:
            return self._items[section, value]
        item = QTreeWidgetItem([label])
        item.setFlags(_ENABLED | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setData(0, _VALUE, (section, value))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setToolTip(0, label)
        self._items[section, value] = item
        if title:
            self._head(section, title).addChild(item)
        else:
            self.addTopLevelItem(item)
        return item

    def _head(self, section: str, title: str) -> QTreeWidgetItem:
        if section not in self._heads:
            head = QTreeWidgetItem(self, [title])
            head.setFlags(_ENABLED)
            head.setFont(0, theme.ui_font(11, 600))
            head.setExpanded(True)
            self._heads[section] = head
        return self._heads[section]

    @Slot(QTreeWidgetItem)
    def _remember(self, item: QTreeWidgetItem) -> None:
        self._pressed = item.checkState(0)

    @Slot(QTreeWidgetItem)
    def _tick(self, item: QTreeWidgetItem) -> None:
        """A click on the words or the count of a row ticks it as well; in the box Qt itself has done so."""
        checkable = bool(item.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        if checkable and item.checkState(0) == self._pressed:
            ticked = self._pressed == Qt.CheckState.Checked
            item.setCheckState(0, Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    @Slot(QTreeWidgetItem, int)
    def _tell(self, item: QTreeWidgetItem, _column: int) -> None:
        section, value = item.data(0, _VALUE)
        self.ticked.emit(section, value, item.checkState(0) == Qt.CheckState.Checked)
