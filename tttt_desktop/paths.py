"""Where our data files and the user's folders are."""

import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path


def resource(name: str) -> Path:
    """The path of a file or folder below `resources/`, in an installed package or a checkout."""
    installed = Path(__file__).parent / "resources"
    return (installed if installed.is_dir() else Path(__file__).parent.parent / "resources") / name


def documents_dir() -> Path:
    """Where new dossiers and reports are proposed: the user's documents folder, else the home folder."""
    for name in ("Documents", "Tài liệu"):
        if (Path.home() / name).is_dir():
            return Path.home() / name
    return Path.home()


def data_dir() -> Path:
    """The program's own folder for the user (log, copies of the sample dossier); not created here."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "tttt-desktop"


def numbered(path: Path) -> Iterator[Path]:
    """ "a.docx", "a (2).docx", "a (3).docx" ...: the names to try where one may be taken."""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")
