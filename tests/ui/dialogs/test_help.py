"""The key sheet and the about box."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from tttt_desktop import __version__
from tttt_desktop.ui import theme
from tttt_desktop.ui.dialogs.about import AboutDialog
from tttt_desktop.ui.dialogs.key_caps import width_of
from tttt_desktop.ui.dialogs.shortcuts import ShortcutsDialog, as_html, sections
from tttt_desktop.ui.menus.actions import plain
from tttt_desktop.ui.menus.command_list import COMMANDS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one


def rows(dialog: ShortcutsDialog) -> list[str]:
    table = dialog.findChild(QTableWidget)
    assert table is not None
    shown = [row for row in range(table.rowCount()) if not table.isRowHidden(row)]
    return [item.text() for row in shown if (item := table.item(row, 0))]


def test_every_command_with_a_key_is_on_the_sheet() -> None:
    lines = [line for _, section in sections() for line in section]
    shown = {act for act, _ in lines}
    keyed = [command for command in COMMANDS if command.keys or command.reader_keys]
    assert {plain(command.text).rstrip("…") for command in keyed} <= shown
    assert ("Lập báo cáo Word", "F9") in lines
    assert all(keys for _, keys in lines)


def test_the_sheet_fits_on_the_paper_with_every_key() -> None:
    paper = as_html()
    assert "<b>Trong bài đọc</b>" in paper
    assert "<td>Lập báo cáo Word</td><td>F9</td>" in paper


def test_nothing_on_the_sheet_is_cut_on_a_small_screen(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    dialog.resize(560, 430)
    dialog.show()
    table = dialog.findChild(QTableWidget)
    assert table is not None
    for row in range(table.rowCount()):
        for column in range(2):
            item = table.item(row, column)
            if item is not None and table.columnSpan(row, 0) != 2:
                words = QFontMetrics(item.font()).horizontalAdvance(item.text())
                needed = width_of(item.text()) if column else words
                assert needed + 8 <= table.columnWidth(column), item.text()


def test_the_sheet_is_searched_without_diacritics(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    everything = len(rows(dialog))
    search = dialog.findChild(QLineEdit)
    assert search is not None
    qtbot.keyClicks(search, "bao cao word")
    assert rows(dialog) == ["Lập báo cáo Word"]
    search.clear()
    assert len(rows(dialog)) == everything


def test_about_copies_what_a_helper_asks_for(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    copy = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Sao chép thông tin")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert f"Phiên bản: {__version__}" in QGuiApplication.clipboard().text()


def test_the_key_sheet_follows_a_change_of_theme_and_keeps_what_was_searched(
    qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, "light")
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    search, table = dialog.findChild(QLineEdit), dialog.findChild(QTableWidget)
    assert search is not None
    assert table is not None
    qtbot.keyClicks(search, "bao cao word")
    theme.apply(qapp, "dark")
    item = table.item(table.rowCount() - 1, 0)
    assert item is not None
    assert item.foreground().color() == theme.DARK.text
    assert rows(dialog) == ["Lập báo cáo Word"]
    theme.apply(qapp, "light")
