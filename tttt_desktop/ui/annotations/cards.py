"""What the cards of an article show, in text order: one value per annotation and open suggestion."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from tttt_desktop.domain.figures import sign_of
from tttt_desktop.domain.records import (
    Annotation,
    Basis,
    Figure,
    Kind,
    Page,
    Proposal,
    Status,
    Suggestion,
    SuggestionState,
    Task,
)
from tttt_desktop.ui.theme import kind_label

_ARROWS = {"": "", "+": "↑", "-": "↓"}
_FIRST_DIGIT = re.compile(r"\d")
Ref = tuple[str, int]  # ("annotation", id) or ("suggestion", id)


def _tr(text: str) -> str:
    return QCoreApplication.translate("cards", text)


@dataclass(frozen=True, slots=True)
class Card:
    """One card. Its words are made when they are painted or spoken: most cards of a long article are not on screen."""

    ref: Ref
    item: Annotation | Suggestion
    text: str

    @property
    def is_suggestion(self) -> bool:
        """Whether the person has still to decide."""
        return isinstance(self.item, Suggestion)

    @property
    def _said(self) -> Annotation | Proposal:
        return self.item.proposal if isinstance(self.item, Suggestion) else self.item

    @property
    def kind(self) -> Kind:
        """What the passage says."""
        return self._said.kind

    @property
    def own_plan(self) -> bool:
        """Whether a task is one the department set itself."""
        return is_own_plan(self._said)

    @property
    def title(self) -> str:
        """ "Nhiệm vụ" or "Gợi ý: Nhiệm vụ"."""
        kind = _tr(kind_label(self.kind, self.own_plan))
        return _tr("Gợi ý: {kind}").format(kind=kind) if self.is_suggestion else kind

    @property
    def about(self) -> str:
        """What follows the title in grey: which field."""
        return self._said.field

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures found in the passage."""
        return self._said.figures

    @property
    def alert(self) -> str:
        """What needs a look, in red: the place is lost, the deadline has passed."""
        if not isinstance(self.item, Annotation):
            return ""
        if self.item.lost:
            return _tr("mất chỗ")
        task = self.item.task
        return _tr("quá hạn") if task and is_overdue(task, date.today()) else ""

    @property
    def spoken(self) -> str:
        """The card read aloud."""
        head = ", ".join(part for part in (self.title, self.about, self.alert) if part)
        return f"{head}: {self.text}"


def cards_of(page: Page) -> list[Card]:
    """All annotations and open suggestions of the page as cards, in text order."""
    cards = [Card(("annotation", a.id), a, a.quote) for a in page.annotations]
    starts = [a.span.start for a in page.annotations]
    for suggestion in page.suggestions:
        if suggestion.state is SuggestionState.OPEN:
            span = suggestion.proposal.span
            at = bisect_right(starts, span.start)
            starts.insert(at, span.start)
            cards.insert(at, Card(("suggestion", suggestion.id), suggestion, span.of(page.text)))
    return cards


def sureness(score: float) -> str:
    """How sure the program is of a suggestion, in words."""
    for least, words in ((0.8, "khá chắc"), (0.6, "chưa thật chắc")):
        if score >= least:
            return _tr(words)
    return _tr("cần xem kỹ")


def is_own_plan(said: Annotation | Proposal) -> bool:
    """Whether it is a task the department set itself."""
    return said.kind is Kind.TASK and said.task is not None and said.task.basis is Basis.OWN_PLAN


def is_overdue(task: Task, today: date) -> bool:
    """Whether the deadline has passed and the task is neither completed nor dropped."""
    open_ = task.status not in (Status.COMPLETED, Status.DROPPED)
    return open_ and task.deadline_on is not None and task.deadline_on < today


def figures_text(figures: Iterable[Figure]) -> str:
    """Figures one after the other: "100 % · 742,67 tỷ đồng ↑ 6,4%"."""
    return " · ".join(map(figure_text, figures))


def figure_text(figure: Figure) -> str:
    """A figure as printed, with its rise or fall: "742,67 tỷ đồng ↑ 6,4%"; a mere rise is "↑ 6,4%"."""
    arrow, rise = _ARROWS[sign_of(figure)], _number_on(figure.change)
    if not arrow or not rise:
        return figure.as_printed
    return f"{arrow} {rise}" if figure.as_printed in rise else f"{figure.as_printed} {arrow} {rise}"


def _number_on(change: str) -> str:
    """A change from its number on: "6,4%" of "tăng 6,4%"."""
    found = _FIRST_DIGIT.search(change)
    return change[found.start() :] if found else ""


def figure_spoken(figure: Figure) -> str:
    """A figure read aloud: "Doanh thu: 742,67 tỷ đồng, tăng 6,4%, so với cùng kỳ"."""
    compared = _tr("so với {what}").format(what=figure.compared) if figure.compared else ""
    said = ", ".join(filter(None, (figure.as_printed, figure.change, compared)))
    return f"{figure.indicator}: {said}" if figure.indicator else said
