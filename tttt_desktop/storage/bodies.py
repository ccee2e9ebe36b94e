"""A corrected text becomes a new body, and all that stands on the old one moves along."""

import sqlite3

from tttt_desktop.domain.anchors import Edit, Moves, edits_between, follow, prefix_suffix
from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.likeness import fingerprint
from tttt_desktop.domain.records import Span, SuggestionState
from tttt_desktop.storage import articles
from tttt_desktop.storage.store import Store


def of_article(conn: sqlite3.Connection, article_id: int) -> list[tuple[int, str, str, str]]:
    """Number, text, reason and time of every body of an article, the current one first."""
    rows = conn.execute(
        "SELECT number, text, reason, made_at FROM body WHERE article_id = ? ORDER BY number DESC",
        (article_id,),
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def quotes(conn: sqlite3.Connection, article_id: int) -> dict[int, str]:
    """What the annotations of an article quote."""
    rows = conn.execute("SELECT id, quote FROM annotation WHERE article_id = ?", (article_id,))
    return {row[0]: row[1] for row in rows}


def new_body(
    store: Store, article_id: int, text: str, reason: str, edits: list[Edit] | None = None
) -> None:
    """Give an article another text (normalised already) inside an open change; `reason` is kept with it.

    `edits` are those that made it, when the caller knows them better than a comparison of the two texts would.
    Annotations, suggestions, causes and asides move with the text they stand on. An annotation whose text is gone is
    kept and marked as lost; a suggestion whose text is gone goes as well, unless it was accepted. Raises NotFound,
    UserError.
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
    moves = Moves(edits)
    _move_annotations(store, article_id, old["text"], text, moves)
    _move_suggestions(store, article_id, old["text"], text, moves)
    for aside in articles.asides(store.conn, article_id):
        rest = moves.shift(Span(aside.at, len(old["text"])))
        store.update("aside", aside.id, {"at": rest.start if rest else len(text)})


def _move_annotations(store: Store, article_id: int, old: str, text: str, moves: Moves) -> None:
    rows = store.conn.execute(
        "SELECT * FROM annotation WHERE article_id = ?", (article_id,)
    ).fetchall()
    wanted = {}
    for row in rows:
        moved = None if row["lost"] else moves.shift(Span(row["start"], row["stop"]))
        context = (row["prefix"], row["suffix"], row["start"])
        span = follow(text, row["quote"], moved, *context)
        found = anchor(text, span) if span else {"lost": 1}
        wanted[row["id"]] = {**found, **_moved_cause(row, old, text, moves)}
    store.update_each("annotation", wanted)


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


def _moved_cause(row: sqlite3.Row, old: str, text: str, moves: Moves) -> dict[str, object]:
    """The cause goes with its words, and is quoted anew unless the person has worded it herself."""
    if row["cause_start"] is None:
        return {}
    before = Span(row["cause_start"], row["cause_stop"])
    quote = before.of(old)
    context = (*prefix_suffix(old, before), before.start)
    span = follow(text, quote, moves.shift(before), *context)
    if span is None:
        return {"cause_start": None, "cause_stop": None}
    found = {"cause_start": span.start, "cause_stop": span.stop}
    return {**found, "cause": span.of(text)} if row["cause"] == quote else {**found}


def _move_suggestions(store: Store, article_id: int, old: str, text: str, moves: Moves) -> None:
    rows = store.conn.execute(
        "SELECT id, start, stop, state FROM suggestion WHERE article_id = ?", (article_id,)
    ).fetchall()
    wanted = {}
    for row in rows:
        before = Span(row["start"], row["stop"])
        context = (*prefix_suffix(old, before), before.start)
        span = follow(text, before.of(old), moves.shift(before), *context)
        if span:
            wanted[row["id"]] = {"start": span.start, "stop": span.stop}
        elif row["state"] != SuggestionState.ACCEPTED:
            store.remove("suggestion", row["id"])  # nobody has declined what is gone
    store.update_each("suggestion", wanted)
