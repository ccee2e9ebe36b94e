"""Where each key takes the cursor."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tttt_desktop.domain.records import Annotation, Kind, Page, Span
from tttt_desktop.ui.editor import places
from tttt_desktop.ui.editor.marks import Mark, marks_of
from tttt_desktop.ui.editor.places import Place
from tttt_desktop.ui.editor.script import Script

SpanOf = Callable[[str], Span]


@pytest.fixture
def script(text: str) -> Script:
    return Script(text)


@pytest.fixture
def marks(page: Page) -> list[Mark]:
    return marks_of(page)


def test_reading_begins_at_the_first_suggestion(script: Script, marks: list[Mark]) -> None:
    place = places.first_place(script, marks, frozenset())
    assert place
    assert place.ref == ("suggestion", 11)


def test_without_suggestions_it_begins_behind_the_quiet_lines(script: Script, text: str) -> None:
    place = places.first_place(script, [], frozenset({0, 1, 5}))
    assert place
    assert place.span.of(text).startswith("Năm qua")


def test_a_text_without_words_has_no_place() -> None:
    assert places.first_place(Script("…\n–"), [], frozenset()) is None


def test_sentences_are_visited_one_by_one_and_both_ways(script: Script, text: str) -> None:
    place = Place(places.sentence_at(script, 0) or Span(0, 0))
    forth = [place.span]
    while (following := places.next_sentence(script, [], place, True)) != place:
        place = following
        forth.append(place.span)
    back = [place.span]
    while (previous := places.next_sentence(script, [], place, False)) != place:
        place = previous
        back.append(place.span)
    assert forth == back[::-1]
    assert [span.of(text)[:8] for span in forth] == [
        "Tổng kết", "10:47 06", "Năm qua,", "Hội nghị", "Tuy nhiê", "Kinh phí", "Đồng chí", "Các đơn ", "Lê Thị M",
    ]  # fmt: skip


def test_clauses_are_entered_from_their_sentence(
    script: Script, text: str, span_of: SpanOf
) -> None:
    whole = Place(span_of("Tuy nhiên, một số xã chưa có mạng; nhân lực còn thiếu."))
    first = places.next_clause(script, [], whole, True)
    second = places.next_clause(script, [], first, True)
    assert first.span == span_of("Tuy nhiên, một số xã chưa có mạng")
    assert second.span == span_of("nhân lực còn thiếu.")
    assert places.next_clause(script, [], second, False) == first


def test_a_sentence_mostly_marked_is_the_mark(
    script: Script, marks: list[Mark], span_of: SpanOf
) -> None:
    before = Place(span_of("Hội nghị khen thưởng ba tập thể."))
    clause = places.next_clause(script, marks, before, False)
    assert clause.ref == ("annotation", 1)


def test_every_mark_alone_in_its_clause_is_met_by_arrows(script: Script, marks: list[Mark]) -> None:
    place, met = Place(Span(0, 1)), set()
    while (following := places.next_clause(script, marks, place, True)) != place:
        place = following
        met.add(place.ref)
    assert met >= {mark.ref for mark in marks}


def test_ends_move_by_syllables(script: Script, text: str, span_of: SpanOf) -> None:
    place = Place(span_of("một số xã chưa có mạng"))
    shorter = places.with_stop_moved(script, place, False)
    assert shorter.span.of(text) == "một số xã chưa có"
    assert shorter.chosen
    assert places.with_stop_moved(script, shorter, True).span == place.span
    assert places.with_start_moved(script, place, False).span.of(text).startswith("nhiên, một số")
    assert places.with_start_moved(script, place, True).span.of(text).startswith("số xã")


def test_one_syllable_always_stays(script: Script, text: str, span_of: SpanOf) -> None:
    place = Place(span_of("mạng"))
    assert places.with_stop_moved(script, place, False) == place
    assert places.with_start_moved(script, place, True) == place


def test_one_more_sentence(script: Script, span_of: SpanOf) -> None:
    place = Place(span_of("Tuy nhiên, một số"))
    once = places.with_sentence_taken(script, place)
    twice = places.with_sentence_taken(script, once)
    assert once.span == span_of("Tuy nhiên, một số xã chưa có mạng; nhân lực còn thiếu.")
    assert twice.span.stop == span_of("Kinh phí năm 2022 rất hạn hẹp.").stop


def test_a_dragged_end_snaps(script: Script, text: str, span_of: SpanOf) -> None:
    place = Place(span_of("một số xã chưa có mạng"))
    pulled = places.with_end_dragged(script, place, False, span_of("chưa có").start + 3)
    assert pulled.span.of(text) == "một số xã chưa"
    past = places.with_end_dragged(script, place, True, place.span.stop + 40)
    assert past.span.of(text) == "mạng"


def test_suggestions_follow_one_another_round_the_end(marks: list[Mark]) -> None:
    visited, mark = [], marks[0]
    for _ in range(4):
        visited.append(mark.ref[1])
        mark = places.open_suggestion(marks, mark.start, beside=mark.ref) or mark
    assert visited == [11, 12, 13, 11]
    back = places.open_suggestion(marks, marks[0].start, forward=False, beside=marks[0].ref)
    assert back
    assert back.ref == ("suggestion", 13)


def test_clicks_go_round_the_marks_that_lie_there(
    script: Script, page: Page, span_of: SpanOf
) -> None:
    wide = Annotation(3, 1, Kind.TASK, span_of("Tuy nhiên, một số xã chưa có mạng"), "")
    marks = marks_of(replace(page, annotations=(*page.annotations, wide)))
    offset = span_of("xã chưa").start
    once = places.at_offset(script, marks, offset)
    twice = places.at_offset(script, marks, offset, once)
    thrice = places.at_offset(script, marks, offset, twice)
    assert once
    assert once.ref == ("annotation", 2)
    assert twice
    assert twice.ref == ("annotation", 3)
    assert thrice == once


def test_the_cause_belongs_to_the_shortcoming_before(marks: list[Mark], span_of: SpanOf) -> None:
    place = Place(span_of("Kinh phí năm 2022 rất hạn hẹp."))
    owner = places.cause_owner(marks, place, None)
    assert owner
    assert owner.ref == ("annotation", 2)
    assert places.cause_owner(marks, Place(span_of("Tổng kết")), None) is None


def test_after_a_decision_the_next_suggestion_is_current(script: Script, marks: list[Mark]) -> None:
    place, left = places.at_mark(marks[0]), marks[1:]
    assert places.place_after(script, marks, left, place, None).ref == ("suggestion", 12)


def test_after_the_last_decision_the_cursor_rests_there(
    script: Script, marks: list[Mark], span_of: SpanOf
) -> None:
    decided = [mark for mark in marks if mark.decided]
    place = places.at_mark(marks[-1])
    after = places.place_after(script, [*decided, marks[-1]], decided, place, None)
    assert after == Place(span_of("phủ sóng 100% thôn bản."))


def test_after_an_undo_what_came_back_is_current(script: Script, marks: list[Mark]) -> None:
    place = places.at_mark(marks[-1])
    assert places.place_after(script, marks[1:], marks, place, None).ref == ("suggestion", 11)


def test_a_mark_undone_leaves_the_cursor_where_it_was(
    script: Script, marks: list[Mark], span_of: SpanOf
) -> None:
    mark = next(mark for mark in marks if mark.ref == ("annotation", 1))
    left = [other for other in marks if other is not mark]
    stays = places.place_after(script, marks, left, places.at_mark(mark), None)
    goes = places.place_after(script, marks, left, places.at_mark(mark), mark.ref)
    assert stays == Place(span_of("doanh thu đạt 742,67 tỷ đồng."))
    assert goes.ref == ("suggestion", 12)
