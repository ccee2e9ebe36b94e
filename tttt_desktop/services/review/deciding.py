"""Saying yes or no to what the program suggests."""

from dataclasses import replace

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.records import Kind, Span, Suggestion, SuggestionState
from tttt_desktop.services import labels
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.review.making import add, begin_reading, decide, passage
from tttt_desktop.storage import annotations, articles


def accept(
    d: Dossier, suggestion_id: int, kind: Kind | None = None, span: Span | None = None
) -> int:
    """Make an annotation of a suggestion, under another kind or with other ends if the person says so; gives its id.

    Accepting what was accepted before only gives the id. Raises UserError, NotFound.
    """
    suggestion = annotations.suggestion(d.store.conn, suggestion_id)
    if suggestion.annotation_id is not None:
        return suggestion.annotation_id
    if span is not None:
        span = passage(d, suggestion.article_id, span)
        suggestion = replace(suggestion, proposal=replace(suggestion.proposal, span=span))
    kind = kind or suggestion.proposal.kind
    with d.store.change(f"Nhận gợi ý {labels.KINDS[kind]}") as change:
        annotation_id = _accept(d, suggestion, kind)
        begin_reading(d, change, suggestion.article_id)
    return annotation_id


def decline(d: Dossier, suggestion_id: int) -> Changed:
    """Say no to an open suggestion; nothing happens to one that was decided before. Raises NotFound."""
    suggestion = annotations.suggestion(d.store.conn, suggestion_id)
    with d.store.change("Bỏ gợi ý") as change:
        if suggestion.state is SuggestionState.OPEN:
            decide(d, suggestion_id, SuggestionState.DECLINED, None)
            begin_reading(d, change, suggestion.article_id)
    return change.changed


def accept_all(d: Dossier, article_id: int) -> int:
    """Accept every open suggestion of an article as one change; gives their number. Raises NotFound."""
    found = _open_suggestions(d, article_id)
    with d.store.change(f"Nhận {len(found)} gợi ý") as change:
        for suggestion in found:
            _accept(d, suggestion, suggestion.proposal.kind)
        if found:
            begin_reading(d, change, article_id)
    return len(found)


def decline_all(d: Dossier, article_id: int) -> int:
    """Decline every open suggestion of an article as one change; gives their number. Raises NotFound."""
    found = _open_suggestions(d, article_id)
    with d.store.change(f"Bỏ {len(found)} gợi ý") as change:
        for suggestion in found:
            decide(d, suggestion.id, SuggestionState.DECLINED, None)
        if found:
            begin_reading(d, change, article_id)
    return len(found)


def _accept(d: Dossier, suggestion: Suggestion, kind: Kind) -> int:
    proposal = suggestion.proposal
    annotation_id = annotations.with_span(
        d.store.conn, suggestion.article_id, proposal.span, kind
    ) or add(
        d,
        suggestion.article_id,
        proposal.span,
        kind,
        field=proposal.field,
        cause=proposal.cause if kind is Kind.SHORTCOMING else "",
        task=proposal.task,
        origin="suggestion",
    )
    decide(d, suggestion.id, SuggestionState.ACCEPTED, annotation_id)
    return annotation_id


def _open_suggestions(d: Dossier, article_id: int) -> tuple[Suggestion, ...]:
    articles.article(d.store.conn, article_id)
    return annotations.open_suggestions(d.store.conn, article_id)
