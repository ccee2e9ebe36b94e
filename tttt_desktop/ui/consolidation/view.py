"""The view "Tổng hợp": every wish becomes one use case; what it changed is read again, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.consolidation import Passage
from tttt_desktop.domain.grouping import Alike
from tttt_desktop.services import consolidation
from tttt_desktop.services.consolidation import Overview
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.consolidation.acts import Acts
from tttt_desktop.ui.consolidation.bar import Bar
from tttt_desktop.ui.consolidation.comparing import Comparing
from tttt_desktop.ui.consolidation.detail import Detail
from tttt_desktop.ui.consolidation.frame import Frame
from tttt_desktop.ui.consolidation.list_view import LineList
from tttt_desktop.ui.consolidation.model import LineModel
from tttt_desktop.ui.consolidation.rows import Entry, Head, key_of
from tttt_desktop.ui.consolidation.showing import Showing
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.turns import Turns, batches
from tttt_desktop.ui.view import View
from tttt_desktop.ui.workplace import Workplace

_COMPARED = ("article", "annotation", "figure", "task", "apart")  # what the search for groups reads
_MANY = 1000  # annotations that are not read again in one go


def _is_wide(changed: Changed) -> bool:
    """Whether so many annotations changed that all are read again, turn by turn."""
    return len(changed.tables.get("annotation", ())) > _MANY


def _rows(changed: Changed) -> int:
    return sum(map(len, changed.tables.values()))


class ConsolidationView(View):
    """Shows the lines of the open dossier."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._open: OpenDossier | None = None
        self._overview: Overview | None = None  # None: to be read when the view is shown
        self._reading = Turns(self)
        self._outdated = False  # the overview has followed a change that is not shown yet
        self._compares = False  # and what it touched is to be compared anew
        self.bar, self.list, self.detail = Bar(self), LineList(LineModel(self), self), Detail(self)
        self._frame = Frame(self.list, self.detail, self)
        self._showing = Showing(self.bar)
        self._acts = Acts(place, self._showing, self.list, self.detail)
        self._comparing = Comparing(place, self)
        self._build()
        self._connect()
        self.bar.set_grouping(place.settings.choice("lines", "field"))

    def _build(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(12, 7, 12, 7)
        head.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._frame, 1)

    def _connect(self) -> None:
        bar, lines, detail, acts = self.bar, self.list, self.detail, self._acts
        bar.changed.connect(self._regroup)
        bar.offers_requested.connect(self._show_offers)
        bar.left.connect(self.focus_work)
        lines.wished.connect(self.perform)
        lines.folding.connect(self._fold)
        lines.ticked.connect(acts.tick)
        lines.dropped.connect(acts.drop)
        lines.current_moved.connect(self._current_moved)
        lines.menu_requested.connect(self._show_menu)
        detail.reworded.connect(acts.reword)
        detail.unmerge_requested.connect(acts.unmerge_shown)
        detail.open_requested.connect(self._open_passage)
        detail.left.connect(self.focus_work)
        self._frame.clear.clicked.connect(bar.clear)
        self._comparing.found.connect(self._take_found)

    # -- the dossier ----------------------------------------------------------------------------

    def set_dossier(self, held: OpenDossier | None) -> None:
        """Show another dossier, or none; it is read when the view is on screen."""
        self.detail.flush()  # into the dossier that is being left
        self.detail.forget()
        self._open, self._acts.held, self._overview = held, held, None
        self._reading.stop()
        self._comparing.stop()
        self._showing.forget()
        self._set_offers(False)
        if held is not None:
            held.changed.connect(self._changed)
            self.list.read_only = held.dossier.read_only
            self.detail.set_read_only(held.dossier.read_only)
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._overview is None:
            self._read()

    def _read(self) -> None:
        self._overview = None
        if self._open is None:
            self._reading.stop()
            self._take_lines()
        else:
            self._reading.start(self._read_in_steps(self._open.dossier))

    def _read_in_steps(self, dossier: Dossier) -> Iterator[int]:
        self._frame.show_list()  # it fills in a moment
        overview = yield from consolidation.in_steps(dossier)
        lines = overview.lines
        yield len(lines)
        for some in batches(lines):
            self.list.measure(some, len(lines))
            yield len(some)
        self._overview = overview
        self._take_lines()
        self._comparing.start(overview, at_once=True)
        yield len(lines)
        for some in batches(lines):  # or the first search would have all of them to fold
            yield sum(bool(line.folded) for line in some)

    @Slot(object)
    def _changed(self, changed: Changed) -> None:
        if not self.isVisible():
            self._reading.stop()
            self._overview = None  # most changes are made in the reader: none waits for this view
        elif self._overview is None or changed.touches("article", "field") or _is_wide(changed):
            self._read()  # all of it; what was being read was another dossier in part
        else:
            self._reading.start(self._follow_in_steps(self._overview, changed))

    def _follow_in_steps(self, overview: Overview, changed: Changed) -> Iterator[int]:
        """Both steps may be left to the change that comes next, which gives up what is not done of this one."""
        self._compares = self._compares or changed.touches(*_COMPARED)
        self._outdated = overview.follow(changed) or self._outdated
        yield _rows(changed)
        if self._outdated:
            self._take_lines()
            yield _rows(changed)
        if self._compares:
            self._comparing.start(overview)
            self._compares = False

    def _take_lines(self) -> None:
        self._outdated = False
        self._showing.take(self._overview)
        shown = self.detail.line
        if shown is not None and all(line.key != shown.key for line in self._showing.lines):
            self.detail.forget()  # what was being typed for it has no place any more
        self.bar.set_years(self._showing.years)
        self._show()

    # -- what is shown --------------------------------------------------------------------------

    @Slot()
    def _regroup(self) -> None:
        self._place.settings.set_choice("lines", self.bar.grouping)
        self._show()

    def _show(self) -> None:
        """Group and filter anew; the keyboard stays at its line."""
        chosen, row = self.list.chosen_keys, self.list.current
        at = self.list.currentIndex().row()
        showing = self._showing
        rows = showing.arrange(self._open.dossier.fields() if self._open is not None else ())
        current = key_of(row) if row is not None else None
        if rows.place(current) < 0:
            current = rows.successor(row, at)
            chosen = {current}
        self.list.show_rows(rows, chosen, current)
        groups = None if showing.found is None else len(showing.offers)
        self.bar.show_counts(len(showing.shown), groups)
        if len(rows):
            self._frame.show_list()
        else:
            self._frame.show_empty(self._why_empty(), bool(showing.lines) and self.bar.narrows)
        self._current_moved()

    def _why_empty(self) -> str:
        if not self._showing.lines:
            return self.tr(
                "Chưa có đánh dấu nào để tổng hợp. Hãy nhận gợi ý hoặc đánh dấu trong bài (Ctrl+1)."
            )
        if self._showing.only_offers:
            return self.tr("Không còn nhóm nào có thể trùng.")
        return self.tr("Không có mục nào khớp.")

    @Slot()
    def _current_moved(self) -> None:
        row = self.list.current
        line = row.line if isinstance(row, Entry) else next(iter(self.list.chosen), None)
        self.detail.show_line(line)
        self.place_changed.emit()

    @Slot(object)
    def _fold(self, head: Head) -> None:
        self._showing.fold(head)
        self._show()

    def _fold_all(self, folded: bool) -> None:
        self._showing.fold_all(folded)
        self._show()

    # -- groups that may say the same -----------------------------------------------------------

    @Slot(object)
    def _take_found(self, found: list[Alike]) -> None:
        self._showing.found = found
        if self._overview is not None:
            self._show()

    @Slot(bool)
    def _show_offers(self, shown: bool) -> None:
        self._set_offers(shown)
        self._show()
        self.focus_work()

    def _set_offers(self, shown: bool) -> None:
        self._showing.only_offers = shown
        self.bar.set_offers(shown)

    # -- commands -------------------------------------------------------------------------------

    @property
    def mark(self) -> int:
        """The quotation the person looks at: of a merged line one of several."""
        passage = self.detail.quotes.current
        return passage.id if passage is not None else 0

    def facts(self) -> set[str]:
        """What the chosen lines allow."""
        chosen, offer, showing = self.list.chosen, self._acts.offer, self._showing
        checks = {
            "consolidation": True,
            "lines": bool(showing.lines),
            "line": bool(chosen),
            "mark": bool(self.mark),
            "several_lines": len(chosen) > 1 or offer is not None,
            "merged_line": any(line.id for line in chosen),
            "ordered_line": bool(chosen) and not showing.only_offers,
            "group": offer is not None,
            "groups": bool(showing.offers) or showing.only_offers,
        }
        return {name for name, true in checks.items() if true}

    @Slot(str)
    def perform(self, command: str) -> None:
        """Do a command of this view; what cannot be done now is not done."""
        acts: dict[str, Callable[[], object]] = {
            **self._acts.by_command(),
            "line_field": self._choose_field,
            "reword_line": self._focus_wording,
            "open_line": self._open_line,
            "used_reports": self.show_uses,
            "show_groups": lambda: self._show_offers(not self._showing.only_offers),
            "fold_lines": lambda: self._fold_all(True),
            "unfold_lines": lambda: self._fold_all(False),
        }
        acts[command]()

    def _open_line(self) -> None:
        line = self.detail.line
        if line is not None:
            self._open_passage(line.lead)

    @Slot(object)
    def _open_passage(self, passage: Passage) -> None:
        self.detail.flush()
        self.mark_requested.emit(passage.article_id, passage.id)

    def _focus_wording(self) -> None:
        if self.detail.line is not None:
            self.detail.focus_wording()

    # -- menus ----------------------------------------------------------------------------------

    def _choose_field(self) -> None:
        """A menu of the fields, at the current line."""
        if self._open is None or not self.list.chosen:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_fields(menu)
        rect = self.list.visualRect(self.list.currentIndex())
        menu.popup(self.list.viewport().mapToGlobal(rect.center()))

    def _fill_fields(self, menu: QMenu) -> None:
        assert self._open is not None
        own = {line.lead.field for line in self.list.chosen}
        for name in self._open.dossier.fields():
            action = menu.addAction(name.replace("&", "&&"))
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(own == {name})
        menu.triggered.connect(self._set_field)

    @Slot(QAction)
    def _set_field(self, action: QAction) -> None:
        self._acts.set_field(str(action.data()))

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        from tttt_desktop.ui.consolidation.menu import line_menu

        writable = self._open is not None and not self._open.dossier.read_only
        facts = self.facts() | ({"writable"} if writable else set())
        line_menu(self, facts, self.perform, self._fill_fields).popup(place)

    # -- the window -----------------------------------------------------------------------------

    def set_zoom(self, percent: int) -> None:
        """Size of the lines and of their quotations."""
        look = Look(percent)
        self.list.set_look(look)
        self.detail.set_look(look)

    def focus_search(self) -> None:
        """Ctrl+F."""
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    @Slot()
    def focus_work(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_pane(self, forward: bool) -> None:
        """Round through search, list, quotations and wording."""
        panes = (self.bar.search, self.list, self.detail.quotes, self.detail.wording)
        usable = [pane for pane in panes if pane.isEnabled() and pane.isVisible()]
        inside = [at for at, pane in enumerate(usable) if pane.hasFocus()]
        start = inside[0] if inside else -1 if forward else 0
        usable[(start + (1 if forward else -1)) % len(usable)].setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )
