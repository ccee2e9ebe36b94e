"""The lines of a document as plain text with the fields in it marked; the person chooses a line or a part of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from tttt_desktop.domain.own_template import Place
from tttt_desktop.ui import theme
from tttt_desktop.ui.editor.positions import Positions, shown

_BY_MOUSE_AND_KEYS = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class LinesView(QPlainTextEdit):
    """Read-only; `chosen()` tells what is selected as places, the whole line where nothing is."""

    def __init__(self, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = tuple(lines)
        self._fields: Mapping[str, tuple[Place, ...]] = {}
        self._current = ""
        self.setReadOnly(True)
        self.setProperty("role", "field")
        self.setAccessibleName(self.tr("Nội dung của tệp"))
        self.setUndoRedoEnabled(False)
        self.setPlainText("\n".join(shown(line) for line in self._lines))
        self.setTextInteractionFlags(_BY_MOUSE_AND_KEYS)
        theme.notifier().themed.connect(self._mark)

    def show_fields(self, fields: Mapping[str, tuple[Place, ...]], current: str) -> None:
        """Mark these fields, and one of them as the current."""
        self._fields, self._current = fields, current
        self._mark()

    def go_to(self, places: Sequence[Place]) -> None:
        """Put the cursor at the first of some places and show it."""
        if places:
            cursor = self._cursor(places[0])
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)
            self.centerCursor()

    @Slot()
    def _mark(self) -> None:
        colours = theme.tokens()
        plain, current = QTextCharFormat(), QTextCharFormat()
        plain.setBackground(colours.achievement_fill)
        current.setBackground(colours.task_fill)
        current.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        current.setUnderlineColor(colours.task)
        ordered = sorted(
            self._fields, key=lambda name: name == self._current
        )  # that one above others
        self.setExtraSelections(
            [
                self._selection(place, current if name == self._current else plain)
                for name in ordered
                for place in self._fields[name]
            ]
        )

    def _selection(self, place: Place, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = self._cursor(place), look
        return selection

    def _cursor(self, place: Place) -> QTextCursor:
        block = self.document().findBlockByNumber(place.line)
        count = Positions(self._lines[place.line])
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + count.to_qt(place.start))
        cursor.setPosition(
            block.position() + count.to_qt(place.stop), QTextCursor.MoveMode.KeepAnchor
        )
        return cursor

    def chosen(self) -> tuple[Place, ...]:
        """The selected parts of lines, without blanks at their ends; without a selection the cursor's whole line."""
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        found = []
        for number in range(first.blockNumber(), last.blockNumber() + 1):
            place = self._part(number, cursor)
            if place is not None:
                found.append(place)
        return tuple(found)

    def _part(self, number: int, cursor: QTextCursor) -> Place | None:
        text, block = self._lines[number], self.document().findBlockByNumber(number)
        count = Positions(text)
        start, stop = 0, len(text)
        if cursor.hasSelection():
            start = count.to_text(max(cursor.selectionStart() - block.position(), 0))
            stop = min(len(text), count.to_text(max(cursor.selectionEnd() - block.position(), 0)))
        said = text[start:stop]
        start += len(said) - len(said.lstrip())
        stop = start + len(said.strip())
        return Place(number, start, stop) if said.strip() else None
