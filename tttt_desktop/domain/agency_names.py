"""Names of agencies in capitals, as at the head of a document, written as a sentence has them.

The rules are those of Nghị định 30/2020/NĐ-CP, Phụ lục II: the first letters of the kind of agency and of its fields.
"""

import re
from functools import cache

from tttt_desktop.domain.lists import any_of, word_list
from tttt_desktop.domain.syllables import in_style, is_syllable

_KINDS = (
    "sở", "bộ", "ban", "ban quản lý", "phòng", "cục", "chi cục", "tổng cục", "vụ", "viện", "trung tâm", "trường", "văn phòng",
    "thanh tra", "hội", "đài", "công ty", "tập đoàn", "quỹ",
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:[&'][^\W\d_]+)*")
_FIELDS = re.compile(rf"^(?:{any_of(_KINDS)}) (\w)|(?:(?<= và)|(?<=[,–-])) (\w)")
_PARTY = re.compile(r"(?<!\w)(?:tỉnh|thành|huyện|thị|quận|đảng) (?:[uủ][ỷy]|đoàn|bộ)(?!\w)")
_PLACE = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|quận|huyện|thị xã|thị trấn|phường|xã|đặc khu)"
    r" (?!(?:[uủ][ỷy]|đoàn|đội|hội|bộ)\b)([^,;()]+)"
)


def in_sentence(name: str) -> str:
    """The name with small letters where a sentence has them, if all of it is in capitals; else the name itself.

    What is no Vietnamese syllable stays: "UBND TỈNH QUẢNG TRỊ" is "UBND tỉnh Quảng Trị".
    """
    small = _WORD.sub(lambda word: _small(word[0]), name)
    if not name.isupper() or small.isupper() or len(small) != len(name):
        return name
    for found in _FIELDS.finditer(small):
        small = _cased(small, found.end() - 1, found[0][-1].upper())
    for found in _PARTY.finditer(small):
        small = _cased(small, found.start(), found[0].capitalize())
    for found in _PLACE.finditer(small):
        small = _cased(small, found.start(1), _WORD.sub(lambda word: _large(word[0]), found[1]))
    for found in _known_words().finditer(small.lower()):
        small = _cased(small, found.start(), _known()[found[0]])
    return small[:1].upper() + small[1:]


def _small(word: str) -> str:
    return word.lower() if is_syllable(word) or "'" in word else word


def _large(word: str) -> str:
    return word[:1].upper() + word[1:].lower()


def _cased(text: str, at: int, said: str) -> str:
    return text[:at] + said + text[at + len(said) :]


@cache
def _known() -> dict[str, str]:
    """Names with capitals of their own, in either style of the tones, by their small letters."""
    provinces = word_list("provinces")
    rows = (*provinces["until_2025"], *provinces["renamed"])
    names = [name for row in rows for name in row["names"] if not name.isupper()]
    agencies = word_list("agencies")
    names += [*agencies["trades"]["names"], *agencies["full"].values()]
    names += word_list("capitals")["names"]
    styled = (_WORD.sub(lambda word: in_style(word[0], new_style=True), name) for name in names)
    return {name.lower(): name for name in (*names, *styled)}


@cache
def _known_words() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(_known())})(?!\w)")
