"""What unfolds inside the open card: the quotation, and below it what a subclass adds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.ui.annotations.growing import QuoteText
from tttt_desktop.ui.annotations.look import Look

OUTDENT = 5  # padding and border of a link: how far the body reaches left of its text


def plain_label(parent: QWidget, role: str = "") -> QLabel:
    """A wrapping label for plain text that never widens its card; `role` names its look in the style sheet."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


class CardBody(QWidget):
    """The unfolded part. `height_changed` asks for a new layout of the cards."""

    height_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.hide()
        self._quote = QuoteText(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(OUTDENT, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(self._quote)
        outer.addLayout(self.column)

    def add_links(self, *links: QPushButton) -> None:
        """Put links below everything, the words of the first in line with the text above."""
        outer, row = self.layout(), QHBoxLayout()
        assert isinstance(outer, QVBoxLayout)
        row.setSpacing(4)
        for link in links:
            row.addWidget(link)
        row.addStretch(1)
        outer.addLayout(row)

    def show_quote(self, quote: str) -> None:
        """Show the passage."""
        if self._quote.toPlainText() != quote:
            self._quote.setPlainText(quote)

    def set_look(self, look: Look) -> None:
        """Fonts for a zoom."""
        self._quote.setFont(look.text)

    def has_focus_inside(self) -> bool:
        """Whether the person is typing or choosing in the body."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def sight_of(self, focused: QWidget) -> QRect:
        """What has to be seen while a box of the body has the keyboard, in its coordinates."""
        return QRect(focused.mapTo(self, QPoint()), focused.size())

    def height_at(self, width: int) -> int:
        """How high the body is at `width` pixels."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        return (
            layout.heightForWidth(width)
            if layout.hasHeightForWidth()
            else layout.sizeHint().height()
        )

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.height_changed.emit()
        return super().event(event)
