"""The view "Số liệu" with a real dossier: its table, its conditions, and the way to the sentence."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article
from tttt_desktop.ui.figures.model import FigureModel
from tttt_desktop.ui.figures.view import FiguresView
from tttt_desktop.ui.settings import Settings
from tttt_desktop.ui.workplace import Workplace

SAID = (
    ("Doanh thu bưu chính đạt 742,67 tỷ đồng, tăng 6,4% so với cùng kỳ.", 2022, "Quảng Trị"),
    ("Doanh thu bưu chính đạt 742,76 tỷ đồng.", 2022, "Quảng Trị"),
    ("Doanh thu bưu chính đạt 810 tỷ đồng.", 2023, "Quảng Trị"),
    ("Có 31 thôn được phủ sóng.", 2023, "Lào Cai"),
)


@pytest.fixture
def filled(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> Dossier:
    """Four articles with a figure each."""
    for number, (text, year, province) in enumerate(SAID):
        article = parsed(text, f"{number}.txt", review_year=year, province=province)
        with dossier.store.change("Nhập"):
            article_id = add_article(dossier.store, article, [])
        review.annotate(dossier, article_id, Span(0, len(text)), Kind.ACHIEVEMENT)
    return dossier


@pytest.fixture
def view(qtbot: QtBot, filled: Dossier) -> Iterator[FiguresView]:
    window = QWidget()
    qtbot.addWidget(window)
    place = Workplace(window, Settings())
    place.show(filled)
    made = FiguresView(place)
    qtbot.addWidget(made)
    made.set_dossier(place.held)
    made.resize(1200, 600)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    place.close()


def shown(view: FiguresView, column: int = 1) -> list[str]:
    model = view.table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def labels(view: FiguresView) -> str:
    return "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def test_the_model_keeps_the_rules_of_qt(qtbot: QtBot, view: FiguresView) -> None:
    model = view.table.model()
    assert isinstance(model, FigureModel)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert shown(view) == ["810", "742,76", "742,67", "31"]


def test_all_figures_stand_in_the_table_and_those_that_disagree_say_so(view: FiguresView) -> None:
    assert shown(view) == ["742,67", "742,76", "810", "31"]
    assert shown(view, 4)[0] == "cùng kỳ"
    assert "4 số liệu · 2 số lệch nhau" in labels(view)
    assert "Hai nguồn lệch nhau: 742,67 và 742,76 tỷ đồng." in labels(view)
    quote = view.findChild(QPlainTextEdit).toPlainText()
    assert quote == "“Doanh thu bưu chính đạt 742,67 tỷ đồng, tăng 6,4% so với cùng kỳ.”"


def test_conditions_combine_and_the_current_figure_stays(qtbot: QtBot, view: FiguresView) -> None:
    view.table.select(2)
    for words, left in (("buu chinh", ["742,67", "742,76", "810"]), ("810", ["810"])):
        view.search.setText(words)
        qtbot.waitUntil(lambda left=left: shown(view) == left)  # type: ignore[misc]
    assert view.table.currentIndex().row() == 0
    view.search.clear()
    qtbot.waitUntil(lambda: len(shown(view)) == 4)
    view.findChild(QCheckBox).click()
    assert shown(view) == ["742,67", "742,76"]
    view.findChild(QCheckBox).click()
    (province,) = (b for b in view.findChildren(QComboBox) if b.accessibleName() == "Tỉnh")
    province.setCurrentText("Lào Cai")
    province.activated.emit(province.currentIndex())
    assert shown(view) == ["31"]


def test_enter_opens_the_sentence(qtbot: QtBot, view: FiguresView, filled: Dossier) -> None:
    view.focus_work()
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.mark_requested) as told:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    article, annotation = told.args or (0, 0)
    assert filled.article_of(annotation) == article
    assert filled.page(article).text == SAID[1][0]


def test_the_chart_tells_the_years(view: FiguresView) -> None:
    view.table.select(0)
    said = "Doanh thu bưu chính qua các năm: 2022: 742,67 tỷ đồng; 2023: 810 tỷ đồng"
    assert view.chart.accessibleName().lower() == said.lower()
    assert view.chart.isVisible()
    view.table.select(3)
    assert not view.chart.isVisible()


def test_rows_are_copied_as_a_table(qtbot: QtBot, view: FiguresView) -> None:
    view.table.selectRow(3)
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    cells = QGuiApplication.clipboard().text().split("\t")
    assert (cells[1], cells[6]) == ("31", "Lào Cai")


def test_a_change_of_the_dossier_is_seen_and_typing_is_typing(
    qtbot: QtBot, view: FiguresView, filled: Dossier
) -> None:
    view.search.setFocus()
    qtbot.keyClicks(view.search, "31 thon")
    qtbot.waitUntil(lambda: shown(view) == ["31"])
    assert view.search.text() == "31 thon"
    held = view._open
    assert held is not None
    mark = filled.page(filled.article_ids()[0]).annotations
    held.run(lambda d: [review.remove_annotation(d, one.id) for one in mark])
    view.search.clear()
    qtbot.waitUntil(lambda: len(shown(view)) == 3)


def test_an_empty_dossier_says_that_there_are_none(qtbot: QtBot, dossier: Dossier) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    place = Workplace(window, Settings())
    place.show(dossier)
    made = FiguresView(place)
    qtbot.addWidget(made)
    made.set_dossier(place.held)
    made.show()
    assert "Chưa có số liệu nào trong các đánh dấu." in labels(made)
    place.close()
