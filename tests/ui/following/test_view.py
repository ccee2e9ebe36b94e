"""Theo dõi nhiệm vụ through its real widgets: keys and clicks, and what is left of them in the dossier."""

import csv
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QMenu,
    QPushButton,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.following import FollowedTask
from tttt_desktop.domain.records import Basis, ParsedArticle, Status
from tttt_desktop.domain.task_filter import TaskFilter
from tttt_desktop.services import following, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article
from tttt_desktop.ui.editor.key_bar import HintButton
from tttt_desktop.ui.following.calendar import Calendar
from tttt_desktop.ui.following.columns import Column
from tttt_desktop.ui.following.detail import Detail
from tttt_desktop.ui.following.linking import LinkDialog
from tttt_desktop.ui.following.painting import accept_rect
from tttt_desktop.ui.following.rows import Row
from tttt_desktop.ui.following.view import FollowingView
from tttt_desktop.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAN, MOBILE, PRESS, OWN = "Đề án", "phủ sóng", "báo chí", "bồi dưỡng"


def shown(view: FollowingView, column: Column = Column.TASK) -> list[str]:
    model = view.page.table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def press(view: FollowingView, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(view.page.table, key, modifier)


def go_to(view: FollowingView, words: str) -> None:
    row = next(row for row in view.page.table.model_of_tasks.rows if words in row.text)
    view.page.table.setFocus()
    view.page.table.go_to(row.key)


def task(view: FollowingView, words: str) -> FollowedTask:
    """A task as the dossier has it now."""
    assert view.acts.held is not None
    rows = following.rows(view.acts.held.dossier, view.acts.year)
    return next(row for row in rows if words in row.wording)


def summary(view: FollowingView) -> str:
    return next(
        label.text()
        for label in view.bar.findChildren(QLabel)
        if " nhiệm vụ" in label.text() and label.text()[0].isdigit()
    )


def choose(view: FollowingView, name: str, value: int) -> None:
    box = next(b for b in view.bar.findChildren(QComboBox) if b.accessibleName() == name)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def click(view: FollowingView, words: str, column: Column) -> None:
    table = view.page.table
    at = next(i for i, text in enumerate(shown(view)) if words in text)
    place = table.visualRect(table.model().index(at, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def buttons(view: FollowingView, text: str) -> list[QPushButton]:
    found = view.page.detail.evidence.findChildren(QPushButton)
    return [one for one in found if one.text() == text and one.isVisible()]


# -- what is shown --------------------------------------------------------------------------------


def test_the_tasks_of_the_year_stand_with_what_is_proposed_for_them(view: FollowingView) -> None:
    assert view.bar.year == 2022
    assert [text.split(" ")[0] for text in shown(view)] == ["Hoàn", "Bảo", "Sắp", "Năm"]
    matches = shown(view, Column.MATCH)
    assert "gợi ý: “Đã hoàn thành Đề án chuyển đổi số" in matches[0]
    assert "gợi ý: “Một số thôn, bản chưa được phủ sóng" in matches[1]
    assert matches[2] == "Chưa thấy nhắc lại"
    said = summary(view)
    assert said.startswith("4 nhiệm vụ: 0 có kết quả · 0 có tồn tại · 4 chưa thấy nhắc lại")
    assert "gợi ý" in said
    assert "quá hạn" in shown(view, Column.DEADLINE)[0]


def test_the_model_is_sound(view: FollowingView) -> None:
    QAbstractItemModelTester(view.page.table.model())
    QAbstractItemModelTester(view.counts.table.model())
    QAbstractItemModelTester(view.calendar.table.model())


def test_another_year_and_the_year_after(view: FollowingView, qtbot: QtBot) -> None:
    choose(view, "Nhiệm vụ giao năm", 2023)
    assert shown(view) == ["Xây dựng kho dữ liệu dùng chung của tỉnh"]
    choose(view, "đối chiếu kết quả năm", 2024)
    assert view.acts.results_year == 2024
    qtbot.waitUntil(lambda: "đang tìm" not in summary(view))


def test_headers_sort(view: FollowingView) -> None:
    head = view.page.table.horizontalHeader()
    place = head.sectionViewportPosition(Column.DEADLINE) + 20
    port = head.viewport()
    for expected in (["Hoàn", "Bảo"], ["Bảo", "Hoàn"]):
        QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(place, 10))
        assert [text.split(" ")[0] for text in shown(view)][:2] == expected
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(place, 10))
    assert [text.split(" ")[0] for text in shown(view)] == ["Hoàn", "Bảo", "Sắp", "Năm"]


def test_columns_give_way_by_importance_and_never_scroll_sideways(
    window: MainWindow, view: FollowingView
) -> None:
    table = view.page.table
    for width, hidden in ((1366, set()), (911, {Column.GIVER})):
        window.resize(width, 768)
        QApplication.processEvents()
        assert {one for one in Column if table.isColumnHidden(one)} == hidden
        shown_width = sum(table.columnWidth(one) for one in Column)
        assert shown_width == table.viewport().width()
    assert GIVEN_BY in view.page.detail.text.toPlainText()


GIVEN_BY = "Phó Chủ tịch UBND tỉnh Trần Văn Mẫu"


# -- deciding -------------------------------------------------------------------------------------


def test_enter_takes_the_proposal_and_goes_on(window: MainWindow, view: FollowingView) -> None:
    go_to(view, PLAN)
    press(view, Qt.Key.Key_Return)
    assert [one.quote[:13] for one in task(view, PLAN).evidence] == ["Đã hoàn thành"]
    assert task(view, PLAN).status is Status.COMPLETED
    assert "1 có kết quả" in summary(view)
    current = view.page.current
    assert current is not None
    assert MOBILE in current.text
    assert window.commands["undo"].text() == "&Hoàn tác «Nhận đối chiếu»"
    window.commands["undo"].trigger()
    assert task(view, PLAN).evidence == ()
    assert shown(view, Column.STATUS)[0] == "Chưa thực hiện"
    assert "gợi ý: “Đã hoàn thành" in shown(view, Column.MATCH)[0]


def test_delete_declines_and_it_comes_back_with_undo(
    window: MainWindow, view: FollowingView
) -> None:
    go_to(view, MOBILE)
    before = view.page.open_matches
    press(view, Qt.Key.Key_Delete)
    assert view.page.open_matches == before - 1
    assert task(view, MOBILE).evidence == ()
    window.commands["undo"].trigger()
    assert view.page.open_matches == before


def test_space_goes_from_proposal_to_proposal_and_changes_nothing(view: FollowingView) -> None:
    go_to(view, PRESS)
    seen = []
    for _ in range(view.page.open_matches):
        press(view, Qt.Key.Key_Space)
        assert view.page.match is not None
        seen.append((view.page.match.task_id, view.page.match.evidence.id))
    assert len(set(seen)) == len(seen) == view.page.open_matches
    press(view, Qt.Key.Key_Space, SHIFT)
    assert view.page.match is not None
    assert (view.page.match.task_id, view.page.match.evidence.id) == seen[-2]
    assert view.acts.held is not None
    assert view.acts.held.dossier.undo_label == "Đánh dấu nhiệm vụ"


def test_the_bar_teaches_the_keys_that_work(view: FollowingView) -> None:
    go_to(view, PLAN)
    content = view.page.keys.content
    assert content.lead == f"Gợi ý 1/{view.page.open_matches}"
    assert [hint.key for hint in content.hints] == [
        "Enter",
        "Del",
        "Space",
        "1",
        "2",
        "3",
        "4",
        "Ctrl+Enter",
    ]
    go_to(view, PRESS)
    assert view.page.keys.content.lead == "Nhiệm vụ này không có gợi ý."
    assert "Ctrl+G" in [hint.key for hint in view.page.keys.content.hints]


def test_a_click_on_the_bar_does_what_its_key_does(view: FollowingView) -> None:
    go_to(view, PLAN)
    hints = view.page.keys.findChildren(HintButton)
    one = next(hint for hint in hints if hint.hint.label == "Nhận" and hint.isVisible())
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    assert len(task(view, PLAN).evidence) == 1


def test_a_click_on_the_word_in_the_cell_accepts(view: FollowingView) -> None:
    go_to(view, PLAN)
    table = view.page.table
    cell = table.visualRect(table.model().index(0, Column.MATCH))
    place = accept_rect(cell, table.look).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(task(view, PLAN).evidence) == 1


def test_the_cards_of_the_detail_accept_take_back_and_decline(view: FollowingView) -> None:
    go_to(view, PLAN)
    accept = buttons(view, "Nhận")
    assert accept
    QTest.mouseClick(accept[0], Qt.MouseButton.LeftButton)
    assert len(task(view, PLAN).evidence) == 1
    assert view.page.table.hasFocus()
    (unlink,) = buttons(view, "Gỡ")
    QTest.mouseClick(unlink, Qt.MouseButton.LeftButton)
    assert task(view, PLAN).evidence == ()
    decline = buttons(view, "Bỏ")
    QTest.mouseClick(decline[0], Qt.MouseButton.LeftButton)
    assert task(view, PLAN).evidence == ()
    assert len(buttons(view, "Bỏ")) == len(decline) - 1


# -- status, progress, carrying over --------------------------------------------------------------


def test_digits_set_the_status_of_all_that_are_chosen(
    window: MainWindow, view: FollowingView
) -> None:
    go_to(view, PLAN)
    press(view, Qt.Key.Key_Down, SHIFT)
    press(view, Qt.Key.Key_2)
    assert shown(view, Column.STATUS)[:3] == ["Đang thực hiện", "Đang thực hiện", "Chưa thực hiện"]
    window.commands["undo"].trigger()
    assert shown(view, Column.STATUS)[:2] == ["Chưa thực hiện", "Chưa thực hiện"]
    go_to(view, PRESS)
    for key, status in zip("1234", Status, strict=True):
        press(view, Qt.Key(ord(key)))
        assert task(view, PRESS).status is status


def test_the_status_is_chosen_in_its_cell(view: FollowingView, qtbot: QtBot) -> None:
    click(view, PRESS, Column.STATUS)
    qtbot.waitUntil(lambda: bool(_menus(view)))
    (menu,) = _menus(view)
    assert [action.text().split("\t")[0].replace("&", "") for action in menu.actions()] == [
        "Chưa thực hiện", "Đang thực hiện", "Hoàn thành", "Không còn phù hợp",
    ]  # fmt: skip
    menu.actions()[2].trigger()
    menu.close()
    assert task(view, PRESS).status is Status.COMPLETED


def _menus(view: FollowingView) -> list[QMenu]:
    return [menu for menu in view.findChildren(QMenu) if menu.isVisible()]


def test_f2_writes_the_progress_and_enter_comes_back(view: FollowingView) -> None:
    go_to(view, PRESS)
    press(view, Qt.Key.Key_F2)
    note = view.page.detail.progress.note
    assert note.hasFocus()
    QTest.keyClicks(note, "Da hop 1 2 3")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert view.page.table.hasFocus()
    assert task(view, PRESS).note == "Da hop 1 2 3"
    assert task(view, PRESS).status is Status.NOT_STARTED


def test_what_is_typed_for_a_task_stays_with_it(view: FollowingView) -> None:
    go_to(view, PRESS)
    press(view, Qt.Key.Key_F2)
    QTest.keyClicks(view.page.detail.progress.note, "xong mot nua")
    click(view, PLAN, Column.TASK)
    assert task(view, PRESS).note == "xong mot nua"
    assert task(view, PLAN).note == ""


def test_the_day_it_was_finished_on(view: FollowingView) -> None:
    go_to(view, PLAN)
    press(view, Qt.Key.Key_3)
    box = view.page.detail.progress.done_on
    assert box.isVisible()
    box.setFocus()
    QTest.keyClicks(box, "20/6/2022")
    QTest.keyClick(box, Qt.Key.Key_Return)
    done = task(view, PLAN).done_on
    assert done is not None
    assert done.isoformat() == "2022-06-20"


def test_tasks_are_carried_over_to_the_next_year_and_back(
    window: MainWindow, view: FollowingView, qtbot: QtBot
) -> None:
    go_to(view, MOBILE)
    assert not window.commands["carry_back"].isEnabled()
    window.commands["carry_over"].trigger()
    assert task(view, MOBILE).carried_to == 2023
    assert not window.commands["carry_over"].isEnabled()
    choose(view, "Nhiệm vụ giao năm", 2023)
    assert any(MOBILE in text for text in shown(view))
    go_to(view, MOBILE)
    current = view.page.current
    assert current is not None
    assert "từ 2022" in current.origin
    window.commands["carry_back"].trigger()
    assert not any(MOBILE in text for text in shown(view))
    window.commands["undo"].trigger()
    assert any(MOBILE in text for text in shown(view))


# -- the way to the sentences ---------------------------------------------------------------------


def test_ctrl_enter_opens_the_article_at_the_task(window: MainWindow, view: FollowingView) -> None:
    go_to(view, MOBILE)
    press(view, Qt.Key.Key_Return, CTRL)
    assert window.views.current is window.reading
    assert window.reading.ref == ("annotation", task(view, MOBILE).id)


def test_ctrl_shift_enter_opens_the_article_of_the_proposal(
    window: MainWindow, view: FollowingView
) -> None:
    go_to(view, MOBILE)
    match = view.page.match
    assert match is not None
    press(view, Qt.Key.Key_Return, CTRL | SHIFT)
    assert window.reading.ref == ("annotation", match.evidence.id)


def test_any_mark_of_the_year_can_be_linked_by_hand(view: FollowingView, qtbot: QtBot) -> None:
    go_to(view, PRESS)
    press(view, Qt.Key.Key_G, CTRL)
    dialog = view.findChild(LinkDialog)
    assert isinstance(dialog, LinkDialog)
    QTest.keyClicks(dialog.search, "BUU CHINH")
    assert dialog.list.current is not None
    assert dialog.list.current.quote.startswith("Doanh thu bưu chính")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert [one.quote for one in task(view, PRESS).evidence] == [
        "Doanh thu bưu chính đạt 742,67 tỷ đồng."
    ]


# -- search and filter ----------------------------------------------------------------------------


def test_search_without_diacritics_and_an_empty_result(view: FollowingView, qtbot: QtBot) -> None:
    view.focus_search()
    QTest.keyClicks(view.bar.search, "bao chi")
    qtbot.waitUntil(lambda: len(shown(view)) == 1)
    QTest.keyClicks(view.bar.search, "zz 1234")
    qtbot.waitUntil(view.nothing.isVisible)
    detail = view.findChild(Detail)
    acts = (detail.progress, detail.read, detail.link)
    assert not any(one.isEnabled() for one in acts)
    clear = next(
        b for b in view.findChildren(QPushButton) if b.text() == "Xoá bộ lọc" and b.isVisible()
    )
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert len(shown(view)) == 4
    assert all(one.isEnabled() for one in acts)
    assert {task(view, words).status for words in (PLAN, MOBILE, PRESS)} == {Status.NOT_STARTED}


def test_conditions_become_chips_and_chips_take_them_away(
    view: FollowingView, qtbot: QtBot
) -> None:
    view.bar.open_filter()
    popover = view.bar.popover
    tree = popover.findChild(QTreeWidget)
    (item,) = tree.findItems("Tự đề ra", Qt.MatchFlag.MatchRecursive)
    tree.setCurrentItem(item)
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert [OWN in text for text in shown(view)] == [True]
    popover.close()
    (chip,) = [b for b in view.bar.findChildren(QPushButton) if b.text() == "Tự đề ra"]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert len(shown(view)) == 4


def test_escape_and_enter_in_the_search(view: FollowingView) -> None:
    view.focus_search()
    QTest.keyClicks(view.bar.search, "bao chi")
    QTest.keyClick(view.bar.search, Qt.Key.Key_Return)
    assert view.page.table.hasFocus()
    assert len(shown(view)) == 1
    view.focus_search()
    QTest.keyClick(view.bar.search, Qt.Key.Key_Escape)
    QTest.keyClick(view.bar.search, Qt.Key.Key_Down)
    assert view.page.table.hasFocus()
    assert len(shown(view)) == 4


def test_digits_in_the_search_change_no_status(view: FollowingView) -> None:
    view.focus_search()
    for letter in "1234":
        QTest.keyClick(view.bar.search, letter)
    QTest.keyClick(view.bar.search, Qt.Key.Key_Delete)
    QTest.keyClick(view.bar.search, Qt.Key.Key_Space)
    assert view.bar.search.text() == "1234 "
    assert {task(view, words).status for words in (PLAN, MOBILE, PRESS)} == {Status.NOT_STARTED}


def test_the_order_is_chosen_with_keys_too(window: MainWindow, view: FollowingView) -> None:
    window.commands["sort_tasks"].trigger()
    (menu,) = _menus(view)
    next(one for one in menu.actions() if one.text() == "Chủ trì").trigger()
    menu.close()
    assert [text.split(" ")[0] for text in shown(view)] == ["Bảo", "Hoàn", "Sắp", "Năm"]
    assert view.page.table.horizontalHeader().sortIndicatorSection() == Column.LEAD


def test_home_and_end_go_to_the_first_and_the_last_task(view: FollowingView) -> None:
    go_to(view, MOBILE)
    for key, words in ((Qt.Key.Key_End, OWN), (Qt.Key.Key_Home, PLAN)):
        press(view, key)
        assert view.page.current is not None
        assert words in view.page.current.text


# -- counts and calendar --------------------------------------------------------------------------


def test_counts_lead_to_their_tasks(view: FollowingView) -> None:
    view.perform("tasks_counts")
    model = view.counts.table.model()
    rows = [
        [model.index(row, column).data() for column in (0, 1, 7)] for row in range(model.rowCount())
    ]
    assert rows[0] == ["Tất cả", "4", "2"]
    assert [GIVEN_BY, "2", "2"] in rows
    at = next(i for i, row in enumerate(rows) if row[0] == GIVEN_BY)
    place = view.counts.table.visualRect(model.index(at, 7)).center()
    QTest.mouseClick(view.counts.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.face == "list"
    assert [text.split(" ")[0] for text in shown(view)] == ["Hoàn", "Bảo"]


def test_counts_are_copied_as_a_table(view: FollowingView) -> None:
    view.perform("tasks_counts")
    QTest.keyClick(view.counts.table, Qt.Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:3] == ["Người giao", "Được giao", "Hoàn thành đúng hạn"]
    assert lines[1].split("\t")[:2] == ["Tất cả", "4"]


def test_the_calendar_shows_deadlines_and_leads_to_the_task(view: FollowingView) -> None:
    view.perform("tasks_calendar")
    table = view.calendar.table
    view.calendar.show_day(date(2022, 6, 15))
    cell = table.model().index(4, 3)
    assert table.model().data(cell) == "Thứ Năm, ngày 30 tháng 6, 1 nhiệm vụ đến hạn, 1 quá hạn"
    QTest.keyClick(table, Qt.Key.Key_PageDown)
    assert table.day == date(2022, 7, 1)
    QTest.keyClick(table, Qt.Key.Key_Left)
    assert table.day == date(2022, 6, 30)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert view.calendar.list.hasFocus()
    QTest.keyClick(view.calendar.list, Qt.Key.Key_Return)
    assert view.face == "list"
    assert view.page.current is not None
    assert PLAN in view.page.current.text


def test_a_click_on_a_badge_goes_to_its_task(view: FollowingView) -> None:
    view.perform("tasks_calendar")
    view.calendar.show_day(date(2022, 12, 1))
    table = view.calendar.table
    cell = table.visualRect(table.model().index(4, 5))
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=cell.topLeft() + QPoint(30, 30)
    )
    assert view.face == "list"
    assert view.page.current is not None
    assert MOBILE in view.page.current.text


def test_the_buttons_of_the_calendar_turn_its_months(qtbot: QtBot) -> None:
    calendar = Calendar(today=lambda: date(2023, 1, 20))
    qtbot.addWidget(calendar)
    calendar.show_day(date(2022, 12, 5))
    tips = {one.toolTip().partition(" (")[0]: one for one in calendar.findChildren(QPushButton)}
    for tip, shown_then in (
        ("Tháng sau", (2023, 1)),
        ("Tháng sau", (2023, 2)),
        ("Tháng trước", (2023, 1)),
        ("Tháng trước", (2022, 12)),
        ("Về hôm nay", (2023, 1)),
    ):
        QTest.mouseClick(tips[tip], Qt.MouseButton.LeftButton)
        assert (calendar.table.day.year, calendar.table.day.month) == shown_then
    assert calendar.table.day == date(2023, 1, 20)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1999, 12, 31), date(2999, 2, 28), date.max])
def test_the_calendar_goes_as_far_as_dates_go(qtbot: QtBot, day: date) -> None:
    calendar = Calendar(today=lambda: date(2023, 1, 1))
    qtbot.addWidget(calendar)
    calendar.resize(900, 400)
    calendar.show()
    due = FollowedTask(1, 1, 0, "ngầm hoá cáp", 2022, 2022, deadline_on=day)
    calendar.show_rows([Row(due, (), date(2023, 1, 1))])
    assert abs(calendar.table.day - day) <= timedelta(days=366)
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_Down):
        QTest.keyClick(calendar.table, key)
        calendar.grab()


def test_the_calendar_leaves_out_a_week_of_the_next_month(qtbot: QtBot) -> None:
    calendar = Calendar(today=lambda: date(2023, 1, 1))
    qtbot.addWidget(calendar)
    for month, weeks in ((date(2022, 12, 1), 5), (date(2023, 1, 1), 6), (date(2021, 2, 1), 4)):
        calendar.show_day(month)
        assert sum(not calendar.table.isRowHidden(week) for week in range(6)) == weeks


def test_the_calendar_file(
    view: FollowingView, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "hạn.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    window.commands["export_calendar"].trigger()
    text = out.read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20220630" in text
    assert window.notice.text == "Đã xuất 2 thời hạn: hạn.ics"


def test_the_shown_tasks_become_a_table_as_they_stand(
    view: FollowingView,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    view._sort_and_show(Column.TASK, True)
    view.bar.set_filter(TaskFilter(basis=Basis.ASSIGNED))
    (tmp_path / "bảng.csv").write_text("của người khác", encoding="utf-8")
    kind = "Bảng CSV (*.csv)"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "bảng"), kind))
    window.commands["export_tasks"].trigger()
    qtbot.waitUntil(lambda: window.notice.text == "Đã xuất 3 nhiệm vụ: bảng (2).csv")
    with (tmp_path / "bảng (2).csv").open(encoding="utf-8-sig", newline="") as written:
        assert [row["Nhiệm vụ"] for row in csv.DictReader(written)] == shown(view)
    assert (tmp_path / "bảng.csv").read_text("utf-8") == "của người khác"


# -- the rest of the window -----------------------------------------------------------------------


def test_all_is_kept_after_reopening(
    window: MainWindow, view: FollowingView, path: Path, open_window: Callable[[Path], MainWindow]
) -> None:
    go_to(view, PLAN)
    press(view, Qt.Key.Key_Return)
    go_to(view, PRESS)
    press(view, Qt.Key.Key_4)
    view._sort(Column.STATUS, True)
    before = shown(view), shown(view, Column.STATUS)
    again = open_window(path).views.current
    assert isinstance(again, FollowingView)
    assert (shown(again), shown(again, Column.STATUS)) == before


def test_chosen_tasks_are_copied_as_a_table(view: FollowingView) -> None:
    go_to(view, PLAN)
    press(view, Qt.Key.Key_Down, SHIFT)
    press(view, Qt.Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 3
    assert lines[1].split("\t")[2:5] == ["Sở TT&TT", "30/06/2022", "Chưa thực hiện (quá hạn)"]


def test_what_the_reader_changes_is_read_when_the_view_is_shown_again(
    window: MainWindow, view: FollowingView
) -> None:
    key = task(view, OWN).id
    window.commands["view_reading"].trigger()
    assert window.place.held is not None
    window.place.held.run(lambda d: review.remove_annotation(d, key))
    window.commands["view_following"].trigger()
    assert len(shown(view)) == 3


def test_a_dossier_without_tasks_says_what_to_do(
    tmp_path: Path, open_window: Callable[[Path], MainWindow], parsed: Callable[..., ParsedArticle]
) -> None:
    made = tmp_path / "trống.tttt"
    with Dossier.create(made) as dossier, dossier.store.change("Nhập"):
        add_article(dossier.store, parsed("Một bài không có gì"), ())
    view = open_window(made).views.current
    assert isinstance(view, FollowingView)
    assert "Chưa có nhiệm vụ nào để theo dõi." in view.nothing.text
    assert view.nothing.isVisible()
    assert not view.nothing.clear.isVisible()


def test_read_only_shows_all_and_changes_nothing(
    path: Path, tmp_path: Path, open_window: Callable[[Path], MainWindow], qtbot: QtBot
) -> None:
    window = open_window(shutil.copy(path, tmp_path / "khác.tttt"))
    window.place.show(Dossier.open(path, read_only=True))
    window.views.choose("following")
    view = window.views.current
    assert isinstance(view, FollowingView)
    qtbot.waitUntil(lambda: view.page.open_matches > 0)
    go_to(view, PLAN)
    assert [hint.key for hint in view.page.keys.content.hints] == ["Space", "Ctrl+Enter"]
    assert buttons(view, "Nhận") == []
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_3, Qt.Key.Key_F2):
        press(view, key)
    assert task(view, PLAN).status is Status.NOT_STARTED
    assert not window.commands["accept_match"].isEnabled()


def test_tab_goes_from_the_progress_to_the_cards(view: FollowingView) -> None:
    go_to(view, PLAN)
    view.page.detail.progress.note.setFocus()
    QTest.keyClick(view.page.detail.progress.note, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is buttons(view, "Nhận")[0]


def test_every_control_has_a_name_and_f6_goes_round(
    window: MainWindow, view: FollowingView
) -> None:
    for face in ("tasks_list", "tasks_counts", "tasks_calendar"):
        view.perform(face)
        for widget in view.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                spoken = QAccessible.queryAccessibleInterface(widget)
                assert spoken is not None
                assert spoken.text(QAccessible.Text.Name).strip(), widget
    view.perform("tasks_list")
    seen = []
    for _ in range(5):
        window.commands["next_pane"].trigger()
        seen.append(window.focusWidget())
    assert len(set(map(id, seen))) == 5
