from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.stretches import stretches


def test_numbers_that_follow_one_another_are_one_range():
    assert list(stretches([5, 3, 9, 4, 3])) == [range(3, 6), range(9, 10)]


def test_a_range_may_begin_at_nought_or_below():
    assert list(stretches([0, -1, 2])) == [range(-1, 1), range(2, 3)]


@given(st.lists(st.integers(-20, 20)))
def test_nothing_is_lost_and_a_gap_lies_between_two_ranges(numbers):
    found = list(stretches(numbers))
    assert [number for one in found for number in one] == sorted(set(numbers))
    assert all(one.stop < following.start for one, following in pairwise(found))
