"""The cards as the secretary meets them: what they say, keys, clicks, what is asked of the window."""

import itertools
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pace import within
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import (
    Annotation,
    Basis,
    FurtherSource,
    Kind,
    Page,
    Span,
    SuggestionState,
    Task,
)
from tttt_desktop.ui.annotations.cards import cards_of, sureness
from tttt_desktop.ui.annotations.counts import Counts
from tttt_desktop.ui.annotations.growing import QuoteText
from tttt_desktop.ui.annotations.model import CardModel
from tttt_desktop.ui.annotations.panel import CardsPanel
from tttt_desktop.ui.annotations.view import CardView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one
Key = Qt.Key


@pytest.fixture
def view(panel: CardsPanel) -> CardView:
    found = panel.findChild(CardView)
    assert found is not None
    return found


def spoken(view: CardView) -> list[str]:
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def open_ref(view: CardView) -> object:
    return view.open_card.ref if view.open_card else None


def click_card(qtbot: QtBot, view: CardView, row: int) -> None:
    top = view.visualRect(view.model().index(row, 0)).topLeft()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=top + QPoint(40, 14))


def test_cards_stand_in_text_order_and_suggestions_are_called_so(view: CardView) -> None:
    assert spoken(view) == [
        "Kết quả, Bưu chính: Doanh thu bưu chính đạt 742,67 tỷ đồng",
        "Tồn tại: Một số thôn, bản chưa được phủ sóng điện thoại.",
        "Nhiệm vụ, quá hạn: giao Sở Mẫu trình đề án trong quý II.",
        "Gợi ý: Nhiệm vụ: Quan tâm phát triển dịch vụ",
    ]


def test_suggestions_are_not_counted(panel: CardsPanel) -> None:
    names = [child.accessibleName() for child in panel.findChildren(QWidget)]
    assert "1 kết quả, 1 tồn tại, 1 nhiệm vụ" in names


def test_a_decided_suggestion_has_no_card(panel: CardsPanel, view: CardView, page: Page) -> None:
    declined = replace(page.suggestions[0], state=SuggestionState.DECLINED)
    panel.show_page(replace(page, suggestions=(declined,)))
    assert len(spoken(view)) == 3


def test_a_click_opens_a_card_and_tells_it(qtbot: QtBot, panel: CardsPanel, view: CardView) -> None:
    with qtbot.waitSignal(panel.selected) as told:
        click_card(qtbot, view, 1)
    assert told.args == [("annotation", 2)]
    assert open_ref(view) == ("annotation", 2)
    click_card(qtbot, view, 0)
    assert open_ref(view) == ("annotation", 1)


def test_selecting_from_the_text_opens_without_an_echo(
    qtbot: QtBot, panel: CardsPanel, view: CardView
) -> None:
    with qtbot.assertNotEmitted(panel.selected):
        panel.select(("annotation", 3))
        assert open_ref(view) == ("annotation", 3)
        panel.select(None)
        assert open_ref(view) is None


def test_arrows_walk_over_the_cards(qtbot: QtBot, panel: CardsPanel, view: CardView) -> None:
    panel.select(("annotation", 1))
    view.setFocus()
    qtbot.keyClick(view, Key.Key_Down)
    assert open_ref(view) == ("annotation", 2)
    qtbot.keyClick(view, Key.Key_End)
    assert open_ref(view) == ("suggestion", 4)
    qtbot.keyClick(view, Key.Key_Up)
    assert open_ref(view) == ("annotation", 3)


def test_enter_accepts_a_suggestion_and_delete_declines_it(
    qtbot: QtBot, panel: CardsPanel, view: CardView
) -> None:
    panel.select(("suggestion", 4))
    with qtbot.waitSignal(panel.accept_requested) as accepted:
        qtbot.keyClick(view, Key.Key_Return)
    assert accepted.args == [4, None]
    with qtbot.waitSignal(panel.decline_requested) as declined:
        qtbot.keyClick(view, Key.Key_Delete)
    assert declined.args == [4]


def two_suggestions(page: Page) -> Page:
    """The page with a suggestion 5 before its suggestion 4."""
    proposal = replace(page.suggestions[0].proposal, span=Span(0, 6))
    return replace(
        page, suggestions=(replace(page.suggestions[0], id=5, proposal=proposal), *page.suggestions)
    )


def test_a_decision_leads_to_the_next_suggestion(
    qtbot: QtBot, panel: CardsPanel, view: CardView, page: Page
) -> None:
    def decide(number: int, _kind: object = None) -> None:
        left = tuple(s for s in two_suggestions(page).suggestions if s.id != number)
        panel.show_page(replace(page, suggestions=left))

    panel.decline_requested.connect(decide)
    panel.show_page(two_suggestions(page))
    panel.select(("suggestion", 5))
    view.setFocus()
    with qtbot.waitSignal(panel.selected) as told:
        qtbot.keyClick(view, Key.Key_Delete)
    assert told.args == [("suggestion", 4)]
    assert open_ref(view) == ("suggestion", 4)
    assert panel.focusWidget() is view


def test_after_the_last_suggestion_the_card_in_its_place_is_current(
    qtbot: QtBot, panel: CardsPanel, view: CardView, page: Page
) -> None:
    def accept(_number: int, _kind: object) -> None:
        made = replace(page.annotations[2], id=9)
        panel.show_page(replace(page, annotations=(*page.annotations, made), suggestions=()))

    panel.accept_requested.connect(accept)
    panel.select(("suggestion", 4))
    buttons = {b.text(): b for b in panel.findChildren(QPushButton) if b.isVisible()}
    qtbot.mouseClick(buttons["Nhận"], Qt.MouseButton.LeftButton)
    assert open_ref(view) == ("annotation", 9)


def test_enter_on_the_button_that_declines_declines(
    qtbot: QtBot, panel: CardsPanel, view: CardView
) -> None:
    panel.select(("suggestion", 4))
    decline = next(b for b in panel.findChildren(QPushButton) if b.text() == "Bỏ" and b.isVisible())
    decline.setFocus()
    with (
        qtbot.assertNotEmitted(panel.accept_requested),
        qtbot.waitSignal(panel.decline_requested) as declined,
    ):
        qtbot.keyClick(decline, Key.Key_Return)
    assert declined.args == [4]


def test_delete_on_a_mark_asks_to_remove_it(
    qtbot: QtBot, panel: CardsPanel, view: CardView
) -> None:
    panel.select(("annotation", 2))
    with qtbot.waitSignal(panel.remove_requested) as removed:
        qtbot.keyClick(view, Key.Key_Delete)
    assert removed.args == [2]


def test_enter_on_a_mark_goes_into_its_form(
    qtbot: QtBot, panel: CardsPanel, view: CardView
) -> None:
    panel.select(("annotation", 2))
    qtbot.keyClick(view, Key.Key_Return)
    assert panel.focusWidget() is not None
    assert panel.focusWidget().objectName() == "field"


def test_escape_goes_back_to_the_text(qtbot: QtBot, panel: CardsPanel, view: CardView) -> None:
    with qtbot.waitSignal(panel.back_to_text_requested):
        qtbot.keyClick(view, Key.Key_Escape)


def test_letters_and_backspace_do_nothing(qtbot: QtBot, panel: CardsPanel, view: CardView) -> None:
    panel.select(("annotation", 2))
    signals = (panel.selected, panel.accept_requested, panel.remove_requested)
    for signal in signals:
        with qtbot.assertNotEmitted(signal):
            qtbot.keyClicks(view, "gn aa 1 2 3")
            qtbot.keyClick(view, Key.Key_Backspace)
    assert open_ref(view) == ("annotation", 2)


def test_buttons_of_an_open_suggestion(qtbot: QtBot, panel: CardsPanel) -> None:
    panel.select(("suggestion", 4))
    buttons = {b.text(): b for b in panel.findChildren(QPushButton) if b.isVisible()}
    with qtbot.waitSignal(panel.accept_requested) as accepted:
        qtbot.mouseClick(buttons["Nhận"], Qt.MouseButton.LeftButton)
    assert accepted.args == [4, None]
    with qtbot.waitSignal(panel.decline_requested):
        qtbot.mouseClick(buttons["Bỏ"], Qt.MouseButton.LeftButton)
    menu = buttons["Đổi loại"].menu()
    assert isinstance(menu, QMenu)
    offered = {action.text(): action for action in menu.actions() if action.isVisible()}
    assert set(offered) == {"Kết quả", "Tồn tại"}
    with qtbot.waitSignal(panel.accept_requested) as changed:
        offered["Tồn tại"].trigger()
    assert changed.args == [4, Kind.SHORTCOMING]
    assert isinstance(changed.args[1], Kind)


def test_an_open_suggestion_says_why_and_what_would_be_filled_in(panel: CardsPanel) -> None:
    panel.select(("suggestion", 4))
    labels = "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    assert "Vì sao: Có lời giao việc" in labels
    assert "Người giao: Phó Chủ tịch UBND tỉnh Nguyễn Văn Mẫu" in labels
    assert "Thời hạn: quý II" in labels


def menu_of(qtbot: QtBot, panel: CardsPanel, view: CardView, row: int) -> dict[str, QAction]:
    rect = view.visualRect(view.model().index(row, 0))
    place = rect.topLeft() + QPoint(40, 14)
    view.menu_requested.emit(view.model().cards[row].ref, view.viewport().mapToGlobal(place))
    menu = next(m for m in panel.findChildren(QMenu) if m.isVisible())
    actions = list(menu.actions())
    for action in menu.actions():
        if action.menu():
            actions += action.menu().actions()  # type: ignore[attr-defined]
    return {action.text().split("\t")[0]: action for action in actions}


def test_menu_of_a_mark(qtbot: QtBot, panel: CardsPanel, view: CardView) -> None:
    menu = menu_of(qtbot, panel, view, 0)
    assert {"Đổi thành", "Tồn tại", "Nhiệm vụ", "Sao chép kèm nguồn", "Xoá"} <= set(menu)
    assert "Nhận" not in menu
    with qtbot.waitSignal(panel.change_kind_requested) as changed:
        menu["Nhiệm vụ"].trigger()
    assert changed.args == [1, Kind.TASK]
    menu["Sao chép kèm nguồn"].trigger()
    assert QGuiApplication.clipboard().text() == (
        "«Doanh thu bưu chính đạt 742,67 tỷ đồng»"
        " (Sở Mẫu tổng kết công tác năm 2022, Báo Mẫu, 06/01/2023)"
    )


def test_the_open_quotation_has_the_menu_of_its_card(panel: CardsPanel) -> None:
    panel.select(("annotation", 2))
    (quote,) = [one for one in panel.findChildren(QuoteText) if one.isVisible()]
    asked = QContextMenuEvent.Reason.Mouse
    where = QPoint(20, 8)
    event = QContextMenuEvent(asked, where, quote.viewport().mapToGlobal(where))
    QApplication.sendEvent(quote.viewport(), event)
    menu = next(m for m in panel.findChildren(QMenu) if m.isVisible())
    assert "Sao chép kèm nguồn" in [action.text().split("\t")[0] for action in menu.actions()]


def test_menu_splits_and_merges(
    qtbot: QtBot, panel: CardsPanel, page: Page, view: CardView
) -> None:
    first = menu_of(qtbot, panel, view, 0)
    assert not first["Gộp với thẻ trước"].isEnabled(), "nothing stands before it"
    assert not first["Tách"].isEnabled(), "no semicolon in it"
    QApplication.activePopupWidget().close()
    listed = replace(page.annotations[2], quote="giao Sở Mẫu; trình đề án")
    panel.show_page(replace(page, annotations=(*page.annotations[:2], listed)))
    menu = menu_of(qtbot, panel, view, 2)
    with qtbot.waitSignal(panel.split_requested) as split:
        menu["Tách"].trigger()
    with qtbot.waitSignal(panel.merge_requested) as merged:
        menu["Gộp với thẻ trước"].trigger()
    assert (split.args, merged.args) == ([3], [3])


def test_a_copy_names_every_source_and_is_rich_for_word_processors(
    panel: CardsPanel, page: Page
) -> None:
    again = FurtherSource("cong.html", outlet="Cổng <Mẫu>", published_on=date(2023, 1, 7))
    panel.show_page(replace(page, article=replace(page.article, sources=(again,))))
    panel.select(("annotation", 2))
    assert panel.copy_open_card()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == (
        "«Một số thôn, bản chưa được phủ sóng điện thoại.» (Sở Mẫu tổng kết công tác năm 2022,"
        " Báo Mẫu, 06/01/2023; đăng lại: Cổng <Mẫu>, 07/01/2023)"
    )
    assert "<i>(Sở Mẫu" in copied.html()
    assert "Cổng &lt;Mẫu&gt;" in copied.html()


def test_digits_put_a_card_under_another_kind(
    qtbot: QtBot, panel: CardsPanel, view: CardView
) -> None:
    panel.select(("annotation", 1))
    view.setFocus()
    with qtbot.waitSignal(panel.change_kind_requested) as changed:
        qtbot.keyClick(view, Key.Key_2)
    assert changed.args == [1, Kind.SHORTCOMING]
    panel.select(("suggestion", 4))
    with qtbot.waitSignal(panel.accept_requested) as accepted:
        qtbot.keyClick(view, Key.Key_1)
    assert accepted.args == [4, Kind.ACHIEVEMENT]


def test_a_mark_that_has_lost_its_place_asks_for_another(
    qtbot: QtBot, panel: CardsPanel, page: Page
) -> None:
    lost = replace(page.annotations[0], lost=True)
    panel.show_page(replace(page, annotations=(lost, *page.annotations[1:])))
    panel.select(("annotation", 1))
    (button,) = [b for b in panel.findChildren(QPushButton) if b.text() == "Đặt lại chỗ…"]
    assert button.isVisible()
    with qtbot.waitSignal(panel.repair_requested) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == [1]
    panel.select(("annotation", 2))
    assert not button.isVisible()


def test_menu_of_a_suggestion(qtbot: QtBot, panel: CardsPanel, view: CardView) -> None:
    menu = menu_of(qtbot, panel, view, 3)
    with qtbot.waitSignal(panel.accept_requested) as accepted:
        menu["Nhận"].trigger()
    assert accepted.args == [4, None]
    with qtbot.waitSignal(panel.accept_requested) as changed:
        menu["Kết quả"].trigger()
    assert changed.args == [4, Kind.ACHIEVEMENT]


def test_empty_states(qtbot: QtBot, panel: CardsPanel, page: Page) -> None:
    def said() -> str:
        return " ".join(w.text() for w in panel.findChildren(QLabel) if w.isVisible())

    panel.show_page(replace(page, annotations=(), suggestions=()))
    assert "Chưa có đánh dấu. Đặt con trỏ vào một câu rồi bấm 1, 2 hoặc 3." in said()
    assert "Chương trình không tìm thấy gợi ý trong bài này." in said()
    panel.show_page(None)
    assert "Chưa có đánh dấu" not in said()


def test_read_only_asks_for_nothing(qtbot: QtBot, panel: CardsPanel, view: CardView) -> None:
    panel.set_read_only(True)
    panel.select(("suggestion", 4))
    with qtbot.assertNotEmitted(panel.accept_requested):
        qtbot.keyClick(view, Key.Key_Return)
    with qtbot.assertNotEmitted(panel.decline_requested):
        qtbot.keyClick(view, Key.Key_Delete)


def test_every_control_has_a_name(panel: CardsPanel) -> None:
    for ref in (("annotation", 2), ("annotation", 3), ("suggestion", 4)):
        panel.select(ref)
        nameless = [
            child
            for child in panel.findChildren(QWidget)
            if child.isVisible()
            and child.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not (child.accessibleName() or getattr(child, "text", str)())
        ]
        assert nameless == []


@pytest.mark.parametrize("width", [320, 372])
@pytest.mark.parametrize("zoom", [80, 100, 150, 200])
def test_nothing_is_wider_than_the_panel(
    qtbot: QtBot, panel: CardsPanel, view: CardView, width: int, zoom: int
) -> None:
    panel.resize(width, 500)
    panel.set_zoom(zoom)
    for ref in (("annotation", 3), ("suggestion", 4)):
        panel.select(ref)
        panel.grab()
        assert view.horizontalScrollBar().maximum() == 0
        for child in view.viewport().findChildren(QWidget):
            if child.isVisible():
                left = child.mapTo(view.viewport(), QPoint(0, 0)).x()
                assert left >= 0
                assert left + child.width() <= view.viewport().width()


def test_the_model_keeps_its_word_through_any_pages(
    qtbot: QtBot, page: Page, mark: Callable[..., Annotation]
) -> None:
    from tttt_desktop.ui.annotations.cards import cards_of

    model = CardModel()
    tester = QAbstractItemModelTester(model)
    one, two, three = page.annotations
    changed = replace(two, note="mới")
    for marks in ((), (one, two, three), (one, three), (one, changed, three), (three,), ()):
        model.show(cards_of(replace(page, annotations=marks)))
        shown = [model.card(row).ref for row in range(model.rowCount())]
        assert shown == [*(("annotation", m.id) for m in marks), ("suggestion", 4)]
    del tester


def test_five_hundred_marks_are_shown_and_changed_without_delay(
    panel: CardsPanel, page: Page
) -> None:
    """Wide of the figures we aim at (30 ms and 5 ms): machines that run tests are busy."""
    marks = _many(page, 501)
    shorter, longer = replace(page, annotations=marks[:500]), replace(page, annotations=marks)
    turns = itertools.cycle((longer, shorter))

    def show_anew() -> None:
        panel.show_page(replace(page, annotations=()))
        panel.show_page(shorter)

    assert within(0.3, show_anew)
    panel.select(("annotation", 260))
    assert within(0.1, lambda: panel.show_page(next(turns)))


def test_two_thousand_cards_unfold_without_delay(panel: CardsPanel, page: Page) -> None:
    """Time of the processor, painting included; 16 ms is what we aim at."""
    panel.show_page(replace(page, annotations=_many(page, 2000)))
    numbers = itertools.count(300)

    def step() -> None:
        panel.select(("annotation", next(numbers)))
        QApplication.processEvents()

    assert within(0.05, step)


def _many(page: Page, number: int) -> tuple[Annotation, ...]:
    return tuple(replace(page.annotations[i % 3], id=i + 10) for i in range(number))


def test_own_plans_are_counted_and_named_apart(panel: CardsPanel, page: Page) -> None:
    plan = replace(page.annotations[2], task=Task(Basis.OWN_PLAN))
    panel.show_page(replace(page, annotations=(*page.annotations[:2], plan)))
    assert panel.findChild(Counts).accessibleName() == "1 kết quả, 1 tồn tại, 1 kế hoạch của đơn vị"
    titles = [card.title for card in cards_of(replace(page, annotations=(plan,)))]
    assert titles == ["Kế hoạch của đơn vị", "Gợi ý: Nhiệm vụ"]


def test_the_card_says_why_how_surely_and_asks_for_the_words(
    panel: CardsPanel, qtbot: QtBot
) -> None:
    panel.select(("suggestion", 4))
    said = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert "Vì sao: Có lời giao việc (khá chắc)" in said
    why = next(b for b in panel.findChildren(QPushButton) if b.text() == "Vì sao?")
    with qtbot.waitSignal(panel.why_requested) as asked:
        qtbot.mouseClick(why, Qt.MouseButton.LeftButton)
    assert asked.args == [4]


@pytest.mark.parametrize(
    ("score", "words"),
    [(0.95, "khá chắc"), (0.8, "khá chắc"), (0.7, "chưa thật chắc"), (0.3, "cần xem kỹ")],
)
def test_scores_are_words(score: float, words: str) -> None:
    assert sureness(score) == words
