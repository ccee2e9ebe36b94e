"""The fields of a dossier: their order, their names, and where a name that is no more has gone."""

import json
import sqlite3

from tttt_desktop.domain.text import fold
from tttt_desktop.storage.store import Change, Store

_RENAMED = "fields_renamed"


def key_of(name: str) -> str:
    """What makes two names the same: blanks, case and diacritics apart."""
    return fold(" ".join(name.split()))


def in_use(conn: sqlite3.Connection) -> list[tuple[int, str, int]]:
    """Id, name and number of annotations of each field, in their order."""
    rows = conn.execute(
        "SELECT field.id, name, count(annotation.id) FROM field"
        " LEFT JOIN annotation ON field_id = field.id GROUP BY field.id ORDER BY position, field.id"
    )
    return [(row[0], row[1], row[2]) for row in rows]


def with_name(conn: sqlite3.Connection, name: str) -> int | None:
    """The field of that name, if there is one."""
    row = conn.execute("SELECT id FROM field WHERE folded = ?", (key_of(name),)).fetchone()
    return int(row[0]) if row else None


def id_of(store: Store, name: str) -> int | None:
    """The field of a name, also of one it had before; made, as the last, when there is none. None for an empty name."""
    name = " ".join(name.split())
    if not name:
        return None
    return with_name(store.conn, name) or _renamed(store.conn, name) or add(store, name)


def _renamed(conn: sqlite3.Connection, name: str) -> int | None:
    """The field that had this name before."""
    new_name = new_names(conn).get(key_of(name))
    return with_name(conn, new_name) if new_name else None


def add(store: Store, name: str) -> int:
    """A new field after the others."""
    last = store.conn.execute("SELECT coalesce(max(position), 0) FROM field").fetchone()[0]
    return store.insert("field", {"name": name, "folded": key_of(name), "position": last + 1})


def rename(store: Store, change: Change, field_id: int, name: str) -> None:
    """Another name for a field; what is still found under the old one goes there, too."""
    row = store.conn.execute("SELECT name FROM field WHERE id = ?", (field_id,)).fetchone()
    store.update("field", field_id, {"name": name, "folded": key_of(name)})
    _concern(store, change, field_id)
    _send(store, key_of(row["name"]), field_id)


def merge(store: Store, change: Change, field_id: int, into: int) -> None:
    """All annotations of a field go to another one, and it goes."""
    row = store.conn.execute("SELECT name FROM field WHERE id = ?", (field_id,)).fetchone()
    _concern(store, change, field_id)
    for annotation_id in store.ids("annotation", "field_id", field_id):
        store.update("annotation", annotation_id, {"field_id": into})
    gone = {name: into for name, old in _gone(store.conn).items() if old == field_id}
    store.remove("field", field_id)
    _send(store, key_of(row["name"]), into, gone)


def remove(store: Store, field_id: int) -> None:
    """Take a field away that no annotation has."""
    left = {name: one for name, one in _gone(store.conn).items() if one != field_id}
    store.remove("field", field_id)
    _put(store, left)


def put_in_order(store: Store, ids: list[int]) -> None:
    """The order in which reports and lists have them."""
    for position, field_id in enumerate(ids, 1):
        store.update("field", field_id, {"position": position})


def new_names(conn: sqlite3.Connection) -> dict[str, str]:
    """Key of a name that is no more -> what its field is called now."""
    gone = _gone(conn)
    if not gone:
        return {}
    names = {row["id"]: row["name"] for row in conn.execute("SELECT id, name FROM field")}
    known = {key_of(name) for name in names.values()}
    return {key: names[one] for key, one in gone.items() if key not in known and one in names}


def _concern(store: Store, change: Change, field_id: int) -> None:
    rows = store.conn.execute(
        "SELECT DISTINCT article_id FROM annotation WHERE field_id = ?", (field_id,)
    )
    for row in rows:
        change.concerns(row[0])


def _gone(conn: sqlite3.Connection) -> dict[str, int]:
    row = conn.execute("SELECT value FROM setting WHERE key = ?", (_RENAMED,)).fetchone()
    return dict(json.loads(row["value"])) if row else {}


def _send(store: Store, key: str, field_id: int, more: dict[str, int] | None = None) -> None:
    _put(store, {**_gone(store.conn), **(more or {}), key: field_id})


def _put(store: Store, gone: dict[str, int]) -> None:
    row = store.conn.execute("SELECT id FROM setting WHERE key = ?", (_RENAMED,)).fetchone()
    value = json.dumps(gone, ensure_ascii=False)
    if row is not None:
        store.update("setting", row["id"], {"value": value})
    elif gone:
        store.insert("setting", {"key": _RENAMED, "value": value})
