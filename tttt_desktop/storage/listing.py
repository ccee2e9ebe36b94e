"""The list of articles: which, in what order, their lines and their numbers. Nothing here touches a body."""

# ruff: noqa: S608 - table and column names come from our own code, values are always bound

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from tttt_desktop.domain.records import ArticleFilter, ArticleRow, ArticleState, Kind, Totals
from tttt_desktop.storage import search
from tttt_desktop.storage.details import day
from tttt_desktop.storage.schema import YEAR

_ORDERS = {
    "newest": "published_on DESC, id DESC",
    "province": "province = '', fold(province), published_on DESC, id DESC",
    "suggestions": "(SELECT count(*) FROM suggestion WHERE article_id = article.id AND state = 'open')"
    " DESC, published_on DESC, id DESC",
}
_FACETS = {"years": YEAR, "provinces": "province", "outlets": "outlet", "states": "state"}


def article_ids(conn: sqlite3.Connection, filter: ArticleFilter) -> list[int]:
    """The ids of the list in its order: year groups newest first, then `filter.order`."""
    where, values = _where(conn, filter)
    order = _ORDERS.get(filter.order, _ORDERS["newest"])
    sql = f"SELECT id FROM article{where} ORDER BY {YEAR} DESC, {order}"
    return [int(row[0]) for row in conn.execute(sql, values)]


def _where(conn: sqlite3.Connection, filter: ArticleFilter) -> tuple[str, list[object]]:
    clauses: list[str] = []
    values: list[object] = []

    def among(expression: str, wanted: Sequence[object]) -> None:
        if wanted:
            clauses.append(f"{expression} IN ({', '.join('?' * len(wanted))})")
            values.extend(wanted)

    among(YEAR, filter.years)
    among("province", filter.provinces)
    among("outlet", filter.outlets)
    among("state", (filter.state.value,) if filter.state else ())
    if filter.fields:
        marks = ", ".join("?" * len(filter.fields))
        clauses.append(
            "id IN (SELECT article_id FROM annotation JOIN field ON field.id = field_id"
            f" WHERE field.name IN ({marks}))"
        )
        values.extend(filter.fields)
    if filter.with_suggestions:
        clauses.append("id IN (SELECT article_id FROM suggestion WHERE state = 'open')")
    words = search.words(filter.query)
    if words:
        clauses.append(f"id IN ({search.MATCHING.replace(':words', '?')})")
        values += [search.expression(words)] * 2
    return (f" WHERE {' AND '.join(clauses)}" if clauses else ""), values


def article_rows(conn: sqlite3.Connection, ids: Sequence[int]) -> list[ArticleRow]:
    """One row of the list for each id that exists, in the order given."""
    marks = "SELECT count(*) FROM annotation WHERE article_id = article.id AND kind ="
    rows = conn.execute(
        f"SELECT id, title, province, published_on, {YEAR} AS year, state,"
        f" ({marks} 'achievement') AS achievements, ({marks} 'shortcoming') AS shortcomings,"
        f" ({marks} 'task') AS tasks, (SELECT count(*) FROM suggestion"
        " WHERE article_id = article.id AND state = 'open') AS open_suggestions,"
        " (SELECT count(*) FROM annotation JOIN task ON task.annotation_id = annotation.id"
        " WHERE article_id = article.id AND kind = 'task' AND basis = 'own plan') AS plans"
        " FROM article WHERE id IN (SELECT value FROM json_each(?))",
        (f"[{','.join(map(str, ids))}]",),
    )
    found = {row["id"]: _article_row(row) for row in rows}
    return [found[article_id] for article_id in ids if article_id in found]


def _article_row(row: sqlite3.Row) -> ArticleRow:
    values = dict(row)
    values["published_on"] = day(row["published_on"])
    values["state"] = ArticleState(row["state"])
    values["tasks"] -= row["plans"]
    return ArticleRow(**values)


def totals(conn: sqlite3.Connection) -> Totals:
    """The numbers of the status bar."""
    states = dict(conn.execute("SELECT state, count(*) FROM article GROUP BY state").fetchall())
    kinds = dict(conn.execute("SELECT kind, count(*) FROM annotation GROUP BY kind").fetchall())
    plans: int = conn.execute("SELECT count(*) FROM task WHERE basis = 'own plan'").fetchone()[0]
    return Totals(
        articles=sum(states.values()),
        unread=states.get(ArticleState.UNREAD, 0),
        reading=states.get(ArticleState.READING, 0),
        done=states.get(ArticleState.DONE, 0),
        achievements=kinds.get(Kind.ACHIEVEMENT, 0),
        shortcomings=kinds.get(Kind.SHORTCOMING, 0),
        tasks=kinds.get(Kind.TASK, 0) - plans,
        plans=plans,
    )


def facets(conn: sqlite3.Connection, filter: ArticleFilter) -> dict[str, list[tuple[str, int]]]:
    """For each facet its values and the number of articles under the other conditions; years newest first, else by count."""
    found: dict[str, list[tuple[str, int]]] = {}
    for name, expression in _FACETS.items():
        where, values = _where(conn, _without(filter, name))
        found[name] = conn.execute(
            f"SELECT CAST({expression} AS TEXT) AS value, count(*) AS number FROM article{where}"
            " GROUP BY value HAVING value <> '' ORDER BY number DESC, value",
            values,
        ).fetchall()
    where, values = _where(conn, _without(filter, "fields"))
    found["fields"] = conn.execute(
        "SELECT field.name, count(DISTINCT article_id) FROM annotation"
        " JOIN field ON field.id = field_id"
        f" WHERE article_id IN (SELECT id FROM article{where})"
        " GROUP BY field.id ORDER BY field.position, field.id",
        values,
    ).fetchall()
    found["years"].sort(key=tuple, reverse=True)
    return {
        name: [(str(value), int(number)) for value, number in rows] for name, rows in found.items()
    }


def _without(filter: ArticleFilter, facet: str) -> ArticleFilter:
    return {
        "years": replace(filter, years=()),
        "provinces": replace(filter, provinces=()),
        "outlets": replace(filter, outlets=()),
        "fields": replace(filter, fields=()),
        "states": replace(filter, state=None),
    }[facet]
