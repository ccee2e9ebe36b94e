"""When a dossier began, and when its articles came. Times are local, as they were noted."""

import sqlite3
from datetime import datetime


def first_source(conn: sqlite3.Connection) -> tuple[str, datetime] | None:
    """Digest and time of the first file that was ever imported; bytes stay for good, so it stays the same."""
    row = conn.execute("SELECT sha256, imported_at FROM source ORDER BY id LIMIT 1").fetchone()
    return (row[0], datetime.fromisoformat(row[1])) if row else None


def imported(conn: sqlite3.Connection) -> dict[int, datetime]:
    """When each article came, by its id."""
    rows = conn.execute(
        "SELECT article.id, imported_at FROM article JOIN source ON source.id = source_id"
    )
    return {row[0]: datetime.fromisoformat(row[1]) for row in rows}
