"""The index of titles, texts and marks: kept in step with them, and asked which articles a query fits."""

# ruff: noqa: S608 - table and column names come from our own code, values are always bound

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tttt_desktop.domain.query import Form, Query, Term, says_exactly, understand
from tttt_desktop.domain.text import fold

_BATCH = 500  # rows compared at a time


@dataclass(frozen=True, slots=True)
class _Index:
    """One FTS5 table: its columns, the table whose ids it shares, and the texts (unfolded) its rows should say."""

    table: str
    columns: tuple[str, ...]
    of: str
    texts: str


# What further sources call an article, and who published them: found as if it stood under the title.
_ELSEWHERE = (
    "coalesce((SELECT group_concat(char(10) || title || ' ' || outlet, '') FROM"
    " (SELECT title, outlet FROM further_source WHERE article_id = article.id ORDER BY id)), '')"
)
_BODY = "SELECT text FROM body WHERE article_id = article.id ORDER BY number DESC LIMIT 1"
MARK_COLUMNS = ("statement", "note", "quote")  # what a mark is found by
_MARK = " || char(10) || ".join(MARK_COLUMNS)
_ARTICLES = _Index(
    "article_fts",
    ("title", "text"),
    "article",
    f"SELECT article.id, title || {_ELSEWHERE}, text FROM article JOIN body ON article_id = article.id"
    " AND number = (SELECT max(number) FROM body WHERE article_id = article.id)"
    " WHERE article.id IN (SELECT value FROM json_each(?))",
)
_MARKS = _Index(
    "annotation_fts",
    ("text",),
    "annotation",
    f"SELECT id, {_MARK} FROM annotation WHERE id IN (SELECT value FROM json_each(?))",
)


# Those that hold all words in title and text together, and those that do in one mark.
_MATCHING = (
    "SELECT rowid AS one FROM article_fts WHERE article_fts MATCH :words",
    "SELECT article_id AS one FROM annotation"
    " WHERE id IN (SELECT rowid FROM annotation_fts WHERE annotation_fts MATCH :words)",
)
_EXACTLY = (
    "SELECT id AS one FROM article"
    " WHERE id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH :words)"
    f" AND says_exactly(:typed, title || {_ELSEWHERE} || char(10) || ({_BODY}))",
    f"{_MATCHING[1]} AND says_exactly(:typed, {_MARK})",
)


def matching(conn: sqlite3.Connection, typed: str, query: Query) -> set[int]:
    """The articles that fit what was typed, understood as `query`."""
    values = {"words": _expression(query), "typed": typed}
    ids: set[int] = set()
    for sql in _EXACTLY if query.exact else _MATCHING:
        # One long text: a row for each of 100,000 would take five times as long.
        (found,) = conn.execute(f"SELECT group_concat(one) FROM ({sql})", values).fetchone()
        ids.update(map(int, found.split(",")) if found else ())
    return ids


def equip(conn: sqlite3.Connection) -> None:
    """Give a connection the function that `matching` needs."""

    def says(typed: str, text: str) -> bool:
        return says_exactly(understand(typed), text)

    conn.create_function("says_exactly", 2, says, deterministic=True)


def _expression(query: Query) -> str:
    """The query for FTS5, all in quotes: nothing the user types is an operator."""
    return " AND ".join(map(_of_term, query.terms))


def _of_term(term: Term) -> str:
    written = " AND ".join(f"({' OR '.join(map(_phrase, word))})" for word in term.words)
    return f"({' OR '.join([f'({written})', *map(_phrase, term.instead)])})"


def _phrase(form: Form) -> str:
    tokens = map(fold, form.tokens) if form.exact else form.tokens
    return f'"{" ".join(tokens)}"' + " *" * form.prefix


def refresh(conn: sqlite3.Connection, articles: Iterable[int], marks: Iterable[int]) -> None:
    """Make the index say again what these articles and annotations say: the same after a change and after its undoing."""
    for index, ids in ((_ARTICLES, articles), (_MARKS, marks)):
        insert = (
            f"INSERT INTO {index.table} (rowid, {', '.join(index.columns)})"
            f" VALUES (?{', ?' * len(index.columns)})"
        )
        for removed, added in _differences(conn, index, sorted(ids)):
            conn.executemany(
                f"DELETE FROM {index.table} WHERE rowid = ?", ((row_id,) for row_id in removed)
            )
            conn.executemany(insert, ((row_id, *texts) for row_id, texts in added.items()))


def is_current(conn: sqlite3.Connection) -> bool:
    """Whether the index says what all articles and annotations say."""
    for index in (_ARTICLES, _MARKS):
        rows = conn.execute(f"SELECT id FROM {index.of} UNION SELECT rowid FROM {index.table}")
        ids = [int(row[0]) for row in rows]
        if any(removed or added for removed, added in _differences(conn, index, ids)):
            return False
    return True


def _differences(
    conn: sqlite3.Connection, index: _Index, ids: Sequence[int]
) -> Iterator[tuple[list[int], dict[int, tuple[str, ...]]]]:
    """Batch by batch, which rows must go from the index and which come into it."""
    columns = ", ".join(index.columns)
    there = f"SELECT rowid, {columns} FROM {index.table} WHERE rowid IN (SELECT value FROM json_each(?))"
    for start in range(0, len(ids), _BATCH):
        listed = (f"[{','.join(map(str, ids[start : start + _BATCH]))}]",)
        have = {row[0]: tuple(row)[1:] for row in conn.execute(there, listed)}
        wanted = {
            row[0]: tuple(fold(text) for text in tuple(row)[1:])
            for row in conn.execute(index.texts, listed)
        }
        yield (
            [row_id for row_id, texts in have.items() if wanted.get(row_id) != texts],
            {row_id: texts for row_id, texts in wanted.items() if have.get(row_id) != texts},
        )
