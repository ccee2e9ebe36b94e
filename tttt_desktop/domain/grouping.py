"""Which passages may say the same: nearly the same words, or the same figure told by several articles.

Words are compared without case and diacritics, by their runs of two. Passages that differ in a number, a name or a
"not" say different things however alike they sound: lists of one pattern ("Phường A đạt 12 tiêu chí; phường B đạt 13
tiêu chí") are full of them. Only passages that share an unusual run of words are compared at all, so that the time
grows with their number and not with its square.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, pairwise
from math import ceil
from typing import TypeVar

from tttt_desktop.domain.consolidation import Passage
from tttt_desktop.domain.figures import RANK, parse_number, sign_of, unit_of
from tttt_desktop.domain.indicators import indicator_key
from tttt_desktop.domain.records import Figure
from tttt_desktop.domain.runs import in_full, short_forms, telling_words
from tttt_desktop.domain.text import fold

T = TypeVar("T", int, str)
_ALIKE = 0.5  # share of common runs from which two passages are proposed as the same
_SHORT, _ALIKE_SHORT = 5, 0.6  # more of them where one has so few runs
_LOOSE, _LOOSE_WORDS = 0.25, 0.7  # or fewer runs, when this share of the words is common to both
_HELD, _HELD_ALIKE, _HELD_WORDS = (
    0.8,
    0.3,
    9,
)  # or one holds nearly all of the other, which says enough
_COMMON = 50  # passages that may share a run before it tells nothing any more
_LIKELY = 0.25  # share of unusual runs in common that makes a comparison worth while
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_INNER = re.compile(r"(?<=[^\W\d_][ ,(“\"]) ?([^\W\d_][^\W_]*)")  # a word that begins no sentence
_NOT = frozenset(("chua", "khong", "cham", "thieu"))
_NEAR = 0.1  # by how much two tellings of one figure may differ
_ROUNDED = 0.01  # and by how much when one of them is rounded
_SAME_INDICATOR, _SAME_OF_ALL = 0.6, 0.8  # of their words; more where both tell of 100 %
_ALL = 100
_FEW_DIGITS = 2
_TELLING = 100  # from which a number is no chance where only its unit says what it measures
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_EMPTY_WORDS = {
    *(
        "va",
        "cua",
        "cac",
        "cho",
        "tai",
        "tren",
        "trong",
        "duoc",
        "la",
        "da",
        "co",
        "so",
        "ty",
        "le",
    ),
    *("tong", "uoc", "dat", "khoang", "hon", "gan", "nam", "tinh", "toan", "ca"),
}


class Why(StrEnum):
    """Why a group is proposed."""

    CONFLICT = "conflict"
    FIGURE = "figure"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Alike:
    """A proposed group: annotation ids in the order of the passages; the figures as printed, where they led to it."""

    why: Why
    ids: tuple[int, ...]
    figures: tuple[str, ...] = ()


def find(
    passages: Sequence[Passage],
    figures: Mapping[int, Sequence[Figure]],
    apart: Iterable[Collection[int]] = (),
) -> list[Alike]:
    """The groups to propose: figures that disagree first, then the same figures, then the same words.

    `figures` are those of each passage by its id. Those in a collection of `apart` were said not to be the same.
    """
    declined = _Declined(apart)
    place = {passage.id: at for at, passage in enumerate(passages)}
    words = _grouped(_alike_words(passages), declined)
    found = [Alike(Why.WORDS, group) for group in words]
    equal: dict[int, list[int]] = defaultdict(list)
    printed: dict[int, str] = {}
    for one, other in _told_twice(passages, figures):
        ids = (one.passage.id, other.passage.id)
        if one.agrees(other):
            equal[ids[0]].append(ids[1])
            equal[ids[1]].append(ids[0])
            printed |= {ids[0]: one.figure.as_printed, ids[1]: other.figure.as_printed}
        elif one.disagrees(other) and not declined(*ids):
            both = (one.figure.as_printed, other.figure.as_printed)
            found.append(Alike(Why.CONFLICT, ids, both))
    for group in _grouped(equal, declined):
        if not any(set(group) <= set(known) for known in words):
            found.append(Alike(Why.FIGURE, group, tuple(dict.fromkeys(printed[i] for i in group))))
    rank = list(Why).index
    return sorted(
        {one.ids: one for one in found}.values(),
        key=lambda one: (rank(one.why), [place[i] for i in one.ids]),
    )


def disagreeing(
    passages: Sequence[Passage], figures: Mapping[int, Sequence[Figure]]
) -> list[tuple[tuple[int, Figure], tuple[int, Figure]]]:
    """Pairs of figures that tell one thing with different numbers, each with the id of its passage."""
    return [
        ((one.passage.id, one.figure), (other.passage.id, other.figure))
        for one, other in _told_twice(passages, figures)
        if not one.agrees(other) and one.disagrees(other)
    ]


class _Declined:
    """Which annotations were said not to be the same."""

    def __init__(self, apart: Iterable[Collection[int]]) -> None:
        self._groups: dict[int, set[int]] = defaultdict(set)
        for number, group in enumerate(apart):
            for one in group:
                self._groups[one].add(number)

    def groups(self, one: int) -> frozenset[int]:
        """The numbers of the refusals it was in; those of two that share one are not the same."""
        return frozenset(self._groups.get(one, ()))

    def __call__(self, one: int, other: int) -> bool:
        return not self.groups(one).isdisjoint(self.groups(other))


# -- the same words --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Words:
    """What is compared of a passage: its runs of two words, and what must not differ."""

    id: int
    text: str
    words: frozenset[int]
    runs: frozenset[int]
    numbers: frozenset[float | str]
    names: frozenset[str]
    negated: bool
    section: object

    def differs(self, other: "_Words") -> bool:
        """Whether each says a number or a name that the other does not, or one of them says "not"."""
        return (
            self.negated is not other.negated
            or _each_has_own(self.numbers, other.numbers)
            or _each_has_own(self.names, other.names)
            or self.section != other.section
        )

    def like(self, other: "_Words") -> bool:
        """Whether the words are nearly the same."""
        if self.text == other.text:
            return True
        mine, theirs = len(self.runs), len(other.runs)
        common = len(self.runs & other.runs)
        share = common / (mine + theirs - common)
        held, shorter = common / min(mine, theirs), min(mine, theirs)
        return (
            share >= (_ALIKE if shorter >= _SHORT else _ALIKE_SHORT)
            or (share >= _LOOSE and _share(self.words, other.words) >= _LOOSE_WORDS)
            or (held >= _HELD and share >= _HELD_ALIKE and shorter >= _HELD_WORDS - 1)
        )


def _share(one: frozenset[T], other: frozenset[T]) -> float:
    common = len(one & other)
    return common / (len(one) + len(other) - common)


def _each_has_own(one: frozenset[object], other: frozenset[object]) -> bool:
    return not one <= other and not other <= one


def _read(passages: Iterable[Passage]) -> Iterator[_Words]:
    numbered: dict[str, int] = {}
    for passage in passages:
        words = telling_words(passage.quote)
        ids = [numbered.setdefault(word, len(numbered)) for word in words]
        runs = frozenset(a << 32 | b for a, b in pairwise(ids)) or frozenset(ids) or {-1}
        yield _Words(
            passage.id,
            " ".join(words),
            frozenset(ids),
            frozenset(runs),
            frozenset(map(_value, _NUMBER.findall(passage.quote))),
            frozenset(_names(passage.quote)),
            not _NOT.isdisjoint(words),
            passage.section,
        )


def _names(quote: str) -> Iterator[str]:
    """The capitalised words that begin no sentence, folded, short forms written out."""
    known = short_forms()
    for word in _INNER.findall(in_full(quote)):
        if not word.islower():
            name = fold(word)
            yield from known.get(name, (name,))


def _value(number: str) -> float | str:
    """ "2.1.2014" is no number, but must not differ either."""
    try:
        return parse_number(number)
    except ValueError:
        return number


def _alike_words(passages: Sequence[Passage]) -> dict[int, list[int]]:
    """For each passage that has any the ids of those with nearly the same words, its own among them."""
    read = list(_read(passages))
    twins: dict[tuple[str, object], list[_Words]] = defaultdict(list)
    for one in read:
        if one.text:
            twins[one.text, one.section].append(one)
    bunches = list(twins.values())
    near: list[list[int]] = [[at] for at in range(len(bunches))]
    firsts = [bunch[0] for bunch in bunches]
    for at, other in _candidates(firsts):
        if not firsts[at].differs(firsts[other]) and firsts[at].like(firsts[other]):
            near[at].append(other)
            near[other].append(at)
    alike: dict[int, list[int]] = {}
    for bunch, others in zip(bunches, near, strict=True):
        ids = [one.id for other in others for one in bunches[other]]
        if len(ids) > 1:  # one list for all of the same words: there may be thousands
            alike |= dict.fromkeys((one.id for one in bunch), ids)
    return alike


def _candidates(read: Sequence[_Words]) -> Iterator[tuple[int, int]]:
    """Pairs of places that share enough unusual runs to be compared."""
    often = Counter(chain.from_iterable(one.runs for one in read))
    holders: dict[int, list[int]] = {run: [] for run, n in often.items() if 1 < n <= _COMMON}
    least = [max(1, ceil(_LIKELY * len(one.runs))) for one in read]
    for at, one in enumerate(read):
        mine = [holders[run] for run in one.runs if run in holders]
        shared = Counter(chain.from_iterable(mine))
        enough = least[at]
        for other, count in shared.items():
            if count >= enough or count >= least[other]:
                yield at, other
        for others in mine:
            others.append(at)


def _grouped(alike: Mapping[int, Sequence[int]], declined: _Declined) -> list[tuple[int, ...]]:
    """Groups whose members are all like one of them, which stands in none other; the largest are made first."""
    taken: set[int] = set()
    found = []
    for centre in sorted(alike, key=lambda one: -len(alike[one])):
        if centre in taken:
            continue
        group, apart = [centre], declined.groups(centre)
        for one in alike[centre]:
            if one not in taken and one != centre and apart.isdisjoint(declined.groups(one)):
                group.append(one)
                apart |= declined.groups(one)
        if len(group) > 1:
            taken.update(group)
            found.append(tuple(sorted(group)))
    return found


# -- the same figure -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Told:
    """One figure as one article tells it, in the unit all are compared in."""

    passage: Passage
    figure: Figure
    words: frozenset[str]  # of the indicator
    counted: frozenset[str]  # of the unit
    years: frozenset[str]  # that the indicator names
    value: float
    step: float  # the place value of the last digit printed

    def measures_with(self, other: "_Told") -> bool:
        """Whether both seem to measure one thing, in one unit."""
        longer, shorter = sorted((self, other), key=lambda one: -len(one.counted))
        if not longer.counted <= shorter.counted | shorter.words:
            return False
        if self.years and other.years and self.years != other.years:
            return False
        mine, theirs = self.words, other.words
        if mine <= self.counted or theirs <= other.counted:  # nothing but what is counted
            mine, theirs = mine | self.counted, theirs | other.counted
        all_of_it = self.value == other.value == _ALL and self.figure.unit == "%"
        return _share(mine, theirs) >= (_SAME_OF_ALL if all_of_it else _SAME_INDICATOR)

    def agrees(self, other: "_Told") -> bool:
        """The same number, or one is the other slightly rounded."""
        return self.value == other.value or (
            self._may_be_rounded(other) and self._differs_by(other) <= _ROUNDED
        )

    def disagrees(self, other: "_Told") -> bool:
        """Unequal, but by so little that both seem to tell one thing; there is one rank only."""
        if self.figure.unit == RANK:
            return self.value != other.value
        if self.value == other.value or self._may_be_rounded(other):
            return False
        return self._differs_by(other) <= _NEAR or self._misread(other)

    def _misread(self, other: "_Told") -> bool:
        """Whether both have the same digits in another order, three at least: one of them is a slip."""
        mine, theirs = (
            sorted(c for c in one.figure.as_printed if c.isdigit()) for one in (self, other)
        )
        return mine == theirs and len(set(mine)) > 1 and len(mine) > _FEW_DIGITS

    def _may_be_rounded(self, other: "_Told") -> bool:
        step = max(self.step, other.step)
        return self.step != other.step and abs(self.value - other.value) <= step / 2 * 1.0001

    def _differs_by(self, other: "_Told") -> float:
        largest = max(abs(self.value), abs(other.value))
        return abs(self.value - other.value) / largest if largest else 0.0


def _told_twice(
    passages: Sequence[Passage], figures: Mapping[int, Sequence[Figure]]
) -> Iterator[tuple[_Told, _Told]]:
    """Pairs of figures of different articles that tell one indicator of one province and year."""
    places: dict[tuple[object, ...], list[_Told]] = defaultdict(list)
    for passage in passages:
        for figure in figures.get(passage.id, ()):
            told = _told(passage, figure)
            if told is not None:
                places[_subject(passage, figure)].append(told)
    for group in places.values():
        for one, other in _same_indicator(group):
            if one.passage.article_id != other.passage.article_id:
                yield one, other


def _told(passage: Passage, figure: Figure) -> _Told | None:
    """None for a figure that does not say what it measures."""
    words = frozenset(indicator_key(figure.indicator).split()) - _EMPTY_WORDS
    times, unit = unit_of(figure)
    counted = frozenset(unit.split()) - _EMPTY_WORDS
    if figure.value is None or (figure.of is not None and figure.unit != RANK) or not words:
        return None
    if words <= counted and figure.value < _TELLING:
        return None
    digits = _NUMBER.search(figure.as_printed)
    decimals = len(digits[0].partition(",")[2]) if digits else 0
    years = frozenset(_YEAR.findall(figure.indicator))
    step = times / 10**decimals
    return _Told(passage, figure, words, counted, years, figure.value * times, step)


def _subject(passage: Passage, figure: Figure) -> tuple[object, ...]:
    """What two tellings of one figure have in common besides the indicator."""
    _, unit = unit_of(figure)
    counted, _, per = unit.partition("/")
    is_change = figure.as_printed in figure.change  # "tăng 6,4%", and not what rose
    change = (sign_of(figure), fold(figure.compared)) if is_change else ()
    return (
        *passage.section,
        fold(passage.province),
        passage.year,
        *counted.split()[:1],
        per,
        *change,
    )


def _same_indicator(told: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        near: set[int] = set()
        for word in one.words | one.counted:
            if len(holders[word]) <= _COMMON:
                near.update(holders[word])
            holders[word].append(at)
        yield from ((told[other], one) for other in sorted(near) if told[other].measures_with(one))
