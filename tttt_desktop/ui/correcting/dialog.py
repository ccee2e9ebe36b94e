"""Sửa nội dung: the text of an article in a calm box, what saving would do to the marks, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Aside, Page, Span
from tttt_desktop.services import correcting
from tttt_desktop.ui import messages
from tttt_desktop.ui.correcting.editor import CorrectEditor
from tttt_desktop.ui.widgets import (
    DIALOG_MARGINS,
    ElidedLabel,
    button,
    number,
    open_at_size,
    set_look,
)

_CALM = 300  # milliseconds without a key before the effect is told
_TELLS = 60_000  # characters up to which it is told at all while one types


class CorrectDialog(QDialog):
    """Asks for the corrected text to be saved; who saves it closes the dialog, or says why it cannot be."""

    save_requested = Signal(str, str)  # the cleaned text, why
    versions_requested = Signal()

    def __init__(self, page: Page, zoom: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self._begin: Span | None = None
        self.setWindowTitle(self.tr("Sửa nội dung"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        open_at_size(self, 860, 660)
        self._editor = CorrectEditor(page, zoom, self)
        self._said = ElidedLabel(lines=2, px=12)
        self._why = QLineEdit()
        self._save = button(self.tr("Lưu bản sửa"), "primary", tip=self.tr("Lưu bản sửa (Ctrl+S)"))
        self._rest = QTimer(self, singleShot=True, interval=_CALM)
        self._build()
        self._connect()
        self._tell()
        self._editor.setFocus()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        title = ElidedLabel(self._page.article.title, px=15, weight=600)
        hint = ElidedLabel(
            self.tr(
                "Sửa lỗi gõ, tách hoặc nối đoạn. Đánh dấu đi theo chữ của nó; bản trước luôn được giữ lại."
            ),
            lines=2,
            px=12,
        )
        hint.setProperty("role", "meta")
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(hint)
        column.addWidget(self._editor, 1)
        column.addLayout(self._notes())
        column.addLayout(self._buttons())

    def _notes(self) -> QHBoxLayout:
        self._why.setPlaceholderText(self.tr("Lý do sửa (không bắt buộc)"))
        self._why.setAccessibleName(self._why.placeholderText())
        self._why.setMaxLength(200)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._said, 3)
        row.addWidget(self._why, 2)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        if self._page.version > 1:
            original = button(self.tr("Xem bản gốc…"), "flat")
            original.clicked.connect(self.versions_requested)
            row.addWidget(original)
        if self._page.asides:
            row.addWidget(self._asides_button())
        row.addStretch(1)
        cancel = button(self.tr("Huỷ"))
        cancel.clicked.connect(self.close)
        row.addWidget(cancel)
        row.addWidget(self._save)
        return row

    def _asides_button(self) -> QWidget:
        """The paragraphs that were set aside on import: choosing one puts it back where it stood."""
        chooser = button(self.tr("Đưa đoạn đã để riêng trở lại"), "flat")
        menu = QMenu(chooser)
        for aside in self._page.asides:
            short = aside.text if len(aside.text) <= 60 else f"{aside.text[:59]}…"
            action = menu.addAction(f"{short}  ({aside.reason})".replace("&", "&&"))
            action.setData(aside)
        menu.triggered.connect(self._take_back)
        chooser.setMenu(menu)
        return chooser

    def _connect(self) -> None:
        self._editor.textChanged.connect(self._rest.start)
        self._editor.too_long.connect(self._tell_too_long)
        self._rest.timeout.connect(self._tell)
        self._save.clicked.connect(self.save)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save)

    # -- what happens ---------------------------------------------------------------------------

    def show_place(self, span: Span) -> None:
        """Begin at a passage."""
        self._begin = span

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._begin is not None:  # only now does the text have its width
            self._editor.show_span(self._begin)
            self._begin = None

    @property
    def text(self) -> str:
        """The corrected text as it would be stored."""
        return correcting.cleaned(self._page.text, self._editor.text)

    @Slot()
    def save(self) -> None:
        """Ask for it to be stored; without a change there is nothing to store."""
        text = self.text
        try:
            correcting.check(text)
        except UserError as error:
            self.refuse(str(error))
            return
        if text == self._page.text:
            self.accept()
            return
        self.set_saving(True)
        self.save_requested.emit(text, self._why.text())

    def set_saving(self, saving: bool) -> None:
        """Say that it is being stored, and let nothing be changed meanwhile."""
        for part in (self._editor, self._why, self._save):
            part.setEnabled(not saving)
        if saving:
            self._rest.stop()
            self._say(self.tr("Đang lưu bản sửa…"))

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be stored; everything stays as typed."""
        self.set_saving(False)
        self._say(sentence, "error")
        self._editor.setFocus()

    @Slot(QAction)
    def _take_back(self, action: QAction) -> None:
        aside: Aside = action.data()
        line = self._page.text.count("\n", 0, aside.at)
        if aside.at >= len(self._page.text):
            line += 1
        self._editor.insert_paragraph(aside.text, line + self._lines_added_before(line))
        action.setEnabled(False)

    def _lines_added_before(self, line: int) -> int:
        """How far the paragraphs below have moved: as many as the text has gained, or lost, above them."""
        old, new = self._page.text.split("\n"), self._editor.text.split("\n")
        tail = old[line:]
        same = next((n for n in range(len(new) - len(tail), -1, -1) if new[n:] == tail), None)
        return 0 if same is None else same - line

    @Slot()
    def _tell(self) -> None:
        """What saving would do, in one line."""
        if len(self._page.text) > _TELLS or self._editor.document().characterCount() > _TELLS:
            return
        text = self.text
        if not text:
            self._say("")
            return
        effect = correcting.effect(self._page, text)
        if not effect.places:
            self._say(self.tr("Chưa sửa chỗ nào."))
            return
        said = self.tr("Đã sửa {count} chỗ.").format(count=number(effect.places))
        if effect.lost:
            lost = self.tr("{count} đánh dấu sẽ mất chỗ, có thể đặt lại sau khi lưu.")
            said = f"{said} {lost.format(count=number(len(effect.lost)))}"
        self._say(said, "warn" if effect.lost else "meta")

    def _say(self, said: str, role: str = "meta") -> None:
        self._said.setText(said)
        self._said.setAccessibleName(said)
        set_look(self._said, "role", role)

    @Slot()
    def _tell_too_long(self) -> None:
        self._say(self.tr("Phần dán quá dài: một bài có nhiều nhất 1 triệu chữ cái."), "error")

    # -- closing --------------------------------------------------------------------------------

    def reject(self) -> None:
        """Esc and Huỷ: what was typed is not thrown away without a word."""
        if self.text == self._page.text or self._gives_up():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    def _gives_up(self) -> bool:
        answers = (self.tr("Lưu bản sửa"), self.tr("Bỏ những chỗ đã sửa"), self.tr("Sửa tiếp"))
        chosen = messages.ask(self, self.tr("Những chỗ vừa sửa chưa được lưu."), "", *answers)
        if chosen == 0:
            self.save()
        return chosen == 1
