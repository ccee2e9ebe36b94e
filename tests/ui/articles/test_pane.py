"""The whole left pane, answered as the window answers it."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import ArticleFilter, ArticleState
from tttt_desktop.ui import theme
from tttt_desktop.ui.articles.pane import ArticlePane

if TYPE_CHECKING:
    from .conftest import Shelf

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key

# The offscreen screen says this when a popup opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def refresh(pane: ArticlePane, shelf: "Shelf") -> None:
    pane.refresh(shelf.totals(), shelf.article_ids(pane.bar.filter()))


def search(qtbot: QtBot, pane: ArticlePane, text: str) -> None:
    pane.focus_search()
    composed = QInputMethodEvent()
    composed.setCommitString(text)
    QApplication.sendEvent(pane.bar.search, composed)
    qtbot.keyClick(pane.bar.search, Key.Key_Return)


def test_moving_in_the_list_activates_the_article(qtbot: QtBot, pane: ArticlePane) -> None:
    pane.set_current(11)
    pane.setFocus()
    with qtbot.waitSignal(pane.article_activated) as told:
        qtbot.keyClick(pane.view, Key.Key_Down)
    assert told.args == [12]
    assert pane.current_id() == 12


def test_enter_asks_for_the_text(qtbot: QtBot, pane: ArticlePane) -> None:
    pane.set_current(12)
    pane.setFocus()
    with qtbot.waitSignal(pane.reading_requested) as told:
        qtbot.keyClick(pane.view, Key.Key_Return)
    assert told.args == [12]


def test_a_refresh_keeps_the_current_article_without_a_word(
    qtbot: QtBot, pane: ArticlePane, shelf: "Shelf"
) -> None:
    pane.set_current(21)
    del shelf.rows[12]
    with qtbot.assertNotEmitted(pane.article_activated):
        refresh(pane, shelf)
    assert pane.view.currentIndex().data() == "Nhiệm vụ năm 2021"


def test_an_article_that_leaves_the_list_keeps_its_place(pane: ArticlePane, shelf: "Shelf") -> None:
    pane.set_current(13)
    del shelf.rows[13]
    refresh(pane, shelf)
    assert pane.current_id() == 13
    assert pane.neighbour(True) == 21
    assert pane.neighbour(False) == 12


def test_neighbours_end_with_the_list(pane: ArticlePane) -> None:
    pane.set_current(11)
    assert pane.neighbour(False) is None
    assert pane.neighbour(True) == 12
    pane.set_current(31)
    assert pane.neighbour(True) is None


def test_next_unread_goes_forward_then_begins_again(pane: ArticlePane, shelf: "Shelf") -> None:
    pane.set_current(13)
    assert pane.next_unread() == 22
    pane.set_current(31)
    assert pane.next_unread() == 12
    for article_id in (12, 22):
        shelf.put(article_id, state=ArticleState.DONE)
    refresh(pane, shelf)
    assert pane.next_unread() is None


def test_next_unread_stays_inside_the_filter(qtbot: QtBot, pane: ArticlePane) -> None:
    search(qtbot, pane, "nhiệm vụ")
    pane.set_current(21)
    assert pane.next_unread() == 12
    done = next(one for one in pane.bar.tabs.findChildren(QPushButton) if "Xong" in one.text())
    qtbot.mouseClick(done, LEFT)
    assert pane.next_unread() is None


def test_the_first_to_read_has_work_left(pane: ArticlePane, shelf: "Shelf") -> None:
    assert pane.first_to_read() == 11
    shelf.put(11, state=ArticleState.DONE)
    refresh(pane, shelf)
    assert pane.first_to_read() == 12
    for article_id in shelf.rows:
        shelf.put(article_id, state=ArticleState.DONE)
    assert pane.first_to_read() == 11


def test_nothing_found_is_said_and_undone_with_one_click(
    qtbot: QtBot, pane: ArticlePane, shelf: "Shelf"
) -> None:
    search(qtbot, pane, "zzz")
    said = [one for one in pane.findChildren(QWidget) if one.isVisible()]
    texts = [one.property("text") for one in said]
    assert 'Không có bài nào khớp "zzz".' in texts
    clear = next(one for one in said if one.property("text") == "Xoá bộ lọc")
    qtbot.mouseClick(clear, LEFT)
    assert list(pane.all_ids()) == list(shelf.rows)
    assert pane.bar.search.text() == ""
    assert pane.view.isVisible()


def test_when_all_has_been_read_that_is_said(pane: ArticlePane, shelf: "Shelf") -> None:
    for article_id in shelf.rows:
        shelf.put(article_id, state=ArticleState.DONE)
    pane.bar.apply(ArticleFilter(state=ArticleState.UNREAD))
    refresh(pane, shelf)
    texts = [one.property("text") for one in pane.findChildren(QWidget) if one.isVisible()]
    assert "Đã đọc hết: không còn bài nào chưa đọc." in texts


def test_what_was_found_is_lit_in_the_title(qtbot: QtBot, pane: ArticlePane) -> None:
    search(qtbot, pane, "Chuyển đổi số")
    assert list(pane.all_ids()) == [13]
    picture = pane.view.viewport().grab().toImage()
    ground = theme.tokens().warn_fill.name()
    row = pane.view.visualRect(pane.view.model().index(1))
    lit = [x for x in range(row.width()) if picture.pixelColor(x, row.top() + 20).name() == ground]
    assert lit


def test_the_search_box_leads_into_the_list(qtbot: QtBot, pane: ArticlePane) -> None:
    pane.focus_search()
    with qtbot.waitSignal(pane.article_activated) as told:
        qtbot.keyClick(pane.bar.search, Key.Key_Down)
    assert told.args == [11]
    assert pane.view.hasFocus()


def test_another_dossier_starts_without_a_filter(
    qtbot: QtBot, pane: ArticlePane, shelf: "Shelf"
) -> None:
    search(qtbot, pane, "nhiệm vụ")
    pane.set_current(12)
    with qtbot.assertNotEmitted(pane.filter_changed):
        pane.set_source(shelf)
    assert pane.bar.filter() == ArticleFilter()
    assert pane.bar.search.text() == ""
    assert pane.current_id() is None


def test_the_menu_of_a_row(qtbot: QtBot, pane: ArticlePane, qapp: QApplication) -> None:
    pane.view.menu_requested.emit(12, pane.mapToGlobal(QPoint(60, 200)))
    menu = qapp.activePopupWidget()
    assert isinstance(menu, QMenu)
    enabled = {action.text(): action.isEnabled() for action in menu.actions() if action.text()}
    assert enabled == {
        "Đọc bài này": True,
        "Đánh dấu Xong": True,
        "Đánh dấu Đang đọc": True,
        "Đánh dấu Chưa đọc": False,
        "Thông tin bài viết…": True,
        "Sao chép các đánh dấu kèm nguồn": True,
        "Xuất bài này…": True,
        "Lập báo cáo từ bài này…": True,
        "Chỉ hiện bài của Bình Định": True,
        "Chỉ hiện bài năm 2023": True,
        "Xoá bài": True,
    }
    by_text = {action.text(): action for action in menu.actions()}
    with qtbot.waitSignal(pane.state_requested) as told:
        by_text["Đánh dấu Xong"].trigger()
    assert told.args == [[12], ArticleState.DONE]
    for text, signal in (
        ("Thông tin bài viết…", pane.edit_requested),
        ("Xuất bài này…", pane.export_requested),
        ("Lập báo cáo từ bài này…", pane.report_requested),
        ("Xoá bài", pane.remove_requested),
    ):
        with qtbot.waitSignal(signal) as told:
            by_text[text].trigger()
        assert told.args == [[12]]
    by_text["Chỉ hiện bài của Bình Định"].trigger()
    assert list(pane.all_ids()) == [12]
    menu.close()


def test_files_dropped_on_the_pane_are_told(
    qtbot: QtBot, pane: ArticlePane, tmp_path: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "bài viết.docx")), QUrl("https://vi.du/x")])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(40, 40), copy, mime, LEFT, none)
    QApplication.sendEvent(pane, enter)
    assert enter.isAccepted()
    assert pane.property("drop") is True
    with qtbot.waitSignal(pane.files_dropped) as told:
        QApplication.sendEvent(pane, QDropEvent(QPointF(40, 40), copy, mime, LEFT, none))
    assert told.args == [[str(tmp_path / "bài viết.docx")]]
    assert pane.property("drop") is False


def test_a_dragged_text_is_refused(pane: ArticlePane) -> None:
    mime = QMimeData()
    mime.setText("chữ")
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(40, 40), copy, mime, LEFT, none)
    enter.ignore()
    QApplication.sendEvent(pane, enter)
    assert not enter.isAccepted()


def test_every_control_has_a_name(pane: ArticlePane) -> None:
    from PySide6.QtWidgets import QLineEdit

    for kind in (QPushButton, QLineEdit):
        for control in pane.findChildren(kind):
            assert control.accessibleName(), control
    assert pane.view.accessibleName()


def test_the_theme_changes_under_the_list(pane: ArticlePane, qapp: QApplication) -> None:
    pane.set_current(12)
    before = pane.view.grab().toImage()
    theme.apply(qapp, "dark")
    after = pane.view.grab().toImage()
    assert after.pixelColor(2, 2) == theme.DARK.surface
    assert before.pixelColor(2, 2) == theme.LIGHT.surface
    assert pane.current_id() == 12


def test_from_the_search_box_to_an_article_that_is_then_seen_to_be_chosen(
    qtbot: QtBot, pane: ArticlePane
) -> None:
    pane.set_current(11)
    pane.focus_search()
    with qtbot.waitSignal(pane.article_activated):
        search(qtbot, pane, "Chuyển đổi số")
    assert pane.view.selectionModel().isSelected(pane.view.currentIndex())


def test_enter_in_an_empty_result_leaves_the_keyboard_in_the_search_box(
    qtbot: QtBot, pane: ArticlePane
) -> None:
    search(qtbot, pane, "zzz")
    pane.bar.search.selectAll()
    qtbot.keyClicks(pane.bar.search, "s")
    qtbot.waitUntil(pane.view.isVisible)
    assert QApplication.focusWidget() is pane.bar.search


def test_the_next_unread_article_of_a_narrower_list_is_the_first_one_below(
    pane: ArticlePane, shelf: "Shelf"
) -> None:
    pane.set_current(13)
    unread = [one for one, row in shelf.rows.items() if row.state is ArticleState.UNREAD]
    below = [one for one in unread if list(shelf.rows).index(one) > list(shelf.rows).index(13)]
    pane.refresh(shelf.totals(), [one for one in unread if one != 13])
    assert pane.next_unread() == below[0]
