"""What of the lines is shown: filtered, grouped and folded as the bar says, or the groups that may say the same."""

from __future__ import annotations

from collections.abc import Sequence

from tttt_desktop.domain import consolidation as plan
from tttt_desktop.domain.consolidation import Line
from tttt_desktop.domain.grouping import Alike
from tttt_desktop.domain.text import fold
from tttt_desktop.services.consolidation import Overview
from tttt_desktop.ui.consolidation.bar import Bar
from tttt_desktop.ui.consolidation.rows import Head, Offer, Rows, offered_rows, offers_of, rows_of


class Showing:
    """The lines of an overview and what the bar makes of them; `found` are the groups, None while they are searched."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._overview: Overview | None = None
        self._folded: set[tuple[plan.Section, str | None]] = set()
        self.lines: list[Line] = []
        self.shown: list[Line] = []
        self.found: list[Alike] | None = None
        self.offers: list[Offer] = []
        self.only_offers = False

    def take(self, overview: Overview | None) -> None:
        """Take over the lines as they are now."""
        self._overview = overview
        self.lines = overview.lines if overview is not None else []

    def forget(self) -> None:
        """Another dossier: nothing is known of it."""
        self.take(None)
        self.found = None
        self._folded.clear()

    @property
    def grouping(self) -> str:
        """What the lines are grouped by."""
        return self._bar.grouping

    @property
    def years(self) -> list[int]:
        """The years there are lines of, the newest first."""
        years = {passage.year for line in self.lines for passage in line.passages}
        return sorted((year for year in years if year), reverse=True)

    def arrange(self, fields: Sequence[str]) -> Rows:
        """The rows to show now; `fields` gives the order of the fields."""
        self.shown = self._fitting() if self._bar.narrows else self.lines
        self.offers = self._standing()
        if self.only_offers:
            return Rows(offered_rows(self.offers))
        parts = plan.sections(self.shown, self._bar.grouping, fields)
        return Rows(rows_of(parts, () if self._bar.query else self._folded))

    def _fitting(self) -> list[Line]:
        """The lines of the chosen kinds and year with every word that is searched for."""
        kinds, year, words = self._bar.kinds, self._bar.year, fold(self._bar.query).split()
        return [
            line
            for line in self.lines
            if line.lead.kind in kinds
            and (year is None or any(p.year == year for p in line.passages))
            and all(word in line.folded for word in words)
        ]

    def _standing(self) -> list[Offer]:
        """The groups whose lines are all shown."""
        overview = self._overview
        if not self.found or overview is None:
            return []
        if self.shown is self.lines:
            return offers_of(self.found, overview.line_of)
        line_of = {one: line for line in self.shown for one in line.ids}
        return offers_of(self.found, line_of.get)

    def fold(self, head: Head) -> None:
        """Fold what stands under a heading, or unfold it."""
        self._folded ^= {head.key}

    def fold_all(self, folded: bool) -> None:
        """Fold or unfold all groups."""
        parts = plan.sections(self.shown, self._bar.grouping, ()) if folded else []
        self._folded = {(section, group.value) for section, groups in parts for group in groups}
