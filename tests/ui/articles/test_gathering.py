"""Several articles gathered by real keys and clicks, and the menu for all of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import ArticleFilter, ArticleState
from tttt_desktop.ui.articles.pane import ArticlePane

if TYPE_CHECKING:
    from .conftest import Shelf

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key

# The offscreen screen says this when a popup opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def activated(pane: ArticlePane) -> list[int]:
    """The articles the window would have opened."""
    pane.set_current(11)
    pane.setFocus()
    opened: list[int] = []
    pane.article_activated.connect(opened.append)
    return opened


def click(
    qtbot: QtBot,
    pane: ArticlePane,
    article_id: int,
    held: Qt.KeyboardModifier = NONE,
    button: Qt.MouseButton = LEFT,
) -> None:
    index = pane.model.index(pane.model.row_of(article_id))
    place = pane.view.visualRect(index).center()
    qtbot.mouseClick(pane.view.viewport(), button, held, place)


def popup(qapp: QApplication) -> dict[str, object]:
    menu = qapp.activePopupWidget()
    assert isinstance(menu, QMenu)
    return {action.text(): action for action in menu.actions() if action.text()}


def test_shift_click_gathers_a_stretch_over_headers_and_opens_nothing(
    qtbot: QtBot, pane: ArticlePane, activated: list[int]
) -> None:
    click(qtbot, pane, 22, SHIFT)
    assert pane.chosen_ids() == [11, 12, 13, 21, 22]
    assert activated == []
    assert pane.current_id() == 11
    click(qtbot, pane, 12, SHIFT)
    assert pane.chosen_ids() == [11, 12]


def test_ctrl_click_adds_and_takes_away(
    qtbot: QtBot, pane: ArticlePane, activated: list[int]
) -> None:
    for article_id in (13, 21, 13):
        click(qtbot, pane, article_id, CTRL)
    assert pane.chosen_ids() == [11, 21]
    click(qtbot, pane, 11, CTRL)
    assert activated == []


def test_shift_and_arrows_gather_and_give_back(
    qtbot: QtBot, pane: ArticlePane, activated: list[int]
) -> None:
    for _ in range(4):
        qtbot.keyClick(pane.view, Key.Key_Down, SHIFT)
    assert pane.chosen_ids() == [11, 12, 13, 21, 22]
    qtbot.keyClick(pane.view, Key.Key_Up, SHIFT)
    assert pane.chosen_ids() == [11, 12, 13, 21]
    qtbot.keyClick(pane.view, Key.Key_End, SHIFT)
    assert pane.chosen_ids() == [11, 12, 13, 21, 22, 31]
    assert activated == []


def test_upwards_as_well(qtbot: QtBot, pane: ArticlePane) -> None:
    pane.set_current(21)
    pane.setFocus()
    for _ in range(2):
        qtbot.keyClick(pane.view, Key.Key_Up, SHIFT)
    assert pane.chosen_ids() == [12, 13, 21]


def test_ctrl_a_takes_all_and_a_plain_click_opens_one_again(
    qtbot: QtBot, pane: ArticlePane, activated: list[int], shelf: "Shelf"
) -> None:
    qtbot.keyClick(pane.view, Key.Key_A, CTRL)
    assert pane.chosen_ids() == list(shelf.rows)
    click(qtbot, pane, 13)
    assert pane.chosen_ids() == [13]
    assert activated == [13]


def test_a_plain_click_on_the_last_gathered_opens_it(
    qtbot: QtBot, pane: ArticlePane, activated: list[int]
) -> None:
    click(qtbot, pane, 13, SHIFT)
    click(qtbot, pane, 13)
    assert activated == [13]
    assert pane.chosen_ids() == [13]


def test_dragging_over_the_list_gathers_and_opens_nothing_more(
    qtbot: QtBot, pane: ArticlePane, activated: list[int]
) -> None:
    first, last = (
        pane.view.visualRect(pane.model.index(pane.model.row_of(one))).center() for one in (12, 21)
    )
    port = pane.view.viewport()
    qtbot.mousePress(port, LEFT, NONE, first)
    for step in range(1, 6):
        qtbot.mouseMove(port, first + (last - first) * step / 5)
    qtbot.mouseRelease(port, LEFT, NONE, last)
    assert activated == [12]


def test_a_right_click_on_one_of_them_is_for_all(
    qtbot: QtBot, pane: ArticlePane, activated: list[int], qapp: QApplication
) -> None:
    click(qtbot, pane, 13, SHIFT)
    click(qtbot, pane, 12, button=RIGHT)
    assert pane.chosen_ids() == [11, 12, 13]
    assert activated == []
    pane.view.menu_requested.emit(12, pane.mapToGlobal(QPoint(60, 200)))
    lines = popup(qapp)
    assert list(lines) == [
        "Đánh dấu 3 bài Xong",
        "Đánh dấu 3 bài Đang đọc",
        "Đánh dấu 3 bài Chưa đọc",
        "Sửa thông tin 3 bài…",
        "Sao chép các đánh dấu kèm nguồn",
        "Xuất 3 bài…",
        "Lập báo cáo từ 3 bài…",
        "Xoá 3 bài",
    ]
    with qtbot.waitSignal(pane.state_requested) as told:
        lines["Đánh dấu 3 bài Chưa đọc"].trigger()  # type: ignore[attr-defined]
    assert told.args == [[11, 12, 13], ArticleState.UNREAD]
    with qtbot.waitSignal(pane.remove_requested) as told:
        lines["Xoá 3 bài"].trigger()  # type: ignore[attr-defined]
    assert told.args == [[11, 12, 13]]


def test_a_right_click_beside_them_is_for_that_one(
    qtbot: QtBot, pane: ArticlePane, activated: list[int], qapp: QApplication
) -> None:
    click(qtbot, pane, 13, SHIFT)
    pane.view.menu_requested.emit(22, pane.mapToGlobal(QPoint(60, 200)))
    assert "Thông tin bài viết…" in popup(qapp)


def test_a_dossier_for_reading_only_offers_no_change(
    qtbot: QtBot, pane: ArticlePane, qapp: QApplication
) -> None:
    pane.set_read_only(True)
    pane.view.menu_requested.emit(12, pane.mapToGlobal(QPoint(60, 200)))
    able = [text for text, action in popup(qapp).items() if action.isEnabled()]  # type: ignore[attr-defined]
    assert able == [
        "Đọc bài này",
        "Sao chép các đánh dấu kèm nguồn",
        "Xuất bài này…",
        "Lập báo cáo từ bài này…",
        "Chỉ hiện bài của Bình Định",
        "Chỉ hiện bài năm 2023",
    ]


def test_the_bar_counts_them_and_lets_them_go(
    qtbot: QtBot, pane: ArticlePane, activated: list[int], qapp: QApplication
) -> None:
    def visible(text: str) -> QWidget | None:
        shown = (one for one in pane.findChildren(QWidget) if one.isVisible())
        return next((one for one in shown if one.property("text") == text), None)

    assert visible("Thao tác…") is None
    click(qtbot, pane, 12, SHIFT)
    assert visible("2 bài") is not None
    act = visible("Thao tác…")
    assert isinstance(act, QPushButton)
    qtbot.mouseClick(act, LEFT)
    assert "Xoá 2 bài" in popup(qapp)
    qapp.activePopupWidget().close()
    leave = visible("Bỏ chọn")
    assert isinstance(leave, QPushButton)
    qtbot.mouseClick(leave, LEFT)
    assert pane.chosen_ids() == [11]
    assert visible("2 bài") is None
    assert pane.view.hasFocus()


def test_they_stay_gathered_while_rows_change_and_those_left_when_some_go(
    qtbot: QtBot, pane: ArticlePane, activated: list[int], shelf: "Shelf"
) -> None:
    click(qtbot, pane, 21, SHIFT)
    shelf.put(12, state=ArticleState.DONE)
    pane.refresh(shelf.totals(), shelf.article_ids(ArticleFilter()), [12])
    assert pane.chosen_ids() == [11, 12, 13, 21]
    del shelf.rows[12]
    pane.refresh(shelf.totals(), shelf.article_ids(ArticleFilter()))
    assert pane.chosen_ids() == [11, 13, 21]
    pane.refresh(shelf.totals(), [])
    assert pane.chosen_ids() == [11]
    assert activated == []


def test_letters_typed_in_the_list_are_searched_for(
    qtbot: QtBot, pane: ArticlePane, activated: list[int], type_into: Callable[[QWidget, str], None]
) -> None:
    type_into(pane.view, "h")
    assert QApplication.focusWidget() is pane.bar.search
    type_into(pane.bar.search, "ội")
    qtbot.keyClick(pane.bar.search, Key.Key_Return)
    assert pane.bar.search.text() == "hội"
    assert list(pane.all_ids()) == [22]


def test_digits_and_backspace_typed_in_the_list_do_nothing(
    qtbot: QtBot, pane: ArticlePane, activated: list[int]
) -> None:
    for key in (Key.Key_1, Key.Key_2, Key.Key_Backspace, Key.Key_Delete):
        qtbot.keyClick(pane.view, key)
    assert pane.view.hasFocus()
    assert (pane.bar.search.text(), pane.chosen_ids(), activated) == ("", [11], [])


@pytest.mark.slow
def test_all_of_100_000_are_gathered_without_delay(
    qtbot: QtBot, look: None, make_shelf: "Callable[[int], Shelf]"
) -> None:
    from time import thread_time

    shelf, pane = make_shelf(100_000), ArticlePane()
    qtbot.addWidget(pane)
    pane.set_source(shelf)
    pane.refresh(shelf.totals(), shelf.article_ids(ArticleFilter()))
    start = thread_time()
    pane.view.selectAll()
    pane.view.grab()
    assert thread_time() - start < 0.3
    assert len(pane.chosen_ids()) == 100_000
