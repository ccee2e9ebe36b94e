"""The one way to change a dossier: a change is one transaction, one revision, one undo step."""

# ruff: noqa: S608 - table and column names come from our own code, values are always bound

import base64
import json
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from typing import Any

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import SaveFailed
from tttt_desktop.storage import search
from tttt_desktop.storage.failures import told

Values = Mapping[str, Any]
Image = dict[str, Any] | None  # a row to go back to; None: there was no such row
MERGE_WITHIN = timedelta(seconds=2)


class Change:
    """An open change. `changed` is what views are told, filled in once the change is committed."""

    def __init__(self, label: str, merge_key: str) -> None:
        self.label = label
        self.merge_key = merge_key
        self.images: dict[tuple[str, int], Image] = {}
        self.articles: set[int] = set()
        self.changed = Changed()

    def concerns(self, article_id: int) -> None:
        """Say whose article a touched row belongs to, where the row itself does not."""
        self.articles.add(article_id)


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
        self._before_change = before_change
        self._change: Change | None = None
        self._next_ids: dict[str, int] = {}

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

    def insert(self, table: str, values: Values) -> int:
        """Add a row; gives its new id, which was never used before."""
        return self.insert_many(table, [values])[0]

    def insert_many(self, table: str, rows: Sequence[Values]) -> list[int]:
        """Add rows that all have the same columns, in one statement; gives their ids in order."""
        if not rows:
            return []
        first = self._next_id(table)
        ids = list(range(first, first + len(rows)))
        self._next_ids[table] = first + len(rows)
        columns = ("id", *rows[0])
        self.conn.executemany(
            _insert(table, columns),
            ((row_id, *values.values()) for row_id, values in zip(ids, rows, strict=True)),
        )
        for row_id, values in zip(ids, rows, strict=True):
            self._touch(table, row_id, None, values)
        return ids

    def update(self, table: str, row_id: int, values: Values) -> bool:
        """Set columns of a row; False when they all had these values already (then nothing is logged)."""
        before = self._row(table, row_id)
        if before is None:
            raise LookupError(f"{table} {row_id}")
        new = {name: value for name, value in values.items() if before[name] != value}
        if not new:
            return False
        self._touch(table, row_id, before, before)
        sets = ", ".join(f"{name} = ?" for name in new)
        self.conn.execute(
            f"UPDATE {table} SET {sets} WHERE id = ?",
            (*new.values(), row_id),
        )
        return True

    def remove(self, table: str, row_id: int) -> None:
        """Delete a row; its children must be removed in the same change."""
        before = self._row(table, row_id)
        if before is None:
            raise LookupError(f"{table} {row_id}")
        self._touch(table, row_id, before, before)
        self._delete(table, row_id)
        if self._open.images[table, row_id] is None:
            del self._open.images[table, row_id]  # it came and went in this change

    def ids(self, table: str, column: str, value: int) -> list[int]:
        """The ids of the rows of a table whose column has that value."""
        sql = f"SELECT id FROM {table} WHERE {column} = ? ORDER BY id"
        return [int(row[0]) for row in self.conn.execute(sql, (value,))]

    def undo(self) -> Changed | None:
        """Take back the last change that stands; None when there is none."""
        return self._walk(self._undoable(), undone=1)

    def redo(self) -> Changed | None:
        """Make the last undone change again; None when there is none."""
        return self._walk(self._redoable(), undone=0)

    @property
    def undo_label(self) -> str:
        """The act that `undo` would take back, "" when there is none."""
        row = self._undoable()
        return str(row["label"]) if row else ""

    @property
    def redo_label(self) -> str:
        """The act that `redo` would make again, "" when there is none."""
        row = self._redoable()
        return str(row["label"]) if row else ""

    def history(self, limit: int) -> list[tuple[int, str, str, bool]]:
        """The newest changes first: revision, label, time (ISO), undone."""
        rows = self.conn.execute(
            "SELECT id, label, at, undone FROM revision ORDER BY id DESC LIMIT ?", (limit,)
        )
        return [(row["id"], row["label"], row["at"], bool(row["undone"])) for row in rows]

    def last_change_at(self) -> datetime | None:
        """When the newest change was made, None when there is none."""
        row = self._one("SELECT max(at) AS at FROM revision")
        return datetime.fromisoformat(row["at"]) if row and row["at"] else None

    def _undoable(self) -> sqlite3.Row | None:
        return self._one("SELECT * FROM revision WHERE undone = 0 ORDER BY id DESC LIMIT 1")

    def _redoable(self) -> sqlite3.Row | None:
        return self._one("SELECT * FROM revision WHERE undone = 1 ORDER BY id LIMIT 1")

    def _one(self, sql: str, *values: object) -> sqlite3.Row | None:
        row: sqlite3.Row | None = self.conn.execute(sql, values).fetchone()
        return row

    @contextmanager
    def _transaction(self, change: Change) -> Iterator[None]:
        if self._change is not None:
            raise RuntimeError("a change is open already")
        if self.read_only:
            raise SaveFailed(
                "Hồ sơ đang mở ở chế độ chỉ đọc.", "Hãy đóng cửa sổ kia rồi mở lại hồ sơ."
            )
        self._before_change()
        self._change = change
        self._next_ids.clear()
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

    def _touch(self, table: str, row_id: int, before: Image, values: Values) -> None:
        change = self._open
        change.images.setdefault((table, row_id), before)
        if table == "article":
            change.articles.add(row_id)
        elif "article_id" in values:
            change.articles.add(values["article_id"])

    @property
    def _open(self) -> Change:
        if self._change is None:
            raise RuntimeError("rows are changed inside a change only")
        return self._change

    def _log(self, change: Change) -> Changed:
        images = change.images
        if not images:
            return Changed(change.label)
        self._refresh_index(images, change.articles)
        revision = self._mergeable(change) or self._new_revision(change)
        self.conn.executemany(
            "INSERT OR IGNORE INTO revision_row (revision_id, table_name, row_id, image)"
            " VALUES (?, ?, ?, ?)",
            ((revision, table, row_id, _dump(image)) for (table, row_id), image in images.items()),
        )
        return _changed(change.label, revision, images, change.articles)

    def _refresh_index(self, touched: Collection[tuple[str, int]], articles: set[int]) -> None:
        texts = any(table in ("article", "body") for table, _ in touched)
        marks = [row_id for table, row_id in touched if table == "annotation"]
        search.refresh(self.conn, articles if texts else (), marks)

    def _mergeable(self, change: Change) -> int | None:
        last = self._undoable()
        now = self.clock()
        if (
            not change.merge_key
            or last is None
            or last["merge_key"] != change.merge_key
            or self._redoable() is not None
            or not timedelta(0) <= now - datetime.fromisoformat(last["at"]) <= MERGE_WITHIN
        ):
            return None
        articles = sorted(change.articles.union(json.loads(last["articles"])))
        self.conn.execute(
            "UPDATE revision SET at = ?, articles = ? WHERE id = ?",
            (now.isoformat(), json.dumps(articles), last["id"]),
        )
        return int(last["id"])

    def _new_revision(self, change: Change) -> int:
        self.conn.execute(
            "DELETE FROM revision_row WHERE revision_id IN (SELECT id FROM revision WHERE undone)"
        )
        self.conn.execute("DELETE FROM revision WHERE undone = 1")
        cursor = self.conn.execute(
            "INSERT INTO revision (label, merge_key, at, articles) VALUES (?, ?, ?, ?)",
            (
                change.label,
                change.merge_key,
                self.clock().isoformat(),
                json.dumps(sorted(change.articles)),
            ),
        )
        return int(cursor.lastrowid or 0)

    def _walk(self, revision: sqlite3.Row | None, *, undone: int) -> Changed | None:
        if revision is None:
            return None
        with self._transaction(Change(revision["label"], "")):
            images = self._swap(revision["id"])
            articles = set(json.loads(revision["articles"]))
            self._refresh_index(images, articles)
            self.conn.execute(
                "UPDATE revision SET undone = ? WHERE id = ?", (undone, revision["id"])
            )
        self._committed(_changed(revision["label"], revision["id"], images, articles))
        return self.last_changed

    def _swap(self, revision_id: int) -> dict[tuple[str, int], Image]:
        """Put every logged image in place of the row as it is, and log that row: undo and redo alike.

        All rows go first and come back afterwards, so that no unique value is ever there twice on the way.
        """
        logged = self.conn.execute(
            "SELECT id, table_name, row_id, image FROM revision_row WHERE revision_id = ?",
            (revision_id,),
        ).fetchall()
        for log_id, table, row_id, _ in logged:
            self.conn.execute(
                "UPDATE revision_row SET image = ? WHERE id = ?",
                (_dump(self._row(table, row_id)), log_id),
            )
            self._delete(table, row_id)
        images = {(table, row_id): _load(image) for _, table, row_id, image in logged}
        for (table, _), image in images.items():
            if image is not None:
                self.conn.execute(_insert(table, tuple(image)), tuple(image.values()))
        return images

    def _row(self, table: str, row_id: int) -> Image:
        row = self._one(f"SELECT * FROM {table} WHERE id = ?", row_id)
        return dict(row) if row else None

    def _delete(self, table: str, row_id: int) -> None:
        self.conn.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))

    def _next_id(self, table: str) -> int:
        if table not in self._next_ids:
            row = self._one("SELECT seq FROM sqlite_sequence WHERE name = ?", table)
            self._next_ids[table] = row["seq"] + 1 if row else 1
        return self._next_ids[table]


def _insert(table: str, columns: Sequence[str]) -> str:
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"


def _changed(
    label: str, revision: int, images: Mapping[tuple[str, int], Image], articles: set[int]
) -> Changed:
    tables: dict[str, set[int]] = {}
    for table, row_id in images:
        tables.setdefault(table, set()).add(row_id)
    frozen = {table: frozenset(ids) for table, ids in tables.items()}
    return Changed(label, revision, frozen, frozenset(articles))


def _dump(image: Image) -> str | None:
    if image is None:
        return None
    return json.dumps(image, ensure_ascii=False, default=_encode_bytes)


def _encode_bytes(value: bytes) -> dict[str, str]:
    return {"base64": base64.b64encode(value).decode("ascii")}


def _load(image: str | None) -> Image:
    if image is None:
        return None
    row: dict[str, Any] = json.loads(image)
    return {
        name: base64.b64decode(value["base64"]) if isinstance(value, dict) else value
        for name, value in row.items()
    }
