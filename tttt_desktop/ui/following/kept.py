"""What the view remembers between two starts: years, order, face, and conditions that name no person and no office."""

from __future__ import annotations

from tttt_desktop.domain.tallies import GROUPINGS
from tttt_desktop.domain.task_filter import TaskFilter
from tttt_desktop.ui.following import conditions
from tttt_desktop.ui.following.bar import CALENDAR, COUNTS, LIST
from tttt_desktop.ui.following.columns import Column
from tttt_desktop.ui.settings import Settings

_COLUMNS = {str(int(column)) for column in Column}


class Kept:
    """Typed access to the view's part of the settings; what cannot be understood is as if it were not there."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def year(self) -> int | None:
        """The year whose tasks were shown."""
        year = self._settings.choice("tasks-year", "")
        return int(year) if year.isdecimal() else None

    @property
    def later(self) -> int:
        """How many years after that the results were of: 0 or 1."""
        return int(self._settings.choice("tasks-later", "0") == "1")

    def set_years(self, year: int | None, later: int) -> None:
        """Keep both."""
        self._settings.set_choice("tasks-year", str(year or ""))
        self._settings.set_choice("tasks-later", str(later))

    @property
    def order(self) -> tuple[int, bool]:
        """The column that the tasks stood by, -1 for none, and whether downwards."""
        column, _, down = self._settings.choice("tasks-order", "").partition(" ")
        return (int(column), bool(down)) if column in _COLUMNS else (-1, False)

    def set_order(self, column: int, descending: bool) -> None:
        """Keep it."""
        self._settings.set_choice("tasks-order", f"{column} down" if descending else str(column))

    @property
    def face(self) -> str:
        """The list, the counts or the calendar."""
        face = self._settings.choice("tasks-face", LIST)
        return face if face in (COUNTS, CALENDAR) else LIST

    def set_face(self, face: str) -> None:
        """Keep it."""
        self._settings.set_choice("tasks-face", face)

    @property
    def grouping(self) -> str:
        """What was counted by, one of the domain's GROUPINGS."""
        by = self._settings.choice("tasks-by", "")
        return by if by in GROUPINGS else GROUPINGS[0]

    def set_grouping(self, by: str) -> None:
        """Keep it."""
        self._settings.set_choice("tasks-by", by)

    @property
    def filter(self) -> TaskFilter:
        """The conditions that were in force."""
        return conditions.recalled(self._settings.choice("tasks-filter", ""))

    def set_filter(self, wanted: TaskFilter) -> None:
        """Keep them."""
        self._settings.set_choice("tasks-filter", conditions.remembered(wanted))
