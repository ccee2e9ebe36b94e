"""Who holds a dossier: a small file beside it that names the holder, and stays locked while the dossier is open.

SQLite's own lock is not enough where locks are POSIX's: it is gone as soon as anything else in the program opens and closes
the dossier, and a dialog for files does so when it looks what kinds of file lie in the folder.
"""

import json
import os
import platform
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO

if sys.platform != "win32":
    import fcntl


def note(path: Path) -> Path:
    """The file beside a dossier that names its holder."""
    return path.with_name(f".~{path.name}.dangmo")


def write(path: Path, now: datetime) -> IO[str] | None:
    """Leave our name beside the dossier; gives the locked file, to be handed to `remove`.

    A folder that refuses it only costs the name in a message. On Windows nothing but closing gives a lock back: no file is
    kept open there.
    """
    who = {
        "user": os.environ.get("USERNAME") or os.environ.get("USER", ""),
        "machine": platform.node(),
        "process": os.getpid(),
        "since": now.isoformat(timespec="minutes"),
    }
    with suppress(OSError):
        descriptor = os.open(note(path), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        file = open(descriptor, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - a descriptor, kept open
        json.dump(who, file, ensure_ascii=False)
        file.flush()
        if sys.platform != "win32":
            with suppress(OSError):  # a disk that knows no locks
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return file
        file.close()
    return None


def remove(path: Path, kept: IO[str] | None) -> None:
    """Take our name away again, and the lock on it."""
    with suppress(OSError):
        note(path).unlink()
    if kept is not None:
        kept.close()


def is_held(path: Path) -> bool:
    """Whether another program keeps its name beside the dossier locked."""
    if sys.platform == "win32":
        return False
    try:
        with note(path).open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def left_behind(path: Path) -> bool:
    """Whether a name is there: when we could take the lock, its program did not close properly."""
    return note(path).is_file()


def described(path: Path) -> str:
    """ " (người dùng lan, máy VP-01, từ 14:31 ngày 05/01/2023)", or "" when the name cannot be trusted."""
    try:
        who = json.loads(note(path).read_text("utf-8"))
        since = datetime.fromisoformat(who["since"])
        user, machine, process = str(who["user"]), str(who["machine"]), int(who["process"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    if machine == platform.node() and not _runs(process):
        return ""
    names = [f"người dùng {user}"] * bool(user) + [f"máy {machine}"] * bool(machine)
    return f" ({', '.join([*names, f'từ {since:%H:%M ngày %d/%m/%Y}'])})"


def _runs(process: int) -> bool:
    """Whether a process of this machine still runs; on Windows we cannot ask without harm, so we believe it."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
