"""The small shared widgets."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.ui import theme
from tttt_desktop.ui.parts.flow_layout import FlowLayout
from tttt_desktop.ui.parts.segment_tabs import Segment, SegmentTabs
from tttt_desktop.ui.parts.text_lines import elided_lines, is_cut, line_height
from tttt_desktop.ui.widgets import (
    ElidedLabel,
    Keycap,
    button,
    dropped_files,
    number,
    open_at_size,
)

LONG = "tiếp tục làm tốt công tác tham mưu về xây dựng cơ chế, chính sách phát triển của ngành"
SEGMENTS = (Segment("", "Tất cả"), Segment("new", "Chưa đọc", "Chưa"), Segment("done", "Xong"))


def test_numbers_are_written_the_vietnamese_way() -> None:
    assert number(12) == "12"
    assert number(12_345) == "12.345"


def test_only_local_files_are_taken(tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://vi.du/a.html"), QUrl.fromLocalFile(str(tmp_path / "bài.txt"))])
    assert dropped_files(mime) == [str(tmp_path / "bài.txt")]


@given(st.text(alphabet="ạbữ 🙂\n\u2028-", max_size=80), st.integers(20, 300), st.integers(1, 3))
def test_lines_fit_and_lose_nothing_unless_they_say_so(
    qapp: QApplication, text: str, width: int, lines: int
) -> None:
    found = elided_lines(text, theme.ui_font(13), width, lines)
    assert len(found) <= lines
    if not found or not found[-1].endswith("…"):
        assert not is_cut(text, found)


def test_lines_break_at_words(qapp: QApplication) -> None:
    font = theme.ui_font(13)
    first, second = elided_lines(LONG, font, 200, 2)
    assert LONG.startswith(first + " ")
    assert second.endswith("…")
    assert is_cut(LONG, (first, second))
    assert elided_lines("  \n ", font, 280, 2) == ()


def test_a_label_takes_the_height_of_its_lines_and_no_width(qtbot: QtBot) -> None:
    label = ElidedLabel(LONG, lines=3)
    qtbot.addWidget(label)
    step = line_height(label.font())
    assert label.minimumSizeHint().width() == 0
    assert label.heightForWidth(2_000) == step
    assert label.heightForWidth(300) == 2 * step
    assert label.heightForWidth(100) == 3 * step
    label.set_look(13, 400, 200)
    assert label.heightForWidth(2_000) == line_height(theme.ui_font(26))
    label.set_lines(1)
    assert label.heightForWidth(100) == line_height(theme.ui_font(26))


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_cut_label_tells_all_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    label.resize(120, 20)
    for width, shown in ((2_000, ""), (120, LONG)):
        label.resize(width, 20)
        help_wanted = QHelpEvent(QEvent.Type.ToolTip, QPoint(3, 3), label.mapToGlobal(QPoint(3, 3)))
        QApplication.sendEvent(label, help_wanted)
        assert QToolTip.text() == shown
    QToolTip.hideText()


def test_a_label_takes_its_colour_from_the_sheet(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    label = ElidedLabel("■■■■", px=19)
    label.setProperty("kind", "task")
    qtbot.addWidget(label)
    label.resize(100, 26)
    image = label.grab().toImage()
    seen = {image.pixelColor(x, 13).name() for x in range(100)}
    assert theme.LIGHT.task.name() in seen


def test_imported_text_stays_plain(qtbot: QtBot) -> None:
    for label in (ElidedLabel("<b>x</b>"), Keycap("<b>x</b>")):
        qtbot.addWidget(label)
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_button_without_words_is_named_by_its_tip(qtbot: QtBot) -> None:
    close = button("", "flat", "close", tip="Đóng")
    qtbot.addWidget(close)
    assert close.accessibleName() == "Đóng"
    assert not close.icon().isNull()


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


def test_chips_go_on_in_the_next_line(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    for text in ("2023", "Quảng Trị", "Chuyển đổi số, CNTT", "Bưu chính"):
        label = QLabel(text)
        label.setFixedSize(90, 20)
        flow.addWidget(label)
    assert flow.heightForWidth(400) == 20
    assert flow.heightForWidth(200) == 46
    box.resize(200, 60)
    box.show()
    places = [flow.itemAt(at).geometry().topLeft().toTuple() for at in range(4)]
    assert places == [(0, 0), (96, 0), (0, 26), (96, 26)]
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None


def test_a_dialog_is_never_larger_than_its_screen(qtbot: QtBot) -> None:
    dialog = QWidget()
    qtbot.addWidget(dialog)
    room = dialog.screen().availableSize()
    open_at_size(dialog, 300, 200)
    assert (dialog.width(), dialog.height()) == (300, 200)
    open_at_size(dialog, 5000, 5000)
    assert dialog.width() < room.width()
    assert dialog.height() < room.height()
