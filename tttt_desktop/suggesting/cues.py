"""Cue words of `resources/lists`, found in one walk over the words of a text.

They are looked for with their diacritics: without them "còn" is "con" and "chậm" is "chăm".
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tttt_desktop.domain.lists import word_list
from tttt_desktop.domain.text import bare_words

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
    """What a phrase is a cue of, and the words next to it that forbid it."""

    kind: str
    weight: int
    not_after: tuple[str, ...]
    not_before: tuple[str, ...]


class _Index(NamedTuple):
    """`found`: for each phrase what it tells with all shorter phrases it begins with, each with its length, the longest first.

    `lengths`: by the first word and the second one (`_ANY`: whatever follows) how long the phrases are that may stand
    there, the longest first.
    """

    found: dict[str, list[tuple[int, _Entry]]]
    lengths: dict[str, dict[str | None, tuple[int, ...]]]


_ANY = None


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
        entry = _Entry(group.get("kind", kind), 1, not_after, not_before)
        yield from ((word, entry) for word in group["words"])
    for field, weights in word_list("fields").items():
        for weight, words in weights.items():
            entry = _Entry(field, int(weight), (), ())
            yield from ((word, entry) for word in words)


@cache
def _index() -> _Index:
    phrases: dict[str, list[_Entry]] = {}
    for phrase, entry in _entries():
        for spelling in _spellings(phrase):
            phrases.setdefault(spelling, []).append(entry)
    return _Index({phrase: _told(phrase, phrases) for phrase in phrases}, _lengths(phrases))


def _told(phrase: str, phrases: dict[str, list[_Entry]]) -> list[tuple[int, _Entry]]:
    ends = [at for at in range(len(phrase), 0, -1) if not phrase[at : at + 1].isalnum()]
    return [(end, entry) for end in ends for entry in phrases.get(phrase[:end], ())]


def _lengths(phrases: Iterable[str]) -> dict[str, dict[str | None, tuple[int, ...]]]:
    groups: dict[str, dict[str | None, set[int]]] = {}
    for phrase in phrases:
        first, *rest = bare_words(phrase).split(" ")
        groups.setdefault(first, {_ANY: set()}).setdefault(rest[0] if rest else _ANY, set()).add(
            len(phrase)
        )
    return {
        first: {
            second: tuple(sorted(lengths | seconds[_ANY], reverse=True))
            for second, lengths in seconds.items()
        }
        for first, seconds in groups.items()
    }


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
    found, lengths = _index()
    small = f" {small.replace(_LINE_END, ' ')}"  # what forbids a cue is looked for with a blank before it
    bare = bare_words(small) + " "
    cues: list[Cue] = []
    start = 0
    for word, second in pairwise(bare.split(" ")):
        if word in lengths:
            following = lengths[word]
            for length in following.get(second, following[_ANY]):
                phrase = small[start : start + length]
                if phrase in found and bare.startswith(" ", start + length):
                    cues += _allowed(found[phrase], small, start)
                    break
        start += len(word) + 1
    return cues


def _allowed(told: list[tuple[int, _Entry]], small: str, start: int) -> list[Cue]:
    """What a phrase at `start` tells: of one group only the longest that nothing beside it forbids."""
    cues: list[Cue] = []
    seen: list[str] = []
    for length, entry in told:
        kind, weight, not_after, not_before = entry
        if kind in seen:
            continue
        if (not_after or not_before) and _forbidden(entry, small, start, start + length):
            continue
        seen.append(kind)
        cues.append(Cue(kind, start - 1, start + length - 1, weight))
    return cues
