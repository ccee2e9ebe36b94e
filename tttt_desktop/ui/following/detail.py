"""Below the table: the current task in full, how it stands, and the marks that tell or may tell what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from tttt_desktop.domain.records import LegalDocument
from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.following.evidence import EvidenceList, told_of
from tttt_desktop.ui.following.progress import LARGEST, ProgressForm
from tttt_desktop.ui.following.rows import BASES, Row, said_where
from tttt_desktop.ui.widgets import ElidedLabel, button

LEAST = 112  # pixels of height


class TaskText(QTextEdit):
    """The quotation, where it is from and what the form says, as plain text that can be selected but not changed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = Look()
        self._row: Row | None = None
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "list")
        self.setAccessibleName(self.tr("Trích nguyên văn (khoá)"))
        self.document().setDocumentMargin(2)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.notifier().themed.connect(self._write)

    def show_row(self, row: Row | None) -> None:
        """Show a task, or nothing."""
        if row != self._row:
            self._row = row
            self._write()

    def set_look(self, look: Look) -> None:
        """Fonts for a zoom."""
        self._look = look
        self._write()

    @Slot()
    def _write(self) -> None:
        self.clear()
        row, colours, look = self._row, theme.tokens(), self._look
        if row is None:
            return
        cursor = self.textCursor()
        quote, label, plain = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        for made, font, ink in (
            (quote, look.text, colours.text),
            (label, look.small, colours.text3),
            (plain, look.small, colours.text),
        ):
            made.setFont(font)
            made.setForeground(ink)
        cursor.insertText(f"“{row.task.quote}”", quote)
        if row.task.statement.strip():
            cursor.insertText(f"\n{self.tr('Trong báo cáo')}: ", label)
            cursor.insertText(" ".join(row.task.statement.split()), plain)
        for name, value in self._facts(row):
            cursor.insertText(f"\n{name}: ", label)
            cursor.insertText(value, plain)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)

    def _facts(self, row: Row) -> Iterator[tuple[str, str]]:
        """What the form says, in its order; what is not said is left out."""
        task = row.task
        deadline = " · ".join(filter(None, (row.deadline, row.deadline_note)))
        told = (
            (self.tr("Nguồn"), said_where(task)),
            (self.tr("Nguồn gốc"), self.tr(BASES[task.basis])),
            (self.tr("Người giao"), task.assigner),
            (self.tr("Chủ trì"), task.lead),
            (self.tr("Phối hợp"), "; ".join(task.cooperating)),
            (self.tr("Thời hạn"), deadline),
            (self.tr("Căn cứ"), "; ".join(map(_document, task.documents))),
            (self.tr("Lĩnh vực"), task.field),
            (self.tr("Chuyển năm"), row.origin),
        )
        return ((name, value) for name, value in told if value)


def _document(one: LegalDocument) -> str:
    return one.as_printed or f"{one.kind} {one.number}".strip()


class Detail(QWidget):
    """Shows one task; what is wished for it is told by the signals of its parts."""

    read_requested = Signal()
    link_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Row | None = None
        self._read_only = False
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text, self.progress = TaskText(self), ProgressForm(self)
        self.evidence = EvidenceList(self)
        self._heading = ElidedLabel(self.tr("Nhiệm vụ"), px=12, weight=600)
        self._told = ElidedLabel(px=12, weight=600)
        self.read = button(
            self.tr("Mở bài"), "link", "open", self.tr("Mở bài tại câu giao nhiệm vụ (Ctrl+Enter)")
        )
        self.link = button(
            self.tr("Gắn kết quả khác…"), "link", "link",
            self.tr("Tìm trong các đánh dấu của năm và gắn vào nhiệm vụ này (Ctrl+G)"),
        )  # fmt: skip
        self._build()
        self.evidence.come_after(self.progress.note)
        self.read.clicked.connect(self.read_requested)
        self.link.clicked.connect(self.link_requested)
        self.progress.left.connect(self.left)
        self.show_row(None, 0, searching=False)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 6)
        row.setSpacing(16)
        left = self._column(self._heading, self.read, self.text)
        right = self._column(self._told, self.link, self.evidence)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 4, 0, 0)
        middle.addWidget(self.progress, 1)
        row.addLayout(left, 9)
        row.addLayout(middle, 7)
        row.addLayout(right, 12)
        self.setMinimumHeight(LEAST)

    def _column(self, title: ElidedLabel, act: QWidget, body: QWidget) -> QVBoxLayout:
        title.setProperty("role", "label")
        act.setFixedHeight(26)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(title, 1)
        head.addWidget(act)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(body, 1)
        return column

    def minimumSizeHint(self) -> QSize:
        return QSize(0, LEAST)

    @property
    def row(self) -> Row | None:
        """What is shown."""
        return self._row

    def show_row(self, row: Row | None, offered: int, *, searching: bool) -> None:
        """Show a task with the proposal `offered` as the current one; while proposals are looked for it says so."""
        self._row = row
        self.text.show_row(row)
        self.progress.show_row(row)
        for one in (self.read, self.link):
            one.setEnabled(row is not None)
        self.link.setVisible(not self._read_only)
        told = told_of(row, offered)
        accepted = len(row.task.evidence) if row is not None else 0
        words = self.tr("Đối chiếu: {accepted} đã nhận · {proposed} gợi ý")
        self._told.setText(words.format(accepted=accepted, proposed=len(told) - accepted))
        self.evidence.show_told(told, self._nothing(row, searching), read_only=self._read_only)

    def _nothing(self, row: Row | None, searching: bool) -> str:
        if row is None:
            return ""
        if searching:
            return self.tr("Đang tìm kết quả và tồn tại khớp với nhiệm vụ này…")
        return self.tr(
            "Chưa thấy đánh dấu nào khớp. Bấm «Gắn kết quả khác…» để tự chọn, hoặc bấm 1, 2, 3, 4 để ghi trạng thái."
        )

    def flush(self) -> None:
        """Tell what is typed but not told yet."""
        self.progress.flush()

    def forget(self) -> None:
        """The task is gone: what was typed for it has no place any more."""
        self.progress.forget()
        self.show_row(None, 0, searching=False)

    def set_read_only(self, read_only: bool) -> None:
        """Let it be read but not changed."""
        self._read_only = read_only
        self.progress.set_read_only(read_only)

    def set_look(self, look: Look) -> None:
        """Fonts for a zoom."""
        for part in (self.text, self.progress, self.evidence):
            part.set_look(look)
        for label in (self._heading, self._told):
            label.set_look(12, 600, min(look.zoom, LARGEST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the table."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
