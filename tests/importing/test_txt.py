"""Text files in the encodings they come in."""

import codecs
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.txt import decode, read

ALL_LETTERS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"


def lines(data: bytes) -> list[str]:
    return [block.text for block in read(data).blocks]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_unicode_comes_in_whole(mark: bytes, encoding: str, page_text: str) -> None:
    data = mark + page_text.replace("\n", "\r\n").encode(encoding)
    assert "\n\n".join(lines(data)) == page_text


def test_decomposed_text_is_composed(page_text: str) -> None:
    decomposed = unicodedata.normalize("NFD", page_text)
    assert decomposed != page_text
    assert "\n\n".join(lines(decomposed.encode())) == page_text


def test_windows_1258_with_tones_apart(page_text: str, to_1258: Callable[[str], bytes]) -> None:
    assert "\n\n".join(lines(to_1258(page_text))) == page_text


def test_every_vietnamese_letter_in_windows_1258(
    to_1258: Callable[[str], bytes], page_text: str
) -> None:
    letters = " ".join(ALL_LETTERS + ALL_LETTERS.upper())
    assert lines(to_1258(f"{page_text}\n{letters}"))[-1] == letters


def test_a_letter_cut_in_half_at_the_end_is_dropped() -> None:
    assert lines("Hội nghị tổng kết ạ".encode()[:-1]) == ["Hội nghị tổng kết"]


def test_a_few_broken_letters_do_not_lose_the_rest(page_text: str) -> None:
    data = page_text.encode() + b"\n\xff\n" + page_text.encode()
    assert lines(data)[:3] == page_text.split("\n\n")[:3]


def test_old_fonts_are_refused_with_a_way_out() -> None:
    tcvn3 = "Së Th«ng tin vµ TruyÒn th«ng tæ chøc héi nghÞ tæng kÕt c«ng t¸c n¨m 2010".encode(
        "latin-1"
    )
    with pytest.raises(FileRefused, match=r"bảng mã.*Word"):
        decode(tcvn3 * 30)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(FileRefused, match="không phải là văn bản"):
        decode(bytes(range(256)) * 20)


def test_invisible_characters_never_reach_a_line() -> None:
    assert lines("Hội\u200b nghị\u202e\u00a0tổng\u00ad kết\x07".encode()) == ["Hội nghị tổng kết"]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_any_utf_8_is_read_as_utf_8(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()) == text
