"""Search over titles, texts and marks: folded, all words, the last one while it is still being typed."""

import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tttt_desktop.domain.records import Hit, Span
from tttt_desktop.domain.text import fold, normalise

_TOKEN = re.compile(r"[^\W_]+")  # what FTS5's unicode61 takes for a word
_PART = re.compile(r'"([^"]*)"?|([^\s"]+)')
_QUOTES = str.maketrans("“”„«»", '"""""')
_LEAD, _WIDTH = 40, 160  # characters of a snippet before the first hit, and in all
_TABLES = (
    "SELECT rowid FROM article_fts WHERE article_fts MATCH ?",
    "SELECT rowid FROM body_fts WHERE body_fts MATCH ?",
    "SELECT article_id FROM annotation JOIN annotation_fts ON annotation_fts.rowid = annotation.id"
    " WHERE annotation_fts MATCH ?",
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

    @property
    def pattern(self) -> str:
        """The word for a search in folded text."""
        end = "" if self.prefix else r"(?![^\W_])"
        return r"(?<![^\W_])" + r"[\W_]+".join(map(re.escape, self.tokens)) + end


def words(query: str) -> tuple[Word, ...]:
    """The words and quoted phrases of what the user typed; the last word is a prefix until a space follows it."""
    query = fold(normalise(query)).translate(_QUOTES)
    parts = [(match[1] is None, match[1] or match[2] or "") for match in _PART.finditer(query)]
    typing = bool(query) and not query[-1].isspace()
    found = []
    for place, (bare, part) in enumerate(parts, 1):
        tokens = tuple(_TOKEN.findall(part))
        if tokens:
            found.append(Word(tokens, bare and typing and place == len(parts)))
    return tuple(found)


def matching(conn: sqlite3.Connection, wanted: Sequence[Word]) -> set[int]:
    """The articles in whose title, text or marks every word occurs."""
    found: set[int] | None = None
    for word in wanted:
        with_word = {row[0] for table in _TABLES for row in conn.execute(table, (word.expression,))}
        found = with_word if found is None else found & with_word
        if not found:
            break
    return found or set()


def hits(conn: sqlite3.Connection, query: str, limit: int) -> list[Hit]:
    """The newest `limit` articles that match, each with a piece of original text around what was found."""
    wanted = words(query)
    if not wanted:
        return []
    rows = conn.execute(
        "SELECT id, title, folded FROM article WHERE id IN (SELECT value FROM json_each(?))"
        " ORDER BY published_on DESC, id DESC LIMIT ?",
        (f"[{','.join(map(str, matching(conn, wanted)))}]", limit),
    ).fetchall()
    pattern = re.compile("|".join(f"({word.pattern})" for word in wanted))
    return [_hit(conn, row, pattern) for row in rows]


def _hit(conn: sqlite3.Connection, row: sqlite3.Row, pattern: re.Pattern[str]) -> Hit:
    body = conn.execute(
        "SELECT text, folded FROM body WHERE article_id = ? ORDER BY number DESC LIMIT 1",
        (row["id"],),
    ).fetchone()
    found = _best(pattern.finditer(body["folded"]))
    if found:
        snippet, marks = _snippet(body["text"], found)
        return Hit(row["id"], row["title"], snippet, marks, found[0])
    for text in (*_marks(conn, row["id"]), row["title"]):
        found = _best(pattern.finditer(fold(text)))
        if found:
            return Hit(row["id"], row["title"], *_snippet(text, found))
    return Hit(row["id"], row["title"], row["title"])


def _marks(conn: sqlite3.Connection, article_id: int) -> Iterable[str]:
    rows = conn.execute(
        "SELECT statement, note, quote FROM annotation WHERE article_id = ? ORDER BY start",
        (article_id,),
    )
    return (text for row in rows for text in row if text)


def _best(matches: Iterable[re.Match[str]]) -> list[Span]:
    """The matches of the snippet-wide window that holds most different words, the earliest of such windows."""
    found = [(Span(*match.span()), match.lastindex) for match in matches]
    best: list[Span] = []
    most = 0
    stop = 0
    for first, (span, _) in enumerate(found):
        while stop < len(found) and found[stop][0].stop <= span.start + _WIDTH - _LEAD:
            stop += 1
        window = found[first : max(stop, first + 1)]
        different = len({word for _, word in window})
        if different > most:
            most, best = different, [one for one, _ in window]
    return best


def _snippet(text: str, found: list[Span]) -> tuple[str, tuple[Span, ...]]:
    start = max(0, found[0].start - _LEAD)
    if start:
        start = max(text.find(" ", start, found[0].start) + 1, start)
    stop = min(len(text), max(start + _WIDTH, found[-1].stop))
    piece = text[start:stop].replace("\n", " ")
    return piece, tuple(Span(span.start - start, span.stop - start) for span in found)
