"""What is said where the list would be when no article fits, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tttt_desktop.domain.query import understand
from tttt_desktop.domain.records import ArticleFilter, ArticleState
from tttt_desktop.ui.widgets import ElidedLabel, button


class NothingFound(QWidget):
    """Names what was searched for."""

    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said = ElidedLabel(lines=3)
        self._hint = ElidedLabel(self.tr("Chữ trong ngoặc kép phải đúng từng dấu."), lines=2, px=12)
        clear = button(self.tr("Xoá bộ lọc"))
        clear.clicked.connect(self.cleared)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 20, 16, 16)
        for label in (self._said, self._hint):
            label.setProperty("role", "label")
            column.addWidget(label)
        column.addWidget(clear, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_filter(self, chosen: ArticleFilter) -> None:
        """Say that nothing fits what was typed, or the filter when nothing was, or that all has been read."""
        query = chosen.query.strip()
        said = self.tr("Không có bài nào khớp bộ lọc.")
        if chosen == ArticleFilter(state=ArticleState.UNREAD, order=chosen.order):
            said = self.tr("Đã đọc hết: không còn bài nào chưa đọc.")
        if query:
            quoted = query if '"' in query else f'"{query}"'
            said = self.tr("Không có bài nào khớp {query}.").format(query=quoted)
        self._said.setText(said)
        self._hint.setVisible(bool(understand(query).exact))
