"""The bar under the list while several articles are gathered: how many, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout

from tttt_desktop.ui.widgets import ElidedLabel, button, number


class GatheredBar(QFrame):
    """Seen only while there is something to count."""

    menu_requested = Signal(QPoint)  # place on the screen
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.setAccessibleName(self.tr("Các bài đang chọn"))
        self._said = ElidedLabel(px=13, weight=600)
        self._act = button(self.tr("Thao tác…"), tip=self.tr("Làm gì với các bài đang chọn"))
        leave = button(self.tr("Bỏ chọn"), "link", tip=self.tr("Chỉ giữ bài đang đọc"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.addWidget(self._said, 1)
        row.addWidget(leave)
        row.addWidget(self._act)
        self._act.clicked.connect(self._ask)
        leave.clicked.connect(self.given_up)
        self.hide()

    def show_count(self, count: int) -> None:
        """So many articles are gathered; below two it hides."""
        self._said.setText(self.tr("{count} bài").format(count=number(count)))
        self._said.setAccessibleName(self.tr("Đang chọn {count} bài").format(count=number(count)))
        self.setVisible(count > 1)

    @Slot()
    def _ask(self) -> None:
        self.menu_requested.emit(self._act.mapToGlobal(QPoint(0, 0)))

    def sizeHint(self) -> QSize:
        return QSize(0, 44)
