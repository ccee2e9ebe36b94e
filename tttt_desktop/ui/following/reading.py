"""What the view knows of the open dossier: read when it is wanted, read again when a change touches it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.following import Match
from tttt_desktop.services import following
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.following.board import Board
from tttt_desktop.ui.following.finding import Finding
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.turns import Turns
from tttt_desktop.ui.workplace import Workplace

# What the search for matches compares, what else is shown, and what says how a task stands.
_COMPARED = ("article", "annotation", "figure", "task", "field", "agency")
_NAMED = ("task_agency", "annotation_document", "legal_document")
_PROGRESS = ("follow_up", "evidence")
_SOME = 1000  # tasks that are read in one go


class Reading(Finding):
    """`board` is None until it is read. `renewed`: it is another one now; `outdated`: the years are to be read first."""

    renewed = Signal()
    outdated = Signal()

    def __init__(self, place: Workplace, view: QWidget) -> None:
        super().__init__(place, view)
        self._view = view
        self._held: OpenDossier | None = None
        self._known: list[tuple[int, int]] = []
        self._results_year = 0
        self._turns = Turns(self)
        self._compares = False  # what matches come from has changed since they were looked for
        self.board: Board | None = None
        self.found.connect(self._take_found)

    def set_dossier(self, held: OpenDossier | None) -> None:
        """Know nothing of another dossier, or of none."""
        self.stop()
        self._turns.stop()
        self._held, self.board = held, None
        if held is not None:
            held.changed.connect(self._changed)

    @property
    def _dossier(self) -> Dossier | None:
        return self._held.dossier if self._held is not None else None

    def years(self) -> list[tuple[int, int]]:
        """The years of the dossier that have tasks, the newest first, with how many."""
        self._known = following.years(self._dossier) if self._dossier is not None else []
        return self._known

    def newest_told(self) -> int | None:
        """The newest year that articles look back on already: only there is something to compare with."""
        dossier, years = self._dossier, [year for year, _ in self._known]
        told = (year for year in years if dossier is not None and following.is_told(dossier, year))
        return next(told, years[0] if years else None)

    def read(self, year: int | None, results_year: int) -> None:
        """Read the tasks of a year, and begin to look for what the results of another one tell of them."""
        dossier, self._results_year = self._dossier, results_year
        self.stop()
        self._turns.stop()
        if dossier is None or year is None:
            self.board = Board(0, date.today(), found={})
            self.renewed.emit()
        else:
            self.board = None
            self._turns.start(self._first(dossier, year))

    def _first(self, dossier: Dossier, year: int) -> Iterator[int]:
        tasks = yield from following.in_steps(dossier, year)
        yield len(tasks)
        board = Board.of(year, date.today(), tasks, None, following.decided(dossier))
        yield len(tasks)
        self.start(dossier, tasks, self._results_year, at_once=True)
        self._show(board)

    def _show(self, board: Board) -> None:
        self.board = board
        self.renewed.emit()

    @Slot(object)
    def _changed(self, changed: Changed) -> None:
        if not changed.touches(*_COMPARED, *_NAMED, *_PROGRESS):
            return
        if not self._view.isVisible():
            self._turns.stop()
            self.board = None  # most changes are made in the reader: none waits for this view
        elif self.board is not None:
            self._follow(self.board, changed)
        elif self._turns.busy:
            self.outdated.emit()

    def _follow(self, before: Board, changed: Changed) -> None:
        """Read the tasks again, and look for matches anew where what they come from is another thing now."""
        dossier = self._dossier
        assert dossier is not None
        if [year for year, _ in following.years(dossier)] != [year for year, _ in self._known]:
            self.outdated.emit()
            return
        self._compares = self._compares or changed.touches(*_COMPARED)
        board = None if self._turns.busy else self._some(dossier, before, changed)
        if board is not None:
            self._renew(dossier, before, board)
        else:
            self._turns.start(self._again(dossier, before))

    def _again(self, dossier: Dossier, before: Board) -> Iterator[int]:
        tasks = yield from following.in_steps(dossier, before.year)
        yield len(tasks)
        now = self.board or before  # what was found meanwhile stays
        decided = following.decided(dossier)
        board = Board.of(before.year, date.today(), tasks, now.found, decided)
        yield len(tasks)
        self._renew(dossier, before, board)

    def _renew(self, dossier: Dossier, before: Board, board: Board) -> None:
        undone = before.decided - board.decided
        if self._compares or any(not board.knows(*pair) for pair in undone):
            self.start(dossier, board.tasks, self._results_year, at_once=False)
        self._compares = False
        self._show(board)

    def _some(self, dossier: Dossier, before: Board, changed: Changed) -> Board | None:
        """Where only the progress of some tasks changed, those of the articles it concerns are read, today being the same
        day.
        """
        if not changed.tables.keys() <= set(_PROGRESS) or before.today != date.today():
            return None
        if sum(task.article_id in changed.articles for task in before.tasks) > _SOME:
            return None
        fresh = following.rows(dossier, before.year, changed.articles)
        return before.with_some(fresh, changed.articles, following.decided(dossier))

    @Slot(object)
    def _take_found(self, found: Mapping[int, Sequence[Match]]) -> None:
        before = self.board
        if before is not None:
            told = before.year, before.today, before.tasks, found, before.decided
            self._show(Board.of(*told))
