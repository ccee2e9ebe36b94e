"""The standing changes after one, as far as they have to do with its rows: who left which row as it is now."""

import json
import re
import sqlite3
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from tttt_desktop.storage import log
from tttt_desktop.storage.log import Images, Row
from tttt_desktop.storage.relations import Key

_FEW = 60  # ids; to look for more of them in a text takes longer than to read it
_HEAD = len('{"articles": ')  # how log.dump begins


@dataclass(frozen=True)
class Later:
    """One of them."""

    label: str
    at: datetime
    changes: str = field(repr=False)

    @cached_property
    def images(self) -> Images:
        """The rows it touched, as they were before it."""
        return log.load(self.changes)[0]

    @cached_property
    def articles(self) -> frozenset[int]:
        """The articles it concerns."""
        return frozenset(json.loads(self.changes[_HEAD : self.changes.index("]") + 1]))

    def named(self, today: date) -> str:
        """ "«Sửa thời hạn» lúc 14:32", with the day unless that is today."""
        day = "" if self.at.date() == today else f" ngày {self.at:%d/%m/%Y}"
        return f"«{self.label}» lúc {self.at:%H:%M}{day}"


class Following:
    """What came after revision `after` and touches any of the rows `keys`, or concerns any of the articles."""

    def __init__(
        self, conn: sqlite3.Connection, after: int, keys: Collection[Key], articles: set[int]
    ) -> None:
        self._conn, self._after = conn, after
        mentions = _mentioning(keys)
        self.all = [
            one
            for one in self._standing()
            if mentions(one.changes) or not one.articles.isdisjoint(articles)
        ]
        self._first: dict[Key, Row | None] = {}
        self._last: dict[Key, Later] = {}
        for one in self.all:
            for key, image in one.images.items():
                self._first.setdefault(key, image)
                self._last[key] = one

    def left(self, key: Key, present: Row | None) -> Row | None:
        """The row as it was before any of these changes, when it is `present` now."""
        return self._first.get(key, present)

    def last(self, key: Key) -> Later | None:
        """Who touched this row last; it need not be one of `keys`."""
        if key not in self._last:
            mentions = _mentioning([key])
            for one in self._standing():
                if mentions(one.changes) and key in one.images:
                    self._last[key] = one
        return self._last.get(key)

    def _standing(self) -> Iterator[Later]:
        rows = self._conn.execute(
            "SELECT label, at, changes FROM revision WHERE id > ? AND undone = 0 ORDER BY id",
            (self._after,),
        )
        return (Later(row[0], datetime.fromisoformat(row[1]), row[2]) for row in rows)


def _mentioning(keys: Collection[Key]) -> Callable[[str], bool]:
    """A quick look whether the log of a change may hold one of these rows: its id, or a run of ids."""
    ids = {row_id for _, row_id in keys}
    if len(ids) > _FEW:
        return lambda _: True
    search = re.compile(rf'"(?:{"|".join(map(str, ids)) or "-"}|\d+-\d+)":').search
    return lambda changes: search(changes) is not None
