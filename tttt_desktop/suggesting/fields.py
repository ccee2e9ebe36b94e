"""The field a passage belongs to, by the things it names."""

from collections.abc import Iterable
from functools import cache

from tttt_desktop.domain.lists import word_list
from tttt_desktop.suggesting.cues import Cue

GENERAL = "Tổ chức, khác"
_FIRST = 2  # what is named first is mostly what is acted upon
_CERTAIN = 3
_MANY = 4  # a unit that names so many fields is about the whole


@cache
def names() -> frozenset[str]:
    """The fields of fields.toml."""
    return frozenset(word_list("fields"))


def field_by(cues: Iterable[Cue]) -> str:
    """The field with the heaviest words; the general one when there are too many fields; "" when nothing tells."""
    fields = names()
    weights: dict[str, int] = {}
    end = 0
    for kind, _, stop, weight in cues:
        if kind not in fields or stop <= end:
            continue
        bonus = _FIRST if kind != GENERAL and weights.keys() <= {GENERAL} else 0
        weights[kind] = weights.get(kind, 0) + bonus + weight
        end = stop
    if len(weights) < 2:
        return next(iter(weights), "")
    special = [name for name, weight in weights.items() if name != GENERAL and weight >= _CERTAIN]
    if len(special) >= _MANY:
        return GENERAL
    return max(weights, key=lambda name: weights[name], default="")
