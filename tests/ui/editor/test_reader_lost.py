"""A mark that has lost its place is given a new one, by keys and by mouse."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Kind, Page, Span
from tttt_desktop.ui.editor.bubble import Bubble
from tttt_desktop.ui.editor.key_bar import HintButton, KeyBar
from tttt_desktop.ui.editor.likely import likely_place
from tttt_desktop.ui.editor.script import Script

SpanOf = Callable[[str], Span]
LOST = ("annotation", 2)
OTHER = "Kinh phí năm 2022 rất hạn hẹp."


@pytest.fixture
def lost(desk, page: Page):
    """The desk, with the shortcoming lost and its card just chosen."""
    first, second = page.annotations
    gone = replace(second, lost=True, quote="Kinh phí năm 2021 rất hạn hẹp")
    desk.show(replace(page, annotations=(first, gone)))
    desk.reader.select(LOST)
    desk.said.clear()
    return desk


def words_of(desk) -> str:
    place = desk.reader.place
    assert place is not None
    return place.of(desk.page.text)


def test_the_cursor_goes_where_the_words_may_stand_and_the_bar_says_what_to_do(lost) -> None:
    assert words_of(lost) == OTHER
    assert lost.reader.current_ref == LOST
    bar = lost.reader.findChild(KeyBar)
    assert bar.content.lead == "Mất chỗ"
    shown = [(b.hint.label, b.hint.key) for b in bar.findChildren(HintButton) if b.isVisible()]
    assert shown == [("Đặt lại chỗ", "Enter"), ("Thôi", "Esc"), ("Xoá", "Del")]
    assert "Kinh phí năm 2021" in lost.reader.focusProxy().accessibleDescription()


def test_enter_puts_it_there(lost, qtbot: QtBot, span_of: SpanOf) -> None:
    qtbot.keyClick(lost.reader.focusProxy(), Qt.Key.Key_Return)
    assert lost.requests() == [("move", 2, span_of(OTHER))]
    assert lost.reader.current_ref == LOST
    assert lost.reader.findChild(KeyBar).content.lead == ""


def test_the_place_is_chosen_by_arrows_and_its_ends_by_syllables(
    lost, qtbot: QtBot, span_of: SpanOf
) -> None:
    view = lost.reader.focusProxy()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert lost.reader.current_ref == LOST, "moving over other marks does not leave it"
    assert lost.said == []
    chosen = words_of(lost)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert lost.requests() == [("move", 2, span_of(chosen))]


def test_by_mouse_it_takes_two_clicks(lost, qtbot: QtBot, span_of: SpanOf) -> None:
    view = lost.reader.focusProxy()
    rect = view.rect_of(span_of("Các đơn vị tự báo cáo."))
    where = QPoint(round(rect.center().x()), round(rect.center().y()))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    bubble = lost.reader.findChild(Bubble)
    (only,) = [one for one in bubble.findChildren(QPushButton) if one.isVisible()]
    assert only.text() == "Đặt lại chỗ"
    qtbot.mouseClick(only, Qt.MouseButton.LeftButton)
    assert lost.requests() == [("move", 2, span_of("Các đơn vị tự báo cáo."))]


def test_delete_removes_it(lost, qtbot: QtBot) -> None:
    qtbot.keyClick(lost.reader.focusProxy(), Qt.Key.Key_Delete)
    assert lost.requests() == [("remove", 2)]
    assert lost.reader.current_ref != LOST


def test_a_digit_marks_the_place_and_leaves_the_lost_one(
    lost, qtbot: QtBot, span_of: SpanOf
) -> None:
    qtbot.keyClick(lost.reader.focusProxy(), Qt.Key.Key_2)
    assert lost.requests() == [("annotate", 1, span_of(OTHER), Kind.SHORTCOMING)]


def test_esc_gives_up(lost, qtbot: QtBot) -> None:
    qtbot.keyClick(lost.reader.focusProxy(), Qt.Key.Key_Escape)
    assert lost.said == [("current", lost.reader.current_ref)]
    assert lost.reader.current_ref != LOST
    assert lost.reader.findChild(KeyBar).content.lead != "Mất chỗ"


def test_after_one_the_next_lost_mark_has_its_turn(desk, page: Page, qtbot: QtBot) -> None:
    both = tuple(replace(one, lost=True) for one in page.annotations)
    desk.show(replace(page, annotations=both))
    desk.reader.select(LOST)
    qtbot.keyClick(desk.reader.focusProxy(), Qt.Key.Key_Return)
    assert desk.reader.current_ref == ("annotation", 1)
    qtbot.keyClick(desk.reader.focusProxy(), Qt.Key.Key_Return)
    assert [one[:2] for one in desk.requests()] == [("move", 2), ("move", 1)]
    assert not any(one.lost for one in desk.page.annotations)


def test_where_nothing_may_be_changed_no_place_is_chosen(desk, page: Page) -> None:
    desk.reader.set_read_only(True)
    gone = replace(page.annotations[1], lost=True)
    desk.show(replace(page, annotations=(page.annotations[0], gone)))
    before = desk.reader.current_ref
    desk.reader.select(LOST)
    assert desk.reader.current_ref == before


def test_the_likely_place_is_the_most_alike_else_the_nearest(text: str, span_of: SpanOf) -> None:
    script = Script(text)
    alike = likely_place(script, "Các đơn vị tự mình báo cáo", 0)
    assert alike == span_of("Các đơn vị tự báo cáo.")
    near = text.index("doanh thu")
    assert likely_place(script, "Xyz", near) == span_of("doanh thu đạt 742,67 tỷ đồng.")
    assert likely_place(Script(""), "Xyz", 5) is None
