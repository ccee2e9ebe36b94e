"""Words of the field that differ and mean the same: "cáp quang" and "cáp sợi quang", "máy quét" and "máy scan"."""

import re
from functools import cache

from tttt_desktop.domain.lists import any_of, word_list
from tttt_desktop.domain.text import bare_words, fold

_ACTS = "alike_acts"


def senses_of(text: str) -> dict[str, str]:
    """The meanings that a text names, each by the word for it that is to be preferred, with the word as it stands there.

    Of words that lie in one another the longer one is read.
    """
    folded = bare_words(fold(text))
    preferred, pattern = _known()
    found: dict[str, str] = {}
    for one in pattern.finditer(folded):
        found.setdefault(preferred[" ".join(one[0].split())], text[one.start() : one.end()])
    return found


@cache
def acts() -> frozenset[str]:
    """The meanings that any task may have: they tell nothing by themselves."""
    return frozenset(group[0] for group in word_list("matching")[_ACTS])


@cache
def _known() -> tuple[dict[str, str], re.Pattern[str]]:
    lists = word_list("matching")
    groups = [*lists["alike"], *lists[_ACTS]]
    preferred = {_plain(word): group[0] for group in groups for word in group}
    words = any_of(preferred).replace(r"\ ", " +")  # commas became blanks
    return preferred, re.compile(rf"\b(?:{words})\b")


def _plain(word: str) -> str:
    return " ".join(bare_words(fold(word)).split())
