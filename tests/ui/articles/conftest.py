"""An invented dossier of articles, and the pane that lists it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import (
    ArticleFilter,
    ArticleRow,
    ArticleState,
    Hit,
    Span,
    Totals,
)
from tttt_desktop.ui import theme
from tttt_desktop.ui.articles.pane import ArticlePane

UNREAD, READING, DONE = ArticleState.UNREAD, ArticleState.READING, ArticleState.DONE


class Shelf:
    """What a dossier answers, from a list of rows; it counts how often it was asked for rows."""

    def __init__(self, rows: Sequence[ArticleRow]) -> None:
        self.rows = {row.id: row for row in rows}
        self.asked: list[list[int]] = []

    def put(self, article_id: int, **values: object) -> None:
        """Change an article."""
        self.rows[article_id] = replace(self.rows[article_id], **values)

    def totals(self) -> Totals:
        states = [row.state for row in self.rows.values()]
        return Totals(len(states), *(states.count(state) for state in ArticleState))

    def article_ids(self, filter: ArticleFilter) -> list[int]:
        return [
            row.id
            for row in self.rows.values()
            if filter.state in (None, row.state)
            and (not filter.years or row.year in filter.years)
            and (not filter.provinces or row.province in filter.provinces)
            and (not filter.with_suggestions or row.open_suggestions)
            and filter.query.lower() in row.title.lower()
        ]

    def article_rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        self.asked.append(list(ids))
        return [self.rows[one] for one in ids if one in self.rows]

    def facets(self, filter: ArticleFilter) -> dict[str, list[tuple[str, int]]]:
        def count(values: list[str]) -> list[tuple[str, int]]:
            return [(value, values.count(value)) for value in dict.fromkeys(values)]

        by_year = [self.rows[one] for one in self.article_ids(replace(filter, years=()))]
        by_province = [self.rows[one] for one in self.article_ids(replace(filter, provinces=()))]
        by_state = [self.rows[one] for one in self.article_ids(replace(filter, state=None))]
        return {
            "years": count([str(row.year) for row in by_year if row.year]),
            "provinces": count([row.province for row in by_province if row.province]),
            "states": count([row.state.value for row in by_state]),
        }

    def states(self, filter: ArticleFilter) -> dict[str, int]:
        return dict(self.facets(filter)["states"])

    def hits(self, typed: str, ids: Sequence[int]) -> list[Hit]:
        found = []
        for row in (self.rows[one] for one in ids):
            at = row.title.lower().find(typed.lower())
            if at >= 0:
                lit = (Span(at, at + len(typed)),)
                found.append(Hit(row.id, row.title, row.title, lit, title_marks=lit))
        return found


ROWS = (
    ArticleRow(11, "Tổng kết năm 2022 của Sở Mẫu", "Quảng Trị", date(2023, 1, 6), 2023, READING, 7, 4, 9, 2),
    ArticleRow(12, "Triển khai nhiệm vụ năm 2023", "Bình Định", date(2023, 1, 4), 2023, UNREAD, 0, 0, 0, 14),
    ArticleRow(13, "Chuyển đổi số cấp xã", "Đắk Nông", date(2022, 12, 28), 2023, DONE, 11, 3, 8, 0),
    ArticleRow(21, "Nhiệm vụ năm 2021", "Ninh Thuận", date(2021, 2, 23), 2021, DONE, 6, 0, 10, 0),
    ArticleRow(22, "Hội nghị ngành", "Thái Bình", date(2021, 1, 10), 2021, UNREAD, 0, 0, 0, 11),
    ArticleRow(31, "Bài không rõ ngày", "", None, None, UNREAD, 0, 0, 0, 0),
)  # fmt: skip


@pytest.fixture
def shelf() -> Shelf:
    """Six articles: three of 2023, two of 2021, one without a year."""
    return Shelf(ROWS)


@pytest.fixture
def make_shelf() -> Callable[[int], Shelf]:
    """Make a long list: 40 articles or more a year, newest first."""

    def make(count: int) -> Shelf:
        per_year = max(40, count // 20)
        return Shelf(
            [
                ArticleRow(at, f"Bài {at}", "Quảng Trị", None, 2030 - at // per_year, UNREAD, 0, 0, 0, 0)
                for at in range(1, count + 1)
            ]
        )  # fmt: skip

    return make


@pytest.fixture
def type_into() -> Callable[[QWidget, str], None]:
    """Type Vietnamese as input methods do: key presses that carry the letter."""

    def type_text(widget: QWidget, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, event)

    return type_text


@pytest.fixture
def look(qapp: QApplication) -> Iterator[None]:
    """The light look, taken off again."""
    theme.apply(qapp, "light")
    yield
    theme.apply(qapp, "light")


@pytest.fixture
def pane(qtbot: QtBot, look: None, shelf: Shelf) -> ArticlePane:
    """The pane on screen, answered as the window does."""
    made = ArticlePane()
    qtbot.addWidget(made)
    made.resize(296, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.set_source(shelf)
    made.filter_changed.connect(
        lambda wanted: made.refresh(shelf.totals(), shelf.article_ids(wanted))
    )
    made.refresh(shelf.totals(), shelf.article_ids(ArticleFilter()))
    return made
