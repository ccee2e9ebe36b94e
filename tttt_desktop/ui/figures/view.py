"""The view "Số liệu": every figure that was marked, which of them disagree, and how they go over the years."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.consolidation import Passage
from tttt_desktop.services import figures
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.figures import Overview, Told
from tttt_desktop.ui.clipboard import copy_table
from tttt_desktop.ui.figures.comparing import Comparing
from tttt_desktop.ui.figures.conditions import Conditions
from tttt_desktop.ui.figures.detail import Detail
from tttt_desktop.ui.figures.menu import figure_menu
from tttt_desktop.ui.figures.model import COLUMNS, FigureModel, Key
from tttt_desktop.ui.figures.table import FigureTable
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.turns import Turns
from tttt_desktop.ui.view import View
from tttt_desktop.ui.workplace import Workplace

_DETAIL = (108, 190)  # least and most height of the sentence below the table
_READ_BY = ("annotation", "article", "figure", "field", "task")  # that the view shows something of
_NOTHING = Overview([], {})


class FiguresView(View):
    """Shows the figures of the open dossier; they are read when the view is on screen."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._open: OpenDossier | None = None
        self._all: list[Told] | None = None  # None: to be read
        self._found = _NOTHING  # of the figures as they were when they were last compared
        self._reading = Turns(self)
        self._model = FigureModel(self)
        self.conditions = Conditions(self)
        self.table = FigureTable(self._model, self)
        self.detail = Detail(self)
        self._comparing = Comparing(place, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(12, 7, 12, 7)
        head.addWidget(self.conditions)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)

    def _connect(self) -> None:
        self.conditions.changed.connect(self._filter)
        self.conditions.search.returnPressed.connect(self.focus_work)
        self.table.wished.connect(self.perform)
        self.table.menu_requested.connect(self._show_menu)
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        self.table.selectionModel().selectionChanged.connect(self.place_changed)
        # Later: what is typed changes the table that is just taking it.
        self._model.edited.connect(self._edit, Qt.ConnectionType.QueuedConnection)
        self.detail.opened.connect(self._read_on)
        self.detail.chart_wanted.connect(self._save_chart)
        self._comparing.found.connect(self.show_told)

    # -- the dossier ----------------------------------------------------------------------------

    def set_dossier(self, held: OpenDossier | None) -> None:
        """Show another dossier, or none; it is read when the view is on screen."""
        self._comparing.stop()
        self._reading.stop()
        self._open, self._all, self._found = held, None, _NOTHING
        self._model.read_only = held is None or held.dossier.read_only
        self._model.show([])
        if held is not None:
            held.changed.connect(self._changed)
        if self.isVisible():
            self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least, most = _DETAIL
        self.detail.setFixedHeight(max(least, min(most, self.height() // 4)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._all is None:
            self._read()

    @Slot(object)
    def _changed(self, changed: Changed) -> None:
        if not changed.touches(*_READ_BY):
            return
        if not self.isVisible():
            self._reading.stop()
            self._all = None
        elif self._all is None or self._open is None or changed.touches("field"):
            self._read()
        else:
            self._take(figures.followed(self._open.dossier, self._all, changed))
            self._comparing.start(self._all)

    def _read(self) -> None:
        if self._open is None:
            self._reading.stop()
            self._take([])
        else:
            self._reading.start(self._read_in_steps(self._open.dossier))

    def _read_in_steps(self, dossier: Dossier) -> Iterator[int]:
        told = yield from figures.in_steps(dossier)
        yield len(told)
        self._take(figures.as_before(told, self._found.told))
        yield len(told)
        self._comparing.start(told)

    def _take(self, told: list[Told]) -> None:
        self._all = told
        self.conditions.offer(told)
        self._filter()

    @Slot(object)
    def show_told(self, found: Overview) -> None:
        """Show these figures with what was found out about them."""
        self._found, self._all = found, found.told
        self.conditions.offer_indicators(found.indicators)
        self._filter()

    @Slot()
    def _filter(self) -> None:
        """Show what fits the conditions."""
        shown = self.conditions.fitting(self._all or ())
        self.table.show_rows(shown)
        self.conditions.count(len(self._all or ()), shown)
        self._show_detail()

    # -- the current figure ---------------------------------------------------------------------

    @Slot()
    def _show_detail(self) -> None:
        told = self.table.current()
        group = self._found.groups.get(told.subject, ()) if told else ()
        series = figures.series(group, told) if told else ()
        self.detail.show_told(told, series)
        self.place_changed.emit()

    @Slot(object)
    def _read_on(self, passage: Passage) -> None:
        self.mark_requested.emit(passage.article_id, passage.id)

    @Slot(object, str, str)
    def _edit(self, key: Key, name: str, typed: str) -> None:
        """A number belongs to its own row; a word is given to all rows that are chosen."""
        keys = [key] if name == "value" else [told.key for told in self.table.chosen()]
        if key not in keys:
            keys = [key]
        if self._open is not None:
            self._open.run(partial(figures.edit, chosen=keys, name=name, typed=typed))

    @property
    def mark(self) -> int:
        """The sentence of the current figure."""
        told = self.table.current()
        return told.passage.id if told is not None else 0

    def facts(self) -> set[str]:
        """What is true of the table, in the words of `Command.needs`."""
        known = {"figures"}
        if self.table.current() is not None:
            known |= {"figure", "mark"}
        return known | ({"series"} if self.detail.chart.series else set())

    def perform(self, command: str) -> None:
        """Do a command of this view; what cannot be done now is not done."""
        told = self.table.current()
        if told is None:
            return
        acts: dict[str, Callable[[], object]] = {
            "open_figure": lambda: self._read_on(told.passage),
            "edit_figure": self.table.edit_current,
            "rename_figures": self.table.rename,
            "only_indicator": lambda: self.conditions.only_indicator(told),
            "copy_figures": self._copy,
            "save_chart": self._save_chart,
            "used_reports": self.show_uses,
        }
        acts[command]()

    def _copy(self) -> None:
        headings = [*(self.tr(column.title) for column in COLUMNS), self.tr("Bài viết")]
        copy_table(
            headings,
            ([*(column.text(one) for column in COLUMNS), one.passage.title]
             for one in self.table.chosen()),
        )  # fmt: skip

    @Slot()
    def _save_chart(self) -> None:
        from tttt_desktop.ui.figures.saving import save_chart

        if self.detail.chart.series:
            save_chart(self._place, self.detail.chart.series)

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        if self.table.current() is not None:
            facts = self.facts() | (set() if self._model.read_only else {"writable"})
            figure_menu(self, facts, self.perform).popup(place)

    # -- the keyboard ---------------------------------------------------------------------------

    def focus_search(self) -> None:
        """Ctrl+F."""
        self.conditions.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.conditions.search.selectAll()

    def focus_work(self) -> None:
        """The table."""
        self.table.setFocus()

    def next_pane(self, forward: bool) -> None:
        """Search, table, sentence."""
        panes = [self.conditions.search, self.table, self.detail.read_on]
        here = next((at for at, pane in enumerate(panes) if pane.hasFocus()), 0)
        panes[(here + (1 if forward else -1)) % len(panes)].setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )
