"""The decisions of the reader: each is one change, one undo step, and says what it touched."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tttt_desktop.domain.errors import NotFound, UserError
from tttt_desktop.domain.records import (
    ArticleState,
    Basis,
    Block,
    Kind,
    LegalDocument,
    ParsedArticle,
    Proposal,
    Span,
    Status,
    SuggestionState,
    Task,
)
from tttt_desktop.services import correcting, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import annotations
from tttt_desktop.storage.articles import add_article

TEXT = """Hội nghị tổng kết năm 2022
Doanh thu bưu chính đạt 742,67 tỷ đồng, tăng 6,4%.
Tuy nhiên, sóng di động còn yếu ở vùng cao do địa hình chia cắt.
Ông Nguyễn Văn Mẫu yêu cầu Sở xoá vùng lõm theo Quyết định số 139/QĐ-UBND ngày 10/01/2014;
Sở tiếp tục phát triển hạ tầng số."""
RESULT = "Doanh thu bưu chính đạt 742,67 tỷ đồng, tăng 6,4%."
SHORTFALL = "Tuy nhiên, sóng di động còn yếu ở vùng cao do địa hình chia cắt."
CAUSE = "do địa hình chia cắt"
ORDER = "Ông Nguyễn Văn Mẫu yêu cầu Sở xoá vùng lõm theo Quyết định số 139/QĐ-UBND ngày 10/01/2014"
PLAN = "Sở tiếp tục phát triển hạ tầng số."
TASK = Task(lead="Sở Mẫu", cooperating=("UBND xã",), deadline_text="quý II/2023")


def place(words: str, text: str = TEXT) -> Span:
    """Where the words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


PROPOSALS = (
    Proposal(place(RESULT), Kind.ACHIEVEMENT, 0.9, "cue", "có số liệu", "Bưu chính"),
    Proposal(place(SHORTFALL), Kind.SHORTCOMING, 0.8, "cue", "có «còn yếu»", cause=CAUSE),
    Proposal(place(ORDER), Kind.TASK, 0.7, "speech", "có «yêu cầu»", task=TASK),
)


@pytest.fixture
def article_id(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> int:
    return put(dossier, parsed(TEXT, plan_year=2023))


def put(dossier: Dossier, article: ParsedArticle) -> int:
    """Store an article that lost three paragraphs to noise."""
    noise = [Block(text, "Lượt xem") for text in ("Trước một.", "Trước hai.", "Sau cùng.")]
    blocks = (article.blocks[0], noise[0], noise[1], *article.blocks[1:], noise[2])
    with dossier.store.change("Nhập 1 bài viết"):
        return add_article(dossier.store, replace(article, blocks=blocks), PROPOSALS)


def suggestion(dossier: Dossier, article_id: int, kind: Kind) -> int:
    """The id of the open suggestion of that kind."""
    found = dossier.page(article_id).suggestions
    return next(one.id for one in found if one.proposal.kind is kind)


def test_a_mark_by_hand(dossier: Dossier, article_id: int) -> None:
    span = place(RESULT)
    around = Span(span.start - 1, span.stop + 1)
    mark = review.annotate(dossier, article_id, around, Kind.ACHIEVEMENT, field="bưu chính ")
    (found,) = dossier.page(article_id).annotations
    assert (found.id, found.span, found.quote) == (mark, span, RESULT)
    assert (found.field, found.origin, found.task) == ("Bưu chính", "hand", None)
    assert found.figures[0].value == 742.67
    assert dossier.undo_label == "Đánh dấu kết quả"
    assert dossier.last_changed.articles == {article_id}
    assert dossier.last_changed.touches("annotation")
    assert dossier.page(article_id).article.state is ArticleState.READING
    dossier.undo()
    assert dossier.page(article_id).annotations == ()
    assert dossier.page(article_id).article.state is ArticleState.UNREAD


def test_the_same_mark_is_not_made_twice(dossier: Dossier, article_id: int) -> None:
    span = place(PLAN)
    first = review.annotate(dossier, article_id, span, Kind.TASK)
    steps = len(dossier.history())
    assert review.annotate(dossier, article_id, span, Kind.TASK) == first
    assert len(dossier.history()) == steps
    assert review.annotate(dossier, article_id, span, Kind.ACHIEVEMENT) != first


def test_a_semicolon_at_the_end_is_left_out(dossier: Dossier, article_id: int) -> None:
    span = place(ORDER + ";")
    review.annotate(dossier, article_id, span, Kind.TASK)
    assert dossier.page(article_id).annotations[0].quote == ORDER


@pytest.mark.parametrize("span", [Span(0, len(TEXT) + 1), Span(3, 3), Span(26, 27), Span(900, 901)])
def test_a_passage_outside_or_without_words(dossier: Dossier, article_id: int, span: Span) -> None:
    mark = review.annotate(dossier, article_id, place(SHORTFALL), Kind.SHORTCOMING)
    for act in (
        lambda: review.annotate(dossier, article_id, span, Kind.TASK),
        lambda: review.move(dossier, mark, span),
        lambda: review.set_cause(dossier, mark, span),
    ):
        with pytest.raises(UserError):
            act()


def test_a_mark_on_a_suggestion_accepts_it(dossier: Dossier, article_id: int) -> None:
    chosen = suggestion(dossier, article_id, Kind.TASK)
    mark = review.annotate(dossier, article_id, place(ORDER), Kind.ACHIEVEMENT)
    assert annotations.suggestion(dossier.store.conn, chosen).annotation_id == mark
    assert len(dossier.page(article_id).suggestions) == 2


def test_accepting_takes_over_what_the_rules_found(dossier: Dossier, article_id: int) -> None:
    marks = {
        kind: review.accept(dossier, suggestion(dossier, article_id, kind)) for kind in list(Kind)
    }
    page = dossier.page(article_id)
    assert page.suggestions == ()
    by_kind = {one.kind: one for one in page.annotations}
    assert {one.origin for one in page.annotations} == {"suggestion"}
    assert by_kind[Kind.ACHIEVEMENT].field == "Bưu chính"
    shortfall = by_kind[Kind.SHORTCOMING]
    assert shortfall.cause == CAUSE
    assert shortfall.cause_span == place(CAUSE)
    task = by_kind[Kind.TASK].task
    assert task is not None
    assert (task.lead, task.cooperating, task.deadline_text) == (
        "Sở Mẫu",
        ("UBND xã",),
        "quý II/2023",
    )
    assert dossier.undo_label == "Nhận gợi ý nhiệm vụ"
    again = annotations.open_suggestions(dossier.store.conn, article_id)
    assert again == ()
    assert [review.accept(dossier, n) for n in (1, 2, 3)] == list(marks.values())


def test_accepting_as_another_kind(dossier: Dossier, article_id: int) -> None:
    chosen = suggestion(dossier, article_id, Kind.SHORTCOMING)
    review.accept(dossier, chosen, Kind.TASK)
    (mark,) = dossier.page(article_id).annotations
    assert (mark.kind, mark.cause) == (Kind.TASK, "")
    assert mark.task == Task()
    assert dossier.undo_label == "Nhận gợi ý nhiệm vụ"


def test_accepting_with_other_ends(dossier: Dossier, article_id: int) -> None:
    shorter = place("Doanh thu bưu chính đạt 742,67 tỷ đồng")
    chosen = suggestion(dossier, article_id, Kind.ACHIEVEMENT)
    review.accept(dossier, chosen, None, Span(shorter.start, shorter.stop + 1))
    (mark,) = dossier.page(article_id).annotations
    assert (mark.span, mark.field) == (shorter, "Bưu chính")
    assert [figure.change for figure in mark.figures] == [""]
    with pytest.raises(UserError):
        review.accept(dossier, suggestion(dossier, article_id, Kind.TASK), None, Span(9000, 9001))


def test_declining_can_be_undone_and_revised(dossier: Dossier, article_id: int) -> None:
    chosen = suggestion(dossier, article_id, Kind.TASK)
    assert review.decline(dossier, chosen).touches("suggestion")
    assert not review.decline(dossier, chosen).tables
    assert len(dossier.page(article_id).suggestions) == 2
    dossier.undo()
    assert len(dossier.page(article_id).suggestions) == 3
    dossier.redo()
    review.accept(dossier, chosen)
    assert len(dossier.page(article_id).annotations) == 1


def test_all_at_once_is_one_step(dossier: Dossier, article_id: int) -> None:
    assert review.accept_all(dossier, article_id) == 3
    assert dossier.undo_label == "Nhận 3 gợi ý"
    assert review.accept_all(dossier, article_id) == 0
    dossier.undo()
    assert len(dossier.page(article_id).suggestions) == 3
    assert review.decline_all(dossier, article_id) == 3
    assert dossier.undo_label == "Bỏ 3 gợi ý"
    assert dossier.page(article_id).suggestions == ()


def test_a_removed_mark_does_not_come_back_as_a_suggestion(
    dossier: Dossier, article_id: int
) -> None:
    chosen = suggestion(dossier, article_id, Kind.TASK)
    mark = review.accept(dossier, chosen)
    review.edit_task(dossier, mark, status=Status.COMPLETED, documents=["Quyết định số 1/QĐ-UBND"])
    before = dossier.page(article_id)
    assert review.remove_annotation(dossier, mark).articles == {article_id}
    assert dossier.page(article_id).annotations == ()
    state = annotations.suggestion(dossier.store.conn, chosen).state
    assert state is SuggestionState.DECLINED
    dossier.undo()
    assert dossier.page(article_id) == before


def test_the_task_form_comes_and_goes_with_the_kind(dossier: Dossier, article_id: int) -> None:
    mark = review.accept(dossier, suggestion(dossier, article_id, Kind.TASK), Kind.ACHIEVEMENT)
    review.change_kind(dossier, mark, Kind.TASK)
    (found,) = dossier.page(article_id).annotations
    assert found.task is not None
    assert found.task.lead == "Sở Mẫu"
    review.edit_task(dossier, mark, lead="Sở khác", status="under way")
    changed = review.change_kind(dossier, mark, Kind.SHORTCOMING)
    assert changed.touches("task", "follow_up")
    assert dossier.page(article_id).annotations[0].task is None
    dossier.undo()
    (found,) = dossier.page(article_id).annotations
    assert found.task is not None
    assert (found.task.lead, found.task.status) == ("Sở khác", Status.UNDER_WAY)
    by_hand = review.annotate(dossier, article_id, place(ORDER[3:]), Kind.ACHIEVEMENT)
    review.change_kind(dossier, by_hand, Kind.TASK)
    task = annotations.get(dossier.store.conn, by_hand).task
    assert task is not None
    assert [document.number for document in task.documents] == ["139/QĐ-UBND"]


def test_one_passage_bears_one_mark_of_a_kind(dossier: Dossier, article_id: int) -> None:
    one = review.annotate(dossier, article_id, place(PLAN), Kind.TASK)
    two = review.annotate(dossier, article_id, place(PLAN), Kind.ACHIEVEMENT)
    with pytest.raises(UserError, match="đã được đánh dấu"):
        review.change_kind(dossier, two, Kind.TASK)
    three = review.annotate(dossier, article_id, place(RESULT), Kind.TASK)
    with pytest.raises(UserError, match="đã được đánh dấu"):
        review.move(dossier, three, place(PLAN))
    assert not review.change_kind(dossier, one, Kind.TASK).tables


def test_moving_the_ends_of_a_mark(dossier: Dossier, article_id: int) -> None:
    mark = review.annotate(dossier, article_id, place(RESULT), Kind.ACHIEVEMENT, note="giữ lại")
    shorter = place("Doanh thu bưu chính đạt 742,67 tỷ đồng")
    for stop in range(place(RESULT).stop, shorter.stop - 1, -1):
        review.move(dossier, mark, Span(shorter.start, stop))
    (found,) = dossier.page(article_id).annotations
    assert (found.quote, found.note) == ("Doanh thu bưu chính đạt 742,67 tỷ đồng", "giữ lại")
    assert [figure.change for figure in found.figures] == [""]
    assert dossier.check() == []
    dossier.undo()
    assert dossier.page(article_id).annotations[0].quote == RESULT
    assert dossier.undo_label == "Đánh dấu kết quả"


def test_editing_a_mark(dossier: Dossier, article_id: int) -> None:
    mark = review.annotate(dossier, article_id, place(RESULT), Kind.ACHIEVEMENT)
    for typed in ("D", "Do", "Doanh thu ta\u0306ng."):
        review.edit_annotation(dossier, mark, statement=typed)
    review.edit_annotation(dossier, mark, field="Lĩnh vực mới", note="n", remedy="r")
    (found,) = dossier.page(article_id).annotations
    assert (found.statement, found.note, found.remedy) == ("Doanh thu tăng.", "n", "r")
    assert found.field == "Lĩnh vực mới"
    assert dossier.fields()[-1] != "Chuyển đổi số, CNTT"
    labels = [revision.label for revision in dossier.history()]
    assert labels[:3] == ["Sửa nhiều mục", "Sửa câu viết trong báo cáo", "Đánh dấu kết quả"]
    review.edit_annotation(dossier, mark, field="")
    assert dossier.page(article_id).annotations[0].field == ""
    for wrong in ({"quote": "x"}, {"statement": 5}, {}):
        with pytest.raises(UserError):
            review.edit_annotation(dossier, mark, **wrong)


def test_a_cause_belongs_to_a_shortcoming(dossier: Dossier, article_id: int) -> None:
    mark = review.annotate(dossier, article_id, place(SHORTFALL), Kind.SHORTCOMING)
    review.set_cause(dossier, mark, place(CAUSE))
    (found,) = dossier.page(article_id).annotations
    assert (found.cause, found.cause_span) == (CAUSE, place(CAUSE))
    review.edit_annotation(dossier, mark, cause="do thiếu trạm")
    assert dossier.page(article_id).annotations[0].cause_span == place(CAUSE)
    review.edit_annotation(dossier, mark, cause="")
    assert dossier.page(article_id).annotations[0].cause_span is None
    other = review.annotate(dossier, article_id, place(RESULT), Kind.ACHIEVEMENT)
    with pytest.raises(UserError, match="tồn tại"):
        review.set_cause(dossier, other, place(CAUSE))


def test_editing_a_task(dossier: Dossier, article_id: int) -> None:
    mark = review.annotate(dossier, article_id, place(ORDER), Kind.TASK)
    review.edit_task(
        dossier,
        mark,
        basis="own plan",
        assigner="Ông Nguyễn Văn Mẫu",
        lead=" Sở  Mẫu",
        cooperating=["UBND các xã", "sở mẫu", "UBND CÁC XÃ", ""],
        deadline_text="trước 30/6/2023",
        documents="Quyết định số 139/QĐ-UBND ngày 10/01/2014; công văn hôm qua",
        status=Status.COMPLETED,
    )
    task = dossier.page(article_id).annotations[0].task
    assert task is not None
    assert (task.basis, task.assigner) == (Basis.OWN_PLAN, "Ông Nguyễn Văn Mẫu")
    assert (task.lead, task.cooperating) == ("Sở Mẫu", ("UBND các xã", "Sở Mẫu"))
    assert task.deadline_on == date(2023, 6, 30)
    assert [document.number for document in task.documents] == ["139/QĐ-UBND", "công văn hôm qua"]
    assert task.status is Status.COMPLETED
    noted = dossier.store.conn.execute("SELECT year, status FROM follow_up").fetchall()
    assert [tuple(row) for row in noted] == [(2023, "completed")]
    assert dossier.agencies() == ["Sở Mẫu", "UBND các xã"]
    assert dossier.people() == ["Ông Nguyễn Văn Mẫu"]
    assert "139/QĐ-UBND" in dossier.numbers_of_documents()
    review.edit_task(dossier, mark, deadline_text="sớm", lead="", documents=(), cooperating=())
    task = dossier.page(article_id).annotations[0].task
    assert task is not None
    assert (task.deadline_on, task.lead, task.documents, task.cooperating) == (None, "", (), ())


def test_the_same_document_is_one_document(dossier: Dossier, article_id: int) -> None:
    document = LegalDocument("Quyết định", "139/QĐ-UBND", date(2014, 1, 10), "", "QĐ 139")
    for span in (place(ORDER), place(PLAN)):
        mark = review.annotate(dossier, article_id, span, Kind.TASK)
        review.edit_task(dossier, mark, documents=[document])
        assert annotations.get(dossier.store.conn, mark).task == Task(documents=(document,))
    rows = dossier.store.conn.execute("SELECT 1 FROM legal_document WHERE number = '139/QĐ-UBND'")
    assert len(rows.fetchall()) == 1


@pytest.mark.parametrize(
    "values",
    [
        {"status": "finished"},
        {"basis": 3},
        {"deadline_on": "31/12/2023"},
        {"lead": None},
        {"cooperating": 5},
        {"documents": 5},
        {"leader": "x"},
    ],
)
def test_task_values_that_make_no_sense(
    dossier: Dossier, article_id: int, values: dict[str, Any]
) -> None:
    mark = review.annotate(dossier, article_id, place(ORDER), Kind.TASK)
    before = dossier.history()
    with pytest.raises(UserError):
        review.edit_task(dossier, mark, **values)
    assert dossier.history() == before
    other = review.annotate(dossier, article_id, place(RESULT), Kind.ACHIEVEMENT)
    with pytest.raises(UserError, match="không phải nhiệm vụ"):
        review.edit_task(dossier, other, lead="Sở Mẫu")


def test_editing_what_is_known_of_an_article(dossier: Dossier, article_id: int) -> None:
    review.edit_article(
        dossier,
        article_id,
        title="Tên mới",
        outlet="Báo mẫu",
        byline="P.V",
        published_on=date(2023, 1, 6),
        event_on="2023-01-05",
        province="Quảng Trị",
        review_year="2022",
        plan_year=None,
        state="done",
        note="ghi chú",
    )
    article = dossier.page(article_id).article
    assert (article.title, article.published_on, article.event_on) == (
        "Tên mới",
        date(2023, 1, 6),
        date(2023, 1, 5),
    )
    assert (article.review_year, article.plan_year, article.year) == (2022, None, 2023)
    assert article.state is ArticleState.DONE
    wrong: dict[str, Any]
    for wrong in ({"title": " "}, {"review_year": 22}, {"state": "read"}, {"published_on": "6/1"}):
        with pytest.raises(UserError):
            review.edit_article(dossier, article_id, **wrong)
    review.edit_article(dossier, article_id, state=ArticleState.READING)
    assert review.mark_done(dossier, article_id).touches("article")
    assert dossier.undo_label == "Xong bài viết"


def test_a_paragraph_that_was_set_aside_comes_back_where_it_stood(
    dossier: Dossier, article_id: int
) -> None:
    marks = [
        review.annotate(dossier, article_id, place(words), Kind.SHORTCOMING)
        for words in ("Hội nghị tổng kết năm 2022", SHORTFALL, PLAN)
    ]
    review.set_cause(dossier, marks[1], place(CAUSE))
    before = dossier.page(article_id)
    second, first, last = (before.asides[place].id for place in (1, 0, 2))
    review.restore_aside(dossier, second)
    after = dossier.page(article_id)
    assert after.text.split("\n")[:3] == ["Hội nghị tổng kết năm 2022", "Trước hai.", RESULT]
    assert after.body_id != before.body_id
    review.restore_aside(dossier, first)
    review.restore_aside(dossier, last)
    page = dossier.page(article_id)
    lines = TEXT.split("\n")
    assert page.text.split("\n") == [lines[0], "Trước một.", "Trước hai.", *lines[1:], "Sau cùng."]
    assert page.asides == ()
    assert [one.quote for one in page.annotations] == [one.quote for one in before.annotations]
    assert all(one.span.of(page.text) == one.quote for one in page.annotations)
    cause = page.annotations[1].cause_span
    assert cause is not None
    assert cause.of(page.text) == CAUSE
    for old, new in zip(before.suggestions, page.suggestions, strict=True):
        assert new.proposal.span.of(page.text) == old.proposal.span.of(before.text)
    assert dossier.check() == []
    for _ in range(3):
        dossier.undo()
    assert dossier.page(article_id) == before


def test_a_correction_keeps_marks_on_their_words(dossier: Dossier, article_id: int) -> None:
    review.annotate(dossier, article_id, place(RESULT), Kind.ACHIEVEMENT)
    gone = review.annotate(dossier, article_id, place(SHORTFALL), Kind.SHORTCOMING)
    moved = review.annotate(dossier, article_id, place(PLAN), Kind.TASK)
    lines = TEXT.replace("742,67", "743,67").split("\n")
    correcting.correct(dossier, article_id, "\n".join([*lines[:2], *lines[3:]]))
    page = dossier.page(article_id)
    by_id = {one.id: one for one in page.annotations}
    assert by_id[gone].lost
    assert by_id[gone].quote == SHORTFALL
    assert by_id[moved].span.of(page.text) == PLAN
    assert page.annotations[0].quote.startswith("Doanh thu bưu chính đạt 743,67 tỷ đồng, tăng")
    assert SHORTFALL not in [one.proposal.span.of(page.text) for one in page.suggestions]
    assert dossier.check() == []
    correcting.correct(dossier, article_id, TEXT)
    assert not any(one.lost for one in dossier.page(article_id).annotations)
    with pytest.raises(UserError):
        correcting.correct(dossier, article_id, " \n ")
    with pytest.raises(NotFound):
        correcting.correct(dossier, article_id + 9, TEXT)


def test_a_mark_goes_with_its_words_when_paragraphs_change_places(
    dossier: Dossier, article_id: int
) -> None:
    review.annotate(dossier, article_id, place(RESULT), Kind.ACHIEVEMENT)
    review.annotate(dossier, article_id, place(PLAN), Kind.TASK)
    correcting.correct(dossier, article_id, "\n".join(reversed(TEXT.split("\n"))))
    page = dossier.page(article_id)
    assert [one.span.of(page.text) for one in page.annotations] == [PLAN, RESULT]


def test_a_lost_mark_is_placed_anew(dossier: Dossier, article_id: int) -> None:
    mark = review.annotate(dossier, article_id, place(SHORTFALL), Kind.SHORTCOMING)
    correcting.correct(dossier, article_id, f"{RESULT}\n{PLAN}")
    review.move(dossier, mark, place(PLAN, f"{RESULT}\n{PLAN}"))
    found = annotations.get(dossier.store.conn, mark)
    assert (found.lost, found.quote) == (False, PLAN)


def test_removing_an_article_takes_all_that_hangs_on_it(dossier: Dossier, article_id: int) -> None:
    review.accept_all(dossier, article_id)
    review.decline(dossier, 1)
    before = dossier.page(article_id)
    changed = review.remove_article(dossier, article_id)
    assert changed.label == "Xoá bài “Hội nghị tổng kết năm 2022”"
    assert dossier.article_ids() == []
    assert dossier.check() == []
    for table in ("annotation", "suggestion", "aside", "body", "task", "figure"):
        assert not dossier.store.conn.execute(f"SELECT 1 FROM {table}").fetchone(), table
    dossier.undo()
    assert dossier.page(article_id) == before
    assert dossier.check() == []


def test_what_does_not_exist_is_said_so(dossier: Dossier, article_id: int) -> None:
    acts: list[Callable[[], object]] = [
        lambda: review.annotate(dossier, 99, Span(0, 5), Kind.TASK),
        lambda: review.accept(dossier, 99),
        lambda: review.decline(dossier, 99),
        lambda: review.accept_all(dossier, 99),
        lambda: review.decline_all(dossier, 99),
        lambda: review.change_kind(dossier, 99, Kind.TASK),
        lambda: review.move(dossier, 99, Span(0, 5)),
        lambda: review.remove_annotation(dossier, 99),
        lambda: review.edit_annotation(dossier, 99, note="x"),
        lambda: review.edit_task(dossier, 99, lead="x"),
        lambda: review.set_cause(dossier, 99, Span(0, 5)),
        lambda: review.edit_article(dossier, 99, title="x"),
        lambda: review.mark_done(dossier, 99),
        lambda: review.restore_aside(dossier, 99),
        lambda: review.remove_article(dossier, 99),
    ]
    before = dossier.history()
    for act in acts:
        with pytest.raises(NotFound):
            act()
    assert dossier.history() == before


@given(st.integers(0, 400), st.integers(0, 400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_span_is_marked_or_refused(
    dossier: Dossier, article_id: int, one: int, two: int
) -> None:
    span = Span(min(one, two), max(one, two))
    try:
        review.annotate(dossier, article_id, span, Kind.TASK)
    except UserError:
        assert span.stop > len(TEXT) or not span.of(TEXT).strip(" ;,\n")
    else:
        (mark,) = dossier.page(article_id).annotations
        assert mark.quote == mark.quote.strip()
        assert mark.quote in span.of(TEXT)
        dossier.undo()
