"""The tasks of a dossier with what is proposed for them: read once, narrowed and ordered as they are shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tttt_desktop.domain.following import FollowedTask, Match
from tttt_desktop.domain.task_filter import TaskFilter, narrowed, ordered
from tttt_desktop.ui.following.columns import Column
from tttt_desktop.ui.following.rows import Row

ORDERS = {
    Column.TASK: "wording",
    Column.GIVER: "giver",
    Column.LEAD: "lead",
    Column.DEADLINE: "deadline",
    Column.STATUS: "status",
    Column.MATCH: "mention",
}
Matches = Mapping[int, Sequence[Match]]
Decided = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Board:
    """What the view knows. `found` is None while matches are looked for for the first time; `kept` are the rows by key."""

    year: int
    today: date
    tasks: Sequence[FollowedTask] = ()
    found: Matches | None = None
    decided: Decided = frozenset()
    kept: Mapping[int, Row] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        year: int,
        today: date,
        tasks: Sequence[FollowedTask],
        found: Matches | None,
        decided: Decided,
    ) -> Board:
        """With the open matches only: what was decided since they were looked for is left out."""
        known = found or {}
        kept = {
            task.id: Row(task, _still_open(known.get(task.id, ()), decided), today)
            for task in tasks
        }
        return cls(year, today, tasks, found, decided, kept)

    @property
    def proposed(self) -> set[int]:
        """The tasks that have open matches."""
        return {key for key, row in self.kept.items() if row.matches}

    def rows(self, wanted: TaskFilter, column: int, *, descending: bool) -> list[Row]:
        """The tasks under the conditions, by a column, -1 as they were read."""
        tasks = self.narrowed(wanted)
        if column >= 0:
            by = ORDERS[Column(column)]
            tasks = ordered(tasks, by, self.today, descending=descending)
        return [self.kept[task.id] for task in tasks]

    def narrowed(self, wanted: TaskFilter) -> Sequence[FollowedTask]:
        """The tasks under the conditions, as they were read."""
        if wanted == TaskFilter():
            return self.tasks
        proposed = self.proposed if wanted.with_proposals else ()
        return narrowed(self.tasks, wanted, self.today, proposed, self._said)

    def _said(self, task: FollowedTask) -> str:
        return self.kept[task.id].said

    def with_some(
        self, fresh: Iterable[FollowedTask], articles: Collection[int], decided: Decided
    ) -> Board | None:
        """With the tasks of some articles as they are now, and what is decided now; None when one has come or gone."""
        again = {task.id: task for task in fresh}
        if again.keys() != {task.id for task in self.tasks if task.article_id in articles}:
            return None
        tasks = [again.get(task.id, task) for task in self.tasks]
        touched = again.keys() | {task for task, _ in decided ^ self.decided}
        found, kept = self.found or {}, dict(self.kept)
        for key in touched & kept.keys():
            task = again.get(key, kept[key].task)
            kept[key] = Row(task, _still_open(found.get(key, ()), decided), self.today)
        return replace(self, tasks=tasks, decided=decided, kept=kept)

    def knows(self, task_id: int, mark: int) -> bool:
        """Whether the search found this mark for this task, decided on or not."""
        return any(one.evidence.id == mark for one in (self.found or {}).get(task_id, ()))


def _still_open(matches: Sequence[Match], decided: Decided) -> tuple[Match, ...]:
    return tuple(one for one in matches if (one.task_id, one.evidence.id) not in decided)
