"""The one way to change a dossier: a change is one transaction, one revision, one undo step."""

# ruff: noqa: S608 - table and column names come from our own code, values are always bound

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from typing import Any

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import Cancelled, SaveFailed
from tttt_desktop.storage import alone, late, log, rows, search
from tttt_desktop.storage.failures import told

Values = Mapping[str, Any]
MERGE_WITHIN = timedelta(seconds=2)
_AT_ONCE = 20  # rows of one INSERT: SQLite notes the last id of a table once for all of them


def _never() -> bool:
    return False


class Change:
    """An open change. `changed` is what views are told, filled in before the change is committed."""

    def __init__(self, label: str, merge_key: str = "") -> None:
        self.label = label
        self.merge_key = merge_key
        self.images: log.Images = {}
        self.articles: set[int] = set()
        self.changed = Changed(label)
        self.next_ids: dict[str, int] = {}

    def concerns(self, article_id: int) -> None:
        """Say whose article a touched row belongs to, where the row itself does not."""
        self.articles.add(article_id)

    def as_changed(self, revision: int) -> Changed:
        """The change as views are told of it."""
        tables: dict[str, set[int]] = {}
        for table, row_id in self.images:
            tables.setdefault(table, set()).add(row_id)
        frozen = {table: frozenset(ids) for table, ids in tables.items()}
        return Changed(self.label, revision, frozen, frozenset(self.articles))


class Store:
    """An open dossier file that can be read through `conn` and changed through `change()` only."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        *,
        read_only: bool = False,
        clock: Callable[[], datetime] = datetime.now,
        before_change: Callable[[], None] = lambda: None,
    ) -> None:
        self.conn = conn
        self.read_only = read_only
        self.clock = clock
        self.last_saved: datetime | None = None
        self.last_changed = Changed()
        self.listeners: list[Callable[[Changed], None]] = []  # told of each committed change
        self._before_change = before_change
        self._change: Change | None = None
        self._stopped: Callable[[], bool] = _never

    @contextmanager
    def change(self, label: str, merge_key: str = "") -> Iterator[Change]:
        """Do what the block does with `insert`, `update` and `remove` wholly or not at all.

        `label` is the act in Vietnamese, as Undo will name it. A change with the same non-empty `merge_key` as the one
        before, within 2 s, becomes one undo step with it. Raises SaveFailed when the disk refuses; then nothing of the
        change is in the file, and it may be tried again.
        """
        change = Change(label, merge_key)
        with self._transaction(change):
            yield change
            change.changed = self._log(change)
        self._committed(change.changed)

    @contextmanager
    def stoppable(self, stopped: Callable[[], bool]) -> Iterator[None]:
        """Ask between two steps whether what the block changes is to stop; then Cancelled, and nothing was changed."""
        self._stopped = stopped
        try:
            yield
        finally:
            self._stopped = _never

    @contextmanager
    def derived(self) -> Iterator[Change]:
        """Insert rows that follow from others: wholly or not at all as a change, but no undo step. Raises SaveFailed.

        What can be redone stays so. Undo and redo take such rows along when the text they follow from goes. Nothing of
        the person's is touched, so that no backup is made before.
        """
        change = Change("")
        with self._transaction(change, backed_up=False):
            yield change
            change.changed = change.as_changed(0)
        self._committed(change.changed)

    def insert(self, table: str, values: Values) -> int:
        """Add a row; gives its new id, which was never used before."""
        return self.insert_many(table, [values])[0]

    def insert_many(self, table: str, values: Sequence[Values]) -> list[int]:
        """Add rows that all have the same columns, in one statement; gives their ids in order."""
        ids = self._write_rows(table, values)
        change = self._open
        change.images.update(dict.fromkeys((table, row_id) for row_id in ids))
        if table == "article":
            change.articles.update(ids)
        else:
            change.articles.update(row["article_id"] for row in values if "article_id" in row)
        return ids

    def insert_for_good(self, table: str, values: Sequence[Values]) -> list[int]:
        """Add rows that undoing leaves alone: the bytes of a file need no second copy in the history."""
        return self._write_rows(table, values)

    def update(self, table: str, row_id: int, values: Values) -> bool:
        """Set columns of a row; False when they all had these values already (then nothing is logged)."""
        before = self._must_have(table, row_id)
        new = {name: value for name, value in values.items() if before[name] != value}
        if not new:
            return False
        self._open.images.setdefault((table, row_id), before)
        self._note_article(table, row_id, before)
        sets = ", ".join(f"{name} = ?" for name in new)
        self.conn.execute(f"UPDATE {table} SET {sets} WHERE id = ?", (*new.values(), row_id))
        return True

    def remove(self, table: str, row_id: int) -> None:
        """Delete a row; its children must be removed in the same change."""
        self._take_out(table, row_id, self._must_have(table, row_id))
        self.conn.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))

    def update_all(self, table: str, ids: Sequence[int], values: Values) -> bool:
        """Set the same columns of many rows; False when all had these values already. Raises LookupError."""
        return self.update_each(table, dict.fromkeys(ids, values))

    def update_each(self, table: str, wanted: Mapping[int, Values]) -> bool:
        """Set columns of many rows, by id, as `update` does of one; False when nothing is new. Raises LookupError."""
        changing: dict[tuple[str, ...], list[int]] = {}
        for row_id, before in self._must_have_all(table, list(wanted)).items():
            values = wanted[row_id]
            if any(before[name] != value for name, value in values.items()):
                changing.setdefault(tuple(values), []).append(row_id)
                self._open.images.setdefault((table, row_id), before)
                self._note_article(table, row_id, before)
        for columns, ids in changing.items():
            sets = ", ".join(f"{name} = ?" for name in columns)
            self.conn.executemany(
                f"UPDATE {table} SET {sets} WHERE id = ?",
                ((*wanted[row_id].values(), row_id) for row_id in ids),
            )
        return bool(changing)

    def remove_all(self, table: str, ids: Sequence[int]) -> None:
        """Delete many rows in one statement; their children must be removed in the same change. Raises LookupError."""
        for row_id, before in self._must_have_all(table, ids).items():
            self._take_out(table, row_id, before)
        self.conn.execute(
            f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (rows.listed(ids),)
        )

    def _take_out(self, table: str, row_id: int, before: log.Row) -> None:
        """Note a row that goes."""
        images = self._open.images
        if images.setdefault((table, row_id), before) is None:
            del images[table, row_id]  # it came and went in this change
        self._note_article(table, row_id, before)

    def ids(self, table: str, column: str, value: int) -> list[int]:
        """The ids of the rows of a table whose column has that value."""
        sql = f"SELECT id FROM {table} WHERE {column} = ? ORDER BY id"
        return [int(row[0]) for row in self.conn.execute(sql, (value,))]

    def undo(self) -> Changed | None:
        """Take back the last change that stands; None when there is none."""
        return self._walk(self._undoable, 1)

    def redo(self) -> Changed | None:
        """Make the last undone change again; None when there is none."""
        return self._walk(self._redoable, 1)

    def go_to(self, revision_id: int, at_most: int) -> Changed | None:
        """Undo or redo until this revision is the last that stands (0: none), `at_most` so many steps, in one commit.

        None when that is so already: call it until then. What is undone can be made again.
        """
        return self._walk(lambda: self._next_on_the_way_to(revision_id), at_most)

    def undo_alone(self, revision_id: int, label: str, article_id: int | None = None) -> Changed:
        """Undo one change among later ones, as a new change with this label; `article_id`: only what it did there.

        Raises UserError naming the change that stands in the way, NotFound.
        """
        with self.change(label) as change:
            wanted = alone.plan(self.conn, revision_id, self.clock().date(), article_id)
            change.images, change.articles = rows.present(self.conn, wanted.rows), wanted.articles
            rows.put(self.conn, wanted.rows, change.images)
        return change.changed

    @property
    def undo_label(self) -> str:
        """The act that `undo` would take back, "" when there is none."""
        row = self._undoable("label")
        return str(row["label"]) if row else ""

    @property
    def redo_label(self) -> str:
        """The act that `redo` would make again, "" when there is none."""
        row = self._redoable("label")
        return str(row["label"]) if row else ""

    def weight(self, revision_id: int | None = None, *, undone: bool = False) -> int:
        """The letters that the history keeps of a revision, by default of the one that `undo` (or `redo`) turns over."""
        size = "coalesce(length(changes), 0) AS weight"
        if revision_id is not None:
            row = self._one(f"SELECT {size} FROM revision WHERE id = ?", revision_id)
        else:
            row = self._redoable(size) if undone else self._undoable(size)
        return int(row["weight"]) if row else 0

    def last_change_at(self) -> datetime | None:
        """When the newest change was made, None when there is none."""
        row = self._one("SELECT at FROM revision ORDER BY id DESC LIMIT 1")
        return datetime.fromisoformat(row["at"]) if row else None

    @property
    def _open(self) -> Change:
        if self._change is None:
            raise RuntimeError("rows are changed inside a change only")
        self._look_up()
        return self._change

    def _look_up(self) -> None:
        if self._stopped():
            raise Cancelled

    @contextmanager
    def _transaction(self, change: Change, *, backed_up: bool = True) -> Iterator[None]:
        if self._change is not None:
            raise RuntimeError("a change is open already")
        if self.read_only:
            raise SaveFailed(
                "Hồ sơ đang mở ở chế độ chỉ đọc.",
                "Hãy đóng cửa sổ khác đang mở hồ sơ, hoặc chép hồ sơ sang nơi ghi được, rồi mở lại.",
            )
        if backed_up:
            self._before_change()
        self._change = change
        try:
            with told():
                self.conn.execute("BEGIN IMMEDIATE")
                self.conn.execute("PRAGMA defer_foreign_keys = ON")
                yield
                self.conn.execute("COMMIT")
        finally:
            self._change = None
            if self.conn.in_transaction:
                with suppress(sqlite3.Error):  # what went wrong before is what must be told
                    self.conn.execute("ROLLBACK")

    def _committed(self, changed: Changed) -> None:
        if changed.revision:
            self.last_saved = self.clock()
        self.last_changed = changed
        for told_of in self.listeners:
            told_of(changed)

    def _log(self, change: Change) -> Changed:
        if not change.images:
            return change.changed
        self._refresh_index(change)
        last = self._mergeable(change)
        if last is None:
            return change.as_changed(self._new_revision(change))
        images, articles = log.load(last["changes"])
        changes = log.dump({**change.images, **images}, change.articles | articles)
        self.conn.execute(
            "UPDATE revision SET at = ?, changes = ? WHERE id = ?",
            (self.clock().isoformat(), changes, last["id"]),
        )
        return change.as_changed(last["id"])

    def _mergeable(self, change: Change) -> sqlite3.Row | None:
        """The revision this change continues: the last one, of the same key, moments ago, with nothing undone since."""
        last = self._undoable() if change.merge_key else None
        if last is None or last["merge_key"] != change.merge_key:
            return None
        age = self.clock() - datetime.fromisoformat(last["at"])
        return last if timedelta(0) <= age <= MERGE_WITHIN and not self._redoable("id") else None

    def _new_revision(self, change: Change) -> int:
        self.conn.execute("DELETE FROM revision WHERE undone = 1")
        changes = log.dump(change.images, change.articles)
        cursor = self.conn.execute(
            "INSERT INTO revision (label, merge_key, at, changes) VALUES (?, ?, ?, ?)",
            (change.label, change.merge_key, self.clock().isoformat(), changes),
        )
        return int(cursor.lastrowid or 0)

    def _undoable(self, columns: str = "*") -> sqlite3.Row | None:
        """All of it may be as long as the articles that were removed."""
        sql = f"SELECT {columns} FROM revision WHERE undone = 0 ORDER BY id DESC LIMIT 1"
        return self._one(sql)

    def _redoable(self, columns: str = "*") -> sqlite3.Row | None:
        return self._one(f"SELECT {columns} FROM revision WHERE undone = 1 ORDER BY id LIMIT 1")

    def _next_on_the_way_to(self, revision_id: int) -> sqlite3.Row | None:
        last, following = self._undoable(), self._redoable()
        if last is not None and last["id"] > revision_id:
            return last
        return following if following is not None and following["id"] <= revision_id else None

    def _walk(self, following: Callable[[], sqlite3.Row | None], steps: int) -> Changed | None:
        """Turn over the revisions that `following` gives one after the other, in one commit."""
        revision = following()
        if revision is None:
            return None
        change = Change(revision["label"])
        with self._transaction(change):
            while revision is not None and steps:
                last = revision["id"]
                self._turn_over(revision, change)
                steps -= 1
                revision = following() if steps else None
            self._refresh_index(change)
        self._committed(change.as_changed(last))
        return self.last_changed

    def _turn_over(self, revision: sqlite3.Row, change: Change) -> None:
        """Put the logged rows in place of the present ones, and log those: undo and redo are the same."""
        self._look_up()
        images, articles = log.load(revision["changes"])
        images |= dict.fromkeys(late.strays(self.conn, images))
        before = rows.present(self.conn, images)
        rows.put(self.conn, images, before)
        self.conn.execute(
            "UPDATE revision SET undone = ?, changes = ? WHERE id = ?",
            (1 - revision["undone"], log.dump(before, articles), revision["id"]),
        )
        change.images = before | change.images  # as a row was before the first of several steps
        change.articles |= articles

    def _refresh_index(self, change: Change) -> None:
        self._look_up()
        marks = rows.differing(self.conn, change.images, "annotation", search.MARK_COLUMNS)
        search.refresh(self.conn, self._retold(change), marks)

    def _retold(self, change: Change) -> Iterable[int]:
        """The articles that may be found by other words now."""
        if any(table in ("body", "further_source") for table, _ in change.images):
            return change.articles
        return rows.differing(self.conn, change.images, "article", ("title",))

    def _note_article(self, table: str, row_id: int, values: Values) -> None:
        if table == "article":
            self._open.concerns(row_id)
        elif "article_id" in values:
            self._open.concerns(values["article_id"])

    def _one(self, sql: str, *values: object) -> sqlite3.Row | None:
        row: sqlite3.Row | None = self.conn.execute(sql, values).fetchone()
        return row

    def _row(self, table: str, row_id: int) -> log.Row | None:
        row = self._one(f"SELECT * FROM {table} WHERE id = ?", row_id)
        return dict(row) if row else None

    def _must_have(self, table: str, row_id: int) -> log.Row:
        row = self._row(table, row_id)
        if row is None:
            raise LookupError(f"{table} {row_id}")
        return row

    def _must_have_all(self, table: str, ids: Sequence[int]) -> dict[int, log.Row]:
        found = rows.present(self.conn, ((table, row_id) for row_id in ids))
        gone = [row_id for (_, row_id), row in found.items() if row is None]
        if gone:
            raise LookupError(f"{table} {gone}")
        return {row_id: row for (_, row_id), row in found.items() if row is not None}

    def _write_rows(self, table: str, values: Sequence[Values]) -> list[int]:
        if not values:
            return []
        ids = self._new_ids(table, len(values))
        columns = ("id", *values[0])
        for start in range(0, len(values), _AT_ONCE):
            some = zip(ids[start:], values[start : start + _AT_ONCE], strict=False)
            flat = [value for row_id, row in some for value in (row_id, *row.values())]
            self.conn.execute(rows.insert_sql(table, columns, len(flat) // len(columns)), flat)
        return list(ids)

    def _new_ids(self, table: str, count: int) -> range:
        next_ids = self._open.next_ids
        if table not in next_ids:
            row = self._one("SELECT seq FROM sqlite_sequence WHERE name = ?", table)
            next_ids[table] = row["seq"] + 1 if row else 1
        next_ids[table] += count
        return range(next_ids[table] - count, next_ids[table])
