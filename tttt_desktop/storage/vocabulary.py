"""Names shared by all articles of a dossier: fields, agencies, legal documents; and its settings."""

import sqlite3

from tttt_desktop.domain.records import LegalDocument
from tttt_desktop.storage import fields as field_names
from tttt_desktop.storage.store import Store

DEFAULT_FIELDS = (
    "Chuyển đổi số, CNTT",
    "Bưu chính",
    "Viễn thông",
    "Báo chí, xuất bản",
    "Thông tin cơ sở, tuyên truyền",
    "Thông tin đối ngoại",
    "An toàn thông tin",
    "Cải cách hành chính",
    "Thanh tra, kiểm tra",
    "Tổ chức, khác",
)


def seed_fields(conn: sqlite3.Connection) -> None:
    """Fill a new file with the default fields (no undo step: there is nothing to go back to)."""
    conn.executemany(
        "INSERT INTO field (name, folded, position) VALUES (?, ?, ?)",
        [(name, field_names.key_of(name), place) for place, name in enumerate(DEFAULT_FIELDS, 1)],
    )


def field_id(store: Store, name: str) -> int | None:
    """The id of a field by its name, made when it is new; None for an empty name."""
    return field_names.id_of(store, name)


def agency_id(store: Store, name: str) -> int | None:
    """The id of an agency by its name, made when it is new; None for an empty name."""
    name = " ".join(name.split())
    if not name:
        return None
    key = field_names.key_of(name)
    found = store.conn.execute("SELECT id FROM agency WHERE folded = ?", (key,)).fetchone()
    return int(found["id"]) if found else store.insert("agency", {"name": name, "folded": key})


def document_id(store: Store, document: LegalDocument) -> int:
    """The id of a legal document with the same kind, number, date and issuer, made when it is new."""
    values = {
        "kind": document.kind,
        "number": document.number,
        "issued_on": document.issued_on.isoformat() if document.issued_on else None,
        "issuer": document.issuer,
    }
    row = store.conn.execute(
        "SELECT id FROM legal_document"
        " WHERE number = :number AND kind = :kind AND issued_on IS :issued_on AND issuer = :issuer",
        values,
    ).fetchone()
    return int(row["id"]) if row else store.insert("legal_document", values)


def fields(conn: sqlite3.Connection) -> list[str]:
    """The fields in their order."""
    return _column(conn, "SELECT name FROM field ORDER BY position, id")


def agencies(conn: sqlite3.Connection) -> list[str]:
    """All agencies named so far."""
    return _column(conn, "SELECT name FROM agency ORDER BY position, folded")


def people(conn: sqlite3.Connection) -> list[str]:
    """All assigners named so far, and the leaders whom articles name as present, with their posts before the name."""
    return _column(
        conn,
        "SELECT assigner FROM task WHERE assigner <> ''"
        " UNION SELECT trim(post || ' ' || name) FROM official ORDER BY 1",
    )


def numbers_of_documents(conn: sqlite3.Connection) -> list[str]:
    """The numbers of all legal documents named so far."""
    return _column(
        conn, "SELECT DISTINCT number FROM legal_document WHERE number <> '' ORDER BY number"
    )


def setting(conn: sqlite3.Connection, key: str, default: str = "") -> str:
    """A setting of the dossier, `default` when it was never set."""
    row = conn.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return str(row["value"]) if row else default


def put_setting(store: Store, key: str, value: str) -> None:
    """Set one setting."""
    row = store.conn.execute("SELECT id FROM setting WHERE key = ?", (key,)).fetchone()
    if row:
        store.update("setting", row["id"], {"value": value})
    else:
        store.insert("setting", {"key": key, "value": value})


def _column(conn: sqlite3.Connection, sql: str) -> list[str]:
    return [str(row[0]) for row in conn.execute(sql)]
