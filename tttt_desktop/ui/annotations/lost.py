"""What the card of a mark says whose passage is no longer in the text, and the way to give it a place again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tttt_desktop.ui.annotations.body import plain_label
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.widgets import button


class LostNote(QWidget):
    """One sentence and a button."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._said = plain_label(self, "error")
        self._said.setText(
            self.tr("Mất chỗ: câu này không còn đứng trong bài như lúc được đánh dấu.")
        )
        self.repair = button(self.tr("Đặt lại chỗ…"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(self._said)
        column.addWidget(self.repair, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Fonts for a zoom."""
        self._said.setFont(look.small)
        self.repair.setFont(look.small)
