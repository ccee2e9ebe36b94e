"""The figures of a card: shown as chips, corrected in place."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.figures import read_value, written
from tttt_desktop.domain.records import Figure, Page
from tttt_desktop.ui.annotations.chips import Chip
from tttt_desktop.ui.annotations.figure_form import FigureForm
from tttt_desktop.ui.annotations.panel import CardsPanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key
MONEY = Figure(
    "742,67 tỷ đồng", 742.67, None, "tỷ đồng", "Doanh thu bưu chính", "tăng 6,4%", "cùng kỳ"
)


@pytest.fixture
def with_figures(panel: CardsPanel, page: Page) -> Callable[..., CardsPanel]:
    """The panel with card 1 open, whose figures are these."""

    def show(*figures: Figure) -> CardsPanel:
        mark = replace(page.annotations[0], figures=figures)
        panel.show_page(replace(page, annotations=(mark, *page.annotations[1:])))
        panel.select(("annotation", 1))
        panel.grab()  # lay out now
        return panel

    return show


def chips(panel: CardsPanel) -> list[Chip]:
    shown = [chip for chip in panel.findChildren(Chip) if chip.isVisible()]
    return sorted(shown, key=lambda chip: (chip.y(), chip.x()))


def box(panel: CardsPanel, name: str) -> QLineEdit:
    found = panel.findChild(QLineEdit, f"figure_{name}")
    assert found is not None
    return found


def test_a_chip_tells_number_and_rise(with_figures: Callable[..., CardsPanel]) -> None:
    panel = with_figures(MONEY, Figure("6,4%", change="giảm 6,4%"), Figure("9/17 chỉ tiêu"))
    texts = [chip.text() for chip in chips(panel)]
    assert texts == ["742,67 tỷ đồng ↑ 6,4%", "↓ 6,4%", "9/17 chỉ tiêu", "Số liệu"]
    assert chips(panel)[0].accessibleName() == (
        "Doanh thu bưu chính: 742,67 tỷ đồng, tăng 6,4%, so với cùng kỳ"
    )


def test_the_whole_form_of_a_figure_comes_into_sight(
    qtbot: QtBot, with_figures: Callable[..., CardsPanel]
) -> None:
    panel = with_figures(MONEY)
    panel.resize(372, 380)
    qtbot.mouseClick(chips(panel)[0], Qt.MouseButton.LeftButton)
    (form,) = panel.findChildren(FigureForm)
    qtbot.waitUntil(lambda: form.visibleRegion().boundingRect() == form.rect())


def test_a_click_unfolds_the_boxes_and_enter_keeps_what_is_typed(
    qtbot: QtBot, with_figures: Callable[..., CardsPanel]
) -> None:
    panel = with_figures(MONEY)
    qtbot.mouseClick(chips(panel)[0], Qt.MouseButton.LeftButton)
    assert box(panel, "value").hasFocus()
    assert [box(panel, name).text() for name in ("indicator", "value", "unit", "change")] == [
        "Doanh thu bưu chính",
        "742,67",
        "tỷ đồng",
        "tăng 6,4%",
    ]
    box(panel, "value").selectAll()
    qtbot.keyClicks(box(panel, "value"), "1.742,5")
    with qtbot.waitSignal(panel.figures_edited) as told:
        qtbot.keyClick(box(panel, "value"), Key.Key_Return)
    assert told.args == [1, (replace(MONEY, as_printed="1.742,5 tỷ đồng", value=1742.5),)]
    assert not box(panel, "value").isVisible()


def test_tab_goes_from_the_cards_to_the_chips_and_on_to_the_form(
    qtbot: QtBot, with_figures: Callable[..., CardsPanel]
) -> None:
    panel = with_figures(MONEY, Figure("9/17 chỉ tiêu"))
    panel.setFocus()
    visited = []
    for _ in range(4):
        qtbot.keyClick(panel.window().focusWidget(), Key.Key_Tab)
        visited.append(panel.window().focusWidget())
    assert visited == [*chips(panel), panel.findChild(QLineEdit, "field")]


def test_what_is_not_touched_is_not_told(
    qtbot: QtBot, with_figures: Callable[..., CardsPanel]
) -> None:
    panel = with_figures(MONEY)
    with qtbot.assertNotEmitted(panel.figures_edited):
        qtbot.keyClick(chips(panel)[0], Key.Key_Space)
        qtbot.keyClick(box(panel, "value"), Key.Key_Escape)
    assert chips(panel)[0].hasFocus()


def test_the_printed_words_stay_when_only_the_comparison_changes(
    qtbot: QtBot, with_figures: Callable[..., CardsPanel]
) -> None:
    rank = Figure("thứ 46/63", 46, 63, "hạng")
    panel = with_figures(rank)
    qtbot.mouseClick(chips(panel)[0], Qt.MouseButton.LeftButton)
    box(panel, "compared").setText("năm 2021")
    with qtbot.waitSignal(panel.figures_edited) as told:
        panel.select(("annotation", 2))  # leaving the card keeps it, too
    assert told.args == [1, (replace(rank, compared="năm 2021"),)]


def test_a_figure_is_added_and_taken_away(
    qtbot: QtBot, with_figures: Callable[..., CardsPanel]
) -> None:
    panel = with_figures()
    (add,) = [b for b in panel.findChildren(QPushButton) if b.text() == "Thêm số liệu"]
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    assert box(panel, "indicator").hasFocus()
    qtbot.keyClicks(box(panel, "indicator"), "Thu")
    qtbot.keyClicks(box(panel, "value"), "6,4")
    qtbot.keyClicks(box(panel, "unit"), "%")
    with qtbot.waitSignal(panel.figures_edited) as told:
        qtbot.keyClick(box(panel, "unit"), Key.Key_Return)
    made = Figure("6,4%", 6.4, None, "%", "Thu")
    assert told.args == [1, (made,)]
    with_figures(MONEY, made)
    with qtbot.waitSignal(panel.figures_edited) as told:
        qtbot.keyClick(chips(panel)[0], Key.Key_Delete)
    assert told.args == [1, (made,)]


def test_nothing_is_unfolded_in_a_dossier_opened_for_reading(
    qtbot: QtBot, with_figures: Callable[..., CardsPanel]
) -> None:
    panel = with_figures(MONEY)
    panel.set_read_only(True)
    assert [chip.text() for chip in chips(panel)] == ["742,67 tỷ đồng ↑ 6,4%"]
    qtbot.mouseClick(chips(panel)[0], Qt.MouseButton.LeftButton)
    assert not box(panel, "value").isVisible()


@pytest.mark.parametrize(
    ("typed", "value"),
    [("742,67", (742.67, None)), ("9/17", (9, 17)), ("hơn 1.200", (1200, None)), ("nhiều", (None, None))],
)  # fmt: skip
def test_a_typed_number_is_read_the_vietnamese_way(
    typed: str, value: tuple[float | None, float | None]
) -> None:
    assert read_value(typed) == value


def test_number_and_unit_are_written_as_texts_have_them() -> None:
    assert written("6,4", "%") == "6,4%"
    assert written("742,67", "tỷ đồng") == "742,67 tỷ đồng"
    assert written("thứ 46/63", "hạng") == "thứ 46/63"
    assert written("5", "") == "5"
