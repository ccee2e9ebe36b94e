"""What is done in Theo dõi nhiệm vụ: matches accepted and declined, status, notes, years; kept and undone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest

from tttt_desktop.domain.errors import NotFound, UserError
from tttt_desktop.domain.following import FollowedTask, Mention
from tttt_desktop.domain.records import (
    Basis,
    Kind,
    LegalDocument,
    ParsedArticle,
    Span,
    Status,
    Task,
)
from tttt_desktop.services import following, history, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article

GIVEN = (
    "Hội nghị triển khai nhiệm vụ năm 2022",
    "Ngầm hoá cáp viễn thông tại 10 tuyến phố trung tâm;",
    "Rà soát quy chế phát ngôn báo chí;",
    "Sở sẽ xây dựng kho dữ liệu dùng chung.",
)
TOLD = (
    "Hội nghị tổng kết năm 2022, triển khai nhiệm vụ năm 2023",
    "Đã hoàn thành ngầm hoá cáp viễn thông trên 10/10 tuyến phố trung tâm.",
    "Tiến độ ngầm hoá cáp viễn thông tại các tuyến phố còn chậm.",
    "Tiếp tục ngầm hoá cáp viễn thông tại các tuyến phố còn lại.",
)


@dataclass(frozen=True)
class Marks:
    """The ids of the marks of two articles, and of these."""

    given: int
    cables: int
    press: int
    own: int
    told: int
    done: int
    slow: int
    again: int


@pytest.fixture
def marks(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> Marks:
    given = put(dossier, parsed, GIVEN, 2022)
    forms = (
        Task(
            assigner="Phó Chủ tịch Trần Văn Mẫu",
            lead="Sở Xây dựng",
            cooperating=("UBND thành phố", "Sở Công Thương"),
            deadline_text="trong quý II",
            deadline_on=date(2022, 6, 30),
            documents=(LegalDocument(number="139/QĐ-UBND", as_printed="số 139/QĐ-UBND"),),
        ),
        Task(),
        Task(basis=Basis.OWN_PLAN),
    )
    tasks = [
        review.annotate(dossier, given, place(GIVEN, at), Kind.TASK, task=form, field="Viễn thông")
        for at, form in enumerate(forms, 1)
    ]
    told = put(dossier, parsed, TOLD, 2023)
    kinds = (Kind.ACHIEVEMENT, Kind.SHORTCOMING, Kind.TASK)
    others = [
        review.annotate(dossier, told, place(TOLD, at), kind, field="Viễn thông")
        for at, kind in enumerate(kinds, 1)
    ]
    return Marks(given, *tasks, told, *others)


def put(d: Dossier, parsed: Callable[..., ParsedArticle], lines: tuple[str, ...], year: int) -> int:
    article = parsed(
        "\n".join(lines),
        f"{year}.txt",
        review_year=year - 1,
        plan_year=year,
        province="Đông Hải",
        published_on=date(year, 1, 6),
    )
    with d.store.change("Nhập 1 bài viết"):
        return add_article(d.store, article, ())


def place(lines: tuple[str, ...], at: int) -> Span:
    start = "\n".join(lines).index(lines[at])
    return Span(start, start + len(lines[at]))


def row(d: Dossier, task: int, year: int = 2022) -> FollowedTask:
    """How a task is followed in a year."""
    [found] = [one for one in following.rows(d, year) if one.id == task]
    return found


def matches(d: Dossier, task: int, year: int = 2022, results: int = 2022) -> list[int]:
    found = following.comparison(d, following.rows(d, year), results)()
    return [match.evidence.id for match in found.get(task, ())]


def followed(d: Dossier, year: int) -> list[int]:
    return [one.id for one in following.rows(d, year)]


def test_rows_say_all_that_is_known(dossier: Dossier, marks: Marks) -> None:
    assert following.years(dossier) == [(2023, 1), (2022, 3)]
    assert followed(dossier, 2022) == [marks.cables, marks.press, marks.own]
    found = row(dossier, marks.cables)
    assert found == FollowedTask(
        id=marks.cables,
        article_id=marks.given,
        start=place(GIVEN, 1).start,
        quote=GIVEN[1].rstrip(";"),
        year=2022,
        assigned=2022,
        field="Viễn thông",
        assigner="Phó Chủ tịch Trần Văn Mẫu",
        lead="Sở Xây dựng",
        cooperating=("UBND thành phố", "Sở Công Thương"),
        deadline_text="trong quý II",
        deadline_on=date(2022, 6, 30),
        documents=(LegalDocument(number="139/QĐ-UBND", as_printed="số 139/QĐ-UBND"),),
        title=GIVEN[0],
        province="Đông Hải",
        published_on=date(2022, 1, 6),
    )
    assert row(dossier, marks.own).basis is Basis.OWN_PLAN
    review.edit_annotation(dossier, marks.cables, statement="Ngầm hoá 10 tuyến phố")
    assert row(dossier, marks.cables).wording == "Ngầm hoá 10 tuyến phố"


def test_rows_are_read_with_few_queries_without_texts(dossier: Dossier, marks: Marks) -> None:
    asked: list[str] = []
    dossier.store.conn.set_trace_callback(asked.append)
    for year, articles in ((2022, None), (1999, None), (2022, [1])):
        asked.clear()
        following.rows(dossier, year, articles)
        assert len([sql for sql in asked if not sql.startswith("--")]) == 7
        assert not any(" body" in sql for sql in asked)
    dossier.store.conn.set_trace_callback(None)


def test_an_article_without_years_gives_tasks_for_this_year(
    dossier: Dossier, parsed: Callable[..., ParsedArticle]
) -> None:
    with dossier.store.change("Nhập"):
        article_id = add_article(dossier.store, parsed("Tin\nRà soát quy chế"), ())
    review.annotate(dossier, article_id, Span(4, 19), Kind.TASK)
    assert following.years(dossier) == [(datetime.now().year, 1)]


def test_matches_are_of_the_year_that_is_asked_for(dossier: Dossier, marks: Marks) -> None:
    assert sorted(matches(dossier, marks.cables)) == [marks.done, marks.slow, marks.again]
    assert matches(dossier, marks.press) == []
    assert matches(dossier, marks.cables, results=2023) == []


def test_the_search_needs_no_dossier_any_more(dossier: Dossier, marks: Marks) -> None:
    search = following.comparison(dossier, following.rows(dossier, 2022), 2022)
    dossier.close()
    assert search()[marks.cables]


def test_accepting_a_match_is_one_step_with_the_status_it_says(
    dossier: Dossier, marks: Marks
) -> None:
    steps = len(dossier.history())
    following.accept(dossier, marks.cables, marks.done, 2022)
    found = row(dossier, marks.cables)
    assert [one.id for one in found.evidence] == [marks.done]
    assert found.status is Status.COMPLETED
    assert found.mention is Mention.RESULT
    assert not found.by_hand
    assert found.proposed is None
    assert marks.done not in matches(dossier, marks.cables)
    assert (len(dossier.history()), dossier.undo_label) == (steps + 1, "Nhận đối chiếu")
    dossier.undo()
    assert row(dossier, marks.cables) == replace_nothing(dossier, marks)
    assert marks.done in matches(dossier, marks.cables)
    dossier.redo()
    assert row(dossier, marks.cables) == found


def replace_nothing(d: Dossier, marks: Marks) -> FollowedTask:
    """The task as nobody has said anything of it."""
    found = row(d, marks.cables)
    assert found.status is Status.NOT_STARTED
    assert not found.evidence
    assert found.noted_on is None
    return found


def test_a_status_set_by_hand_is_never_changed_by_evidence(dossier: Dossier, marks: Marks) -> None:
    following.set_status(dossier, [marks.cables], Status.UNDER_WAY, 2022)
    following.accept(dossier, marks.cables, marks.done, 2022)
    found = row(dossier, marks.cables)
    assert found.status is Status.UNDER_WAY
    assert found.by_hand
    assert found.proposed is Status.COMPLETED


def test_a_later_mark_changes_a_status_that_came_from_evidence(
    dossier: Dossier, marks: Marks
) -> None:
    following.accept(dossier, marks.cables, marks.done, 2022)
    following.accept(dossier, marks.cables, marks.slow, 2022)
    assert row(dossier, marks.cables).status is Status.UNDER_WAY
    assert row(dossier, marks.cables).mention is Mention.SHORTCOMING
    following.unlink(dossier, marks.cables, marks.slow)
    assert dossier.undo_label == "Gỡ đối chiếu"
    assert row(dossier, marks.cables).status is Status.COMPLETED
    following.unlink(dossier, marks.cables, marks.done)
    assert row(dossier, marks.cables) == replace_nothing(dossier, marks)
    assert marks.done in matches(dossier, marks.cables)


def test_what_is_declined_stays_away_until_it_is_taken_back(dossier: Dossier, marks: Marks) -> None:
    following.decline(dossier, marks.cables, marks.slow, 2022)
    assert dossier.undo_label == "Bỏ đối chiếu"
    assert row(dossier, marks.cables) == replace_nothing(dossier, marks)
    assert marks.slow not in matches(dossier, marks.cables)
    assert (marks.cables, marks.slow) in following.decided(dossier)
    following.accept(dossier, marks.cables, marks.slow, 2022)
    assert row(dossier, marks.cables).evidence
    following.decline(dossier, marks.cables, marks.slow, 2022)
    assert row(dossier, marks.cables) == replace_nothing(dossier, marks)
    following.unlink(dossier, marks.cables, marks.slow)
    assert marks.slow in matches(dossier, marks.cables)


def test_any_mark_can_be_linked_by_hand(dossier: Dossier, marks: Marks) -> None:
    following.link(dossier, marks.press, marks.done, 2022)
    assert dossier.undo_label == "Gắn đối chiếu"
    assert [one.id for one in row(dossier, marks.press).evidence] == [marks.done]
    with pytest.raises(UserError, match="chính nó"):
        following.link(dossier, marks.press, marks.press, 2022)
    with pytest.raises(NotFound):
        following.link(dossier, marks.press, 999, 2022)
    with pytest.raises(NotFound):
        following.link(dossier, marks.done, marks.slow, 2022)
    with pytest.raises(NotFound):
        following.unlink(dossier, marks.done, marks.slow)


def test_status_day_and_note_are_kept_per_year(dossier: Dossier, marks: Marks) -> None:
    following.set_status(dossier, [marks.cables, marks.press], Status.UNDER_WAY, 2022)
    assert {row(dossier, one).status for one in (marks.cables, marks.press)} == {Status.UNDER_WAY}
    following.set_note(dossier, marks.cables, "Đã xong 4 tuyến", 2022)
    following.set_done_on(dossier, [marks.cables], date(2022, 6, 1), 2022)
    found = row(dossier, marks.cables)
    assert (found.status, found.done_on, found.note) == (
        Status.COMPLETED,
        date(2022, 6, 1),
        "Đã xong 4 tuyến",
    )
    following.set_status(dossier, [marks.cables], Status.DROPPED, 2022)
    assert row(dossier, marks.cables).done_on is None
    with pytest.raises(NotFound):
        following.set_status(dossier, [marks.cables], Status.COMPLETED, 2023)
    with pytest.raises(NotFound):
        following.set_status(dossier, [], Status.COMPLETED, 2022)


def test_typing_a_note_is_one_step_and_says_nothing_of_the_status(
    dossier: Dossier, marks: Marks
) -> None:
    steps = len(dossier.history())
    for words in ("Đ", "Đa", "Đang"):
        following.set_note(dossier, marks.press, words, 2022)
    assert len(dossier.history()) == steps + 1
    assert not row(dossier, marks.press).by_hand
    following.accept(dossier, marks.press, marks.done, 2022)
    assert row(dossier, marks.press).status is Status.COMPLETED
    following.unlink(dossier, marks.press, marks.done)
    assert (row(dossier, marks.press).status, row(dossier, marks.press).note) == (
        Status.NOT_STARTED,
        "Đang",
    )


def test_what_says_nothing_new_is_no_step(dossier: Dossier, marks: Marks) -> None:
    steps = len(dossier.history())
    following.set_note(dossier, marks.press, "", 2022)
    following.set_done_on(dossier, [marks.press], None, 2022)
    assert len(dossier.history()) == steps
    for _ in range(2):
        following.set_status(dossier, [marks.press], Status.NOT_STARTED, 2022)
        assert len(dossier.history()) == steps + 1
    assert row(dossier, marks.press).by_hand


def test_tasks_not_finished_are_carried_over(dossier: Dossier, marks: Marks) -> None:
    following.set_status(dossier, [marks.cables], Status.UNDER_WAY, 2022)
    following.set_status(dossier, [marks.press], Status.COMPLETED, 2022)
    everything = [marks.cables, marks.press, marks.own]
    following.carry_over(dossier, everything, 2022)
    assert dossier.undo_label == "Chuyển 2 nhiệm vụ sang năm 2023"
    assert set(followed(dossier, 2023)) == {marks.cables, marks.own, marks.again}
    carried = row(dossier, marks.cables, 2023)
    assert (carried.assigned, carried.carried_from, carried.status) == (
        2022,
        2022,
        Status.UNDER_WAY,
    )
    assert not carried.by_hand
    assert row(dossier, marks.cables).carried_to == 2023
    with pytest.raises(UserError, match="Không có nhiệm vụ nào cần chuyển"):
        following.carry_over(dossier, everything, 2022)
    following.set_status(dossier, [marks.cables], Status.COMPLETED, 2023)
    assert row(dossier, marks.cables).status is Status.UNDER_WAY  # the old year stays as it was
    dossier.undo()
    dossier.undo()
    assert set(followed(dossier, 2023)) == {marks.again}
    assert row(dossier, marks.cables).carried_to is None


def test_a_carried_task_has_evidence_and_status_of_its_own(dossier: Dossier, marks: Marks) -> None:
    following.accept(dossier, marks.cables, marks.slow, 2022)
    following.carry_over(dossier, [marks.cables], 2022)
    assert row(dossier, marks.cables, 2023).evidence == ()
    following.accept(dossier, marks.cables, marks.done, 2023)
    assert row(dossier, marks.cables, 2023).status is Status.COMPLETED
    assert row(dossier, marks.cables).status is Status.UNDER_WAY
    following.unlink(dossier, marks.cables, marks.done)
    assert row(dossier, marks.cables, 2023).status is Status.UNDER_WAY
    assert row(dossier, marks.cables, 2023).carried_from == 2022


def test_carrying_over_goes_on_and_is_taken_back(dossier: Dossier, marks: Marks) -> None:
    for year in (2022, 2023):
        following.carry_over(dossier, [marks.press], year)
    assert row(dossier, marks.press, 2024).carried_from == 2023
    following.set_note(dossier, marks.press, "vẫn chờ", 2024)
    following.carry_back(dossier, [marks.press], 2024)
    assert dossier.undo_label == "Thôi chuyển 1 nhiệm vụ sang năm 2024"
    assert following.years(dossier) == [(2023, 2), (2022, 3)]
    with pytest.raises(UserError, match="không phải chuyển"):
        following.carry_back(dossier, [marks.press], 2022)
    dossier.undo()
    assert row(dossier, marks.press, 2024).note == "vẫn chờ"


def test_a_task_that_was_set_again_continues_the_one_it_repeats(
    dossier: Dossier, marks: Marks
) -> None:
    following.accept(dossier, marks.cables, marks.again, 2022)
    assert row(dossier, marks.cables).mention is Mention.REPEATED
    following.carry_over(dossier, [marks.cables], 2022)
    assert followed(dossier, 2023) == [marks.again]  # once, and not twice
    assert row(dossier, marks.again, 2023).carried_from == 2022
    assert row(dossier, marks.cables).carried_to == 2023
    following.unlink(dossier, marks.cables, marks.again)
    assert row(dossier, marks.again, 2023).carried_from is None
    dossier.undo()
    following.carry_back(dossier, [marks.again], 2023)
    assert row(dossier, marks.cables).carried_to is None


def test_the_form_of_the_task_shows_and_sets_what_holds_now(dossier: Dossier, marks: Marks) -> None:
    following.carry_over(dossier, [marks.cables], 2022)
    review.edit_task(dossier, marks.cables, status="completed")
    assert row(dossier, marks.cables, 2023).status is Status.COMPLETED
    assert row(dossier, marks.cables).status is Status.NOT_STARTED
    assert form(dossier, marks).status is Status.COMPLETED


def form(d: Dossier, marks: Marks) -> Task:
    [found] = [one.task for one in d.page(marks.given).annotations if one.id == marks.cables]
    assert found is not None
    return found


@pytest.mark.parametrize("gone", ["mark", "article"])
def test_evidence_goes_with_its_mark_and_comes_back(
    dossier: Dossier, marks: Marks, gone: str
) -> None:
    following.accept(dossier, marks.cables, marks.done, 2022)
    following.decline(dossier, marks.cables, marks.slow, 2022)
    before = row(dossier, marks.cables)
    if gone == "mark":
        review.remove_annotation(dossier, marks.done)
    else:
        review.remove_article(dossier, marks.told)
    assert row(dossier, marks.cables) == replace_nothing(dossier, marks)
    assert dossier.check() == []
    dossier.undo()
    assert row(dossier, marks.cables) == before
    assert (marks.cables, marks.slow) in following.decided(dossier)


def test_an_article_comes_back_from_the_bin_with_its_evidence(
    dossier: Dossier, marks: Marks
) -> None:
    following.accept(dossier, marks.cables, marks.done, 2022)
    before = row(dossier, marks.cables)
    review.remove_article(dossier, marks.told)
    following.set_status(dossier, [marks.press], Status.UNDER_WAY, 2022)
    [gone] = history.removed(dossier)
    history.restore(dossier, gone)
    assert row(dossier, marks.cables) == before
    assert row(dossier, marks.press).status is Status.UNDER_WAY
    assert dossier.check() == []


def test_a_task_that_goes_takes_all_along_and_comes_back_with_it(
    dossier: Dossier, marks: Marks
) -> None:
    following.accept(dossier, marks.cables, marks.again, 2022)
    following.carry_over(dossier, [marks.cables], 2022)
    following.accept(dossier, marks.cables, marks.done, 2022)
    before = [following.rows(dossier, year) for year in (2022, 2023)]
    for remove in (
        lambda: review.remove_article(dossier, marks.given),
        lambda: review.remove_annotation(dossier, marks.cables),
        lambda: review.change_kind(dossier, marks.cables, Kind.ACHIEVEMENT),
        lambda: review.change_kind(dossier, marks.again, Kind.SHORTCOMING),
    ):
        remove()
        assert dossier.check() == []
        assert all(one.carried_from is None for one in following.rows(dossier, 2023))
        dossier.undo()
        assert [following.rows(dossier, year) for year in (2022, 2023)] == before


def test_marks_made_one_keep_what_was_said_of_both(dossier: Dossier, marks: Marks) -> None:
    stop = place(GIVEN, 1).stop - 1
    part = review.annotate(dossier, marks.given, Span(stop - 9, stop), Kind.TASK)
    following.accept(dossier, part, marks.slow, 2022)
    following.set_note(dossier, part, "đang làm", 2022)
    following.decline(dossier, part, marks.done, 2022)
    following.accept(dossier, marks.cables, marks.slow, 2022)
    following.link(dossier, marks.press, part, 2022)
    before = following.rows(dossier, 2022)
    kept = review.merge(dossier, part)
    assert kept == marks.cables
    assert [one.id for one in row(dossier, kept).evidence] == [marks.slow]
    assert (kept, marks.done) in following.decided(dossier)
    assert [one.id for one in row(dossier, marks.press).evidence] == [kept]
    assert dossier.check() == []
    dossier.undo()
    assert following.rows(dossier, 2022) == before


def test_the_mark_that_stays_takes_over_what_only_the_other_had(
    dossier: Dossier, marks: Marks
) -> None:
    stop = place(GIVEN, 1).stop - 1
    part = review.annotate(dossier, marks.given, Span(stop - 9, stop), Kind.TASK)
    following.set_note(dossier, part, "đang làm", 2022)
    following.accept(dossier, part, marks.slow, 2022)
    following.carry_over(dossier, [part], 2022)
    kept = review.merge(dossier, part)
    found = row(dossier, kept)
    assert (found.note, found.status) == ("đang làm", Status.UNDER_WAY)
    assert [one.id for one in found.evidence] == [marks.slow]
    assert row(dossier, kept, 2023).carried_from == 2022
    assert dossier.check() == []


def test_another_year_of_the_article_takes_what_was_noted_along(
    dossier: Dossier, marks: Marks
) -> None:
    following.accept(dossier, marks.cables, marks.done, 2022)
    following.set_note(dossier, marks.press, "chờ", 2022)
    before = row(dossier, marks.cables)
    review.edit_article(dossier, marks.given, plan_year=2021)
    found = row(dossier, marks.cables, 2021)
    assert (found.status, found.evidence) == (before.status, before.evidence)
    assert row(dossier, marks.press, 2021).note == "chờ"
    assert followed(dossier, 2022) == []
    dossier.undo()
    assert row(dossier, marks.cables) == before


def test_all_is_there_after_opening_again(dossier: Dossier, marks: Marks, tmp_path: Path) -> None:
    following.accept(dossier, marks.cables, marks.done, 2022)
    following.carry_over(dossier, [marks.press], 2022)
    before = [following.rows(dossier, year) for year in (2022, 2023)]
    dossier.close()
    with Dossier.open(dossier.path) as again:
        assert [following.rows(again, year) for year in (2022, 2023)] == before
        again.undo()
        again.undo()
        assert replace_nothing(again, marks)
