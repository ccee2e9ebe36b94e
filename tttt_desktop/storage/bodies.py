"""A corrected text becomes a new body, and all that stands on the old one moves along."""

import sqlite3
from difflib import SequenceMatcher

from tttt_desktop.domain.anchors import Edit, edits_between, locate, prefix_suffix, shift
from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.likeness import fingerprint
from tttt_desktop.domain.records import Span, SuggestionState
from tttt_desktop.domain.text import trim
from tttt_desktop.storage import articles
from tttt_desktop.storage.store import Store

_ALIKE = 0.5  # share of common words from which a passage counts as the same, corrected


def new_body(
    store: Store, article_id: int, text: str, reason: str, edits: list[Edit] | None = None
) -> None:
    """Give an article another text (normalised already) inside an open change; `reason` is kept with it.

    `edits` are those that made it, when the caller knows them better than a comparison of the two texts would.
    Annotations, suggestions, causes and asides move with the text they stand on. An annotation whose text is gone is
    kept and marked as lost; an open suggestion whose text is gone is declined. Raises NotFound, UserError.
    """
    if not text.strip():
        raise UserError("Nội dung bài viết không được để trống.", "Hãy giữ lại ít nhất một câu.")
    old = articles.current_body(store.conn, article_id)
    if old["text"] == text:
        return
    now = store.clock().isoformat()
    values = articles.body_values(
        article_id, old["number"] + 1, text, fingerprint(text), reason, now
    )
    body_id = store.insert("body", values)
    for looked_id in store.ids("looked", "article_id", article_id):
        store.update("looked", looked_id, {"body_id": body_id})  # its suggestions move along
    edits = edits_between(old["text"], text) if edits is None else edits
    _move_annotations(store, article_id, text, edits)
    _move_suggestions(store, article_id, old["text"], text, edits)
    for aside in articles.asides(store.conn, article_id):
        rest = shift(Span(aside.at, len(old["text"])), edits)
        store.update("aside", aside.id, {"at": rest.start if rest else len(text)})


def _move_annotations(store: Store, article_id: int, text: str, edits: list[Edit]) -> None:
    rows = store.conn.execute(
        "SELECT * FROM annotation WHERE article_id = ?", (article_id,)
    ).fetchall()
    for row in rows:
        moved = None if row["lost"] else shift(Span(row["start"], row["stop"]), edits)
        context = (row["prefix"], row["suffix"], row["start"])
        span = _found_again(text, row["quote"], moved, *context)
        found = anchor(text, span) if span else {"lost": 1}
        store.update("annotation", row["id"], {**found, **_moved_cause(row, edits)})


def _found_again(
    text: str, quote: str, moved: Span | None, prefix: str, suffix: str, near: int
) -> Span | None:
    """Where a quote stands in a new text: where the edits took it, unless that says something else by now."""
    span = trim(text, moved) if moved else None
    if span and _alike(quote, span.of(text)):
        return span
    return locate(text, quote, prefix, suffix, near)


def _alike(one: str, other: str) -> bool:
    """Whether two passages share most of their words in the same order."""
    return SequenceMatcher(None, one.split(), other.split()).ratio() >= _ALIKE


def anchor(text: str, span: Span) -> dict[str, object]:
    """The columns that hold an annotation to a span of a text."""
    prefix, suffix = prefix_suffix(text, span)
    return {
        "start": span.start,
        "stop": span.stop,
        "quote": span.of(text),
        "prefix": prefix,
        "suffix": suffix,
        "lost": 0,
    }


def _moved_cause(row: sqlite3.Row, edits: list[Edit]) -> dict[str, object]:
    if row["cause_start"] is None:
        return {}
    span = shift(Span(row["cause_start"], row["cause_stop"]), edits)
    return {
        "cause_start": span.start if span else None,
        "cause_stop": span.stop if span else None,
    }


def _move_suggestions(
    store: Store, article_id: int, old: str, text: str, edits: list[Edit]
) -> None:
    rows = store.conn.execute(
        "SELECT id, start, stop, state FROM suggestion WHERE article_id = ?", (article_id,)
    ).fetchall()
    for row in rows:
        before = Span(row["start"], row["stop"])
        context = (*prefix_suffix(old, before), before.start)
        span = _found_again(text, before.of(old), shift(before, edits), *context)
        if span:
            store.update("suggestion", row["id"], {"start": span.start, "stop": span.stop})
        elif row["state"] == SuggestionState.OPEN:
            store.update("suggestion", row["id"], {"state": SuggestionState.DECLINED.value})
