"""What the rules found in an article, stored with it or afterwards, and which articles still wait for it.

Suggestions found afterwards follow from the text alone. Storing them is no act of the person: nothing there is to undo,
and what can be redone stays so. `Store` sees to it that they come and go with the text they were found in.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.records import Proposal
from tttt_desktop.storage import details
from tttt_desktop.storage.store import Store

_WAITING = (
    "NOT EXISTS (SELECT 1 FROM looked WHERE article_id = article.id)"
    " AND NOT EXISTS (SELECT 1 FROM suggestion WHERE article_id = article.id)"
)


def add(store: Store, found: Sequence[tuple[int, int, Sequence[Proposal]]]) -> None:
    """Store what was found, which may be nothing, inside an open change: article, its body, proposals."""
    looked = [{"article_id": article, "body_id": body} for article, body, _ in found]
    store.insert_many("looked", looked)
    rows = [row(article, proposal) for article, _, proposals in found for proposal in proposals]
    store.insert_many("suggestion", rows)


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
        waiting = _waiting_bodies(store.conn, found)
        asked = bodies or waiting
        rows = []
        for article_id, body_id in waiting.items():
            if asked.get(article_id) == body_id:
                marked = _marked(store.conn, article_id)
                fresh = [one for one in found[article_id] if _ends(one) not in marked]
                rows.append((article_id, body_id, fresh))
        add(store, rows)
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
    return bool(_waiting_bodies(conn, [article_id]))


def _waiting_bodies(conn: sqlite3.Connection, articles: Iterable[int]) -> dict[int, int]:
    """Those of the articles that wait, with their current bodies."""
    rows = conn.execute(
        "SELECT article_id, id, max(number) FROM body WHERE article_id IN"  # noqa: S608 - our own words
        " (SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?))"
        f" AND {_WAITING}) GROUP BY article_id",
        (f"[{','.join(map(str, articles))}]",),
    )
    return {row[0]: row[1] for row in rows}


def _marked(conn: sqlite3.Connection, article_id: int) -> set[tuple[int, int]]:
    rows = conn.execute(
        "SELECT start, stop FROM annotation WHERE article_id = ? AND lost = 0", (article_id,)
    )
    return {(row[0], row[1]) for row in rows}


def _ends(proposal: Proposal) -> tuple[int, int]:
    return proposal.span.start, proposal.span.stop


def row(article_id: int, proposal: Proposal) -> dict[str, object]:
    """The columns of an open suggestion."""
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
