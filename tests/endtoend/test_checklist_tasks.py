"""A18 in a real window, by keys alone: the tasks of a year with what is proposed; Enter links; a status is kept."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from eyes import Eyes

from tttt_desktop.domain.following import FollowedTask
from tttt_desktop.domain.records import Kind, ParsedArticle, Span, Status, Task
from tttt_desktop.services import following, imports, review
from tttt_desktop.services.dossier import Dossier

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

GIVEN = (
    "Hoàn thành Đề án chuyển đổi số của tỉnh trong quý II năm 2022",
    "Bảo đảm phủ sóng điện thoại di động 100% thôn, bản trước ngày 31/12/2022",
)
TOLD = (
    ("Đã hoàn thành Đề án chuyển đổi số của tỉnh trong quý II năm 2022.", Kind.ACHIEVEMENT),
    ("Một số thôn, bản chưa được phủ sóng điện thoại di động.", Kind.SHORTCOMING),
)


@pytest.fixture
def path(tmp_path: Path, parsed: Callable[..., ParsedArticle]) -> Path:
    """Two tasks of 2022, and the article that tells a year later what became of them."""
    made = tmp_path / "Hồ sơ năm 2022.tttt"
    with Dossier.create(made) as dossier:
        text = "\n".join(("Triển khai nhiệm vụ năm 2022", *GIVEN))
        one = parsed(text, "1.txt", review_year=2021, plan_year=2022, published_on=date(2022, 1, 5))
        text = "\n".join(("Tổng kết năm 2022", *(words for words, _ in TOLD)))
        two = parsed(text, "2.txt", review_year=2022, plan_year=2023, published_on=date(2023, 1, 6))
        ids = imports.store(dossier, [imports.Reading(a.name, a) for a in (one, two)]).article_ids
        task = Task(assigner="Phó Chủ tịch UBND tỉnh Trần Văn Mẫu", lead="Sở TT&TT")
        for article_id, words, kind in (
            *((ids[0], words, Kind.TASK) for words in GIVEN),
            *((ids[1], words, kind) for words, kind in TOLD),
        ):
            start = dossier.page(article_id).text.index(words)
            span = Span(start, start + len(words))
            given = task if kind is Kind.TASK else None
            review.annotate(dossier, article_id, span, kind, task=given)
    return made


def tasks(path: Path) -> list[FollowedTask]:
    """The tasks of 2022 as they are in the file."""
    with Dossier.open(path, read_only=True) as dossier:
        return following.rows(dossier, 2022)


def test_tasks_are_listed_with_matches_linked_by_enter_and_kept(
    start: Callable[..., Any], eyes: Eyes, path: Path
) -> None:
    program = start(str(path))
    program.press("ctrl+3")
    eyes.one("Gợi ý 1/2 Kết quả")  # they come a moment after the tasks
    program.screen.keep("A18-tasks")
    program.press("Return")  # the result is what became of the first task
    eyes.one("Gợi ý 1/1 Tồn tại")
    program.press("Delete", "2")  # the shortcoming is not of the second one, which goes on
    program.screen.keep("A18-decided")
    program.close()
    first, second = tasks(path)
    assert [one.quote for one in first.evidence] == [TOLD[0][0]]
    assert first.status is Status.COMPLETED
    assert second.evidence == ()
    assert second.status is Status.UNDER_WAY

    program = start(str(path))
    program.press("ctrl+3")
    eyes.one("2 nhiệm vụ: 1 có kết quả · 0 có tồn tại · 1 chưa thấy nhắc lại")
    program.screen.keep("A18-again")
    program.press("ctrl+z")  # the status, from before the program was closed
    program.close()
    first, second = tasks(path)
    assert second.status is Status.NOT_STARTED
    assert len(first.evidence) == 1
