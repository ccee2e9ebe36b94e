"""The numbers that Word makes itself: "I.", "1.", "a)". What it counts is text to the rules."""

import re
from typing import Any

from tttt_desktop.reporting.rules.names import child, value, whole

_ROMAN = (
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X")),
    *((9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_MOST = 10_000  # a number beyond it is no number of a list
_PLACE = re.compile(r"%(\d)")


def roman(number: int) -> str:
    """I, II, III ..."""
    out = ""
    for size, letters in _ROMAN:
        times, number = divmod(number, size)
        out += letters * times
    return out


def written(number: int, form: str) -> str:
    """A number as lists of that form write it; in figures where the form is none we know."""
    number = min(number, _MOST)
    if form in ("upperRoman", "lowerRoman"):
        return roman(number) if form == "upperRoman" else roman(number).lower()
    if form in ("upperLetter", "lowerLetter"):
        letters = chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    return f"{number:02d}" if form == "decimalZero" else str(number)


class Numbering:
    """The lists of a document. `label` counts: it is asked once for each paragraph, in their order."""

    def __init__(self, root: Any) -> None:
        """From the root of the part, None where there is none."""
        self._levels: dict[tuple[str, int], tuple[Any, str]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        abstract = {value(one, "abstractNumId"): one for one in _children(root, "abstractNum")}
        for one in _children(root, "num"):
            key = value(child(one, "abstractNumId"))
            levels = {value(lvl, "ilvl"): lvl for lvl in _children(abstract.get(key), "lvl")}
            for other in _children(one, "lvlOverride"):
                if key in abstract and child(other, "lvl") is not None:
                    levels[value(other, "ilvl")] = child(other, "lvl")
            for level, element in levels.items():
                self._levels[value(one, "numId"), whole(level)] = element, key

    def level(self, list_id: str, level: int) -> Any:
        """The element of a level, or None."""
        return self._levels.get((list_id, level), (None, ""))[0]

    def label(self, list_id: str, level: int) -> str:
        """The next number of a level with the blank behind it, "" where there is none."""
        element, key = self._levels.get((list_id, level), (None, ""))
        if element is None:
            return ""
        counts = self._counts.setdefault(key, {})
        start = whole(value(child(element, "start")), 1)
        counts[level] = counts.get(level, start - 1) + 1
        for lower in [one for one in counts if one > level]:
            del counts[lower]
        form, text = _form(element), value(child(element, "lvlText"))
        if form == "none":
            return ""
        if form == "bullet":
            return "- " if text.strip() in ("-", "–") else "• "

        def counted(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            return written(counts.get(at, 1), _form(self.level(list_id, at)))

        text = _PLACE.sub(counted, text)
        return f"{text} " if text else ""


def _form(element: Any) -> str:
    return value(child(element, "numFmt")) or "decimal"


def _children(element: Any, name: str) -> list[Any]:
    return [] if element is None else list(element.iterchildren(f"{{*}}{name}"))
