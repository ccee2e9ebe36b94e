"""The offices' own templates of a dossier; their documents are stored once and stay when a template goes."""

import hashlib
import json
import sqlite3
from datetime import date
from typing import Any, NamedTuple

from tttt_desktop.domain.text import fold
from tttt_desktop.storage.store import Store


class Kept(NamedTuple):
    """A template without its document. `kind`: "signed" or "marked"; `fields` as `services.own_template` wrote them."""

    id: int
    name: str
    kind: str
    file_id: int
    fields: dict[str, Any]
    added_on: date


def every(conn: sqlite3.Connection) -> list[Kept]:
    """All of them, the oldest first."""
    rows = conn.execute(
        "SELECT id, name, kind, file_id, fields, added_on FROM own_template ORDER BY id"
    )
    return [
        Kept(one[0], one[1], one[2], one[3], json.loads(one[4]), date.fromisoformat(one[5]))
        for one in rows
    ]


def document(conn: sqlite3.Connection, file_id: int) -> bytes:
    """The document of a template."""
    row = conn.execute("SELECT content FROM own_template_file WHERE id = ?", (file_id,)).fetchone()
    return bytes(row[0])


def add(store: Store, name: str, kind: str, content: bytes, fields: dict[str, Any]) -> int:
    """A new template inside a change; gives its id."""
    values = {
        "name": name,
        "folded": fold(name),
        "kind": kind,
        "file_id": _file(store, content),
        "fields": _json(fields),
        "added_on": store.clock().date().isoformat(),
    }
    return store.insert("own_template", values)


def _file(store: Store, content: bytes) -> int:
    """The document, which is kept once however often it is used."""
    digest = hashlib.sha256(content).hexdigest()
    row = store.conn.execute(
        "SELECT id FROM own_template_file WHERE sha256 = ?", (digest,)
    ).fetchone()
    if row is not None:
        return int(row[0])
    rows = [{"sha256": digest, "content": content}]
    return store.insert_for_good("own_template_file", rows)[0]


def rename(store: Store, template_id: int, name: str) -> None:
    """Another name."""
    store.update("own_template", template_id, {"name": name, "folded": fold(name)})


def set_fields(store: Store, template_id: int, fields: dict[str, Any]) -> None:
    """Where the fields are now."""
    store.update("own_template", template_id, {"fields": _json(fields)})


def remove(store: Store, template_id: int) -> None:
    """Take a template away; its document stays, so that this can be undone."""
    store.remove("own_template", template_id)


def _json(fields: dict[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False, sort_keys=True)
