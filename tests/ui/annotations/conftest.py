"""An invented article with marks of every kind, and the panel that shows it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import (
    Annotation,
    Article,
    Figure,
    Kind,
    Page,
    Proposal,
    Span,
    Suggestion,
    SuggestionState,
    Task,
)
from tttt_desktop.ui.annotations.panel import CardsPanel

TEXT = """Sở Mẫu tổng kết công tác năm 2022
Doanh thu bưu chính đạt 742,67 tỷ đồng, tăng 6,4% so với cùng kỳ.
Một số thôn, bản chưa được phủ sóng điện thoại.
Phó Chủ tịch UBND tỉnh Nguyễn Văn Mẫu giao Sở Mẫu trình đề án trong quý II.
Quan tâm phát triển dịch vụ ở các vùng công ích."""


@pytest.fixture
def text() -> str:
    return TEXT


@pytest.fixture
def span_of() -> Callable[[str], Span]:
    """Where a quotation stands in the article."""
    return lambda quote: Span(TEXT.index(quote), TEXT.index(quote) + len(quote))


@pytest.fixture
def mark(span_of: Callable[[str], Span]) -> Callable[..., Annotation]:
    """Make an annotation of a passage: `mark(1, Kind.TASK, "giao Sở Mẫu")`."""

    def make(number: int, kind: Kind, quote: str, **values: Any) -> Annotation:
        return Annotation(number, 1, kind, span_of(quote), quote, **values)

    return make


@pytest.fixture
def page(mark: Callable[..., Annotation], span_of: Callable[[str], Span]) -> Page:
    """Annotations 1 (result), 2 (shortcoming), 3 (task), suggestion 4 (task)."""
    task = Task(
        assigner="Phó Chủ tịch UBND tỉnh Nguyễn Văn Mẫu",
        lead="Sở Mẫu",
        cooperating=("Sở Nội vụ",),
        deadline_text="quý II",
        deadline_on=date(2023, 6, 30),
    )
    marks = (
        mark(
            1,
            Kind.ACHIEVEMENT,
            "Doanh thu bưu chính đạt 742,67 tỷ đồng",
            field="Bưu chính",
            figures=(Figure("742,67 tỷ đồng"),),
        ),
        mark(2, Kind.SHORTCOMING, "Một số thôn, bản chưa được phủ sóng điện thoại."),
        mark(3, Kind.TASK, "giao Sở Mẫu trình đề án trong quý II.", task=task),
    )
    found = Proposal(
        span_of("Quan tâm phát triển dịch vụ"),
        Kind.TASK,
        0.9,
        "speech",
        "Có lời giao việc",
        task=task,
    )
    suggestions = (Suggestion(4, 1, SuggestionState.OPEN, found),)
    article = Article(
        1,
        "bai.txt",
        "Sở Mẫu tổng kết công tác năm 2022",
        outlet="Báo Mẫu",
        published_on=date(2023, 1, 6),
        review_year=2022,
        plan_year=2023,
    )
    return Page(article, 1, TEXT, marks, suggestions)


@pytest.fixture
def panel(qtbot: QtBot, page: Page) -> CardsPanel:
    """The panel on screen with the page."""
    made = CardsPanel()
    qtbot.addWidget(made)
    made.resize(372, 690)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_page(page)
    return made
