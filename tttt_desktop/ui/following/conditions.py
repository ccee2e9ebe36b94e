"""What the tasks are filtered by: the sections, their values in words, how many there are of each, what is remembered."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from tttt_desktop.domain.following import MENTIONS, STATES, FollowedTask, Mention, State
from tttt_desktop.domain.records import Basis
from tttt_desktop.domain.tallies import NOT_SAID
from tttt_desktop.domain.task_filter import TaskFilter
from tttt_desktop.domain.text import fold
from tttt_desktop.ui.following.rows import BASES

SECTIONS = (
    ("states", "Trạng thái"),
    ("mentions", "Đối chiếu"),
    ("basis", "Nguồn gốc"),
    ("fields", "Lĩnh vực"),
    ("givers", "Người giao"),
    ("leads", "Chủ trì"),
    ("provinces", "Tỉnh"),
)
PROPOSALS = "with_proposals"
_UNSAID = {"givers": "giver", "leads": "lead", "fields": "field", "provinces": "province"}
_TOLD: dict[str, Callable[[FollowedTask, date], str]] = {
    "states": lambda row, on: row.state(on),
    "mentions": lambda row, _: row.mention,
    "basis": lambda row, _: row.basis,
    "fields": lambda row, _: row.field,
    "givers": lambda row, _: row.assigner,
    "leads": lambda row, _: row.lead,
    "provinces": lambda row, _: row.province,
}
_FIXED: dict[str, Sequence[str]] = {
    "states": list(State),
    "mentions": list(Mention),
    "basis": list(Basis),
}
Counts = dict[str, list[tuple[str, int]]]


def _tr(text: str) -> str:
    return QCoreApplication.translate("following", text)


def label(section: str, value: str) -> str:
    """A value in words."""
    if section == PROPOSALS:
        return _tr("Còn gợi ý")
    if section == "states":
        return _tr(STATES[State(value)])
    if section == "mentions":
        return _tr(MENTIONS[Mention(value)])
    if section == "basis":
        return _tr(BASES[Basis(value)])
    return value or _tr(NOT_SAID[_UNSAID[section]])


def names_of_group(section: str, value: str, tasks: Iterable[FollowedTask]) -> list[str]:
    """The values that are counted as one group: names that differ in case or blanks."""
    same = _squeezed(value)
    known = dict.fromkeys(_TOLD[section](row, date.min) for row in tasks)
    return [one for one in known if _squeezed(one) == same]


def _squeezed(name: str) -> str:
    return " ".join(name.split()).casefold()


def chosen_values(wanted: TaskFilter, section: str) -> tuple[str, ...]:
    """What is chosen in a section."""
    if section == "basis":
        return (wanted.basis.value,) if wanted.basis else ()
    return tuple(str(value) for value in getattr(wanted, section))


def with_value(wanted: TaskFilter, section: str, value: str, on: bool) -> TaskFilter:
    """The filter with one value more or less."""
    if section == PROPOSALS:
        return replace(wanted, with_proposals=on)
    if section == "basis":
        return replace(wanted, basis=Basis(value) if on else None)
    kept = [old for old in chosen_values(wanted, section) if old != value]
    return with_values(wanted, section, [*kept, value] if on else kept)


def with_values(wanted: TaskFilter, section: str, values: Collection[str]) -> TaskFilter:
    """The filter with exactly these values in a section other than the basis."""
    kinds: dict[str, Callable[[str], str]] = {"states": State, "mentions": Mention}
    made: dict[str, Any] = {section: tuple(kinds.get(section, str)(one) for one in values)}
    return replace(wanted, **made)


def has_conditions(wanted: TaskFilter) -> bool:
    """Whether anything is kept out of the list."""
    return replace(wanted, query=wanted.query.strip()) != TaskFilter()


def counts(
    narrowed: Callable[[TaskFilter], Sequence[FollowedTask]],
    wanted: TaskFilter,
    on: date,
    proposed: Collection[int],
) -> Counts:
    """Section -> its values with the number of tasks, each section counted without its own condition."""
    base = narrowed(wanted)
    found: Counts = {}
    for section, _ in SECTIONS:
        inside = narrowed(_without(wanted, section)) if chosen_values(wanted, section) else base
        told = _TOLD[section]
        known = Counter([told(row, on) for row in inside])
        order = _FIXED.get(section) or sorted(known, key=lambda one: (not one, fold(one), one))
        found[section] = [(str(value), known[value]) for value in order if value in known]
    without = narrowed(replace(wanted, with_proposals=False)) if wanted.with_proposals else base
    found[PROPOSALS] = [("", sum(row.id in proposed for row in without))]
    return found


def _without(wanted: TaskFilter, section: str) -> TaskFilter:
    if section == "basis":
        return replace(wanted, basis=None)
    return with_values(wanted, section, ())


def remembered(wanted: TaskFilter) -> str:
    """What is kept for the next start: nothing that a person or an office is called by."""
    kept = {section: chosen_values(wanted, section) for section in _FIXED}
    return json.dumps(kept | {PROPOSALS: wanted.with_proposals})


def recalled(kept: str) -> TaskFilter:
    """The filter that was remembered; what is not understood is left out."""
    try:
        told = json.loads(kept)
        basis = told["basis"]
        return TaskFilter(
            states=tuple(map(State, told["states"])),
            mentions=tuple(map(Mention, told["mentions"])),
            basis=Basis(basis[0]) if basis else None,
            with_proposals=bool(told[PROPOSALS]),
        )
    except (ValueError, KeyError, TypeError):
        return TaskFilter()
