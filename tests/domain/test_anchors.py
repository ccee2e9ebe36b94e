"""Anchors keep their text through corrections."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain import anchors
from tttt_desktop.domain.anchors import (
    CONTEXT,
    Edit,
    apply,
    edits_between,
    locate,
    prefix_suffix,
    shift,
)
from tttt_desktop.domain.records import Span

WORDS = st.sampled_from(["Sở", "đẩy", "mạnh", " ", " ", ". ", "hòa", "1.946", "\n", "😀", "an"])
TEXTS = st.lists(WORDS, max_size=40).map("".join)


@st.composite
def edited(draw):
    """A text, edits apart from one another, and a span."""
    text = draw(TEXTS.filter(bool))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    edits = [
        Edit(start, draw(st.integers(0, stop - start)), draw(TEXTS))
        for start, stop in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    ends = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return text, edits, Span(*ends)


@given(TEXTS, TEXTS)
def test_the_edits_make_the_new_text(old, new):
    assert apply(old, edits_between(old, new)) == new


@given(TEXTS, TEXTS, st.integers(0, 6))
def test_texts_too_long_to_compare_whole_are_compared_between_what_stands_once(old, new, most):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(anchors, "_MOST_PAIRS", most)
        edits = edits_between(old, new)
    assert apply(old, edits) == new
    assert all(one.stop <= other.start for one, other in pairwise(edits))
    assert all(edit.removed or edit.inserted for edit in edits)


def test_two_slips_far_apart_in_a_long_text_are_two_edits():
    old = "".join(f"Câu thứ {n} nói việc {n % 7}. " for n in range(5_000))
    new = old.replace("Câu thứ 10 nói", "Câu thứ 10 nêu").replace(
        "Câu thứ 4990 nói", "Câu thứ 4990 nêu"
    )
    assert [edit.inserted for edit in edits_between(old, new)] == ["nêu", "nêu"]


@given(TEXTS)
def test_an_unchanged_text_has_no_edits(text):
    assert edits_between(text, text) == []


@given(edited())
def test_edits_outside_a_span_keep_its_quote(case):
    text, edits, span = case
    outside = [e for e in edits if e.stop <= span.start or e.start >= span.stop]
    moved = shift(span, outside)
    if len(span):
        assert moved is not None
        assert moved.of(apply(text, outside)) == span.of(text)


@given(edited())
def test_a_span_is_lost_only_with_its_last_character(case):
    text, edits, span = case
    removed = {at for edit in edits for at in range(edit.start, edit.stop)}
    survivors = [at for at in range(span.start, span.stop) if at not in removed]
    moved = shift(span, edits)
    assert (moved is None) == (not survivors)
    if moved is not None:
        new = apply(text, edits)
        assert moved.stop <= len(new)
        kept = "".join(text[at] for at in survivors)
        letters = iter(moved.of(new))
        assert all(letter in letters for letter in kept), "what stayed of the quote is still inside"


@given(edited())
def test_a_correction_inside_stays_inside(case):
    _, edits, span = case
    inside = [e for e in edits if span.start < e.start and e.stop < span.stop]
    moved = shift(span, inside)
    if len(span):
        grown = sum(len(e.inserted) - e.removed for e in inside)
        assert moved == Span(span.start, span.stop + grown)


def test_what_is_inserted_right_at_an_end_stays_outside():
    text = "Sở chủ trì."
    span = Span(3, 10)
    edits = [Edit(3, 0, "TT&TT "), Edit(10, 0, ", phối hợp")]
    moved = shift(span, edits)
    assert moved is not None
    assert moved.of(apply(text, edits)) == "chủ trì"


def test_edits_out_of_order_are_refused():
    with pytest.raises(ValueError, match="order"):
        apply("abc", [Edit(2, 1, ""), Edit(0, 1, "")])


@given(TEXTS, st.data())
def test_prefix_and_suffix_surround_the_span(text, data):
    ends = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    span = Span(*ends)
    before, after = prefix_suffix(text, span)
    assert len(before) == min(CONTEXT, span.start)
    assert before + span.of(text) + after in text


@given(edited())
def test_a_moved_quote_is_found_again(case):
    text, edits, span = case
    outside = [e for e in edits if e.stop <= span.start or e.start >= span.stop]
    new = apply(text, outside)
    quote = span.of(text)
    found = locate(new, quote, *prefix_suffix(text, span), span.start)
    if quote:
        assert found is not None
        assert found.of(new) == quote


def test_of_several_places_the_surroundings_decide_then_the_nearest():
    text = "Năm 2022: tăng 5%. Năm 2023: tăng 5%. Năm 2023: tăng 5%."
    places = [at for at in range(len(text)) if text.startswith("tăng 5%", at)]
    assert locate(text, "tăng 5%", "Năm 2022: ", ".", 60) == Span(places[0], places[0] + 7)
    assert locate(text, "tăng 5%", "Năm 2023: ", ". Năm 2023", 0) == Span(places[1], places[1] + 7)
    assert locate(text, "tăng 5%", "2023: ", ".", places[2]) == Span(places[2], places[2] + 7)


def test_blanks_and_the_seat_of_tone_marks_are_forgiven():
    text = "Hòa Bình đẩy mạnh\nsố hóa  hồ sơ."
    found = locate(text, "Hoà Bình đẩy mạnh số hoá hồ sơ", "", "", 0)
    assert found is not None
    assert found.of(text) == "Hòa Bình đẩy mạnh\nsố hóa  hồ sơ"


def test_an_exact_place_wins_over_a_similar_one():
    text = "số hoá; số hóa"
    found = locate(text, "số hóa", "", "", 0)
    assert found == Span(8, 14)


@pytest.mark.parametrize("quote", ["", "   ", "không có trong bài"])
def test_what_is_not_there_is_not_found(quote):
    assert locate("Sở triển khai nhiệm vụ.", quote, "", "", 0) is None


def test_a_long_text_with_a_few_edits_is_quick():
    old = " ".join(f"Câu số {n} nói về việc thứ {n * 7}." for n in range(700))
    new = old.replace("số 3 ", "số ba ").replace("số 650 ", "số sáu trăm năm mươi ")
    start = time.perf_counter()
    edits = edits_between(old, new)
    assert time.perf_counter() - start < 2.0
    assert apply(old, edits) == new
    assert len(edits) < 10
