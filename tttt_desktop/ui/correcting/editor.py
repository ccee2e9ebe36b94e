"""The box in which the text of an article is corrected: plain text, with a soft ground behind what is marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from tttt_desktop.domain.records import Page, Span
from tttt_desktop.domain.text import normalise
from tttt_desktop.services.correcting import LONGEST
from tttt_desktop.ui import theme
from tttt_desktop.ui.editor.marks import Mark, marks_of
from tttt_desktop.ui.editor.positions import Positions, shown
from tttt_desktop.ui.editor.sheet import GAP_PX, LINE_PX, TEXT_PX

_MARGIN = 10


class CorrectEditor(QTextEdit):
    """Holds the text of a page. What is pasted comes in cleaned; what would be too long is not taken."""

    too_long = Signal()

    def __init__(self, page: Page, zoom: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "field")
        self.setAcceptRichText(False)
        self.setAccessibleName(self.tr("Nội dung bài viết"))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._given = page.text
        self._fill(zoom)
        self._show_marks(marks_of(page), Positions(page.text))

    def _fill(self, zoom: int) -> None:
        """Put the text in as the reader shows it: lines of one height, a gap between paragraphs."""
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(_MARGIN)
        document.setDefaultFont(theme.ui_font(TEXT_PX, zoom=zoom))
        paragraph = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        paragraph.setLineHeight(round(LINE_PX * zoom / 100), fixed.value)
        paragraph.setBottomMargin(round(GAP_PX * zoom / 100))
        cursor = QTextCursor(document)
        cursor.setBlockFormat(paragraph)
        cursor.insertText(shown(self._given))
        document.setUndoRedoEnabled(True)
        document.setModified(False)

    @property
    def text(self) -> str:
        """What stands in the box, exactly the page's text while nothing was changed."""
        return self.toPlainText() if self.document().isModified() else self._given

    def _show_marks(self, marks: Sequence[Mark], positions: Positions) -> None:
        selections = []
        for mark in marks:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(mark.span, positions)
            selection.format = _look(mark)
            selections.append(selection)
        self.setExtraSelections(selections)

    def _cursor(self, span: Span, positions: Positions) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(positions.to_qt(span.start))
        cursor.setPosition(positions.to_qt(span.stop), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def show_span(self, span: Span) -> None:
        """Put the caret at a passage of the page's text, in the middle of the box."""
        cursor = self._cursor(span, Positions(self._given))
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)
        self._centre()

    def _centre(self) -> None:
        """Scroll so that the caret stands in the middle of the box."""
        beyond = self.cursorRect().center().y() - self.viewport().height() // 2
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + beyond)

    def insert_paragraph(self, text: str, line: int) -> None:
        """Put a paragraph in before the paragraph of that number (the last one: after it), as one step of undo."""
        block = self.document().findBlockByNumber(line)
        cursor = QTextCursor(block if block.isValid() else self.document().lastBlock())
        cursor.beginEditBlock()
        if block.isValid():
            cursor.insertText(f"{shown(text)}\n")
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        else:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(f"\n{shown(text)}")
        cursor.endEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._centre()
        self.setFocus()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = normalise(source.text())
        if self.document().characterCount() + len(text) > LONGEST:
            self.too_long.emit()
        elif text:
            self.textCursor().insertText(shown(text))
            self.ensureCursorVisible()


def _look(mark: Mark) -> QTextCharFormat:
    look = QTextCharFormat()
    if mark.decided:
        look.setBackground(theme.kind_fill(mark.kind))
    else:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        look.setUnderlineColor(theme.kind_ink(mark.kind))
    return look
