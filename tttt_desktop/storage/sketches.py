"""The sketches of the current texts: an index that tells which articles a text may repeat."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tttt_desktop.domain.likeness import sketch

Sketch = tuple[int, ...]
_STOCK = 50
_BATCH = 500  # articles compared at a time
# A body is read only when it is the current one and asked for.
_TEXTS = (
    "SELECT article.id, text FROM article JOIN body ON article_id = article.id"
    " AND number = (SELECT max(number) FROM body WHERE article_id = article.id)"
    " WHERE article.id IN (SELECT value FROM json_each(?))"
)


def refresh(conn: sqlite3.Connection, articles: Iterable[int], known: Mapping[int, Sketch]) -> None:
    """Make the index say what the current texts of these articles say; `known` spares reading those again."""
    ids = sorted(articles)
    conn.executemany("DELETE FROM sketch WHERE article_id = ?", ((one,) for one in ids))
    fresh = [(one, known[one]) for one in ids if one in known]
    fresh += _computed(conn, [one for one in ids if one not in known])
    rows = sorted((value, one) for one, values in fresh for value in values)
    conn.executemany("INSERT INTO sketch (value, article_id) VALUES (?, ?)", rows)


def _computed(conn: sqlite3.Connection, ids: list[int]) -> Iterator[tuple[int, Sketch]]:
    listed = f"[{','.join(map(str, ids))}]"
    for article_id, text in conn.execute(_TEXTS, (listed,)):
        yield article_id, sketch(text)


def sharing(conn: sqlite3.Connection, values: Sequence[int], limit: int) -> list[tuple[int, int]]:
    """The `limit` articles that share most values with a sketch, the nearest first: id, number of values.

    A value of `_STOCK` articles or more does not count: it is that of a stock phrase.
    """
    rows = conn.execute(
        "SELECT article_id, count(*) AS shared FROM json_each(?) AS wanted"
        " JOIN sketch ON sketch.value = wanted.value WHERE ?2 >"
        " (SELECT count(*) FROM (SELECT 1 FROM sketch WHERE value = wanted.value LIMIT ?2))"
        " GROUP BY article_id ORDER BY shared DESC, article_id LIMIT ?3",
        (f"[{','.join(map(str, values))}]", _STOCK, limit),
    )
    return [(row[0], row[1]) for row in rows]


def is_current(conn: sqlite3.Connection) -> bool:
    """Whether the index says what all texts say."""
    ids = [int(row[0]) for row in conn.execute("SELECT id FROM article ORDER BY id")]
    there: dict[int, list[int]] = {}
    for value, article_id in conn.execute("SELECT value, article_id FROM sketch ORDER BY value"):
        there.setdefault(article_id, []).append(value)
    for start in range(0, len(ids), _BATCH):
        for article_id, values in _computed(conn, ids[start : start + _BATCH]):
            if tuple(there.pop(article_id, ())) != values:
                return False
    return not there
