"""The text cut for the cursor."""

import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.records import Span
from tttt_desktop.domain.text import normalise, units
from tttt_desktop.ui.editor.script import Script

TEXTS = st.text(st.sampled_from(list("ađ; .,:\n1“”()ữT"))).map(normalise)


@given(TEXTS)
def test_clauses_are_the_units_of_their_paragraph(text: str) -> None:
    script = Script(text)
    for number in range(len(script)):
        at = script.paragraph(number)
        found = [Span(c.start - at.start, c.stop - at.start) for c in script.clauses(number)]
        assert found == units(at.of(text))


def test_clauses_are_the_units_that_can_be_suggested(text: str) -> None:
    script = Script(text)
    assert [c for number in range(len(script)) for c in script.clauses(number)] == units(text)


@given(TEXTS, st.data())
def test_a_paragraph_holds_the_offsets_between_line_ends(text: str, data: st.DataObject) -> None:
    script, offset = Script(text), data.draw(st.integers(0, len(text)))
    number = script.paragraph_at(offset)
    assert number == text[:offset].count("\n")
    assert script.paragraph(number).start <= offset <= script.paragraph(number).stop


@given(TEXTS, st.data())
def test_a_selection_grows_to_whole_syllables(text: str, data: st.DataObject) -> None:
    one, other = (data.draw(st.integers(0, len(text))) for _ in range(2))
    span = Script(text).snapped(one, other)
    if span is None:
        assert not re.search(r"[^\W_]", text[min(one, other) : max(one, other)])
        return
    words = span.of(text)
    assert words == words.strip()
    assert not words.endswith((";", ",", ":"))
    for edge in (span.start, span.stop):
        around = text[max(0, edge - 1) : edge + 1]
        assert not (len(around) == 2 and around.isalnum()), "a syllable is cut"


def test_a_selection_keeps_the_full_stop_and_leaves_the_semicolon(
    text: str, span_of: Callable[[str], Span]
) -> None:
    script = Script(text)
    rough = span_of("ân lực còn thiếu. ")
    assert script.snapped(rough.stop, rough.start) == span_of("nhân lực còn thiếu.")
    rough = span_of(" số xã chưa có mạng; ")
    assert script.snapped(rough.start, rough.stop) == span_of("số xã chưa có mạng")


def test_selected_quotation_marks_stay() -> None:
    script = Script("Ông nói “không để ai ở lại” với hội nghị.")
    assert script.snapped(8, 27) == Span(8, 27)
    assert script.snapped(9, 26) == Span(9, 26)


def test_ends_go_by_syllables_and_take_the_full_stop() -> None:
    script = Script("Đạt 742,67 tỷ; tăng 6,4 %. “Rất tốt.”")
    assert [script.text[:stop].split()[-1] for stop in script.stops(0)[:3]] == [
        "Đạt",
        "742,67",
        "tỷ",
    ]
    assert 26 in script.stops(0), "behind the full stop of the sentence"
    assert script.starts(0)[0] == 0
