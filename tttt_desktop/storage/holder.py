"""Who holds a dossier: a small file beside it, only ever told to people. The lock itself is SQLite's."""

import json
import os
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path


def note(path: Path) -> Path:
    """The file beside a dossier that names its holder."""
    return path.with_name(f".~{path.name}.dangmo")


def write(path: Path, now: datetime) -> None:
    """Leave our name beside the dossier; a folder that refuses it only costs the name in a message."""
    who = {
        "user": os.environ.get("USERNAME") or os.environ.get("USER", ""),
        "machine": platform.node(),
        "process": os.getpid(),
        "since": now.isoformat(timespec="minutes"),
    }
    with suppress(OSError):
        descriptor = os.open(note(path), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "w", encoding="utf-8") as file:  # noqa: PTH123 - a descriptor, no path
            json.dump(who, file, ensure_ascii=False)


def remove(path: Path) -> None:
    """Take our name away again."""
    with suppress(OSError):
        note(path).unlink()


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
