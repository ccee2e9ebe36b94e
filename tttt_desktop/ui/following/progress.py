"""How a task stands, said by the person: status, the day it was finished on, and the progress in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tttt_desktop.domain.deadlines import parse_deadline
from tttt_desktop.domain.following import STATUSES
from tttt_desktop.domain.records import Status
from tttt_desktop.ui.annotations.choices import ChoiceInput
from tttt_desktop.ui.annotations.inputs import LineInput, TextInput
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.following.rows import Row
from tttt_desktop.ui.widgets import button, caption

LARGEST = 130  # per cent: a form of controls beside two texts
_LEAST = 200  # pixels of width at 100 %


class ProgressForm(QWidget):
    """Shows one task. What is said is told at once, by the task's key; nothing typed is lost."""

    status_chosen = Signal(int, object)  # Status
    done_on_edited = Signal(int, object)  # date or None
    note_edited = Signal(int, str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row: Row | None = None
        self._note_known = ""
        self._day_known = ""
        self.status = ChoiceInput("status", tuple(self.tr(one) for one in STATUSES.values()), self)
        self.done_on = LineInput("done_on", self)
        self.note = TextInput("note", self)
        self._follow = button("", "link")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.done_on.setPlaceholderText(self.tr("Chưa rõ ngày"))
        self.note.setPlaceholderText(self.tr("Ghi tiến độ… (F2)"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        named = (
            (self.tr("Trạng thái"), self.status),
            (self.tr("Xong ngày"), self.done_on),
            (self.tr("Tiến độ"), self.note),
        )
        self._captions: list[QLabel] = []
        line = 0
        for text, box in named:
            label = caption(text)
            label.setBuddy(box)
            box.setAccessibleName(text)
            self._captions.append(label)
            grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(box, line, 1, Qt.AlignmentFlag.AlignTop)
            line += 1
            if box is self.status:
                grid.addWidget(self._follow, line, 1)
                line += 1
        grid.setRowStretch(line, 1)
        self._follow.hide()

    def _connect(self) -> None:
        self.status.committed.connect(self._tell_status)
        self.done_on.committed.connect(self._tell_day)
        self.note.committed.connect(self._tell_note)
        self._follow.clicked.connect(self._take_proposed)

    def show_row(self, row: Row | None) -> None:
        """Show a task, or nothing; what is being typed for the one before is told first."""
        if self._row is not None and (row is None or row.key != self._row.key):
            self.flush()
        typing = self._row is not None and row is not None and row.key == self._row.key
        self._row = row
        self.setEnabled(row is not None)
        task = row.task if row is not None else None
        self.status.show_value(row.status if row is not None else "")
        self._show_day(task.done_on if task is not None else None, typing=typing)
        self._show_note(task.note if task is not None else "", typing=typing)
        self._offer(task.proposed if task is not None and task.by_hand else None)

    def _show_day(self, day: date | None, *, typing: bool) -> None:
        typed = typing and self.done_on.hasFocus() and self.done_on.value() != self._day_known
        self._day_known = f"{day:%d/%m/%Y}" if day is not None else ""
        if not typed:
            self.done_on.show_value(self._day_known)
            self.done_on.set_notes(False, "", False)
        settled = self._row is not None and self._row.task.status is Status.COMPLETED
        shown = settled or bool(self._day_known)
        self.done_on.setVisible(shown)
        self._captions[1].setVisible(shown)

    def _show_note(self, note: str, *, typing: bool) -> None:
        typed = typing and self.note.hasFocus() and self.note.value() != self._note_known
        self._note_known = " ".join(note.split())
        if not typed and self.note.value() != self._note_known:
            self.note.show_value(self._note_known)

    def _offer(self, said: Status | None) -> None:
        """What the accepted marks say, where the person has said something else: one click takes it."""
        self._follow.setVisible(said is not None)
        if said is not None:
            words = self.tr("Theo đối chiếu: {status}").format(status=self.tr(STATUSES[said]))
            self._follow.setText(words)
            self._follow.setAccessibleName(words)

    @Slot()
    def _take_proposed(self) -> None:
        if self._row is not None and self._row.task.proposed is not None:
            self.status_chosen.emit(self._row.key, self._row.task.proposed)

    @Slot()
    def _tell_status(self) -> None:
        chosen = next(
            (s for s, label in STATUSES.items() if self.tr(label) == self.status.value()), None
        )
        if self._row is not None and chosen is not None and chosen is not self._row.task.status:
            self.status_chosen.emit(self._row.key, chosen)

    @Slot()
    def _tell_day(self) -> None:
        """A day in any of the forms of a deadline; words that name none are kept on screen and said to be so."""
        text = self.done_on.value()
        if self._row is None or text == self._day_known:
            return
        day = parse_deadline(text, self._row.task.year)
        if text and day is None:
            self.done_on.set_notes(False, self.tr("chưa rõ ngày"), True)
            return
        self._day_known = text
        self.done_on_edited.emit(self._row.key, day)

    @Slot()
    def _tell_note(self) -> None:
        text = self.note.value()
        if self._row is not None and text != self._note_known:
            self._note_known = text
            self.note_edited.emit(self._row.key, text)

    def flush(self) -> None:
        """Tell what is typed but not told yet."""
        self._tell_day()
        self._tell_note()

    def forget(self) -> None:
        """The task is gone: what was typed for it has no place any more."""
        self._row = None
        self.show_row(None)

    def focus_note(self) -> None:
        """Put the caret behind the progress (F2)."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.note.moveCursor(QTextCursor.MoveOperation.End)

    def set_read_only(self, read_only: bool) -> None:
        """Let it be read but not changed."""
        self.status.setEnabled(not read_only)
        self.done_on.setReadOnly(read_only)
        self.note.setReadOnly(read_only)
        self._follow.setEnabled(not read_only)

    def set_look(self, look: Look) -> None:
        """Fonts for a zoom."""
        bounded = Look(min(look.zoom, LARGEST))
        for box in (self.status, self.done_on, self.note):
            box.setFont(bounded.text)
        for label in self._captions:
            label.setFont(bounded.small)
        self.setMinimumWidth(_LEAST * bounded.zoom // 100)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps what is typed, Esc leaves it; both go back to the table."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
            self.left.emit()
        event.accept()
