"""Cue words of `resources/lists`, found in one walk over the words of a text.

They are looked for with their diacritics: without them "còn" is "con" and "chậm" is "chăm".
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from tttt_desktop.domain.lists import word_list

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[\W_]*")
_WORD_AND_GAP = re.compile(r"[^\W_]+[\W_]*")
_LINE_END = "\n"
_REACH = 32  # characters looked at before and after a cue for what forbids it
_OLD = ("oá", "oà", "oả", "oã", "oạ", "oé", "oè", "oẻ", "oẽ", "oẹ", "uý", "uỳ", "uỷ", "uỹ", "uỵ")
_NEW = ("óa", "òa", "ỏa", "õa", "ọa", "óe", "òe", "ỏe", "õe", "ọe", "úy", "ùy", "ủy", "ũy", "ụy")
_SEAT = re.compile(rf"(?:{'|'.join(_OLD + _NEW)})(?!\w)")


class Cue(NamedTuple):
    """A cue word found: the group it belongs to, its place in the text, its weight."""

    kind: str
    start: int
    stop: int
    weight: int = 1


class _Entry(NamedTuple):
    kind: str
    weight: int
    not_after: tuple[str, ...]
    not_before: tuple[str, ...]
    limited: bool


def _respelt(phrase: str, there: tuple[str, ...], here: tuple[str, ...]) -> str:
    for one, other in zip(there, here, strict=True):
        if one in phrase and (one[0] == "o" or f"q{one}" not in phrase):  # "quý" is spelt one way
            phrase = re.sub(rf"{one}(?!\w)", other, phrase)
    return phrase


def _spellings(phrase: str) -> set[str]:
    """The phrase with its tone marks set the old and the new way ("hoà", "hòa")."""
    if not _SEAT.search(phrase):
        return {phrase}
    return {phrase, _respelt(phrase, _OLD, _NEW), _respelt(phrase, _NEW, _OLD)}


def _entries() -> Iterator[tuple[str, _Entry]]:
    for kind, group in word_list("cues").items():
        not_after = tuple(f" {w}" for word in group.get("not_after", ()) for w in _spellings(word))
        not_before = tuple(w for word in group.get("not_before", ()) for w in _spellings(word))
        entry = _Entry(
            group.get("kind", kind), 1, not_after, not_before, bool(not_after or not_before)
        )
        yield from ((word, entry) for word in group["words"])
    for field, weights in word_list("fields").items():
        for weight, words in weights.items():
            entry = _Entry(field, int(weight), (), (), False)
            yield from ((word, entry) for word in words)


@cache
def _index() -> tuple[dict[str, list[_Entry]], dict[str, list[int]]]:
    """The entries by phrase, and by first word the lengths in words, the longest first, of the phrases it opens."""
    phrases: dict[str, list[_Entry]] = {}
    lengths: dict[str, set[int]] = {}
    for phrase, entry in _entries():
        for spelling in _spellings(phrase):
            phrases.setdefault(spelling, []).append(entry)
            words = _WORD.findall(spelling)
            lengths.setdefault(words[0], set()).add(len(words))
    return phrases, {word: sorted(found, reverse=True) for word, found in lengths.items()}


def _forbidden(entry: _Entry, small: str, start: int, stop: int) -> bool:
    if entry.not_after and small[max(0, start - _REACH) : start].rstrip().endswith(entry.not_after):
        return True
    return bool(entry.not_before) and small[stop : stop + _REACH].lstrip().startswith(
        entry.not_before
    )


def lowered(text: str) -> str:
    """Lower case, one character for one."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return small


def find_cues(small: str) -> list[Cue]:
    """All cues of a lowered text in order of their beginning; of one group only the longest at a place."""
    phrases, lengths = _index()
    small = f" {small.replace(_LINE_END, ' ')}"  # what forbids a cue is looked for with a blank before it
    words = _WORD.findall(small)
    gap = _GAP.match(small)
    starts = list(
        accumulate(map(len, _WORD_AND_GAP.findall(small)), initial=gap.end() if gap else 0)
    )
    cues: list[Cue] = []
    for at, word in enumerate(words):
        if word not in lengths:
            continue
        start = starts[at]
        seen: list[str] = []
        for length in lengths[word]:
            if at + length > len(words):
                continue
            stop = starts[at + length - 1] + len(words[at + length - 1])
            for entry in phrases.get(small[start:stop], ()):
                if entry.kind in seen or (entry.limited and _forbidden(entry, small, start, stop)):
                    continue
                seen.append(entry.kind)
                cues.append(Cue(entry.kind, start - 1, stop - 1, entry.weight))
    return cues
