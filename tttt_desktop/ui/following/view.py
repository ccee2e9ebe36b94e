"""The view "Theo dõi nhiệm vụ": the tasks of a year as a list, as counts, as a calendar; what changed is read again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tttt_desktop.domain.tallies import Tally, tallies, tally
from tttt_desktop.domain.task_filter import TaskFilter
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.following import conditions
from tttt_desktop.ui.following.acts import Acts
from tttt_desktop.ui.following.bar import CALENDAR, COUNTS, LIST, Bar
from tttt_desktop.ui.following.board import Board
from tttt_desktop.ui.following.kept import Kept
from tttt_desktop.ui.following.nothing import Nothing
from tttt_desktop.ui.following.page import TaskPage
from tttt_desktop.ui.following.reading import Reading
from tttt_desktop.ui.following.rows import Row
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.view import View
from tttt_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from tttt_desktop.ui.following.calendar import Calendar
    from tttt_desktop.ui.following.counting import Number
    from tttt_desktop.ui.following.counts import Counts
    from tttt_desktop.ui.following.table_file import TableFile


class FollowingView(View):
    """Shows the tasks of the open dossier; they are read when the view is on screen."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._rows: list[Row] = []
        self._look = Look()
        self._any_deadline = False
        self._kept = Kept(place.settings)
        self._order = self._kept.order
        self.bar, self.page = Bar(self), TaskPage(self)
        self.acts = Acts(self.page)
        self.nothing = Nothing(self)
        self._reading = Reading(place, self)
        self._build()
        self._connect()
        self._recall()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._faces = QStackedWidget(self)
        for page in (self.page, self.nothing):
            self._faces.addWidget(page)
        head = QVBoxLayout()
        head.setContentsMargins(12, 7, 12, 6)
        head.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._faces, 1)

    def _connect(self) -> None:
        bar, table = self.bar, self.page.table
        bar.years_changed.connect(self._take_years)
        bar.filter_changed.connect(self._take_filter)
        bar.face_chosen.connect(self._choose_face)
        bar.left.connect(self.focus_work)
        table.wished.connect(self.perform)
        table.status_asked.connect(self._show_statuses)
        table.menu_requested.connect(self._show_menu)
        table.sorted_by.connect(self._sort)
        table.copy_asked.connect(self.acts.copy)
        for moved in (table.chosen_changed, self.page.moved):
            moved.connect(self.place_changed)
        self.page.keys.asked.connect(self.perform)
        self.page.detail.left.connect(self.focus_work)
        self.acts.mark_requested.connect(self.mark_requested)
        self.acts.done.connect(self.focus_work)
        self.nothing.cleared.connect(bar.clear)
        self._reading.renewed.connect(self._show)
        self._reading.outdated.connect(self._read_years)

    @cached_property
    def counts(self) -> Counts:
        """The counts, made when they are first asked for."""
        from tttt_desktop.ui.following.counts import Counts

        made = Counts(self)
        made.set_by(self._kept.grouping)
        made.asked.connect(self._show_counted)
        made.regrouped.connect(self._regroup)
        self._faces.addWidget(made)
        return made

    @cached_property
    def calendar(self) -> Calendar:
        """The calendar, made when it is first asked for."""
        from tttt_desktop.ui.following.calendar import Calendar

        made = Calendar(self)
        made.set_look(self._look)
        made.task_requested.connect(self._show_task)
        made.reading_requested.connect(self.acts.read_task)
        made.export_requested.connect(self._export_calendar)
        self._faces.addWidget(made)
        return made

    @cached_property
    def table_file(self) -> TableFile:
        """What writes the shown tasks to a file, made when it is first asked for."""
        from tttt_desktop.ui.following.table_file import TableFile

        return TableFile(self._place, self)

    def _recall(self) -> None:
        """What was chosen the last time."""
        self.page.table.show_order(*self._order)
        self.bar.set_counts(self._count_values)
        self.bar.set_filter(self._kept.filter)
        self.bar.faces.set_current(self._kept.face)

    # -- the dossier ----------------------------------------------------------------------------

    def set_dossier(self, held: OpenDossier | None) -> None:
        """Show another dossier, or none; it is read when the view is on screen."""
        self.page.detail.flush()  # into the dossier that is being left
        self.page.detail.forget()
        self._reading.set_dossier(held)
        self.acts.held = held
        if held is not None:
            self.page.set_read_only(held.dossier.read_only)
        if self.isVisible():
            self._read_years()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._reading.board is None:
            self._read_years()

    @Slot()
    def _read_years(self) -> None:
        """Offer the years of the dossier; the one that was chosen stays where it has tasks."""
        known = self._reading.years()
        wanted = self.bar.year or self._kept.year
        if wanted not in dict(known):
            wanted = self._reading.newest_told()
        self.bar.set_years(known, wanted, self._kept.later)
        self._read()

    def _read(self) -> None:
        year = self.bar.year
        if year is not None:
            self.acts.year, self.acts.results_year = year, year + self.bar.later
        self._reading.read(year, self.acts.results_year)

    # -- what is shown --------------------------------------------------------------------------

    @Slot()
    def _take_years(self) -> None:
        self._kept.set_years(self.bar.year, self.bar.later)
        self.page.detail.flush()
        self._read()

    @Slot()
    def _take_filter(self) -> None:
        self._kept.set_filter(self.bar.filter)
        self._show()

    @Slot(int, bool)
    def _sort(self, column: int, descending: bool) -> None:
        self._order = (column, descending)
        self._kept.set_order(column, descending)
        self._show()

    @Slot(str)
    def _choose_face(self, face: str) -> None:
        self._kept.set_face(face)
        self.bar.faces.set_current(face)
        self._show()

    @Slot()
    def _regroup(self) -> None:
        self._kept.set_grouping(self.counts.by)
        self._show()

    @property
    def face(self) -> str:
        """What is on screen: the list, the counts, the calendar."""
        return self.bar.faces.current()

    @Slot()
    def _show(self) -> None:
        """Narrow and order anew; the keyboard stays at its task."""
        board = self._reading.board
        if board is None:
            return
        self._forget_gone(board)
        column, down = self._order
        self._rows = board.rows(self.bar.filter, column, descending=down)
        self._any_deadline = any(row.day and not row.settled for row in self._rows)
        tasks = [row.task for row in self._rows]
        proposals = None if board.found is None else sum(len(row.matches) for row in self._rows)
        self.bar.show_summary(tally(tasks, board.today), proposals)
        self.nothing.tell(any_tasks=bool(board.tasks))
        self._faces.setCurrentWidget(self._on_screen() if self._rows else self.nothing)
        if self.face == LIST:
            self.page.show_rows(self._rows, searching=board.found is None)
        elif self.face == COUNTS:
            self.counts.show_tallies(lambda by: tallies(tasks, by, board.today))
        else:
            self.calendar.show_rows(self._rows)
        self.place_changed.emit()

    def _forget_gone(self, board: Board) -> None:
        """What was being typed for a task that is gone has no place any more."""
        shown = self.page.detail.row
        if shown is not None and shown.key not in board.kept:
            self.page.detail.forget()

    def _on_screen(self) -> QWidget:
        if self.face == LIST:
            return self.page
        return self.counts if self.face == COUNTS else self.calendar

    def _count_values(self, wanted: TaskFilter) -> conditions.Counts:
        board = self._reading.board or Board(0, date.today())
        return conditions.counts(board.narrowed, wanted, board.today, board.proposed)

    @Slot(object, object)
    def _show_counted(self, group: Tally | None, number: Number) -> None:
        """The list of the tasks that a number counts: the conditions in force, and those of its row and column."""
        wanted = self.bar.filter
        if number.state is not None:
            wanted = conditions.with_values(wanted, "states", [number.state])
        if number.mention is not None:
            wanted = conditions.with_values(wanted, "mentions", [number.mention])
        if group is not None:
            section = f"{self.counts.by}s"
            tasks = [row.task for row in self._rows]
            names = conditions.names_of_group(section, group.value, tasks)
            wanted = conditions.with_values(wanted, section, names)
        self._choose_face(LIST)
        self.bar.set_filter(wanted)
        self.focus_work()

    @Slot(object)
    def _show_task(self, row: Row) -> None:
        """A task of the calendar in the list, with its detail."""
        self._choose_face(LIST)
        self.page.table.go_to(row.key)
        self.focus_work()

    # -- commands -------------------------------------------------------------------------------

    def facts(self) -> set[str]:
        """What the chosen tasks allow."""
        listed = self.page.facts() if self.face == LIST and self._rows else set()
        said = {"tasks": bool(self._rows), "deadlines": self._any_deadline}
        return {"following", *listed, *(name for name, true in said.items() if true)}

    @Slot(str)
    def perform(self, command: str) -> None:
        """Do a command of this view; what cannot be done now is not done."""
        acts: dict[str, Callable[[], object]] = {
            **self.acts.table(),
            "export_tasks": self._export_tasks,
            "export_calendar": self._export_calendar,
            "sort_tasks": self._choose_order,
            "tasks_list": partial(self._turn_to, LIST),
            "tasks_counts": partial(self._turn_to, COUNTS),
            "tasks_calendar": partial(self._turn_to, CALENDAR),
        }
        acts[command]()

    def _turn_to(self, face: str) -> None:
        self._choose_face(face)
        self.focus_work()

    def _export_tasks(self) -> None:
        self.table_file.ask_and_write([row.task for row in self._rows], self.acts.year)

    @Slot()
    def _export_calendar(self) -> None:
        from tttt_desktop.ui.following.calendar_file import ask_and_write

        ask_and_write(self._place, [row.task for row in self._rows], self.acts.year)

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        from tttt_desktop.ui.following.menu import task_menu

        if self.page.current is None:
            return
        writable = {"writable"} if not self.page.table.read_only else set()
        year = self.acts.year
        texts = {
            "carry_over": self.tr("Chuyển sang năm {year}").format(year=year + 1),
            "carry_back": self.tr("Thôi chuyển sang năm {year}").format(year=year),
        }
        task_menu(self, self.facts() | writable, self.perform, texts).popup(place)

    def _choose_order(self) -> None:
        """The headers sort with the mouse; this does with keys."""
        from tttt_desktop.ui.following.menu import order_menu

        table = self.page.table
        menu = order_menu(self, self._order, self._sort_and_show)
        menu.popup(table.viewport().mapToGlobal(QPoint(0, 0)))

    def _sort_and_show(self, column: int, descending: bool) -> None:
        self.page.table.show_order(column, descending)
        self._sort(column, descending)

    @Slot(QRect)
    def _show_statuses(self, cell: QRect) -> None:
        """The four statuses below the cell that was clicked."""
        from tttt_desktop.ui.following.menu import status_menu

        row = self.page.current
        menu = status_menu(self, row.task.status if row is not None else None, self.perform)
        menu.setMinimumWidth(cell.width())
        menu.popup(self.page.table.viewport().mapToGlobal(cell.bottomLeft()))

    # -- the window -----------------------------------------------------------------------------

    def set_zoom(self, percent: int) -> None:
        """Size of the tasks and of their quotations."""
        self._look = Look(percent)
        self.page.set_look(self._look)
        if "calendar" in vars(self):
            self.calendar.set_look(self._look)

    def focus_search(self) -> None:
        """Ctrl+F."""
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def open_filter(self) -> None:
        """Ctrl+L."""
        self.bar.open_filter()

    @Slot()
    def focus_work(self) -> None:
        """Put the keyboard into the table, the counts or the calendar."""
        self._panes()[1].setFocus(Qt.FocusReason.OtherFocusReason)

    def next_pane(self, forward: bool) -> None:
        """Round through the search, what is on screen, and the parts of the detail."""
        usable = [pane for pane in self._panes() if pane.isEnabled() and pane.isVisible()]
        inside = [at for at, pane in enumerate(usable) if pane.hasFocus()]
        start = inside[0] if inside else -1 if forward else 0
        usable[(start + (1 if forward else -1)) % len(usable)].setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    def _panes(self) -> tuple[QWidget, ...]:
        """The search, then where the work is, then what belongs to it."""
        detail = self.page.detail
        if self.face == LIST:
            parts = (self.page.table, detail.text, detail.progress.status, detail.link)
            return (self.bar.search, *parts)
        if self.face == COUNTS:
            return (self.bar.search, self.counts.table)
        return (self.bar.search, self.calendar.table, self.calendar.list)
