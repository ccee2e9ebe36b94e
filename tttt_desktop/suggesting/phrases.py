"""The phrases of `resources/lists` that are cues, by their first words."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from tttt_desktop.domain.lists import word_list
from tttt_desktop.domain.text import bare_words

ANY = None
_OLD = ("oá", "oà", "oả", "oã", "oạ", "oé", "oè", "oẻ", "oẽ", "oẹ", "uý", "uỳ", "uỷ", "uỹ", "uỵ")
_NEW = ("óa", "òa", "ỏa", "õa", "ọa", "óe", "òe", "ỏe", "õe", "ọe", "úy", "ùy", "ủy", "ũy", "ụy")
_SEAT = re.compile(rf"(?:{'|'.join(_OLD + _NEW)})(?!\w)")


class Entry(NamedTuple):
    """What a phrase is a cue of, and the words next to it that forbid it.

    `ends` are the last two characters of each of `not_after`, `beginnings` the first two, where there are two, of each
    of `not_before`: most places are told apart by these.
    """

    kind: str
    weight: int
    not_after: tuple[str, ...]
    not_before: tuple[str, ...]
    ends: frozenset[str]
    beginnings: frozenset[str]


class Index(NamedTuple):
    """Phrases by their beginning.

    `lengths`: by the first word and the second one (`ANY`: whatever follows) how long the phrases are that may stand
    there, the longest first. `told`: for each phrase its cues and those of the shorter phrases it begins with, each
    with its length, the longest first. `plain`: the same for phrases of which nothing is ever forbidden, as kind,
    length and weight of what is left when only the longest of each group counts.
    """

    lengths: dict[str, dict[str | None, tuple[int, ...]]]
    told: dict[str, list[tuple[int, Entry]]]
    plain: dict[str, list[tuple[str, int, int]]]


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


def _entries() -> Iterator[tuple[str, Entry]]:
    for kind, group in word_list("cues").items():
        not_after = tuple(f" {w}" for word in group.get("not_after", ()) for w in _spellings(word))
        not_before = tuple(w for word in group.get("not_before", ()) for w in _spellings(word))
        ends, beginnings = {word[-2:] for word in not_after}, {word[:2] for word in not_before}
        entry = Entry(
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
            entry = Entry(field, int(weight), (), (), frozenset(), frozenset())
            yield from ((word, entry) for word in words)


@cache
def index() -> Index:
    """The phrases of the lists of cues and fields, read once."""
    phrases: dict[str, list[Entry]] = {}
    for phrase, entry in _entries():
        for spelling in _spellings(phrase):
            phrases.setdefault(spelling, []).append(entry)
    told = {phrase: _told(phrase, phrases) for phrase in phrases}
    plain = {phrase: _plain(entries) for phrase, entries in told.items() if _is_plain(entries)}
    return Index(_lengths(phrases), told, plain)


def _told(phrase: str, phrases: dict[str, list[Entry]]) -> list[tuple[int, Entry]]:
    bare = bare_words(phrase) + " "
    ends = [at for at in range(len(phrase), 0, -1) if bare[at] == " "]
    return [(end, entry) for end in ends for entry in phrases.get(phrase[:end], ())]


def _is_plain(told: list[tuple[int, Entry]]) -> bool:
    return not any(entry.not_after or entry.not_before for _, entry in told)


def _plain(told: list[tuple[int, Entry]]) -> list[tuple[str, int, int]]:
    longest: dict[str, tuple[str, int, int]] = {}
    for length, entry in told:
        longest.setdefault(entry.kind, (entry.kind, length, entry.weight))
    return list(longest.values())


def _lengths(phrases: Iterable[str]) -> dict[str, dict[str | None, tuple[int, ...]]]:
    groups: dict[str, dict[str | None, set[int]]] = {}
    for phrase in phrases:
        first, *rest = bare_words(phrase).split(" ")
        groups.setdefault(first, {ANY: set()}).setdefault(rest[0] if rest else ANY, set()).add(
            len(phrase)
        )
    return {
        first: {
            second: tuple(sorted(lengths | seconds[ANY], reverse=True))
            for second, lengths in seconds.items()
        }
        for first, seconds in groups.items()
    }
