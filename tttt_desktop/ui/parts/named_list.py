"""A list of things in columns, the first with a name that is edited in place; keys that do what a button does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QWidget


class NamedList(QTreeWidget):
    """Rows of one height without branches; the name takes the room that the other columns leave."""

    def __init__(self, parent: QWidget, called: str, titles: Sequence[str]) -> None:
        super().__init__(parent)
        self.setAccessibleName(called)
        self.setProperty("role", "list")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHeaderLabels(list(titles))
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def edit_name(self) -> None:
        """Let the name of the current row be typed."""
        item = self.currentItem()
        if item is not None:
            self.setFocus()
            self.editItem(item, 0)


def bind(where: QWidget, keys: str, act: Callable[[], object]) -> None:
    """Let keys do what a button does: in the whole window, or only while a list has the keyboard."""
    action = QAction(where)
    action.setShortcut(QKeySequence(keys))
    if not where.isWindow():
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(act)
    where.addAction(action)
