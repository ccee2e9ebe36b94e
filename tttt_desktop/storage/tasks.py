"""The task form of an annotation: its row, its agencies, its legal documents, its follow-up."""

# ruff: noqa: S608 - table and column names come from our own code, values are always bound

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from tttt_desktop.domain.records import Basis, LegalDocument, Status, Task
from tttt_desktop.storage import evidence, vocabulary
from tttt_desktop.storage.details import day
from tttt_desktop.storage.store import Store

_COLUMNS = {"basis", "assigner", "deadline_text", "deadline_on"}


def read(conn: sqlite3.Connection, where: str, value: object) -> dict[int, Task]:
    """The tasks of the annotations that `where` (a condition with one "?") selects, by annotation id."""
    of = f"JOIN annotation ON annotation.id = annotation_id WHERE {where}"
    cooperating = _cooperating(conn, of, value)
    documents = _documents(conn, of, value)
    statuses = _statuses(conn, of, value)
    rows = conn.execute(
        "SELECT task.*, agency.name AS lead FROM task"
        f" LEFT JOIN agency ON agency.id = lead_agency_id {of}",
        (value,),
    )
    return {
        row["annotation_id"]: Task(
            basis=Basis(row["basis"]),
            assigner=row["assigner"],
            lead=row["lead"] or "",
            cooperating=tuple(cooperating[row["id"]]),
            deadline_text=row["deadline_text"],
            deadline_on=day(row["deadline_on"]),
            documents=tuple(documents[row["annotation_id"]]),
            status=Status(statuses.get(row["id"], Status.NOT_STARTED)),
        )
        for row in rows
    }


def _cooperating(conn: sqlite3.Connection, of: str, value: object) -> dict[int, list[str]]:
    """By task id."""
    found: dict[int, list[str]] = defaultdict(list)
    for task_id, name in conn.execute(
        "SELECT task_id, agency.name FROM task_agency JOIN agency ON agency.id = agency_id"
        f" JOIN task ON task.id = task_id {of} ORDER BY task_agency.id",
        (value,),
    ):
        found[task_id].append(name)
    return found


def _documents(conn: sqlite3.Connection, of: str, value: object) -> dict[int, list[LegalDocument]]:
    """By annotation id."""
    found: dict[int, list[LegalDocument]] = defaultdict(list)
    for row in conn.execute(
        "SELECT annotation_id, legal_document.kind, number, issued_on, issuer, as_printed"
        " FROM annotation_document JOIN legal_document ON legal_document.id = document_id"
        f" {of} ORDER BY annotation_document.id",
        (value,),
    ):
        found[row[0]].append(LegalDocument(row[1], row[2], day(row[3]), row[4], row[5]))
    return found


def _statuses(conn: sqlite3.Connection, of: str, value: object) -> dict[int, str]:
    """By task id: what was noted last."""
    return dict(
        conn.execute(
            "SELECT task_id, status FROM follow_up JOIN task ON task.id = task_id"
            f" {of} ORDER BY year, follow_up.id",
            (value,),
        ).fetchall()
    )


def add(store: Store, annotation_id: int, task: Task, year: int) -> None:
    """Give an annotation its task form; `year` is the year a status other than "not started" is noted for."""
    task_id = store.insert(
        "task",
        {
            "annotation_id": annotation_id,
            "basis": task.basis.value,
            "lead_agency_id": vocabulary.agency_id(store, task.lead),
            "assigner": task.assigner,
            "deadline_on": task.deadline_on.isoformat() if task.deadline_on else None,
            "deadline_text": task.deadline_text,
        },
    )
    _set_cooperating(store, task_id, task.cooperating)
    _set_documents(store, annotation_id, task.documents)
    if task.status is not Status.NOT_STARTED:
        _set_status(store, task_id, task.status, year)


def update(store: Store, annotation_id: int, values: Mapping[str, Any], year: int) -> None:
    """Set attributes of the task form of an annotation, named as in `Task`."""
    task_id = task_of(store.conn, annotation_id)
    if task_id is None:
        raise LookupError(f"annotation {annotation_id} has no task")
    columns = {name: _plain(values[name]) for name in values.keys() & _COLUMNS}
    if "lead" in values:
        columns["lead_agency_id"] = vocabulary.agency_id(store, values["lead"])
    if columns:
        store.update("task", task_id, columns)
    if "cooperating" in values:
        _set_cooperating(store, task_id, values["cooperating"])
    if "documents" in values:
        _set_documents(store, annotation_id, values["documents"])
    if "status" in values:
        _set_status(store, task_id, values["status"], year)


def remove(store: Store, annotation_id: int) -> None:
    """Take the task form away from an annotation, with all that hangs on it; nothing when it has none."""
    for row_id in store.ids("annotation_document", "annotation_id", annotation_id):
        store.remove("annotation_document", row_id)
    task_id = task_of(store.conn, annotation_id)
    if task_id is None:
        return
    evidence.forget_task(store, task_id)
    for table in ("task_agency", "follow_up"):
        for row_id in store.ids(table, "task_id", task_id):
            store.remove(table, row_id)
    for row_id in store.ids("task", "carried_from_task_id", task_id):
        store.update("task", row_id, {"carried_from_task_id": None})
    store.remove("task", task_id)


def assigner_before(conn: sqlite3.Connection, article_id: int, start: int) -> str:
    """Who assigned the nearest task that begins before `start` (code points), decided or suggested; "" for nobody."""
    row = conn.execute(
        """
        SELECT assigner FROM (
            SELECT start, assigner FROM annotation JOIN task ON task.annotation_id = annotation.id
            WHERE article_id = :article
            UNION ALL
            SELECT start, json_extract(details, '$.task.assigner') FROM suggestion
            WHERE article_id = :article AND kind = 'task'
        )
        WHERE start < :start AND assigner <> '' ORDER BY start DESC LIMIT 1
        """,
        {"article": article_id, "start": start},
    ).fetchone()
    return str(row["assigner"]) if row else ""


def task_of(conn: sqlite3.Connection, annotation_id: int) -> int | None:
    """The id of the task form of an annotation, if it has one."""
    row = conn.execute("SELECT id FROM task WHERE annotation_id = ?", (annotation_id,)).fetchone()
    return int(row[0]) if row else None


def _plain(value: object) -> object:
    if isinstance(value, Basis):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _set_cooperating(store: Store, task_id: int, names: tuple[str, ...]) -> None:
    found = (vocabulary.agency_id(store, name) for name in names)
    wanted = list(dict.fromkeys(agency for agency in found if agency is not None))
    rows = store.conn.execute(
        "SELECT id, agency_id FROM task_agency WHERE task_id = ? ORDER BY id", (task_id,)
    ).fetchall()
    if [row["agency_id"] for row in rows] == wanted:
        return
    for row in rows:
        store.remove("task_agency", row["id"])
    for agency in wanted:
        store.insert("task_agency", {"task_id": task_id, "agency_id": agency})


def _set_documents(store: Store, annotation_id: int, documents: tuple[LegalDocument, ...]) -> None:
    wanted = [(vocabulary.document_id(store, one), one.as_printed) for one in documents]
    rows = store.conn.execute(
        "SELECT id, document_id, as_printed FROM annotation_document"
        " WHERE annotation_id = ? ORDER BY id",
        (annotation_id,),
    ).fetchall()
    if [(row["document_id"], row["as_printed"]) for row in rows] == wanted:
        return
    for row in rows:
        store.remove("annotation_document", row["id"])
    for document, as_printed in wanted:
        values = {"annotation_id": annotation_id, "document_id": document, "as_printed": as_printed}
        store.insert("annotation_document", values)


def _set_status(store: Store, task_id: int, status: Status, year: int) -> None:
    """Note the status for a year, or for the later one the task was carried over to: that is what is read back."""
    row = store.conn.execute(
        "SELECT year, status FROM follow_up WHERE task_id = ? ORDER BY year DESC, id DESC LIMIT 1",
        (task_id,),
    ).fetchone()
    if row is None or row["status"] != status:
        last = max(year, row["year"]) if row else year
        evidence.note(store, task_id, last, {"status": status.value})
