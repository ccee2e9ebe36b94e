"""RTF files: runs by their fonts, tables, stories beside the body, and files that are no good."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odd.rtf import BODY, CASES, TITLE, codes, rtf
from old_letters import ALL_LETTERS, LETTERS, encode

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.records import Block
from tttt_desktop.importing.documents import office
from tttt_desktop.importing.draft import words
from tttt_desktop.importing.page import noise
from tttt_desktop.importing.rtf.reader import read

CONTROLS = words(
    r"{ } \* \par \cell \row \nestrow \intbl \itap2 \header \footnote \shptxt \upr \pict \fonttbl \u-1"
    r" \v \'e9 \bin3 \f1 \f3 \plain \uc9 \deleted chu"
)


def blocks(body: str) -> list[tuple[str, str]]:
    return [(block.text, block.reason) for block in read(rtf(body)).blocks]


def lines(body: str) -> list[str]:
    return [text for text, _ in blocks(body)]


def test_paragraphs_are_lines() -> None:
    assert lines(f"{TITLE}\\par\n\\par\r\n  \\b {BODY[:10]}\\b0 {BODY[10:]}\\par") == [TITLE, BODY]


@pytest.mark.parametrize("gone", ["v", "deleted"])
def test_a_hidden_or_deleted_end_of_a_paragraph_parts_no_lines(gone: str) -> None:
    assert lines(f"{TITLE[:10]}\\{gone}\\par\\{gone}0 {TITLE[10:]}\\par {BODY}\\par") == [
        TITLE,
        BODY,
    ]


@pytest.mark.parametrize(
    ("font", "scheme", "letters"),
    [
        (1, "tcvn3", LETTERS + "ĂÂÊÔƠƯĐ"),
        (2, "tcvn3", LETTERS.upper()),
        (3, "vni", ALL_LETTERS),
    ],
)
def test_every_letter_is_read_by_the_font_of_its_run(font: int, scheme: str, letters: str) -> None:
    written = codes(encode(letters.lower() if font == 2 else letters, scheme))
    assert lines(f"{{\\f{font} {written}}}\\par") == [letters]


def test_a_letter_in_two_runs_of_one_font_stays_one_letter() -> None:
    assert lines(r"{\f3 Ho}{\f3\b\'e4i}{\f3  nghò}".replace("ò", r"\'f2")) == ["Hội nghị"]


def test_the_font_before_a_group_holds_after_it() -> None:
    assert lines(r"\f1 H\'e9i {\f0 \u259?} ngh\'de") == ["Hội ă nghị"]


def test_plain_and_the_default_font() -> None:
    data = rtf(r"H\'e9i \f0 H\u7897?i \plain ngh\'de", head=r"\ansi\ansicpg1252\deff1")
    assert [block.text for block in read(data).blocks] == ["Hội Hội nghị"]


def test_rows_are_lines_and_long_cells_keep_their_paragraphs() -> None:
    body = r"\trowd\pard\intbl a\cell b\cell\row\pard\intbl a\par b\cell c\cell\row\pard sau\par"
    assert lines(body) == ["a | b", "a", "b", "c", "sau"]


def test_a_row_left_open_ends_with_the_table() -> None:
    assert lines(r"\trowd\pard\intbl a\cell b\cell\pard sau\par") == ["a | b", "sau"]
    assert lines(r"\trowd\pard\intbl a\cell b\cell") == ["a | b"]


def test_edges_and_notes_are_set_aside_in_their_places() -> None:
    body = r"{\footer Trang 1\par}{\header UBND\par}{\headerf UBND\par}than{\footnote chu thich\par}\par"
    assert blocks(body) == [
        ("UBND", noise.HEAD),
        ("than", ""),
        ("chu thich", office.NOTE),
        ("Trang 1", noise.FOOT),
    ]


def test_a_picture_is_passed_over_with_its_bytes() -> None:
    assert lines("{\\pict\\bin4 }{\\}0102}sau\\par") == ["sau"]


@pytest.mark.parametrize(
    "written",
    [
        r"\uc0\u7897i\u7883",
        r"\uc1\u7897?i\u7883?",
        r"\uc1\u7897\'3fi\u7883\'3f",
        r"\uc2\u7897??i\u7883??",
        r"{\uc0\u7897}i\u7883?",
        r"\u7897\bullet i\u7883\~",
    ],
)
def test_fallbacks_of_unicode_letters_are_dropped(written: str) -> None:
    assert lines(written) == ["ộiị"]


def test_too_deep_is_refused_with_a_way_out() -> None:
    with pytest.raises(FileRefused, match=r"RTF.*Word"):
        read(b"{\\rtf1" + b"{" * 6_000)


@pytest.mark.parametrize("word", [rb"\b0\i0\fs24 ", rb"{\b a}", rb"\u7897?"])
def test_millions_of_control_words_are_refused_at_once(word: bytes) -> None:
    with pytest.raises(FileRefused, match=r"RTF.*định dạng"):
        read(rb"{\rtf1 " + word * 1_000_000 + b"}")


def test_letters_written_by_their_codes_are_no_formatting() -> None:
    (block,) = read(rb"{\rtf1\ansi " + rb"\'e1" * 1_200_000 + b"}").blocks
    assert block.text == "á" * 1_200_000


@given(st.binary(max_size=400))
def test_any_bytes_in_a_file_end_in_blocks(noise_in_file: bytes) -> None:
    draft = read(b"{\\rtf1\\ansi " + noise_in_file + b"}")
    assert all(isinstance(block, Block) and block.text for block in draft.blocks)


@given(
    st.lists(
        st.sampled_from(sorted(CONTROLS)),
        max_size=60,
    )
)
def test_any_order_of_control_words_ends_in_blocks(parts: list[str]) -> None:
    draft = read(rtf(" ".join(parts)))
    assert all(block.text == block.text.strip() != "" for block in draft.blocks)


@given(st.text(st.sampled_from(ALL_LETTERS + " bcdghklmn,.;“”–"), min_size=1))
def test_unicode_comes_out_as_it_went_in(text: str) -> None:
    assert lines(f"{text}x\\par") == [" ".join(f"{text}x".split())]


def test_there_are_enough_odd_files() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 20
