from collections.abc import Callable

import pytest

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Kind, ParsedArticle, Span, Task
from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article

TEXT = "Sở cần: rà soát 12 thủ tục; số hoá 40% hồ sơ; báo cáo trước ngày 30/6."


@pytest.fixture
def article(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> int:
    with dossier.store.change("Nhập 1 bài viết"):
        return add_article(dossier.store, parsed(TEXT), [])


def test_a_list_becomes_a_mark_for_each_item(dossier: Dossier, article: int) -> None:
    task = Task(assigner="Chủ tịch UBND tỉnh", lead="Sở Nội vụ")
    whole = Span(TEXT.index("rà soát"), len(TEXT))
    mark = review.annotate(dossier, article, whole, Kind.TASK, field="Bưu chính", task=task)
    review.confirm(dossier, mark, ["lead"])
    before = dossier.page(article)
    ids = review.split(dossier, mark)
    marks = dossier.page(article).annotations
    assert [one.quote for one in marks] == [
        "rà soát 12 thủ tục",
        "số hoá 40% hồ sơ",
        "báo cáo trước ngày 30/6.",
    ]
    assert [one.id for one in marks] == ids
    assert {(one.kind, one.field) for one in marks} == {(Kind.TASK, "Bưu chính")}
    assert {one.task.assigner for one in marks if one.task} == {"Chủ tịch UBND tỉnh"}
    assert {one.confirmed for one in marks} == {frozenset({"lead"})}
    assert [figure.as_printed for figure in marks[1].figures] == ["40%"]
    assert dossier.undo_label == "Tách đánh dấu"
    dossier.undo()
    assert dossier.page(article) == before


def test_words_that_only_open_the_list_are_no_part(dossier: Dossier, article: int) -> None:
    mark = review.annotate(dossier, article, Span(0, len(TEXT)), Kind.TASK)
    review.split(dossier, mark)
    assert [one.quote for one in dossier.page(article).annotations] == [
        "rà soát 12 thủ tục",
        "số hoá 40% hồ sơ",
        "báo cáo trước ngày 30/6.",
    ]


def test_what_has_no_semicolon_is_left_alone(dossier: Dossier, article: int) -> None:
    start = TEXT.index("số hoá")
    mark = review.annotate(dossier, article, Span(start, start + 16), Kind.TASK)
    before = dossier.page(article)
    with pytest.raises(UserError, match="không có dấu chấm phẩy"):
        review.split(dossier, mark)
    assert dossier.page(article) == before
