"""Reading the history: what was done, page by page, and which articles were removed."""

import sqlite3
from datetime import datetime
from functools import lru_cache

from tttt_desktop.domain.records import RemovedArticle, Revision
from tttt_desktop.domain.text import fold
from tttt_desktop.storage import log
from tttt_desktop.storage.details import day
from tttt_desktop.storage.log import Images

# The list of articles that every log begins with (see log.dump), without reading the rest of it.
_ARTICLES = "substr(changes, 14, instr(changes, ']') - 13)"
_PAGE = f"""
    SELECT revision.id, label, at, undone, article.id AS article_id, title, json_array_length({_ARTICLES}) AS articles
    FROM revision LEFT JOIN article ON article.id = json_extract({_ARTICLES}, '$[0]')
    WHERE revision.id < :before AND (:words = '' OR matches(label, coalesce(title, ''), :words))
    ORDER BY revision.id DESC LIMIT :limit
"""  # noqa: S608 - a constant of our own
_REMOVING = f"""
    SELECT id, at, changes FROM revision
    WHERE undone = 0 AND instr(changes, '"article": {{') > 0 AND EXISTS
        (SELECT 1 FROM json_each({_ARTICLES}) WHERE value NOT IN (SELECT id FROM article))
    ORDER BY id DESC
"""  # noqa: S608 - a constant of our own
_NEWEST = 2**63 - 1


def page(
    conn: sqlite3.Connection, limit: int, before: int | None = None, query: str = ""
) -> list[Revision]:
    """The newest changes first, those older than revision `before`; `query`: words of label or title, folded."""
    conn.create_function("matches", 3, _matches, deterministic=True)
    values = {"before": before or _NEWEST, "words": fold(query).strip(), "limit": limit}
    return [
        Revision(
            row["id"],
            row["label"],
            datetime.fromisoformat(row["at"]),
            bool(row["undone"]),
            row["article_id"],
            row["title"] or "",
            row["articles"],
        )
        for row in conn.execute(_PAGE, values)
    ]


def count(conn: sqlite3.Connection) -> int:
    """How many changes the history holds, undone ones too."""
    return int(conn.execute("SELECT count(*) FROM revision").fetchone()[0])


def removed(conn: sqlite3.Connection) -> list[RemovedArticle]:
    """The articles that a standing change removed and that are not there, the last removed first."""
    there = {row[0] for row in conn.execute("SELECT id FROM article")}
    found: dict[int, RemovedArticle] = {}
    for row in conn.execute(_REMOVING):
        images, _ = log.load(row["changes"])
        for (table, article_id), image in images.items():
            if table == "article" and image and article_id not in there | set(found):
                found[article_id] = RemovedArticle(
                    row["id"],
                    article_id,
                    image["title"],
                    day(image["published_on"]),
                    image["province"],
                    datetime.fromisoformat(row["at"]),
                    _marks(images, article_id),
                )
    return list(found.values())


def _marks(images: Images, article_id: int) -> int:
    marks = (image for (table, _), image in images.items() if table == "annotation" and image)
    return sum(mark["article_id"] == article_id for mark in marks)


@lru_cache(maxsize=65536)  # the same few labels in the same few articles, over and over
def _matches(label: str, title: str, words: str) -> bool:
    folded = fold(f"{label} {title}")
    return all(word in folded for word in words.split())
