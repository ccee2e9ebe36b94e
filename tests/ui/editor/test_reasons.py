"""The words that led to a suggestion, shown until the next key; and own plans told apart from tasks."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Basis, Page, Span, Suggestion, Task
from tttt_desktop.ui import theme
from tttt_desktop.ui.editor.key_bar import KeyBar
from tttt_desktop.ui.editor.painted import PaintedSheet

SpanOf = Callable[[str], Span]
REASON = "Nêu mặt chưa được, có từ «thiếu»"


@pytest.fixture
def reasoned(desk, page: Page, span_of: SpanOf):
    """The second suggestion has its reason; the cursor stands on it."""

    def explained(one: Suggestion) -> Suggestion:
        words = (span_of("Tuy nhiên"), span_of("thiếu"))
        return replace(
            one, proposal=replace(one.proposal, reason=REASON, evidence=words, score=0.5)
        )

    found = tuple(explained(one) if one.id == 12 else one for one in page.suggestions)
    desk.show(replace(page, suggestions=found))
    desk.reader.select(("suggestion", 12))
    return desk


def text(desk) -> PaintedSheet:
    return desk.reader.findChild(PaintedSheet)


def note(desk) -> str:
    return desk.reader.findChild(KeyBar).content.note


def picture(desk) -> QImage:
    return text(desk).viewport().grab().toImage()


def has_edge(seen: QImage, place: QRect) -> bool:
    """Whether a line in the accent colour stands just before a place."""
    accent, middle = theme.tokens().accent, place.center().y()
    edge = [seen.pixelColor(QPoint(x, middle)) for x in range(place.left() - 4, place.left() + 1)]
    return any(
        max(abs(one.red() - accent.red()), abs(one.blue() - accent.blue())) < 40 for one in edge
    )


def test_the_bar_says_in_words_how_sure_it_is_and_names_the_key(reasoned) -> None:
    assert note(reasoned) == "Cần xem kỹ · F7: vì sao?"
    reasoned.reader.select(("suggestion", 11))
    assert note(reasoned) == "Khá chắc · F7: vì sao?"


def test_f7_boxes_the_words_and_says_the_reason(reasoned, qtbot: QtBot, span_of: SpanOf) -> None:
    before = picture(reasoned)
    qtbot.keyClick(reasoned.reader.focusProxy(), Qt.Key.Key_F7)
    after = picture(reasoned)
    assert note(reasoned) == f"Vì sao: {REASON}"
    assert text(reasoned).accessibleDescription() == f"Vì sao: {REASON}"
    for words in ("Tuy nhiên", "thiếu"):
        place = text(reasoned).rect_of(span_of(words)).toRect()
        assert has_edge(after, place), words  # a box, not only a ground
        assert not has_edge(before, place)


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_F7, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Return]
)
def test_the_next_key_takes_it_away(reasoned, qtbot: QtBot, key: Qt.Key, span_of: SpanOf) -> None:
    widget = reasoned.reader.focusProxy()
    qtbot.keyClick(widget, Qt.Key.Key_F7)
    qtbot.keyClick(widget, key)
    assert not note(reasoned).startswith("Vì sao: ")
    place = text(reasoned).rect_of(span_of("Tuy nhiên")).toRect()
    assert not has_edge(picture(reasoned), place)


def test_a_key_that_means_nothing_takes_it_away_as_well(reasoned, qtbot: QtBot) -> None:
    qtbot.keyClick(reasoned.reader.focusProxy(), Qt.Key.Key_F7)
    qtbot.keyClick(reasoned.reader.focusProxy(), Qt.Key.Key_X)
    assert not note(reasoned).startswith("Vì sao: ")


def test_a_click_takes_it_away(reasoned, qtbot: QtBot, span_of: SpanOf) -> None:
    qtbot.keyClick(reasoned.reader.focusProxy(), Qt.Key.Key_F7)
    place = text(reasoned).rect_of(span_of("Lê Thị Mẫu")).center().toPoint()
    qtbot.mouseClick(text(reasoned).viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not note(reasoned).startswith("Vì sao: ")


def test_it_works_where_nothing_may_be_changed(reasoned, qtbot: QtBot) -> None:
    reasoned.reader.set_read_only(True)
    qtbot.keyClick(reasoned.reader.focusProxy(), Qt.Key.Key_F7)
    assert note(reasoned) == f"Vì sao: {REASON}"


def test_elsewhere_the_key_does_nothing(reasoned, qtbot: QtBot) -> None:
    reasoned.reader.select(("annotation", 2))
    qtbot.keyClick(reasoned.reader.focusProxy(), Qt.Key.Key_F7)
    assert note(reasoned) == ""


def test_own_plans_are_told_apart_by_word_icon_and_line(desk, page: Page, qtbot: QtBot) -> None:
    desk.reader.select(("suggestion", 13))
    task_look = picture(desk)
    assert desk.reader.findChild(KeyBar).content.label == "Nhiệm vụ"
    plan = Task(Basis.OWN_PLAN)
    found = tuple(
        replace(one, proposal=replace(one.proposal, task=plan)) if one.id == 13 else one
        for one in page.suggestions
    )
    desk.show(replace(page, suggestions=found))
    desk.reader.select(("suggestion", 13))
    assert desk.reader.findChild(KeyBar).content.label == "Kế hoạch của đơn vị"
    assert "kế hoạch của đơn vị" in text(desk).accessibleDescription()
    grey = QImage.Format.Format_Grayscale8  # not by colour
    assert picture(desk).convertToFormat(grey) != task_look.convertToFormat(grey)
