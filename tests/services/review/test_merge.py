"""A mark and the one before it become one, as one step that can be undone."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Figure, Kind, ParsedArticle, Proposal, Span, Status, Task
from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article

TEXT = (
    "Thu đạt 5 tỷ đồng; nộp 2 tỷ đồng; còn lại để đầu tư.\n"
    "Sở giao Phòng Mẫu rà soát.\n"
    "Đoạn giữa không đánh dấu.\n"
    "Phòng Mẫu báo cáo trước ngày 30/6."
)


@pytest.fixture
def article(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> int:
    found = Proposal(span("nộp 2 tỷ đồng"), Kind.ACHIEVEMENT, 0.9, "rule", "reason")
    with dossier.store.change("Nhập 1 bài viết"):
        return add_article(dossier.store, parsed(TEXT), [found])


def span(quote: str) -> Span:
    start = TEXT.index(quote)
    return Span(start, start + len(quote))


@pytest.fixture
def mark(dossier: Dossier, article: int) -> Callable[..., int]:
    def make(quote: str, kind: Kind = Kind.ACHIEVEMENT, **values: object) -> int:
        return review.annotate(dossier, article, span(quote), kind, **values)  # type: ignore[arg-type]

    return make


def test_two_marks_of_a_paragraph_become_one(
    dossier: Dossier, article: int, mark: Callable[..., int]
) -> None:
    one = mark("Thu đạt 5 tỷ đồng", statement="Thu 5 tỷ.", note="xem lại")
    two = mark("nộp 2 tỷ đồng", statement="Nộp 2 tỷ.", field="Bưu chính")
    before = dossier.page(article)
    assert review.merge(dossier, two) == one
    (merged,) = dossier.page(article).annotations
    assert merged.quote == "Thu đạt 5 tỷ đồng; nộp 2 tỷ đồng"
    assert (merged.statement, merged.note) == ("Thu 5 tỷ. Nộp 2 tỷ.", "xem lại")
    assert [figure.as_printed for figure in merged.figures] == ["5 tỷ đồng", "2 tỷ đồng"]
    assert dossier.page(article).suggestions == (), "what was accepted is not declined"
    assert dossier.undo_label == "Gộp đánh dấu với thẻ trước"
    dossier.undo()
    assert dossier.page(article) == before


def test_corrected_figures_stay(dossier: Dossier, article: int, mark: Callable[..., int]) -> None:
    one, two = mark("Thu đạt 5 tỷ đồng"), mark("nộp 2 tỷ đồng")
    review.set_figures(dossier, one, [Figure("5,1 tỷ đồng", 5.1, None, "tỷ đồng")])
    review.merge(dossier, two)
    (merged,) = dossier.page(article).annotations
    assert [figure.as_printed for figure in merged.figures] == ["5,1 tỷ đồng", "2 tỷ đồng"]


def test_tasks_keep_what_only_one_of_them_says(
    dossier: Dossier, article: int, mark: Callable[..., int]
) -> None:
    first = Task(assigner="Giám đốc Sở", cooperating=("Sở A",))
    second = Task(lead="Phòng Mẫu", cooperating=("Sở A", "Sở B"), status=Status.UNDER_WAY)
    mark("Sở giao Phòng Mẫu rà soát.", Kind.TASK, task=first)
    mark("Đoạn giữa không đánh dấu.", Kind.TASK, task=replace(second, deadline_text="30/6"))
    last = dossier.page(article).annotations[-1].id
    review.merge(dossier, last)
    (merged,) = dossier.page(article).annotations
    assert merged.quote == "Sở giao Phòng Mẫu rà soát.\nĐoạn giữa không đánh dấu."
    assert merged.task == Task(
        assigner="Giám đốc Sở",
        lead="Phòng Mẫu",
        cooperating=("Sở A", "Sở B"),
        deadline_text="30/6",
        status=Status.UNDER_WAY,
    )


@pytest.mark.parametrize(
    ("quotes", "kinds", "said"),
    [
        (["nộp 2 tỷ đồng"], [Kind.TASK], "Không có thẻ nào đứng trước"),
        (["nộp 2 tỷ đồng", "Sở giao"], [Kind.SHORTCOMING, Kind.TASK], "Thẻ trước là tồn tại"),
        (["Sở giao", "Phòng Mẫu báo cáo"], [Kind.TASK, Kind.TASK], "không liền nhau"),
    ],
)
def test_what_cannot_be_merged_says_why(
    dossier: Dossier,
    article: int,
    mark: Callable[..., int],
    quotes: list[str],
    kinds: list[Kind],
    said: str,
) -> None:
    ids = [mark(quote, kind) for quote, kind in zip(quotes, kinds, strict=True)]
    before = dossier.page(article)
    with pytest.raises(UserError, match=said):
        review.merge(dossier, ids[-1])
    assert dossier.page(article) == before
