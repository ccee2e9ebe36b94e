"""Rows as the log keeps them: read as they are now, and put back as they were."""

# ruff: noqa: S608 - table and column names come from our own code, values are always bound

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Any

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


def put(conn: sqlite3.Connection, images: Images, now: Images) -> None:
    """Make the rows what the images say; `now` is what they are (see `present`).

    Where only values differ that may stand twice, they are set in the row: to delete and insert it takes many times as
    long. Of the others all go before any comes: no unique value is there twice on the way.
    """
    setting, others = _sorted_out(conn, images, now)
    for table, ids in by_table(others).items():
        conn.execute(
            f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (listed(ids),)
        )
    for (table, columns), values in setting.items():
        sets = ", ".join(f"{name} = ?" for name in columns)
        conn.executemany(f"UPDATE {table} SET {sets} WHERE id = ?", values)
    for (table, columns), same in groupby(_coming(others), lambda one: (one[0], tuple(one[1]))):
        conn.executemany(insert_sql(table, columns), (tuple(image.values()) for _, image in same))


def _coming(images: Images) -> Iterator[tuple[str, Row]]:
    return ((table, image) for (table, _), image in images.items() if image is not None)


_Setting = dict[tuple[str, tuple[str, ...]], list[tuple[Any, ...]]]  # by table and columns


def _sorted_out(conn: sqlite3.Connection, images: Images, now: Images) -> tuple[_Setting, Images]:
    """The values to set in rows that stay, each followed by the id, and the rows that must go or come."""
    setting: _Setting = {}
    others: Images = {}
    unique = {table: _unique(conn, table) for table in by_table(images)}
    for (table, row_id), image in images.items():
        old = now.get((table, row_id))
        if image is None or old is None or image.keys() != old.keys():
            others[table, row_id] = image
            continue
        columns = tuple(name for name, value in image.items() if old[name] != value)
        if not unique[table].isdisjoint(columns):
            others[table, row_id] = image
        elif columns:
            values = (*(image[name] for name in columns), row_id)
            setting.setdefault((table, columns), []).append(values)
    return setting, others


def _unique(conn: sqlite3.Connection, table: str) -> frozenset[str]:
    """The columns of a table of which no value, or no pair of values, may be there twice."""
    found = conn.execute(
        "SELECT part.name FROM pragma_index_list(?) AS one, pragma_index_info(one.name) AS part"
        ' WHERE one."unique"',
        (table,),
    )
    return frozenset(row[0] for row in found)


def differing(
    conn: sqlite3.Connection, images: Images, table: str, columns: Sequence[str]
) -> list[int]:
    """The ids of a table in whose rows these columns say something else than in the image, or that came or went."""
    wanted = {row_id: image for (one, row_id), image in images.items() if one == table}
    found = conn.execute(
        f"SELECT id, {', '.join(columns)} FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
        (listed(wanted),),
    )
    now = {row[0]: tuple(row)[1:] for row in found}
    return [
        row_id
        for row_id, image in wanted.items()
        if image is None or now.get(row_id) != tuple(image[name] for name in columns)
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
