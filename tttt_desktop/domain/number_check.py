"""Whether the report wording says a number that the quotation does not say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher

from tttt_desktop.domain.figures import parse_number

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ALIKE = 0.5  # how much of the digits two numbers must share for one to be a slip of the other


def foreign_numbers(
    statement: str, quote: str, years: Collection[int] = ()
) -> Iterator[tuple[str, str]]:
    """The numbers of `statement` missing in `quote`, each once, with the number of `quote` most like it ("": none is).

    Compared by value: "742,670" is "742,67". `years` (of the article) may be named without standing in the quotation.
    """
    printed = _NUMBER.findall(quote)
    known = {_value(number) for number in printed} | {*years}
    for number in dict.fromkeys(_NUMBER.findall(statement)):
        if _value(number) not in known:
            yield number, _most_alike(number, printed)


def foreign_number(
    statement: str, quote: str, years: Collection[int] = ()
) -> tuple[str, str] | None:
    """The first of them."""
    return next(foreign_numbers(statement, quote, years), None)


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
