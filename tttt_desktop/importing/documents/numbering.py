"""The numbers of list items, counted and written as Word shows them ("Điều 3.", "2.1.", "b)", "IV.")."""

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

DEEPEST = 9  # levels of a list
_HUGE = 5_000  # beyond it roman numerals and letters grow too long to be meant

_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_HUNDREDS = ("", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM")
_WORDS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `format` is named as in OOXML; `text` holds "%1" to "%9" where the numbers of levels go."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = (
        None  # 1-based level whose items restart this one; 0 never, None any above
    )
    legal: bool = False  # all numbers of the text in digits


def written(number: int, form: str) -> str:
    """A number in one of OOXML's formats; unknown formats are written in digits."""
    if form in ("none", "bullet"):
        return ""
    if form == "decimalZero":
        return f"{number:02}"
    if not 0 < number <= _HUGE:
        return str(number)
    if form in ("upperRoman", "lowerRoman"):
        return _cased(_roman(number), form)
    if form in ("upperLetter", "lowerLetter"):
        return _cased(chr(65 + (number - 1) % 26) * ((number - 1) // 26 + 1), form)
    if form in ("vietnameseCounting", "cardinalText", "ordinalText") and number < len(_WORDS):
        return _in_words(number, form)
    return str(number)


def _roman(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    hundreds, rest = divmod(rest, 100)
    tens, ones = divmod(rest, 10)
    return "M" * thousands + _HUNDREDS[hundreds] + _TENS[tens] + _ONES[ones]


def _cased(capitals: str, form: str) -> str:
    return capitals if form.startswith("upper") else capitals.lower()


def _in_words(number: int, form: str) -> str:
    if form == "ordinalText":
        return "Thứ nhất" if number == 1 else "Thứ tư" if number == 4 else f"Thứ {_WORDS[number]}"
    return _WORDS[number].capitalize() if form == "cardinalText" else _WORDS[number]


class Counters:
    """The counts of all lists of a document; a list is told by a key."""

    def __init__(self) -> None:
        self._counts: dict[Hashable, list[int | None]] = {}

    def label(
        self, key: Hashable, levels: Mapping[int, Level], level: int, restart: int | None = None
    ) -> str:
        """The number of the next item at `level` (0 to 8), counted on, or begun again at `restart`; "" for none."""
        level = min(max(level, 0), DEEPEST - 1)
        own = levels.get(level, Level(format="none"))
        counts = self._counts.setdefault(key, [None] * DEEPEST)
        before = counts[level]
        counts[level] = (
            restart if restart is not None else own.start if before is None else before + 1
        )
        for deeper in range(level + 1, DEEPEST):
            if _restarts(levels.get(deeper), level):
                counts[deeper] = None
        return _PLACE.sub(lambda place: self._number(place, counts, levels, own), own.text).strip()

    @staticmethod
    def _number(
        place: re.Match[str], counts: list[int | None], levels: Mapping[int, Level], own: Level
    ) -> str:
        at = int(place[1]) - 1
        there = levels.get(at, Level())
        count = counts[at]
        form = "decimal" if own.legal and there.format != "decimalZero" else there.format
        return written(there.start if count is None else count, form)


def _restarts(deeper: Level | None, level: int) -> bool:
    return deeper is None or deeper.restart is None or level < deeper.restart
