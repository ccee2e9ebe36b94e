"""What the tables say of one another: which column names a row of which table, and which values are there once."""

# ruff: noqa: S608 - table and column names come from the schema itself, values are always bound

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from tttt_desktop.storage.log import Images, Row
from tttt_desktop.storage.rows import by_table, listed

Key = tuple[str, int]
_PASSAGE = ("article_id", "kind", "start", "stop")  # one passage bears one mark of a kind


class Reference(NamedTuple):
    """A column whose value is the id of a row of another table."""

    table: str
    column: str
    parent: str


def references(conn: sqlite3.Connection) -> list[Reference]:
    """All foreign keys of the dossier; each names an id."""
    rows = conn.execute(
        'SELECT s.name, f."from", f."table" FROM sqlite_schema AS s, pragma_foreign_key_list(s.name) AS f'
        " WHERE s.type = 'table'"
    )
    return [Reference(*row) for row in rows]


def orphans(conn: sqlite3.Connection, wanted: Images) -> Iterator[tuple[Key, Key]]:
    """Rows that would name a row which is not there: the row, and what it names."""
    known = references(conn)
    for (table, row_id), image in wanted.items():
        for one in known if image is not None else ():
            parent = image[one.column] if one.table == table and image is not None else None
            if parent is not None and not _will_be(conn, wanted, (one.parent, parent)):
                yield (table, row_id), (one.parent, parent)


def left_behind(conn: sqlite3.Connection, wanted: Images) -> Iterator[tuple[Key, Key]]:
    """Rows that name a row which would go: that row, and who names it."""
    going = by_table(key for key, image in wanted.items() if image is None)
    for one in references(conn):
        rows = conn.execute(
            f"SELECT id, {one.column} FROM {one.table}"
            f" WHERE {one.column} IN (SELECT value FROM json_each(?))",
            (listed(going.get(one.parent, ())),),
        )
        for row_id, parent in rows:
            image = wanted.get((one.table, row_id), {one.column: parent})
            if image is not None and image[one.column] == parent:
                yield (one.parent, parent), (one.table, row_id)


def twins(conn: sqlite3.Connection, wanted: Images) -> Iterator[tuple[Key, Key]]:
    """Rows that would have a value which may be there once only: the row, and who has it."""
    uniques = {table: _uniques(conn, table) for table in by_table(wanted)}
    for (table, row_id), image in wanted.items():
        for columns in uniques[table] if image is not None else ():
            assert image is not None
            for other in _same(conn, table, columns, image):
                stays = wanted.get((table, other), image)
                if other != row_id and stays is not None and _alike(stays, image, columns):
                    yield (table, row_id), (table, other)


def _same(
    conn: sqlite3.Connection, table: str, columns: Iterable[str], image: Row
) -> Iterator[int]:
    where = " AND ".join(f"{name} = ?" for name in columns)
    values = [image[name] for name in columns]
    return (row[0] for row in conn.execute(f"SELECT id FROM {table} WHERE {where}", values))


def _alike(one: Mapping[str, Any], other: Mapping[str, Any], columns: Iterable[str]) -> bool:
    return all(one[name] == other[name] for name in columns)


def _uniques(conn: sqlite3.Connection, table: str) -> list[tuple[str, ...]]:
    found = [
        tuple(row[0] for row in conn.execute("SELECT name FROM pragma_index_info(?)", (name,)))
        for (name,) in conn.execute(
            'SELECT name FROM pragma_index_list(?) WHERE "unique"', (table,)
        ).fetchall()
    ]
    return [*found, _PASSAGE] if table == "annotation" else found


def _will_be(conn: sqlite3.Connection, wanted: Images, key: Key) -> bool:
    if key in wanted:
        return wanted[key] is not None
    sql = f"SELECT 1 FROM {key[0]} WHERE id = ?"
    return conn.execute(sql, (key[1],)).fetchone() is not None
