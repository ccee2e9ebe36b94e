"""The codes of the fonts before Unicode: TCVN3 (.VnTime, and .VnTimeH in capitals) and VNI (VNI-Times).

Tables: TCVN 5712:1993 (VN3, the part that the .Vn fonts have) and VNI for Windows, where a letter is a base and a mark.
"""

import codecs
import re
import unicodedata
from collections.abc import Callable
from functools import cache

CAPITALS = "tcvn3-capitals"  # the .VnTimeH fonts draw every letter as a capital

_TCVN3 = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
)
_TCVN3_CHARMAP = "".join(map(chr, range(0x100))).translate(_TCVN3)
_VNI_LETTERS = dict(zip("ÍÌÆÓÒÎÑÔÖíìæóòîñôö", "ÍÌỈĨỊỴĐƠƯíìỉĩịỵđơư", strict=True))
_VNI_PAIRS = (  # bases, marks behind them, and what the marks stand for
    ("aeouyôö", "ùøûõï", ("\u0301", "\u0300", "\u0309", "\u0303", "\u0323")),
    (
        "aeo",
        "âáàåãä",
        ("\u0302", "\u0302\u0301", "\u0302\u0300", "\u0302\u0309", "\u0302\u0303", "\u0302\u0323"),
    ),
    (
        "a",
        "êéèúüë",
        ("\u0306", "\u0306\u0301", "\u0306\u0300", "\u0306\u0309", "\u0306\u0303", "\u0306\u0323"),
    ),
)
_VNI_LETTER = re.compile(
    "|".join(
        [*(f"[{bases}][{marks}]" for bases, marks, _ in _VNI_PAIRS), f"[{''.join(_VNI_LETTERS)}]"]
    ),
    re.IGNORECASE,
)

_CAPITAL = "A-ZĂÂÊÔƠƯĐ"
_TONED = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_SHOUTED = re.compile(f"[{_TONED}][{_CAPITAL}]|[{_CAPITAL}]{{2}}[{_TONED}]")
_CAPITALS_ONLY = re.compile(f"[{_CAPITAL}{_TONED}]+")
_LETTERS = re.compile(r"[^\W\d_]+")


class _Letters(dict[str, str]):
    """What is not in it stays as it is."""

    def __missing__(self, written: str) -> str:
        return written


@cache
def _vni_table() -> _Letters:
    table = _Letters(_VNI_LETTERS)
    for bases, marks, meanings in _VNI_PAIRS:
        for base in bases + bases.upper():
            for mark, meaning in zip(marks, meanings, strict=True):
                letter = unicodedata.normalize("NFC", _VNI_LETTERS.get(base, base) + meaning)
                table[base + mark] = table[base + mark.upper()] = letter
    return table


def _from_vni(text: str) -> str:
    table = _vni_table()
    return _VNI_LETTER.sub(lambda found: table[found[0]], text)


def _mapped(text: str) -> str:
    try:
        data = text.encode("latin-1")
    except UnicodeEncodeError:
        return text.translate(_TCVN3)
    return codecs.charmap_decode(data, "strict", _TCVN3_CHARMAP)[0]  # ten times faster


def _from_tcvn3(text: str) -> str:
    text = _mapped(text)
    if not _SHOUTED.search(text):
        return text
    return "\n".join(_recased(line) if _SHOUTED.search(line) else line for line in text.split("\n"))


def _from_capitals(text: str) -> str:
    return _mapped(text).upper()


# What the bytes of a font, given as characters, say in Unicode; other characters stay.
READERS: dict[str, Callable[[str], str]] = {
    "tcvn3": _from_tcvn3,
    CAPITALS: _from_capitals,
    "vni": _from_vni,
}


def _recased(line: str) -> str:
    """A line typed in capitals, whose letters with tones have no capitals of their own in the font."""
    words = list(_LETTERS.finditer(line))
    could = [bool(_CAPITALS_ONLY.fullmatch(word[0])) for word in words]
    if all(could):
        return line.upper()
    sure = [
        able and sum(map(str.isupper, word[0])) > 1 for able, word in zip(could, words, strict=True)
    ]
    pieces, end = [], 0
    for at, word in enumerate(words):
        between = could[at] and 0 < at < len(words) - 1 and sure[at - 1] and sure[at + 1]
        pieces += [line[end : word.start()], word[0].upper() if sure[at] or between else word[0]]
        end = word.end()
    return "".join([*pieces, line[end:]])
