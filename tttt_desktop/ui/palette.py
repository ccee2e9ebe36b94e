"""The command palette (Ctrl+K): every command that works now, found by a few letters without diacritics."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from tttt_desktop.domain.text import fold
from tttt_desktop.ui.actions import Actions, Command

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class CommandPalette(QDialog):
    """Type, choose with the arrows, Enter runs."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bảng lệnh"))
        self.resize(460, 420)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Gõ tên lệnh, có dấu hay không đều được"))
        self._search.setAccessibleName(self.tr("Tìm lệnh"))
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Các lệnh dùng được lúc này"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.addWidget(self._search)
        layout.addWidget(self._list)
        for command, action in actions.enabled():
            if command.id != "palette" and not command.reader_keys:
                self._list.addItem(_item(actions, command, action))
        self._search.textChanged.connect(self._narrow)
        self._search.returnPressed.connect(self._run)
        self._list.itemClicked.connect(self._run)
        self._search.installEventFilter(self)
        self._narrow("")

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        words = fold(typed).split()
        for i in range(self._list.count()):
            item = self._list.item(i)
            item.setHidden(not all(word in fold(item.text()) for word in words))
        shown = [i for i in range(self._list.count()) if not self._list.item(i).isHidden()]
        self._list.setCurrentRow(shown[0] if shown else -1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        shown = [i for i in range(self._list.count()) if not self._list.item(i).isHidden()]
        if shown:
            place = shown.index(self._list.currentRow()) + step
            self._list.setCurrentRow(shown[max(0, min(place, len(shown) - 1))])

    @Slot()
    def _run(self) -> None:
        item = self._list.currentItem()
        if item is None or item.isHidden():
            return
        action: QAction = item.data(Qt.ItemDataRole.UserRole)
        self.accept()
        action.trigger()


def _item(actions: Actions, command: Command, action: QAction) -> QListWidgetItem:
    item = QListWidgetItem(action.icon(), actions.tip(command))
    item.setData(Qt.ItemDataRole.UserRole, action)
    return item
