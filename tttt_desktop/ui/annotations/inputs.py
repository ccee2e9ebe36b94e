"""The kinds of box of a card: one line, growing text, choice, switch. Each tells `committed(name)` when an edit is done.

`confirmed(name)`: the person has looked at a value that the program inferred, and lets it stand.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyleOptionFrame,
    QTextEdit,
    QWidget,
)

from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.choices import ChoiceInput, SwitchInput
from tttt_desktop.ui.annotations.completion import Completer, Vocabulary
from tttt_desktop.ui.annotations.growing import GrowingText

PAUSE_MS = 800  # after the last letter of a long text
_ARROW = 22  # width of a button inside a line
_MOST_FOR_HINT = 0.45  # of the width of a line
_TEXT_INSET = 2  # between the contents of a line edit and its first letter
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineInput(QLineEdit):
    """One line. A value the program inferred is underlined with dots; a hint stands in grey at the right."""

    committed = Signal(str)
    confirmed = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._inferred = False
        self._hint = ""
        self._warns = False
        self._check: QAction | None = None
        self.textEdited.connect(self._is_hers_now)
        self.editingFinished.connect(self._commit)

    def value(self) -> str:
        """What is typed, without outer blanks."""
        return self.text().strip()

    def show_value(self, text: str) -> None:
        """Show a stored value from its beginning; the caret of someone typing here stays."""
        caret = self.cursorPosition()
        self.setText(text)
        self.setCursorPosition(caret if self.hasFocus() else 0)

    def set_notes(self, inferred: bool, hint: str, warns: bool) -> None:
        """Mark the value as inferred, and what stands in grey (or red when it `warns`) behind it."""
        self._inferred, self._hint, self._warns = inferred, hint, warns
        self._show_check()
        self._make_room()
        self.update()

    def _make_room(self) -> None:
        """Keep the words and the hint apart; where that leaves too little for the words, the hint goes."""
        needed = self.fontMetrics().horizontalAdvance(self._hint) + 12 if self._hint else 0
        shown = needed if needed < self.width() * _MOST_FOR_HINT else 0
        if shown != self.textMargins().right():
            self.setTextMargins(0, 0, shown, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def offer(self, choices: Vocabulary, many: bool, adds: str = "") -> None:
        """Complete from these choices; one that is picked is committed at once. `adds` offers a new "{name}"."""
        completer = Completer(choices, self, many=many, adds=adds)
        completer.activated.connect(self._commit)
        self.setCompleter(completer)

    def add_check(self) -> None:
        """Let an inferred value be confirmed: by a click on a check mark, or by Enter."""
        icon = theme.icon("achievement", "warn")
        self._check = self.addAction(icon, self.ActionPosition.TrailingPosition)
        self._check.setText(self.tr("Xác nhận"))  # for screen readers: only the icon is painted
        self._check.setToolTip(self.tr("Đã kiểm tra, giữ giá trị này (Enter)"))
        self._check.triggered.connect(self._confirm)
        self._show_check()

    def _show_check(self) -> None:
        if self._check is not None:
            self._check.setVisible(self._inferred and not self.isReadOnly())

    def add_arrow(self, tip: str) -> None:
        """Let the choices be opened with the mouse, too."""
        action = self.addAction(
            theme.icon("chevron-down", "control_border"), self.ActionPosition.TrailingPosition
        )
        action.setText(tip)
        action.setToolTip(tip)
        action.triggered.connect(self._show_all)

    @Slot()
    def _show_all(self) -> None:
        self.setFocus()
        completer = self.completer()
        assert isinstance(completer, Completer)
        completer.offer_all()

    @Slot()
    def _commit(self) -> None:
        self.committed.emit(self.objectName())

    @Slot()
    def _is_hers_now(self) -> None:
        """What the person types is not inferred any more."""
        self._inferred = False
        self._show_check()

    @Slot()
    def _confirm(self) -> None:
        self.confirmed.emit(self.objectName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.completer() is not None:
            self._show_all()
            return
        looked_over = self._check is not None and self._inferred and event.key() in _ENTER
        super().keyPressEvent(event)
        if looked_over:
            self._confirm()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        buttons = sum(action.isVisible() for action in self.actions())
        inside.adjust(_TEXT_INSET, 0, -_TEXT_INSET - _ARROW * buttons, 0)
        words = inside.adjusted(0, 0, -self.textMargins().right(), 0)
        width = self.fontMetrics().horizontalAdvance(self.text())
        elided = width > words.width() and not self.hasFocus()
        if not elided:
            super().paintEvent(event)
        painter = QPainter(self)
        if elided:
            self._paint_elided(painter, option, words)
        if self.text() or self._hint:
            self._paint_notes(painter, inside, min(width, words.width()))
        painter.end()

    def _paint_elided(self, painter: QPainter, option: QStyleOptionFrame, inside: QRect) -> None:
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        right = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), right, inside.width())
        painter.setPen(theme.tokens().text)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_notes(self, painter: QPainter, inside: QRect, width: int) -> None:
        metrics = self.fontMetrics()
        if self._inferred:
            painter.setPen(_dots(theme.tokens().warn))
            base = inside.center().y() + metrics.height() // 2 - metrics.descent() + 3
            painter.drawLine(inside.left(), base, inside.left() + width, base)
        if self.textMargins().right():
            painter.setPen(theme.tokens().error if self._warns else theme.tokens().text3)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(inside, right, self._hint)


def _dots(colour: QColor) -> QPen:
    pen = QPen(colour, 1.6)
    pen.setStyle(Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([1, 1.6])
    return pen


class TextInput(GrowingText):
    """One paragraph of plain text, as high as it needs. Enter commits and goes on; a pause in typing commits, too."""

    committed = Signal(str)
    confirmed = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, most_lines=8)
        self.setObjectName(name)
        self.setProperty("role", "field")
        self.setViewportMargins(4, 0, 4, 0)  # text begins where it begins in a line
        self._inferred = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._commit)

    def value(self) -> str:
        """What is typed, in one paragraph without outer blanks."""
        return " ".join(self.toPlainText().split())

    def show_value(self, text: str) -> None:
        """Show a stored value; the caret of someone typing here stays."""
        place = self.textCursor().position()
        self.setPlainText(text)
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)

    def set_notes(self, inferred: bool, _hint: str, _warns: bool) -> None:
        """Mark the value as inferred."""
        self._inferred = inferred
        self.setExtraSelections([_dotted(self.document())] if inferred else [])

    @Slot()
    def _commit(self) -> None:
        self._pause.stop()
        self.committed.emit(self.objectName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._commit()
            if self._inferred:
                self.confirmed.emit(self.objectName())
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            before = self.toPlainText()
            super().keyPressEvent(event)
            if self.toPlainText() != before:
                self._pause.start()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._pause.start()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))
        self._pause.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._commit()


def _dotted(document: QTextDocument) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = QTextCursor(document)
    selection.cursor.select(QTextCursor.SelectionType.Document)
    selection.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    selection.format.setUnderlineColor(theme.tokens().warn)
    return selection


Input = LineInput | TextInput | ChoiceInput | SwitchInput
