"""Entries as the person arranged them: in her order, merged into one where she merged, without what she left out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from tttt_desktop.domain.consolidation import Line
from tttt_desktop.domain.records import Status, Task
from tttt_desktop.reporting.lines import Entry

_LEAST_DONE = (Status.NOT_STARTED, Status.UNDER_WAY, Status.COMPLETED, Status.DROPPED)


def arrange(entries: Iterable[Entry], lines: Iterable[Line]) -> list[Entry]:
    """The entries to print, numbered by `place`. `lines` are those of the whole dossier; an entry in none of them
    comes behind all others, as it came.
    """
    left = {entry.annotation.id: entry for entry in entries}
    found = []
    for line in lines:
        members = [left.pop(one) for one in line.ids if one in left]
        if members and not line.left_out:
            found.append(_merged(members, line) if line.id else members[0])
    return [replace(entry, place=at) for at, entry in enumerate([*found, *left.values()])]


def _merged(members: Sequence[Entry], line: Line) -> Entry:
    """One entry of several: the wording is the line's, the task says what any of them says."""
    lead = members[0]
    annotation = replace(lead.annotation, statement=line.statement, task=_task(members))
    return replace(lead, annotation=annotation, also=tuple(members[1:]))


def _task(members: Sequence[Entry]) -> Task | None:
    tasks = [entry.annotation.task for entry in members if entry.annotation.task]
    if not tasks:
        return None
    days = [task.deadline_on for task in tasks if task.deadline_on]
    return replace(
        tasks[0],
        assigner=_said(tasks, lambda task: task.assigner),
        lead=_said(tasks, lambda task: task.lead),
        cooperating=tuple(dict.fromkeys(name for task in tasks for name in task.cooperating)),
        deadline_text=_said(tasks, lambda task: task.deadline_text),
        deadline_on=min(days, default=None),
        documents=tuple(dict.fromkeys(one for task in tasks for one in task.documents)),
        status=min((task.status for task in tasks), key=_LEAST_DONE.index),
    )


def _said(tasks: Iterable[Task], what: Callable[[Task], str]) -> str:
    """What the tasks say, each wording once."""
    return "; ".join(dict.fromkeys(filter(None, (" ".join(what(task).split()) for task in tasks))))
