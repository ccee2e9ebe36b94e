"""The list of articles: which, in what order, and how many have each value. In memory: a column for each value.

In SQL each count would be a walk over all articles; 100,000 of them are filtered here in a few milliseconds.
"""

# ruff: noqa: S608 - table and column names come from our own code, values are always bound

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.query import understand, without_unfinished_letter
from tttt_desktop.domain.records import ArticleFilter
from tttt_desktop.domain.text import fold
from tttt_desktop.storage import search
from tttt_desktop.storage.schema import YEAR

Facets = dict[str, list[tuple[str, int]]]
Mask = int  # a byte for each article in the order of the list, 1 where it is wanted

_NEWEST = f"{YEAR} DESC, published_on DESC, id DESC"
_OPEN = "SELECT article_id, count(*) FROM suggestion WHERE state = 'open' GROUP BY article_id"
_COLUMNS = {
    "years": f"coalesce({YEAR}, '')",
    "provinces": "province",
    "outlets": "outlet",
    "states": "state",
}
_ROWS = (
    f"SELECT id, coalesce(published_on, '') AS day,"
    f" {', '.join(f'{sql} AS {name}' for name, sql in _COLUMNS.items())}"
    " FROM article WHERE id IN (SELECT value FROM json_each(?))"
)
_APART = "\x1f"  # no text of ours has this character
_MOST_PATCHED = 1000
_RANKS = 1_000_000  # more than there are provinces, or suggestions in one article


class Shelf:
    """What the list of an open dossier is filtered by. It must be told of every committed change."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._ids: list[int] | None = None
        self._columns: dict[str, list[str]] = {}
        self._seen = -1
        self._masked: dict[tuple[str, tuple[str, ...]], Mask] = {}
        self._masked_at = -1

    def note(self, changed: Changed) -> None:
        """Follow a change: a row here and there is read again, after anything larger all of them when next needed."""
        touched = changed.tables.get("article", frozenset())
        if touched and not self._patch(touched):
            self._forget()
        self._seen = self._conn.total_changes

    def ids(self, filter: ArticleFilter) -> list[int]:
        """The ids of the list in its order: year groups newest first, then `filter.order`."""
        all_ids = self._all_ids()
        masks = self._masks(filter)
        ordered = filter.order in ("province", "suggestions")
        if not masks and not ordered:
            return list(all_ids)
        wanted = _flags(_both(masks.values(), len(all_ids)), len(all_ids))
        if not ordered:
            return list(compress(all_ids, wanted))
        keys = self._sort_keys(filter.order)
        return [all_ids[at] for at in sorted(compress(range(len(all_ids)), wanted), key=keys)]

    def facets(self, filter: ArticleFilter) -> Facets:
        """ "years", "provinces", "outlets", "states", "fields", "suggestions": value and number of articles.

        Each is counted under the other conditions. Years newest first, fields in their order, else the most first.
        """
        masks, size = self._masks(filter), len(self._all_ids())

        def under_others(facet: str) -> Mask:
            return _both((mask for name, mask in masks.items() if name != facet), size)

        found = {name: self._count(name, _flags(under_others(name), size)) for name in _COLUMNS}
        found["years"].sort(reverse=True)
        found["fields"] = self._fields(under_others("fields"))
        with_open = under_others("suggestions") & self._with_suggestions()
        return {**found, "suggestions": [("", with_open.bit_count())]}

    def states(self, filter: ArticleFilter) -> dict[str, int]:
        """The number of articles in each state under the other conditions."""
        masks, size = self._masks(filter), len(self._all_ids())
        others = _both((mask for name, mask in masks.items() if name != "states"), size)
        return dict(self._count("states", _flags(others, size)))

    # -- conditions -----------------------------------------------------------------------------

    def _masks(self, filter: ArticleFilter) -> dict[str, Mask]:
        """A mask for each condition there is. The last ones are kept: list, tabs and counts all ask for the same."""
        if self._masked_at != self._conn.total_changes:
            self._masked, self._masked_at = {}, self._conn.total_changes
        before, self._masked = self._masked, {}
        for name, wanted in _conditions(filter).items():
            key = name, wanted
            self._masked[key] = before[key] if key in before else self._mask_of(name, wanted)
        return {name: mask for (name, _), mask in self._masked.items()}

    def _mask_of(self, name: str, wanted: tuple[str, ...]) -> Mask:
        if name == "query":
            query = without_unfinished_letter(understand(wanted[0]))
            return self._among(search.matching(self._conn, wanted[0], query))
        if name == "fields":
            return self._among(self._with_fields(wanted))
        if name == "suggestions":
            return self._with_suggestions()
        return _mask(map(frozenset(wanted).__contains__, self._column(name)))

    def _with_suggestions(self) -> Mask:
        return self._among({row[0] for row in self._conn.execute(_OPEN)})

    def _with_fields(self, names: Sequence[str]) -> set[int]:
        rows = self._conn.execute(
            "SELECT DISTINCT article_id FROM annotation JOIN field ON field.id = field_id"
            " WHERE field.name IN (SELECT value FROM json_each(?))",
            (json.dumps(names),),
        )
        return {row[0] for row in rows}

    def _among(self, ids: set[int]) -> Mask:
        return _mask(map(ids.__contains__, self._all_ids())) if ids else 0

    def _chosen(self, mask: Mask) -> Iterator[int]:
        all_ids = self._all_ids()
        return compress(all_ids, _flags(mask, len(all_ids)))

    # -- counts and order -----------------------------------------------------------------------

    def _count(self, name: str, wanted: bytes) -> list[tuple[str, int]]:
        counts = Counter(compress(self._column(name), wanted))
        del counts[""]
        return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))

    def _fields(self, wanted: Mask) -> list[tuple[str, int]]:
        pairs = self._conn.execute(
            "SELECT DISTINCT field_id, article_id FROM annotation WHERE field_id IS NOT NULL"
        ).fetchall()
        ids = set(self._chosen(wanted)) if pairs else set()
        counts = Counter(field for field, article_id in pairs if article_id in ids)
        names = self._conn.execute("SELECT id, name FROM field ORDER BY position, id")
        return [(name, counts[field]) for field, name in names if counts[field]]

    def _sort_keys(self, order: str) -> Callable[[int], int]:
        """A key for each place in the list: the year stays first, equal ones stay as they are."""
        if order == "province":
            provinces = self._column("provinces")
            names = sorted(set(provinces), key=lambda name: (not name, fold(name), name))
            rank = {name: place for place, name in enumerate(names)}
            ranks: Iterable[int] = map(rank.__getitem__, provinces)
        else:
            counts = dict(self._conn.execute(_OPEN).fetchall())
            ranks = (_RANKS - 1 - counts.get(one, 0) for one in self._all_ids())
        years = self._column("years")
        first = {year: place * _RANKS for place, year in enumerate(dict.fromkeys(years))}
        return [first[year] + rank for year, rank in zip(years, ranks, strict=True)].__getitem__

    # -- the columns ----------------------------------------------------------------------------

    def _all_ids(self) -> list[int]:
        if self._ids is None or self._seen != self._conn.total_changes:
            self._forget()
            (found,) = self._conn.execute(
                f"SELECT group_concat(id) FROM (SELECT id FROM article ORDER BY {_NEWEST})"
            ).fetchone()
            self._ids = list(map(int, found.split(","))) if found else []
            self._seen = self._conn.total_changes
        return self._ids

    def _column(self, name: str) -> list[str]:
        if not self._all_ids():
            return []
        if name not in self._columns:
            # In the order of the table, which is read three times as fast as in that of the list.
            (said,) = self._conn.execute(
                f"SELECT group_concat(said, '{_APART}') FROM"
                f" (SELECT {_COLUMNS[name]} AS said FROM article ORDER BY id)"
            ).fetchone()
            values = said.split(_APART)
            shared = {
                one: one for one in values
            }  # one object for equal texts: counted five times as fast
            value = dict(zip(sorted(self._all_ids()), map(shared.__getitem__, values), strict=True))
            self._columns[name] = [value[article_id] for article_id in self._all_ids()]
        return self._columns[name]

    def _forget(self) -> None:
        self._ids, self._columns = None, {}

    def _patch(self, touched: frozenset[int]) -> bool:
        """Read the touched articles again where they stand; False when the list has to be read anew."""
        if self._ids is None or len(touched) > _MOST_PATCHED:
            return False
        places = [at for at, article_id in enumerate(self._ids) if article_id in touched]
        around = {one for at in places for one in self._ids[max(0, at - 1) : at + 2]}
        rows = {row["id"]: row for row in self._conn.execute(_ROWS, (json.dumps(list(around)),))}
        if (
            len(places) != len(touched)
            or len(rows) != len(around)
            or not self._ordered(places, rows)
        ):
            return False
        for name, column in self._columns.items():
            for at in places:
                column[at] = str(rows[self._ids[at]][name])
        return True

    def _ordered(self, places: Iterable[int], rows: Mapping[int, sqlite3.Row]) -> bool:
        """Whether the articles at these places still stand rightly between their neighbours."""
        assert self._ids is not None
        for at in places:
            keys = [_place_of(rows[one]) for one in self._ids[max(0, at - 1) : at + 2]]
            if keys != sorted(keys, reverse=True):
                return False
        return True


def _place_of(row: sqlite3.Row) -> tuple[int, str, int]:
    return int(row["years"] or 0), row["day"], row["id"]


def _conditions(filter: ArticleFilter) -> dict[str, tuple[str, ...]]:
    """What each condition that is set asks for."""
    asked = without_unfinished_letter(understand(filter.query))
    wanted = {
        "years": tuple(map(str, filter.years)),
        "provinces": filter.provinces,
        "outlets": filter.outlets,
        "states": (filter.state.value,) if filter.state else (),
        "fields": filter.fields,
        "suggestions": ("open",) if filter.with_suggestions else (),
        "query": (filter.query,) if asked else (),
    }
    return {name: values for name, values in wanted.items() if values}


def _mask(wanted: Iterable[bool]) -> Mask:
    return int.from_bytes(bytes(wanted), "big")


def _both(masks: Iterable[Mask], size: int) -> Mask:
    all_of_them = int.from_bytes(b"\1" * size, "big")
    for mask in masks:
        all_of_them &= mask
    return all_of_them


def _flags(mask: Mask, size: int) -> bytes:
    return mask.to_bytes(size, "big")
