"""Cue words of `resources/lists`, found in one walk over the words of a text.

They are looked for with their diacritics: without them "còn" is "con" and "chậm" is "chăm".
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tttt_desktop.domain.text import bare_words
from tttt_desktop.suggesting.phrases import ANY, Entry, index

_LINE_END = "\n"
_REACH = 32  # characters looked at before and after a cue for what forbids it


class Cue(NamedTuple):
    """A cue word found: the group it belongs to, its place in the text, its weight."""

    kind: str
    start: int
    stop: int
    weight: int = 1


_cue = Cue._make  # quicker than naming the parts: two hundred stand in an article


def _forbidden(entry: Entry, small: str, start: int, stop: int) -> bool:
    if entry.not_after:
        before = small[max(0, start - _REACH) : start].rstrip()
        if before[-2:] in entry.ends and before.endswith(entry.not_after):
            return True
    if not entry.not_before:
        return False
    after = small[stop : stop + _REACH].lstrip()
    possible = after[:2] in entry.beginnings or after[:1] in entry.beginnings
    return possible and after.startswith(entry.not_before)


def lowered(text: str) -> str:
    """Lower case, one character for one."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return small


def find_cues(small: str) -> list[Cue]:
    """All cues of a lowered text in order of their beginning; of one group only the longest at a place."""
    _, told, plain = index()
    small = f" {small.replace(_LINE_END, ' ')}"  # what forbids a cue is looked for with a blank before it
    cues: list[Cue] = []
    for start, phrase in _phrases(small):
        if phrase in plain:
            at = start - 1
            for kind, length, weight in plain[phrase]:
                cues.append(_cue((kind, at, at + length, weight)))
        else:
            cues += _allowed(told[phrase], small, start)
    return cues


def _phrases(small: str) -> Iterator[tuple[int, str]]:
    """Where phrases of the lists begin, each with the longest that stands there."""
    lengths, told, _ = index()
    bare = bare_words(small) + " "
    start = 0
    for word, second in pairwise(bare.split(" ")):
        if word in lengths:
            following = lengths[word]
            for length in following[second] if second in following else following[ANY]:
                phrase = small[start : start + length]
                if phrase in told and bare.startswith(" ", start + length):
                    yield start, phrase
                    break
        start += len(word) + 1


def _allowed(told: list[tuple[int, Entry]], small: str, start: int) -> list[Cue]:
    """What a phrase at `start` tells: of one group only the longest that nothing beside it forbids."""
    cues: list[Cue] = []
    seen: list[str] = []
    for length, entry in told:
        if entry.kind not in seen and not _forbidden(entry, small, start, start + length):
            seen.append(entry.kind)
            cues.append(_cue((entry.kind, start - 1, start - 1 + length, entry.weight)))
    return cues
