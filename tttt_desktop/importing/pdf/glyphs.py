"""The letters of a PDF as text: old fonts, ligatures, marks that stand beside their letter, signs of symbol fonts."""

import re
import unicodedata
from functools import lru_cache

from tttt_desktop.domain.syllables import is_syllable
from tttt_desktop.importing.letters import legacy

_SIGNS = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
    | {
        "\uf0b7": "•",
        "\uf0a7": "▪",
        "\uf0d8": "➢",
        "\uf0fc": "✓",
        "\uf02d": "-",
        "\uf0e0": "→",
        "\uf06c": "●",
    }
)
_MARKS = dict(zip("´`ˆ˘˜ˋˊ", "\u0301\u0300\u0302\u0306\u0303\u0300\u0301", strict=True))
_BESIDE = re.compile(f"([aeiouyăâêôơư])([{''.join(_MARKS)}])", re.IGNORECASE)
_CARE = re.compile(f"[\ufb00-\ufb06\uf000-\uf0ff\ud800-\udfff{''.join(_MARKS)}]")
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_EDGES = re.compile(r"^\W+|\W+$")
_LAST_PART = re.compile(r"([^\W_]+)-$")
_FIRST_PART = re.compile(r"[^\W_]+")
_UNREADABLE = re.compile(r"[\ufffd\0\ue000-\uefff\uf100-\uf8ff]")


def needs_care(text: str) -> bool:
    """Whether a page has letters that `clean` would change."""
    return bool(_CARE.search(text)) or not unicodedata.is_normalized("NFC", text)


def clean(word: str) -> str:
    """A word in NFC without ligatures or half characters; marks printed beside their vowel are put on it."""
    word = word.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    word = unicodedata.normalize("NFC", word.translate(_SIGNS))
    return word if word.isascii() else _BESIDE.sub(_marked, word)


def _marked(found: re.Match[str]) -> str:
    letter = unicodedata.normalize("NFC", found[1] + _MARKS[found[2]])
    return letter if len(letter) == 1 else found[0]


@lru_cache(maxsize=512)
def scheme_of(font: str) -> str:
    """The old scheme of a font by the name it has in the file ("ABCDEF+.VnTime"), or ""."""
    return legacy.scheme_of_font(_SUBSET.sub("", font))


@lru_cache(maxsize=512)
def is_bold(font: str) -> bool:
    """Whether a font calls itself bold."""
    return any(name in font.lower() for name in ("bold", "black", "heavy", "timeb", "arialb"))


def from_old(word: str, scheme: str) -> str:
    """A word in an old font as Unicode. PDF writers turn ư of TCVN3 into a hyphen, as the code is one of both."""
    word = word.replace("\u03bc", "\xb5")
    if scheme.startswith("tcvn3") and "-" in word.strip("-"):
        with_letter = legacy.convert(word.replace("-", "\xad"), scheme)
        if is_syllable(_EDGES.sub("", with_letter)):
            return with_letter
    return legacy.convert(word, scheme)


def is_unreadable(text: str) -> bool:
    """Whether a text layer has no letters one could copy, because the file does not say what its glyphs mean."""
    return len(_UNREADABLE.findall(text)) * 3 > len(text.replace(" ", ""))


def is_broken_word(line: str) -> bool:
    """Whether a line ends in a hyphen that stands right behind a word."""
    return bool(_LAST_PART.search(line))


def glued(above: str, below: str, compounds: frozenset[str]) -> str:
    """Two lines as one; a hyphen at the end goes where it only parted a word, and stays in the `compounds` of the text."""
    broken, following = _LAST_PART.search(above), _FIRST_PART.match(below)
    if not broken or not following:
        return f"{above}{'' if above.endswith('/') else ' '}{below}"
    first, second = broken[1], following[0]
    compound = is_syllable(first) and is_syllable(second)
    if compound or not second[0].islower() or f"{first}-{second}".lower() in compounds:
        return above + below
    return above[:-1] + below
