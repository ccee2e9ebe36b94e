"""The counts a leader asks for: tasks given, done, under way, overdue, by giver, lead agency or field."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from tttt_desktop.domain.following import FollowedTask, Mention, State
from tttt_desktop.domain.text import fold

GROUPINGS = ("giver", "lead", "field", "province")
NOT_SAID = MappingProxyType(
    {
        "giver": "Chưa nêu người giao",
        "lead": "Chưa nêu cơ quan chủ trì",
        "field": "Chưa xếp lĩnh vực",
        "province": "Chưa rõ tỉnh, thành phố",
    }
)
_VALUES: Mapping[str, Callable[[FollowedTask], str]] = MappingProxyType(
    {
        "giver": lambda row: row.assigner,
        "lead": lambda row: row.lead,
        "field": lambda row: row.field,
        "province": lambda row: row.province,
    }
)


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of one group. `states` and `mentions` each add up to `given`; a state nobody is in has no entry."""

    value: str  # what the group shares, "" when it is not said
    given: int
    states: Mapping[State, int]
    mentions: Mapping[Mention, int]

    def count(self, *states: State) -> int:
        """How many are in one of these states."""
        return sum(self.states.get(one, 0) for one in states)

    @property
    def done(self) -> int:
        """All that are finished, in time, late, or nobody knows which."""
        return self.count(State.DONE_IN_TIME, State.DONE_LATE, State.DONE)

    @property
    def not_mentioned(self) -> int:
        """Those that no accepted mark tells of again."""
        return self.mentions.get(Mention.NONE, 0)


@dataclass(frozen=True, slots=True)
class Tallies:
    """One line a group, by name, what is not said at the end; `total` is their sum."""

    by: str
    groups: tuple[Tally, ...]
    total: Tally

    def title(self, group: Tally) -> str:
        """What a line is called."""
        return group.value or NOT_SAID[self.by]


def tallies(rows: Iterable[FollowedTask], by: str, on: date) -> Tallies:
    """Count the rows by one of `GROUPINGS`, as they stand on the day `on`. Names that differ in case are one group."""
    groups: dict[str, list[FollowedTask]] = {}
    names: dict[str, str] = {}
    for row in rows:
        value = " ".join(_VALUES[by](row).split())
        key = value.casefold()
        names.setdefault(key, value)
        groups.setdefault(key, []).append(row)
    keys = sorted(groups, key=lambda key: (not key, fold(key), key))
    counted = tuple(tally(groups[key], on, names[key]) for key in keys)
    return Tallies(by, counted, _together(counted))


def tally(rows: Iterable[FollowedTask], on: date, value: str = "") -> Tally:
    """The numbers of some rows as they stand on the day `on`."""
    known = list(rows)
    states = Counter(row.state(on) for row in known)
    mentions = Counter(row.mention for row in known)
    return Tally(value, len(known), MappingProxyType(states), MappingProxyType(mentions))


def _together(groups: Iterable[Tally]) -> Tally:
    """The sum of groups that have no row in common."""
    known = list(groups)
    states, mentions = Counter[State](), Counter[Mention]()
    for one in known:
        states.update(one.states)
        mentions.update(one.mentions)
    given = sum(one.given for one in known)
    return Tally("", given, MappingProxyType(states), MappingProxyType(mentions))
