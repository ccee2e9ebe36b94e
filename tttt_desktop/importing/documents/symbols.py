"""Pictures that Word draws with letters of a symbol font, as the Unicode characters a reader takes them for.

Facts: the code charts of the fonts Symbol and Wingdings; Word keeps their codes at U+F000 + byte.
"""

import re
from functools import cache

BULLET = "•"
SYMBOL, WINGDINGS, OTHER = "symbol", "wingdings", "symbols"

_PRIVATE = 0xF000
_GREEK = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
)
_SYMBOLS = {
    0x22: "∀", 0x24: "∃", 0x2D: "−", 0x5E: "⊥", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑",
    0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xA8: "♦", 0xC5: "⊕", 0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xD7: "⋅",
    0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧",
    0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": SYMBOL, "wingdings": WINGDINGS}
_OTHER_FONT = re.compile(
    r"(?:wingdings [23]|webdings|marlett|zapf ?dingbats|monotype sorts)", re.IGNORECASE
)


@cache
def scheme_of_font(font: str) -> str:
    """The scheme for `convert`, "" for a font of letters."""
    return _FONTS.get(font.strip().lower(), OTHER if _OTHER_FONT.fullmatch(font.strip()) else "")


@cache
def _table(scheme: str) -> dict[int, str]:
    known = _SYMBOLS if scheme == SYMBOL else _WINGDINGS if scheme == WINGDINGS else {}
    greek = dict(zip(map(ord, _GREEK[0]), _GREEK[1], strict=True)) if scheme == SYMBOL else {}
    plain = {code: chr(code) for code in range(0x20, 0x7F)} if scheme == SYMBOL else {}
    nothing = dict.fromkeys(range(0x21, 0x100), "")
    table = {**nothing, **plain, **greek, **known}
    return table | {_PRIVATE + code: sign for code, sign in table.items()}


def convert(text: str, scheme: str) -> str:
    """Text set in a symbol font as what is seen; drawings without a sign of their own are left out."""
    return text.translate(_table(scheme))


def bullet(text: str, font: str) -> str:
    """The mark of a list item as what is seen: a plain bullet for every drawing that has no sign of its own."""
    seen = convert(text, scheme_of_font(font) or OTHER) if _drawn(text, font) else text
    return seen.strip() or BULLET


def _drawn(text: str, font: str) -> bool:
    return bool(scheme_of_font(font)) or any(_PRIVATE <= ord(sign) <= 0xF8FF for sign in text)
