"""Search over titles, texts and marks: folded, all words, the last one while it is still being typed."""

# ruff: noqa: S608 - table and column names come from our own code, values are always bound

import re
import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tttt_desktop.domain.records import Hit, Span
from tttt_desktop.domain.text import fold, normalise
from tttt_desktop.storage.schema import YEAR

_TOKEN = re.compile(r"[^\W_]+")  # what FTS5's unicode61 takes for a word
_PART = re.compile(r'"([^"]*)"?|([^\s"]+)')
_QUOTES = str.maketrans("“”„«»", '"""""')
_LEAD, _WIDTH = 40, 160  # characters of a snippet before the first hit, and in all
_MOST = 12  # places of one word looked at
# The articles that hold all words in title and text together, or in one mark.
MATCHING = (
    "SELECT rowid FROM article_fts WHERE article_fts MATCH :words UNION ALL"
    " SELECT article_id FROM annotation WHERE id IN"
    " (SELECT rowid FROM annotation_fts WHERE annotation_fts MATCH :words)"
)


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
    "SELECT id, statement || char(10) || note || char(10) || quote FROM annotation"
    " WHERE id IN (SELECT value FROM json_each(?))",
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or quoted phrase of a query, as folded tokens; the last token may be the beginning of a longer one."""

    tokens: tuple[str, ...]
    prefix: bool = False

    @property
    def expression(self) -> str:
        """The word for FTS5, in quotes: nothing the user types is an operator."""
        return f'"{" ".join(self.tokens)}"' + " *" * self.prefix

    def places(self, folded: str) -> Iterator[tuple[int, int]]:
        """Where the word stands in folded text; the first `_MOST` places are enough to choose a snippet."""
        end = "" if self.prefix else r"(?![^\W_])"
        pattern = re.compile(r"[\W_]+".join(self.tokens) + end)
        at = folded.find(self.tokens[0])
        found = 0
        while at >= 0 and found < _MOST:
            match = None if at and folded[at - 1].isalnum() else pattern.match(folded, at)
            if match:
                found += 1
                yield match.span()
            at = folded.find(self.tokens[0], at + 1)


def words(query: str) -> tuple[Word, ...]:
    """The words and quoted phrases of what the user typed; the last word is a prefix until a space follows it.

    One letter alone is no word yet while it is being typed: it would find everything.
    """
    query = fold(normalise(query)).translate(_QUOTES)
    parts = [(match[1] is None, match[1] or match[2] or "") for match in _PART.finditer(query)]
    typing = bool(query) and not query[-1].isspace()
    found = []
    for place, (bare, part) in enumerate(parts, 1):
        tokens = tuple(_TOKEN.findall(part))
        unfinished = bare and typing and place == len(parts)
        if tokens and not (unfinished and len(part) == 1 and part.isalpha()):
            found.append(Word(tokens, unfinished))
    return tuple(found)


def expression(wanted: Sequence[Word]) -> str:
    """The query for `MATCHING`."""
    return " AND ".join(word.expression for word in wanted)


def hits(conn: sqlite3.Connection, query: str, limit: int) -> list[Hit]:
    """The first `limit` articles of the list that match, each with original text around what was found."""
    wanted = words(query)
    if not wanted:
        return []
    rows = conn.execute(
        f"SELECT id, title FROM article WHERE id IN ({MATCHING})"
        f" ORDER BY {YEAR} DESC, published_on DESC, id DESC LIMIT :limit",
        {"words": expression(wanted), "limit": limit},
    ).fetchall()
    return [_hit(conn, row["id"], row["title"], wanted) for row in rows]


def _hit(conn: sqlite3.Connection, article_id: int, title: str, wanted: Sequence[Word]) -> Hit:
    """The text is shown where it holds all words, else the mark, title or further source that holds more of them."""
    body = conn.execute(
        "SELECT text FROM body WHERE article_id = ? ORDER BY number DESC LIMIT 1", (article_id,)
    ).fetchone()["text"]
    different, found = _best(fold(body), wanted)
    shown = body
    if different < len(wanted):
        for text in (*_marks(conn, article_id), title, *_elsewhere(conn, article_id)):
            more, places = _best(fold(text), wanted)
            if more > different:
                different, found, shown = more, places, text
    place = found[0] if found and shown is body else None
    return Hit(article_id, title, *_snippet(shown, found), place)


def _marks(conn: sqlite3.Connection, article_id: int) -> Iterable[str]:
    rows = conn.execute(
        "SELECT statement, note, quote FROM annotation WHERE article_id = ? ORDER BY start",
        (article_id,),
    )
    return (text for row in rows for text in row if text)


def _elsewhere(conn: sqlite3.Connection, article_id: int) -> Iterable[str]:
    rows = conn.execute(
        "SELECT title, outlet FROM further_source WHERE article_id = ? ORDER BY id", (article_id,)
    )
    return (f"{row['title']} ({row['outlet']})" if row["outlet"] else row["title"] for row in rows)


def _best(folded: str, wanted: Sequence[Word]) -> tuple[int, list[Span]]:
    """The first snippet-wide stretch that holds most different words: their number and the places."""
    places = sorted(
        (start, stop, number)
        for number, word in enumerate(wanted)
        for start, stop in word.places(folded)
    )
    best: list[tuple[int, int, int]] = []
    most = 0
    window: deque[tuple[int, int, int]] = deque()
    for place in places:
        window.append(place)
        while window[0][0] < place[1] - (_WIDTH - _LEAD) and len(window) > 1:
            window.popleft()
        different = len({number for _, _, number in window})
        if different > most:
            most, best = different, list(window)
    return most, [Span(start, stop) for start, stop, _ in best]


def _snippet(text: str, found: list[Span]) -> tuple[str, tuple[Span, ...]]:
    first, last = (found[0].start, found[-1].stop) if found else (0, 0)
    start = max(0, first - _LEAD)
    if start:
        start = max(text.find(" ", start, first) + 1, start)
    stop = min(len(text), max(start + _WIDTH, last))
    piece = text[start:stop].replace("\n", " ")
    return piece, tuple(Span(span.start - start, span.stop - start) for span in found)


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
