"""The review of an import: tick, correct, toggle paragraphs, and only then store."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tttt_desktop.services.imports import Reading
from tttt_desktop.ui.dialogs.imports import ImportReview, ReviewTable
from tttt_desktop.ui.dialogs.review_blocks import BlockView, toggled
from tttt_desktop.ui.dialogs.review_model import DAY, NOTE, PROVINCE, TITLE, ReviewModel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one
Key = Qt.Key
REFUSED = Reading("/nơi nào đó/scan.pdf", refused="Tệp là ảnh quét, không có chữ để đọc.")


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


def test_suggestions_move_along_with_the_text(reading: Callable[..., Reading]) -> None:
    before = reading("a.txt")
    for at in (0, 2, 3):
        after = toggled(before, at)
        assert after.article is not None
        (proposal,) = after.proposals
        assert proposal.span.of(after.article.text) == "Một số thôn chưa có sóng điện thoại."
    assert toggled(before, 4).proposals == ()
    there_and_back = toggled(toggled(before, 3), 3)
    assert there_and_back == before


def test_progress_and_stop(qtbot: QtBot) -> None:
    review = ImportReview()
    qtbot.addWidget(review)
    review.show()
    assert review.progress_text() == ""
    review.set_progress(16, 24, "bao-cao.docx")
    assert review.progress_text() == "Đang nhập 16/24 bài."
    labels = [label.text() for label in review.findChildren(QLabel)]
    assert "16/24  Đang đọc: bao-cao.docx" in labels
    with qtbot.waitSignal(review.stop_requested):
        push(qtbot, review, "Dừng")
    review.add_readings([])
    assert not any(b.isVisible() for b in review.findChildren(QPushButton) if b.text() == "Dừng")


def test_the_model_keeps_its_word(qtbot: QtBot, reading: Callable[..., Reading]) -> None:
    model = ReviewModel()
    tester = QAbstractItemModelTester(model)
    model.add([reading("a.txt"), REFUSED, replace(reading("b.txt"), duplicate_of=1)])
    model.replace_article(0, toggled(model.readings[0], 2))
    model.drop_duplicates()
    assert names(model.ticked()) == ["a.txt"]
    del tester
