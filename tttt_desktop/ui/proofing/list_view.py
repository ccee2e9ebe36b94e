"""The list of findings and the keys that decide on them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from tttt_desktop.services.proofing import Found
from tttt_desktop.ui.proofing.model import FoundModel
from tttt_desktop.ui.proofing.painting import FoundDelegate


class FoundList(QListView):
    """Enter mends, Delete ignores, Space goes on, F4 opens the place; each then stands on the next one."""

    mend_asked = Signal()
    ignore_asked = Signal()
    later_asked = Signal()
    open_asked = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("role", "list")
        self.found = FoundModel(self)
        self.setModel(self.found)
        self.setItemDelegate(FoundDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._acts = {
            Qt.Key.Key_Return: self.mend_asked,
            Qt.Key.Key_Enter: self.mend_asked,
            Qt.Key.Key_Delete: self.ignore_asked,
            Qt.Key.Key_Space: self.later_asked,
            Qt.Key.Key_F4: self.open_asked,
        }
        self.doubleClicked.connect(self.open_asked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._acts.get(Qt.Key(event.key()))
        bare = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if act is None or not bare:
            super().keyPressEvent(event)
            return
        event.accept()
        act.emit()

    @property
    def current(self) -> Found | None:
        """The finding that is selected."""
        row = self.currentIndex().row()
        return self.found.rows[row] if 0 <= row < len(self.found.rows) else None

    def select(self, row: int) -> None:
        """Stand on a row, or on the last one where there are fewer."""
        last = len(self.found.rows) - 1
        self.setCurrentIndex(self.found.index(min(max(row, 0), last)))
