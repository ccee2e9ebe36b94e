"""Bảng phím tắt (F1): made from the commands, with the keys of the reader and the cards before them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.text import fold
from tttt_desktop.ui import theme
from tttt_desktop.ui.dialogs.key_caps import BETWEEN, KeyCaps
from tttt_desktop.ui.menus.actions import key_name, plain
from tttt_desktop.ui.menus.command import Command
from tttt_desktop.ui.menus.command_list import COMMANDS, MENUS
from tttt_desktop.ui.widgets import DIALOG_MARGINS, open_at_size

Line = tuple[str, str]  # what it does, its key
READING = (
    ("Câu sau / câu trước", "↓  ↑"),
    ("Vế sau / vế trước", "→  ←"),
    ("Kết quả, Tồn tại, Nhiệm vụ, Nguyên nhân", "1  2  3  4"),
    ("Nhận gợi ý và sang gợi ý sau", "Enter"),
    ("Bỏ gợi ý hoặc xoá đánh dấu", "Delete"),
    ("Để sau, sang gợi ý sau / về gợi ý trước", "Space  Shift+Space"),
    ("Dời cuối đoạn một tiếng", "Shift+→  Shift+←"),
    ("Dời đầu đoạn một tiếng", "Ctrl+→  Ctrl+←"),
    ("Lấy thêm một câu", "Shift+↓"),
)
CARDS = (
    ("Thẻ sau / thẻ trước", "↓  ↑"),
    ("Mở ô sửa của thẻ; trên gợi ý: nhận", "Enter"),
    ("Bỏ gợi ý hoặc xoá đánh dấu", "Delete"),
    ("Ô sau / ô trước", "Tab  Shift+Tab"),
    ("Về bài đọc", "Esc"),
)


def sections() -> Iterator[tuple[str, list[Line]]]:
    """The key sheet: headings with their lines."""
    yield "Trong bài đọc", list(READING)
    yield "Trên các thẻ", list(CARDS)
    for menu, label in MENUS:
        lines = [
            (plain(command.text).rstrip("…"), _keys(command))
            for command in COMMANDS
            if command.menu == menu and _keys(command)
        ]
        if lines:
            yield plain(label), lines


def _keys(command: Command) -> str:
    return command.reader_keys or BETWEEN.join(map(key_name, command.keys))


def as_html() -> str:
    """The sheet for paper: our own words and keys only."""
    rows = []
    for heading, lines in sections():
        rows.append(f'<tr><td colspan="2"><br><b>{escape(heading)}</b></td></tr>')
        rows += [f"<tr><td>{escape(act)}</td><td>{escape(keys)}</td></tr>" for act, keys in lines]
    return f'<table cellspacing="0" cellpadding="2" width="100%">{"".join(rows)}</table>'


class ShortcutsDialog(QDialog):
    """A table one can search in; diacritics are optional."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bảng phím tắt"))
        open_at_size(self, 620, 600)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Tìm lệnh, có dấu hay không đều được"))
        self._search.setAccessibleName(self.tr("Tìm lệnh"))
        self._search.setClearButtonEnabled(True)
        self._table = _table(self)
        self._fill()
        buttons = QDialogButtonBox(self)
        paper = buttons.addButton(self.tr("In…"), QDialogButtonBox.ButtonRole.ActionRole)
        paper.clicked.connect(self._print)
        buttons.addButton(self.tr("Đóng"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        column.addWidget(self._search)
        column.addWidget(self._table, 1)
        column.addWidget(buttons)
        self._search.textChanged.connect(self._narrow)
        theme.notifier().themed.connect(self._fill)

    @Slot()
    def _print(self) -> None:
        """Put the sheet on paper, to be kept beside the keyboard."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            document = QTextDocument(self)
            document.setHtml(as_html())
            document.print_(printer)

    @Slot()
    def _fill(self) -> None:
        """All lines, in the colours of the theme that is on."""
        self._table.setRowCount(0)
        for heading, lines in sections():
            self._add_heading(self.tr(heading))
            for line in lines:
                self._add(line)
        self._narrow(self._search.text())

    def _add_heading(self, text: str) -> None:
        row = self._table.rowCount()
        self._table.insertRow(row)
        item = _item(text, theme.tokens().text3)
        item.setFont(theme.ui_font(11, 600))
        item.setText(text.upper())
        item.setData(Qt.ItemDataRole.UserRole, True)
        self._table.setItem(row, 0, item)
        self._table.setSpan(row, 0, 1, 2)

    def _add(self, line: Line) -> None:
        row = self._table.rowCount()
        self._table.insertRow(row)
        self._table.setItem(row, 0, _item(line[0], theme.tokens().text))
        self._table.setItem(row, 1, QTableWidgetItem(line[1]))

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        words = fold(typed).split()
        for row in range(self._table.rowCount()):
            item = self._table.item(row, 0)
            assert item is not None
            is_heading = item.data(Qt.ItemDataRole.UserRole)
            fits = all(word in fold(item.text()) for word in words)
            self._table.setRowHidden(row, bool(words) and (is_heading or not fits))


def _table(parent: QWidget) -> QTableWidget:
    table = QTableWidget(0, 2, parent)
    table.setAccessibleName("Phím tắt")
    table.horizontalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.setColumnWidth(1, 210)
    table.setItemDelegateForColumn(1, KeyCaps(table))
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(28)
    table.setShowGrid(False)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table


def _item(text: str, ink: QColor) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setForeground(ink)
    return item
