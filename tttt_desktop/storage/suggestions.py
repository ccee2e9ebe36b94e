"""What the rules found in an article, stored with it or afterwards, and which articles still wait for it.

Suggestions found afterwards follow from the text alone. Storing them is no act of the person: nothing there is to undo,
and what can be redone stays so. `Store` sees to it that they come and go with the text they were found in.
"""

import sqlite3
from collections.abc import Mapping, Sequence

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.records import Proposal
from tttt_desktop.storage import details
from tttt_desktop.storage.store import Store

_WAITING = (
    "NOT EXISTS (SELECT 1 FROM looked WHERE article_id = article.id)"
    " AND NOT EXISTS (SELECT 1 FROM suggestion WHERE article_id = article.id)"
)


def add(store: Store, article_id: int, body_id: int, proposals: Sequence[Proposal]) -> None:
    """Store what was found in a text, which may be nothing, inside an open change."""
    store.insert("looked", {"article_id": article_id, "body_id": body_id})
    store.insert_many("suggestion", [_row(article_id, proposal) for proposal in proposals])


def put(
    store: Store,
    found: Mapping[int, Sequence[Proposal]],
    bodies: Mapping[int, int] | None = None,
) -> Changed:
    """Store what was found in articles that wait for it: one transaction, no undo step. Errors: SaveFailed.

    `bodies` tells for each article the `Page.body_id` of the text that was looked at; without it, it is the current
    one. An article that is gone, has another text by now, or no longer waits is passed over. A passage that
    the person has marked meanwhile is not suggested again.
    """
    with store.derived() as change:
        for article_id, proposals in found.items():
            body_id = _waiting_body(store.conn, article_id)
            if body_id is None or (bodies and bodies.get(article_id, body_id) != body_id):
                continue
            marked = _marked(store.conn, article_id)
            add(store, article_id, body_id, [p for p in proposals if _ends(p) not in marked])
    return change.changed


def unsuggested(conn: sqlite3.Connection, limit: int) -> list[int]:
    """The articles nobody has looked at for suggestions, the last imported first."""
    rows = conn.execute(
        f"SELECT id FROM article WHERE {_WAITING} ORDER BY id DESC LIMIT ?",  # noqa: S608 - our own words
        (limit,),
    )
    return [int(row[0]) for row in rows]


def waits(conn: sqlite3.Connection, article_id: int) -> bool:
    """Whether nobody has looked at an article for suggestions; False for one that is not there."""
    return _waiting_body(conn, article_id) is not None


def _waiting_body(conn: sqlite3.Connection, article_id: int) -> int | None:
    row = conn.execute(
        "SELECT body.id FROM article JOIN body ON body.article_id = article.id"  # noqa: S608 - our own words
        f" WHERE article.id = ? AND {_WAITING} ORDER BY number DESC LIMIT 1",
        (article_id,),
    ).fetchone()
    return int(row[0]) if row else None


def _marked(conn: sqlite3.Connection, article_id: int) -> set[tuple[int, int]]:
    rows = conn.execute(
        "SELECT start, stop FROM annotation WHERE article_id = ? AND lost = 0", (article_id,)
    )
    return {(row[0], row[1]) for row in rows}


def _ends(proposal: Proposal) -> tuple[int, int]:
    return proposal.span.start, proposal.span.stop


def _row(article_id: int, proposal: Proposal) -> dict[str, object]:
    return {
        "article_id": article_id,
        "start": proposal.span.start,
        "stop": proposal.span.stop,
        "kind": proposal.kind.value,
        "rule": proposal.rule,
        "score": proposal.score,
        "reason": proposal.reason,
        "details": details.encode(proposal),
    }
