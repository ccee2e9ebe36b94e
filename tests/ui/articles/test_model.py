"""The list model: headers among articles, pages, and repainting only what changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Hit, Span
from tttt_desktop.ui.articles.model import HIT_ROLE, ROW_ROLE, ArticleListModel

if TYPE_CHECKING:
    from .conftest import Shelf

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model(qapp: QApplication, shelf: "Shelf") -> ArticleListModel:
    """A filled model that Qt's own tester watches."""
    made = ArticleListModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.set_source(shelf.article_rows)
    made.refresh(list(shelf.rows))
    return made


def texts(model: ArticleListModel) -> list[object]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_each_year_has_a_header_that_cannot_be_chosen(model: ArticleListModel) -> None:
    shown = texts(model)
    assert shown[0] == "NĂM 2023"
    assert shown[4] == "NĂM 2021"
    assert shown[7] == "KHÔNG RÕ NĂM"
    assert list(model.headers) == [0, 4, 7]
    for row in range(model.rowCount()):
        selectable = bool(model.flags(model.index(row)) & Qt.ItemFlag.ItemIsSelectable)
        assert selectable == (row not in model.headers)


def test_rows_and_articles_find_each_other(model: ArticleListModel, shelf: "Shelf") -> None:
    for article_id in shelf.rows:
        assert model.article_id(model.row_of(article_id)) == article_id
    assert model.row_of(999) == -1
    assert model.article_id(0) is None
    assert model.article_id(99) is None
    assert model.rowCount(model.index(1)) == 0


def test_a_row_is_read_out_as_a_sentence(model: ArticleListModel) -> None:
    assert model.index(1).data(SPOKEN) == (
        "Đang đọc, Tổng kết năm 2022 của Sở Mẫu, Quảng Trị, 6 tháng 1 năm 2023, "
        "7 kết quả, 4 tồn tại, 9 nhiệm vụ, 2 gợi ý"
    )
    assert model.index(8).data(SPOKEN) == "Chưa đọc, Bài không rõ ngày"
    assert model.index(0).data(SPOKEN) == "Năm 2023, 3 bài"


def test_one_changed_article_updates_only_its_row(
    qtbot: QtBot, model: ArticleListModel, shelf: "Shelf"
) -> None:
    texts(model)
    shelf.asked.clear()
    shelf.put(13, achievements=12)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    with qtbot.waitSignal(model.dataChanged) as told:
        model.refresh(list(shelf.rows), [13])
    first, last = told.args[0], told.args[1]
    assert (first.row(), last.row()) == (3, 3)
    assert model.index(3).data(ROW_ROLE).achievements == 12
    assert shelf.asked == [[13]]
    assert not resets


def test_an_article_that_changed_nothing_visible_repaints_nothing(
    qtbot: QtBot, model: ArticleListModel, shelf: "Shelf"
) -> None:
    texts(model)
    with qtbot.assertNotEmitted(model.dataChanged):
        model.refresh(list(shelf.rows), [13, 999])


def test_without_a_hint_everything_is_read_again(
    qtbot: QtBot, model: ArticleListModel, shelf: "Shelf"
) -> None:
    texts(model)
    shelf.put(22, title="Tiêu đề mới")
    with qtbot.assertNotEmitted(model.modelReset):
        model.refresh(list(shelf.rows))
    assert "Tiêu đề mới" in texts(model)


def test_an_article_that_moves_to_another_year_changes_the_headers(
    model: ArticleListModel, shelf: "Shelf"
) -> None:
    shelf.put(13, year=2022)
    model.refresh(list(shelf.rows), [13])
    assert texts(model)[3:6] == ["NĂM 2022", "Chuyển đổi số cấp xã", "NĂM 2021"]


def test_an_emptied_list_has_no_rows(model: ArticleListModel) -> None:
    model.refresh([])
    assert model.rowCount() == 0


def test_hits_go_to_their_articles(model: ArticleListModel, shelf: "Shelf") -> None:
    hit = Hit(12, "", "nhiệm vụ", (Span(0, 8),))
    model.refresh(list(shelf.rows), None, lambda ids: [hit] if 12 in ids else [])
    assert model.index(2).data(HIT_ROLE) == hit
    assert model.index(1).data(HIT_ROLE) is None


def test_rows_are_read_by_pages_and_few_pages_are_kept(
    make_shelf: "Callable[[int], Shelf]",
) -> None:
    shelf, model = make_shelf(10_000), ArticleListModel()
    model.set_source(shelf.article_rows)
    model.refresh(list(shelf.rows))
    shelf.asked.clear()
    for row in range(3_000):
        model.index(row).data()
    assert len(shelf.asked) == 15
    assert max(map(len, shelf.asked)) == 200
    shelf.asked.clear()
    model.index(1).data()
    assert len(shelf.asked) == 1


def test_a_vanished_article_gives_an_empty_row(model: ArticleListModel, shelf: "Shelf") -> None:
    del shelf.rows[12]
    model.refresh([11, 12, 13, 21, 22, 31])
    assert model.data(model.index(model.row_of(12))) is None
    assert model.data(QModelIndex()) is None
