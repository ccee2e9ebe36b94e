"""What the person does with tasks: each act is one use case on the chosen tasks of the list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from tttt_desktop.domain.following import Evidence, Match
from tttt_desktop.domain.records import Status
from tttt_desktop.services import following
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.following.keys import STATUS_COMMANDS
from tttt_desktop.ui.following.page import TaskPage
from tttt_desktop.ui.following.rows import Row, as_table
from tttt_desktop.ui.open_dossier import OpenDossier

Decision = Callable[[Dossier, int, int, int], object]


class Acts(QObject):
    """`year` is the one whose tasks are shown, `results_year` the one whose marks are compared with them."""

    mark_requested = Signal(int, int)
    done = Signal()  # the keyboard belongs to the tasks again

    def __init__(self, page: TaskPage) -> None:
        super().__init__(page)
        self._page = page
        self.held: OpenDossier | None = None
        self.year = self.results_year = 0
        detail = page.detail
        detail.read_requested.connect(self._open_task)
        detail.link_requested.connect(self._link)
        detail.progress.status_chosen.connect(self._set_status_of)
        detail.progress.done_on_edited.connect(self._set_done_on)
        detail.progress.note_edited.connect(self._set_note)
        detail.evidence.accepted.connect(self._accept_mark)
        detail.evidence.declined.connect(self._decline_mark)
        detail.evidence.unlinked.connect(self._unlink_mark)
        detail.evidence.open_requested.connect(self._read_evidence)

    def table(self) -> dict[str, Callable[[], object]]:
        """Command id -> what it does."""
        return {
            "accept_match": partial(self._decide, following.accept),
            "decline_match": partial(self._decide, following.decline),
            "next_match": partial(self._page.step, 1),
            "previous_match": partial(self._page.step, -1),
            "link_result": self._link,
            "edit_progress": self._edit_progress,
            "open_task": self._open_task,
            "open_evidence": self._open_evidence,
            "carry_over": partial(self._carry, following.carry_over),
            "carry_back": partial(self._carry, following.carry_back),
            "copy_tasks": self.copy,
            **{name: partial(self._set_status, one) for name, one in STATUS_COMMANDS.items()},
        }

    def _do(self, action: Callable[[Dossier], object]) -> None:
        """Do it where the dossier can be changed; what is being typed is told first."""
        if self.held is not None and not self.held.dossier.read_only:
            self._page.detail.flush()
            self.held.run(action)

    def _chosen(self) -> list[int]:
        return [row.key for row in self._page.chosen]

    # -- proposals and evidence -----------------------------------------------------------------

    def _decide(self, act: Decision) -> None:
        """Decide, and go on: to the next proposal of the task, else of the next task that has one."""
        match, onward, year = self._page.match, self._page.neighbour(1), self.year
        if match is None:
            return
        self._do(lambda d: act(d, match.task_id, match.evidence.id, year))
        if onward is not None and not self._still_open(match):
            self._page.table.go_to(onward.key)

    def _still_open(self, match: Match) -> bool:
        """Whether the keyboard is at the task of a match, and that has proposals."""
        row = self._page.current
        return row is not None and row.key == match.task_id and bool(row.matches)

    @Slot(int)
    def _accept_mark(self, mark: int) -> None:
        self._decide_mark(following.accept, mark)

    @Slot(int)
    def _decline_mark(self, mark: int) -> None:
        self._decide_mark(following.decline, mark)

    def _decide_mark(self, act: Decision, mark: int) -> None:
        """A button of a card: the keyboard stays at the task."""
        row, year = self._page.detail.row, self.year
        if row is not None:
            self._do(lambda d: act(d, row.key, mark, year))
            self.done.emit()

    @Slot(int)
    def _unlink_mark(self, mark: int) -> None:
        row = self._page.detail.row
        if row is not None:
            self._do(lambda d: following.unlink(d, row.key, mark))
            self.done.emit()

    @Slot()
    def _link(self) -> None:
        """Let the person choose a mark of the year herself."""
        from tttt_desktop.ui.following.linking import LinkDialog

        row, held = self._page.current, self.held
        if row is None or held is None or held.dossier.read_only:
            return
        taken = {one.id for one in row.task.evidence} | {row.key}
        known = following.marks(held.dossier, self.results_year)
        marks = [one for one in known if one.id not in taken]
        dialog = LinkDialog(row.text, self.results_year, marks, self._page)
        dialog.chosen.connect(partial(self._link_mark, row.key))
        dialog.open()

    def _link_mark(self, task: int, one: Evidence) -> None:
        year = self.year
        self._do(lambda d: following.link(d, task, one.id, year))

    # -- how tasks stand ------------------------------------------------------------------------

    def _set_status(self, status: Status) -> None:
        ids, year = self._chosen(), self.year
        if ids:
            self._do(lambda d: following.set_status(d, ids, status, year))

    @Slot(int, object)
    def _set_status_of(self, task: int, status: Status) -> None:
        year = self.year
        self._do(lambda d: following.set_status(d, [task], status, year))

    @Slot(int, object)
    def _set_done_on(self, task: int, day: date | None) -> None:
        year = self.year
        self._do(lambda d: following.set_done_on(d, [task], day, year))

    @Slot(int, str)
    def _set_note(self, task: int, text: str) -> None:
        year = self.year
        self._do(lambda d: following.set_note(d, task, text, year))

    def _edit_progress(self) -> None:
        if self._page.detail.row is not None and not self._page.table.read_only:
            self._page.detail.progress.focus_note()

    def _carry(self, act: Callable[[Dossier, list[int], int], object]) -> None:
        ids, year = self._chosen(), self.year
        if ids:
            self._do(lambda d: act(d, ids, year))

    # -- reading and copying --------------------------------------------------------------------

    @Slot()
    def _open_task(self) -> None:
        row = self._page.current
        if row is not None:
            self.read_task(row)

    @Slot(object)
    def read_task(self, row: Row) -> None:
        """Open the article of a task at its sentence."""
        self._page.detail.flush()
        self.mark_requested.emit(row.task.article_id, row.key)

    def _open_evidence(self) -> None:
        """The article of the current proposal, else of the newest evidence."""
        row, match = self._page.current, self._page.match
        told = row.task.evidence if row is not None else ()
        if match is not None:
            self._read_evidence(match.evidence)
        elif told:
            self._read_evidence(told[-1])

    @Slot(object)
    def _read_evidence(self, one: Evidence) -> None:
        self._page.detail.flush()
        self.mark_requested.emit(one.article_id, one.id)

    @Slot()
    def copy(self) -> None:
        """The chosen tasks as a table on the clipboard."""
        QGuiApplication.clipboard().setText(as_table(self._page.chosen))
