"""Tasks over the years: the state on a day, what is asked for and in which order, what evidence proposes."""

from dataclasses import replace
from datetime import date

import pytest

from tttt_desktop.domain.following import Evidence, FollowedTask, Mention, State, status_by
from tttt_desktop.domain.records import Basis, Kind, LegalDocument, Status
from tttt_desktop.domain.task_filter import ORDERS, TaskFilter, narrowed, ordered

TODAY = date(2023, 2, 1)
TASK = FollowedTask(
    id=1,
    article_id=1,
    start=0,
    quote="phủ sóng di động 100% thôn, bản",
    year=2022,
    assigned=2022,
    assigner="Phó Chủ tịch UBND tỉnh Trần Văn Mẫu",
    lead="các doanh nghiệp viễn thông",
    field="Viễn thông",
    deadline_text="trước 30/9/2022",
    deadline_on=date(2022, 9, 30),
    documents=(LegalDocument(number="139/QĐ-UBND"),),
    title="Hội nghị tổng kết",
    province="Đông Hải",
)
DONE = Evidence(
    7, 2, Kind.ACHIEVEMENT, "Đã hoàn thành phủ sóng 31/31 thôn", published_on=date(2023, 1, 6)
)
SHORT = Evidence(
    8, 2, Kind.SHORTCOMING, "Còn 3 thôn chưa được phủ sóng", published_on=date(2023, 1, 6)
)
AGAIN = Evidence(9, 2, Kind.TASK, "tiếp tục phủ sóng các thôn còn lại")


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, State.OVERDUE),
        ({"deadline_on": TODAY}, State.NOT_STARTED),
        ({"deadline_on": None}, State.NOT_STARTED),
        ({"status": Status.UNDER_WAY}, State.OVERDUE),
        ({"status": Status.UNDER_WAY, "deadline_on": date(2023, 6, 30)}, State.UNDER_WAY),
        ({"status": Status.DROPPED}, State.DROPPED),
        ({"status": Status.COMPLETED}, State.DONE),
        ({"status": Status.COMPLETED, "done_on": date(2022, 9, 30)}, State.DONE_IN_TIME),
        ({"status": Status.COMPLETED, "done_on": date(2022, 10, 1)}, State.DONE_LATE),
        (
            {
                "status": Status.COMPLETED,
                "done_on": date(2022, 10, 1),
                "deadline_on": None,
            },
            State.DONE,
        ),
        ({"status": Status.COMPLETED, "evidence": (DONE,)}, State.DONE),
        (
            {"status": Status.COMPLETED, "evidence": (DONE,), "deadline_on": date(2023, 1, 6)},
            State.DONE_IN_TIME,
        ),
    ],
)
def test_the_state_on_a_day(values: dict[str, object], state: State) -> None:
    task = TASK._replace(**values)  # type: ignore[arg-type]
    assert task.state(TODAY) is state
    assert task.overdue(TODAY) is (state is State.OVERDUE)


def test_overdue_is_computed_against_the_day_that_is_asked_for() -> None:
    assert not TASK.overdue(date(2022, 9, 30))
    assert TASK.overdue(date(2022, 10, 1))


@pytest.mark.parametrize(
    ("evidence", "mention", "proposed"),
    [
        ((), Mention.NONE, None),
        ((DONE,), Mention.RESULT, Status.COMPLETED),
        ((SHORT,), Mention.SHORTCOMING, None),  # not started, as it is
        ((DONE, SHORT), Mention.SHORTCOMING, None),
        ((AGAIN,), Mention.REPEATED, Status.UNDER_WAY),
        ((AGAIN, DONE), Mention.RESULT, Status.COMPLETED),
    ],
)
def test_evidence_proposes_a_status(
    evidence: tuple[Evidence, ...], mention: Mention, proposed: Status | None
) -> None:
    task = TASK._replace(evidence=evidence)
    assert task.mention is mention
    assert task.proposed is proposed


def test_of_two_marks_the_newer_one_counts_and_on_one_day_the_shortcoming() -> None:
    assert status_by((DONE, SHORT)) is Status.NOT_STARTED
    later = replace(DONE, published_on=date(2023, 6, 1))
    assert status_by((later, SHORT)) is Status.COMPLETED
    assert status_by(()) is None


def test_what_is_asked_for() -> None:
    own = TASK._replace(id=2, basis=Basis.OWN_PLAN, assigner="", lead="", deadline_on=None)
    told = TASK._replace(id=3, evidence=(DONE,), status=Status.COMPLETED, note="Báo cáo 12")
    rows = [TASK, own, told]

    def ids(wanted: TaskFilter, proposed: frozenset[int] = frozenset()) -> list[int]:
        return [row.id for row in narrowed(rows, wanted, TODAY, proposed)]

    assert ids(TaskFilter()) == [1, 2, 3]
    assert ids(TaskFilter(states=(State.OVERDUE,))) == [1]
    assert ids(TaskFilter(mentions=(Mention.NONE,))) == [1, 2]
    assert ids(TaskFilter(basis=Basis.OWN_PLAN)) == [2]
    assert ids(TaskFilter(leads=("",))) == [2]
    assert ids(TaskFilter(givers=(TASK.assigner,), fields=("Viễn thông",))) == [1, 3]
    assert ids(TaskFilter(provinces=("Sơn Lâm",))) == []
    assert ids(TaskFilter(with_proposals=True), frozenset({2})) == [2]
    assert ids(TaskFilter(query="tran van mau  SÓNG")) == [1, 3]
    assert ids(TaskFilter(query="139/qđ")) == [1, 2, 3]
    assert ids(TaskFilter(query="bao cao 12")) == [3]


@pytest.mark.parametrize("by", ORDERS)
@pytest.mark.parametrize("descending", [False, True])
def test_every_order_keeps_all_rows(by: str, descending: bool) -> None:
    rows = [TASK._replace(id=n, deadline_on=date(2022, n, 1)) for n in (3, 1, 2)]
    found = ordered(rows, by, TODAY, descending=descending)
    assert sorted(row.id for row in found) == [1, 2, 3]
    if by == "deadline":
        assert [row.id for row in found] == ([3, 2, 1] if descending else [1, 2, 3])
    else:  # those alike stay as they were
        assert [row.id for row in found] == [3, 1, 2]


@pytest.mark.parametrize("descending", [False, True])
def test_what_is_not_said_stands_at_the_end(descending: bool) -> None:
    rows = [TASK._replace(id=1, assigner=""), TASK, TASK._replace(id=3, assigner="Bí thư")]
    assert ordered(rows, "giver", TODAY, descending=descending)[-1].id == 1
