"""Texts that say nearly the same have nearly the same sketch; texts that share stock phrases only have not."""

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.likeness import (
    SKETCH_SIZE,
    digest,
    exact_similarity,
    fingerprint,
    from_hex,
    sketch,
    to_hex,
)

TEXTS = st.text("ab ,.\năâđ", max_size=60)


def article(seed: int, words: int = 600) -> list[str]:
    """Words in a random order."""
    chance = random.Random(seed)
    return [f"từ{chance.randrange(900)}" for _ in range(words)]


def test_the_fingerprint_is_of_one_text() -> None:
    mark = fingerprint("Một bài viết")
    assert mark.fits("Một bài viết")
    assert not mark.fits("Một bài viết khác")
    assert mark.digest == digest("MỘT  bài\nviet")
    assert len(mark.digest) == 64


def test_case_signs_and_the_place_of_diacritics_do_not_matter() -> None:
    one = "Ủy ban nhân dân tỉnh Hòa Bình, các sở và ngành họp sáng nay."
    other = "UỶ BAN nhân dân tỉnh Hoà Bình - các sở và ngành; họp (sáng nay)"
    assert sketch(one) == sketch(other)
    assert exact_similarity(one, other) == 1


def test_short_texts_have_no_sketch() -> None:
    for text in ("", "…", "một hai ba"):
        assert sketch(text) == ()
    assert exact_similarity("một hai", "một hai") == 0
    assert exact_similarity("", "một hai ba bốn") == 0


def test_values_stay_the_same_from_version_to_version() -> None:
    """They lie in the files of users: another hash would find no old article again."""
    assert sketch("sáng nay sở tổ chức hội nghị tổng kết") == (
        1921976690,
        2723668753,
        3767882193,
        3974995706,
        4046042317,
        4270447085,
    )


def test_texts_share_as_much_of_their_sketches_as_of_their_words() -> None:
    words = article(1)
    whole = sketch(" ".join(words))
    assert len(whole) == SKETCH_SIZE
    near = sketch(" ".join(words[:540] + article(2, 60)))
    assert len({*whole} & {*near}) > 0.6 * SKETCH_SIZE
    assert not {*whole} & {*sketch(" ".join(article(3)))}


def test_exact_similarity_is_the_share_of_common_words() -> None:
    words, others = article(1), article(2)
    text = " ".join(words)
    for kept in (540, 420, 300, 0):
        other = " ".join(words[:kept] + others[kept:])
        assert abs(exact_similarity(text, other) - kept / 600) < 0.01
        assert exact_similarity(text, other) == exact_similarity(other, text)
    assert abs(exact_similarity(text, " ".join(words[:300])) - 2 / 3) < 0.01


@given(TEXTS, TEXTS)
def test_shares_are_shares(one: str, other: str) -> None:
    assert 0 <= exact_similarity(one, other) <= 1
    assert sketch(one) == tuple(sorted(set(sketch(one))))


@given(st.lists(st.text("ab cdeđ.", max_size=40).map(sketch)))
def test_sketches_are_read_as_they_were_written(sketches: list[tuple[int, ...]]) -> None:
    written = [to_hex(values) for values in sketches]
    assert [from_hex(text) for text in written] == sketches
    assert from_hex("".join(written)) == tuple(value for values in sketches for value in values)


def test_a_sketch_costs_little() -> None:
    text = " ".join(article(1, 540))
    sketch(text)
    began = time.process_time()
    for _ in range(100):
        sketch(text)
    assert (time.process_time() - began) / 100 < 0.02  # far more than it may take
