"""The dossier as a file: made, opened, locked, copied. Python's sqlite3 alone opens it while it is open."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from tttt_desktop.domain.errors import DossierInUse, DossierNotOurs, UserError
from tttt_desktop.storage import backups, checks, holder, schema, search
from tttt_desktop.storage.failures import DAMAGED, IN_USE, RESTORE, told, user_error
from tttt_desktop.storage.vocabulary import seed_fields

_PAGES_KEPT = -16_000  # cache_size: 16 MB
_COPY = "dossier.tttt"
_COPIES_TRIED = 3
_held: set[tuple[int, int]] = (
    set()
)  # files this process has open: a second open() would drop our lock


@dataclass(slots=True)
class OpenFile:
    """A connection to a dossier that passed all checks, and what must be undone when it is closed."""

    path: Path
    conn: sqlite3.Connection
    read_only: bool
    recovered: bool = False  # the program did not close properly last time
    copy: TemporaryDirectory[str] | None = None  # the folder of the private copy that is read
    identity: tuple[int, int] | None = None
    name: IO[str] | None = None  # ours beside the dossier, locked
    closed: bool = False

    def close(self) -> None:
        """Give the file back, once. The name beside it goes first: without the lock it could be another's."""
        if self.closed:
            return
        self.closed = True
        if not self.read_only:
            holder.remove(self.path, self.name)
        self.conn.close()
        if self.identity:
            _held.discard(self.identity)
        if self.copy:
            self.copy.cleanup()


def create(path: Path) -> None:
    """Make an empty dossier where there is no file yet; raises UserError. It appears whole or not at all."""
    try:
        if path.exists():
            raise FileExistsError
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with temporary_beside(path) as draft:
            with told(), closing_connection(draft, "rw") as conn:
                conn.execute("BEGIN")  # the disk is waited for once, not for each step and field
                schema.migrate(conn)
                seed_fields(conn)
                conn.execute("COMMIT")
            put_in_place(draft, path)
    except FileExistsError as error:
        raise UserError(f"Đã có tệp “{path.name}” ở đó.", "Hãy chọn tên khác.") from error
    except (OSError, ValueError) as error:
        raise UserError(
            f"Không tạo được hồ sơ “{path.name}”.",
            "Hãy chọn thư mục khác hoặc kiểm tra quyền ghi và dung lượng ổ đĩa.",
        ) from error


def put_in_place(draft: Path, path: Path) -> None:
    """Rename the draft, unless something lies under the name by then: FileExistsError, and the draft stays."""
    if os.name == "nt":
        draft.rename(path)
        return
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links: take the name first
        path.touch(exist_ok=False)
        draft.replace(path)
    else:
        draft.unlink()


@contextmanager
def temporary_beside(path: Path) -> Iterator[Path]:
    """An empty private file in the folder of `path`, gone afterwards unless it was renamed."""
    descriptor, name = tempfile.mkstemp(suffix=".tmp", prefix=".tttt-", dir=path.parent)
    os.close(descriptor)
    draft = Path(name)
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def closing_connection(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    """A plain connection to a file nobody else knows, closed afterwards; nothing of it gets into files elsewhere."""
    conn = sqlite3.connect(checks.uri(path, mode), uri=True, isolation_level=None, timeout=0)
    conn.execute("PRAGMA temp_store = MEMORY")
    try:
        yield conn
    finally:
        conn.close()


def open_dossier(path: Path, *, read_only: bool = False, now: datetime | None = None) -> OpenFile:
    """Open a dossier after all checks; what is refused is not touched. Raises DossierInUse, DossierNotOurs, NotFound.

    Read-only means a private copy: it shows one moment, and neither disturbs nor waits for the program that holds the
    file. A file or disk that cannot be written is opened so, too.
    """
    path = path.absolute()
    identity = _identity(path)
    if identity in _held:
        raise _in_use(path)
    version = checks.check_header(path)
    if read_only:
        return _open_copy(path, version)
    if holder.is_held(path):
        raise _in_use(path)
    cut_off = _check(path, version)
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        return _open_copy(path, version)
    conn = _lock(path)
    opened = OpenFile(path, conn, False, cut_off or holder.left_behind(path), None, identity)
    _held.add(identity)
    opened.name = holder.write(path, now or datetime.now())
    if version < schema.VERSION:
        _upgrade(opened, version)
    return opened


def _identity(path: Path) -> tuple[int, int]:
    try:
        info = path.stat()
    except (OSError, ValueError):
        return (0, 0)
    return (info.st_dev, info.st_ino)


def _in_use(path: Path) -> DossierInUse:
    return DossierInUse(
        IN_USE.removesuffix(".") + holder.described(path) + ".",
        "Hãy đóng cửa sổ đó, hoặc mở chỉ đọc.",
    )


def _check(path: Path, version: int) -> bool:
    """Check the content; True when a transaction was cut off and will be rolled back by opening for writing."""
    try:
        if checks.has_hot_journal(path) and not _is_locked(path):
            _private_copy(path, version).cleanup()
            return True
        checks.check_content(path, version)
    except DossierInUse:
        raise _in_use(path) from None
    return False


def _is_locked(path: Path) -> bool:
    """Whether another program holds the file: SQLite looks for a holder before it looks at the journal."""
    conn = checks.connect_read_only(path)
    try:
        conn.execute("SELECT 1 FROM sqlite_schema")
    except sqlite3.DatabaseError as error:
        return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
    finally:
        conn.close()
    return True  # readable in spite of a filled journal: its writer is alive


def _private_copy(path: Path, version: int) -> TemporaryDirectory[str]:
    """A checked copy of the file as its last whole transaction left it, in a folder of its own.

    While the file is being written a copy can be torn; then the next one is tried.
    """
    for _ in range(_COPIES_TRIED):
        folder = TemporaryDirectory(prefix="tttt-", ignore_cleanup_errors=True)
        copy = Path(folder.name) / _COPY
        try:
            shutil.copyfile(path, copy)
            with suppress(FileNotFoundError):
                shutil.copyfile(checks.journal(path), checks.journal(copy))
            with closing_connection(copy, "rw") as conn:
                conn.execute(
                    "SELECT 1 FROM sqlite_schema"
                ).fetchone()  # rolls back what was cut off
            checks.check_content(copy, version)
            return folder
        except OSError as error:
            folder.cleanup()
            raise UserError(
                f"Không chép tạm được hồ sơ “{path.name}” để đọc.",
                "Hãy kiểm tra dung lượng của ổ đĩa hệ thống.",
            ) from error
        except (sqlite3.Error, DossierNotOurs):
            folder.cleanup()
    raise DossierNotOurs(DAMAGED, RESTORE)


def _open_copy(path: Path, version: int) -> OpenFile:
    folder = _private_copy(path, version)
    copy = Path(folder.name) / _COPY
    if version < schema.VERSION:
        with closing_connection(copy, "rw") as conn:
            schema.migrate(conn)
    return OpenFile(path, _equipped(checks.connect_read_only(copy)), True, copy=folder)


def _equipped(conn: sqlite3.Connection) -> sqlite3.Connection:
    """Rows by name, and the function that searching needs."""
    conn.row_factory = sqlite3.Row
    search.equip(conn)
    return conn


def _lock(path: Path) -> sqlite3.Connection:
    """The working connection: the exclusive lock is really taken, not only announced.

    The schema is known to be ours by now and is trusted: otherwise SQLite refuses FTS5 inside our triggers. A long change
    is made in another thread while the window waits for it: the connection is not bound to one.
    """
    conn = _equipped(
        sqlite3.connect(
            checks.uri(path, "rw"),
            uri=True,
            isolation_level=None,
            timeout=0,
            check_same_thread=False,
        )
    )
    try:
        for pragma in (
            "cell_size_check = ON",
            "mmap_size = 0",
            "locking_mode = EXCLUSIVE",
            "synchronous = EXTRA",
            "foreign_keys = ON",
            "temp_store = MEMORY",
            f"cache_size = {_PAGES_KEPT}",
        ):
            conn.execute(f"PRAGMA {pragma}")
        conn.execute("BEGIN EXCLUSIVE")
        conn.execute("COMMIT")
    except sqlite3.Error as error:
        conn.close()
        known = user_error(error)
        raise (_in_use(path) if isinstance(known, DossierInUse) else known or error) from error
    return conn


def _upgrade(opened: OpenFile, version: int) -> None:
    """Bring an older dossier to our schema, with a copy of it as it was in the folder of backups."""
    try:
        backups.make(opened.conn, opened.path, f"truoc-nang-cap-{version}")
        with told():
            schema.migrate(opened.conn)
    except BaseException:
        opened.close()
        raise
