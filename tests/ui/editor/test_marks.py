"""What the reader paints."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.records import Kind, Page, Span, SuggestionState
from tttt_desktop.ui.editor.marks import Mark, MarkIndex, covering, difference, flattened, marks_of


def _mark(number: int, start: int, length: int, kind: Kind, decided: bool) -> Mark:
    return Mark(start, start + length, ("annotation", number), kind, decided)


MARKS = st.lists(
    st.builds(
        _mark,
        st.integers(1, 9999),
        st.integers(0, 60),
        st.integers(1, 30),
        st.sampled_from(Kind),
        st.booleans(),
    ),
    max_size=12,
    unique_by=lambda mark: mark.ref,
).map(sorted)


def test_a_page_gives_its_marks_in_text_order(page: Page) -> None:
    assert [mark.ref for mark in marks_of(page)] == [
        ("suggestion", 11),
        ("annotation", 1),
        ("annotation", 2),
        ("suggestion", 12),
        ("suggestion", 13),
    ]


def test_lost_marks_and_decided_suggestions_have_no_place(page: Page) -> None:
    lost = replace(page.annotations[0], lost=True)
    declined = replace(page.suggestions[0], state=SuggestionState.DECLINED)
    shown = marks_of(replace(page, annotations=(lost,), suggestions=(declined,)))
    assert shown == []


@given(MARKS)
def test_flattened_stretches_cover_what_is_decided_and_nothing_twice(marks: list[Mark]) -> None:
    stretches = flattened(marks)
    covered = [at for stretch in stretches for at in range(stretch.start, stretch.stop)]
    wanted = {at for mark in marks if mark.decided for at in range(mark.start, mark.stop)}
    assert len(covered) == len(set(covered))
    assert set(covered) == wanted
    for stretch in stretches:
        lying = [m for m in covering(marks, stretch.start) if m.decided]
        assert stretch.mark in lying
        assert len(stretch.mark.span) == min(len(mark.span) for mark in lying)


@given(MARKS, st.integers(0, 60), st.integers(1, 30))
def test_the_index_finds_the_marks_of_a_place(marks: list[Mark], start: int, length: int) -> None:
    place = Span(start, start + length)
    assert MarkIndex(marks).near(place.start, place.stop) == [
        mark for mark in marks if mark.span.overlaps(place)
    ]


@given(MARKS, MARKS)
def test_the_difference_names_what_to_paint_anew(old: list[Mark], new: list[Mark]) -> None:
    assert difference(old, new) == set(old) ^ set(new)
