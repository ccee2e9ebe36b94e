"""What stands where no task does: why, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tttt_desktop.ui.widgets import button


class Nothing(QWidget):
    """`cleared`: the conditions are to go."""

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words, self.clear = QLabel(self), button(self.tr("Xoá bộ lọc"))
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._words.setProperty("role", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 0)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.clear.clicked.connect(self.cleared)

    @property
    def text(self) -> str:
        """What is said."""
        return self._words.text()

    def tell(self, *, any_tasks: bool) -> None:
        """Nothing fits the conditions, or there are no tasks at all."""
        none = self.tr(
            "Chưa có nhiệm vụ nào để theo dõi.\nHãy nhận gợi ý nhiệm vụ trong bài (Ctrl+1), hoặc đặt con trỏ vào"
            " câu giao nhiệm vụ rồi bấm 3."
        )
        self._words.setText(self.tr("Không có nhiệm vụ nào khớp.") if any_tasks else none)
        self.clear.setVisible(any_tasks)
