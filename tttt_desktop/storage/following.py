"""What the tables say of tasks over the years: the rows of a year, what may be evidence of them, what was decided."""

# ruff: noqa: S608 - table and column names come from our own code, values are always bound

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tttt_desktop.domain.following import Evidence, FollowedTask
from tttt_desktop.domain.matching import Candidate
from tttt_desktop.domain.records import Basis, Figure, LegalDocument, Status
from tttt_desktop.storage.details import day
from tttt_desktop.storage.evidence import as_evidence
from tttt_desktop.storage.schema import YEAR

# An article that says nothing of its years sets tasks for this one, as `services.review` notes their status.
_ARTICLE = f"(SELECT *, coalesce({YEAR}, :now) AS assigned FROM article)"
_FOLLOWED = """(assigned = :year OR (assigned < :year
        AND EXISTS (SELECT 1 FROM follow_up WHERE task_id = task.id AND follow_up.year = :year)))"""
# What was noted before the year the task is given in by now counts as noted in it: the year of an article is corrected.
_TASKS = f"""
    SELECT annotation.id, article_id, start, quote, statement, basis, coalesce(field.name, ''), assigner,
        coalesce(agency.name, ''), deadline_text, deadline_on, title, outlet, province, published_on, assigned,
        (SELECT json_group_array(name) FROM (
            SELECT other.name FROM task_agency JOIN agency AS other ON other.id = agency_id
            WHERE task_id = task.id ORDER BY task_agency.id)),
        (SELECT json_group_array(json_array(kind, number, issued_on, issuer, as_printed)) FROM (
            SELECT legal_document.*, as_printed FROM annotation_document
            JOIN legal_document ON legal_document.id = document_id
            WHERE annotation_id = annotation.id ORDER BY annotation_document.id)),
        (SELECT json_array(status, noted_on, done_on, note, origin) FROM follow_up
            WHERE task_id = task.id AND follow_up.year <= :year ORDER BY follow_up.year DESC, id DESC LIMIT 1),
        (SELECT json_group_array(json_array(
                told.id, told.article_id, told.kind, told.quote, told.statement, where_.title,
                where_.province, where_.published_on))
            FROM evidence JOIN annotation AS told ON told.id = evidence.annotation_id
            JOIN article AS where_ ON where_.id = told.article_id
            WHERE task_id = task.id AND evidence.state = 'accepted' AND evidence.year = :year),
        (SELECT max(year) FROM follow_up WHERE task_id = task.id AND year < :year),
        (SELECT min(year) FROM follow_up WHERE task_id = task.id AND year > :year),
        (SELECT assigned FROM task AS earlier JOIN annotation AS mark ON mark.id = earlier.annotation_id
            JOIN {_ARTICLE} AS before ON before.id = mark.article_id
            WHERE earlier.id = task.carried_from_task_id),
        (SELECT min(assigned) FROM task AS later JOIN annotation AS mark ON mark.id = later.annotation_id
            JOIN {_ARTICLE} AS after ON after.id = mark.article_id
            WHERE later.carried_from_task_id = task.id)
    FROM task JOIN annotation ON annotation.id = task.annotation_id
    JOIN {_ARTICLE} AS article ON article.id = article_id
    LEFT JOIN field ON field.id = field_id LEFT JOIN agency ON agency.id = lead_agency_id
    WHERE {_FOLLOWED}
"""
_OF_ARTICLES = "AND article_id IN (SELECT value FROM json_each(:articles))"
_BY_PLACE = "ORDER BY coalesce(published_on, '9999'), article_id, start, annotation.id"
_NOTHING = (
    "[]"  # most tasks have no documents and no evidence: reading JSON is what takes time here
)


def rows(
    conn: sqlite3.Connection, year: int, this_year: int, articles: Iterable[int] | None = None
) -> list[FollowedTask]:
    """The tasks followed in a year (of these articles), by the day of their articles and their place in the text.

    One query, no bodies.
    """
    only = "" if articles is None else _OF_ARTICLES
    values = {"year": year, "now": this_year, "articles": json.dumps(list(articles or ()))}
    found = conn.execute(f"{_TASKS} {only} {_BY_PLACE}", values).fetchall()
    return [_row(row, year) for row in found]


def _row(row: sqlite3.Row, year: int) -> FollowedTask:
    (one, article, start, quote, statement, basis, field, assigner, lead, deadline_text, deadline_on, title, outlet,
     province, published_on, assigned, cooperating, documents, noted, evidence, before, after, earlier, later) = row  # fmt: skip
    status, noted_on, done_on, note, origin = json.loads(noted) if noted else _UNSAID
    carried = year > assigned
    return FollowedTask(
        id=one,
        article_id=article,
        start=start,
        quote=quote,
        year=year,
        assigned=assigned,
        statement=statement,
        basis=Basis(basis),
        field=field,
        assigner=assigner,
        lead=lead,
        cooperating=() if cooperating == _NOTHING else tuple(json.loads(cooperating)),
        deadline_text=deadline_text,
        deadline_on=day(deadline_on),
        documents=() if documents == _NOTHING else _documents(documents),
        title=title,
        outlet=outlet,
        province=province,
        published_on=day(published_on),
        status=Status(status),
        noted_on=day(noted_on),
        by_hand=origin == "hand",
        done_on=day(done_on),
        note=note,
        evidence=() if evidence == _NOTHING else _evidence(evidence),
        carried_from=max(assigned, before or 0) if carried else earlier,
        carried_to=after or later,
    )


_UNSAID = (Status.NOT_STARTED.value, None, None, "", "nobody")


def _documents(told: str) -> tuple[LegalDocument, ...]:
    return tuple(
        LegalDocument(kind, number, day(issued_on), issuer, as_printed)
        for kind, number, issued_on, issuer, as_printed in json.loads(told)
    )


def _evidence(told: str) -> tuple[Evidence, ...]:
    found = [as_evidence(*values) for values in json.loads(told)]
    return tuple(sorted(found, key=lambda one: (one.published_on or date.max, one.id)))


def years(conn: sqlite3.Connection, this_year: int) -> list[tuple[int, int]]:
    """The years in which tasks are followed, the newest first, with the number of tasks given or carried over."""
    found = conn.execute(
        f"""
        SELECT followed, count(DISTINCT id) FROM (
            SELECT task.id, assigned AS followed FROM task JOIN annotation ON annotation.id = annotation_id
            JOIN {_ARTICLE} AS article ON article.id = article_id
            UNION ALL
            SELECT task.id, year FROM follow_up JOIN task ON task.id = task_id
            JOIN annotation ON annotation.id = task.annotation_id
            JOIN {_ARTICLE} AS article ON article.id = article_id WHERE year > assigned
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
) -> dict[int, list[Figure]]:
    """The figures of some annotations, by annotation id."""
    found = conn.execute(
        "SELECT annotation_id, as_printed, value, total, unit, indicator FROM figure"
        " WHERE annotation_id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (f"[{','.join(map(str, annotation_ids))}]",),
    )
    return _by_annotation(found)


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
        JOIN {_ARTICLE} AS article ON article.id = article_id
        WHERE annotation.id IN (SELECT value FROM json_each(:ids)) AND {_FOLLOWED}
        """,
        {"ids": f"[{','.join(map(str, annotation_ids))}]", "year": year, "now": this_year},
    )
    return {row[0]: Place(row[1], row[2]) for row in found}


def origin(conn: sqlite3.Connection) -> str:
    """The first file that ever came into the dossier, and when: it stays, also when its article goes."""
    row = conn.execute("SELECT sha256 || imported_at FROM source ORDER BY id LIMIT 1").fetchone()
    return str(row[0]) if row else ""
