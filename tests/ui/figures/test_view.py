"""The view "Số liệu" with a real dossier: its table, its conditions, and the way to the sentence."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.services import figures, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article
from tttt_desktop.ui.figures.model import FigureModel
from tttt_desktop.ui.figures.view import FiguresView
from tttt_desktop.ui.settings import Settings
from tttt_desktop.ui.workplace import Workplace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
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
    qtbot.waitUntil(lambda: not place.jobs.busy)
    yield made
    place.jobs.stop_all()
    place.close()


def shown(view: FiguresView, column: int = 1) -> list[str]:
    model = view.table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def go_to(view: FiguresView, row: int, column: int = 0) -> None:
    view.table.setCurrentIndex(view.table.model().index(row, column))


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
    quotes = view.findChild(QPlainTextEdit).toPlainText()
    for text, _, _ in SAID[:2]:
        assert f"“{text}”" in quotes
    assert SAID[2][0] not in quotes


def test_conditions_combine_and_the_current_figure_stays(qtbot: QtBot, view: FiguresView) -> None:
    go_to(view, 2)
    for words, left in (("buu chinh", ["742,67", "742,76", "810"]), ("810", ["810"])):
        view.conditions.search.setText(words)
        qtbot.waitUntil(lambda left=left: shown(view) == left)  # type: ignore[misc]
    assert view.table.currentIndex().row() == 0
    view.conditions.search.clear()
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
    go_to(view, 0)
    said = "Doanh thu bưu chính qua các năm: 2022: 742,67 tỷ đồng; 2023: 810 tỷ đồng"
    assert view.detail.chart.accessibleName().lower() == said.lower()
    assert view.detail.chart.isVisible()
    go_to(view, 3)
    assert not view.detail.chart.isVisible()


def test_rows_are_copied_as_a_table(qtbot: QtBot, view: FiguresView) -> None:
    view.table.selectRow(3)
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    head, row = (line.split("\t") for line in mime.text().split("\n"))
    assert (head[0], row[1], row[6], row[8]) == ("Chỉ tiêu", "31", "Lào Cai", SAID[3][0])
    assert "<table" in mime.html()


def test_a_change_of_the_dossier_is_seen_and_typing_is_typing(
    qtbot: QtBot, view: FiguresView, filled: Dossier
) -> None:
    view.conditions.search.setFocus()
    qtbot.keyClicks(view.conditions.search, "31 thon")
    qtbot.waitUntil(lambda: shown(view) == ["31"])
    assert view.conditions.search.text() == "31 thon"
    held = view._open
    assert held is not None
    mark = filled.page(filled.article_ids()[0]).annotations
    held.run(lambda d: [review.remove_annotation(d, one.id) for one in mark])
    view.conditions.search.clear()
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
    assert {box.currentText() for box in made.findChildren(QComboBox)} == {"Tất cả"}
    place.close()


def type_into(qtbot: QtBot, view: FiguresView, text: str) -> None:
    """F2, then the text, then Enter."""
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    (box,) = view.table.findChildren(QLineEdit)
    box.setText(text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def figures_of(dossier: Dossier) -> list[str]:
    return [one.figure.as_printed for one in figures.read(dossier)]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("743", "743 tỷ đồng"), ("1,2 nghìn tỷ", "1,2 nghìn tỷ đồng"), ("9/17 xã", "9/17 xã")],
)
def test_a_value_is_corrected_in_its_cell_and_the_sentence_stays(
    qtbot: QtBot, view: FiguresView, filled: Dossier, typed: str, printed: str
) -> None:
    go_to(view, 0, 7)  # nothing can be typed there: the value is meant
    view.focus_work()
    with qtbot.assertNotEmitted(view.mark_requested):  # Enter ends the typing and nothing else
        type_into(qtbot, view, typed)
        qtbot.waitUntil(lambda: figures_of(filled)[0] == printed)
    assert view.table.hasFocus()
    assert filled.page(1).annotations[0].quote == SAID[0][0]
    filled.undo()
    assert figures_of(filled)[0] == "742,67 tỷ đồng"


def test_what_is_no_number_is_refused_in_words(
    qtbot: QtBot, view: FiguresView, filled: Dossier
) -> None:
    held = view._open
    assert held is not None
    go_to(view, 0, 1)
    view.focus_work()
    with qtbot.waitSignal(held.refused) as told:
        type_into(qtbot, view, "nhiều lắm")
    assert "không có số nào" in str(told.args[0])
    assert figures_of(filled)[0] == "742,67 tỷ đồng"


def test_an_indicator_is_given_to_all_chosen_rows_in_one_step(
    qtbot: QtBot, view: FiguresView, filled: Dossier
) -> None:
    view.table.selectAll()
    view.perform("rename_figures")
    (box,) = view.table.findChildren(QLineEdit)
    box.setText("Doanh thu")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: {one.figure.indicator for one in figures.read(filled)} == {"Doanh thu"})
    assert filled.undo_label == "Sửa 4 số liệu"
    assert len(view.table.chosen()) == 4


def test_a_double_click_corrects_or_goes_to_the_sentence(qtbot: QtBot, view: FiguresView) -> None:
    def twice(column: int) -> None:
        place = view.table.visualRect(view.table.model().index(1, column)).center()
        qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    with qtbot.waitSignal(view.mark_requested):
        twice(7)
    twice(1)
    (box,) = view.table.findChildren(QLineEdit)
    assert box.text() == "742,76"


def test_a_dossier_that_may_only_be_read_lets_nothing_be_typed(
    qtbot: QtBot, filled: Dossier
) -> None:
    path = filled.path
    filled.close()
    with Dossier.open(path, read_only=True) as dossier:
        window = QWidget()
        qtbot.addWidget(window)
        place = Workplace(window, Settings())
        place.show(dossier)
        made = FiguresView(place)
        qtbot.addWidget(made)
        made.set_dossier(place.held)
        made.show()
        qtbot.waitUntil(lambda: not place.jobs.busy)
        go_to(made, 0, 1)
        made.perform("edit_figure")
        assert made.table.findChildren(QLineEdit) == []
        place.close()


def test_the_sentence_of_the_other_article_is_one_click_away(
    qtbot: QtBot, view: FiguresView, filled: Dossier
) -> None:
    go_to(view, 0)
    (link,) = (b for b in view.findChildren(QPushButton) if b.text() == "Mở câu của nguồn kia")
    with qtbot.waitSignal(view.mark_requested) as told:
        link.click()
    assert filled.page(told.args[0]).text == SAID[1][0]


def test_one_indicator_is_shown_alone_and_all_come_back(qtbot: QtBot, view: FiguresView) -> None:
    go_to(view, 3)
    view.perform("only_indicator")
    assert shown(view) == ["31"]
    view.conditions.clear.click()
    assert len(shown(view)) == 4


def test_rows_are_sorted_by_number_and_the_chosen_stay_chosen(view: FiguresView) -> None:
    view.table.selectRow(0)
    view.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert shown(view) == ["810", "742,76", "742,67", "31"]
    assert [told.shown for told in view.table.chosen()] == ["742,67"]


def test_the_chart_is_saved_as_a_picture(
    view: FiguresView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a"), ""))
    go_to(view, 0)
    view.perform("save_chart")
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (1600, 800)
    assert len({image.pixelColor(x, 500).name() for x in range(0, 1600, 4)}) > 1


def test_the_reports_that_used_the_sentence_of_a_figure_are_one_menu_away(
    qtbot: QtBot, view: FiguresView, filled: Dossier
) -> None:
    go_to(view, 2)
    view.table.menu_requested.emit(QPoint(0, 0))
    (menu,) = view.findChildren(QMenu)
    (action,) = (one for one in menu.actions() if one.data() == "used_reports")
    with qtbot.waitSignal(view.uses_requested) as told:
        action.trigger()
    menu.close()
    assert filled.text(filled.article_of(told.args[0])) == SAID[2][0]
