"""What the tables say of tasks over the years: which years, what may be evidence of them, what was decided."""

# ruff: noqa: S608 - table and column names come from our own code, values are always bound

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from tttt_desktop.domain.following import Evidence
from tttt_desktop.domain.matching import Candidate
from tttt_desktop.domain.records import Figure
from tttt_desktop.storage.evidence import as_evidence
from tttt_desktop.storage.followed import DATED, FOLLOWED


def years(conn: sqlite3.Connection, this_year: int) -> list[tuple[int, int]]:
    """The years in which tasks are followed, the newest first, with the number of tasks given or carried over."""
    found = conn.execute(
        f"""
        SELECT followed, count(DISTINCT id) FROM (
            SELECT task.id, assigned AS followed FROM task JOIN annotation ON annotation.id = annotation_id
            JOIN {DATED} AS article ON article.id = article_id
            UNION ALL
            SELECT task.id, year FROM follow_up JOIN task ON task.id = task_id
            JOIN annotation ON annotation.id = task.annotation_id
            JOIN {DATED} AS article ON article.id = article_id WHERE year > assigned
        ) GROUP BY followed ORDER BY followed DESC
        """,
        {"now": this_year},
    )
    return [(row[0], row[1]) for row in found]


# What articles look back on: where they do not say so, the year before their plan, else that of their publishing
# (January to March: the one before, as then conferences look back).
_TOLD = """coalesce(review_year, plan_year - 1,
    CAST(substr(published_on, 1, 4) AS INTEGER) - (substr(published_on, 6, 2) <= '03'), :now)"""
_EVIDENCE = (
    "annotation.id, article_id, annotation.kind, quote, statement, title, province, published_on"
)
_OF_YEAR = (
    f"WHERE {_TOLD} = :year"
    " ORDER BY coalesce(published_on, '9999'), article_id, start, annotation.id"
)


def marks(conn: sqlite3.Connection, year: int, this_year: int) -> list[Evidence]:
    """All marks of the articles that tell what was done in a year, by their day and their place in the text."""
    found = conn.execute(
        f"SELECT {_EVIDENCE} FROM annotation JOIN article ON article.id = article_id {_OF_YEAR}",
        {"year": year, "now": this_year},
    )
    return [as_evidence(*row) for row in found]


def is_told(conn: sqlite3.Connection, year: int, this_year: int) -> bool:
    """Whether there is any of them."""
    found = conn.execute(
        f"SELECT 1 FROM article JOIN annotation ON article_id = article.id WHERE {_TOLD} = :year LIMIT 1",
        {"year": year, "now": this_year},
    )
    return found.fetchone() is not None


def told(conn: sqlite3.Connection, year: int, this_year: int) -> Callable[[], list[Candidate]]:
    """The same with what is compared, read now; any thread may make the candidates of it."""
    asked = {"year": year, "now": this_year}
    rows = conn.execute(
        f"""
        SELECT {_EVIDENCE}, coalesce(field.name, ''), coalesce(agency.name, '')
        FROM annotation JOIN article ON article.id = article_id
        LEFT JOIN field ON field.id = field_id LEFT JOIN task ON task.annotation_id = annotation.id
        LEFT JOIN agency ON agency.id = lead_agency_id {_OF_YEAR}
        """,
        asked,
    ).fetchall()
    figures = conn.execute(
        f"""
        SELECT annotation_id, as_printed, value, total, unit, indicator
        FROM figure JOIN annotation ON annotation.id = annotation_id
        JOIN article ON article.id = article_id WHERE {_TOLD} = :year ORDER BY figure.id
        """,
        asked,
    ).fetchall()
    return lambda: _candidates(rows, _by_annotation(figures))


def _candidates(
    rows: Iterable[sqlite3.Row], figures: Mapping[int, Sequence[Figure]]
) -> list[Candidate]:
    return [
        Candidate(as_evidence(*row[:8]), row[8], row[9], tuple(figures.get(row[0], ())))
        for row in rows
    ]


def decided(conn: sqlite3.Connection) -> frozenset[tuple[int, int]]:
    """The pairs (task, mark) of annotation ids that the person has said yes or no to."""
    found = conn.execute(
        "SELECT task.annotation_id, evidence.annotation_id FROM evidence JOIN task ON task.id = task_id"
    )
    return frozenset((row[0], row[1]) for row in found)


def task_figures(
    conn: sqlite3.Connection, annotation_ids: Iterable[int]
) -> Callable[[], dict[int, list[Figure]]]:
    """The figures of some annotations, by annotation id, read now; any thread may make them of it."""
    found = conn.execute(
        "SELECT annotation_id, as_printed, value, total, unit, indicator FROM figure"
        " WHERE annotation_id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (f"[{','.join(map(str, annotation_ids))}]",),
    ).fetchall()
    return lambda: _by_annotation(found)


def _by_annotation(rows: Iterable[sqlite3.Row]) -> dict[int, list[Figure]]:
    found: dict[int, list[Figure]] = {}
    for one, *values in rows:
        found.setdefault(one, []).append(Figure(*values))
    return found


class Place(NamedTuple):
    """Where a task is: its form, and the article that sets it."""

    task_id: int
    article_id: int


def places(
    conn: sqlite3.Connection, annotation_ids: Iterable[int], year: int, this_year: int
) -> dict[int, Place]:
    """Those of these marks that are tasks followed in a year, by annotation id."""
    found = conn.execute(
        f"""
        SELECT annotation.id, task.id, article_id
        FROM task JOIN annotation ON annotation.id = annotation_id
        JOIN {DATED} AS article ON article.id = article_id
        WHERE annotation.id IN (SELECT value FROM json_each(:ids)) AND {FOLLOWED}
        """,
        {"ids": f"[{','.join(map(str, annotation_ids))}]", "year": year, "now": this_year},
    )
    return {row[0]: Place(row[1], row[2]) for row in found}


def origin(conn: sqlite3.Connection) -> str:
    """The first file that ever came into the dossier, and when: it stays, also when its article goes."""
    row = conn.execute("SELECT sha256 || imported_at FROM source ORDER BY id LIMIT 1").fetchone()
    return str(row[0]) if row else ""
