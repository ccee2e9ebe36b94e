"""What the reader shows: states, bar, search, zoom, low windows, set-aside paragraphs, words for a screen reader."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import FurtherSource, Page, Span
from tttt_desktop.ui import theme
from tttt_desktop.ui.editor.asides import AsideList
from tttt_desktop.ui.editor.header import meta_line
from tttt_desktop.ui.editor.key_bar import HintButton, KeyBar, Lead
from tttt_desktop.ui.editor.pane import ReaderPane
from tttt_desktop.ui.editor.quiet import quiet_paragraphs
from tttt_desktop.ui.editor.script import Script

SpanOf = Callable[[str], Span]


def _lead(desk) -> str:
    return desk.reader.findChild(KeyBar).content.lead


def _hints(desk) -> list[tuple[str, str]]:
    buttons = desk.reader.findChild(KeyBar).findChildren(HintButton)
    return [(b.hint.label, b.hint.key) for b in buttons if b.isVisible()]


def test_the_bar_counts_suggestions_and_teaches_their_keys(desk) -> None:
    assert _lead(desk) == "Gợi ý 1/3"
    assert _hints(desk) == [
        ("Nhận", "Enter"), ("Bỏ", "Del"), ("Đổi loại", "1"), ("", "2"), ("", "3"), ("Để sau", "Space"),
    ]  # fmt: skip


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Space])
def test_each_decision_counts_one_on(desk, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(desk.reader.focusProxy(), key)
    assert _lead(desk) == "Gợi ý 2/3"


def test_the_count_goes_on_after_the_article_was_closed(desk, page: Page, qtbot: QtBot) -> None:
    accepted = replace(page.annotations[0], origin="suggestion")
    desk.reader.show_page(replace(page, annotations=(accepted,), suggestions=page.suggestions[1:]))
    assert _lead(desk) == "Gợi ý 2/3"


def test_the_end_of_the_suggestions_is_said(desk, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.keyClick(desk.reader.focusProxy(), Qt.Key.Key_Delete)
    assert _lead(desk) == "Hết gợi ý trong bài này. Ctrl+Enter: Xong, bài tiếp"


def test_a_mark_and_plain_text_have_their_own_keys(desk, qtbot: QtBot) -> None:
    desk.reader.select(("annotation", 2))
    assert ("Xoá", "Del") in _hints(desk)
    desk.reader.select(None)
    assert _hints(desk) == [
        ("Kết quả", "1"), ("Tồn tại", "2"), ("Nhiệm vụ", "3"), ("Gợi ý tiếp", "Space"),
    ]  # fmt: skip


def test_nothing_found_and_nothing_marked(desk, page: Page) -> None:
    desk.reader.show_page(replace(page, annotations=(), suggestions=()))
    content = desk.reader.findChild(KeyBar).content
    assert content.lead == "Chương trình không tìm thấy gợi ý trong bài này."
    assert content.note == "Chưa có đánh dấu. Đặt con trỏ vào một câu rồi bấm 1, 2 hoặc 3."


def test_no_article(desk) -> None:
    desk.reader.show_page(None)
    shown = [label.text() for label in desk.reader.findChildren(QLabel) if label.isVisible()]
    assert shown == ["Chưa chọn bài viết. Hãy chọn một bài trong danh sách."]
    assert desk.reader.current_ref is None


def test_an_empty_body_is_harmless(desk, page: Page, qtbot: QtBot) -> None:
    desk.reader.show_page(replace(page, text="", annotations=(), suggestions=(), asides=()))
    qtbot.keyClick(desk.reader.focusProxy(), Qt.Key.Key_1)
    qtbot.mouseClick(desk.reader.focusProxy().viewport(), Qt.MouseButton.LeftButton)
    assert desk.requests() == []


def test_the_reader_shows_exactly_the_text(desk, page: Page) -> None:
    assert desk.reader.focusProxy().toPlainText() == page.text


def test_markup_in_the_text_stays_text(desk, page: Page) -> None:
    text = "<img src='file:///etc/passwd'><b>đậm</b> & &amp;"
    desk.reader.show_page(replace(page, text=text, annotations=(), suggestions=()))
    assert desk.reader.focusProxy().toPlainText() == text


def test_the_meta_line_leaves_out_what_is_unknown(page: Page) -> None:
    assert meta_line(page.article) == "Quảng Trị · 06/01/2023 · Lê Thị Mẫu, Báo Mẫu"
    bare = replace(page.article, province="", published_on=None, byline="")
    assert meta_line(bare) == "Báo Mẫu"
    again = replace(bare, sources=(FurtherSource("a.txt", "Báo Thử"), FurtherSource("b.txt")))
    assert meta_line(again) == "Báo Mẫu · cũng đăng: Báo Thử, b.txt"


def test_title_date_and_byline_are_quiet(page: Page) -> None:
    assert quiet_paragraphs(Script(page.text), page.article) == {0, 1, 5}


def test_selecting_from_outside_says_nothing_and_scrolls_there(desk, page: Page) -> None:
    long = page.text.replace("Lê Thị Mẫu", "Dòng thêm vào.\n" * 60 + "Câu cuối cùng.")
    at = Span(long.index("Câu cuối"), len(long))
    last = replace(page.annotations[1], id=9, span=at)
    desk.reader.show_page(replace(page, text=long, annotations=(*page.annotations, last)))
    desk.said.clear()
    desk.reader.select(("annotation", 9))
    view = desk.reader.focusProxy()
    assert desk.reader.current_ref == ("annotation", 9)
    assert desk.said == []
    assert view.viewport().rect().contains(view.rect_of(at).toRect())


def test_a_decision_on_the_screen_does_not_scroll(desk, qtbot: QtBot) -> None:
    bar = desk.reader.focusProxy().verticalScrollBar()
    before = bar.value()
    qtbot.keyClick(desk.reader.focusProxy(), Qt.Key.Key_Return)
    assert bar.value() == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_next_suggestion_is_on_the_screen_with_what_is_around_it(
    desk, page: Page, qtbot: QtBot, key: Qt.Key
) -> None:
    filling = "\n".join(f"Đoạn thứ {number} không nói gì thêm." for number in range(40))
    words = "\nXã nào cũng có mạng.\n"
    text = page.text + "".join(f"\n{filling}{words}" for _ in range(5))
    places = [at + 1 for at in range(len(text)) if text.startswith(words, at)]
    suggestions = [
        replace(page.suggestions[0], id=50 + number, proposal=replace(
            page.suggestions[0].proposal, span=Span(at, at + len(words) - 2)))
        for number, at in enumerate(places)
    ]  # fmt: skip
    desk.page = replace(page, text=text, suggestions=tuple(suggestions))
    desk.reader.show_page(desk.page)
    view = desk.reader.focusProxy()
    for at in places[1:]:
        qtbot.keyClick(view, key)
        assert desk.reader.place.start == at
        rect = view.rect_of(desk.reader.place)
        assert rect.top() >= 50, "two lines above"
        assert rect.bottom() <= view.viewport().height() - 50, "two lines below"


@pytest.mark.parametrize("width", [420, 480, 540, 620, 760, 1100])
def test_the_bar_keeps_its_keys_in_a_narrow_window(desk, width: int, qapp: QApplication) -> None:
    theme.apply(qapp, "light")  # its distances take room
    desk.reader.resize(width, 600)
    bar = desk.reader.findChild(KeyBar)
    shown = [one for one in bar.findChildren(HintButton) if one.isVisible()]
    assert [one.hint.key for one in shown] == ["Enter", "Del", "1", "2", "3", "Space"]
    lead = bar.findChild(Lead).geometry()
    edges = [lead.right(), *(x for one in shown for x in (one.x(), one.geometry().right()))]
    assert all(a <= b + 9 for a, b in pairwise(edges)), "nothing lies upon another"
    assert edges[-1] <= bar.width()


def test_a_change_elsewhere_leaves_the_view_where_it_was_scrolled_to(desk, page: Page) -> None:
    long = replace(page, text=page.text + "\nThêm một dòng nữa." * 60)
    desk.reader.show_page(long)
    bar = desk.reader.focusProxy().verticalScrollBar()
    bar.setValue(bar.maximum())
    edited = replace(page.annotations[0], note="đã xem")
    desk.show(replace(long, annotations=(edited, *page.annotations[1:])))
    assert bar.value() == bar.maximum()


def test_search_ignores_diacritics_and_goes_round(desk, span_of: SpanOf) -> None:
    desk.reader.set_search("HOAN THANH")
    seen = []
    for _ in range(3):
        assert desk.reader.next_hit(True)
        seen.append(desk.reader.focusProxy().accessibleDescription())
    assert "Sở hoàn thành đề án" in seen[0]
    assert "Sở hoàn thành 12 chỉ tiêu" in seen[1]
    assert seen[2] == seen[0]
    assert desk.reader.next_hit(False)
    assert desk.reader.focusProxy().accessibleDescription() == seen[1]


def test_a_hit_is_counted_and_can_be_gone_to(desk, span_of: SpanOf) -> None:
    desk.reader.set_search("hoàn thành")
    note = desk.reader.findChild(KeyBar).content
    desk.reader.show_hit(span_of("hoàn thành đề án"))
    assert desk.reader.place == span_of("Đồng chí Phó Chủ tịch yêu cầu Sở hoàn thành đề án")
    assert desk.reader.findChild(KeyBar).content.note.startswith("Chỗ tìm thấy 2/2")
    desk.reader.next_hit(True)
    assert desk.reader.findChild(KeyBar).content.note.startswith("Chỗ tìm thấy 1/2")
    assert note != desk.reader.findChild(KeyBar).content
    desk.reader.set_search("")
    assert "tìm thấy" not in desk.reader.findChild(KeyBar).content.note


def test_a_word_that_is_not_there_has_no_hit(desk) -> None:
    desk.reader.set_search("vũ trụ")
    assert not desk.reader.next_hit(True)


def test_hits_change_what_is_seen(desk) -> None:
    plain = desk.reader.grab().toImage()
    desk.reader.set_search("kinh phi")
    assert desk.reader.grab().toImage() != plain
    desk.reader.set_search("")
    assert desk.reader.grab().toImage() == plain


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_zoom_keeps_the_place_on_the_screen(desk, percent: int, span_of: SpanOf) -> None:
    desk.reader.select(("suggestion", 13))
    desk.reader.set_zoom(percent)
    view = desk.reader.focusProxy()
    rect = view.rect_of(span_of("phủ sóng 100%"))
    assert view.viewport().rect().contains(rect.toRect())
    assert rect.height() == pytest.approx(20.4 * percent / 100, abs=2)


def test_the_text_never_scrolls_sideways(desk, qtbot: QtBot) -> None:
    for width in (420, 700, 1250):
        desk.reader.resize(width, 690)
        desk.reader.set_zoom(200)
        assert desk.reader.focusProxy().horizontalScrollBar().maximum() == 0


def test_a_wide_pane_keeps_the_column_in_the_middle(desk) -> None:
    desk.reader.resize(1400, 690)
    view = desk.reader.focusProxy().viewport()
    assert view.width() - 46 <= 680 + 14
    assert abs(view.x() - (desk.reader.width() - view.geometry().right())) < 4


def test_a_low_window_has_a_one_line_header(desk, qtbot: QtBot) -> None:
    header = desk.reader.findChild(QWidget, "header")
    tall = header.height()
    desk.reader.resize(700, 500)
    qtbot.waitUntil(lambda: header.height() < tall - 15)
    assert "Quảng Trị · 06/01/2023" in header.toolTip()


def test_set_aside_paragraphs_unfold_and_come_back(desk, qtbot: QtBot) -> None:
    asides = desk.reader.findChild(AsideList)
    assert asides.isVisible()
    assert asides.findChild(QLabel).text() == "Đã để riêng 2 đoạn: lượt xem, menu"
    toggle = next(b for b in asides.findChildren(QPushButton) if b.text() == "Xem")
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert "336 lượt xem" in [label.text() for label in asides.findChildren(QLabel)]
    back = [b for b in asides.findChildren(QPushButton) if b.text() == "Đưa trở lại"]
    back[0].setFocus()
    qtbot.keyClick(back[0], Qt.Key.Key_Space)
    assert desk.requests() == [("restore_aside", 7)]


def test_the_keyboard_comes_to_set_aside_paragraphs_below_the_screen(
    desk, page: Page, qtbot: QtBot
) -> None:
    desk.reader.show_page(replace(page, text=page.text + "\nThêm một dòng nữa." * 60))
    view = desk.reader.focusProxy()
    asides = desk.reader.findChild(AsideList)
    for _ in range(20):
        qtbot.keyClick(desk.reader.window().focusWidget(), Qt.Key.Key_Tab)
        if asides.isAncestorOf(desk.reader.window().focusWidget()):
            break
    button = desk.reader.window().focusWidget()
    assert button.text() == "Xem"
    assert view.viewport().rect().contains(button.mapTo(view.viewport(), button.rect().center()))


def test_the_end_of_the_suggestions_is_said_in_full_on_a_mark(
    desk, qtbot: QtBot, page: Page
) -> None:
    accepted = replace(page.annotations[0], origin="suggestion")
    desk.reader.show_page(replace(page, annotations=(accepted,), suggestions=()))
    desk.reader.select(("annotation", 1))
    lead = desk.reader.findChild(Lead)
    assert lead.width() >= lead.sizeHint().width()
    assert ("Xoá", "Del") in _hints(desk)


def test_set_aside_paragraphs_are_seen_when_they_unfold_and_reached_by_tab(
    desk, page: Page, qtbot: QtBot
) -> None:
    desk.reader.show_page(replace(page, text=page.text + "\nThêm một dòng nữa." * 60))
    view, asides = desk.reader.focusProxy(), desk.reader.findChild(AsideList)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    toggle = next(b for b in asides.findChildren(QPushButton) if b.text() == "Xem")
    room, folded = view.viewport().rect(), asides.height()
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: asides.height() > folded and room.contains(asides.geometry()))
    toggle.setFocus()
    qtbot.keyClick(toggle, Qt.Key.Key_Tab)
    reached = desk.reader.window().focusWidget()
    assert isinstance(reached, QPushButton)
    assert reached.text() == "Đưa trở lại"


def test_without_set_aside_paragraphs_there_is_no_line(desk, page: Page) -> None:
    desk.show(replace(page, asides=()))
    assert not desk.reader.findChild(AsideList).isVisible()


def test_the_reader_announces_where_it_is(desk, qtbot: QtBot) -> None:
    view = desk.reader.focusProxy()
    assert view.accessibleDescription() == "Gợi ý 1 trên 3, kết quả: «Sở hoàn thành 12 chỉ tiêu»"
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.accessibleDescription() == "Gợi ý 2 trên 3, tồn tại: «nhân lực còn thiếu.»"


def test_every_control_has_a_name(desk, qtbot: QtBot) -> None:
    buttons = desk.reader.findChildren(QAbstractButton)
    assert buttons
    assert [b for b in buttons if not b.accessibleName()] == []
    assert desk.reader.focusProxy().accessibleName() == "Nội dung bài viết"


def test_a_pane_that_is_not_on_screen_yet_shows_the_first_suggestion(
    qtbot: QtBot, page: Page, span_of: SpanOf
) -> None:
    reader = ReaderPane()
    qtbot.addWidget(reader)
    reader.show_page(page)
    reader.resize(700, 690)
    with qtbot.waitExposed(reader):
        reader.show()
    view = reader.focusProxy()
    assert view.verticalScrollBar().value() == 0
    assert not view.rect_of(span_of("Sở hoàn thành 12")).isEmpty()
