"""The word lists of `resources/lists` as the checks look them up. Keys are in lower case with "òa", not "oà"."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from tttt_desktop.domain.lists import word_list
from tttt_desktop.domain.syllables import in_style
from tttt_desktop.domain.text import fold

Pair = tuple[str, str]


def key(word: str) -> str:
    """A word as the lists have it."""
    return in_style(word.lower(), new_style=False)


def _phrases() -> Iterator[list[str]]:
    for phrase in word_list("spelling")["compounds"].replace("\n", " ").split(","):
        yield [key(word) for word in phrase.split()]
    for noun in word_list("units")["nouns"]:
        yield [key(word) for word in noun.split()]


@cache
def pairs() -> frozenset[Pair]:
    """Two syllables that stand together in a word of office texts."""
    return frozenset(pair for phrase in _phrases() for pair in pairwise(phrase))


@cache
def words() -> frozenset[Pair]:
    """Words of just two syllables: what else stands together may be the end of one and the beginning of another."""
    return frozenset((phrase[0], phrase[1]) for phrase in _phrases() if len(phrase) == 2)


@cache
def words_by_fold() -> dict[Pair, tuple[Pair, ...]]:
    """These words by their letters without marks."""
    found: dict[Pair, list[Pair]] = {}
    for one in sorted(words()):
        found.setdefault((fold(one[0]), fold(one[1])), []).append(one)
    return {letters: tuple(same) for letters, same in found.items()}


@cache
def common() -> frozenset[str]:
    """The syllables of these words."""
    return frozenset(word for phrase in _phrases() for word in phrase)


@cache
def usual() -> frozenset[str]:
    """Every syllable that office texts are likely to have."""
    return common() | {key(word) for word in word_list("spelling")["syllables"].split()}


@cache
def usual_by_fold() -> dict[str, tuple[str, ...]]:
    """The usual syllables by their letters without marks."""
    found: dict[str, list[str]] = {}
    for word in sorted(usual()):
        found.setdefault(fold(word), []).append(word)
    return {letters: tuple(same) for letters, same in found.items()}


@cache
def loans() -> frozenset[str]:
    """Words that are right without being syllables."""
    return frozenset(key(word) for word in word_list("spelling")["loans"].split())


@cache
def never_doubled() -> frozenset[str]:
    """Words that are a slip when they stand twice."""
    return frozenset(key(word) for word in word_list("spelling")["never_doubled"].split())


@cache
def confusions() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First syllable -> (all syllables of the wrong spelling, the right one), the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for group in word_list("confusions").values():
        for wrong, right in group.items():
            parts = tuple(key(word) for word in wrong.split())
            found.setdefault(parts[0], []).append((parts, right))
    return {
        first: tuple(sorted(some, key=lambda one: -len(one[0]))) for first, some in found.items()
    }


@cache
def confused_pairs() -> frozenset[Pair]:
    """The first two syllables of each wrong spelling."""
    return frozenset((parts[0], parts[1]) for some in confusions().values() for parts, _ in some)
