"""Faults of the program, written to a log file for whoever mends them; never a word of an article."""

import logging
import platform
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

from tttt_desktop import __version__
from tttt_desktop.paths import data_dir

_MOST_CAUSES = 5


def log_file() -> Path:
    """Where faults are written down."""
    return data_dir() / "tttt-desktop.log"


def start_log() -> None:
    """Send warnings and worse to the log file; where it cannot be written, do without."""
    from logging.handlers import RotatingFileHandler  # slow, and not needed for `--help`

    try:
        log_file().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(
            log_file(), maxBytes=500_000, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger("tttt_desktop").addHandler(handler)


def fault_report(error: BaseException) -> str:
    """Where the program failed: kinds of errors, files, lines and functions of ours and of the libraries.

    No message and no value, since these can hold the text of an article; of folders only the last name.
    """
    system = f"{platform.system()} {platform.release()}"
    lines = [f"tttt-desktop {__version__}, Python {sys.version.split()[0]}, {system}"]
    for one in _chain(error):
        lines += [type(one).__name__, *_places(one)]
    return "\n".join(lines)


def _places(error: BaseException) -> Iterator[str]:
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        yield f"    {path.parent.name}/{path.name}:{frame.lineno} {frame.name}"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error, then what led to it."""
    for _ in range(_MOST_CAUSES):
        if error is None:
            return
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
