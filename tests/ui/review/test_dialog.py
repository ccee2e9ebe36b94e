"""The review of an import: tick, correct, toggle paragraphs, and only then store."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Block, Found, Official, Span
from tttt_desktop.services.imports import Reading
from tttt_desktop.ui import messages
from tttt_desktop.ui.parts.segment_tabs import SegmentTabs
from tttt_desktop.ui.review.block_model import toggled
from tttt_desktop.ui.review.blocks import BlockView
from tttt_desktop.ui.review.dialog import ImportReview
from tttt_desktop.ui.review.model import DAY, NOTE, PROVINCE, TITLE, ReviewModel
from tttt_desktop.ui.review.rows import Shown
from tttt_desktop.ui.review.table import ReviewTable
from tttt_desktop.ui.review.values import ValuesPanel
from tttt_desktop.ui.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one
Key = Qt.Key
REFUSED = Reading("/nơi nào đó/scan.pdf", refused="Tệp là ảnh quét, không có chữ để đọc.")


@pytest.fixture(autouse=True)
def _leave(monkeypatch: pytest.MonkeyPatch) -> None:
    """A review with corrections may be left."""

    def ask(_parent: QWidget | None, _question: str, _detail: str, *_answers: str) -> int:
        return 1

    monkeypatch.setattr(messages, "ask", ask)


@pytest.fixture
def review(qtbot: QtBot, reading: Callable[..., Reading]) -> ImportReview:
    """Two good files, one double, one refused."""
    made = ImportReview()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    double = replace(reading("b.txt"), duplicate_of=7, message="Trùng với bài đã có.")
    made.add_readings([reading("a.txt"), double, REFUSED, reading("c.txt", province="")])
    made.end_reading()
    return made


@pytest.fixture
def table(review: ImportReview) -> ReviewTable:
    found = review.findChild(ReviewTable)
    assert found is not None
    return found


def cell(table: ReviewTable, row: int, column: int) -> QModelIndex:
    return table.model().index(row, column)


def push(qtbot: QtBot, review: ImportReview, text: str) -> None:
    found = next(b for b in review.findChildren(QPushButton) if b.text() == text and b.isVisible())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def imported(qtbot: QtBot, review: ImportReview, text: str) -> list[Reading]:
    with qtbot.waitSignal(review.import_requested) as told:
        push(qtbot, review, text)
    assert told.args is not None
    readings: list[Reading] = told.args[0]
    return readings


def names(readings: list[Reading]) -> list[str]:
    return [r.article.name for r in readings if r.article]


def test_doubles_and_refused_files_are_not_imported(qtbot: QtBot, review: ImportReview) -> None:
    assert names(imported(qtbot, review, "Nhập 2 bài")) == ["a.txt", "c.txt"]


def test_the_table_says_what_was_found(review: ImportReview, table: ReviewTable) -> None:
    assert [cell(table, 0, column).data() for column in range(5)] == [
        "Sở Mẫu tổng kết công tác năm 2022",
        "Quảng Trị",
        "06/01/2023",
        "Báo Mẫu",
        "1 gợi ý",
    ]
    assert cell(table, 1, NOTE).data() == "Trùng với bài đã có."
    assert cell(table, 2, TITLE).data() == "scan.pdf"
    assert cell(table, 2, NOTE).data() == "Tệp là ảnh quét, không có chữ để đọc."
    assert cell(table, 3, PROVINCE).data() == "—"


def test_space_ticks_and_unticks_the_chosen_rows(
    qtbot: QtBot, review: ImportReview, table: ReviewTable
) -> None:
    table.selectRow(1)
    qtbot.keyClick(table, Key.Key_Space)
    assert names(imported(qtbot, review, "Nhập 3 bài")) == ["a.txt", "b.txt", "c.txt"]
    table.selectAll()
    qtbot.keyClick(table, Key.Key_Space)
    button = next(b for b in review.findChildren(QPushButton) if b.text() == "Nhập")
    assert not button.isEnabled()


def test_a_refused_file_cannot_be_ticked(
    qtbot: QtBot, review: ImportReview, table: ReviewTable
) -> None:
    table.selectRow(2)
    qtbot.keyClick(table, Key.Key_Space)
    assert len(imported(qtbot, review, "Nhập 2 bài")) == 2


def type_into(qtbot: QtBot, table: ReviewTable, row: int, column: int, text: str) -> None:
    table.setFocus()
    table.setCurrentIndex(cell(table, row, column))
    qtbot.keyClick(table, Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Key.Key_Return)
    settle()  # Qt takes the value over after the key
    if (left := table.findChild(QLineEdit)) is not None:
        qtbot.keyClick(left, Key.Key_Escape)
        settle()


def settle() -> None:
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_cells_are_corrected_in_place(
    qtbot: QtBot, review: ImportReview, table: ReviewTable
) -> None:
    type_into(qtbot, table, 0, TITLE, "Ten moi")
    type_into(qtbot, table, 0, DAY, "30/12/2022")
    first = imported(qtbot, review, "Nhập 2 bài")[0].article
    assert first is not None
    assert (first.title, first.published_on) == ("Ten moi", date(2022, 12, 30))


def test_a_cell_is_painted_without_asking_the_model_for_each_role(
    review: ImportReview, table: ReviewTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(
        type(review.model), "data", lambda _model, _index, role=0: asked.append(role)
    )
    before = table.grab().toImage()
    assert asked == []
    monkeypatch.undo()
    assert table.grab().toImage() == before


@pytest.mark.parametrize("typed", ["31/02/2023", "xyz", "2023"])
def test_what_is_no_day_is_not_taken(
    qtbot: QtBot, review: ImportReview, table: ReviewTable, typed: str
) -> None:
    type_into(qtbot, table, 0, DAY, typed)
    assert cell(table, 0, DAY).data() == "06/01/2023"


def test_a_day_may_be_emptied(qtbot: QtBot, review: ImportReview, table: ReviewTable) -> None:
    assert table.model().setData(cell(table, 0, DAY), "")
    assert cell(table, 0, DAY).data() == "—"


def test_skipping_doubles_takes_them_out(
    qtbot: QtBot, review: ImportReview, table: ReviewTable
) -> None:
    push(qtbot, review, "Bỏ qua bài trùng")
    assert table.model().rowCount() == 3
    assert not any(
        b.isVisible() for b in review.findChildren(QPushButton) if b.text() == "Bỏ qua bài trùng"
    )


def test_refusals_can_be_copied(qtbot: QtBot, review: ImportReview) -> None:
    push(qtbot, review, "Sao chép danh sách lỗi")
    assert QGuiApplication.clipboard().text() == (
        "/nơi nào đó/scan.pdf\tTệp là ảnh quét, không có chữ để đọc."
    )


def test_the_text_shows_what_was_set_aside_and_why(review: ImportReview) -> None:
    view = review.findChild(BlockView)
    assert view is not None
    shown = [view.model().index(row, 0).data() for row in range(view.model().rowCount())]
    assert shown[:3] == [
        "Để riêng (Đường dẫn trang): Trang chủ > Tin tức",
        "Trong bài: Sở Mẫu tổng kết công tác năm 2022",
        "Để riêng (Lượt xem): 336 lượt xem",
    ]


def test_one_click_or_space_moves_a_paragraph_in_or_out(qtbot: QtBot, review: ImportReview) -> None:
    view = review.findChild(BlockView)
    assert view is not None
    place = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(0, 0))
    view.setFocus()
    view.setCurrentIndex(view.model().index(3, 0))
    qtbot.keyClick(view, Key.Key_Space)
    article = imported(qtbot, review, "Nhập 2 bài")[0].article
    assert article is not None
    assert article.text == (
        "Sở Mẫu tổng kết công tác năm 2022\n336 lượt xem\nMột số thôn chưa có sóng điện thoại."
    )


def test_a_changed_text_is_to_be_searched_anew(reading: Callable[..., Reading]) -> None:
    before = reading("a.txt")
    after = toggled(before, 3)
    assert after.proposals is None
    assert after.article is not None
    assert after.article.text == (
        "Sở Mẫu tổng kết công tác năm 2022\nMột số thôn chưa có sóng điện thoại."
    )
    assert toggled(after, 3).article == before.article


def test_progress_and_stop(qtbot: QtBot, reading: Callable[..., Reading]) -> None:
    review = ImportReview()
    qtbot.addWidget(review)
    review.show()
    assert review.progress_text() == ""
    review.add_readings([reading("a.txt")])
    review.set_progress(16, 24, "bao-cao.docx")
    assert review.progress_text() == "Đang nhập 16/24 bài."
    labels = [label.text() for label in review.findChildren(QLabel)]
    assert "16/24  Đang đọc: bao-cao.docx" in labels
    with qtbot.waitSignal(review.stop_requested):
        push(qtbot, review, "Dừng")
    review.end_reading()
    assert not any(b.isVisible() for b in review.findChildren(QPushButton) if b.text() == "Dừng")
    assert len(imported(qtbot, review, "Nhập 1 bài")) == 1


def tab(review: ImportReview, kind: Shown) -> QPushButton:
    tabs = review.findChild(SegmentTabs)
    assert tabs is not None
    return tabs._tabs[kind]


def test_the_table_shows_one_kind_of_rows(
    qtbot: QtBot, review: ImportReview, table: ReviewTable
) -> None:
    table.selectRow(3)
    assert [tab(review, kind).text().split()[-1] for kind in Shown] == ["4", "3", "1", "1"]
    qtbot.mouseClick(tab(review, Shown.REFUSED), Qt.MouseButton.LeftButton)
    assert [cell(table, row, TITLE).data() for row in range(table.model().rowCount())] == [
        "scan.pdf"
    ]
    qtbot.mouseClick(tab(review, Shown.ALL), Qt.MouseButton.LeftButton)
    assert table.model().rowCount() == 4
    assert names(imported(qtbot, review, "Nhập 2 bài")) == ["a.txt", "c.txt"]


def test_a_kind_without_the_current_row_begins_at_its_first(
    qtbot: QtBot, review: ImportReview, table: ReviewTable
) -> None:
    qtbot.mouseClick(tab(review, Shown.REFUSED), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(tab(review, Shown.SUGGESTED), Qt.MouseButton.LeftButton)
    assert table.model().rowCount() > 1
    assert table.currentIndex().row() == 0


def test_rows_are_taken_out_by_delete_and_come_back_by_undo(
    qtbot: QtBot, review: ImportReview, table: ReviewTable
) -> None:
    table.selectRow(0)
    qtbot.keyClick(table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Key.Key_Delete)
    assert table.model().rowCount() == 2
    assert table.currentIndex().row() == 0
    qtbot.keyClick(table, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [cell(table, row, TITLE).data() for row in (1, 2)] == [
        "Sở Mẫu tổng kết công tác năm 2022",
        "scan.pdf",
    ]
    qtbot.keyClick(table, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table, Key.Key_Delete)
    assert table.model().rowCount() == 0
    push(qtbot, review, "Hoàn tác")
    assert len(imported(qtbot, review, "Nhập 2 bài")) == 2


def test_every_step_goes_back_in_turn(
    qtbot: QtBot, review: ImportReview, table: ReviewTable
) -> None:
    before = list(review.model.all_rows())
    type_into(qtbot, table, 0, TITLE, "Ten moi")
    table.selectRow(0)
    qtbot.keyClick(table, Key.Key_Space)
    view = review.findChild(BlockView)
    assert view is not None
    view.setFocus()
    view.setCurrentIndex(view.model().index(3, 0))
    qtbot.keyClick(view, Key.Key_Space)
    for _ in range(3):
        assert list(review.model.all_rows()) != before
        qtbot.keyClick(view, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert list(review.model.all_rows()) == before


def test_the_province_is_completed_without_diacritics(
    qtbot: QtBot, review: ImportReview, table: ReviewTable
) -> None:
    table.setFocus()
    table.setCurrentIndex(cell(table, 3, PROVINCE))
    qtbot.keyClick(table, Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, "quang tr")
    popup = editor.completer().popup()
    assert popup is not None
    qtbot.keyClick(popup, Key.Key_Down)
    qtbot.keyClick(popup, Key.Key_Return)
    qtbot.keyClick(editor, Key.Key_Return)
    settle()
    assert cell(table, 3, PROVINCE).data() == "Quảng Trị"


def test_columns_sort_and_go_back_to_the_order_of_the_files(
    review: ImportReview, table: ReviewTable
) -> None:
    review.model.write(0, "title", "Xin chào")
    review.model.write(3, "title", "Ái Tử")

    def shown() -> list[object]:
        return [cell(table, row, TITLE).data() for row in range(4)]

    as_read = shown()
    table.sortByColumn(TITLE, Qt.SortOrder.AscendingOrder)
    assert shown() == ["Ái Tử", "scan.pdf", "Sở Mẫu tổng kết công tác năm 2022", "Xin chào"]
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert shown() == as_read


@pytest.fixture
def values(review: ImportReview) -> ValuesPanel:
    found = review.findChild(ValuesPanel)
    assert found is not None
    return found


def field_of(values: ValuesPanel, name: str) -> QLineEdit:
    found = values.findChild(QLineEdit, name)
    assert found is not None
    return found


def test_values_are_corrected_beside_the_text(
    qtbot: QtBot, review: ImportReview, values: ValuesPanel
) -> None:
    for name, typed in (("review_year", "2021"), ("byline", "Hong Ha"), ("event_on", "4/1/2023")):
        field = field_of(values, name)
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Key.Key_Return)
    article = imported(qtbot, review, "Nhập 2 bài")[0].article
    assert article is not None
    assert (article.review_year, article.byline) == (2021, "Hong Ha")
    assert article.event_on == date(2023, 1, 4)


def test_a_year_that_is_none_is_refused_and_said(
    qtbot: QtBot, review: ImportReview, values: ValuesPanel
) -> None:
    field = field_of(values, "plan_year")
    field.setFocus()
    qtbot.keyClicks(field, "hai")
    qtbot.keyClick(field, Key.Key_Return)
    assert field.text() == ""
    said = [label.text() for label in values.findChildren(QLabel)]
    assert "hãy viết như 2023, hoặc để trống." in said


def test_a_value_shows_where_it_was_found_and_how_sure(
    qtbot: QtBot, review: ImportReview, table: ReviewTable, reading: Callable[..., Reading]
) -> None:
    found = (
        Found("published_on", "Dòng ngày đăng", 0.95, 3, Span(10, 16)),
        Found("byline", "Cuối bài", 0.4),
    )
    people = (Official("Hoàng Nam", "Phó Chủ tịch UBND tỉnh"),)
    review.add_readings(
        [reading("d.txt", byline="Hồng Hà", found=found, officials=people, title="Khác hẳn")]
    )
    table.selectRow(4)
    values = review.findChild(ValuesPanel)
    view = review.findChild(BlockView)
    assert values is not None
    assert view is not None
    said = [label.text() for label in values.findChildren(QLabel)]
    assert {"Dòng ngày đăng", "Chưa chắc · Cuối bài"} <= set(said)
    assert any(
        b.accessibleName() == "Hoàng Nam, Phó Chủ tịch UBND tỉnh"
        for b in values.findChildren(QPushButton)
    )
    qtbot.mouseClick(field_of(values, "published_on"), Qt.MouseButton.LeftButton)
    assert view.marked == (3, Span(10, 16))
    qtbot.mouseClick(field_of(values, "byline"), Qt.MouseButton.LeftButton)
    assert view.marked is None


@pytest.mark.parametrize(
    ("as_source", "label", "note"),
    [
        (True, "Nhập 2 bài, thêm 1 nguồn", "Thêm làm nguồn · Trùng với bài đã có."),
        (False, "Nhập 3 bài", "Nhập riêng · Trùng với bài đã có."),
    ],
)
def test_the_choice_for_a_double_is_shown(
    qtbot: QtBot,
    review: ImportReview,
    table: ReviewTable,
    as_source: bool,
    label: str,
    note: str,
) -> None:
    review.decide([0, 1, 2], ticked=True, as_source=as_source)
    assert cell(table, 1, NOTE).data() == note
    assert [one.as_source for one in imported(qtbot, review, label)] == [False, as_source, False]


def test_a_double_is_compared_by_key_and_by_click(
    qtbot: QtBot, review: ImportReview, table: ReviewTable
) -> None:
    table.selectRow(1)
    with qtbot.waitSignal(review.compare_requested) as told:
        qtbot.keyClick(table, Key.Key_F4)
    assert told.args == [1]
    with qtbot.waitSignal(review.compare_requested):
        right = table.visualRect(cell(table, 1, NOTE)).topRight()
        place = right + QPoint(-20, 14)
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    table.selectRow(0)
    with qtbot.assertNotEmitted(review.compare_requested):
        qtbot.keyClick(table, Key.Key_F4)


@pytest.mark.parametrize(("answer", "left"), [(0, False), (1, True)])
def test_corrections_are_not_left_without_a_question(
    qtbot: QtBot,
    review: ImportReview,
    table: ReviewTable,
    monkeypatch: pytest.MonkeyPatch,
    answer: int,
    left: bool,
) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget | None, question: str, _detail: str, *_answers: str) -> int:
        asked.append(question)
        return answer

    monkeypatch.setattr(messages, "ask", ask)
    review.model.write(0, "title", "Mới")
    qtbot.keyClick(table, Key.Key_Escape)
    assert len(asked) == 1
    assert review.isVisible() is not left


def test_a_very_long_paragraph_is_shown_without_holding_the_window(
    qtbot: QtBot, review: ImportReview, table: ReviewTable, reading: Callable[..., Reading]
) -> None:
    long = reading("e.txt")
    assert long.article is not None
    text = "Kết quả thực hiện nhiệm vụ năm 2022 của ngành ỮẶỠ. " * 4000
    article = replace(long.article, blocks=(Block(text),))
    review.add_readings([replace(long, article=article)])
    view = review.findChild(BlockView)
    assert view is not None
    table.selectRow(4)
    assert not view.laid_out()  # the rest follows in the pauses of the window
    qtbot.waitUntil(view.laid_out)
    assert view.verticalScrollBar().maximum() > 20_000


def test_markup_in_a_title_stays_text_in_the_tooltip(
    review: ImportReview, table: ReviewTable
) -> None:
    review.model.write(0, "title", '<img src="x">')
    tip = cell(table, 0, TITLE).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tip


def test_every_control_has_a_name_and_is_reached_by_tab(
    qtbot: QtBot, review: ImportReview, table: ReviewTable
) -> None:
    wanted = {
        one
        for one in review.findChildren(QWidget)
        if one.isVisibleTo(review)
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and one.window() is review
    }
    for one in wanted:
        spoken = QAccessible.queryAccessibleInterface(one)
        assert spoken.text(QAccessible.Text.Name).strip(), one
    seen = set()
    table.setFocus()
    for _ in range(2 * len(wanted)):
        here = QApplication.focusWidget()
        assert here is not None
        seen.add(here)
        qtbot.keyClick(here, Key.Key_Tab)
    assert {type(one) for one in wanted} <= {type(one) for one in seen}
    assert len(wanted - seen) <= 3  # of the tabs, one takes the keyboard for all


def test_a_pane_is_left_for_the_next_by_f6(
    qtbot: QtBot, review: ImportReview, table: ReviewTable
) -> None:
    table.setFocus()
    panes = []
    for _ in range(3):
        here = QApplication.focusWidget()
        assert here is not None
        panes.append(type(here).__name__)
        qtbot.keyClick(here, Key.Key_F6)
    assert panes == ["ReviewTable", "BlockView", "ValueField"]
    assert table.hasFocus()


def test_the_model_keeps_its_word(qtbot: QtBot, reading: Callable[..., Reading]) -> None:
    model = ReviewModel()
    tester = QAbstractItemModelTester(model)
    model.add([reading("a.txt"), REFUSED, replace(reading("b.txt"), duplicate_of=1)])
    model.put_reading("Đổi", 0, toggled(model.row(0).reading, 2))
    assert model.unsuggested(5) == [(0, model.row(0).reading)]
    model.set_proposals({0: ()})
    model.remove_doubles()
    model.show_only(Shown.REFUSED)
    model.add([REFUSED, reading("c.txt")])
    assert model.rowCount() == 2
    model.sort(TITLE)
    model.show_only(Shown.ALL)
    assert names(model.to_store()) == ["a.txt", "c.txt"]
    while model.undo():
        pass
    assert model.tally().total == 5
    del tester


def test_where_the_handles_stand_is_remembered(
    qtbot: QtBot, reading: Callable[..., Reading]
) -> None:
    def opened() -> tuple[ImportReview, list[QSplitter]]:
        review = ImportReview(None, settings)
        qtbot.addWidget(review)
        review.show()
        review.add_readings([reading("a.txt")])
        review.end_reading()
        return review, review.findChildren(QSplitter)

    settings = Settings()
    before, splitters = opened()
    for splitter in splitters:
        splitter.moveSplitter(splitter.sizes()[0] + 40, 1)
        splitter.splitterMoved.emit(0, 1)
    wanted = [splitter.sizes() for splitter in splitters]
    before.close()
    _after, splitters = opened()
    assert [splitter.sizes() for splitter in splitters] == wanted


def test_a_text_without_blanks_is_hinted_at(qtbot: QtBot, reading: Callable[..., Reading]) -> None:
    review = ImportReview()
    qtbot.addWidget(review)
    good = reading("a.txt")
    assert good.article is not None
    blocks = tuple(replace(one, text=one.text.replace(" ", "")) for one in good.article.blocks)
    review.add_readings([replace(good, article=replace(good.article, blocks=blocks)), good])
    review.end_reading()
    assert review.model.row(0).note == "Chữ dính liền, mất dấu cách"
    assert "gợi ý" in review.model.row(1).note
    labels = [label.text() for label in review.findChildren(QLabel)]
    assert any("Hãy dùng bản khác của bài" in text for text in labels)
