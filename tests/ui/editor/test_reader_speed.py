"""The reader stays quick. The limits are many times what a quiet machine needs; they catch another order of growth."""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Annotation, Kind, Page, Span

pytestmark = pytest.mark.slow


@pytest.fixture
def large(page: Page) -> Callable[[int, int], Page]:
    """The small article repeated to a length, with so many marks on it."""

    def make(length: int, count: int) -> Page:
        text = (page.text * (length // len(page.text) + 1))[:length]
        step = length // count
        marks = (
            Annotation(n + 1, 1, list(Kind)[n % 3], Span(n * step, n * step + step - 3), "")
            for n in range(count)
        )
        return replace(page, text=text, annotations=tuple(marks), suggestions=())

    return make


def _median(act: Callable[[], object], times: int = 7) -> float:
    """Milliseconds from the act to the painted screen."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        QApplication.processEvents()
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent)


def test_an_article_with_500_marks_opens_and_changes_at_once(desk, large) -> None:
    full = large(20_000, 500)
    fewer = replace(full, annotations=full.annotations[1:])
    assert _median(lambda: desk.reader.show_page(full)) < 250
    turns = [full, fewer]

    def change() -> None:
        turns.reverse()
        desk.reader.show_page(turns[0], keep_place=True)

    assert _median(change) < 40


def test_200_kilobytes_with_2000_marks_answer_keys(desk, qtbot: QtBot, large) -> None:
    desk.reader.show_page(large(200_000, 2_000))
    view = desk.reader.focusProxy()
    assert _median(lambda: qtbot.keyClick(view, Qt.Key.Key_Down)) < 80
    last = ("annotation", 2_000)
    desk.reader.select(last)
    QApplication.processEvents()
    assert desk.reader.current_ref == last
    assert not view.rect_of(Span(199_900, 199_990)).isEmpty()
