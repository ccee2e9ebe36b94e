"""The quick guide: a short text of our own, shown inside the program so that it works offline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextEdit, QVBoxLayout, QWidget

from tttt_desktop.paths import resource
from tttt_desktop.ui import theme
from tttt_desktop.ui.widgets import DIALOG_MARGINS, open_at_size

_KEY_SIGN = " | "  # between a key and what it does


class GuideDialog(QDialog):
    """Shows resources/help/huong-dan.txt."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Hướng dẫn nhanh"))
        open_at_size(self, 640, 580)
        self._text = QTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setProperty("role", "list")
        self._text.setAccessibleName(self.tr("Hướng dẫn nhanh"))
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.document().setDocumentMargin(16)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Đóng"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*DIALOG_MARGINS)
        layout.setSpacing(10)
        layout.addWidget(self._text)
        layout.addWidget(buttons)
        theme.notifier().themed.connect(self._fill)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        text = (resource("help") / "huong-dan.txt").read_text(encoding="utf-8")
        self._text.setHtml("".join(_chapters(text)))


def _chapters(text: str) -> Iterator[str]:
    """The guide as HTML: chapters stand apart by an empty line, a heading first, then paragraphs and keys."""
    ink = theme.tokens().text2.name()
    for chapter in text.strip().split("\n\n"):
        heading, *lines = chapter.splitlines()
        yield f'<p style="font-size:15px; font-weight:600; margin:14px 0 6px">{escape(heading)}</p>'
        for is_table, group in groupby(lines, key=lambda line: _KEY_SIGN in line):
            together = list(group)
            yield _table(together, ink) if is_table else "".join(map(_paragraph, together))


def _paragraph(line: str) -> str:
    return f'<p style="margin:0 0 6px; line-height:130%">{escape(line)}</p>'


def _table(lines: Iterable[str], ink: str) -> str:
    rows = []
    for line in lines:
        key, _, act = line.partition(_KEY_SIGN)
        shown = escape(key).replace(" ", "&nbsp;")
        rows.append(
            f'<tr><td style="color:{ink}; font-weight:600; padding-right:18px">{shown}</td>'
            f"<td>{escape(act)}</td></tr>"
        )
    return f'<table cellspacing="0" cellpadding="3">{"".join(rows)}</table>'
