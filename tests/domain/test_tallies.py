"""The counts a leader asks for add up, whatever the tasks are."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.following import Evidence, FollowedTask, Mention, State
from tttt_desktop.domain.records import Kind, Status
from tttt_desktop.domain.tallies import GROUPINGS, tallies

DAYS = st.none() | st.dates(date(2022, 1, 1), date(2023, 12, 31))
NAMES = st.sampled_from(("", "Sở Nội vụ", "sở  nội vụ", "Sở Y tế"))
EVIDENCE = st.builds(
    Evidence,
    id=st.integers(1, 9),
    article_id=st.just(1),
    kind=st.sampled_from(Kind),
    quote=st.sampled_from(("đã hoàn thành", "còn chậm", "tiếp tục")),
    published_on=DAYS,
)
TASKS = st.lists(
    st.builds(
        FollowedTask,
        id=st.integers(1, 99),
        article_id=st.just(1),
        start=st.just(0),
        quote=st.just("rà soát"),
        year=st.just(2022),
        assigned=st.just(2022),
        assigner=NAMES,
        lead=NAMES,
        field=NAMES,
        province=NAMES,
        deadline_on=DAYS,
        done_on=DAYS,
        status=st.sampled_from(Status),
        evidence=st.lists(EVIDENCE, max_size=2).map(tuple),
    ),
    max_size=30,
)


@given(TASKS, st.sampled_from(GROUPINGS), st.dates(date(2022, 1, 1), date(2024, 1, 1)))
def test_counts_add_up(rows: list[FollowedTask], by: str, on: date) -> None:
    table = tallies(rows, by, on)
    assert table.total.given == len(rows)
    for one in (table.total, *table.groups):
        assert sum(one.states.values()) == sum(one.mentions.values()) == one.given
    for state in State:
        assert sum(group.count(state) for group in table.groups) == table.total.count(state)
        assert table.total.count(state) == sum(row.state(on) is state for row in rows)
    for mention in Mention:
        assert sum(group.mentions.get(mention, 0) for group in table.groups) == sum(
            row.mention is mention for row in rows
        )
    assert table.total.done == sum(row.status is Status.COMPLETED for row in rows)
    assert table.total.not_mentioned == sum(not row.evidence for row in rows)


@given(TASKS)
def test_one_name_is_one_line_and_what_is_not_said_the_last(rows: list[FollowedTask]) -> None:
    table = tallies(rows, "lead", date(2023, 1, 1))
    names = [group.value.casefold() for group in table.groups]
    assert len(set(names)) == len(names) <= 3
    if "" in names:
        assert names[-1] == ""
        assert table.title(table.groups[-1]) == "Chưa nêu cơ quan chủ trì"
