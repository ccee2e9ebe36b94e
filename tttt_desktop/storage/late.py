"""Suggestions found after an article was stored, seen from a revision that knows nothing of them.

They are in no revision. When undo or redo takes the text away that they were found in, with its article or for another
text of it, they go as well, and the revision keeps them for the way back.
"""

# ruff: noqa: S608 - table names come from our own code, values are always bound

import sqlite3
from collections.abc import Iterable

from tttt_desktop.storage.log import Images

Key = tuple[str, int]


def strays(conn: sqlite3.Connection, images: Images) -> list[Key]:
    """The late rows that cannot stay when the rows become what the images say."""
    looked = {
        ("looked", row_id): article_id
        for row_id, article_id in _of(conn, "looked", _retold(conn, images))
        if ("looked", row_id) not in images
    }
    homeless = {*looked.values(), *_going(images)}
    found = [("suggestion", row_id) for row_id, _ in _of(conn, "suggestion", homeless)]
    return [*looked, *(key for key in found if key not in images)]


def _going(images: Images) -> set[int]:
    """The articles that go, whose suggestions may have been found anew since."""
    return {
        row_id for (table, row_id), image in images.items() if table == "article" and image is None
    }


def _retold(conn: sqlite3.Connection, images: Images) -> set[int]:
    """The articles of the bodies that come or go."""
    bodies = [(row_id, image) for (table, row_id), image in images.items() if table == "body"]
    coming = {image["article_id"] for _, image in bodies if image}
    going = conn.execute(
        "SELECT article_id FROM body WHERE id IN (SELECT value FROM json_each(?))",
        (_listed(row_id for row_id, _ in bodies),),
    )
    return coming | {row[0] for row in going}


def _of(conn: sqlite3.Connection, table: str, articles: Iterable[int]) -> list[tuple[int, int]]:
    """Id and article of the rows of these articles."""
    rows = conn.execute(
        f"SELECT id, article_id FROM {table} WHERE article_id IN (SELECT value FROM json_each(?))",
        (_listed(articles),),
    )
    return [(row[0], row[1]) for row in rows]


def _listed(ids: Iterable[int]) -> str:
    return f"[{','.join(map(str, ids))}]"
