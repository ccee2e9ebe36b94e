"""Whether the report wording says a number that the quotation does not say."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import SequenceMatcher

from tttt_desktop.domain.figures import parse_number

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ALIKE = 0.5  # how much of the digits two numbers must share for one to be a slip of the other


def foreign_number(
    statement: str, quote: str, years: Collection[int] = ()
) -> tuple[str, str] | None:
    """The first number of `statement` missing in `quote`, with the number of `quote` most like it ("" when none is).

    Compared by value: "742,670" is "742,67". `years` (of the article) may be named without standing in the quotation.
    """
    known = {_value(number) for number in _NUMBER.findall(quote)} | {*years}
    for number in _NUMBER.findall(statement):
        if _value(number) not in known:
            return number, _most_alike(number, _NUMBER.findall(quote))
    return None


def _value(printed: str) -> float | str:
    """ "2.1.2014" is no number: it is compared as it stands."""
    try:
        return parse_number(printed)
    except ValueError:
        return printed


def _most_alike(number: str, others: list[str]) -> str:
    def likeness(other: str) -> float:
        return SequenceMatcher(None, number, other).ratio()

    best = max(others, key=likeness, default="")
    return best if best and likeness(best) >= _ALIKE else ""
