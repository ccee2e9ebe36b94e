"""Plain text in a box that is as high as its text needs, up to a number of lines."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QResizeEvent,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from tttt_desktop.ui.annotations.look import wrapped_height


class GrowingText(QPlainTextEdit):
    """Height follows the width and the text; beyond `most_lines` it scrolls inside."""

    def __init__(self, parent: QWidget, most_lines: int) -> None:
        super().__init__(parent)
        self._most_lines = most_lines
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.textChanged.connect(self.updateGeometry)

    def heightForWidth(self, width: int) -> int:
        self.ensurePolished()
        inside, around = self.contentsRect(), self.viewportMargins()
        across = self.width() - inside.width() + around.left() + around.right()
        down = self.height() - inside.height() + around.top() + around.bottom()
        lines, height = self._measure(max(20, width - across))
        return ceil(height / lines * min(lines, self._most_lines)) + 1 + down

    def _measure(self, width: int) -> tuple[int, float]:
        text = self.toPlainText() or self.placeholderText()
        return wrapped_height(text, self.font(), width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scrolls = self._measure(event.size().width())[0] > self._most_lines
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff
        )
        room = self.viewport().size()
        if (
            room != event.size()
        ):  # the bar came or went meanwhile: lines are broken for the new width
            super().resizeEvent(QResizeEvent(room, event.size()))
        if not self.hasFocus():
            self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.viewport().setFont(self.font())  # the placeholder is painted in this one

    def sizeHint(self) -> QSize:
        return QSize(80, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, QFontMetrics(self.font()).lineSpacing())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Passing over it, the wheel scrolls the cards; in a box being typed in, or one to read, its text."""
        if self.verticalScrollBar().maximum() and (self.hasFocus() or self.isReadOnly()):
            super().wheelEvent(event)
        else:
            event.ignore()


class QuoteText(GrowingText):
    """The quotation, word for word: to read and to copy from, never to change."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, most_lines=12)
        self.setObjectName("quote")
        self.setReadOnly(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Trích nguyên văn"))
        self.viewport().setAutoFillBackground(False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Words that are selected can be copied; without any the menu is that of the card."""
        if self.textCursor().hasSelection():
            super().contextMenuEvent(event)
        else:
            event.ignore()
