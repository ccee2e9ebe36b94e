"""A14 and A17 in a real window: the form of a task, and the check of numbers in the wording."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eyes import Eyes
from shot import rgb

from tttt_desktop.domain.records import Annotation, Kind
from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.look.tokens import LIGHT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
ARTICLE = "quang-tri-2023.txt"


def only_mark(path: Path) -> Annotation:
    """The one mark of the dossier, as it is on the disk."""
    with Dossier.open(path, read_only=True) as dossier:
        pages = [dossier.page(one) for one in dossier.article_ids()]
    (mark,) = [mark for page in pages for mark in page.annotations]
    return mark


@pytest.fixture
def task(sample: Path) -> Path:
    """A dossier of one article with one accepted task, whose assigner stands in the article."""
    with Dossier.open(sample) as dossier:
        for article_id in dossier.article_ids():
            page = dossier.page(article_id)
            if page.article.source_name != ARTICLE:
                review.remove_article(dossier, article_id)
                continue
            accepted = 0
            for one in page.suggestions:
                found = one.proposal.task
                if one.proposal.kind is Kind.TASK and found and found.assigner and not accepted:
                    accepted = review.accept(dossier, one.id)
                else:
                    review.decline(dossier, one.id)
    return sample


def test_the_form_of_a_task_is_filled_from_the_article(
    start: Callable[..., Any], eyes: Eyes, task: Path
) -> None:
    """A14."""
    before = only_mark(task)
    assert before.task is not None
    assert before.task.assigner
    program = start(str(task))
    program.click(*eyes.one("Nhiệm vụ,", "list item").middle)
    program.press("F2")
    program.screen.keep("A14-task")
    written: dict[str, str | None] = {}
    while (here := eyes.focused()).name not in written:
        written[here.name] = here.text
        program.press("Tab")
    assert written["Người giao"] == before.task.assigner
    assert written["Thời hạn"] == before.task.deadline_text
    assert written["Căn cứ"] == ""
    program.press("Escape")
    assert only_mark(task) == before


def test_a_number_that_the_quotation_does_not_hold_is_noted(
    start: Callable[..., Any], eyes: Eyes, task: Path
) -> None:
    """A17."""
    mark = only_mark(task)
    program = start(str(task))
    program.click(*eyes.one("Nhiệm vụ,", "list item").middle)
    program.press("F4", "ctrl+a")
    program.type("Hoan thanh 987,6 km")
    program.screen.keep("A17-number")
    x, y, width, height = eyes.one("Thẻ đánh dấu", "list").place or (0, 0, 0, 0)
    assert rgb(LIGHT.warn.name()) in program.screen.shot().colours(x, y, width, height)
    program.press("Escape")
    after = only_mark(task)
    assert (after.quote, after.statement) == (mark.quote, "Hoan thanh 987,6 km")
