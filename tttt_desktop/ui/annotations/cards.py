"""What the cards of an article show, in text order: one frozen value per annotation and open suggestion."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from tttt_desktop.domain.records import (
    Annotation,
    Basis,
    Figure,
    Kind,
    Page,
    Status,
    Suggestion,
    SuggestionState,
    Task,
)
from tttt_desktop.ui.theme import KIND_LABEL

Ref = tuple[str, int]  # ("annotation", id) or ("suggestion", id)


def _tr(text: str) -> str:
    return QCoreApplication.translate("cards", text)


@dataclass(frozen=True, slots=True)
class Card:
    """One card, collapsed. `about` follows the kind in grey, `alert` stands at the right in red."""

    ref: Ref
    kind: Kind
    item: Annotation | Suggestion
    title: str
    about: str
    text: str
    figures: str = ""
    alert: str = ""

    @property
    def is_suggestion(self) -> bool:
        """Whether the person has still to decide."""
        return self.ref[0] == "suggestion"

    @property
    def spoken(self) -> str:
        """The card read aloud."""
        return ", ".join(part for part in (self.title, self.about, self.alert) if part) + (
            f": {self.text}"
        )


def cards_of(page: Page, today: date) -> list[Card]:
    """All annotations and open suggestions of the page as cards, in text order."""
    placed = [(a.span, 0, _annotation_card(a, today)) for a in page.annotations]
    placed += [
        (s.proposal.span, 1, _suggestion_card(s, page.text))
        for s in page.suggestions
        if s.state is SuggestionState.OPEN
    ]
    return [card for *_, card in sorted(placed, key=lambda place: place[:2])]


def _annotation_card(annotation: Annotation, today: date) -> Card:
    return Card(
        ("annotation", annotation.id),
        annotation.kind,
        annotation,
        _tr(KIND_LABEL[annotation.kind]),
        _about(annotation.field, annotation.task),
        annotation.quote,
        figures_text(annotation.figures),
        _tr("mất chỗ") if annotation.lost else _overdue(annotation.task, today),
    )


def _suggestion_card(suggestion: Suggestion, text: str) -> Card:
    found = suggestion.proposal
    return Card(
        ("suggestion", suggestion.id),
        found.kind,
        suggestion,
        _tr("Gợi ý: {kind}").format(kind=_tr(KIND_LABEL[found.kind])),
        _about(found.field, found.task),
        found.span.of(text),
        figures_text(found.figures),
    )


def _about(field: str, task: Task | None) -> str:
    own = _tr("Sở tự đề ra") if task and task.basis is Basis.OWN_PLAN else ""
    return " · ".join(part for part in (own, field) if part)


def _overdue(task: Task | None, today: date) -> str:
    return _tr("quá hạn") if task and is_overdue(task, today) else ""


def is_overdue(task: Task, today: date) -> bool:
    """Whether the deadline has passed and the task is neither completed nor dropped."""
    open_ = task.status not in (Status.COMPLETED, Status.DROPPED)
    return open_ and task.deadline_on is not None and task.deadline_on < today


def figures_text(figures: Iterable[Figure]) -> str:
    """Figures as printed, one after the other: "100 % · 742,67 tỷ đồng"."""
    return "  ·  ".join(figure.as_printed for figure in figures)
