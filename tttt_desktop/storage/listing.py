"""The lines of the list of articles, and the numbers of the status bar. Nothing here touches a body."""

# ruff: noqa: S608 - table and column names come from our own code, values are always bound

import sqlite3
from collections.abc import Sequence

from tttt_desktop.domain.records import ArticleRow, ArticleState, Kind, Totals
from tttt_desktop.storage.details import day
from tttt_desktop.storage.schema import YEAR


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


def saved_filters(conn: sqlite3.Connection) -> list[tuple[int, str, str]]:
    """Id, name and conditions of the filters that are kept."""
    rows = conn.execute("SELECT id, name, conditions FROM saved_filter ORDER BY id")
    return [(row["id"], row["name"], row["conditions"]) for row in rows]


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
