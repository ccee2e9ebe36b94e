"""Where the words that are searched for stand in the text, diacritics and case aside."""

import re

from tttt_desktop.domain.records import Span
from tttt_desktop.domain.text import fold


def find_hits(folded: str, query: str) -> list[Span]:
    """Places of the whole phrase in a folded text; where it does not occur, of each of its words. At word starts only."""
    terms = fold(query.replace('"', " ")).split()
    return _places(folded, r"\s+".join(map(re.escape, terms))) or _places(
        folded, "|".join(map(re.escape, sorted(terms, key=len, reverse=True)))
    )


def _places(folded: str, pattern: str) -> list[Span]:
    return (
        [Span(*hit.span()) for hit in re.finditer(rf"(?<![^\W_])(?:{pattern})", folded)]
        if pattern
        else []
    )
