"""Text files in the encodings they come in."""

import codecs
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from old_letters import encode

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.plain.txt import CHOICES, UTF_8, decoded, read

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


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_old_fonts_are_told_by_their_syllables(encoding: str, page_text: str) -> None:
    draft = read(encode(page_text, encoding))
    assert draft.encoding == encoding
    assert "\n\n".join(block.text for block in draft.blocks) == page_text


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_an_old_passage_copied_into_a_unicode_file_is_read_too(
    encoding: str, page_text: str
) -> None:
    passage = "Hội nghị thống nhất phương hướng, nhiệm vụ của ngành."
    copied = encode(passage, encoding).decode("latin-1")
    assert lines(f"{page_text}\n{copied}".encode())[-1] == passage
    assert "\n\n".join(lines(f"{page_text}\n{copied}".encode())[:-1]) == page_text


@pytest.mark.parametrize("chosen", list(CHOICES))
def test_a_chosen_encoding_is_the_one_used(chosen: str, page_text: str) -> None:
    assert read(b"S\xeb Th\xabng tin", chosen).encoding == chosen
    if chosen in ("tcvn3", "vni"):
        draft = read(encode(page_text, chosen), chosen)
        assert "\n\n".join(block.text for block in draft.blocks) == page_text


def test_too_few_words_for_telling_can_be_read_by_choice() -> None:
    with pytest.raises(FileRefused, match=r"bảng mã"):
        read(b"S\xeb Th\xabng tin")
    assert read(b"S\xeb Th\xabng tin", "tcvn3").blocks[0].text == "Sở Thông tin"


@pytest.mark.parametrize(
    ("encoding", "codec"), [("utf-8", "utf-8"), ("utf-16", "utf-16"), ("utf-16", "utf-16-le")]
)
def test_the_draft_says_how_it_was_read(encoding: str, codec: str, page_text: str) -> None:
    assert read(page_text.encode(codec)).encoding == encoding


def test_windows_1258_is_named(page_text: str, to_1258: Callable[[str], bytes]) -> None:
    assert read(to_1258(page_text)).encoding == "windows-1258"
    assert read(to_1258(page_text), "windows-1258").blocks == read(page_text.encode()).blocks


def test_dashes_and_quotes_of_an_english_text_do_not_refuse_it() -> None:
    text = "The year-end conference \u2013 it\u2019s done, \u201cgood\u201d results for the whole ministry and for all of its many departments in the provinces, as the minister said at the end of the meeting that was held in the capital in January."
    draft = read(text.encode("cp1252"))
    assert [block.text for block in draft.blocks] == [text]
    assert draft.encoding == "windows-1252"


def test_an_unknown_alphabet_is_refused_with_a_way_out(page_text: str) -> None:
    shifted = bytes(b if b < 0x80 else 0x80 + (b * 7 + 13) % 0x80 for b in page_text.encode())
    with pytest.raises(FileRefused, match=r"bảng mã.*Word"):
        read(shifted)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(FileRefused, match="không phải là văn bản"):
        read(bytes(range(256)) * 20)


def test_invisible_characters_never_reach_a_line() -> None:
    assert lines("Hội\u200b nghị\u202e\u00a0tổng\u00ad kết\x07".encode()) == ["Hội nghị tổng kết"]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_any_utf_8_is_read_as_utf_8(text: str) -> None:
    assert decoded(codecs.BOM_UTF8 + text.encode(), UTF_8)[0] == text


def test_a_library_in_one_file_is_refused_before_it_is_read() -> None:
    with pytest.raises(FileRefused, match=r"lớn hơn 15 MB.*tách tệp"):
        read(encode("Tổng kết công tác năm 2022.\n", "vni") * 600_000)
