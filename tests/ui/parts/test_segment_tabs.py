"""A row of words of which one is chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tttt_desktop.ui.parts.segment_tabs import Segment, SegmentTabs

SEGMENTS = (Segment("", "Tất cả"), Segment("new", "Chưa đọc", "Chưa"), Segment("done", "Xong"))


@pytest.fixture
def tabs(qtbot: QtBot) -> SegmentTabs:
    made = SegmentTabs(SEGMENTS)
    qtbot.addWidget(made)
    made.resize(296, 30)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def texts(tabs: SegmentTabs) -> list[str]:
    return [tab.text() for tab in tabs.findChildren(QPushButton)]


def test_a_click_chooses_a_tab(qtbot: QtBot, tabs: SegmentTabs) -> None:
    with qtbot.waitSignal(tabs.chosen) as told:
        qtbot.mouseClick(tabs.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert told.args == ["new"]
    assert tabs.current() == "new"


def test_a_screen_reader_is_told_that_a_tab_is_one_of_several(tabs: SegmentTabs) -> None:
    (first, *_) = tabs.findChildren(QPushButton)
    told = QAccessible.queryAccessibleInterface(first)
    assert told.role() == QAccessible.Role.RadioButton
    assert told.state().checked


def test_arrows_choose_a_tab(qtbot: QtBot, tabs: SegmentTabs) -> None:
    first = tabs.findChildren(QPushButton)[0]
    first.setFocus()
    with qtbot.waitSignal(tabs.chosen) as told:
        qtbot.keyClick(first, Qt.Key.Key_Right)
    assert told.args == ["new"]


def test_setting_a_tab_says_nothing(qtbot: QtBot, tabs: SegmentTabs) -> None:
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.set_current("done")
    assert tabs.current() == "done"


def test_short_words_where_the_long_ones_do_not_fit(tabs: SegmentTabs) -> None:
    tabs.set_counts({"": 10_000, "new": 9_000, "done": 1_000})
    assert texts(tabs) == ["Tất cả 10.000", "Chưa đọc 9.000", "Xong 1.000"]
    tabs.resize(200, 30)
    assert texts(tabs) == ["Tất cả 10.000", "Chưa 9.000", "Xong 1.000"]
    assert tabs.findChildren(QPushButton)[1].accessibleName() == "Chưa đọc 9.000"
