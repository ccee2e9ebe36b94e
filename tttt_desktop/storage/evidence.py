"""Which marks tell what became of a task, and the status that follows: written inside an open change."""

# ruff: noqa: S608 - table and column names come from our own code, values are always bound

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from tttt_desktop.domain.following import Evidence, status_by
from tttt_desktop.domain.records import Kind, Status
from tttt_desktop.storage.details import day
from tttt_desktop.storage.rows import listed
from tttt_desktop.storage.store import Store

ACCEPTED, DECLINED = "accepted", "declined"
HAND, EVIDENCE, NOBODY = "hand", "evidence", "nobody"


def decide(store: Store, task_id: int, annotation_id: int, year: int, state: str) -> None:
    """Say whether a mark tells of a task that is followed in a year, and let its status follow."""
    row = _row(store, task_id, annotation_id)
    if row is None:
        pair = {"task_id": task_id, "annotation_id": annotation_id}
        store.insert("evidence", {**pair, "year": year, "state": state})
    else:
        store.update("evidence", row["id"], {"year": year, "state": state})
    if state == DECLINED:
        _unlink_repeated(store, task_id, annotation_id)
    settle(store, task_id, year)


def withdraw(store: Store, task_id: int, annotation_id: int) -> None:
    """Take back what was said about a mark and a task; nothing when nothing was said."""
    row = _row(store, task_id, annotation_id)
    if row is not None:
        store.remove("evidence", row["id"])
        _unlink_repeated(store, task_id, annotation_id)
        settle(store, task_id, row["year"])


def note(store: Store, task_id: int, year: int, values: Mapping[str, Any]) -> None:
    """Set columns of what is noted of a task in a year. A status counts as said by the person unless `values` say else.

    What says nothing new is not noted.
    """
    note_all(store, {task_id: values}, year)


def note_all(
    store: Store, wanted: Mapping[int, Mapping[str, Any]], year: int, *, anew: bool = False
) -> None:
    """As `note`, of many tasks, by their ids; the values of all name the same columns.

    `anew`: as notes of their own even where an earlier year says how a task stands.
    """
    today = {"noted_on": store.clock().date().isoformat()}
    rows = {} if anew else noted_all(store.conn, wanted, year)
    nobody = {"year": year, "status": Status.NOT_STARTED.value, "origin": NOBODY}
    coming: list[dict[str, Any]] = []
    changing: dict[int, dict[str, Any]] = {}
    for task_id, values in wanted.items():
        said = {"origin": HAND, "evidence_annotation_id": None} if "status" in values else {}
        new, row = {**said, **values}, rows.get(task_id)
        if row is None and any(new.values()):
            coming.append({"task_id": task_id, **nobody, **today, **new})
        elif row is not None and any(row[name] != value for name, value in new.items()):
            changing[row["id"]] = {**today, **new}
    store.insert_many("follow_up", coming)
    store.update_each("follow_up", changing)


def noted(conn: sqlite3.Connection, task_id: int, year: int) -> sqlite3.Row | None:
    """The row of `follow_up` that says how a task stands in a year in which it is followed."""
    return noted_all(conn, [task_id], year).get(task_id)


def noted_all(
    conn: sqlite3.Connection, task_ids: Iterable[int], year: int
) -> dict[int, sqlite3.Row]:
    """The same of many tasks, by their ids; those of which nothing is noted are not in it."""
    rows = conn.execute(
        "SELECT * FROM follow_up WHERE task_id IN (SELECT value FROM json_each(?)) AND year <= ?"
        " ORDER BY year, id",
        (listed(task_ids), year),
    )
    return {row["task_id"]: row for row in rows}


def settle(store: Store, task_id: int, year: int) -> None:
    """Let the status of a task follow its accepted evidence, unless the person has set it herself."""
    row = noted(store.conn, task_id, year)
    if row is not None and row["origin"] == HAND:
        return
    told = accepted(store.conn, task_id, row["year"] if row else year, year)
    status = status_by(told)
    if status is not None:
        last = max(told, key=lambda one: one.id).id
        values = {"status": status.value, "origin": EVIDENCE, "evidence_annotation_id": last}
        note(store, task_id, year, values)
    elif row is not None and row["origin"] == EVIDENCE:
        _unsay(store, row)


def _unsay(store: Store, row: sqlite3.Row) -> None:
    """Nothing tells the status any more: it is what it was the year before."""
    earlier = noted(store.conn, row["task_id"], row["year"] - 1)
    if earlier is None and not row["note"] and row["done_on"] is None:
        store.remove("follow_up", row["id"])
        return
    status = earlier["status"] if earlier else Status.NOT_STARTED.value
    values = {"status": status, "origin": NOBODY, "evidence_annotation_id": None}
    store.update("follow_up", row["id"], values)


def accepted(conn: sqlite3.Connection, task_id: int, first: int, last: int) -> list[Evidence]:
    """The evidence that was accepted for a task in these years."""
    found = conn.execute(
        "SELECT annotation.id, article_id, kind, quote, statement, title, province, published_on"
        " FROM evidence JOIN annotation ON annotation.id = annotation_id"
        " JOIN article ON article.id = article_id"
        " WHERE task_id = ? AND evidence.state = 'accepted' AND evidence.year BETWEEN ? AND ?",
        (task_id, first, last),
    )
    return [as_evidence(*row) for row in found]


def as_evidence(
    one: int, article: int, kind: str, quote: str, statement: str, title: str, province: str,
    published_on: str | None,
) -> Evidence:  # fmt: skip
    """A mark from its columns and those of its article."""
    return Evidence(one, article, Kind(kind), quote, statement, title, province, day(published_on))


def forget(store: Store, annotation_id: int) -> None:
    """A mark goes: what was said of it as evidence goes with it."""
    for row in _rows(store, "annotation_id", annotation_id):
        store.remove("evidence", row["id"])
        settle(store, row["task_id"], row["year"])


def forget_task(store: Store, task_id: int) -> None:
    """A task form goes: what was accepted and declined for it goes with it."""
    for row in _rows(store, "task_id", task_id):
        store.remove("evidence", row["id"])


def repoint(store: Store, annotation_id: int, to: int) -> None:
    """What was said of a mark as evidence is said of another one from now on."""
    for row in _rows(store, "annotation_id", annotation_id):
        twin = _row(store, row["task_id"], to)
        if twin is None and _task_mark(store, row["task_id"]) != to:
            store.update("evidence", row["id"], {"annotation_id": to})
            continue
        store.remove("evidence", row["id"])
        if twin is not None and row["state"] == ACCEPTED:
            store.update("evidence", twin["id"], {"state": ACCEPTED, "year": row["year"]})


def repoint_task(store: Store, task_id: int, to: int) -> None:
    """What was accepted, declined and noted of a task belongs to another one from now on, where that has nothing."""
    for row in _rows(store, "task_id", task_id):
        if _row(store, to, row["annotation_id"]) is None and (
            _task_mark(store, to) != row["annotation_id"]
        ):
            store.update("evidence", row["id"], {"task_id": to})
    known = years(store, "follow_up", to).values()
    for row_id, year in years(store, "follow_up", task_id).items():
        if year not in known:
            store.update("follow_up", row_id, {"task_id": to})
    for row_id in store.ids("task", "carried_from_task_id", task_id):
        store.update("task", row_id, {"carried_from_task_id": to if row_id != to else None})


def move_years(store: Store, article_id: int, old: int, new: int) -> None:
    """An article sets its tasks for another year than was thought: what was noted for the one is so for the other."""
    if old == new:
        return
    found = store.conn.execute(
        "SELECT task.id FROM task JOIN annotation ON annotation.id = annotation_id"
        " WHERE article_id = ?",
        (article_id,),
    ).fetchall()
    for (task_id,) in found:
        taken = years(store, "follow_up", task_id)
        for table in ("evidence", "follow_up") if new not in taken.values() else ("evidence",):
            for row_id, year in years(store, table, task_id).items():
                if year == old:
                    store.update(table, row_id, {"year": new})


def years(store: Store, table: str, task_id: int) -> dict[int, int]:
    """Row id -> year."""
    sql = f"SELECT id, year FROM {table} WHERE task_id = ?"
    return dict(store.conn.execute(sql, (task_id,)).fetchall())


def _row(store: Store, task_id: int, annotation_id: int) -> sqlite3.Row | None:
    row: sqlite3.Row | None = store.conn.execute(
        "SELECT * FROM evidence WHERE task_id = ? AND annotation_id = ?", (task_id, annotation_id)
    ).fetchone()
    return row


def _rows(store: Store, column: str, value: int) -> list[sqlite3.Row]:
    return store.conn.execute(
        f"SELECT * FROM evidence WHERE {column} = ? ORDER BY id", (value,)
    ).fetchall()


def _task_mark(store: Store, task_id: int) -> int:
    row = store.conn.execute("SELECT annotation_id FROM task WHERE id = ?", (task_id,)).fetchone()
    return int(row[0])


def _unlink_repeated(store: Store, task_id: int, annotation_id: int) -> None:
    """A later task that is none with this one any more does not continue it."""
    for row_id in store.ids("task", "annotation_id", annotation_id):
        task = store.conn.execute("SELECT * FROM task WHERE id = ?", (row_id,)).fetchone()
        if task["carried_from_task_id"] == task_id:
            store.update("task", row_id, {"carried_from_task_id": None})
