"""Articles go, with all that hangs on them: many at once as fast as few."""

# ruff: noqa: S608 - table and column names come from our own code, values are always bound

import sqlite3
from collections.abc import Sequence

from tttt_desktop.storage import annotations
from tttt_desktop.storage.rows import listed
from tttt_desktop.storage.store import Store

_OF_TASKS = ("task_agency", "follow_up")
_OF_MARKS = ("placement", "figure", "annotation_document", "task")
_OF_ARTICLES = ("suggestion", "annotation", "looked", "further_source", "official", "aside", "body")
# Marks that others speak of: in a merged line, told apart, evidence of a task, or a task with evidence or a follower.
_TIED = """
    SELECT id FROM annotation WHERE article_id IN (SELECT value FROM json_each(?)) AND (
        id IN (SELECT annotation_id FROM placement WHERE line_id IS NOT NULL)
        OR id IN (SELECT annotation_id FROM apart)
        OR id IN (SELECT annotation_id FROM evidence)
        OR id IN (SELECT evidence_annotation_id FROM follow_up)
        OR id IN (
            SELECT annotation_id FROM task WHERE id IN (
                SELECT task_id FROM evidence UNION SELECT carried_from_task_id FROM task
            )
        )
    ) ORDER BY id
"""


def remove_articles(store: Store, ids: Sequence[int]) -> None:
    """Remove articles that are there, inside an open change.

    The bytes they were read from stay, as they do when an import is undone. Raises LookupError.
    """
    for (mark,) in store.conn.execute(_TIED, (listed(ids),)).fetchall():
        annotations.remove(store, mark)
    marks = _ids(store.conn, "annotation", "article_id", ids)
    tasks = _ids(store.conn, "task", "annotation_id", marks)
    for tables, column, parents in (
        (_OF_TASKS, "task_id", tasks),
        (_OF_MARKS, "annotation_id", marks),
        (_OF_ARTICLES, "article_id", ids),
    ):
        for table in tables:
            store.remove_all(table, _ids(store.conn, table, column, parents))
    store.remove_all("article", ids)


def _ids(conn: sqlite3.Connection, table: str, column: str, parents: Sequence[int]) -> list[int]:
    sql = f"SELECT id FROM {table} WHERE {column} IN (SELECT value FROM json_each(?)) ORDER BY id"
    return [row[0] for row in conn.execute(sql, (listed(parents),))]
