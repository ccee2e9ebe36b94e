"""The list of tasks: the table, the task that is looked at below it, and the bar that teaches the keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from tttt_desktop.domain.following import Match
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.editor.key_bar import KeyBar
from tttt_desktop.ui.following.detail import Detail
from tttt_desktop.ui.following.keys import bar_content
from tttt_desktop.ui.following.model import TaskModel
from tttt_desktop.ui.following.rows import Row
from tttt_desktop.ui.following.table import TaskTable

_DETAIL_MOST, _TABLE_LEAST = 260, 130


class TaskPage(QWidget):
    """Knows where the keyboard is: at a task, and at one of its proposals. `moved`: that is another one now."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._places: dict[
            int, int
        ] = {}  # of the first proposal of a task among all that are shown
        self.open_matches = 0
        self._searching = False
        self._chosen_height = 0  # of the detail; 0: as the window is high
        self.table = TaskTable(TaskModel(self), self)
        self.detail, self.keys = Detail(self), KeyBar()
        self._build()
        self.table.current_moved.connect(self._current_moved)

    def _build(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self.table)
        self._splitter.addWidget(self.detail)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.splitterMoved.connect(self._keep_height)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._splitter, 1)
        column.addWidget(self.keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self._splitter.height()
        wanted = self._chosen_height or min(_DETAIL_MOST, room * 3 // 8)
        detail = max(self.detail.minimumHeight(), min(wanted, room - _TABLE_LEAST))
        self._splitter.setSizes([room - detail, detail])

    @Slot()
    def _keep_height(self) -> None:
        self._chosen_height = self._splitter.sizes()[1]

    def set_read_only(self, read_only: bool) -> None:
        """Let the tasks be read but not changed."""
        self.table.read_only = read_only
        self.detail.set_read_only(read_only)

    def set_look(self, look: Look) -> None:
        """Fonts for a zoom."""
        self.table.set_look(look)
        self.detail.set_look(look)

    # -- what is shown --------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[Row], *, searching: bool) -> None:
        """Show these tasks; the keyboard stays at its task, or goes to the nearest one. `searching`: proposals follow."""
        before, at, offered = (
            self.table.current,
            self.table.currentIndex().row(),
            self.table.offered,
        )
        self._rows, self._searching = rows, searching
        self._number_proposals()
        keys = {row.key for row in rows}
        current = before.key if before is not None else None
        chosen = {row.key for row in self.table.chosen} & keys
        if current not in keys:
            near = rows[min(max(0, at), len(rows) - 1)] if rows else None
            current, chosen, offered = (near.key if near is not None else None), set(), 0
        self.table.show_rows(rows, chosen or ({current} if current else set()), current)
        row = self.table.current
        self.table.offered = min(offered, max(0, len(row.matches) - 1)) if row is not None else 0
        self._show_current()

    def _number_proposals(self) -> None:
        self._places, self.open_matches = {}, 0
        for row in self._rows:
            self._places[row.key] = self.open_matches
            self.open_matches += len(row.matches)

    def _show_current(self) -> None:
        """The task the keyboard is at, in the detail and in the bar of keys."""
        row, offered = self.table.current, self.table.offered
        self.detail.show_row(row, offered, searching=self._searching)
        number = self._places.get(row.key, 0) + offered + 1 if row is not None else 0
        told = {"searching": self._searching, "read_only": self.table.read_only}
        self.keys.show_content(bar_content(row, offered, number, self.open_matches, **told))

    @Slot()
    def _current_moved(self) -> None:
        self._show_current()
        self.moved.emit()

    def facts(self) -> set[str]:
        """What the chosen tasks allow, in the words of the commands."""
        row, chosen = self.current, self.chosen
        checks = {
            "task": bool(chosen),
            "match": self.match is not None,
            "matches": self.open_matches > 0,
            "evidence": row is not None and bool(row.matches or row.task.evidence),
            "open_task": any(one.task.is_open and one.task.carried_to is None for one in chosen),
            "carried_task": any(one.task.carried_from is not None for one in chosen),
        }
        return {name for name, true in checks.items() if true}

    # -- where the keyboard is ------------------------------------------------------------------

    @property
    def current(self) -> Row | None:
        """The task the keyboard is at."""
        return self.table.current

    @property
    def chosen(self) -> list[Row]:
        """The selected tasks, else the current one."""
        chosen, current = self.table.chosen, self.table.current
        return chosen or ([current] if current is not None else [])

    @property
    def match(self) -> Match | None:
        """The proposal that Enter takes."""
        row, offered = self.table.current, self.table.offered
        return row.matches[offered] if row is not None and offered < len(row.matches) else None

    def neighbour(self, step: int) -> Row | None:
        """The nearest task below (1) or above (-1) that has proposals, round the ends."""
        at, count = self.table.currentIndex().row(), len(self._rows)
        around = (self._rows[(at + step * far) % count] for far in range(1, count))
        return next((row for row in around if row.matches), None)

    def step(self, step: int) -> None:
        """To the next or the previous proposal, of this task or of another."""
        row, offered = self.table.current, self.table.offered + step
        if row is None or not 0 <= offered < len(row.matches):
            other = self.neighbour(step)
            if other is not None:
                self.table.go_to(other.key)
            row = other or row
            offered = 0 if step > 0 else -1
        if row is not None and row.matches:
            self.table.offered = offered % len(row.matches)
            self.table.viewport().update()
            self._current_moved()
