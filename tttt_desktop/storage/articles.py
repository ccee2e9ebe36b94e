"""Articles: stored in bulk, read one at a time, removed with all that hangs on them."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tttt_desktop.domain.errors import NotFound
from tttt_desktop.domain.likeness import Fingerprint, digest, fingerprint, to_hex
from tttt_desktop.domain.records import (
    Article,
    ArticleState,
    Aside,
    FurtherSource,
    ParsedArticle,
    Proposal,
)
from tttt_desktop.storage import suggestions
from tttt_desktop.storage.details import day
from tttt_desktop.storage.store import Store

_TOGETHER = 20  # articles whose bytes are in memory at a time,
_BYTES_TOGETHER = 1024 * 1024  # unless they are that many


class Incoming(NamedTuple):
    """An article to store. `proposals`: what was found in it, None when nobody has looked yet.

    `mark`: the fingerprint of its text, if it has been computed before; one that does not fit is not used.
    """

    parsed: ParsedArticle
    proposals: Sequence[Proposal] | None = None
    mark: Fingerprint | None = None


def add_article(
    store: Store,
    parsed: ParsedArticle,
    proposals: Sequence[Proposal] | None,
    mark: Fingerprint | None = None,
) -> int:
    """Store one article inside an open change; gives its id. The values are those of `Incoming`."""
    return add_articles(store, [Incoming(parsed, proposals, mark)])[0]


def add_articles(store: Store, incoming: Iterable[Incoming]) -> list[int]:
    """Store articles with sources, bodies, asides, officials and suggestions inside an open change; gives their ids.

    They are taken a few at a time, so that an iterator need not hold the bytes of all.
    """
    ids: list[int] = []
    for some in _batches(incoming):
        ids += _add_some(store, some)
    return ids


def _batches(incoming: Iterable[Incoming]) -> Iterator[list[Incoming]]:
    some: list[Incoming] = []
    size = 0
    for one in incoming:
        some.append(one)
        size += len(one.parsed.raw)
        if len(some) == _TOGETHER or size > _BYTES_TOGETHER:
            yield some
            some, size = [], 0
    if some:
        yield some


def _add_some(store: Store, some: Sequence[Incoming]) -> list[int]:
    now = store.clock().isoformat()
    articles = [one.parsed for one in some]
    sources = _source_ids(store, articles, now)
    ids = store.insert_many("article", [_values(one, sources[one.sha256]) for one in articles])
    texts = [(article_id, one.text) for article_id, one in zip(ids, articles, strict=True)]
    bodies = [
        body_values(article_id, 1, text, _mark_of(text, one.mark), "", now)
        for (article_id, text), one in zip(texts, some, strict=True)
    ]
    body_ids = store.insert_many("body", bodies)
    for table, rows in (("aside", _asides), ("official", _officials)):
        owned = zip(ids, articles, strict=True)
        store.insert_many(table, [row for owner, one in owned for row in rows(owner, one)])
    found = zip(ids, body_ids, (one.proposals for one in some), strict=True)
    looked = [(article, body, what) for article, body, what in found if what is not None]
    suggestions.add(store, looked)
    return ids


def _mark_of(text: str, mark: Fingerprint | None) -> Fingerprint:
    return mark if mark and mark.fits(text) else fingerprint(text)


def add_source(store: Store, article_id: int, parsed: ParsedArticle) -> None:
    """Keep what was read as one more source of an article, inside an open change; raises NotFound.

    The text of the article stays the one it has; the bytes of the further source are kept as those of any import.
    """
    article(store.conn, article_id)
    sources = _source_ids(store, [parsed], store.clock().isoformat())
    values = {
        "article_id": article_id,
        "source_id": sources[parsed.sha256],
        "digest": digest(parsed.text),
        "title": parsed.title,
        "outlet": parsed.outlet,
        "byline": parsed.byline,
        "published_on": parsed.published_on.isoformat() if parsed.published_on else None,
    }
    store.insert("further_source", values)


def _officials(article_id: int, parsed: ParsedArticle) -> list[dict[str, object]]:
    named = dict.fromkeys(official for official in parsed.officials if official.name)
    return [
        {"article_id": article_id, "name": official.name, "post": official.post}
        for official in named
    ]


def _values(parsed: ParsedArticle, source_id: int) -> dict[str, object]:
    return {
        "source_id": source_id,
        "title": parsed.title,
        "outlet": parsed.outlet,
        "byline": parsed.byline,
        "published_on": parsed.published_on.isoformat() if parsed.published_on else None,
        "published_time": parsed.published_time,
        "event_on": parsed.event_on.isoformat() if parsed.event_on else None,
        "province": parsed.province,
        "review_year": parsed.review_year or None,
        "plan_year": parsed.plan_year or None,
    }


def _source_ids(store: Store, articles: Sequence[ParsedArticle], now: str) -> dict[str, int]:
    """The ids of the files the articles were read from, by their digests; the same bytes are kept once."""
    wanted = json.dumps([one.sha256 for one in articles])
    there = store.conn.execute(
        "SELECT sha256, id FROM source WHERE sha256 IN (SELECT value FROM json_each(?))", (wanted,)
    )
    known = dict(there.fetchall())
    fresh = {one.sha256: one for one in articles if one.sha256 not in known}
    rows = [
        {
            "kind": one.kind,
            "name": one.name,
            "sha256": one.sha256,
            "imported_at": now,
            "raw": one.raw,
        }
        for one in fresh.values()
    ]
    return known | dict(zip(fresh, store.insert_for_good("source", rows), strict=True))


def body_values(
    article_id: int, number: int, text: str, mark: Fingerprint, reason: str, now: str
) -> dict[str, object]:
    """The columns of a body: `number` counts from 1, `reason` says why a later one was made."""
    return {
        "article_id": article_id,
        "number": number,
        "digest": mark.digest,
        "sketch": to_hex(mark.sketch),
        "reason": reason,
        "made_at": now,
        "text": text,
    }


def _asides(article_id: int, parsed: ParsedArticle) -> list[dict[str, object]]:
    """The paragraphs set aside, each with the place in the body before which it would stand again."""
    rows: list[dict[str, object]] = []
    at = 0
    last = max(0, sum(len(block.text) + 1 for block in parsed.blocks if not block.reason) - 1)
    for block in parsed.blocks:
        if block.reason:
            place = min(at, last)
            rows.append(
                {"article_id": article_id, "at": place, "text": block.text, "reason": block.reason}
            )
        else:
            at += len(block.text) + 1
    return rows


def article(conn: sqlite3.Connection, article_id: int) -> Article:
    """What is known about an article; raises NotFound."""
    check_there(conn, [article_id])
    return some(conn, [article_id])[article_id]


def check_there(conn: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Raise NotFound when one of these articles no longer exists."""
    wanted = f"[{','.join(map(str, set(ids)))}]"
    there = "SELECT count(*) FROM article WHERE id IN (SELECT value FROM json_each(?))"
    if conn.execute(there, (wanted,)).fetchone()[0] != len(set(ids)):
        raise NotFound("Bài viết này không còn trong hồ sơ.", "Hãy chọn một bài khác.")


def some(conn: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Article]:
    """What is known about these articles, by id; those that no longer exist are not in it."""
    wanted = f"[{','.join(map(str, ids))}]"
    rows = conn.execute(
        "SELECT article.*, source.name AS source_name FROM article"
        " JOIN source ON source.id = source_id"
        " WHERE article.id IN (SELECT value FROM json_each(?))",
        (wanted,),
    ).fetchall()
    further = _further_sources(conn, wanted)
    return {row["id"]: _article(row, tuple(further.get(row["id"], ()))) for row in rows}


def _article(row: sqlite3.Row, sources: tuple[FurtherSource, ...]) -> Article:
    return Article(
        id=row["id"],
        source_name=row["source_name"],
        title=row["title"],
        outlet=row["outlet"],
        byline=row["byline"],
        published_on=day(row["published_on"]),
        published_time=row["published_time"],
        event_on=day(row["event_on"]),
        province=row["province"],
        review_year=row["review_year"],
        plan_year=row["plan_year"],
        state=ArticleState(row["state"]),
        note=row["note"],
        sources=sources,
    )


def _further_sources(conn: sqlite3.Connection, wanted: str) -> dict[int, list[FurtherSource]]:
    found: dict[int, list[FurtherSource]] = {}
    for article_id, name, outlet, title, byline, published_on in conn.execute(
        "SELECT article_id, name, outlet, title, byline, published_on FROM further_source"
        " JOIN source ON source.id = source_id"
        " WHERE article_id IN (SELECT value FROM json_each(?)) ORDER BY further_source.id",
        (wanted,),
    ):
        one = FurtherSource(name, outlet, title, byline, day(published_on))
        found.setdefault(article_id, []).append(one)
    return found


def current_body(conn: sqlite3.Connection, article_id: int) -> sqlite3.Row:
    """id, number and text of the body that counts; raises NotFound."""
    row: sqlite3.Row | None = conn.execute(
        "SELECT id, number, text FROM body WHERE article_id = ? ORDER BY number DESC LIMIT 1",
        (article_id,),
    ).fetchone()
    if row is None:
        raise NotFound("Bài viết này không còn trong hồ sơ.", "Hãy chọn một bài khác.")
    return row


def current_bodies(conn: sqlite3.Connection, ids: Iterable[int]) -> dict[int, sqlite3.Row]:
    """id, number and text of the bodies that count, by article id; articles that no longer exist are not in it."""
    rows = conn.execute(
        "SELECT article_id, id, number, text FROM body"
        " WHERE article_id IN (SELECT value FROM json_each(?)) ORDER BY number",
        (f"[{','.join(map(str, ids))}]",),
    )
    return {row["article_id"]: row for row in rows}


def asides(conn: sqlite3.Connection, article_id: int) -> tuple[Aside, ...]:
    """What was set aside from an article, in text order."""
    rows = conn.execute(
        "SELECT id, article_id, at, text, reason FROM aside WHERE article_id = ? ORDER BY at, id",
        (article_id,),
    )
    return tuple(Aside(*row) for row in rows)


def aside(conn: sqlite3.Connection, aside_id: int) -> Aside:
    """One paragraph that was set aside; raises NotFound."""
    row = conn.execute(
        "SELECT id, article_id, at, text, reason FROM aside WHERE id = ?", (aside_id,)
    ).fetchone()
    if row is None:
        raise NotFound("Đoạn này không còn nữa.", "Hãy chọn một đoạn khác.")
    return Aside(*row)


def with_sources(conn: sqlite3.Connection, sha256: Iterable[str]) -> dict[str, int]:
    """Digests of bytes -> the first article one of whose sources is a file with these bytes, where there is one."""
    return _first_of(
        conn,
        "SELECT sha256, article.id FROM source JOIN article ON source_id = source.id WHERE sha256 IN"
        " (SELECT value FROM json_each(:wanted)) UNION ALL"
        " SELECT sha256, article_id FROM source JOIN further_source ON source_id = source.id"
        " WHERE sha256 IN (SELECT value FROM json_each(:wanted)) ORDER BY 2 DESC",
        sha256,
    )


def with_digests(conn: sqlite3.Connection, digests: Iterable[str]) -> dict[str, int]:
    """Digests of texts -> the first article with such a text, now or before a correction or in a further source."""
    return _first_of(
        conn,
        "SELECT digest, article_id FROM body WHERE digest IN (SELECT value FROM json_each(:wanted))"
        " UNION ALL SELECT digest, article_id FROM further_source"
        " WHERE digest IN (SELECT value FROM json_each(:wanted)) ORDER BY 2 DESC",
        digests,
    )


def _first_of(conn: sqlite3.Connection, query: str, wanted: Iterable[str]) -> dict[str, int]:
    rows = conn.execute(query, {"wanted": json.dumps(list(wanted))})
    return dict(rows.fetchall())  # the last of equal keys stays, which is the smallest id


def sketches(conn: sqlite3.Connection, start: int, most: int) -> list[tuple[int, str]]:
    """The sketches of the current texts of the next articles from id `start` on, as `likeness.from_hex` reads them."""
    rows = conn.execute(
        "SELECT article_id, sketch, max(number) FROM body WHERE article_id >= ?"
        " GROUP BY article_id ORDER BY article_id LIMIT ?",
        (start, most),
    )
    return [(row[0], row[1]) for row in rows]
