from collections.abc import Callable
from dataclasses import replace

import pytest

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Figure, Kind, ParsedArticle, Proposal, Span, Task
from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article

TEXT = (
    "Doanh thu bưu chính tăng 12%.\n"
    "Chủ tịch UBND tỉnh yêu cầu rà soát thủ tục.\n"
    "Giao Sở Nội vụ báo cáo kết quả.\n"
    "Phủ sóng điện thoại đến 100% thôn."
)
FIRST, SECOND, THIRD, LAST = (
    Span(TEXT.index(line), TEXT.index(line) + len(line)) for line in TEXT.split("\n")
)


@pytest.fixture
def article(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> int:
    task = Task(assigner="Chủ tịch UBND tỉnh")
    proposal = Proposal(SECOND, Kind.TASK, 0.9, "rule", "vì thế", task=task)
    with dossier.store.change("Nhập 1 bài viết"):
        return add_article(dossier.store, parsed(TEXT), [proposal])


def assigner(dossier: Dossier, article: int, mark: int) -> str:
    (found,) = [one for one in dossier.page(article).annotations if one.id == mark]
    assert found.task is not None
    return found.task.assigner


def test_a_mark_by_hand_gets_the_field_of_its_words(dossier: Dossier, article: int) -> None:
    review.annotate(dossier, article, FIRST, Kind.ACHIEVEMENT)
    review.annotate(dossier, article, LAST, Kind.ACHIEVEMENT)
    fields = [one.field for one in dossier.page(article).annotations]
    assert fields == ["Bưu chính", "Viễn thông"]


def test_a_field_that_was_given_stays(dossier: Dossier, article: int) -> None:
    review.annotate(dossier, article, FIRST, Kind.ACHIEVEMENT, field="Viễn thông")
    assert dossier.page(article).annotations[0].field == "Viễn thông"


def test_a_task_by_hand_is_assigned_by_the_last_leader_before_it(
    dossier: Dossier, article: int
) -> None:
    early = review.annotate(dossier, article, FIRST, Kind.TASK)
    late = review.annotate(dossier, article, THIRD, Kind.TASK)
    assert assigner(dossier, article, early) == ""
    assert assigner(dossier, article, late) == "Chủ tịch UBND tỉnh"
    review.edit_task(dossier, late, assigner="Bí thư Tỉnh uỷ")
    last = review.annotate(dossier, article, LAST, Kind.TASK)
    assert assigner(dossier, article, last) == "Bí thư Tỉnh uỷ"


def test_a_form_that_was_given_is_taken_as_it_is(dossier: Dossier, article: int) -> None:
    mark = review.annotate(dossier, article, THIRD, Kind.TASK, task=Task(lead="Sở Nội vụ"))
    assert assigner(dossier, article, mark) == ""


def test_a_value_counts_as_looked_over_once_written_or_confirmed(
    dossier: Dossier, article: int
) -> None:
    mark = review.annotate(dossier, article, THIRD, Kind.TASK)
    review.edit_task(dossier, mark, lead="Sở Nội vụ", basis="assigned")
    review.confirm(dossier, mark, ["assigner"])
    assert dossier.undo_label == "Xác nhận thông tin"
    (found,) = dossier.page(article).annotations
    assert found.confirmed == {"lead", "assigner"}
    dossier.undo()
    assert dossier.page(article).annotations[0].confirmed == {"lead"}
    with pytest.raises(UserError):
        review.confirm(dossier, mark, ["statement"])


def test_figures_are_corrected_added_and_taken_away(dossier: Dossier, article: int) -> None:
    mark = review.annotate(dossier, article, FIRST, Kind.ACHIEVEMENT)
    (read,) = dossier.page(article).annotations[0].figures
    assert (read.as_printed, read.change) == ("12%", "tăng 12%")
    typed = replace(read, compared="năm 2021")
    for figures, label in (
        ([typed], "Sửa số liệu"),
        ([typed, Figure("5 tỷ đồng")], "Thêm số liệu"),
        ([], "Xoá số liệu"),
    ):
        review.set_figures(dossier, mark, figures)
        assert dossier.page(article).annotations[0].figures == tuple(figures)
        assert dossier.undo_label == label
    with pytest.raises(UserError, match="chưa có giá trị"):
        review.set_figures(dossier, mark, [Figure(" ")])
