"""A dossier of four marks and its report, to be edited in Word."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from returning import OPTIONS, REWORDED, SAID, TEXT

from tttt_desktop.domain.records import Kind, ParsedArticle, Span, Task
from tttt_desktop.services import briefing, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article

ASSIGNED = Task(lead="Sở Mẫu", deadline_text="trước ngày 30/6", deadline_on=date(2023, 6, 30))


@pytest.fixture
def marks(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> list[int]:
    """One article with four marks; the shortcoming has a wording and a cause."""
    with dossier.store.change("Nhập 1 bài viết"):
        values = {"published_on": date(2023, 1, 6), "review_year": 2022, "plan_year": 2023}
        article_id = add_article(dossier.store, parsed(TEXT, "1.txt", **values), ())
    found = []
    for words, kind, field in SAID:
        start = TEXT.index(words)
        task = ASSIGNED if kind is Kind.TASK else None
        span = Span(start, start + len(words))
        found.append(review.annotate(dossier, article_id, span, kind, field=field, task=task))
    review.edit_annotation(dossier, found[2], statement=REWORDED, cause="thiếu vốn đầu tư")
    return found


@pytest.fixture
def report(dossier: Dossier, marks: list[int], tmp_path: Path) -> Path:
    """The report on them as it was written."""
    return briefing.write(dossier, tmp_path / "Báo cáo.docx", OPTIONS).path
