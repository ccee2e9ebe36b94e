"""Marks: made, put under another kind, moved, filled in, taken away."""

from typing import Any

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.figures import figures_of
from tttt_desktop.domain.records import Kind, Span, SuggestionState, Task
from tttt_desktop.services import labels
from tttt_desktop.services import values as parsed
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.review.checking import FROM_TEXT
from tttt_desktop.services.review.making import (
    add,
    begin_reading,
    decide,
    field_of,
    must_be_free,
    passage,
    task_in,
    year_of,
)
from tttt_desktop.storage import annotations, articles, bodies, consolidation, tasks, vocabulary


def annotate(
    d: Dossier,
    article_id: int,
    span: Span,
    kind: Kind,
    *,
    statement: str = "",
    field: str = "",
    note: str = "",
    task: Task | None = None,
) -> int:
    """Mark a passage; gives the annotation's id, that of the old one when this passage bears this kind already.

    White space and a trailing `;` at the ends of `span` are left out. Figures, and unless they are given the field and
    the legal documents of a task, are read from the passage; who assigns a task is who assigned the one before it in
    the text. An open suggestion on the same passage counts as accepted. Raises UserError for a span outside the text
    or without words, NotFound.
    """
    span = passage(d, article_id, span)
    existing = annotations.with_span(d.store.conn, article_id, span, kind)
    if existing is not None:
        return existing
    quote = span.of(articles.current_body(d.store.conn, article_id)["text"])
    field = field or field_of(quote)
    if kind is Kind.TASK and task is None:
        task = task_in(quote, tasks.assigner_before(d.store.conn, article_id, span.start))
    with d.store.change(f"Đánh dấu {labels.KINDS[kind]}") as change:
        annotation_id = add(
            d, article_id, span, kind, statement=statement, field=field, note=note, task=task
        )
        for suggestion in annotations.open_suggestions(d.store.conn, article_id):
            if suggestion.proposal.span == span:
                decide(d, suggestion.id, SuggestionState.ACCEPTED, annotation_id)
        begin_reading(d, change, article_id)
    return annotation_id


def change_kind(d: Dossier, annotation_id: int, kind: Kind) -> Changed:
    """Put an annotation under another kind; a task form comes and goes with the kind "task". Raises NotFound."""
    annotation = annotations.get(d.store.conn, annotation_id)
    if annotation.kind is not kind:
        must_be_free(d, annotation, annotation.span, kind)
    with d.store.change(f"Đổi thành {labels.KINDS[kind]}") as change:
        change.concerns(annotation.article_id)
        if d.store.update("annotation", annotation_id, {"kind": kind.value}):
            consolidation.leave_line(d.store, annotation_id)
        if kind is not Kind.TASK:
            tasks.remove(d.store, annotation_id)
        elif annotation.task is None:
            task = _suggested_task(d, annotation_id) or task_in(annotation.quote)
            tasks.add(d.store, annotation_id, task, year_of(d, annotation.article_id))
    return change.changed


def move(d: Dossier, annotation_id: int, span: Span) -> Changed:
    """Give an annotation another passage of its article; its figures are read anew. Raises UserError, NotFound."""
    annotation = annotations.get(d.store.conn, annotation_id)
    text = articles.current_body(d.store.conn, annotation.article_id)["text"]
    span = passage(d, annotation.article_id, span)
    if span != annotation.span:
        must_be_free(d, annotation, span, annotation.kind)
    with d.store.change("Đổi đoạn đánh dấu", f"annotation {annotation_id} span") as change:
        change.concerns(annotation.article_id)
        moved = d.store.update("annotation", annotation_id, bodies.anchor(text, span))
        figures = figures_of(span.of(text))
        if moved and figures != annotation.figures:
            annotations.set_figures(d.store, annotation_id, figures)
    return change.changed


def edit_annotation(d: Dossier, annotation_id: int, **values: Any) -> Changed:
    """Set statement, field, note, cause or remedy (text). Typing in one of them is one undo step. Raises UserError."""
    annotation = annotations.get(d.store.conn, annotation_id)
    label, merge_key = labels.act(f"annotation {annotation_id}", values, labels.ANNOTATION)
    columns: dict[str, Any] = {name: parsed.text(value) for name, value in values.items()}
    with d.store.change(label, merge_key) as change:
        change.concerns(annotation.article_id)
        if "field" in columns:
            columns["field_id"] = vocabulary.field_id(d.store, columns.pop("field"))
        if columns.get("cause") == "":
            columns |= {"cause_start": None, "cause_stop": None}
        d.store.update("annotation", annotation_id, columns)
        annotations.confirm(d.store, annotation, FROM_TEXT & values.keys())
    return change.changed


def set_cause(d: Dossier, annotation_id: int, span: Span) -> Changed:
    """Make a passage of the article the cause of a shortcoming. Raises UserError, NotFound."""
    annotation = annotations.get(d.store.conn, annotation_id)
    if annotation.kind is not Kind.SHORTCOMING:
        raise UserError(
            "Chỉ tồn tại, hạn chế mới có nguyên nhân.", "Hãy chọn một đánh dấu tồn tại trước."
        )
    span = passage(d, annotation.article_id, span)
    text = articles.current_body(d.store.conn, annotation.article_id)["text"]
    columns = {"cause": span.of(text), "cause_start": span.start, "cause_stop": span.stop}
    with d.store.change("Đánh dấu nguyên nhân") as change:
        d.store.update("annotation", annotation_id, columns)
        change.concerns(annotation.article_id)
    return change.changed


def remove_annotation(d: Dossier, annotation_id: int) -> Changed:
    """Take a mark away; the suggestion it came from counts as declined. Raises NotFound."""
    annotation = annotations.get(d.store.conn, annotation_id)
    with d.store.change(f"Xoá đánh dấu {labels.KINDS[annotation.kind]}") as change:
        change.concerns(annotation.article_id)
        annotations.remove(d.store, annotation_id)
    return change.changed


def _suggested_task(d: Dossier, annotation_id: int) -> Task | None:
    for suggestion_id in d.store.ids("suggestion", "annotation_id", annotation_id):
        task = annotations.suggestion(d.store.conn, suggestion_id).proposal.task
        if task is not None:
            return task
    return None
