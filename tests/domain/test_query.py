"""What is typed into a search box: words, spellings, abbreviations, quotes; and where they stand."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tttt_desktop.domain.query import (
    MOST_WORDS,
    places,
    says_exactly,
    stretches,
    understand,
    without_unfinished_letter,
)
from tttt_desktop.domain.text import fold

TEXT = (
    "Tờ trình về đường dây; đã trình tờ trình thứ hai. Mất trinh tiết (1+1). Tỉ lệ và tỷ lệ, ti le."
    " Sở TT&TT, UBND tỉnh; sở Thông tin và Truyền thông, Uỷ ban nhân dân tỉnh. Hoà bình, HÒA BÌNH; kĩ thuật, kỹ thuật."
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("to trinh", ["Tờ trình", "tờ trình"]),
        ("trinh to", ["trình tờ"]),
        ("đuong  day", ["đường dây"]),
        ("trinh dây", ["trình", "dây", "trình", "trình", "trinh"]),
        ("1+1", ["1+1"]),
        ("rình", []),
        ("", []),
        (" ", []),
        # quotes: exact but for upper and lower case
        ('"TỜ TRÌNH"', ["Tờ trình", "tờ trình"]),
        ('"to trinh"', []),
        ('"tỉ lệ"', ["Tỉ lệ"]),
        ('"tỷ lệ"', ["tỷ lệ"]),
        ('"ti le"', ["ti le"]),
        ("“tỉ lệ”", ["Tỉ lệ"]),
        ('"tỉ lệ', ["Tỉ lệ"]),
        ('"hòa bình"', ["HÒA BÌNH"]),
        ('"tỉ l"', []),
        # spellings that sound alike
        ("ti le", ["Tỉ lệ", "tỷ lệ", "ti le"]),
        ("TỶ LỆ", ["Tỉ lệ", "tỷ lệ", "ti le"]),
        ("hòa bình", ["Hoà bình", "HÒA BÌNH"]),
        ("ky thuat", ["kĩ thuật", "kỹ thuật"]),
        # office abbreviations, both ways
        ("TT&TT", ["TT&TT", "Thông tin và Truyền thông"]),
        ("tttt", ["TT&TT", "Thông tin và Truyền thông"]),
        ("tt-tt ", ["TT&TT", "Thông tin và Truyền thông"]),
        ("thông tin và truyền thông", ["TT&TT", "Thông tin và Truyền thông"]),
        ("ubnd tỉnh", ["UBND tỉnh", "Uỷ ban nhân dân tỉnh"]),
        ("uy ban nhan dan tinh", ["UBND tỉnh", "Uỷ ban nhân dân tỉnh"]),
        ('"ubnd"', ["UBND"]),
    ],
)
def test_what_is_lit(query: str, found: list[str]) -> None:
    for typed in (query, unicodedata.normalize("NFD", query)):
        assert [hit.of(TEXT) for hit in stretches(understand(typed), TEXT)] == found


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("CNTT", "công nghệ thông tin"),
        ("CĐS", "chuyển đổi số"),
        ("CCHC", "cải cách hành chính"),
        ("HĐND", "hội đồng nhân dân"),
        ("ATTT", "an toàn thông tin"),
        ("DVCTT", "dịch vụ công trực tuyến"),
        ("KT-XH", "kinh tế - xã hội"),
        ("BCVT", "bưu chính, viễn thông"),
    ],
)
def test_abbreviations_find_their_long_forms_and_the_reverse(short: str, long: str) -> None:
    for typed, text in ((short, long), (long, short), (short, short), (long, long)):
        (hit,) = stretches(understand(typed), text)
        assert hit.of(text) == text


def test_the_last_word_is_unfinished_until_a_space() -> None:
    assert stretches(understand("chuy"), "chuyển")
    assert not stretches(understand("chuy "), "chuyển")
    assert not without_unfinished_letter(understand("c"))
    assert without_unfinished_letter(understand("c "))
    assert without_unfinished_letter(understand("5"))
    assert len(without_unfinished_letter(understand("sở c")).terms) == 1


def test_a_pasted_page_is_searched_for_by_its_beginning() -> None:
    query = understand("tỉ lệ kĩ thuật " * 700)
    assert sum(len(term.words) for term in query.terms) == MOST_WORDS
    for joined in ("ti-" * 3000, '"' + "tỉ lệ " * 3000):
        (form, *_) = understand(joined).forms
        assert len(form.tokens) == MOST_WORDS


@given(st.text(max_size=60), st.text(max_size=120))
@example('"', "a")
@example("İ\u0130", "İstanbul")
@example('"\u0130"', "\u0130")
@example("\x00\ud800", "\x00")
@example("AND OR NOT NEAR(a b)* ^:-", "and or not near a b")
def test_nothing_typed_is_an_error_and_every_place_is_in_the_text(typed: str, text: str) -> None:
    query = understand(typed)
    for span in stretches(query, text):
        assert len(span) > 0
        assert span.stop <= len(text)
    says_exactly(query, text)


WORDS = st.lists(
    st.sampled_from(["Sở", "TT&TT", "tỉ", "lệ", "742,67", "chuyển", "đổi", "số", "UBND", "kỹ"]),
    min_size=1,
    max_size=6,
)


@given(WORDS, WORDS, WORDS)
def test_any_stretch_of_a_text_is_found_in_it_as_a_whole(
    before: list[str], here: list[str], after: list[str]
) -> None:
    said = " ".join(here)
    text = " ".join([*before, said, *after])
    for typed in (said, fold(said).upper()):
        lit = stretches(understand(typed), text)
        assert any(fold(said) == fold(hit.of(text)) for hit in lit)
    assert says_exactly(understand(f'"{said}"'), text)


@given(WORDS, WORDS)
def test_quotes_find_nothing_that_the_bare_words_do_not(words: list[str], text: list[str]) -> None:
    said, whole = " ".join(words), " ".join(text)
    exact = places(understand(f'"{said}"'), whole)
    bare = places(understand(f"{said} "), whole)
    assert not exact or bare
