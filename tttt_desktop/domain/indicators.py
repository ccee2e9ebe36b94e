"""Which wordings mean one indicator: "tổng doanh thu toàn ngành" and "Doanh thu"."""

import re
from functools import cache, lru_cache

from tttt_desktop.domain.lists import any_of, word_list
from tttt_desktop.domain.text import bare_words, fold


@lru_cache(maxsize=20_000)
def indicator_key(indicator: str) -> str:
    """What tells an indicator from every other: its words without case, diacritics, a year at the end, and what
    resources/lists/indicators.toml says to change nothing. Words in between always count: "doanh thu bưu chính" stays
    another thing than "doanh thu". Where nothing would be left, all words count.
    """
    words = left = " ".join(bare_words(fold(indicator)).split())
    beginning, ending = _listed()
    shorter = beginning.sub("", ending.sub("", left))
    while shorter != left:
        left, shorter = shorter, beginning.sub("", ending.sub("", shorter))
    return left or words


@cache
def _listed() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is left out before and behind other words."""
    before, behind = (
        any_of({fold(words) for words in word_list("indicators")[key]})
        for key in ("beginnings", "endings")
    )
    year = r"(?:trong )?(?:nam )?(?:19|20)\d\d"
    return re.compile(rf"^(?:(?:{before}) )+(?=.)"), re.compile(rf"(?: (?:{behind}|{year}))+$")
