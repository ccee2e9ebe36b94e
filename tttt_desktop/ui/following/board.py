"""The tasks of a dossier with what is proposed for them: read once, narrowed and ordered as they are shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Board:
    """What the view knows. `found` is None while matches are looked for for the first time."""

    year: int
    today: date
    tasks: Sequence[FollowedTask] = ()
    found: Matches | None = None
    decided: frozenset[tuple[int, int]] = frozenset()
    proposed: Mapping[int, tuple[Match, ...]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        year: int,
        today: date,
        tasks: Sequence[FollowedTask],
        found: Matches | None,
        decided: frozenset[tuple[int, int]],
    ) -> Board:
        """With the open matches only: what was decided since they were looked for is left out."""
        known = {task.id for task in tasks}
        still = {
            task_id: tuple(m for m in matches if (task_id, m.evidence.id) not in decided)
            for task_id, matches in (found or {}).items()
            if task_id in known
        }
        proposed = {task_id: matches for task_id, matches in still.items() if matches}
        return cls(year, today, tasks, found, decided, proposed)

    def rows(self, wanted: TaskFilter, column: int, *, descending: bool) -> list[Row]:
        """The tasks under the conditions, by a column, -1 as they were read."""
        narrows = wanted != TaskFilter()
        tasks = narrowed(self.tasks, wanted, self.today, self.proposed) if narrows else self.tasks
        if column >= 0:
            by = ORDERS[Column(column)]
            tasks = ordered(tasks, by, self.today, descending=descending)
        return [Row(task, self.proposed.get(task.id, ()), self.today) for task in tasks]

    def with_some(
        self, fresh: Iterable[FollowedTask], articles: Collection[int]
    ) -> list[FollowedTask] | None:
        """The tasks with those of some articles as they are now; None when one has come or gone."""
        again = {task.id: task for task in fresh}
        known = {task.id for task in self.tasks if task.article_id in articles}
        if again.keys() != known:
            return None
        return [again.get(task.id, task) for task in self.tasks]

    def knows(self, task_id: int, mark: int) -> bool:
        """Whether the search found this mark for this task, decided on or not."""
        return any(one.evidence.id == mark for one in (self.found or {}).get(task_id, ()))
