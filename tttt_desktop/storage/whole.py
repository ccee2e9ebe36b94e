"""What the whole-dossier file has that no page tells. Each function is one query; rows are plain dicts as JSON has them."""

import json
import sqlite3
from typing import Any

from tttt_desktop.storage import reports as reports_of

_REPORT = ("number", "kind", "made_at", "template", "title", "file_name", "folder")
Rows = dict[int, list[dict[str, Any]]]


def settings(conn: sqlite3.Connection) -> dict[str, str]:
    """All settings of the dossier that are set, by their keys."""
    rows = conn.execute("SELECT key, value FROM setting WHERE value <> '' ORDER BY key")
    return dict(rows.fetchall())


def saved_filters(conn: sqlite3.Connection) -> list[dict[str, Any]]:
    """The filters of the list that were given a name."""
    rows = conn.execute("SELECT name, conditions FROM saved_filter ORDER BY name")
    return [{"name": name, "conditions": json.loads(conditions)} for name, conditions in rows]


def follow_ups(conn: sqlite3.Connection) -> Rows:
    """What was noted of tasks, by the ids of their annotations, the earliest year first."""
    return _by_first(
        conn,
        "SELECT annotation_id, year, status, noted_on, done_on, note, origin FROM follow_up"
        " JOIN task ON task.id = task_id ORDER BY year, follow_up.id",
    )


def evidence(conn: sqlite3.Connection) -> Rows:
    """The marks that tell, or were said not to tell, what became of tasks, by the ids of the tasks' annotations."""
    return _by_first(
        conn,
        "SELECT task.annotation_id, evidence.annotation_id AS annotation, year, state"
        " FROM evidence JOIN task ON task.id = task_id ORDER BY evidence.id",
    )


def carried(conn: sqlite3.Connection) -> dict[int, int]:
    """Annotation of a task -> annotation of the earlier one that it continues."""
    rows = conn.execute(
        "SELECT task.annotation_id, earlier.annotation_id FROM task"
        " JOIN task AS earlier ON earlier.id = task.carried_from_task_id"
    )
    return dict(rows.fetchall())


def officials(conn: sqlite3.Connection) -> Rows:
    """The leaders whom articles name as present, by article id."""
    return _by_first(conn, "SELECT article_id, name, post FROM official ORDER BY id")


def files(conn: sqlite3.Connection) -> Rows:
    """Of the file each article was read from: its kind, its digest and when it came, by article id."""
    return _by_first(
        conn,
        "SELECT article.id, source.kind AS file_kind, sha256, imported_at FROM article"
        " JOIN source ON source.id = source_id",
    )


def reports(conn: sqlite3.Connection) -> list[dict[str, Any]]:
    """The reports that were made, the first made first, with the annotations that each used."""
    used = _by_first(conn, "SELECT report_id, first, last FROM report_use ORDER BY first")
    rows = reports_of.newest(conn)[::-1]
    return [
        {name: row[name] for name in _REPORT}
        | {"annotations": [n for run in used.get(row["id"], ()) for n in _run(**run)]}
        for row in rows
    ]


def _run(first: int, last: int) -> range:
    return range(first, last + 1)


def own_templates(conn: sqlite3.Connection) -> list[dict[str, Any]]:
    """The office's own templates, without their documents."""
    rows = conn.execute("SELECT name, kind, added_on FROM own_template ORDER BY folded")
    return [{"name": name, "kind": kind, "added_on": day} for name, kind, day in rows]


def _by_first(conn: sqlite3.Connection, query: str) -> Rows:
    """The other columns of the rows as dicts, by the value of the first."""
    cursor = conn.execute(query)
    names = [column[0] for column in cursor.description][1:]
    found: Rows = {}
    for key, *values in cursor:
        found.setdefault(key, []).append(dict(zip(names, values, strict=True)))
    return found
