"""The tasks followed in a year: one query for them, and one for each of the things that few of them have."""

# ruff: noqa: S608 - table and column names come from our own code, values are always bound

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as of
from typing import Any

from tttt_desktop.domain.following import Evidence, FollowedTask
from tttt_desktop.domain.records import Basis, LegalDocument, Status
from tttt_desktop.storage.details import day
from tttt_desktop.storage.evidence import as_evidence
from tttt_desktop.storage.schema import YEAR

# An article that says nothing of its years sets tasks for this one, as `services.review` notes their status.
DATED = f"(SELECT *, coalesce({YEAR}, :now) AS assigned FROM article)"
FOLLOWED = """(assigned = :year OR (assigned < :year
        AND EXISTS (SELECT 1 FROM follow_up WHERE task_id = task.id AND follow_up.year = :year)))"""
# What was noted before the year the task is given in by now counts as noted in it: the year of an article is corrected.
_TASKS = f"""
    SELECT task.id, annotation.id, article_id, start, quote, assigned, statement, basis, coalesce(field.name, ''),
        assigner, coalesce(agency.name, ''), deadline_text, deadline_on, title, outlet, province, published_on
    FROM task JOIN annotation ON annotation.id = task.annotation_id
    JOIN {DATED} AS article ON article.id = article_id
    LEFT JOIN field ON field.id = field_id LEFT JOIN agency ON agency.id = lead_agency_id
    WHERE {FOLLOWED}
"""
_BY_PLACE = "ORDER BY coalesce(published_on, '9999'), article_id, start, annotation.id"
_OF_ARTICLES = "AND article_id IN (SELECT value FROM json_each(:articles))"
_OF_THEIRS = f"""AND task.id IN (SELECT task.id FROM annotation JOIN task ON task.annotation_id = annotation.id
    WHERE TRUE {_OF_ARTICLES})"""
_NOTED = """
    SELECT task.id, year, status, noted_on, done_on, note, origin
    FROM follow_up JOIN task ON task.id = task_id WHERE TRUE {theirs} ORDER BY year, follow_up.id
"""
_COOPERATING = """
    SELECT task.id, name FROM task_agency JOIN task ON task.id = task_id JOIN agency ON agency.id = agency_id
    WHERE TRUE {theirs} ORDER BY task_agency.id
"""
_DOCUMENTS = """
    SELECT task.id, kind, number, issued_on, issuer, as_printed FROM annotation_document
    JOIN task ON task.annotation_id = annotation_document.annotation_id
    JOIN legal_document ON legal_document.id = document_id WHERE TRUE {theirs} ORDER BY annotation_document.id
"""
_TOLD = """
    SELECT task.id, told.id, told.article_id, told.kind, quote, statement, title, province, published_on
    FROM evidence JOIN task ON task.id = task_id JOIN annotation AS told ON told.id = evidence.annotation_id
    JOIN article ON article.id = told.article_id
    WHERE evidence.state = 'accepted' AND evidence.year = :year {theirs}
    ORDER BY coalesce(published_on, '9999'), told.id
"""
_EARLIER = f"""
    SELECT task.id, assigned FROM task JOIN task AS before ON before.id = task.carried_from_task_id
    JOIN annotation ON annotation.id = before.annotation_id JOIN {DATED} AS article ON article.id = article_id
    WHERE TRUE {{theirs}}
"""
_LATER = f"""
    SELECT task.id, min(assigned) FROM task JOIN task AS after ON after.carried_from_task_id = task.id
    JOIN annotation ON annotation.id = after.annotation_id JOIN {DATED} AS article ON article.id = article_id
    WHERE TRUE {{theirs}} GROUP BY task.id
"""
_UNSAID = (Status.NOT_STARTED.value, None, None, "", "nobody")
_BASES = {one.value: one for one in Basis}
_STATUSES = {one.value: one for one in Status}


@dataclass(slots=True)
class _Hanging:
    """What few tasks have, by the ids of their forms."""

    cooperating: dict[int, list[str]] = of(default_factory=lambda: defaultdict(list))
    documents: dict[int, list[LegalDocument]] = of(default_factory=lambda: defaultdict(list))
    told: dict[int, list[Evidence]] = of(default_factory=lambda: defaultdict(list))
    noted: dict[int, tuple[Any, ...]] = of(default_factory=dict)
    before: dict[int, int] = of(default_factory=dict)  # the last year before in which it is noted
    after: dict[int, int] = of(default_factory=dict)  # the next one
    earlier: Mapping[int, int] = of(default_factory=dict)  # the year of the task it continues
    later: Mapping[int, int] = of(default_factory=dict)  # of the first one that continues it


def articles(conn: sqlite3.Connection, year: int, this_year: int) -> list[tuple[int, int]]:
    """The articles that set tasks followed in a year, by their day, and how many of them."""
    found = conn.execute(
        f"""
        SELECT article_id, count(*) FROM task JOIN annotation ON annotation.id = annotation_id
        JOIN {DATED} AS article ON article.id = article_id WHERE {FOLLOWED}
        GROUP BY article_id ORDER BY coalesce(published_on, '9999'), article_id
        """,
        {"year": year, "now": this_year},
    )
    return [(row[0], row[1]) for row in found]


def rows(
    conn: sqlite3.Connection, year: int, this_year: int, articles: Iterable[int] | None = None
) -> list[FollowedTask]:
    """The tasks followed in a year (of these articles), by the day of their articles and their place in the text.

    No bodies are read.
    """
    asked = {"year": year, "now": this_year, "articles": json.dumps(list(articles or ()))}
    only, theirs = ("", "") if articles is None else (_OF_ARTICLES, _OF_THEIRS)
    hanging = _hanging(conn, asked, theirs)
    found = conn.cursor()
    found.row_factory = None  # plain tuples
    found.execute(f"{_TASKS} {only} {_BY_PLACE}", asked)
    return [_row(row, year, hanging) for row in found]


def _hanging(conn: sqlite3.Connection, asked: Mapping[str, object], theirs: str) -> _Hanging:
    def read(query: str) -> sqlite3.Cursor:
        return conn.execute(query.format(theirs=theirs), asked)

    found = _Hanging(earlier=dict(read(_EARLIER).fetchall()), later=dict(read(_LATER).fetchall()))
    for task, at, *noted in read(_NOTED):
        if at > asked["year"]:
            found.after.setdefault(task, at)
            continue
        found.noted[task] = tuple(noted)
        if at < asked["year"]:
            found.before[task] = at
    for task, name in read(_COOPERATING):
        found.cooperating[task].append(name)
    for task, kind, number, issued_on, *rest in read(_DOCUMENTS):
        found.documents[task].append(LegalDocument(kind, number, day(issued_on), *rest))
    for task, *values in read(_TOLD):
        found.told[task].append(as_evidence(*values))
    return found


def _row(row: tuple[Any, ...], year: int, hanging: _Hanging) -> FollowedTask:
    (task, one, article, start, quote, assigned, statement, basis, field, assigner, lead, deadline_text, deadline_on,
     title, outlet, province, published_on) = row  # fmt: skip
    status, noted_on, done_on, note, origin = hanging.noted.get(task, _UNSAID)
    came, went = hanging.earlier.get(task), hanging.after.get(task) or hanging.later.get(task)
    if year > assigned:
        came = max(assigned, hanging.before.get(task, 0))
    return FollowedTask(
        one, article, start, quote, year, assigned, statement, _BASES[basis], field, assigner, lead,
        tuple(hanging.cooperating.get(task, ())), deadline_text, day(deadline_on),
        tuple(hanging.documents.get(task, ())), title, outlet, province, day(published_on), _STATUSES[status],
        day(noted_on), origin == "hand", day(done_on), note, tuple(hanging.told.get(task, ())), came, went,
    )  # fmt: skip
