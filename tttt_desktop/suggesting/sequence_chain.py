"""A linear chain over five labels: how likely each label of each link is, all paths counted. Plain lists of floats.

Labels: 0 to 3, and `NONE`. A link that is nothing remembers the last label that was not, so a place in the chain is one
of nine states: 0 nothing yet; 1, 3, 5, 7 the labels; 2, 4, 6, 8 nothing after them. A step tells how each state likes
each label next; an opinion how a link likes each by itself. Both add up.
"""

from collections.abc import Sequence
from math import exp
from operator import mul
from typing import NamedTuple

NONE = 4
STATES = range(9)
LABEL_OF = (NONE, 0, NONE, 1, NONE, 2, NONE, 3, NONE)
Row = Sequence[float]


class Step(NamedTuple):
    """How much the states like the labels next, as factors: by state and label, by label and state."""

    from_state: Sequence[Row]
    to_label: Sequence[Row]


def step(rows: Sequence[Row]) -> Step:
    """A step from its numbers by state and label."""
    factors = [list(map(exp, row)) for row in rows]
    return Step(factors, list(zip(*factors, strict=True)))


def follows(state: int, label: int) -> int:
    """The state that a label leads to."""
    if label != NONE:
        return 2 * label + 1
    return state if LABEL_OF[state] == NONE else state + 1


def likely(opinion: Row) -> list[float]:
    """An opinion as factors, the highest 1."""
    highest = max(opinion)
    return [exp(one - highest) for one in opinion]


def forward(factors: Sequence[Row], steps: Sequence[Step]) -> list[list[float]]:
    """How likely each state of each link is by what stands up to it."""
    before = [1.0, *[0.0] * 8]
    found: list[list[float]] = []
    for (a, b, c, d, nothing), (_, (to_a, to_b, to_c, to_d, rest)) in zip(
        factors, steps, strict=True
    ):
        r0, r1, r2, r3, r4, r5, r6, r7, r8 = map(mul, before, rest)
        before = [
            r0 * nothing,
            sum(map(mul, before, to_a)) * a,
            (r1 + r2) * nothing,
            sum(map(mul, before, to_b)) * b,
            (r3 + r4) * nothing,
            sum(map(mul, before, to_c)) * c,
            (r5 + r6) * nothing,
            sum(map(mul, before, to_d)) * d,
            (r7 + r8) * nothing,
        ]
        before = _shared(before)
        found.append(before)
    return found


def backward(factors: Sequence[Row], steps: Sequence[Step]) -> list[list[float]]:
    """How likely what stands after each link is from each of its states."""
    after = [1.0] * 9
    found = [after][: len(steps)]
    for (a, b, c, d, nothing), one in zip(factors[:0:-1], steps[:0:-1], strict=True):
        a, b, c, d = a * after[1], b * after[3], c * after[5], d * after[7]
        rests = [nothing * after[state] for state in (0, 2, 2, 4, 4, 6, 6, 8, 8)]
        after = _shared(
            [
                a * w + b * x + c * y + d * z + rest * none
                for (w, x, y, z, none), rest in zip(one.from_state, rests, strict=True)
            ]
        )
        found.append(after)
    return found[::-1]


def shares(opinions: Sequence[Row], steps: Sequence[Step]) -> list[list[float]]:
    """How likely each label of each link is: five numbers that add up to 1. `steps` are those into each link."""
    factors = list(map(likely, opinions))
    pairs = zip(forward(factors, steps), backward(factors, steps), strict=True)
    return [_by_label(list(map(mul, one, other))) for one, other in pairs]


def _by_label(states: Row) -> list[float]:
    whole = sum(states)
    named = [one / whole for one in states[1::2]]
    return [*named, 1 - sum(named)]


def _shared(row: list[float]) -> list[float]:
    whole = sum(row)
    return [one / whole for one in row]
