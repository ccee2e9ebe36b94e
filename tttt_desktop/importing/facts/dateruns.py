"""Lines of a page in which the date stands beside other things, as "11/01/2017 · Tin hoạt động · 1287", parted again."""

import re
from collections.abc import Sequence
from itertools import groupby

from tttt_desktop.domain.text import fold
from tttt_desktop.importing.facts.dates import only_says_when, read_stamp
from tttt_desktop.importing.page import noise

_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST = 120  # characters of such a line
_LONGEST_BESIDE = 40  # of what stands beside the date
_SEPARATE = frozenset("·•|,;()[]-–—/")


def parted(runs: Sequence[str]) -> list[str]:
    """The parts of a line whose markup made it of some runs of text: dates, and what else is said; one part if it has none."""
    whole = "".join(runs)
    if len(runs) < 2 or len(whole) > 2 * _LONGEST or not _YEAR.search(whole):
        return [whole]
    words = _whole_words(runs)
    says = [only_says_when(fold(word)) for word in words]
    others = [" ".join(word.split()) for word, when in zip(words, says, strict=True) if not when]
    if not others or not all(map(_is_beside, others)):
        return [whole]
    dates = any(read_stamp(fold(word)) for word, when in zip(words, says, strict=True) if when)
    if not dates:
        return [whole]
    groups = groupby(zip(says, words, strict=True), key=lambda one: one[0])
    return ["".join(word for _, word in group).strip(" ·•|") for _, group in groups]


def _whole_words(runs: Sequence[str]) -> list[str]:
    """The runs, those joined between which no blank or sign stands, nor a date begins."""
    words = [runs[0]]
    for run in runs[1:]:
        edges = words[-1][-1:] + run[:1]
        begins = edges[:1].isalpha() and edges[1:].isdigit() and bool(read_stamp(fold(run)))
        parts = any(edge.isspace() or edge in _SEPARATE for edge in edges)
        if begins or parts or not words[-1]:
            words.append(run)
        else:
            words[-1] += run
    return words


def _is_beside(part: str) -> bool:
    bare = part.strip("".join(_SEPARATE) + " ")
    return (
        len(part) <= _LONGEST_BESIDE and not bare[:1].islower() and not noise.ends_like_prose(part)
    )
