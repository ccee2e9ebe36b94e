"""What has been learned, as whole numbers: how often passages that show a clue were decided so.

Learning adds ones and unlearning takes the same ones away, so that nothing is left of a decision that is taken back.

A naive Bayes that corrects the rules: of the passages which the rules take for a result, say, a clue tells how much
more often than expected they were decided to be a task, or nothing. Clues are far from independent, a turn of phrase
gives five at once; so of each sort only the purest are heard, and their shifts are averaged instead of multiplied.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from math import exp, log
from typing import NamedTuple

from tttt_desktop.suggesting.learning_features import sort_of

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
SMOOTH = 1


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


class _Witness(NamedTuple):
    """How a clue moves the odds: natural logarithms; `purity` are the odds of what it tells most often."""

    purity: float
    clue: str
    shifts: Mapping[str, float]


@dataclass(slots=True)
class Model:
    """Counts of decisions beside those of the prior, which never change."""

    prior: Mapping[str, Told] = field(default_factory=dict)
    kinds: Counts = field(default_factory=dict)
    fields: Counts = field(default_factory=dict)
    size: int = 0  # decisions

    def learn(self, lesson: Lesson, times: int = 1) -> None:
        """Take a decision in (1) or out again (-1)."""
        self.size += times
        step = lesson.ruled + lesson.decided
        field_step = f"{lesson.ruled_field}{_TO}{lesson.field}" if lesson.field else ""
        for clue in (ANY, *lesson.clues):
            _add(self.kinds, clue, step, times)
            if field_step:
                _add(self.fields, clue, field_step, times)

    def merge(self, kinds: Counts, fields: Counts, size: int) -> None:
        """Take in what was learned elsewhere."""
        self.size += size
        for ours, theirs in ((self.kinds, kinds), (self.fields, fields)):
            for clue, told in theirs.items():
                for step, number in told.items():
                    _add(ours, clue, step, number)

    def copy(self) -> "Model":
        """The same numbers, which learning no longer changes."""
        kinds, fields = (
            {clue: dict(told) for clue, told in counts.items()}
            for counts in (self.kinds, self.fields)
        )
        return Model(self.prior, kinds, fields, self.size)

    def kind(self, clues: Sequence[str], ruled: str, sure: float) -> Opinion:
        """What a passage is which the rules take for `ruled`; they are `sure` of it (0 to 1)."""
        base = _moved(self._expected(ruled, sure), self.kinds.get(ANY, {}), ruled)
        return _decide(base, self._heard(self.kinds, clues, ruled, base, self.prior))

    def field(self, clues: Sequence[str], ruled: str) -> Opinion:
        """The field of a passage that belongs to the field `ruled` by the lists."""
        start = ruled + _TO
        names = {
            step.removeprefix(start) for step in self.fields.get(ANY, {}) if step.startswith(start)
        }
        share = (1 - _FIELD_SURE) / max(_OTHER_FIELDS, len(names))
        base = {**dict.fromkeys(names, share), ruled: _FIELD_SURE}
        base = _moved(base, self.fields.get(ANY, {}), start)
        return _decide(base, self._heard(self.fields, clues, start, base, {}))

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

    def _heard(
        self,
        counts: Counts,
        clues: Iterable[str],
        start: str,
        base: Mapping[str, float],
        prior: Mapping[str, Told],
    ) -> list[_Witness]:
        """The clues that are listened to: the purest of each sort."""
        sorts: dict[str, list[_Witness]] = {}
        for clue in clues:
            told = counts.get(clue)
            if told and sum(told.values()) >= _ENOUGH:
                one = _witness(clue, told, start, base, prior.get(clue, {}))
                if one is not None:
                    sorts.setdefault(sort_of(clue), []).append(one)
        best = [one for found in sorts.values() for one in nlargest(_WITNESSES, found)]
        return sorted(best, reverse=True)


def _witness(
    clue: str, told: Told, start: str, base: Mapping[str, float], known: Told
) -> _Witness | None:
    """What a clue tells of passages whose steps begin with `start`; None when that is too little."""
    counts = {what: told.get(start + what, 0) for what in base}
    total = sum(counts.values())
    if total < _ENOUGH:
        return None
    before = sum(known.get(start + what, 0) for what in base) + _WEIGHT
    shifts: dict[str, float] = {}
    most = 0.0
    for what, share in base.items():
        expected = (known.get(start + what, 0) + _WEIGHT * share) / before
        now = (counts[what] + before * expected) / (total + before)
        shifts[what] = log(now / expected)
        most = max(most, now)
    return _Witness(log(most / (1 - most)), clue, shifts)


def _moved(base: Mapping[str, float], told: Told, start: str) -> dict[str, float]:
    """The shares with what all decisions together tell of them."""
    counts = {what: told.get(start + what, 0) for what in base}
    total = sum(counts.values()) + _GENERAL_WEIGHT
    return {what: (counts[what] + _GENERAL_WEIGHT * share) / total for what, share in base.items()}


def _decide(base: Mapping[str, float], heard: Sequence[_Witness]) -> Opinion:
    odds = {what: log(share) for what, share in base.items()}
    for one in heard:
        for what, shift in one.shifts.items():
            odds[what] += shift / len(heard)
    top = max(odds, key=lambda what: (odds[what], what))
    likely = {what: exp(value - odds[top]) for what, value in odds.items()}
    whole = sum(likely.values())
    shares = {what: value / whole for what, value in likely.items()}
    return Opinion(top, shares, tuple(one.clue for one in heard if one.shifts[top] > 0))


def _add(counts: Counts, clue: str, step: str, number: int) -> None:
    """Zeros are left out, so that the same decisions always make the same counts."""
    told = counts.setdefault(clue, {})
    told[step] = told.get(step, 0) + number
    if not told[step]:
        del told[step]
        if not told:
            del counts[clue]
