"""The list under real keys and clicks."""

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import ArticleFilter
from tttt_desktop.ui.articles.model import ArticleListModel
from tttt_desktop.ui.articles.view import ArticleListView

if TYPE_CHECKING:
    from .conftest import Shelf

Key = Qt.Key


def show(qtbot: QtBot, shelf: "Shelf") -> ArticleListView:
    model = ArticleListModel()
    model.set_source(shelf.article_rows)
    view = ArticleListView(model)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(296, 400)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    model.refresh(list(shelf.rows))
    view.setFocus()
    return view


@pytest.fixture
def view(qtbot: QtBot, look: None, shelf: "Shelf") -> ArticleListView:
    """The list of six, with the keyboard."""
    return show(qtbot, shelf)


@pytest.fixture
def chosen(view: ArticleListView) -> list[int]:
    """The articles it said were chosen."""
    said: list[int] = []
    view.chosen.connect(said.append)
    return said


def test_arrows_go_from_article_to_article_over_the_headers(
    qtbot: QtBot, view: ArticleListView, chosen: list[int], shelf: "Shelf"
) -> None:
    for _ in range(8):
        qtbot.keyClick(view, Key.Key_Down)
    assert chosen == list(shelf.rows)
    for _ in range(8):
        qtbot.keyClick(view, Key.Key_Up)
    assert chosen == [*shelf.rows, *list(shelf.rows)[-2::-1]]


def test_home_end_and_pages(qtbot: QtBot, view: ArticleListView, chosen: list[int]) -> None:
    for key in (Key.Key_End, Key.Key_Home, Key.Key_PageDown, Key.Key_PageUp):
        qtbot.keyClick(view, key)
    assert chosen == [31, 11, 21, 11]


class Painted(QObject):
    """Keeps which part of a widget was drawn."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


def test_scrolling_draws_all_rows_anew(qtbot: QtBot, view: ArticleListView) -> None:
    QApplication.processEvents()
    painted = Painted(view.viewport())
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 40)
    qtbot.waitUntil(lambda: painted.region.boundingRect() == view.viewport().rect())


def test_letters_are_told_and_move_nothing(
    view: ArticleListView, chosen: list[int], type_into: Callable[[QWidget, str], None]
) -> None:
    typed: list[str] = []
    view.letter_typed.connect(typed.append)
    type_into(view, "đ1")
    assert (typed, chosen) == (["đ"], [])


def test_a_click_chooses_and_a_header_does_nothing(
    qtbot: QtBot, view: ArticleListView, chosen: list[int]
) -> None:
    model = view.model()
    for row in (3, 4, 0):
        place = view.visualRect(model.index(row)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [13]
    assert view.currentIndex().row() == 3


def test_every_pixel_belongs_to_the_row_whose_rect_covers_it(view: ArticleListView) -> None:
    view.verticalScrollBar().setValue(57)
    for y in range(view.viewport().height()):
        index = view.indexAt(QPoint(40, y))
        assert not index.isValid() or view.visualRect(index).contains(40, y)
    model = view.model()
    for row in range(model.rowCount()):
        rect = view.visualRect(model.index(row))
        assert view.indexAt(rect.topLeft()).row() == row
        assert view.indexAt(rect.bottomLeft()).row() == row


def test_the_current_article_is_always_in_sight(qtbot: QtBot, view: ArticleListView) -> None:
    for key in (Key.Key_End, *[Key.Key_Up] * 5, Key.Key_Home):
        qtbot.keyClick(view, key)
        rect = view.visualRect(view.currentIndex())
        assert view.viewport().rect().contains(rect)
    assert view.verticalScrollBar().value() == 0, "the first header comes into sight again"


def test_an_article_just_added_to_the_end_of_a_long_list_is_brought_into_sight(
    view: ArticleListView, shelf: "Shelf"
) -> None:
    template = shelf.rows[11]
    for article_id in range(100, 160):
        shelf.rows[article_id] = replace(template, id=article_id)
    model = view.model()
    assert isinstance(model, ArticleListModel)
    model.refresh(shelf.article_ids(ArticleFilter()))
    view.set_current(159)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_scroll_to_the_middle_and_to_the_top(view: ArticleListView) -> None:
    view.resize(296, 160)
    index = view.model().index(5)
    view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
    assert view.visualRect(index).top() == 30
    view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
    assert abs(view.visualRect(index).center().y() - view.viewport().height() // 2) <= 16


def test_setting_the_current_article_says_nothing(view: ArticleListView, chosen: list[int]) -> None:
    view.set_current(21)
    assert view.currentIndex().row() == 5
    view.set_current(None)
    assert not view.currentIndex().isValid()
    assert chosen == []


def test_enter_goes_on_to_the_text(qtbot: QtBot, view: ArticleListView) -> None:
    view.set_current(12)
    with qtbot.waitSignal(view.activated) as told:
        qtbot.keyClick(view, Key.Key_Return)
    assert told.args[0].row() == 2


def test_a_right_click_and_the_menu_key_ask_for_the_menu(
    qtbot: QtBot, view: ArticleListView
) -> None:
    asked: list[int] = []
    view.menu_requested.connect(lambda article_id, _place: asked.append(article_id))
    view.customContextMenuRequested.emit(view.visualRect(view.model().index(2)).center())
    view.customContextMenuRequested.emit(view.visualRect(view.model().index(0)).center())
    assert asked == [12]


def test_hovering_lights_a_row_and_leaving_puts_it_out(qtbot: QtBot, view: ArticleListView) -> None:
    def colour() -> str:
        return view.grab().toImage().pixelColor(140, rect.top() + 4).name()

    rect = view.visualRect(view.model().index(2))
    before = colour()
    qtbot.mouseMove(view.viewport(), rect.center())
    qtbot.waitUntil(lambda: colour() != before)
    qtbot.mouseMove(view.viewport(), view.visualRect(view.model().index(0)).center())
    qtbot.waitUntil(lambda: colour() == before)


def test_letters_of_the_reader_reach_nobody(qtbot: QtBot, view: ArticleListView) -> None:
    """Digits and Delete decide in the text only; here they change nothing."""
    view.set_current(12)
    for key in (Key.Key_1, Key.Key_Delete, Key.Key_Backspace):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view, event)
    assert view.currentIndex().row() == 2


@pytest.mark.slow
def test_100_000_articles_open_and_move_without_delay(
    qtbot: QtBot, look: None, make_shelf: "Callable[[int], Shelf]"
) -> None:
    shelf = make_shelf(100_000)
    start = perf_counter()
    view = show(qtbot, shelf)
    view.grab()
    opened = perf_counter() - start
    start = perf_counter()
    qtbot.keyClick(view, Key.Key_End)
    view.grab()
    moved = perf_counter() - start
    assert view.currentIndex().row() == 100_000 + 20
    assert opened < 0.6
    assert moved < 0.1


def test_a_screen_reader_finds_a_list_of_sentences(view: ArticleListView) -> None:
    view.set_current(12)
    listed = QAccessible.queryAccessibleInterface(view)
    assert listed.role() == QAccessible.Role.List
    assert listed.text(QAccessible.Text.Name) == "Danh sách bài viết"
    names = [listed.child(at).text(QAccessible.Text.Name) for at in range(listed.childCount())]
    assert "Năm 2021, 2 bài" in names
    row = listed.child(
        names.index(
            "Chưa đọc, Triển khai nhiệm vụ năm 2023, Bình Định, 4 tháng 1 năm 2023, 14 gợi ý"
        )
    )
    assert row.state().selected
    assert row.rect() == view.visualRect(view.currentIndex()).translated(
        view.viewport().mapToGlobal(QPoint())
    )
