"""The view "Tổng hợp": every wish becomes one use case; what it changed is read again, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QMenu, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from tttt_desktop.domain import consolidation as plan
from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.consolidation import Line, Passage
from tttt_desktop.domain.grouping import Alike
from tttt_desktop.domain.text import fold
from tttt_desktop.services import consolidation
from tttt_desktop.services.consolidation import Overview
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.clipboard import Cited, copy_cited, quoted
from tttt_desktop.ui.consolidation import ordering
from tttt_desktop.ui.consolidation.bar import Bar
from tttt_desktop.ui.consolidation.comparing import Comparing
from tttt_desktop.ui.consolidation.detail import Detail
from tttt_desktop.ui.consolidation.list_view import LineList
from tttt_desktop.ui.consolidation.model import LineModel
from tttt_desktop.ui.consolidation.quotes import said_where
from tttt_desktop.ui.consolidation.rows import (
    Entry,
    Head,
    Offer,
    Row,
    key_of,
    offered_rows,
    offers_of,
    rows_of,
)
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.view import View
from tttt_desktop.ui.widgets import button
from tttt_desktop.ui.workplace import Workplace

_COMPARED = ("article", "annotation", "figure", "task", "apart")  # what the search for groups reads
_DETAIL_MOST, _LIST_LEAST = 180, 150


class ConsolidationView(View):
    """Shows the lines of the open dossier."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._open: OpenDossier | None = None
        self._overview: Overview | None = None  # None: to be read when the view is shown
        self._lines: list[Line] = []
        self._shown: list[Line] = []
        self._found: list[Alike] | None = None
        self._offers: list[Offer] = []
        self._folded: set[tuple[plan.Section, str | None]] = set()
        self._shows_offers = False
        self._chosen_height = 0  # of the detail; 0: as the window is high
        self._model = LineModel(self)
        self.bar, self.list, self.detail = Bar(self), LineList(self._model, self), Detail(self)
        self._empty, self._clear = QLabel(self), button(self.tr("Xoá bộ lọc"))
        self._comparing = Comparing(place, self)
        self._build()
        self._connect()
        self.bar.set_grouping(place.settings.choice("lines", "field"))

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        upper = QWidget(self)
        self._stack = QStackedLayout(upper)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._build_empty())
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(upper)
        self._splitter.addWidget(self.detail)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.splitterMoved.connect(self._keep_height)
        head = QVBoxLayout()
        head.setContentsMargins(12, 7, 12, 7)
        head.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._splitter, 1)

    def _build_empty(self) -> QWidget:
        page = QWidget(self)
        page.setProperty("role", "surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._empty.setProperty("role", "hint")
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(self._empty)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page

    def _connect(self) -> None:
        bar, lines, detail = self.bar, self.list, self.detail
        bar.changed.connect(self._regroup)
        bar.offers_requested.connect(self._show_offers)
        bar.left.connect(self.focus_work)
        lines.wished.connect(self.perform)
        lines.folding.connect(self._fold)
        lines.ticked.connect(self._tick)
        lines.dropped.connect(self._drop)
        lines.current_moved.connect(self._current_moved)
        lines.menu_requested.connect(self._show_menu)
        detail.reworded.connect(self._reword)
        detail.unmerge_requested.connect(self._unmerge_shown)
        detail.open_requested.connect(self._open_passage)
        detail.left.connect(self.focus_work)
        self._clear.clicked.connect(bar.clear)
        self._comparing.found.connect(self._take_found)

    # -- the dossier ----------------------------------------------------------------------------

    def set_dossier(self, held: OpenDossier | None) -> None:
        """Show another dossier, or none; it is read when the view is on screen."""
        self.detail.flush()  # into the dossier that is being left
        self.detail.forget()
        self._open, self._overview, self._found = held, None, None
        self._folded.clear()
        self._comparing.stop()
        self._set_offers(False)
        if held is not None:
            held.changed.connect(self._changed)
            self.list.read_only = held.dossier.read_only
            self.detail.set_read_only(held.dossier.read_only)
        if self.isVisible():
            self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        """A quarter for the line that is looked at, or what the person chose; the list keeps the rest."""
        room = self._splitter.height()
        wanted = self._chosen_height or min(_DETAIL_MOST, room // 4)
        detail = max(self.detail.minimumHeight(), min(wanted, room - _LIST_LEAST))
        self._splitter.setSizes([room - detail, detail])

    @Slot()
    def _keep_height(self) -> None:
        self._chosen_height = self._splitter.sizes()[1]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._overview is None:
            self._read()

    def _read(self) -> None:
        self._overview = Overview(self._open.dossier) if self._open is not None else None
        self._take_lines()
        self._comparing.start(self._overview, at_once=True)

    @Slot(object)
    def _changed(self, changed: Changed) -> None:
        if self._overview is None:
            return
        if not self.isVisible():
            self._overview = (
                None  # most changes are made in the reader: none of them waits for this view
            )
            return
        if self._overview.follow(changed):
            self._take_lines()
        if changed.touches(*_COMPARED):
            self._comparing.start(self._overview)

    def _take_lines(self) -> None:
        self._lines = self._overview.lines if self._overview is not None else []
        shown = self.detail.line
        if shown is not None and all(line.key != shown.key for line in self._lines):
            self.detail.forget()  # what was being typed for it has no place any more
        years = {p.year for line in self._lines for p in line.passages if p.year}
        self.bar.set_years(sorted(years, reverse=True))
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
        self._shown = self._fitting() if self.bar.narrows else self._lines
        self._offers = offers_of(self._found, self._shown) if self._found else []
        rows = list(self._rows())
        current = key_of(row) if row is not None else None
        keys = set(map(key_of, rows))
        if current not in keys:
            current = _successor(rows, row, at)
            chosen = {current}
        self.list.show_rows(rows, chosen & keys, current)
        self.bar.show_counts(len(self._shown), None if self._found is None else len(self._offers))
        self._show_emptiness(bool(rows))
        self._current_moved()

    def _rows(self) -> Sequence[Row]:
        if self._shows_offers:
            return list(offered_rows(self._offers))
        fields = self._open.dossier.fields() if self._open is not None else []
        parts = plan.sections(self._shown, self.bar.grouping, fields)
        return list(rows_of(parts, () if self.bar.query else self._folded))

    def _fitting(self) -> list[Line]:
        """The lines of the chosen kinds and year with every word that is searched for."""
        kinds, year, words = self.bar.kinds, self.bar.year, fold(self.bar.query).split()
        return [
            line
            for line in self._lines
            if line.lead.kind in kinds
            and (year is None or any(p.year == year for p in line.passages))
            and all(word in line.folded for word in words)
        ]

    def _show_emptiness(self, any_rows: bool) -> None:
        if not self._lines:
            text = self.tr(
                "Chưa có đánh dấu nào để tổng hợp. Hãy nhận gợi ý hoặc đánh dấu trong bài (Ctrl+1)."
            )
        elif self._shows_offers:
            text = self.tr("Không còn nhóm nào có thể trùng.")
        else:
            text = self.tr("Không có mục nào khớp.")
        self._empty.setText(text)
        self._clear.setVisible(bool(self._lines) and self.bar.narrows)
        self._stack.setCurrentIndex(0 if any_rows else 1)

    @Slot()
    def _current_moved(self) -> None:
        row, chosen = self.list.current, self.list.chosen
        line = row.line if isinstance(row, Entry) else chosen[0] if chosen else None
        self.detail.show_line(line)
        self.place_changed.emit()

    @Slot(object)
    def _fold(self, head: Head) -> None:
        self._folded ^= {head.key}
        self._show()

    # -- groups that may say the same -----------------------------------------------------------

    @Slot(object)
    def _take_found(self, found: list[Alike]) -> None:
        self._found = found
        if self._overview is not None:
            self._show()

    @Slot(bool)
    def _show_offers(self, shown: bool) -> None:
        self._set_offers(shown)
        self._show()
        self.focus_work()

    def _set_offers(self, shown: bool) -> None:
        self._shows_offers = shown
        self.bar.set_offers(shown)

    def _offer(self) -> Offer | None:
        """The proposed group that the keyboard is in."""
        row = self.list.current
        return row if isinstance(row, Offer) else row.offer if isinstance(row, Entry) else None

    # -- commands -------------------------------------------------------------------------------

    def facts(self) -> set[str]:
        """What the chosen lines allow."""
        chosen = self.list.chosen
        checks = {
            "consolidation": True,
            "lines": bool(self._lines),
            "line": bool(chosen),
            "several_lines": len(chosen) > 1 or self._offer() is not None,
            "merged_line": any(line.id for line in chosen),
            "ordered_line": bool(chosen) and not self._shows_offers,
            "group": self._offer() is not None,
            "groups": bool(self._offers) or self._shows_offers,
        }
        return {name for name, true in checks.items() if true}

    @Slot(str)
    def perform(self, command: str) -> None:
        """Do a command of this view; what cannot be done now is not done."""
        acts: dict[str, Callable[[], object]] = {
            "merge_lines": self._merge,
            "unmerge_lines": self._unmerge,
            "toggle_line": self._toggle,
            "line_up": lambda: self._step(up=True),
            "line_down": lambda: self._step(up=False),
            "line_field": self._choose_field,
            "reword_line": self._focus_wording,
            "open_line": self._open_line,
            "copy_lines": self._copy,
            "decline_group": self._decline,
            "show_groups": lambda: self._show_offers(not self._shows_offers),
            "fold_lines": lambda: self._fold_all(True),
            "unfold_lines": lambda: self._fold_all(False),
            "reset_lines": lambda: self._do(consolidation.reset_order),
        }
        acts[command]()

    def _do(self, action: Callable[[Dossier], object]) -> None:
        if self._open is not None and not self._open.dossier.read_only:
            self._open.run(action)

    def _copy(self) -> None:
        copy_cited([_cited(line) for line in self.list.chosen])

    def _merge(self) -> None:
        offer, chosen = self._offer(), self.list.chosen
        if len(chosen) < 2 and offer is not None:
            chosen = list(offer.lines)
        ids = _ids(chosen)
        if len(chosen) > 1:
            self.detail.flush()
            self._do(lambda d: consolidation.merge(d, ids))

    def _unmerge(self) -> None:
        wanted = [line.id for line in self.list.chosen if line.id]
        if wanted:
            self.detail.flush()
            self._do(lambda d: consolidation.unmerge(d, wanted))

    @Slot()
    def _unmerge_shown(self) -> None:
        line = self.detail.line
        if line is not None and line.id:
            self.detail.flush()
            self._do(lambda d: consolidation.unmerge(d, [line.id]))

    def _toggle(self) -> None:
        chosen = self.list.chosen
        if chosen:
            left_out = not all(line.left_out for line in chosen)
            self._do(lambda d: consolidation.leave_out(d, _ids(chosen), left_out))

    @Slot(object)
    def _tick(self, line: Line) -> None:
        self._do(lambda d: consolidation.leave_out(d, line.ids, not line.left_out))

    def _decline(self) -> None:
        offer = self._offer()
        if offer is not None:
            self._do(lambda d: consolidation.decline(d, offer.alike.ids))

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

    @Slot(object, str)
    def _reword(self, line: Line, text: str) -> None:
        self._do(lambda d: consolidation.reword(d, line, text))

    def _fold_all(self, folded: bool) -> None:
        parts = plan.sections(self._shown, self.bar.grouping, ())
        keys = {(section, group.value) for section, groups in parts for group in groups}
        self._folded = {*keys} if folded else set()
        self._show()

    # -- order ----------------------------------------------------------------------------------

    def _step(self, *, up: bool) -> None:
        """One place up or down in the group, all chosen lines together."""
        row = self.list.current
        if isinstance(row, Entry) and not self._shows_offers:
            self._move(ordering.stepped(self._model.rows, self._lines, row, self.list.chosen, up))

    @Slot(int)
    def _drop(self, at: int) -> None:
        """The chosen lines were let go in front of row `at`."""
        try:
            self._move(
                ordering.dropped(
                    self._model.rows, self._lines, self.list.chosen, at, self.bar.grouping
                )
            )
        except ordering.CannotMove as error:
            self._place.notice.show_text(self.tr(str(error)))

    def _move(self, wanted: ordering.Move | None) -> None:
        if wanted is not None:
            ids, before = _ids(wanted.lines), wanted.before
            target = before.lead.id if before is not None else None
            self._do(lambda d: consolidation.move(d, ids, before=target, field=wanted.field))

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
        ids = _ids(self.list.chosen)
        self._do(lambda d: consolidation.set_field(d, ids, str(action.data())))

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        from tttt_desktop.ui.consolidation.menu import line_menu

        facts = self.facts() | self._dossier_facts()
        menu = line_menu(self, facts, self.perform, self._fill_fields)
        menu.popup(place)

    def _dossier_facts(self) -> set[str]:
        return {"writable"} if self._open and not self._open.dossier.read_only else set()

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


def _ids(lines: Sequence[Line]) -> list[int]:
    """The annotations of lines, in their order."""
    return [one for line in lines for one in line.ids]


def _successor(rows: Sequence[Row], gone: Row | None, at: int) -> object:
    """The key of the line that took over from one that is gone, merged or taken apart; else of the nearest one to its
    place, after or before it; None when there is none.
    """
    if isinstance(gone, Entry):
        ids = set(gone.line.ids)
        for row in rows:
            if isinstance(row, Entry) and not ids.isdisjoint(row.line.ids):
                return key_of(row)
    places = [*range(max(0, at), len(rows)), *range(min(at, len(rows)) - 1, -1, -1)]
    return next((key_of(rows[one]) for one in places if isinstance(rows[one], Entry)), None)


def _cited(line: Line) -> Cited:
    """A line as it is copied: its wording, else what it quotes, with all its sources."""
    said = line.wording.strip() or quoted(line.lead.quote)
    return Cited(said, tuple(dict.fromkeys(map(said_where, line.passages))))
