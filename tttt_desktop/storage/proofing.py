"""The wordings of a dossier as its report will have them, and what its articles hold."""

# ruff: noqa: S608 - table and column names come from our own code, values are always bound

import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

_CURRENT = (
    "number = (SELECT max(number) FROM body AS other WHERE other.article_id = body.article_id)"
)
_WORDED = """
    SELECT annotation.id, article_id, quote, statement, cause, remedy, line_id, title,
        coalesce(review_year, plan_year, published_on) IS NOT NULL AS dated,
        outlet <> '' OR published_on IS NOT NULL AS sourced
    FROM annotation JOIN article ON article.id = article_id
    LEFT JOIN placement ON annotation_id = annotation.id
    WHERE coalesce(left_out, 0) = 0
"""


class Worded(NamedTuple):
    """An annotation with what is said of its article. `dated`, `sourced`: its year, and who published it, are known."""

    id: int
    article_id: int
    quote: str
    statement: str
    cause: str
    remedy: str
    line_id: int | None
    title: str
    dated: bool
    sourced: bool


def annotations(conn: sqlite3.Connection, only: Iterable[int] | None = None) -> list[Worded]:
    """The annotations of the report (or those of these ids) that bear words of the person, or are merged into a line."""
    wanted = "" if only is None else "AND annotation.id IN (SELECT value FROM json_each(?))"
    rows = conn.execute(
        f"{_WORDED} {wanted} AND (statement <> '' OR cause <> '' OR remedy <> '' OR line_id IS NOT NULL)"
        " ORDER BY coalesce(published_on, '9999'), article_id, start, annotation.id",
        () if only is None else (_json(only),),
    )
    return [Worded._make((*said, bool(dated), bool(sourced))) for *said, dated, sourced in rows]


def lines(conn: sqlite3.Connection) -> dict[int, str]:
    """The wordings of the merged lines that go into the report, by line id."""
    rows = conn.execute(
        "SELECT line.id, statement FROM line WHERE statement <> ''"
        " AND EXISTS (SELECT 1 FROM placement WHERE line_id = line.id AND left_out = 0)"
    )
    return dict(rows.fetchall())


def settings(conn: sqlite3.Connection) -> list[tuple[int, str, str]]:
    """Id, key and value of the settings of the office and of the report."""
    return [
        (row["id"], row["key"], row["value"])
        for row in conn.execute(
            "SELECT id, key, value FROM setting WHERE key GLOB 'office.*' OR key GLOB 'report.*'"
            " ORDER BY key"
        )
    ]


def value(conn: sqlite3.Connection, table: str, row_id: int, column: str) -> str | None:
    """What stands in one column of one row now; None when there is no such row."""
    row = conn.execute(f"SELECT {column} FROM {table} WHERE id = ?", (row_id,)).fetchone()
    return None if row is None else str(row[0])


def quoted(conn: sqlite3.Connection, passages: Collection[str]) -> set[str]:
    """Which of these texts stand in the current text of any article."""
    return {
        passage
        for passage in passages
        if conn.execute(
            f"SELECT 1 FROM body WHERE {_CURRENT} AND instr(text, ?) > 0 LIMIT 1", (passage,)
        ).fetchone()
    }


def often(conn: sqlite3.Connection, words: Sequence[str], least: int) -> set[str]:
    """Which of these words are in the current texts of at least `least` articles."""
    seen = dict.fromkeys(words, 0)
    waiting = {word: re.compile(rf"(?<!\w){re.escape(word)}(?!\w)") for word in seen}
    for text in _texts(conn) if waiting else ():
        for word in [one for one in waiting if one in text and waiting[one].search(text)]:
            seen[word] += 1
            if seen[word] >= least:
                del waiting[word]
    return {word for word, count in seen.items() if count >= least}


def _texts(conn: sqlite3.Connection) -> Iterator[str]:
    for row in conn.execute(f"SELECT text FROM body WHERE {_CURRENT}"):
        yield row[0]


def _json(ids: Iterable[int]) -> str:
    return f"[{','.join(map(str, ids))}]"
