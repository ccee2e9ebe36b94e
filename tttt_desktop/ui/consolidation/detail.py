"""Below the list: the quotations of the current line, locked, beside its wording for the report."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tttt_desktop.domain.consolidation import Line
from tttt_desktop.domain.number_check import foreign_number
from tttt_desktop.ui.annotations.body import plain_label
from tttt_desktop.ui.annotations.inputs import TextInput
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.consolidation.quotes import QuoteList
from tttt_desktop.ui.widgets import button


class Detail(QWidget):
    """Shows one line. `reworded` carries the line and its new wording once typing pauses."""

    reworded = Signal(object, str)
    unmerge_requested = Signal()
    open_requested = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: Line | None = None
        self._known = ""
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.quotes = QuoteList(self)
        self.wording = TextInput("wording", self)
        self._heading, self._caption = (
            QLabel(self),
            QLabel(self.tr("Câu viết trong báo cáo (F4)"), self),
        )
        self._warning = plain_label(self, "warn")
        self._apart: QPushButton = button(self.tr("Tách lại"), "link")
        self._build()
        self.quotes.open_requested.connect(self.open_requested)
        self.wording.committed.connect(self._commit)
        self.wording.textChanged.connect(self._check_numbers)
        self._apart.clicked.connect(self.unmerge_requested)
        self.show_line(None)

    def _build(self) -> None:
        self.wording.setAccessibleName(self.tr("Câu viết trong báo cáo"))
        self.wording.setPlaceholderText(
            self.tr("Báo cáo dùng nguyên văn câu trích. Gõ vào đây để viết lại.")
        )
        self._caption.setBuddy(self.wording)
        for label in (self._heading, self._caption):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "label")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 8)
        row.setSpacing(12)
        left, right = QVBoxLayout(), QVBoxLayout()
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._apart)
        for column in (left, right):
            column.setSpacing(3)
        self._heading.setMinimumHeight(24)
        self._caption.setMinimumHeight(24)
        self._apart.setFixedHeight(24)
        left.addLayout(head)
        left.addWidget(self.quotes, 1)
        right.addWidget(self._caption)
        right.addWidget(self.wording)
        right.addWidget(self._warning)
        right.addStretch(1)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        self.setMinimumHeight(104)

    @property
    def line(self) -> Line | None:
        """What is shown."""
        return self._line

    def show_line(self, line: Line | None) -> None:
        """Show a line, or nothing. While its wording is being typed the text and the caret stay."""
        same = line is not None and self._line is not None and line.key == self._line.key
        if not same:
            self.flush()
        self._line = line
        self.setEnabled(line is not None)
        self.quotes.show_passages(line.passages if line else ())
        typing = same and self.wording.hasFocus() and self.wording.value() != self._known
        self._known = " ".join(line.wording.split()) if line else ""
        if not typing and self.wording.value() != self._known:
            self.wording.show_value(self._known)
        count = len(line.passages) if line else 0
        text = self.tr("Trích nguyên văn (khoá)")
        self._heading.setText(text if count < 2 else f"{text} · {count} {self.tr('nguồn')}")
        self._apart.setVisible(line is not None and bool(line.id))
        self._check_numbers()

    @Slot()
    def _check_numbers(self) -> None:
        found = None
        if self._line is not None:
            quote = " ".join(passage.quote for passage in self._line.passages)
            years = {p.year - back for p in self._line.passages if p.year for back in (0, 1)}
            found = foreign_number(self.wording.value(), quote, years)
        self._warning.setVisible(found is not None)
        if found is not None:
            number, source = found
            text = self.tr("Số {number} không có trong trích dẫn (gốc: {source}).")
            bare = self.tr("Số {number} không có trong trích dẫn.")
            self._warning.setText((text if source else bare).format(number=number, source=source))

    @Slot()
    def _commit(self) -> None:
        text = self.wording.value()
        if text == self._known:
            return
        if text == self._quotation():
            text = ""  # the quotation itself is no wording of its own
        if self._line is not None and text != self._known:
            self._known = text
            self.reworded.emit(self._line, text)

    def _quotation(self) -> str:
        """What a wording begins with, on one line as the box has it."""
        return " ".join(self._line.lead.quote.split()) if self._line is not None else ""

    def flush(self) -> None:
        """Tell what is typed but not told yet."""
        self._commit()
        if self.wording.value() != self._known:
            self.wording.show_value(self._known)

    def forget(self) -> None:
        """The line is gone: what was typed for it has no place any more."""
        self._line = None
        self.show_line(None)

    def focus_wording(self) -> None:
        """Begin or go on with the wording (F4): it begins as the quotation, which typing replaces."""
        self.wording.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.wording.value() or self.wording.isReadOnly():
            self.wording.moveCursor(QTextCursor.MoveOperation.End)
        else:
            self.wording.show_value(self._quotation())
            self.wording.selectAll()

    def set_look(self, look: Look) -> None:
        """Fonts for a zoom."""
        self.quotes.set_look(look)
        self.wording.setFont(look.text)
        self._warning.setFont(look.small)
        for label in (self._heading, self._caption):
            label.setFont(look.small_strong)

    def set_read_only(self, read_only: bool) -> None:
        """Let the wording be read but not changed."""
        self.wording.setReadOnly(read_only)
        self._apart.setEnabled(not read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the wording, Esc leaves it; both go back to the list."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
            self.left.emit()
        event.accept()
