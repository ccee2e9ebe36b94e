"""The columns share any width exactly, and what matters most stays."""

from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.ui.following.columns import SHAPES, Column, widths


@given(st.integers(200, 4000), st.sampled_from((80, 100, 125, 150, 200)))
def test_they_fill_the_table_and_leave_out_by_importance(room: int, zoom: int) -> None:
    found = widths(room, zoom)
    assert sum(found.values()) == room
    assert found[Column.STATUS] > 0
    hidden = [one for one in Column if not found[one]]
    least = max((SHAPES[one].goes for one in hidden), default=0)
    assert all(SHAPES[one].goes > 0 for one in hidden)
    assert all(found[one] for one in Column if SHAPES[one].goes > least)


def test_all_are_shown_on_the_smallest_usual_screen() -> None:
    assert all(widths(1350).values())
    assert [one for one, width in widths(895).items() if not width] == [Column.GIVER]
