"""How the view shares its height: the list, or why it is empty, above the line that is looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from tttt_desktop.ui.widgets import button

_DETAIL_MOST, _LIST_LEAST = 180, 150


class Frame(QSplitter):
    """`clear` is the button that takes the filter away, where that would bring lines back."""

    def __init__(self, lines: QWidget, detail: QWidget, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._detail = detail
        self._chosen_height = 0  # of the detail; 0: as the window is high
        self._why, self.clear = QLabel(self), button(self.tr("Xoá bộ lọc"))
        upper = QWidget(self)
        self._stack = QStackedLayout(upper)
        self._stack.addWidget(lines)
        self._stack.addWidget(self._empty_page())
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(upper)
        self.addWidget(detail)
        self.setStretchFactor(0, 1)
        self.splitterMoved.connect(self._keep_height)

    def _empty_page(self) -> QWidget:
        page = QWidget(self)
        page.setProperty("role", "surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._why.setWordWrap(True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._why.setProperty("role", "hint")
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(self._why)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page

    def show_list(self) -> None:
        """There are lines."""
        self._stack.setCurrentIndex(0)

    def show_empty(self, why: str, clears: bool) -> None:
        """There is none, and why; `clears`: the filter keeps some back."""
        self._why.setText(why)
        self.clear.setVisible(clears)
        self._stack.setCurrentIndex(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A quarter for the line that is looked at, or what the person chose; the list keeps the rest."""
        super().resizeEvent(event)
        room = self.height()
        wanted = self._chosen_height or min(_DETAIL_MOST, room // 4)
        detail = max(self._detail.minimumHeight(), min(wanted, room - _LIST_LEAST))
        self.setSizes([room - detail, detail])

    @Slot()
    def _keep_height(self) -> None:
        self._chosen_height = self.sizes()[1]
