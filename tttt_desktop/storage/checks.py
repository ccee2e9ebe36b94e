"""What is looked at before a dossier is opened, and what `check` looks at: nothing here writes."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from urllib.parse import quote_from_bytes

from tttt_desktop.domain.errors import DossierInUse, DossierNotOurs, NotFound
from tttt_desktop.storage import consolidation, schema, search
from tttt_desktop.storage.failures import DAMAGED, IN_USE, RESTORE

_HEADER = 100  # bytes; SQLite's file format, section 1.3
_MAGIC = b"SQLite format 3\x00"
_JOURNAL_MAGIC = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
_CHOOSE = "Hãy chọn một tệp hồ sơ có đuôi .tttt."


def uri(path: Path, mode: str) -> str:
    """The SQLite URI of a file: every character of the path is only a character (`#`, `?`, `%`, UNC names)."""
    name = path.absolute().as_posix()
    root = "" if name.startswith("/") else "/"
    return f"file://{root}{quote_from_bytes(name.encode('utf-8', 'surrogateescape'), '/:')}?mode={mode}"


def check_header(path: Path) -> int:
    """The schema version of a dossier by its first 100 bytes, read without SQLite; raises NotFound, DossierNotOurs."""
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode):
            what = "một thư mục" if stat.S_ISDIR(info.st_mode) else "một thiết bị"
            raise DossierNotOurs(f"“{path.name}” là {what}, không phải hồ sơ.", _CHOOSE)
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise NotFound(
            f"Không tìm thấy hồ sơ “{path.name}”.", "Hãy kiểm tra lại tên và thư mục."
        ) from error
    except OSError as error:
        raise DossierNotOurs(
            f"Không đọc được tệp “{path.name}”.", "Hãy kiểm tra quyền đọc tệp và ổ đĩa."
        ) from error
    return _version(path, header)


def _version(path: Path, header: bytes) -> int:
    if not header:
        raise DossierNotOurs(f"Tệp “{path.name}” rỗng, không có gì trong đó.", RESTORE)
    ours = header[68:72] == schema.APPLICATION_ID.to_bytes(4, "big")
    if len(header) < _HEADER or not header.startswith(_MAGIC) or not ours:
        raise DossierNotOurs(f"Tệp “{path.name}” không phải hồ sơ của chương trình này.", _CHOOSE)
    version = int.from_bytes(header[60:64], "big")
    if version > schema.VERSION:
        raise DossierNotOurs(
            f"Hồ sơ “{path.name}” được lưu bằng bản mới hơn của chương trình.",
            "Hãy cài bản mới nhất rồi mở lại; hồ sơ vẫn nguyên vẹn.",
        )
    # A dossier is never in WAL mode: opening such a file, even to read, would leave files beside it.
    if version < 1 or header[18:20] != b"\x01\x01":
        raise DossierNotOurs(DAMAGED, RESTORE)
    return version


def has_hot_journal(path: Path) -> bool:
    """Whether a transaction was cut off: SQLite blanks the journal's head when a transaction ends."""
    try:
        with journal(path).open("rb") as file:
            return file.read(8) == _JOURNAL_MAGIC
    except OSError:
        return False


def journal(path: Path) -> Path:
    """The file beside a dossier into which SQLite writes what it needs to take a transaction back."""
    return path.with_name(path.name + "-journal")


def connect_read_only(path: Path) -> sqlite3.Connection:
    """A connection that trusts nothing in the file; raises DossierInUse when another program holds it."""
    conn = sqlite3.connect(uri(path, "ro"), uri=True, isolation_level=None, timeout=0)
    conn.execute("PRAGMA trusted_schema = OFF")
    conn.execute("PRAGMA cell_size_check = ON")
    conn.execute("PRAGMA mmap_size = 0")
    return conn


def check_content(path: Path, version: int) -> None:
    """Pages, schema and foreign keys of a file without a hot journal; raises DossierNotOurs or DossierInUse."""
    try:
        with closing(connect_read_only(path)) as conn:
            problems = content_problems(conn, version)
            (page,) = conn.execute("PRAGMA page_size").fetchone()
        if path.stat().st_size % page:  # SQLite itself takes the rest of a page to be zeros
            problems = DAMAGED, RESTORE
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise DossierInUse(IN_USE) from error
        raise DossierNotOurs(DAMAGED, RESTORE) from error
    if problems:
        raise DossierNotOurs(*problems)


def content_problems(conn: sqlite3.Connection, version: int) -> tuple[str, str] | None:
    """Message and remedy when the file is damaged or not ours, else None."""
    found = schema.objects(conn)
    wanted = schema.expected(version)
    # Table by table: newer SQLite would otherwise check FTS5's content too, which takes seconds.
    tables = [
        name
        for (kind, name), sql in found.items()
        if kind == "table" and not sql.startswith("CREATE VIRTUAL")
    ]
    for name in ("sqlite_schema", *tables):
        quoted = name.replace('"', '""')
        if [row[0] for row in conn.execute(f'PRAGMA quick_check("{quoted}")')] != ["ok"]:
            return DAMAGED, RESTORE
    if any(found.get(key) != sql for key, sql in wanted.items()):
        return DAMAGED, RESTORE
    strange = sorted(name for (kind, name) in found.keys() - wanted.keys() if found[(kind, name)])
    if strange:
        return (
            "Hồ sơ có phần lạ do chương trình khác thêm vào, nên không được mở.",
            RESTORE,
        )
    if conn.execute("PRAGMA foreign_key_check").fetchone() is not None:
        return DAMAGED, RESTORE
    return None


def problems(conn: sqlite3.Connection) -> list[str]:
    """All that is wrong with an open dossier, as Vietnamese sentences: pages, keys, search index, quotations."""
    found = []
    try:
        if [row[0] for row in conn.execute("PRAGMA integrity_check(1)")] != ["ok"]:
            found.append(DAMAGED)
        if conn.execute("PRAGMA foreign_key_check").fetchone() is not None:
            found.append("Có dòng trỏ tới dòng không còn trong hồ sơ.")
        found += _wrong_quotations(conn)
        found += _wrong_suggestions(conn)
        found += consolidation.problems(conn)
        if not search.is_current(conn):
            found.append("Chỉ mục tìm kiếm không khớp với nội dung.")
    except sqlite3.DatabaseError:
        return [DAMAGED]
    return found


def _wrong_quotations(conn: sqlite3.Connection) -> list[str]:
    rows = conn.execute(
        "SELECT annotation.id, article.title FROM annotation"
        " JOIN article ON article.id = annotation.article_id"
        " JOIN body ON body.article_id = article.id AND number ="
        " (SELECT max(number) FROM body WHERE article_id = article.id)"
        " WHERE lost = 0 AND quote <> substr(text, start + 1, stop - start)"
    )
    return [f"Đánh dấu số {row[0]} không khớp với bài “{row[1]}”." for row in rows]


def _wrong_suggestions(conn: sqlite3.Connection) -> list[str]:
    """Those outside their text, and those found in a text that is not the current one."""
    rows = conn.execute(
        "SELECT title FROM article JOIN body ON body.article_id = article.id AND number ="
        " (SELECT max(number) FROM body WHERE article_id = article.id)"
        " WHERE EXISTS (SELECT 1 FROM suggestion WHERE article_id = article.id"
        " AND state = 'open' AND stop > length(text))"
        " OR EXISTS (SELECT 1 FROM looked WHERE article_id = article.id AND body_id <> body.id)"
    )
    return [f"Gợi ý không khớp với nội dung bài “{row[0]}”." for row in rows]
