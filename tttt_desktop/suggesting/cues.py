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
_LONGEST = 99  # characters of a phrase, at most
_OLD = ("oá", "oà", "oả", "oã", "oạ", "oé", "oè", "oẻ", "oẽ", "oẹ", "uý", "uỳ", "uỷ", "uỹ", "uỵ")
_NEW = ("óa", "òa", "ỏa", "õa", "ọa", "óe", "òe", "ỏe", "õe", "ọe", "úy", "ùy", "ủy", "ũy", "ụy")
_SEAT = re.compile(rf"(?:{'|'.join(_OLD + _NEW)})(?!\w)")


class Cue(NamedTuple):
    """A cue word found: the group it belongs to, its place in the text, its weight."""

    kind: str
    start: int
    stop: int
    weight: int = 1


_cue = Cue._make  # half the time of naming the parts; two hundred stand in an article


class _Entry(NamedTuple):
    """What a phrase is a cue of, and the words next to it that forbid it."""

    kind: str
    weight: int
    not_after: tuple[str, ...]
    not_before: tuple[str, ...]
    ends: frozenset[str]  # the last two characters of each of `not_after`
    beginnings: frozenset[
        str
    ]  # the first two characters, where there are two, of each of `not_before`


class _Index(NamedTuple):
    """Phrases by their beginning.

    `lengths`: by the first word and the second one (`_ANY`: whatever follows) how long the phrases are that may stand
    there, the longest first. `told`: for each phrase its cues and those of the shorter phrases it begins with, each
    with its length, the longest first. `plain`: the same for phrases of which nothing is ever forbidden, as kind,
    length and weight of what is left when only the longest of each group counts.
    """

    lengths: dict[str, dict[str | None, tuple[int, ...]]]
    told: dict[str, list[tuple[int, _Entry]]]
    plain: dict[str, list[tuple[str, int, int]]]


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
        ends, beginnings = {word[-2:] for word in not_after}, {word[:2] for word in not_before}
        entry = _Entry(
            group.get("kind", kind),
            1,
            not_after,
            not_before,
            frozenset(ends),
            frozenset(beginnings),
        )
        yield from ((word, entry) for word in group["words"])
    for field, weights in word_list("fields").items():
        for weight, words in weights.items():
            entry = _Entry(field, int(weight), (), (), frozenset(), frozenset())
            yield from ((word, entry) for word in words)


@cache
def _index() -> _Index:
    phrases: dict[str, list[_Entry]] = {}
    for phrase, entry in _entries():
        for spelling in _spellings(phrase):
            phrases.setdefault(spelling, []).append(entry)
    told = {phrase: _told(phrase, phrases) for phrase in phrases}
    plain = {phrase: _plain(entries) for phrase, entries in told.items() if _is_plain(entries)}
    return _Index(_lengths(phrases), told, plain)


def _told(phrase: str, phrases: dict[str, list[_Entry]]) -> list[tuple[int, _Entry]]:
    bare = bare_words(phrase) + " "
    ends = [at for at in range(len(phrase), 0, -1) if bare[at] == " "]
    return [(end, entry) for end in ends for entry in phrases.get(phrase[:end], ())]


def _is_plain(told: list[tuple[int, _Entry]]) -> bool:
    return not any(entry.not_after or entry.not_before for _, entry in told)


def _plain(told: list[tuple[int, _Entry]]) -> list[tuple[str, int, int]]:
    longest: dict[str, tuple[str, int, int]] = {}
    for length, entry in told:
        longest.setdefault(entry.kind, (entry.kind, length, entry.weight))
    return list(longest.values())


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
    _, told, plain = _index()
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
    lengths, told, _ = _index()
    bare = bare_words(small) + " " * _LONGEST
    start = 0
    for word, second in pairwise(bare.split(" ")):
        if word in lengths:
            following = lengths[word]
            for length in following[second] if second in following else following[_ANY]:
                phrase = small[start : start + length]
                if phrase in told and bare[start + length] == " ":
                    yield start, phrase
                    break
        start += len(word) + 1


def _allowed(told: list[tuple[int, _Entry]], small: str, start: int) -> list[Cue]:
    """What a phrase at `start` tells: of one group only the longest that nothing beside it forbids."""
    cues: list[Cue] = []
    seen: list[str] = []
    for length, entry in told:
        if entry.kind not in seen and not _forbidden(entry, small, start, start + length):
            seen.append(entry.kind)
            cues.append(_cue((entry.kind, start - 1, start - 1 + length, entry.weight)))
    return cues
