"""Search box, tabs, popover and chips under real keys and clicks."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import ArticleFilter, ArticleState, Totals
from tttt_desktop.ui.articles.facets import FilterPopover
from tttt_desktop.ui.articles.filter_bar import FilterBar

if TYPE_CHECKING:
    from .conftest import Shelf

Typing = Callable[[QWidget, str], None]
LEFT = Qt.MouseButton.LeftButton

# The offscreen screen says this when a popup opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def bar(qtbot: QtBot, look: None, shelf: "Shelf") -> FilterBar:
    made = FilterBar()
    qtbot.addWidget(made)
    made.resize(296, 200)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.set_source(shelf.facets, shelf.states)
    made.show_totals(shelf.totals())
    return made


@pytest.fixture
def filters(bar: FilterBar) -> list[ArticleFilter]:
    """The filters it said."""
    said: list[ArticleFilter] = []
    bar.changed.connect(said.append)
    return said


def tab(bar: FilterBar, name: str) -> QPushButton:
    return next(one for one in bar.tabs.findChildren(QPushButton) if one.text().startswith(name))


def chips(bar: FilterBar) -> list[QPushButton]:
    return [
        one for one in bar.findChildren(QPushButton)
        if one.property("role") == "chip" and one.isVisible()
    ]  # fmt: skip


def chip_texts(bar: FilterBar) -> list[str]:
    return [one.text() for one in chips(bar)]


def popover(bar: FilterBar) -> FilterPopover:
    return bar.findChild(FilterPopover)


def tick(qtbot: QtBot, bar: FilterBar, text: str) -> None:
    """Tick a value of the popover with the space bar."""
    tree: QTreeWidget = popover(bar).findChild(QTreeWidget)
    mode = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    found: list[QTreeWidgetItem] = tree.findItems(text, mode)
    tree.setCurrentItem(found[0])
    qtbot.keyClick(tree, Qt.Key.Key_Space)


def test_typing_searches_once_after_a_pause(
    qtbot: QtBot, bar: FilterBar, filters: list[ArticleFilter]
) -> None:
    with qtbot.waitSignal(bar.changed):
        qtbot.keyClicks(bar.search, "to trinh")
    assert filters == [ArticleFilter(query="to trinh")]


def test_digits_and_letters_stay_in_the_box(qtbot: QtBot, bar: FilterBar) -> None:
    with qtbot.waitSignal(bar.changed):
        qtbot.keyClicks(bar.search, "1 2 3 aa ss")
    assert bar.filter().query == "1 2 3 aa ss"


def test_enter_searches_at_once_and_goes_to_the_list(
    qtbot: QtBot, bar: FilterBar, filters: list[ArticleFilter], type_into: Typing
) -> None:
    type_into(bar.search, "sở")
    with qtbot.waitSignal(bar.list_requested):
        qtbot.keyClick(bar.search, Qt.Key.Key_Return)
    assert filters == [ArticleFilter(query="sở")]


def test_escape_empties_the_box(
    qtbot: QtBot, bar: FilterBar, filters: list[ArticleFilter], type_into: Typing
) -> None:
    type_into(bar.search, "sở")
    qtbot.keyClick(bar.search, Qt.Key.Key_Return)
    qtbot.keyClick(bar.search, Qt.Key.Key_Escape)
    assert bar.search.text() == ""
    assert filters[-1] == ArticleFilter()


def test_the_cross_appears_with_text_and_empties_the_box(
    qtbot: QtBot, bar: FilterBar, filters: list[ArticleFilter], type_into: Typing
) -> None:
    (cross,) = bar.search.findChildren(QToolButton)
    assert not cross.isVisible()
    type_into(bar.search, "sở")
    qtbot.keyClick(bar.search, Qt.Key.Key_Return)
    assert cross.isVisible()
    qtbot.mouseClick(cross, LEFT)
    assert filters[-1] == ArticleFilter()
    assert not cross.isVisible()


def test_ctrl_f_selects_what_is_there(qtbot: QtBot, bar: FilterBar, type_into: Typing) -> None:
    type_into(bar.search, "sở")
    bar.focus_search()
    assert bar.search.selectedText() == "sở"


def test_tabs_carry_the_totals_and_choose_a_state(
    qtbot: QtBot, bar: FilterBar, filters: list[ArticleFilter]
) -> None:
    texts = [one.text() for one in bar.tabs.findChildren(QPushButton)]
    assert texts == ["Tất cả 6", "Chưa đọc 3", "Đang đọc 1", "Xong 2"]
    qtbot.mouseClick(tab(bar, "Xong"), LEFT)
    assert filters == [ArticleFilter(state=ArticleState.DONE)]


def test_tabs_count_what_the_other_conditions_leave(
    qtbot: QtBot, bar: FilterBar, shelf: "Shelf"
) -> None:
    bar.open_popover()
    tick(qtbot, bar, "2021")
    bar.show_totals(shelf.totals())
    texts = [one.text() for one in bar.tabs.findChildren(QPushButton)]
    assert texts == ["Tất cả 2", "Chưa đọc 1", "Đang đọc 0", "Xong 1"]


def test_ticks_combine_and_become_chips(
    qtbot: QtBot, bar: FilterBar, filters: list[ArticleFilter]
) -> None:
    qtbot.mouseClick(bar.filter_button, LEFT)
    assert popover(bar).isVisible()
    for text in ("2023", "2021", "Quảng Trị", "Còn gợi ý", "Chưa đọc"):
        tick(qtbot, bar, text)
    popover(bar).close()
    assert filters[-1] == ArticleFilter(
        state=ArticleState.UNREAD,
        years=(2023, 2021),
        provinces=("Quảng Trị",),
        with_suggestions=True,
    )
    qtbot.waitUntil(lambda: chip_texts(bar) == ["2023", "2021", "Quảng Trị", "Còn gợi ý"])
    assert tab(bar, "Chưa").isChecked()


def test_a_chip_takes_its_condition_away(qtbot: QtBot, bar: FilterBar) -> None:
    bar.open_popover()
    tick(qtbot, bar, "2023")
    tick(qtbot, bar, "Quảng Trị")
    popover(bar).close()
    qtbot.waitUntil(lambda: chip_texts(bar) == ["2023", "Quảng Trị"])
    first = chips(bar)[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert bar.filter() == ArticleFilter(provinces=("Quảng Trị",))
    qtbot.waitUntil(lambda: chip_texts(bar) == ["Quảng Trị"])


@pytest.mark.parametrize("part", ["box", "words", "count"])
def test_a_click_anywhere_on_a_row_ticks_it_once(qtbot: QtBot, bar: FilterBar, part: str) -> None:
    bar.open_popover()
    tree: QTreeWidget = popover(bar).findChild(QTreeWidget)
    (item,) = tree.findItems("2023", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    row = tree.visualItemRect(item)
    across = {"box": row.left() + 12, "words": row.left() + 50, "count": tree.width() - 30}[part]
    place = row.center()
    place.setX(across)
    qtbot.mouseClick(tree.viewport(), LEFT, pos=place)
    assert bar.filter() == ArticleFilter(years=(2023,))


def test_a_click_on_the_words_of_a_ticked_row_takes_the_tick_off(
    qtbot: QtBot, bar: FilterBar
) -> None:
    bar.open_popover()
    tick(qtbot, bar, "2023")
    tree: QTreeWidget = popover(bar).findChild(QTreeWidget)
    place = tree.visualItemRect(tree.currentItem()).center()
    qtbot.mouseClick(tree.viewport(), LEFT, pos=place)
    assert bar.filter() == ArticleFilter()


def test_a_tick_taken_off_again_leaves_no_condition(qtbot: QtBot, bar: FilterBar) -> None:
    bar.open_popover()
    tick(qtbot, bar, "Bình Định")
    tick(qtbot, bar, "Bình Định")
    assert bar.filter() == ArticleFilter()


def test_a_ticked_value_stays_in_the_popover_where_nothing_is_left_of_it(
    qtbot: QtBot, bar: FilterBar
) -> None:
    bar.open_popover()
    tick(qtbot, bar, "Thái Bình")
    tick(qtbot, bar, "Xong")
    tree: QTreeWidget = popover(bar).findChild(QTreeWidget)
    mode = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    (item,) = tree.findItems("Thái Bình", mode)
    assert item.checkState(0) == Qt.CheckState.Checked
    assert item.text(1) == "0"


def test_counts_stand_beside_the_values(bar: FilterBar) -> None:
    bar.open_popover()
    tree: QTreeWidget = popover(bar).findChild(QTreeWidget)
    mode = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    assert tree.findItems("2023", mode)[0].text(1) == "3"


def test_the_order_of_the_list(qtbot: QtBot, bar: FilterBar) -> None:
    from PySide6.QtWidgets import QComboBox

    bar.open_popover()
    box: QComboBox = popover(bar).findChild(QComboBox)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert bar.filter().order == "province"


def test_clear_leaves_only_the_order(qtbot: QtBot, bar: FilterBar) -> None:
    from PySide6.QtWidgets import QComboBox

    bar.open_popover()
    qtbot.keyClick(popover(bar).findChild(QComboBox), Qt.Key.Key_Down)
    tick(qtbot, bar, "2023")
    clear = next(
        one for one in popover(bar).findChildren(QPushButton) if one.text() == "Xoá bộ lọc"
    )
    qtbot.mouseClick(clear, LEFT)
    assert bar.filter() == ArticleFilter(order="province")
    assert chips(bar) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_enter_and_escape_close_the_popover(qtbot: QtBot, bar: FilterBar, key: Qt.Key) -> None:
    bar.open_popover()
    qtbot.keyClick(popover(bar).findChild(QTreeWidget), key)
    assert not popover(bar).isVisible()
    assert bar.filter() == ArticleFilter()


@pytest.mark.parametrize(
    "totals",
    [Totals(47, 30, 5, 12), Totals(300, 288, 5, 7), Totals(10_000, 9_000, 500, 500)],
)
def test_all_tabs_fit_the_pane(bar: FilterBar, totals: Totals, qapp: QApplication) -> None:
    bar.show_totals(totals)
    qapp.processEvents()
    assert tab(bar, "Xong").geometry().right() < bar.tabs.width()
    assert bar.minimumSizeHint().width() <= 240
