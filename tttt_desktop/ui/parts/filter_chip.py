"""A condition in force, shown below a search box."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton

from tttt_desktop.ui import theme


class FilterChip(QPushButton):
    """A click or Space takes the condition away: `removed` carries the filter without it."""

    removed = Signal(object)

    def __init__(self, text: str, without: object) -> None:
        super().__init__(text)
        self._without = without
        self.setProperty("role", "chip")
        self.setAutoDefault(True)
        self.setFont(theme.ui_font(12))
        self.setIcon(theme.icon("close"))
        self.setIconSize(QSize(10, 10))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setAccessibleName(self.tr("Bỏ điều kiện lọc {name}").format(name=text))
        self.setToolTip(self.accessibleName())
        self.clicked.connect(self._remove)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self._without)
