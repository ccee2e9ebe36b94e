"""The letters of the fonts before Unicode: TCVN3 (.VnTime) and VNI (VNI-Times), told by font or by content.

Both are met as text whose characters are bytes read as Windows-1252, Windows-1258 or Latin-1.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from tttt_desktop.domain.syllables import is_syllable
from tttt_desktop.importing.letters.oldfonts import CAPITALS, READERS

SCHEMES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}

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
    read = READERS[scheme]
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
        scheme: sum(map(is_syllable, READERS[scheme](written).split("\n"))) for scheme in SCHEMES
    }
    best = "tcvn3" if counts["tcvn3"] > counts["vni"] else "vni"
    return best if counts[best] >= max(_ENOUGH, 0.75 * len(words)) else ""


def _is_doubtful(word: str) -> bool:
    return not word.isascii() and bool(_LATIN.search(word)) and not is_syllable(word)


def _typographic(control: re.Match[str]) -> str:
    """The dash, quote or the like that Windows-1252 has where Latin-1 has a control."""
    return control[0].encode("latin-1").decode("cp1252", "ignore")


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
