"""Which wordings mean one indicator: "tổng doanh thu toàn ngành" and "Doanh thu"."""

import re
from functools import cache

from tttt_desktop.domain.lists import word_list
from tttt_desktop.domain.text import bare_words, fold

_YEAR = re.compile(r" ?(?<!\d)(?:trong )?(?:nam )?(?:19|20)\d\d$")


def indicator_key(indicator: str) -> str:
    """What tells an indicator from every other: its words without case, diacritics, a year at the end, and what
    resources/lists/indicators.toml says to change nothing. Words in between always count: "doanh thu bưu chính" stays
    another thing than "doanh thu". Where nothing would be left, all words count.
    """
    words = " ".join(bare_words(fold(indicator)).split())
    left = words
    while (shorter := _shorter(left)) != left:
        left = shorter
    return left or words


def _shorter(words: str) -> str:
    """One beginning or ending less, where there is one to leave out."""
    words = _YEAR.sub("", words)
    for beginning in _listed("beginnings"):
        if words.startswith(f"{beginning} "):
            return words[len(beginning) + 1 :]
    for ending in _listed("endings"):
        if words.endswith(f" {ending}"):
            return words[: -len(ending) - 1]
    return words


@cache
def _listed(key: str) -> tuple[str, ...]:
    """The longest first: "tổng số" before "tổng"."""
    found = {fold(words) for words in word_list("indicators")[key]}
    return tuple(sorted(found, key=len, reverse=True))
