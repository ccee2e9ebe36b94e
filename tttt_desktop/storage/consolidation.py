"""How the annotations stand in the report: their order, the merged lines, what is left out, what is not the same."""

# ruff: noqa: S608 - table and column names come from our own code, values are always bound

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tttt_desktop.domain.consolidation import Passage, Placed, sentence
from tttt_desktop.domain.records import Figure, Kind
from tttt_desktop.storage.details import day
from tttt_desktop.storage.schema import YEAR
from tttt_desktop.storage.store import Store

_PASSAGES = f"""
    SELECT annotation.id, article_id, kind, basis IS 'own plan', published_on, start, quote,
        statement, coalesce(field.name, ''), coalesce(assigner, ''), title, outlet, province, {YEAR}
    FROM annotation JOIN article ON article.id = article_id
    LEFT JOIN field ON field.id = field_id LEFT JOIN task ON annotation_id = annotation.id
"""


_IN_ORDER = "ORDER BY coalesce(published_on, '9999'), article_id, start, annotation.id"


def passages(conn: sqlite3.Connection, only: Iterable[int] | None = None) -> list[Passage]:
    """All annotations (or only those with these ids), by the day of their articles and their place in the text."""
    wanted = "" if only is None else "WHERE annotation.id IN (SELECT value FROM json_each(?))"
    cursor = conn.cursor()
    cursor.row_factory = None  # plain tuples: there may be thousands
    rows = cursor.execute(
        f"{_PASSAGES} {wanted} {_IN_ORDER}",
        () if only is None else (f"[{','.join(map(str, only))}]",),
    )
    kinds = {kind.value: kind for kind in Kind}
    return [
        Passage(one, article, kinds[kind], bool(own), day(published), *said)
        for one, article, kind, own, published, *said in rows
    ]


def existing(conn: sqlite3.Connection, annotation_ids: Iterable[int]) -> int:
    """How many of these annotations there are."""
    row = conn.execute(
        "SELECT count(*) FROM annotation WHERE id IN (SELECT value FROM json_each(?))",
        (f"[{','.join(map(str, annotation_ids))}]",),
    ).fetchone()
    return int(row[0])


def of_tasks(conn: sqlite3.Connection, task_ids: Iterable[int]) -> set[int]:
    """The annotations whose forms these tasks are."""
    rows = conn.execute(
        "SELECT annotation_id FROM task WHERE id IN (SELECT value FROM json_each(?))",
        (f"[{','.join(map(str, task_ids))}]",),
    )
    return {int(row[0]) for row in rows}


def figures(
    conn: sqlite3.Connection, articles: Iterable[int] | None = None
) -> dict[int, list[Figure]]:
    """The figures of all annotations, or of those of some articles, by annotation id; in no order of annotations."""
    found: dict[int, list[Figure]] = {}
    wanted = "WHERE article_id IN (SELECT value FROM json_each(?))"
    joined = f"JOIN annotation ON annotation.id = annotation_id {wanted}"
    cursor = conn.cursor()
    cursor.row_factory = None
    rows = cursor.execute(
        "SELECT annotation_id, as_printed, value, total, unit, indicator, change, compared"
        f" FROM figure {'' if articles is None else joined} ORDER BY figure.id",
        () if articles is None else (f"[{','.join(map(str, articles))}]",),
    )
    for annotation_id, *values in rows:
        found.setdefault(annotation_id, []).append(Figure(*values))
    return found


def order(conn: sqlite3.Connection) -> list[tuple[int, int | None]]:
    """The ids of all annotations as `passages` gives them, with their kept positions."""
    rows = conn.execute(
        "SELECT annotation.id, position FROM annotation JOIN article ON article.id = article_id"
        f" LEFT JOIN placement ON annotation_id = annotation.id {_IN_ORDER}"
    )
    return [(row[0], row[1]) for row in rows]


def placed(conn: sqlite3.Connection, only: Iterable[int] | None = None) -> dict[int, Placed]:
    """What was decided, by annotation id; those without a decision are not in it. `only`: rows with these ids."""
    wanted = "" if only is None else "WHERE id IN (SELECT value FROM json_each(?))"
    rows = conn.execute(
        f"SELECT annotation_id, position, line_id, left_out, id FROM placement {wanted}",
        () if only is None else (f"[{','.join(map(str, only))}]",),
    )
    return {row[0]: Placed(row[1], row[2], bool(row[3]), row[4]) for row in rows}


def placed_with(conn: sqlite3.Connection, annotation_ids: Iterable[int]) -> dict[int, Placed]:
    """What was decided about these annotations and about those merged with them, as `placed` gives it."""
    wanted = f"[{','.join(map(str, annotation_ids))}]"
    rows = conn.execute(
        "WITH asked AS (SELECT value FROM json_each(?))"
        " SELECT annotation_id, position, line_id, left_out, id FROM placement"
        " WHERE annotation_id IN asked OR line_id IN"
        " (SELECT line_id FROM placement WHERE annotation_id IN asked)",
        (wanted,),
    )
    return {row[0]: Placed(row[1], row[2], bool(row[3]), row[4]) for row in rows}


def statements(conn: sqlite3.Connection) -> dict[int, str]:
    """The wordings of the merged lines, by line id."""
    return dict(conn.execute("SELECT id, statement FROM line").fetchall())


def members(conn: sqlite3.Connection, line_id: int) -> list[int]:
    """The annotations of a merged line, in the order of their ids."""
    rows = conn.execute(
        "SELECT annotation_id FROM placement WHERE line_id = ? ORDER BY annotation_id", (line_id,)
    )
    return [int(row[0]) for row in rows]


def apart(conn: sqlite3.Connection) -> list[frozenset[int]]:
    """The annotations that were declined together as being the same."""
    found: dict[int, set[int]] = {}
    for number, annotation_id in conn.execute("SELECT number, annotation_id FROM apart"):
        found.setdefault(number, set()).add(annotation_id)
    return [frozenset(group) for group in found.values()]


def place(store: Store, values: Mapping[int, Mapping[str, Any]]) -> None:
    """Set columns of the placements of annotations, by annotation id; those without one get it."""
    rows = store.conn.execute(
        "SELECT annotation_id, id FROM placement"
        " WHERE annotation_id IN (SELECT value FROM json_each(?))",
        (f"[{','.join(map(str, values))}]",),
    )
    known = dict(rows.fetchall())
    store.update_each("placement", {row_id: values[one] for one, row_id in known.items()})
    store.insert_many(
        "placement",
        [{"annotation_id": one, **columns} for one, columns in values.items() if one not in known],
    )


def set_apart(store: Store, annotation_ids: Sequence[int]) -> None:
    """Keep that these are not the same."""
    number = store.conn.execute("SELECT coalesce(max(number), 0) + 1 FROM apart").fetchone()[0]
    store.insert_many("apart", [{"annotation_id": one, "number": number} for one in annotation_ids])


def dissolve(store: Store, line_id: int) -> None:
    """Take a merged line apart. Wording the person wrote stays with its first passage where that has none."""
    found = passages(store.conn, members(store.conn, line_id))
    written = statements(store.conn)[line_id]
    place(store, {passage.id: {"line_id": None} for passage in found})
    store.remove("line", line_id)
    known = {" ".join(text.split()) for p in found for text in (p.statement, sentence((p,)))}
    if found and not found[0].statement and " ".join(written.split()) not in {"", *known}:
        store.update("annotation", found[0].id, {"statement": written})


def leave_line(store: Store, annotation_id: int) -> None:
    """Take an annotation out of its merged line, inside an open change; a line of one is none."""
    row = store.conn.execute(
        "SELECT id, line_id FROM placement WHERE annotation_id = ?", (annotation_id,)
    ).fetchone()
    if row is None or row["line_id"] is None:
        return
    store.update("placement", row["id"], {"line_id": None})
    if len(members(store.conn, row["line_id"])) < 2:
        dissolve(store, row["line_id"])


def forget(store: Store, annotation_id: int) -> None:
    """Remove what was decided about an annotation that goes, inside an open change."""
    leave_line(store, annotation_id)
    for row_id in store.ids("placement", "annotation_id", annotation_id):
        store.remove("placement", row_id)
    for row_id in store.ids("apart", "annotation_id", annotation_id):
        number = store.conn.execute("SELECT number FROM apart WHERE id = ?", (row_id,)).fetchone()
        store.remove("apart", row_id)
        others = store.ids("apart", "number", number[0])
        if len(others) == 1:
            store.remove("apart", others[0])


def problems(conn: sqlite3.Connection) -> list[str]:
    """Merged lines that make no sense, as Vietnamese sentences."""
    rows = conn.execute(
        "SELECT line.id, count(placement.id), count(DISTINCT kind || ifnull(basis, '')) FROM line"
        " LEFT JOIN placement ON line_id = line.id"
        " LEFT JOIN annotation ON annotation.id = placement.annotation_id"
        " LEFT JOIN task ON task.annotation_id = annotation.id GROUP BY line.id"
    ).fetchall()
    found = [f"Dòng gộp số {row[0]} không có ý nào." for row in rows if not row[1]]
    return found + [f"Dòng gộp số {row[0]} có ý khác loại." for row in rows if row[2] > 1]
