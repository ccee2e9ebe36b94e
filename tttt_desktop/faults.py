"""Faults of the program, written to a log file for whoever mends them; never a word of an article."""

import logging
import sys
import traceback
from pathlib import Path
from types import TracebackType

from tttt_desktop import __version__
from tttt_desktop.paths import data_dir


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


def fault_report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where the program failed, without values: an article's text never gets into it."""
    places = [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    version = f"tttt-desktop {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    return "\n".join([version, kind.__name__, *places])
