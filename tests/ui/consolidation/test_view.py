"""Tổng hợp through its real widgets: keys, clicks and drags, and what is left of them in the dossier."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Kind
from tttt_desktop.services import consolidation, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui import theme
from tttt_desktop.ui.consolidation.painting import box_rect, grip_rect
from tttt_desktop.ui.consolidation.rows import Head, Offer
from tttt_desktop.ui.consolidation.view import ConsolidationView
from tttt_desktop.ui.main_window import MainWindow
from tttt_desktop.ui.returned.made import MadeDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FIRST = "Doanh thu viễn thông đạt 742,67 tỷ đồng."


def shown(view: ConsolidationView) -> list[str]:
    """The list as text: headings with their numbers, lines with their tick."""
    return [
        f"{row.title} ({row.count})"
        if isinstance(row, Head)
        else row.title
        if isinstance(row, Offer)
        else f"{' ' if row.line.left_out else 'x'} {row.line.text}"
        for row in view.list.rows
    ]


def row_of(view: ConsolidationView, text: str, nth: int = 0) -> int:
    found = [at for at, row in enumerate(shown(view)) if text in row]
    return found[nth]


def go_to(view: ConsolidationView, text: str, nth: int = 0) -> None:
    view.list.setFocus()
    index = view.list.model().index(row_of(view, text, nth), 0)
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    view.list.selectionModel().setCurrentIndex(index, flag)


def press(
    view: ConsolidationView, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None
) -> None:
    QTest.keyClick(view.list, key, modifier or Qt.KeyboardModifier.NoModifier)


def drag(view: ConsolidationView, at: int, to: QPoint) -> None:
    """Take a line by its grip and let it go at a place of the viewport."""
    port = view.list.viewport()
    start = grip_rect(view.list.visualRect(view.list.model().index(at, 0))).center()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for place in (start + QPoint(0, 12), to):
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            place,
            port.mapToGlobal(place),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(port, event)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, to)


def quotes(path: Path) -> list[tuple[int, bytes]]:
    with Dossier.open(path, read_only=True) as dossier:
        rows = dossier.store.conn.execute(
            "SELECT id, CAST(quote AS BLOB) FROM annotation ORDER BY id"
        )
        return [(row[0], bytes(row[1])) for row in rows]


def test_lines_stand_by_kind_and_field(view: ConsolidationView) -> None:
    assert shown(view)[:8] == [
        "KẾT QUẢ ĐẠT ĐƯỢC (6)",
        "Bưu chính (2)",
        "x Bưu điện văn hoá xã được nâng cấp.",
        "x Bưu điện văn hoá xã được nâng cấp.",
        "Viễn thông (4)",
        f"x {FIRST}",
        "x Đào tạo cán bộ xã về kỹ năng số.",
        "x Doanh thu viễn thông đạt 742,76 tỷ đồng.",
    ]
    assert shown(view)[9:11] == ["TỒN TẠI, HẠN CHẾ (2)", "Viễn thông (2)"]


def test_reorder_merge_leave_out_reword_and_come_back(
    window: MainWindow,
    view: ConsolidationView,
    path: Path,
    open_window: Callable[[Path], MainWindow],
    qtbot: QtBot,
) -> None:
    go_to(view, "Đào tạo", 0)
    press(view, Qt.Key.Key_Up, ALT)
    assert shown(view)[5:7] == ["x Đào tạo cán bộ xã về kỹ năng số.", f"x {FIRST}"]
    go_to(view, "Một số thôn")
    press(view, Qt.Key.Key_Down, SHIFT)
    press(view, Qt.Key.Key_G, CTRL)
    assert shown(view)[9:11] == ["TỒN TẠI, HẠN CHẾ (1)", "Viễn thông (1)"]
    go_to(view, "Bưu điện")
    press(view, Qt.Key.Key_Space)
    assert shown(view)[2] == "  Bưu điện văn hoá xã được nâng cấp."
    go_to(view, "742,76")
    press(view, Qt.Key.Key_F4)
    assert view.detail.wording.hasFocus()
    QTest.keyClicks(view.detail.wording, "Doanh thu 742,76")
    QTest.keyClick(view.detail.wording, Qt.Key.Key_Return)
    assert view.list.hasFocus()
    before, kept = shown(view), [row for row in shown(view) if row.startswith(("x", " "))]
    assert "x Doanh thu 742,76" in kept
    assert window.commands["undo"].text() == "&Hoàn tác «Sửa câu viết trong báo cáo»"

    again = open_window(path).views.current
    assert isinstance(again, ConsolidationView)
    assert shown(again) == before
    again.window().close()
    told = {text.encode() for text in (FIRST, "Đào tạo cán bộ xã về kỹ năng số.")}
    assert told <= {quote for _, quote in quotes(path)}
    assert len(quotes(path)) == 10


def test_everything_is_undone_step_by_step(window: MainWindow, view: ConsolidationView) -> None:
    states = [shown(view)]
    go_to(view, "Đào tạo", 0)
    for key, modifier in ((Qt.Key.Key_Up, ALT), (Qt.Key.Key_Space, None), (Qt.Key.Key_Down, ALT)):
        press(view, key, modifier)
        states.append(shown(view))
    assert len({tuple(one) for one in states}) == 4
    for state in reversed(states[:-1]):
        window.commands["undo"].trigger()
        assert shown(view) == state
    for state in states[1:]:
        window.commands["redo"].trigger()
        assert shown(view) == state


def test_a_line_is_dragged_within_its_group_and_to_another_field(view: ConsolidationView) -> None:
    target = view.list.visualRect(view.list.model().index(row_of(view, FIRST), 0))
    drag(view, row_of(view, "742,76"), target.topLeft() + QPoint(200, 2))
    assert shown(view)[5:7] == ["x Doanh thu viễn thông đạt 742,76 tỷ đồng.", f"x {FIRST}"]
    target = view.list.visualRect(view.list.model().index(2, 0))
    drag(view, row_of(view, FIRST), target.center() + QPoint(0, 6))
    assert shown(view)[1:5] == [
        "Bưu chính (3)",
        "x Bưu điện văn hoá xã được nâng cấp.",
        f"x {FIRST}",
        "x Bưu điện văn hoá xã được nâng cấp.",
    ]


def test_a_drop_that_makes_no_sense_changes_nothing_and_says_why(
    window: MainWindow, view: ConsolidationView
) -> None:
    before = shown(view)
    target = view.list.visualRect(view.list.model().index(row_of(view, "Một số thôn"), 0))
    drag(view, row_of(view, FIRST), target.center())
    assert shown(view) == before
    assert window.notice.text.startswith("Chỉ chuyển được trong cùng loại.")
    group_by(view, "article")
    target = view.list.visualRect(view.list.model().index(row_of(view, "742,76"), 0))
    drag(view, row_of(view, FIRST), target.center())
    assert window.notice.text == "Muốn chuyển dòng sang nhóm khác, hãy nhóm theo Lĩnh vực."


def test_escape_ends_a_drag(view: ConsolidationView) -> None:
    before, port = shown(view), view.list.viewport()
    start = grip_rect(view.list.visualRect(view.list.model().index(5, 0))).center()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    press(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    assert shown(view) == before


def group_by(view: ConsolidationView, key: str) -> None:
    combo = view.bar.findChildren(QComboBox)[0]
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("province", "Quảng Trị (6)"),
        ("year", "Năm 2023 (6)"),
        ("article", "Hội nghị lần 1 (3)"),
        ("giver", "Bưu chính (2)"),
    ],
)
def test_other_groupings(view: ConsolidationView, key: str, title: str) -> None:
    group_by(view, key)
    assert shown(view)[1] == title


def test_a_click_on_the_box_ticks_and_on_a_heading_folds(view: ConsolidationView) -> None:
    index = view.list.model().index(row_of(view, FIRST), 0)
    port = view.list.viewport()
    place = box_rect(view.list.visualRect(index)).center()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=place)
    assert shown(view)[row_of(view, FIRST)] == f"  {FIRST}"
    QTest.mouseClick(
        port,
        Qt.MouseButton.LeftButton,
        pos=view.list.visualRect(view.list.model().index(4, 0)).center(),
    )
    assert shown(view)[4:6] == ["Viễn thông (4)", "TỒN TẠI, HẠN CHẾ (2)"]
    press(view, Qt.Key.Key_Right)
    assert len(shown(view)) == 17
    press(view, Qt.Key.Key_Left)
    assert len(shown(view)) == 13


def test_enter_opens_the_article_at_the_passage(
    window: MainWindow, view: ConsolidationView
) -> None:
    go_to(view, "742,76")
    press(view, Qt.Key.Key_Return)
    assert window.views.current is window.reading
    page = window.reading.page
    assert page is not None
    assert page.article.title == "Hội nghị lần 2"
    assert window.reading.ref is not None
    current = next(one for one in page.annotations if one.id == window.reading.ref[1])
    assert current.quote == "Doanh thu viễn thông đạt 742,76 tỷ đồng."
    window.commands["view_consolidation"].trigger()
    assert window.views.current is view


def test_what_is_typed_never_works_as_a_key(view: ConsolidationView) -> None:
    before = shown(view)
    view.focus_search()
    for letter in "1 2 3g":
        QTest.keyClick(view.bar.search, letter)
    QTest.keyClick(view.bar.search, Qt.Key.Key_Space)
    QTest.keyClick(view.bar.search, Qt.Key.Key_Delete)
    assert view.bar.search.text() == "1 2 3g "
    view.bar.search.clear()
    go_to(view, FIRST)
    press(view, Qt.Key.Key_F4)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_1):
        QTest.keyClick(view.detail.wording, key)
    assert view.detail.wording.toPlainText() == " 1"  # over the selected quotation
    view.detail.wording.clear()
    view.detail.flush()
    assert shown(view) == before


def test_search_without_diacritics_and_filters(view: ConsolidationView, qtbot: QtBot) -> None:
    view.focus_search()
    QTest.keyClicks(view.bar.search, "dao tao")
    qtbot.waitUntil(lambda: len(shown(view)) == 4)
    QTest.keyClicks(view.bar.search, "zz")
    qtbot.waitUntil(lambda: shown(view) == [])
    clear = next(b for b in view.findChildren(QPushButton) if b.text() == "Xoá bộ lọc")
    assert clear.isVisible()
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert len(shown(view)) == 17
    kinds = {b.accessibleName(): b for b in view.bar.findChildren(QPushButton)}
    QTest.mouseClick(kinds[theme.KIND_LONG_LABEL[Kind.ACHIEVEMENT]], Qt.MouseButton.LeftButton)
    assert shown(view)[0] == "TỒN TẠI, HẠN CHẾ (2)"


def test_a_wording_begins_as_the_quotation_and_left_so_is_none(view: ConsolidationView) -> None:
    before = shown(view)
    go_to(view, FIRST)
    press(view, Qt.Key.Key_F4)
    box = view.detail.wording
    assert FIRST.strip("“”") in box.toPlainText()
    assert box.textCursor().selectedText() == box.toPlainText()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.toPlainText() == ""
    assert shown(view) == before
    press(view, Qt.Key.Key_F4)
    QTest.keyClick(box, Qt.Key.Key_End)
    QTest.keyClicks(box, " nua")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.toPlainText().endswith(" nua")
    assert shown(view) != before


def test_a_number_that_is_in_no_quotation_is_flagged(view: ConsolidationView) -> None:
    go_to(view, FIRST)
    press(view, Qt.Key.Key_F4)
    QTest.keyClicks(view.detail.wording, "Doanh thu 74,2")
    labels = [one.text() for one in view.detail.findChildren(QLabel) if one.isVisible()]
    assert "Số 74,2 không có trong trích dẫn (gốc: 742,67)." in labels


def test_groups_that_may_be_the_same_are_merged_or_declined(
    window: MainWindow, view: ConsolidationView, qtbot: QtBot
) -> None:
    assert not window.commands["decline_group"].isEnabled()
    qtbot.waitUntil(lambda: window.commands["show_groups"].isEnabled())
    window.commands["show_groups"].trigger()
    assert shown(view)[:3] == [
        "Hai nguồn lệch nhau: 742,67 và 742,76 tỷ đồng",
        f"x {FIRST}",
        "x Doanh thu viễn thông đạt 742,76 tỷ đồng.",
    ]
    count = sum("mục" in row for row in shown(view))
    go_to(view, "742,76 tỷ đồng.")
    press(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not any("lệch nhau" in row for row in shown(view)))
    assert window.commands["undo"].text() == "&Hoàn tác «Không trùng nhau»"
    press(view, Qt.Key.Key_G, CTRL)
    qtbot.waitUntil(lambda: sum("mục" in row for row in shown(view)) == count - 1)
    while shown(view):
        press(view, Qt.Key.Key_G, CTRL)
    window.commands["show_groups"].trigger()
    lines = [row for row in shown(view) if row.startswith("x")]
    assert len(lines) == 6  # four pairs became lines, the two figures stay apart


def test_unmerge_by_command_and_by_button(window: MainWindow, view: ConsolidationView) -> None:
    before = shown(view)
    for way in ("command", "button"):
        go_to(view, "Một số thôn")
        press(view, Qt.Key.Key_Down, SHIFT)
        window.commands["merge_lines"].trigger()
        assert view.detail.line is not None
        assert len(view.detail.line.passages) == 2
        if way == "command":
            window.commands["unmerge_lines"].trigger()
        else:
            button = next(b for b in view.findChildren(QPushButton) if b.text() == "Tách lại")
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert shown(view) == before


def test_leaving_a_merged_line_changes_nothing(window: MainWindow, view: ConsolidationView) -> None:
    go_to(view, "Một số thôn")
    press(view, Qt.Key.Key_Down, SHIFT)
    window.commands["merge_lines"].trigger()
    merged = shown(view)

    go_to(view, "Bưu điện")

    assert shown(view) == merged
    assert window.commands["undo"].text() == "&Hoàn tác «Gộp 2 ý thành một dòng»"


def test_lines_of_different_kinds_are_not_merged(
    window: MainWindow, view: ConsolidationView
) -> None:
    before = shown(view)
    go_to(view, FIRST)
    view.list.selectAll()
    press(view, Qt.Key.Key_G, CTRL)
    assert window.notice.text.startswith("Chỉ gộp được các ý cùng loại.")
    assert shown(view) == before


def test_the_field_is_changed_by_a_menu(view: ConsolidationView, window: MainWindow) -> None:
    go_to(view, FIRST)
    window.commands["line_field"].trigger()
    menu = view.findChild(QMenu)
    next(one for one in menu.actions() if one.text() == "Bưu chính").trigger()
    menu.close()
    assert shown(view)[1:3] == ["Bưu chính (3)", f"x {FIRST}"]


def test_commands_say_why_they_are_off(window: MainWindow, view: ConsolidationView) -> None:
    assert window.commands["merge_lines"].toolTip().startswith("Hãy chọn ít nhất hai dòng")
    window.commands["view_reading"].trigger()
    assert window.commands["merge_lines"].toolTip() == "Chỉ dùng ở Tổng hợp (Ctrl+2)."


def test_what_happens_in_the_reader_is_seen_afterwards(
    window: MainWindow, view: ConsolidationView
) -> None:
    window.commands["view_reading"].trigger()
    assert window.place.held is not None
    window.place.held.run(lambda d: review.remove_annotation(d, 1))
    window.commands["view_consolidation"].trigger()
    assert not any(FIRST in row for row in shown(view))


def test_nothing_to_consolidate_is_said(
    open_window: Callable[[Path], MainWindow], path: Path
) -> None:
    with Dossier.open(path) as dossier:
        for annotation_id in range(1, 11):
            review.remove_annotation(dossier, annotation_id)
    view = open_window(path).views.current
    assert isinstance(view, ConsolidationView)
    words = [one.text() for one in view.findChildren(QLabel) if one.isVisible()]
    assert any(text.startswith("Chưa có đánh dấu nào để tổng hợp.") for text in words)


def test_the_model_keeps_the_rules_of_qt(view: ConsolidationView) -> None:
    tester = QAbstractItemModelTester(
        view.list.model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    go_to(view, FIRST)
    press(view, Qt.Key.Key_Down, ALT)
    press(view, Qt.Key.Key_Down, SHIFT)
    press(view, Qt.Key.Key_G, CTRL)
    assert tester.model() is view.list.model()


def test_a_screen_reader_hears_line_state_and_sources(view: ConsolidationView) -> None:
    go_to(view, FIRST)
    press(view, Qt.Key.Key_Space)
    index = view.list.currentIndex()
    assert index.data() == f"không đưa vào báo cáo, {FIRST}. Quảng Trị 2023"
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert view.list.model().index(0, 0).data() == "KẾT QUẢ ĐẠT ĐƯỢC, 6 mục, đang mở"


def test_panes_in_turn(view: ConsolidationView) -> None:
    view.focus_work()
    seen = []
    for _ in range(4):
        view.next_pane(True)
        seen.append(view.focusWidget())
    assert seen == [view.detail.quotes, view.detail.wording, view.bar.search, view.list]


def test_every_control_has_a_name(view: ConsolidationView) -> None:
    go_to(view, FIRST)
    takes_keys = [
        one
        for one in view.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.focusProxy()
    ]
    assert len(takes_keys) >= 9
    assert [type(one).__name__ for one in takes_keys if not one.accessibleName()] == []


def test_a_dossier_that_is_read_only_can_be_looked_through(
    window: MainWindow, view: ConsolidationView, path: Path
) -> None:
    window.place.close()
    with Dossier.open(path, read_only=True) as dossier:
        window.place.show(dossier)
        window.views.choose("consolidation")
        before = shown(view)
        go_to(view, FIRST)
        for key, modifier in ((Qt.Key.Key_Space, None), (Qt.Key.Key_Down, ALT)):
            press(view, key, modifier)
        assert shown(view) == before
        assert view.detail.wording.isReadOnly()
        assert window.commands["toggle_line"].toolTip() == "Hồ sơ đang mở chỉ đọc."
        window.place.close()


def test_what_is_being_typed_goes_into_the_dossier_that_is_left(
    window: MainWindow, view: ConsolidationView, path: Path
) -> None:
    go_to(view, FIRST)
    press(view, Qt.Key.Key_F4)
    QTest.keyClicks(view.detail.wording, "Chua xong")
    window.place.close()
    with Dossier.open(path) as dossier:
        assert any(line.wording == "Chua xong" for line in consolidation.all_lines(dossier))


def test_the_reports_that_used_a_sentence_are_one_menu_away(
    qtbot: QtBot, window: MainWindow, view: ConsolidationView
) -> None:
    go_to(view, "Đào tạo")
    with qtbot.waitSignal(view.uses_requested) as told:
        window.commands["used_reports"].trigger()
    held = window.place.held
    assert held is not None
    page = held.dossier.page(held.dossier.article_of(told.args[0]))
    assert next(one.quote for one in page.annotations if one.id == told.args[0]).startswith("Đào")
    (dialog,) = window.findChildren(MadeDialog)
    dialog.close()
    go_to(view, "Đào tạo")
    view.list.menu_requested.emit(QPoint(0, 0))
    (menu,) = (one for one in view.findChildren(QMenu) if one.isVisible())
    (action,) = (one for one in menu.actions() if one.data() == "used_reports")
    assert action.isEnabled()
    menu.close()


def test_an_article_that_goes_takes_its_lines_and_brings_them_back(
    window: MainWindow, view: ConsolidationView
) -> None:
    before, held = shown(view), window.place.held
    assert held is not None
    first = held.dossier.article_ids()[0]
    held.run(lambda d: review.remove_article(d, first))
    assert len([row for row in shown(view) if row.startswith("x")]) == 5
    window.commands["undo"].trigger()
    assert shown(view) == before
