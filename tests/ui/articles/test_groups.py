"""Where years begin, for every list in which equal years stand together."""

from collections.abc import Sequence
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.ui.articles.groups import Group, Year, year_groups

YEARS = st.lists(
    st.tuples(st.integers(1990, 2040), st.integers(1, 30)),
    max_size=12,
    unique_by=lambda pair: pair[0],
).map(
    lambda pairs: [
        year or None for year, count in sorted(pairs, reverse=True) for _ in range(count)
    ]
)


@given(YEARS, st.integers(0, 5))
def test_groups_are_the_runs_of_equal_years(years: list[Year], undated: int) -> None:
    years = years + [None] * undated
    expected, first = [], 0
    for year, run in groupby(years):
        count = len(list(run))
        expected.append(Group(year, first, count))
        first += count
    assert year_groups(len(years), lambda at: [years[one] for one in at]) == expected


def test_a_long_list_is_asked_about_a_few_times() -> None:
    asked: list[int] = []

    def years_at(positions: Sequence[int]) -> list[Year]:
        asked.append(len(positions))
        return [2030 - at // 9_000 for at in positions]

    assert len(year_groups(100_000, years_at)) == 12
    assert len(asked) <= 20
    assert sum(asked) <= 300
