"""The command palette (Ctrl+K): every command that works now, found by a few letters without diacritics."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QAction, QFontMetrics, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.text import fold
from tttt_desktop.ui import theme
from tttt_desktop.ui.actions import Actions
from tttt_desktop.ui.command_list import Command
from tttt_desktop.ui.widgets import DIALOG_MARGINS, open_at_size

ROW_HEIGHT, ICON_SIDE, EDGE, TEXT_LEFT = 30, 16, 10, 36
ACTION, KEYS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class CommandPalette(QDialog):
    """Type, choose with the arrows, Enter runs."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bảng lệnh"))
        open_at_size(self, 460, 420)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Gõ tên lệnh, có dấu hay không đều được"))
        self._search.setAccessibleName(self.tr("Tìm lệnh"))
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Các lệnh dùng được lúc này"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_Row(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*DIALOG_MARGINS)
        layout.setSpacing(8)
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
        action: QAction = item.data(ACTION)
        self.accept()
        action.trigger()


def _item(actions: Actions, command: Command, action: QAction) -> QListWidgetItem:
    item = QListWidgetItem(action.icon(), actions.name(command))
    item.setData(ACTION, action)
    item.setData(KEYS, actions.keys(command))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, actions.tip(command))
    return item


class _Row(QStyledItemDelegate):
    """Icon, name and, at the right edge, the key; all rows alike whether they have an icon or not."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colours, place = theme.tokens(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, colours.list_selection)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            top = place.top() + (place.height() - ICON_SIDE) // 2
            icon.paint(painter, QRect(place.left() + EDGE, top, ICON_SIDE, ICON_SIDE))
        middle = Qt.AlignmentFlag.AlignVCenter
        inner, keys = place.adjusted(TEXT_LEFT, 0, -EDGE, 0), str(index.data(KEYS))
        painter.setFont(theme.ui_font(12, 600))
        painter.setPen(colours.text3)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, keys)
        room = inner.width() - painter.fontMetrics().horizontalAdvance(keys) - EDGE
        font = theme.ui_font(13)
        name = QFontMetrics(font).elidedText(index.data(), Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(colours.text)
        painter.drawText(inner, middle, name)
