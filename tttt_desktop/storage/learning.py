"""What learning reads of the decisions, and the few rows of its own."""

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.records import Basis, Kind, Proposal, Span, SuggestionState
from tttt_desktop.domain.stretches import stretches
from tttt_desktop.storage import suggestions
from tttt_desktop.storage.store import Store

_KINDS = {kind.value: kind for kind in Kind}  # faster than Kind(value), and met by the thousand
_STATES = {state.value: state for state in SuggestionState}
_BASES = {basis.value: basis for basis in Basis}


class Found(NamedTuple):
    """A suggestion in any state; `ruled` as in `Proposal`."""

    id: int
    span: Span
    rule: str
    kind: Kind
    basis: Basis
    field: str
    ruled: str
    state: SuggestionState
    annotation_id: int | None


class Marked(NamedTuple):
    """An annotation that has its place."""

    id: int
    span: Span
    kind: Kind
    basis: Basis
    field: str
    by_hand: bool


class Own(NamedTuple):
    """A row of learning's own: what was "brought" from the dossier `origin`, or is "forgotten"."""

    id: int
    kind: str
    origin: str
    content: dict[str, Any]


def decided(conn: sqlite3.Connection, limit: int) -> list[int]:
    """The articles in which something was decided, the last imported first."""
    rows = conn.execute(
        "SELECT article_id FROM annotation UNION SELECT article_id FROM suggestion"
        " WHERE state IN ('accepted', 'declined') ORDER BY 1 DESC LIMIT ?",
        (limit,),
    )
    return [int(row[0]) for row in rows]


def count(conn: sqlite3.Connection) -> int:
    """How many passages were decided on."""
    row = conn.execute(
        "SELECT (SELECT count(*) FROM annotation)"
        " + (SELECT count(*) FROM suggestion WHERE state = 'declined')"
    ).fetchone()
    return int(row[0])


def is_done(conn: sqlite3.Connection, article_id: int) -> bool:
    """Whether the person has finished with an article; False for one that is not there."""
    row = conn.execute("SELECT state = 'done' FROM article WHERE id = ?", (article_id,)).fetchone()
    return bool(row and row[0])


def found_in(conn: sqlite3.Connection, article_id: int) -> list[Found]:
    """All suggestions of an article."""
    rows = conn.execute(
        "SELECT id, start, stop, rule, kind, details, state, annotation_id FROM suggestion"
        " WHERE article_id = ? ORDER BY start, stop, id",
        (article_id,),
    )
    return [_found(row) for row in rows]


def _found(row: sqlite3.Row) -> Found:
    number, start, stop, rule, kind, details, state, annotation_id = row
    basis, field, ruled = _told(details)
    span = Span(start, stop)
    return Found(
        number, span, rule, _KINDS[kind], basis, field, ruled, _STATES[state], annotation_id
    )


@lru_cache(maxsize=512)
def _told(details: str) -> tuple[Basis, str, str]:
    """Basis, field and what the rules said: asked for again after every decision in the same article."""
    values = json.loads(details)
    basis = Basis(values.get("task", {}).get("basis", Basis.ASSIGNED))
    return basis, values.get("field", ""), values.get("ruled", "")


def marked_in(conn: sqlite3.Connection, article_id: int) -> list[Marked]:
    """The annotations of an article, but those whose text is gone."""
    rows = conn.execute(f"{_MARKED} WHERE article_id = ? AND lost = 0", (article_id,))
    return [_marked(row) for row in rows]


def marked(conn: sqlite3.Connection) -> list[Marked]:
    """All annotations of the dossier."""
    return [_marked(row) for row in conn.execute(_MARKED)]


def declined(conn: sqlite3.Connection) -> list[int]:
    """The suggestions that were declined."""
    return [row[0] for row in conn.execute("SELECT id FROM suggestion WHERE state = 'declined'")]


def done(conn: sqlite3.Connection) -> list[int]:
    """The articles that are done."""
    return [row[0] for row in conn.execute("SELECT id FROM article WHERE state = 'done'")]


_MARKED = (
    "SELECT annotation.id, start, stop, kind, basis, field.name, origin FROM annotation"
    " LEFT JOIN field ON field.id = field_id LEFT JOIN task ON task.annotation_id = annotation.id"
)


def _marked(row: sqlite3.Row) -> Marked:
    return Marked(
        row[0],
        Span(row[1], row[2]),
        _KINDS[row[3]],
        _BASES[row[4]] if row[4] else Basis.ASSIGNED,
        row[5] or "",
        row[6] == "hand",
    )


def unfinished(conn: sqlite3.Connection, among: Sequence[int] | None = None) -> list[int]:
    """The articles (of all, or among some) that are not done, have their suggestions, and stand in their first text.

    The last imported first. A later text has moved suggestions, which an undo moves back: those stay as they are.
    """
    rows = conn.execute(
        "SELECT article.id FROM article JOIN looked ON looked.article_id = article.id"
        " WHERE state <> 'done' AND NOT EXISTS"
        " (SELECT 1 FROM body WHERE article_id = article.id AND number > 1)"
        " AND (:among IS NULL OR article.id IN (SELECT value FROM json_each(:among)))"
        " ORDER BY article.id DESC",
        {"among": None if among is None else json.dumps(list(among))},
    )
    return [int(row[0]) for row in rows]


def renew(store: Store, found: Mapping[int, Sequence[Proposal]]) -> Changed:
    """Put what is found by now in place of the open suggestions of `unfinished` articles, as `suggestions.put` does.

    Decided suggestions stay, and what shares words with them or with a mark is not suggested again. One transaction, no
    undo step; a suggestion that stays keeps its id. Errors: SaveFailed.
    """
    with store.derived() as change:
        for article_id, proposals in found.items():
            _renew(store, article_id, proposals)
    return change.changed


def _renew(store: Store, article_id: int, proposals: Sequence[Proposal]) -> None:
    there = found_in(store.conn, article_id)
    taken = [one.span for one in marked_in(store.conn, article_id)]
    taken += [one.span for one in there if one.state is not SuggestionState.OPEN]
    fresh = {
        one.span: suggestions.row(article_id, one)
        for one in proposals
        if not any(one.span.overlaps(span) for span in taken)
    }
    for old in there:
        if old.state is SuggestionState.OPEN:
            row = fresh.pop(old.span, None)
            if row is None:
                store.remove("suggestion", old.id)
            else:
                store.update("suggestion", old.id, row)
    store.insert_many("suggestion", list(fresh.values()))


def own(conn: sqlite3.Connection) -> list[Own]:
    """Learning's own rows, the oldest first."""
    rows = conn.execute("SELECT id, kind, origin, content FROM learned ORDER BY id")
    return [Own(row[0], row[1], row[2], _content(row[3])) for row in rows]


def _content(text: str) -> dict[str, Any]:
    """The content of a row; nothing when it is damaged."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def add(store: Store, kind: str, origin: str, content: dict[str, Any]) -> None:
    """Add a row of learning's own, inside an open change."""
    values = {
        "kind": kind,
        "origin": origin,
        "noted_at": store.clock().isoformat(),
        "content": json.dumps(content, ensure_ascii=False, separators=(",", ":")),
    }
    store.insert("learned", values)


def clear(store: Store) -> None:
    """Remove all rows of learning's own, inside an open change."""
    for one in own(store.conn):
        store.remove("learned", one.id)


class Runs:
    """Ids kept as runs. Whatever is read for them, even hostile, costs no more than its own length."""

    def __init__(self, runs: Sequence[Sequence[int]]) -> None:
        self._runs = sorted((first, last) for first, last in runs)

    @classmethod
    def of(cls, value: object) -> "Runs":
        """What `as_runs` made; no ids for anything else."""
        pairs = value if isinstance(value, list) else []
        sound = [
            pair
            for pair in pairs
            if isinstance(pair, list) and len(pair) == 2 and all(type(end) is int for end in pair)
        ]
        return cls(sound)

    def __contains__(self, row_id: int) -> bool:
        at = bisect_right(self._runs, row_id, key=_first) - 1
        return at >= 0 and row_id <= self._runs[at][1]


def _first(run: tuple[int, int]) -> int:
    return run[0]


NO_RUNS = Runs(())


def as_runs(ids: Iterable[int]) -> list[list[int]]:
    """Ids as pairs of the first and the last of each run: thousands of decisions take a few of them."""
    return [[run[0], run[-1]] for run in stretches(ids)]
