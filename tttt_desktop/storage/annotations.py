"""Annotations and suggestions: rows to records and back."""

# ruff: noqa: S608 - table and column names come from our own code, values are always bound

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tttt_desktop.domain.errors import NotFound
from tttt_desktop.domain.records import (
    Annotation,
    Figure,
    Kind,
    Proposal,
    Span,
    Suggestion,
    SuggestionState,
)
from tttt_desktop.storage import consolidation, details, evidence, fields, tasks
from tttt_desktop.storage.store import Store

_ANNOTATIONS = """
    SELECT annotation.id, article_id, kind, start, stop, quote, statement, field.name, note, cause, cause_start,
        cause_stop, remedy, origin, lost, confirmed
    FROM annotation LEFT JOIN field ON field.id = field_id
"""
_KINDS = {kind.value: kind for kind in Kind}
_NONE: frozenset[str] = frozenset()


def of_article(conn: sqlite3.Connection, article_id: int) -> tuple[Annotation, ...]:
    """The annotations of an article in text order."""
    return _read(conn, "annotation.article_id = ?", article_id)


def of_articles(conn: sqlite3.Connection, ids: Iterable[int]) -> dict[int, list[Annotation]]:
    """The annotations of several articles by article id, each in text order; an article without any is not in it."""
    of = "annotation.article_id IN (SELECT value FROM json_each(?))"
    found: dict[int, list[Annotation]] = {}
    for annotation in _read(conn, of, f"[{','.join(map(str, ids))}]"):
        found.setdefault(annotation.article_id, []).append(annotation)
    return found


def get(conn: sqlite3.Connection, annotation_id: int) -> Annotation:
    """One annotation; raises NotFound."""
    found = _read(conn, "annotation.id = ?", annotation_id)
    if not found:
        raise NotFound("Đánh dấu này không còn nữa.", "Hãy chọn một đánh dấu khác.")
    return found[0]


def _read(conn: sqlite3.Connection, where: str, value: object) -> tuple[Annotation, ...]:
    figures: dict[int, list[Figure]] = defaultdict(list)
    for row in conn.execute(
        "SELECT annotation_id, as_printed, value, total, unit, indicator, change, compared FROM figure"
        f" JOIN annotation ON annotation.id = annotation_id WHERE {where}"
        " ORDER BY figure.id",
        (value,),
    ):
        figures[row[0]].append(Figure(*row[1:]))
    task_of = tasks.read(conn, where, value)
    rows = conn.execute(
        f"{_ANNOTATIONS} WHERE {where} ORDER BY start, stop, annotation.id", (value,)
    )
    # by position: thousands of rows are read for a report or an export
    return tuple(
        Annotation(
            id=annotation_id,
            article_id=article_id,
            kind=_KINDS[kind],
            span=Span(start, stop),
            quote=quote,
            statement=statement,
            field=field or "",
            note=note,
            cause=cause,
            cause_span=_span(cause_start, cause_stop),
            remedy=remedy,
            origin=origin,
            lost=bool(lost),
            task=task_of.get(annotation_id),
            figures=tuple(figures.get(annotation_id, ())),
            confirmed=frozenset(confirmed.split()) if confirmed else _NONE,
        )
        for (
            annotation_id, article_id, kind, start, stop, quote, statement, field,
            note, cause, cause_start, cause_stop, remedy, origin, lost, confirmed,
        ) in rows
    )  # fmt: skip


def _span(start: int | None, stop: int | None) -> Span | None:
    return None if start is None or stop is None else Span(start, stop)


def with_span(conn: sqlite3.Connection, article_id: int, span: Span, kind: Kind) -> int | None:
    """The annotation of that kind on exactly that span, if there is one."""
    row = conn.execute(
        "SELECT id FROM annotation"
        " WHERE article_id = ? AND kind = ? AND start = ? AND stop = ? AND lost = 0",
        (article_id, kind.value, span.start, span.stop),
    ).fetchone()
    return int(row[0]) if row else None


def set_figures(store: Store, annotation_id: int, figures: Sequence[Figure]) -> None:
    """Replace the figures of an annotation."""
    for row_id in store.ids("figure", "annotation_id", annotation_id):
        store.remove("figure", row_id)
    rows = [
        {
            "annotation_id": annotation_id,
            "indicator": figure.indicator,
            "value": figure.value,
            "total": figure.of,
            "unit": figure.unit,
            "change": figure.change,
            "compared": figure.compared,
            "as_printed": figure.as_printed,
        }
        for figure in figures
    ]
    store.insert_many("figure", rows)


def confirm(store: Store, annotation: Annotation, names: Iterable[str]) -> None:
    """Note that the person has written or looked over the values of these names."""
    known = " ".join(sorted(annotation.confirmed.union(names)))
    store.update("annotation", annotation.id, {"confirmed": known})


def repoint(store: Store, annotation_id: int, to: int) -> None:
    """What was made from an annotation, or cites it, belongs to another one from now on."""
    for table, column in (("suggestion", "annotation_id"), ("follow_up", "evidence_annotation_id")):
        for row_id in store.ids(table, column, annotation_id):
            store.update(table, row_id, {column: to})
    evidence.repoint(store, annotation_id, to)
    task_id, task_to = (tasks.task_of(store.conn, one) for one in (annotation_id, to))
    if task_id is not None and task_to is not None:
        evidence.repoint_task(store, task_id, task_to)


def remove(store: Store, annotation_id: int) -> None:
    """Remove an annotation with all that hangs on it, inside an open change.

    The suggestion it was made from is then declined: the person has said no to it.
    """
    consolidation.forget(store, annotation_id)
    set_figures(store, annotation_id, ())
    tasks.remove(store, annotation_id)
    evidence.forget(store, annotation_id)
    for row_id in store.ids("follow_up", "evidence_annotation_id", annotation_id):
        store.update("follow_up", row_id, {"evidence_annotation_id": None})
    for row_id in store.ids("suggestion", "annotation_id", annotation_id):
        decided = {"annotation_id": None, "state": SuggestionState.DECLINED.value}
        store.update("suggestion", row_id, decided)
    store.remove("annotation", annotation_id)


def open_suggestions(conn: sqlite3.Connection, article_id: int) -> tuple[Suggestion, ...]:
    """The suggestions of an article that still wait for a decision, in text order."""
    rows = conn.execute(
        "SELECT * FROM suggestion WHERE article_id = ? AND state = 'open' ORDER BY start, stop, id",
        (article_id,),
    )
    names = fields.new_names(conn)
    return tuple(_suggestion(row, names) for row in rows)


def suggestion(conn: sqlite3.Connection, suggestion_id: int) -> Suggestion:
    """One suggestion in any state; raises NotFound."""
    row = conn.execute("SELECT * FROM suggestion WHERE id = ?", (suggestion_id,)).fetchone()
    if row is None:
        raise NotFound("Gợi ý này không còn nữa.", "Hãy chọn một gợi ý khác.")
    return _suggestion(row, fields.new_names(conn))


def _suggestion(row: sqlite3.Row, names: Mapping[str, str]) -> Suggestion:
    proposal = Proposal(
        span=Span(row["start"], row["stop"]),
        kind=Kind(row["kind"]),
        score=row["score"],
        rule=row["rule"],
        reason=row["reason"],
    )
    proposal = details.decode(row["details"], proposal)
    if names:
        renamed = names.get(fields.key_of(proposal.field), proposal.field)
        proposal = replace(proposal, field=renamed)
    return Suggestion(
        id=row["id"],
        article_id=row["article_id"],
        state=SuggestionState(row["state"]),
        proposal=proposal,
        annotation_id=row["annotation_id"],
    )
