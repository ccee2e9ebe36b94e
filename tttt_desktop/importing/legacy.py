"""The letters of the fonts before Unicode: TCVN3 (.VnTime) and VNI (VNI-Times), told by font or by content.

Tables: TCVN 5712:1993 (VN3, the part that the .Vn fonts have) and VNI for Windows, where a letter is a base and a mark.
Both are met as text whose characters are bytes read as Windows-1252, Windows-1258 or Latin-1.
"""

import codecs
import re
import unicodedata
from collections.abc import Callable
from functools import cache

from tttt_desktop.importing.syllables import is_syllable

SCHEMES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}
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
_SAME = dict.fromkeys(map(ord, "ÍÌíìý"), "i")  # letters that an old font and Unicode both write so
_CONTROL = re.compile("[\x80-\x9f]")
_PRIVATE = {0xF000 + code: code for code in range(0x20, 0x100)}
_SYMBOLS = re.compile(
    "[\uf041-\uf07a]{2}"
)  # words, not bullets, in a font that says it has symbols
_AS_1258 = str.maketrans(
    "Ă\u0300Đ\u0309ƠƯ\u0303ă\u0301đ\u0323ơư₫",
    "\xc3\xcc\xd0\xd2\xd5\xdd\xde\xe3\xec\xf0\xf2\xf5\xfd\xfe",
)
_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u0300-\u0323\u1ea0-\u1ef9]")  # never a byte of an old font
_BEYOND_1258 = re.compile("[ĨĩŨũ\u0302\u0306\u031b\u1ea0-\u1ef9]")
_WORD = re.compile("[A-Za-z\xa1-\xff\u0100-\u01b0\u0300-\u0323\u1ea0-\u1ef9₫]+")
_OLD_WORD = re.compile("[A-Za-z\xa1-\xff]+")
# Without one of these hardly a sentence can be written in the old fonts; Vietnamese in Unicode has none of them.
_TELLING = "µ¸¶¹\xad®¬«ª©¨Þ×ßÖæøûïåäñöë"
_LATIN = re.compile("[A-Za-z]")

_CAPITAL = "A-ZĂÂÊÔƠƯĐ"
_TONED = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_SHOUTED = re.compile(f"[{_TONED}][{_CAPITAL}]|[{_CAPITAL}]{{2}}[{_TONED}]")
_CAPITALS_ONLY = re.compile(f"[{_CAPITAL}{_TONED}]+")
_LETTERS = re.compile(r"[^\W\d_]+")

_FONT_TCVN3 = re.compile(r"\.vn\w|vntimeh?$")
_FONT_VNI = re.compile(r"vni[-_ ]?\w")
_SAMPLE = 65_536  # characters that are enough to tell a scheme
_ENOUGH = 3  # words that only one scheme can read


def scheme_of_font(font: str) -> str:
    """The scheme of a font by its name: "tcvn3", "tcvn3-capitals", "vni", or "" for any other font.

    Takes names as they stand in files: any case, quoted, with "@" of vertical fonts, or the first of a CSS list.
    """
    name = font.partition(",")[0].strip(" \t\"'@").lower()
    if _FONT_TCVN3.match(name):
        return CAPITALS if name.endswith("h") else "tcvn3"
    return "vni" if _FONT_VNI.match(name) else ""


def convert(text: str, scheme: str) -> str:
    """Text in an old font as Unicode (NFC); what already is Vietnamese in Unicode stays as it is.

    `text` has the bytes of the font as characters, soft hyphens among them (they are ư in TCVN3). `scheme` is
    "tcvn3", "tcvn3-capitals" or "vni". Capitals that TCVN3 writes with small letters ("TØNH") become capitals again.
    """
    if _SYMBOLS.search(text):
        text = text.translate(_PRIVATE)
    text = _CONTROL.sub(_typographic, text)
    read = _READ[scheme]
    lines = _without_1258(text, read).split("\n")
    lines = (
        _from_mixed(lines, read)
        if any(map(_UNICODE.search, lines))
        else [read(line) for line in lines]
    )
    return unicodedata.normalize("NFC", "\n".join(lines))


def detect(text: str) -> str:
    """ "tcvn3" or "vni" when most words beyond ASCII are Vietnamese syllables only so, else "" (any other text).

    `text` is as for `convert`; words that are Vietnamese in Unicode speak neither for nor against.
    """
    sample = text[:_SAMPLE]
    if not any(map(sample.__contains__, _TELLING)):
        return ""
    words = [word for word in _OLD_WORD.findall(sample) if _is_doubtful(word)]
    written = "\n".join(words)
    counts = {
        scheme: sum(map(is_syllable, _READ[scheme](written).split("\n"))) for scheme in SCHEMES
    }
    best = "tcvn3" if counts["tcvn3"] > counts["vni"] else "vni"
    return best if counts[best] >= max(_ENOUGH, 0.75 * len(words)) else ""


def _is_doubtful(word: str) -> bool:
    return not word.isascii() and bool(_LATIN.search(word)) and not is_syllable(word)


@cache
def _vni_table() -> dict[str, str]:
    table = dict(_VNI_LETTERS)
    for bases, marks, meanings in _VNI_PAIRS:
        for base in bases + bases.upper():
            for mark, meaning in zip(marks, meanings, strict=True):
                letter = unicodedata.normalize("NFC", _VNI_LETTERS.get(base, base) + meaning)
                table[base + mark] = table[base + mark.upper()] = letter
    return table


def _from_vni(text: str) -> str:
    table = _vni_table()
    return _VNI_LETTER.sub(lambda found: table.get(found[0], found[0]), text)


def _typographic(control: re.Match[str]) -> str:
    """The dash, quote or the like that Windows-1252 has where Latin-1 has a control."""
    return control[0].encode("latin-1").decode("cp1252", "ignore")


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


_READ: dict[str, Callable[[str], str]] = {
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


def _without_1258(text: str, read: Callable[[str], str]) -> str:
    """A text whose bytes were taken for Windows-1258 with its bytes as in Latin-1, where more words are syllables so."""
    if _BEYOND_1258.search(text) or not _UNICODE.search(text):
        return text
    again = text.translate(_AS_1258)
    as_unicode, as_old = (
        sum(is_syllable(word) for word in _WORD.findall(view) if not word.isascii())
        for view in (unicodedata.normalize("NFC", text), read(again))
    )
    return again if as_old > as_unicode else text


def _from_mixed(lines: list[str], read: Callable[[str], str]) -> list[str]:
    """Lines with Unicode letters too: each word by what makes it a syllable, doubtful ones as their line and the rest."""
    leaning = cache(lambda word: _leaning(word, read(word)))
    balances = [sum(map(leaning, _WORD.findall(line))) for line in lines]
    whole = sum(balances)

    @cache
    def chosen(word: str, as_unicode: bool) -> str:
        return word if (leaning(word) or as_unicode) > 0 else read(word)

    def read_line(line: str, balance: int) -> str:
        return _WORD.sub(lambda found: chosen(found[0], balance > 0), line)

    return [read_line(line, here or whole or 1) for line, here in zip(lines, balances, strict=True)]


def _leaning(word: str, reading: str) -> int:
    """1 when a word is a syllable only as Unicode, -1 when it is one only in the old font, else 0."""
    if word.translate(_SAME).isascii() and reading == word:
        return 0
    if not any(map(str.isalpha, word)):
        return 0
    as_unicode = unicodedata.normalize("NFC", word)
    return is_syllable(as_unicode) - (reading != word and is_syllable(reading))
