"""The command palette (Ctrl+K): every command and the latest dossiers, found by a few letters without diacritics."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QIcon, QKeyEvent, QPainter
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

from tttt_desktop.ui import theme
from tttt_desktop.ui.menus.palette_entries import Entry, Found, find
from tttt_desktop.ui.parts.text_lines import baseline, line_height
from tttt_desktop.ui.settings import Settings
from tttt_desktop.ui.widgets import DIALOG_MARGINS, open_at_size

ROW_HEIGHT, ICON_SIDE, EDGE, TEXT_LEFT = 30, 16, 10, 36
FOUND = Qt.ItemDataRole.UserRole
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class CommandPalette(QDialog):
    """Type, choose with the arrows, Enter runs. What cannot be run now is grey and says why."""

    def __init__(self, entries: Sequence[Entry], settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries, self._settings = entries, settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Bảng lệnh"))
        open_at_size(self, 540, 440)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Gõ tên lệnh, có dấu hay không đều được"))
        self._search.setAccessibleName(self.tr("Tìm lệnh"))
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Các lệnh"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_Row(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*DIALOG_MARGINS)
        layout.setSpacing(8)
        layout.addWidget(self._search)
        layout.addWidget(self._list)
        self._search.textChanged.connect(self._narrow)
        self._search.returnPressed.connect(self._run)
        self._list.itemClicked.connect(self._run)
        self._search.installEventFilter(self)
        self._narrow("")

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        self._list.clear()
        for found in find(self._entries, typed, self._settings.used_commands):
            self._list.addItem(_item(found))
        self._list.setCurrentRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = STEPS.get(Qt.Key(event.key()))
            if step is not None:
                place = self._list.currentRow() + step
                self._list.setCurrentRow(max(0, min(place, self._list.count() - 1)))
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _run(self) -> None:
        item = self._list.currentItem()
        entry: Entry | None = item.data(FOUND).entry if item is not None else None
        if entry is None or entry.reason:
            return
        self._settings.remember_command(entry.id)
        self.accept()
        entry.run()


def _item(found: Found) -> QListWidgetItem:
    item = QListWidgetItem(found.entry.icon, found.entry.name)
    item.setData(FOUND, found)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, found.entry.spoken)
    item.setToolTip(found.entry.reason)
    return item


class _Row(QStyledItemDelegate):
    """Icon, name with the typed letters bold, why not, and the key at the right edge."""

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
        found: Found = index.data(FOUND)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, colours.list_selection)
        if not found.entry.icon.isNull():
            mode = QIcon.Mode.Disabled if found.entry.reason else QIcon.Mode.Normal
            top = place.top() + (place.height() - ICON_SIDE) // 2
            square = QRect(place.left() + EDGE, top, ICON_SIDE, ICON_SIDE)
            found.entry.icon.paint(painter, square, mode=mode)
        inner = QRectF(place.adjusted(TEXT_LEFT, 0, -EDGE, 0))
        inner.setRight(inner.right() - _paint_keys(painter, inner, found.entry.keys))
        used = _paint_name(painter, inner, found)
        inner.setLeft(inner.left() + used + EDGE)
        _paint_detail(painter, inner, found.entry)


def _paint_keys(painter: QPainter, place: QRectF, keys: str) -> float:
    """The key at the right edge; gives the width it takes with the gap before it."""
    if not keys:
        return 0
    painter.setFont(theme.ui_font(12, 600))
    painter.setPen(theme.tokens().text3)
    width = QFontMetricsF(painter.font()).horizontalAdvance(keys)
    painter.drawText(QPointF(place.right() - width, _foot(place, painter.font())), keys)
    return width + EDGE


def _paint_name(painter: QPainter, place: QRectF, found: Found) -> float:
    """The name, letter by letter where some are bold; gives its width."""
    colours = theme.tokens()
    usual, bold = theme.ui_font(13), theme.ui_font(13, 600)
    painter.setPen(colours.text3 if found.entry.reason else colours.text)
    name = QFontMetrics(bold).elidedText(
        found.entry.name, Qt.TextElideMode.ElideRight, int(place.width())
    )
    typed = {at for span in found.spans for at in range(span.start, span.stop)}
    left = place.left()
    for start, stop in _runs(len(name), typed):
        font = bold if start in typed else usual
        painter.setFont(font)
        painter.drawText(QPointF(left, _foot(place, font)), name[start:stop])
        left += QFontMetricsF(font).horizontalAdvance(name[start:stop])
    return left - place.left()


def _runs(length: int, typed: set[int]) -> list[tuple[int, int]]:
    """Stretches of letters that are all typed, or all not."""
    cuts = [at for at in range(1, length) if (at in typed) != (at - 1 in typed)]
    return list(zip([0, *cuts], [*cuts, length], strict=True)) if length else []


def _paint_detail(painter: QPainter, place: QRectF, entry: Entry) -> None:
    font = theme.ui_font(12)
    text = QFontMetrics(font).elidedText(
        entry.reason or entry.detail, Qt.TextElideMode.ElideRight, int(place.width())
    )
    painter.setFont(font)
    painter.setPen(theme.tokens().text3)
    painter.drawText(QPointF(place.left(), _foot(place, font)), text)


def _foot(place: QRectF, font: QFont) -> float:
    """Where the feet of letters stand that are centred in the height of the row."""
    return round(place.top() + (place.height() - line_height(font)) / 2) + baseline(font)
