"""What is remembered: read back as it was, and nothing that a person or an office is called by."""

from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.following import Mention, State
from tttt_desktop.domain.records import Basis
from tttt_desktop.domain.task_filter import TaskFilter
from tttt_desktop.ui.following import conditions
from tttt_desktop.ui.following.kept import Kept
from tttt_desktop.ui.settings import Settings

FILTERS = st.builds(
    TaskFilter,
    states=st.lists(st.sampled_from(State), unique=True).map(tuple),
    mentions=st.lists(st.sampled_from(Mention), unique=True).map(tuple),
    basis=st.none() | st.sampled_from(Basis),
    with_proposals=st.booleans(),
)


@given(FILTERS)
def test_conditions_come_back_as_they_were(wanted: TaskFilter) -> None:
    assert conditions.recalled(conditions.remembered(wanted)) == wanted


@given(st.text())
def test_what_is_not_understood_is_no_condition(kept: str) -> None:
    assert isinstance(conditions.recalled(kept), TaskFilter)


def test_names_are_not_kept() -> None:
    kept = conditions.remembered(TaskFilter("tìm", givers=("Trần Văn Mẫu",), leads=("Sở Mẫu",)))
    assert "Mẫu" not in kept
    assert "tìm" not in kept


def test_years_order_face_and_grouping() -> None:
    kept = Kept(Settings())
    assert (kept.year, kept.later, kept.order, kept.face) == (None, 0, (-1, False), "list")
    kept.set_years(2022, 1)
    kept.set_order(3, True)
    kept.set_face("calendar")
    kept.set_grouping("field")
    again = Kept(Settings())
    assert (again.year, again.later, again.order) == (2022, 1, (3, True))
    assert (again.face, again.grouping) == ("calendar", "field")
