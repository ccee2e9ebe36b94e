"""Keys painted as they look on the keyboard, each in its small frame, in a column of a table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tttt_desktop.ui import theme

BETWEEN = "  "  # two keys of one line
_HEIGHT, _PAD, _GAP, _LEFT = 20, 6, 5, 2
Index = QModelIndex | QPersistentModelIndex


def width_of(keys: str) -> float:
    """Pixels that the caps of these keys take."""
    metrics = QFontMetricsF(theme.ui_font(11, 600))
    caps = [metrics.horizontalAdvance(one) + 2 * _PAD for one in keys.split(BETWEEN)]
    return sum(caps) + _GAP * (len(caps) - 1) + _LEFT


class KeyCaps(QStyledItemDelegate):
    """Paints the keys of the text of an item."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(round(width_of(index.data() or "")), _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place, colours = QRectF(option.rect), theme.tokens()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, colours.list_selection)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.ui_font(11, 600))
        x, top = place.left() + _LEFT, place.center().y() - _HEIGHT / 2
        for key in filter(None, (index.data() or "").split(BETWEEN)):
            cap = QRectF(x, round(top), width_of(key) - _LEFT, _HEIGHT).adjusted(
                0.5, 0.5, -0.5, -0.5
            )
            painter.setPen(QPen(colours.control_border, 1))
            painter.drawRoundedRect(cap, 3, 3)
            painter.setPen(colours.text2)
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            x += cap.width() + 1 + _GAP
        painter.restore()
