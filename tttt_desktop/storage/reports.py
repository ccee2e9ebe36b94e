"""The log of the reports that were written, and which of them used an annotation."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from tttt_desktop.domain.stretches import stretches
from tttt_desktop.storage.store import Store

_COLUMNS = "id, number, kind, made_at, template, title, choices, file_name, folder"


def add(store: Store, values: Mapping[str, Any], annotations: Iterable[int]) -> int:
    """Log a report and the annotations it used, inside an open change that leaves no undo step; gives its id."""
    (report_id,) = store.insert_many("report", [values])
    used = [
        {"report_id": report_id, "first": run[0], "last": run[-1]} for run in stretches(annotations)
    ]
    store.insert_for_good("report_use", used)
    return report_id


def newest(conn: sqlite3.Connection, annotation_id: int | None = None) -> list[sqlite3.Row]:
    """Every report without its lines, the last made first; only those that used an annotation, when one is named."""
    if annotation_id is None:
        return conn.execute(f"SELECT {_COLUMNS} FROM report ORDER BY id DESC").fetchall()  # noqa: S608
    return conn.execute(
        f"SELECT {_COLUMNS} FROM report WHERE id IN"  # noqa: S608
        " (SELECT report_id FROM report_use WHERE first <= ? AND last >= ?) ORDER BY id DESC",
        (annotation_id, annotation_id),
    ).fetchall()


def count(conn: sqlite3.Connection, annotation_id: int) -> int:
    """How many reports used an annotation."""
    sql = "SELECT count(*) FROM report_use WHERE first <= ? AND last >= ?"
    return int(conn.execute(sql, (annotation_id, annotation_id)).fetchone()[0])


def lines(conn: sqlite3.Connection, report_id: int) -> bytes:
    """What was written in a report, packed as it was given to `add`; b"" when there is no such report."""
    row = conn.execute("SELECT lines FROM report WHERE id = ?", (report_id,)).fetchone()
    return bytes(row[0]) if row else b""
