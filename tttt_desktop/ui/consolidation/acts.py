"""What the person does with the chosen lines: each act is one use case and one undo step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from tttt_desktop.domain.consolidation import Line
from tttt_desktop.services import consolidation
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.clipboard import Cited, copy_cited, quoted
from tttt_desktop.ui.consolidation import ordering
from tttt_desktop.ui.consolidation.detail import Detail
from tttt_desktop.ui.consolidation.list_view import LineList
from tttt_desktop.ui.consolidation.quotes import said_where
from tttt_desktop.ui.consolidation.rows import Entry, Offer
from tttt_desktop.ui.consolidation.showing import Showing
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.workplace import Workplace


class Acts:
    """Does them in the dossier that is `held`; in one that is open read-only, or in none, nothing happens."""

    def __init__(self, place: Workplace, showing: Showing, lines: LineList, detail: Detail) -> None:
        self._place, self._showing = place, showing
        self._list, self._detail = lines, detail
        self.held: OpenDossier | None = None

    def by_command(self) -> dict[str, Callable[[], object]]:
        """The acts by the ids of their commands."""
        return {
            "merge_lines": self._merge,
            "unmerge_lines": lambda: self._unmerge(self._list.chosen),
            "toggle_line": self._toggle,
            "line_up": lambda: self._step(up=True),
            "line_down": lambda: self._step(up=False),
            "copy_lines": lambda: copy_cited([_cited(line) for line in self._list.chosen]),
            "decline_group": self._decline,
            "reset_lines": lambda: self._do(consolidation.reset_order),
        }

    def _do(self, action: Callable[[Dossier], object]) -> None:
        if self.held is not None and not self.held.dossier.read_only:
            self.held.run(action)

    @property
    def offer(self) -> Offer | None:
        """The proposed group that the keyboard is in."""
        row = self._list.current
        return row if isinstance(row, Offer) else row.offer if isinstance(row, Entry) else None

    def _merge(self) -> None:
        chosen = self._list.chosen
        if len(chosen) < 2 and self.offer is not None:
            chosen = list(self.offer.lines)
        ids = ids_of(chosen)
        if len(chosen) > 1:
            self._detail.flush()
            self._do(lambda d: consolidation.merge(d, ids))

    def unmerge_shown(self) -> None:
        """Take the line of the detail apart."""
        if self._detail.line is not None:
            self._unmerge([self._detail.line])

    def _unmerge(self, lines: Sequence[Line]) -> None:
        merged = [line.id for line in lines if line.id]
        if merged:
            self._detail.flush()
            self._do(lambda d: consolidation.unmerge(d, merged))

    def _toggle(self) -> None:
        chosen = self._list.chosen
        if chosen:
            left_out = not all(line.left_out for line in chosen)
            self._do(lambda d: consolidation.leave_out(d, ids_of(chosen), left_out))

    def tick(self, line: Line) -> None:
        """Leave one line out of the report, or take it in again."""
        self._do(lambda d: consolidation.leave_out(d, line.ids, not line.left_out))

    def _decline(self) -> None:
        offer = self.offer
        if offer is not None:
            self._do(lambda d: consolidation.decline(d, offer.alike.ids))

    def reword(self, line: Line, text: str) -> None:
        """Give a line another wording."""
        self._do(lambda d: consolidation.reword(d, line, text))

    def set_field(self, name: str) -> None:
        """Put the chosen lines under another field."""
        ids = ids_of(self._list.chosen)
        self._do(lambda d: consolidation.set_field(d, ids, name))

    # -- order ----------------------------------------------------------------------------------

    def _step(self, *, up: bool) -> None:
        """One place up or down in the group, all chosen lines together."""
        lines = self._list
        if isinstance(lines.current, Entry) and not self._showing.only_offers:
            group = lines.rows.beside(lines.currentIndex().row())
            self._move(ordering.stepped(group, self._showing.lines, lines.chosen, up))

    def drop(self, at: int) -> None:
        """The chosen lines were let go in front of row `at`; where they cannot stand it is told why."""
        lines, rows = self._showing.lines, self._list.rows
        try:
            self._move(ordering.dropped(rows, lines, self._list.chosen, at, self._showing.grouping))
        except ordering.CannotMove as error:
            text = QCoreApplication.translate("ConsolidationView", str(error))
            self._place.notice.show_text(text)

    def _move(self, wanted: ordering.Move | None) -> None:
        if wanted is not None:
            ids, before = ids_of(wanted.lines), wanted.before
            target = before.lead.id if before is not None else None
            self._do(lambda d: consolidation.move(d, ids, before=target, field=wanted.field))


def ids_of(lines: Sequence[Line]) -> list[int]:
    """The annotations of lines, in their order."""
    return [one for line in lines for one in line.ids]


def _cited(line: Line) -> Cited:
    """A line as it is copied: its wording, else what it quotes, with all its sources."""
    said = line.wording.strip() or quoted(line.lead.quote)
    return Cited(said, tuple(dict.fromkeys(map(said_where, line.passages))))
