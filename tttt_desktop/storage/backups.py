"""Copies of a dossier by SQLite's backup interface: checked before they count, thinned as they age."""

import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from tttt_desktop.domain.errors import SaveFailed, UserError
from tttt_desktop.storage import checks
from tttt_desktop.storage.failures import told

_STAMP = "%Y-%m-%d_%H%M%S"
_ALL_WITHIN = timedelta(days=2)
_KEPT: tuple[tuple[int, Callable[[datetime], tuple[int, ...]]], ...] = (
    (12, lambda at: (at.year, at.month, at.day)),
    (10, lambda at: tuple(at.isocalendar()[:2])),
    (9, lambda at: (at.year, at.month)),
)


def folder(path: Path) -> Path:
    """The folder beside a dossier in which its backups lie."""
    return path.with_name(f"{path.stem}.saoluu")


def copy_to(conn: sqlite3.Connection, target: Path) -> None:
    """Write the dossier as it is to `target` and check the copy; raises UserError, then there is no new file."""
    draft = target.with_name(f".{target.name}.tmp")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with told():
            copy = sqlite3.connect(checks.uri(draft, "rw"), uri=True, isolation_level=None)
            try:
                conn.backup(copy)
            finally:
                copy.close()
        checks.check_content(draft, schema_version(conn))
        draft.replace(target)
    except (OSError, SaveFailed) as error:
        raise UserError(
            f"Không sao lưu được vào “{target.parent.name}”.",
            "Hãy kiểm tra quyền ghi và dung lượng ổ đĩa.",
        ) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def schema_version(conn: sqlite3.Connection) -> int:
    """The number of the last step the open file has."""
    return int(conn.execute("PRAGMA user_version").fetchone()[0])


def make(conn: sqlite3.Connection, path: Path, name: str) -> Path:
    """Back the dossier up beside itself under that name; raises UserError."""
    target = folder(path) / f"{name}.tttt"
    copy_to(conn, target)
    return target


def daily(conn: sqlite3.Connection, path: Path, now: datetime) -> None:
    """The backup before the first change of a day, then thinning; raises UserError. Does nothing later that day."""
    there = stamps(path)
    if any(at.date() == now.date() for at in there):
        return
    make(conn, path, now.strftime(_STAMP))
    if any(at > now for at in there):
        return  # the clock went back: what is old cannot be told, so nothing is thinned
    for at in there.keys() - kept([*there, now], now):
        with suppress(OSError):
            there[at].unlink()


def stamps(path: Path) -> dict[datetime, Path]:
    """The daily backups of a dossier by their time; files of other names are not ours to thin."""
    found = {}
    for file in folder(path).glob("*.tttt"):
        with suppress(ValueError):
            found[datetime.strptime(file.stem, _STAMP)] = file
    return found


def kept(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which backups stay: all of 2 days, then the newest of each of 12 days, 10 weeks and 9 months that have one."""
    newest_first = sorted(times, reverse=True)
    stay = {at for at in newest_first if now - at < _ALL_WITHIN}
    rest = [at for at in newest_first if at not in stay]
    for count, period in _KEPT:
        newest: dict[tuple[int, ...], datetime] = {}
        for at in rest:
            if len(newest) == count and period(at) not in newest:
                break
            newest.setdefault(period(at), at)
        stay.update(newest.values())
        covered = {period(at) for at in newest.values()}
        rest = [at for at in rest if period(at) not in covered]
    return stay
