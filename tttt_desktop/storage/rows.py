"""Rows as the log keeps them: read as they are now, and put back as they were."""

# ruff: noqa: S608 - table and column names come from our own code, values are always bound

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from tttt_desktop.storage.log import Images, Row


def present(conn: sqlite3.Connection, keys: Iterable[tuple[str, int]]) -> Images:
    """These rows as they are now; None for one that is not there."""
    found: Images = dict.fromkeys(keys)
    for table, ids in by_table(found).items():
        rows = conn.execute(
            f"SELECT * FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (listed(ids),)
        )
        found.update({(table, row["id"]): dict(row) for row in rows})
    return found


def put(conn: sqlite3.Connection, images: Images) -> None:
    """Make the rows what the images say. All go before any comes: no unique value is there twice on the way."""
    for table, ids in by_table(images).items():
        conn.execute(
            f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (listed(ids),)
        )
    for (table, columns), same in groupby(_coming(images), lambda one: (one[0], tuple(one[1]))):
        conn.executemany(insert_sql(table, columns), (tuple(image.values()) for _, image in same))


def _coming(images: Images) -> Iterator[tuple[str, Row]]:
    return ((table, image) for (table, _), image in images.items() if image is not None)


def differing(conn: sqlite3.Connection, images: Images, table: str, column: str) -> list[int]:
    """The ids of a table in whose rows a column says something else than in the image, or that came or went."""
    wanted = {row_id: image for (one, row_id), image in images.items() if one == table}
    now = dict(
        conn.execute(
            f"SELECT id, {column} FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
            (listed(wanted),),
        ).fetchall()
    )
    return [
        row_id
        for row_id, image in wanted.items()
        if image is None or now.get(row_id) != image[column]
    ]


def by_table(keys: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """The ids of each table."""
    ids: dict[str, list[int]] = {}
    for table, row_id in keys:
        ids.setdefault(table, []).append(row_id)
    return ids


def listed(ids: Iterable[int]) -> str:
    """Ids as SQL's json_each reads them."""
    return f"[{','.join(map(str, ids))}]"


@cache
def insert_sql(table: str, columns: tuple[str, ...], rows: int = 1) -> str:
    """The statement that inserts so many rows with these columns."""
    row = f"({', '.join('?' * len(columns))})"
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([row] * rows)}"
