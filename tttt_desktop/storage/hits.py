"""What is shown of a search: of each article the piece of original text that says most of what was looked for."""

# ruff: noqa: S608 - table and column names come from our own code, values are always bound

import json
import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tttt_desktop.domain.query import Place, Query, places, runs, stretches
from tttt_desktop.domain.records import Hit, Span

_LEAD, _WIDTH = 40, 160  # characters of a snippet before the first hit, and in all
_AMONG = "IN (SELECT value FROM json_each(?))"
_TEXTS = f"""
    SELECT article.id, title, text FROM article JOIN body ON article_id = article.id
    AND number = (SELECT max(number) FROM body WHERE article_id = article.id) WHERE article.id {_AMONG}
"""
_MARKS = f"""
    SELECT article_id, id, statement, note, quote FROM annotation
    WHERE article_id {_AMONG} ORDER BY article_id, start, id
"""
_SOURCES = f"""
    SELECT article_id, NULL AS id, title || iif(outlet = '', '', ' (' || outlet || ')')
    FROM further_source WHERE article_id {_AMONG} ORDER BY article_id, id
"""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text that may be shown, the number of words of the query said in one stretch of it, and where."""

    text: str
    words: int
    found: tuple[Span, ...]
    annotation_id: int | None = None


def of_articles(conn: sqlite3.Connection, query: Query, ids: Sequence[int]) -> list[Hit]:
    """A hit for each of these articles, in their order; three questions for all of them together."""
    listed = (json.dumps(list(ids)),)
    bodies = {row["id"]: row for row in conn.execute(_TEXTS, listed)}
    found = {one: places(query, row["text"]) for one, row in bodies.items()}
    said = {one: _piece(query, row["text"], found[one]) for one, row in bodies.items()}
    wanted = query.slots.bit_count()
    short = (json.dumps([one for one, piece in said.items() if piece.words < wanted]),)
    others = _others(conn.execute(_MARKS, short)), _others(conn.execute(_SOURCES, short))
    return [
        _hit(query, bodies[one], found[one], said[one], *(kind.get(one, ()) for kind in others))
        for one in ids
        if one in bodies
    ]


Other = tuple[int | None, str]


def _others(rows: Iterable[sqlite3.Row]) -> dict[int, tuple[Other, ...]]:
    """Article -> the texts of its rows, each with the id of the row."""
    return {
        article_id: tuple(
            (row["id"], text) for row in some for text in tuple(row)[2:] if text.strip()
        )
        for article_id, some in groupby(rows, key=lambda row: int(row["article_id"]))
    }


def _hit(
    query: Query,
    row: sqlite3.Row,
    found: Sequence[Place],
    body: _Piece,
    marks: Sequence[Other],
    sources: Sequence[Other],
) -> Hit:
    """The body is shown unless a mark, the title or a further source says more of the words, in this order."""
    best = body
    for annotation_id, text in (*marks, (None, row["title"]), *sources):
        if best.words == query.slots.bit_count():
            break
        piece = _piece(query, text, places(query, text), annotation_id)
        if piece.words > best.words:
            best = piece
    snippet, lit = _snippet(best)
    return Hit(
        article_id=row["id"],
        title=row["title"],
        snippet=snippet,
        marks=lit,
        span=body.found[0] if best is body and body.found else None,
        count=len(stretches(query, row["text"], found)),
        title_marks=tuple(stretches(query, row["title"])),
        annotation_id=best.annotation_id,
    )


def _piece(
    query: Query, text: str, found: Sequence[Place], annotation_id: int | None = None
) -> _Piece:
    whole = next(runs(query, text, found), None)
    if whole is not None:
        return _Piece(text, query.slots.bit_count(), (whole,), annotation_id)
    return _Piece(text, *_densest(found), annotation_id)


def _densest(found: Iterable[Place]) -> tuple[int, tuple[Span, ...]]:
    """The first snippet-wide stretch that holds most different words: their number and the places."""
    best: tuple[Place, ...] = ()
    most = 0
    window: deque[Place] = deque()
    for place in found:
        window.append(place)
        while window[0].start < place.stop - (_WIDTH - _LEAD) and len(window) > 1:
            window.popleft()
        words = _words(window)
        if words > most:
            most, best = words, tuple(window)
    return most, tuple(_apart(best))


def _words(some: Iterable[Place]) -> int:
    said = 0
    for place in some:
        said |= place.slots
    return said.bit_count()


def _apart(some: Iterable[Place]) -> Iterator[Span]:
    stop = 0
    for place in some:
        if place.start >= stop:
            yield Span(place.start, place.stop)
            stop = place.stop


def _snippet(piece: _Piece) -> tuple[str, tuple[Span, ...]]:
    text, found = piece.text, piece.found
    first, last = (found[0].start, found[-1].stop) if found else (0, 0)
    start = max(0, first - _LEAD)
    if start:
        start = max(text.find(" ", start, first) + 1, start)
    stop = min(len(text), max(start + _WIDTH, last))
    lit = tuple(Span(span.start - start, span.stop - start) for span in found)
    return text[start:stop].replace("\n", " "), lit
