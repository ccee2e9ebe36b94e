"""What has been learned, as whole numbers: how often passages that show a clue were decided so.

Learning adds ones and unlearning takes the same ones away, so that nothing is left of a decision that is taken back.

A naive Bayes that corrects the rules: of the passages which the rules take for a result, say, a clue tells how much
more often than expected they were decided to be a task, or nothing. Clues are far from independent, a turn of phrase
gives five at once; so of each sort only the purest are heard, and their shifts are averaged, the purer the heavier,
instead of multiplied.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log
from typing import NamedTuple

from tttt_desktop.suggesting.learning_features import SORTS, is_hidden, sort_of

Told = Mapping[str, int]
Counts = dict[str, dict[str, int]]  # clue -> from what to what -> how often

RESULT, SHORTCOMING, TASK, PLAN, NOTHING = CLASSES = "KXTPN"
ANY = ""  # the clue that every passage shows
_TO = "\t"  # between the field by the lists and the one decided
# Set by trial on labelled articles: halves against halves, an invented office, and a careless reader.
_WEIGHT = 4.0  # decisions that what is expected is worth
_GENERAL_WEIGHT = 20.0  # the same for the shares of all decisions together
_WITNESSES = 2  # clues of each sort that are heard
_ENOUGH = 3  # decisions from which a clue is heard
_FIELD_SURE = 0.85  # how far the field by the lists is trusted
_OTHER_FIELDS = 9  # at least; the default list has ten
_MOST_SURE = 0.98


class Lesson(NamedTuple):
    """What one decision teaches: from and to which class, and field; no `field`: nothing about fields."""

    clues: tuple[str, ...]
    ruled: str
    decided: str
    ruled_field: str = ""
    field: str = ""


class Opinion(NamedTuple):
    """What a passage most likely is, how likely each class or field is, and the clues that say so, the purest first."""

    what: str
    shares: Mapping[str, float]
    clues: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """How likely it is."""
        return self.shares[self.what]


_Purity = tuple[
    float, str, str
]  # how surely a clue tells one and the same thing, the clue, its sort
_UNHEARD: _Purity = (0.0, "", "")
_Shifts = tuple[
    float, ...
]  # of the odds, natural logarithms (of a clue times its weight), as `_Base.names`


class _Base(NamedTuple):
    """What is expected before a clue is heard: the classes or fields, their shares, the logarithms of these."""

    names: tuple[str, ...]
    shares: _Shifts
    odds: _Shifts


@dataclass(slots=True)
class _Worked:
    """What was worked out from the counts, until they change: articles ask for the same clues again and again."""

    purities: dict[str, dict[str, _Purity]] = field(default_factory=dict)  # by the step's start
    bases: dict[tuple[str, float], _Base] = field(default_factory=dict)
    shifts: dict[tuple[str, float], dict[str, _Shifts]] = field(default_factory=dict)

    def forget(self, clues: Iterable[str]) -> None:
        """The counts of these clues have changed, and with them what is expected."""
        self.bases.clear()
        self.shifts.clear()
        for known in self.purities.values():
            for clue in clues:
                known.pop(clue, None)


@dataclass(slots=True)
class Model:
    """Counts of decisions beside those of the prior, which never change."""

    prior: Mapping[str, Told] = field(default_factory=dict)
    kinds: Counts = field(default_factory=dict)
    fields: Counts = field(default_factory=dict)
    size: int = 0  # decisions
    _worked: _Worked = field(default_factory=_Worked, repr=False, compare=False)

    def learn(self, lesson: Lesson, times: int = 1) -> None:
        """Take a decision in (1) or out again (-1)."""
        self._worked.forget(lesson.clues)
        self.size += times
        step = lesson.ruled + lesson.decided
        field_step = f"{lesson.ruled_field}{_TO}{lesson.field}" if lesson.field else ""
        for clue in (ANY, *lesson.clues):
            _add(self.kinds, clue, step, times)
            if field_step:
                _add(self.fields, clue, field_step, times)

    def merge(self, kinds: Counts, fields: Counts, size: int) -> None:
        """Take in what was learned elsewhere."""
        self._worked = _Worked()
        self.size += size
        for ours, theirs in ((self.kinds, kinds), (self.fields, fields)):
            for clue, told in theirs.items():
                for step, number in told.items():
                    _add(ours, clue, step, number)

    def kind(self, clues: Sequence[str], ruled: str, sure: float) -> Opinion:
        """What a passage is which the rules take for `ruled`; they are `sure` of it (0 to 1)."""
        base = self._worked.bases.get((ruled, sure))
        if base is None:
            base = _moved(self._expected(ruled, sure), self.kinds.get(ANY, {}), ruled)
            self._worked.bases[ruled, sure] = base
        return self._decide(self.kinds, clues, ruled, sure, base)

    def field(self, clues: Sequence[str], ruled: str) -> Opinion:
        """The field of a passage that belongs to the field `ruled` by the lists."""
        start = ruled + _TO
        base = self._worked.bases.get((start, 0.0))
        if base is None:
            base = _moved(self._expected_fields(ruled, start), self.fields.get(ANY, {}), start)
            self._worked.bases[start, 0.0] = base
        if len(base.names) < 2:
            return Opinion(ruled, {ruled: 1.0})
        return self._decide(self.fields, clues, start, 0.0, base)

    def turns(self, ruled: str) -> bool:
        """Whether anything the rules took for `ruled` was ever decided to be something else."""
        told = self.kinds.get(ANY, {})
        return any(step[0] == ruled != step[1] for step in told)

    def times(self, clue: str, ruled: str, decided: str) -> int:
        """How often a passage with this clue was decided so."""
        return self.kinds.get(clue, {}).get(ruled + decided, 0)

    def _expected(self, ruled: str, sure: float) -> dict[str, float]:
        """What the prior expects of passages that the rules take for `ruled`."""
        known = self.prior.get(ANY, {})
        shares = {what: known.get(ruled + what, 0) + 1 for what in CLASSES if what != ruled}
        sure = min(sure, _MOST_SURE)
        rest = (1 - sure) / sum(shares.values())
        return {ruled: sure, **{what: share * rest for what, share in shares.items()}}

    def _expected_fields(self, ruled: str, start: str) -> dict[str, float]:
        told = self.fields.get(ANY, {})
        names = sorted({step.removeprefix(start) for step in told if step.startswith(start)})
        share = (1 - _FIELD_SURE) / max(_OTHER_FIELDS, len(names))
        return {**dict.fromkeys(names, share), ruled: _FIELD_SURE}

    def _decide(
        self, counts: Counts, clues: Sequence[str], start: str, sure: float, base: _Base
    ) -> Opinion:
        heard = self._heard(counts, clues, start)
        known = self._worked.shifts.setdefault((start, sure), {})
        for purity, clue, _ in heard:
            if clue not in known:
                prior = self.prior.get(clue, {}) if counts is self.kinds else {}
                weight = purity * purity
                known[clue] = tuple(
                    weight * one for one in _shifts(counts[clue], prior, start, base)
                )
        moved = [known[clue] for _, clue, _ in heard]
        odds = base.odds
        if heard:
            weights = sum(purity * purity for purity, _, _ in heard)
            sums = map(sum, zip(*moved, strict=True))
            odds = tuple(odd + total / weights for odd, total in zip(odds, sums, strict=True))
        top = odds.index(max(odds))
        likely = [exp(odd - odds[top]) for odd in odds]
        whole = sum(likely)
        shares = {name: one / whole for name, one in zip(base.names, likely, strict=True)}
        said = (clue for (_, clue, _), shifts in zip(heard, moved, strict=True) if shifts[top] > 0)
        return Opinion(base.names[top], shares, tuple(said))

    def _heard(self, counts: Counts, clues: Sequence[str], start: str) -> list[_Purity]:
        """The clues that are listened to: of each sort the purest, the purest of all first."""
        known = self._worked.purities.setdefault(start, {})
        purities = list(map(known.get, clues))
        if None in purities:
            known.update(
                (clue, self._purity(counts, clue, start)) for clue in clues if clue not in known
            )
            purities = [known[clue] for clue in clues]
        found = [one for one in purities if one is not None and one is not _UNHEARD]
        found.sort(reverse=True)
        taken = dict.fromkeys(SORTS, 0)
        heard = []
        for one in found:
            taken[one[2]] += 1
            if taken[one[2]] <= _WITNESSES:
                heard.append(one)
        return heard

    def _purity(self, counts: Counts, clue: str, start: str) -> _Purity:
        if counts is self.fields and is_hidden(clue):
            return _UNHEARD  # where a passage stands says nothing of its field
        purity = _purity(counts.get(clue, {}), start)
        return (purity, clue, sort_of(clue)) if purity else _UNHEARD


def _purity(told: Told, start: str) -> float:
    counts = [number for step, number in told.items() if step.startswith(start)]
    total = sum(counts)
    return max(counts) / (total + _WEIGHT) if total >= _ENOUGH else 0.0


def _shifts(told: Told, known: Told, start: str, base: _Base) -> Iterator[float]:
    before = sum(known.get(start + name, 0) for name in base.names) + _WEIGHT
    total = sum(told.get(start + name, 0) for name in base.names)
    for name, share in zip(base.names, base.shares, strict=True):
        expected = (known.get(start + name, 0) + _WEIGHT * share) / before
        now = (told.get(start + name, 0) + before * expected) / (total + before)
        yield log(now / expected)


def _moved(base: Mapping[str, float], told: Told, start: str) -> _Base:
    """The shares with what all decisions together tell of them."""
    counts = {name: told.get(start + name, 0) for name in base}
    total = sum(counts.values()) + _GENERAL_WEIGHT
    shares = tuple((counts[name] + _GENERAL_WEIGHT * share) / total for name, share in base.items())
    return _Base(tuple(base), shares, tuple(map(log, shares)))


def _add(counts: Counts, clue: str, step: str, number: int) -> None:
    """Zeros are left out, so that the same decisions always make the same counts."""
    told = counts.setdefault(clue, {})
    told[step] = told.get(step, 0) + number
    if not told[step]:
        del told[step]
        if not told:
            del counts[clue]
