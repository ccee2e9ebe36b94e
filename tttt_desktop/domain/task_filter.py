"""Which of the followed tasks are asked for, and in which order."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter, itemgetter
from types import MappingProxyType
from typing import Any

from tttt_desktop.domain.following import FollowedTask, Mention, State
from tttt_desktop.domain.records import Basis
from tttt_desktop.domain.text import fold

_Fits = Callable[[FollowedTask], bool]


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """What the list shows. Empty means: no condition. `query` is typed by the user, diacritics optional."""

    query: str = ""
    states: tuple[State, ...] = ()
    mentions: tuple[Mention, ...] = ()
    basis: Basis | None = None
    givers: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    with_proposals: bool = False


_NAMED = MappingProxyType(
    {"givers": "assigner", "leads": "lead", "fields": "field", "provinces": "province"}
)
ORDERS = ("wording", "giver", "lead", "deadline", "status", "mention")
_STATES, _MENTIONS = (
    {one: at for at, one in enumerate(kind)} for kind in (tuple(State), tuple(Mention))
)
_BY: Mapping[str, Callable[[FollowedTask, date], str | int | None]] = MappingProxyType(
    {
        "wording": lambda row, _: fold(row.wording),
        "giver": lambda row, _: fold(row.assigner) or None,
        "lead": lambda row, _: fold(row.lead) or None,
        "deadline": lambda row, _: row.deadline_on.toordinal() if row.deadline_on else None,
        "status": lambda row, on: _STATES[row.state(on)],
        "mention": lambda row, _: _MENTIONS[row.mention],
    }
)


def said_by(row: FollowedTask) -> str:
    """All words of a task that a search looks into, folded."""
    said = (row.quote, row.statement, row.assigner, row.lead, *row.cooperating, row.note,
            row.deadline_text, row.field, row.title, *(one.number for one in row.documents))  # fmt: skip
    return fold("\n".join(said))


def narrowed(
    rows: Iterable[FollowedTask],
    wanted: TaskFilter,
    on: date,
    proposed: Collection[int] = frozenset(),
    said: Callable[[FollowedTask], str] = said_by,
) -> list[FollowedTask]:
    """The rows under all conditions, in their order; `proposed` are the ids of tasks with open matches.

    `said` gives the folded words of a row, where the caller has kept them.
    """
    found = list(rows)
    for fits in _conditions(wanted, on, proposed, said):
        found = list(filter(fits, found))
    return found


def _conditions(
    wanted: TaskFilter, on: date, proposed: Collection[int], said: Callable[[FollowedTask], str]
) -> Iterator[_Fits]:
    """One test for each condition there is, what takes long last."""
    for section, name in _NAMED.items():
        if values := getattr(wanted, section):
            yield _among(attrgetter(name), values)
    if wanted.basis is not None:
        yield _among(attrgetter("basis"), (wanted.basis,))
    if wanted.with_proposals:
        yield lambda row: row.id in proposed
    if wanted.mentions:
        yield _among(attrgetter("mention"), wanted.mentions)
    if wanted.states:
        yield lambda row: row.state(on) in wanted.states
    if words := fold(wanted.query).split():
        yield lambda row: all(map(said(row).__contains__, words))


def _among(value: Callable[[FollowedTask], object], values: Collection[object]) -> _Fits:
    return lambda row: value(row) in values


def ordered(
    rows: Iterable[FollowedTask], by: str, on: date, *, descending: bool = False
) -> list[FollowedTask]:
    """The rows by one of `ORDERS`; those alike stay in their order, those that do not say it stand at the end."""
    value = _BY[by]
    told: list[tuple[Any, FollowedTask]] = [(value(row, on), row) for row in rows]
    said = [one for one in told if one[0] is not None]
    said.sort(key=itemgetter(0), reverse=descending)
    return [row for _, row in said] + [row for one, row in told if one is None]
