"""List numbers: forms, levels, restarts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.importing.documents.numbering import Counters, Level, written


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (1994, "upperRoman", "MCMXCIV"),
        (9, "lowerRoman", "ix"),
        (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"),
        (0, "upperLetter", "0"),
        (2, "cardinalText", "Hai"),
        (1, "ordinalText", "Thứ nhất"),
        (4, "ordinalText", "Thứ tư"),
        (4, "vietnameseCounting", "bốn"),
        (4, "chineseCounting", "4"),
        (4, "none", ""),
        (10**9, "upperRoman", "1000000000"),
    ],
)
def test_forms(number: int, form: str, shown: str) -> None:
    assert written(number, form) == shown


def test_deeper_levels_begin_again_below_a_new_item() -> None:
    levels = {0: Level("upperRoman", "%1."), 1: Level("decimal", "%1.%2."), 2: Level("bullet", "-")}
    lists = Counters()
    shown = [lists.label(1, levels, level) for level in (0, 1, 1, 2, 0, 1)]
    assert shown == ["I.", "I.1.", "I.2.", "-", "II.", "II.1."]


def test_a_level_that_never_begins_again() -> None:
    levels = {0: Level("decimal", "Chương %1"), 1: Level("decimal", "Điều %2.", restart=0)}
    lists = Counters()
    shown = [lists.label("x", levels, level) for level in (0, 1, 0, 1)]
    assert shown == ["Chương 1", "Điều 1.", "Chương 2", "Điều 2."]


def test_legal_numbers_are_all_digits() -> None:
    levels = {0: Level("upperRoman", "%1"), 1: Level("decimal", "%1.%2", legal=True)}
    lists = Counters()
    assert [lists.label(1, levels, level) for level in (0, 1)] == ["I", "1.1"]


def test_an_item_below_a_level_that_has_no_item_yet() -> None:
    levels = {0: Level("decimal", "%1."), 1: Level("decimal", "%1.%2.")}
    assert Counters().label(1, levels, 1) == "1.1."


@given(st.lists(st.integers(-2, 12), max_size=30), st.integers(0, 9))
def test_any_walk_over_levels_gives_a_line(walk: list[int], restart: int) -> None:
    levels = {at: Level("upperRoman", f"%{at + 1}.", restart=restart) for at in range(0, 9, 2)}
    lists = Counters()
    for level in walk:
        assert "\n" not in lists.label(0, levels, level)
