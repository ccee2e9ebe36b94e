"""The reader worked with the keyboard alone."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Aside, Kind, Page, Span
from tttt_desktop.ui.editor.key_bar import KeyBar
from tttt_desktop.ui.editor.pane import ReaderPane

Key, Mod = Qt.Key, Qt.KeyboardModifier
SpanOf = Callable[[str], Span]


@pytest.fixture
def press(qtbot: QtBot, desk) -> Callable[..., None]:  # type: ignore[no-untyped-def]
    """Press keys one after another where the keyboard is: `press(Key.Key_Down, (Mod.ShiftModifier, Key.Key_Right))`."""

    def do(*keys) -> None:  # type: ignore[no-untyped-def]
        for key in keys:
            modifier, key = key if isinstance(key, tuple) else (Mod.NoModifier, key)
            qtbot.keyClick(desk.reader.focusProxy(), key, modifier)

    return do


def test_an_article_opens_at_its_first_suggestion(desk) -> None:
    assert desk.reader.current_ref == ("suggestion", 11)
    assert desk.said == [("current", ("suggestion", 11))]


def test_enter_accepts_and_the_next_suggestion_is_current(desk, press) -> None:
    press(Key.Key_Return)
    assert desk.requests() == [("accept", 11, None, None)]
    assert desk.reader.current_ref == ("suggestion", 12)
    press(Key.Key_Enter)
    assert desk.reader.current_ref == ("suggestion", 13)


def test_delete_declines_and_goes_on(desk, press) -> None:
    press(Key.Key_Delete)
    assert desk.requests() == [("decline", 11)]
    assert desk.reader.current_ref == ("suggestion", 12)


@pytest.mark.parametrize(
    ("key", "kind"), [*zip((Key.Key_1, Key.Key_2, Key.Key_3), Kind, strict=True)]
)
def test_a_digit_accepts_as_that_kind(desk, press, key: Qt.Key, kind: Kind) -> None:
    press(key)
    assert desk.requests() == [("accept", 11, kind, None)]
    assert desk.reader.current_ref == ("suggestion", 12)


def test_digits_of_the_number_pad_count(desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.reader.focusProxy(), Key.Key_3, Mod.KeypadModifier)
    assert desk.requests() == [("accept", 11, Kind.TASK, None)]


def test_space_leaves_for_later_and_comes_round(desk, press) -> None:
    press(Key.Key_Space, Key.Key_Space)
    assert desk.reader.current_ref == ("suggestion", 13)
    press(Key.Key_Space)
    assert desk.reader.current_ref == ("suggestion", 11)
    press((Mod.ShiftModifier, Key.Key_Space))
    assert desk.reader.current_ref == ("suggestion", 13)
    assert desk.requests() == []


def test_a_sentence_is_marked_by_one_digit(desk, press, span_of: SpanOf) -> None:
    press(Key.Key_Down, Key.Key_3)
    whole = span_of("Hội nghị khen thưởng ba tập thể.")
    assert desk.requests() == [("annotate", 1, whole, Kind.TASK)]
    assert desk.reader.current_ref == ("annotation", 101), "its card opens"


def test_a_clause_is_marked_without_its_semicolon(desk, press, span_of: SpanOf) -> None:
    press(Key.Key_Space, Key.Key_Space, Key.Key_Left, Key.Key_2)
    clause = span_of("Đồng chí Phó Chủ tịch yêu cầu Sở hoàn thành đề án")
    assert desk.requests() == [("annotate", 1, clause, Kind.SHORTCOMING)]


def test_a_digit_on_a_mark_changes_its_kind_and_stays(desk, press) -> None:
    desk.reader.select(("annotation", 1))
    press(Key.Key_3)
    assert desk.requests() == [("kind", 1, Kind.TASK)]
    assert desk.reader.current_ref == ("annotation", 1)
    press(Key.Key_3)
    assert len(desk.requests()) == 1, "it is one already"


def test_delete_removes_a_mark_and_goes_to_the_next_suggestion(desk, press) -> None:
    desk.reader.select(("annotation", 1))
    press(Key.Key_Delete)
    assert desk.requests() == [("remove", 1)]
    assert desk.reader.current_ref == ("suggestion", 12)


def test_undo_brings_the_cursor_back(desk, press, page: Page) -> None:
    press(Key.Key_Return, Key.Key_Delete)
    desk.show(replace(desk.page, suggestions=page.suggestions[1:]))
    assert desk.reader.current_ref == ("suggestion", 12)
    desk.show(page)
    assert desk.reader.current_ref == ("suggestion", 11)


def test_a_refused_decision_moves_nothing(desk, press) -> None:
    desk.refuses = True
    press(Key.Key_Return)
    desk.show(replace(desk.page, asides=()))
    assert desk.reader.current_ref == ("suggestion", 11)


def test_ends_of_a_suggestion_are_used_when_it_is_accepted(desk, press, span_of: SpanOf) -> None:
    press((Mod.ShiftModifier, Key.Key_Left), (Mod.ControlModifier, Key.Key_Right), Key.Key_Return)
    assert desk.requests() == [("accept", 11, None, span_of("hoàn thành 12 chỉ"))]


def test_ends_of_a_mark_move_at_once(desk, press, span_of: SpanOf) -> None:
    desk.reader.select(("annotation", 2))
    press((Mod.ShiftModifier, Key.Key_Left), (Mod.ControlModifier, Key.Key_Left))
    assert desk.requests() == [
        ("move", 2, span_of("một số xã chưa có")),
        ("move", 2, span_of("nhiên, một số xã chưa có")),
    ]
    assert desk.reader.current_ref == ("annotation", 2)


def test_a_refused_move_shows_the_old_ends(desk, press) -> None:
    desk.reader.select(("annotation", 2))
    desk.refuses = True
    press((Mod.ShiftModifier, Key.Key_Left), (Mod.ShiftModifier, Key.Key_Left))
    spans = [said[2] for said in desk.requests()]
    assert spans[0] == spans[1], "each press starts from what is stored"


def test_more_sentences_are_taken_and_given_up(desk, press, text: str, span_of: SpanOf) -> None:
    press(Key.Key_Down, (Mod.ShiftModifier, Key.Key_Down), Key.Key_Escape, Key.Key_1)
    assert desk.requests() == [
        ("annotate", 1, span_of("Hội nghị khen thưởng ba tập thể."), Kind.ACHIEVEMENT)
    ]


def test_four_gives_the_shortcoming_before_its_cause(desk, press, span_of: SpanOf) -> None:
    desk.reader.select(("suggestion", 12))
    press(Key.Key_Down, Key.Key_4)
    assert desk.requests() == [("cause", 2, span_of("Kinh phí năm 2022 rất hạn hẹp."))]


def test_a_shortcoming_is_not_its_own_cause(desk, press) -> None:
    desk.reader.select(("annotation", 2))
    press(Key.Key_4)
    assert desk.requests() == []


def test_forms_are_asked_for_by_keys(desk, press) -> None:
    press(Key.Key_F2, Key.Key_F4, (Mod.ControlModifier, Key.Key_T))
    here = ("suggestion", 11)
    assert desk.requests() == [("edit", here), ("statement", here), ("split", here)]


def test_on_plain_text_there_is_nothing_to_edit_accept_or_remove(desk, press) -> None:
    press(Key.Key_Down, Key.Key_F2, Key.Key_F4, Key.Key_Return, Key.Key_Delete)
    assert desk.requests() == []


@pytest.mark.parametrize("key", [Key.Key_Backspace, Key.Key_A, Key.Key_5, Key.Key_BracketLeft])
def test_what_input_methods_send_does_nothing(desk, press, key: Qt.Key) -> None:
    before = list(desk.said)
    press(key)
    assert desk.said == before
    assert not desk.reader.focusProxy().testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_keys_of_the_text_win_over_shortcuts_of_the_window(desk, qtbot: QtBot) -> None:
    shortcut = QShortcut(QKeySequence("Return"), desk.reader)
    with qtbot.assertNotEmitted(shortcut.activated):
        qtbot.keyClick(desk.reader.focusProxy(), Key.Key_Return)
    assert desk.requests() == [("accept", 11, None, None)]


def test_the_passage_can_be_copied(desk, press) -> None:
    press((Mod.ControlModifier, Key.Key_C))
    assert QGuiApplication.clipboard().text() == "Sở hoàn thành 12 chỉ tiêu"


def test_moving_onto_a_mark_and_off_it_is_told_once(desk, press) -> None:
    desk.said.clear()
    press(Key.Key_Right, Key.Key_Right)
    assert desk.said == [("current", ("annotation", 1)), ("current", None)]


def test_without_an_article_keys_do_nothing(qtbot: QtBot) -> None:
    reader = ReaderPane()
    qtbot.addWidget(reader)
    reader.show_page(None)
    with qtbot.assertNotEmitted(reader.annotate_requested):
        qtbot.keyClick(reader.focusProxy(), Key.Key_1)
    assert not reader.next_hit(True)


def test_a_new_body_keeps_the_cursor_on_its_words(desk, press, page: Page) -> None:
    press(Key.Key_Down)
    text = "336 lượt xem\n" + page.text
    moved = replace(
        page, text=text, annotations=(), suggestions=(), asides=(Aside(8, 1, 0, "x", "y"),)
    )
    desk.show(moved)
    press(Key.Key_1)
    span = desk.requests()[-1][2]
    assert span.of(text) == "Hội nghị khen thưởng ba tập thể."


def test_in_a_dossier_opened_for_reading_keys_only_move(desk, press) -> None:
    desk.reader.set_read_only(True)
    decisions = (Key.Key_Return, Key.Key_Delete, Key.Key_1, Key.Key_4)
    press(*decisions, (Mod.ShiftModifier, Key.Key_Right), Key.Key_Space)
    assert desk.requests() == []
    assert desk.reader.current_ref == ("suggestion", 12)
    shown = {hint.key for hint in desk.reader.findChild(KeyBar).content.hints}
    assert shown == {"Space"}


def _long(desk, page: Page) -> None:
    """Show the article with sixty more paragraphs."""
    more = "".join(f"\nĐoạn thứ {number} nói thêm một ý." for number in range(60))
    desk.page = replace(page, text=page.text + more)
    desk.reader.show_page(desk.page)


def test_home_and_end_go_to_the_first_and_the_last_sentence(desk, press, page: Page) -> None:
    _long(desk, page)
    press(Qt.Key.Key_End)
    assert desk.reader.place.of(desk.page.text) == "Đoạn thứ 59 nói thêm một ý."
    press(Qt.Key.Key_Home)
    assert desk.reader.place.of(desk.page.text) == "Tổng kết công tác năm 2022"


def test_a_page_further_the_cursor_stands_at_the_same_height(desk, press, page: Page) -> None:
    _long(desk, page)
    view = desk.reader.focusProxy()
    before, height = desk.reader.place, view.rect_of(desk.reader.place).top()
    press(Qt.Key.Key_PageDown)
    assert desk.reader.place.start > before.stop
    assert abs(view.rect_of(desk.reader.place).top() - height) <= 60
    press(Qt.Key.Key_Down)
    assert not view.rect_of(desk.reader.place).isEmpty(), "and goes on from there"
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_PageUp)
    assert view.verticalScrollBar().value() == 0
