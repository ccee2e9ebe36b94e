"""The rows of the import review by their numbers: counted as they change, each step of the person taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import add, sub

from tttt_desktop.ui.review.rows import Row, Tally, counted, is_unlooked


@dataclass(frozen=True, slots=True)
class Step:
    """What can be taken back: the rows as they were, by number."""

    label: str
    before: Mapping[int, Row]
    back: Callable[[], object] | None = None  # what else is to be done then


class Ledger:
    """Rows are numbered as they come and keep their number. Tens of thousands of them cost no more than a few."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._tally = Tally()
        self._unlooked: dict[
            int, None
        ] = {}  # numbers of rows whose suggestions nobody has looked for
        self._steps: list[Step] = []

    @property
    def rows(self) -> Sequence[Row]:
        """Every row by its number, also those that were taken out."""
        return self._rows

    @property
    def tally(self) -> Tally:
        """The numbers of all rows that are in the table."""
        return self._tally

    @property
    def touched(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._steps)

    def unlooked(self, limit: int) -> list[int]:
        """Some rows whose suggestions are to be looked for."""
        return list(islice(self._unlooked, limit))

    def append(self, rows: Iterable[Row]) -> range:
        """Take rows in; gives their numbers."""
        first = len(self._rows)
        for number, row in enumerate(rows, first):
            self._rows.append(row)
            self._count(number, Tally(), row)
        return range(first, len(self._rows))

    def set(self, rows: Mapping[int, Row]) -> None:
        """Put other rows in their places."""
        for number, row in rows.items():
            before, self._rows[number] = self._rows[number], row
            self._count(number, counted(before), row)

    def _count(self, number: int, before: Tally, row: Row) -> None:
        now = counted(row)
        if now != before:
            self._tally = Tally(*map(add, self._tally, map(sub, now, before)))
        if is_unlooked(row):
            self._unlooked[number] = None
        else:
            self._unlooked.pop(number, None)

    def step(
        self, label: str, rows: Mapping[int, Row], back: Callable[[], object] | None = None
    ) -> bool:
        """Put changed rows in as one step; False when nothing is changed by it."""
        before = {number: self._rows[number] for number in rows}
        if back is None and all(before[number] is row for number, row in rows.items()):
            return False
        self._steps.append(Step(label, before, back))
        self.set(rows)
        return True

    def undo(self) -> Step | None:
        """Take the last step back; what it was, None when there is none."""
        if not self._steps:
            return None
        step = self._steps.pop()
        self.set(step.before)
        return step
