"""The choices remembered for sites, in a small file of the user: they belong to no dossier."""

import json
import os
import tempfile
from pathlib import Path

from tttt_desktop.importing.habits import Habits
from tttt_desktop.paths import data_dir

_NAME = "sites.json"
_MOST = 4_000_000  # bytes; a larger file is not ours


def load() -> Habits:
    """The remembered choices; none when there is no file or it is damaged."""
    path = _path()
    try:
        if path.stat().st_size > _MOST:
            return {}
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {site: _choices(places) for site, places in found.items() if isinstance(places, dict)}


def save(habits: Habits) -> None:
    """Write all choices, whole or not at all. Errors: OSError when the folder cannot be written."""
    path = _path()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{_NAME}-")  # 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(
                {site: dict(places) for site, places in habits.items()},
                file,
                ensure_ascii=False,
                indent=1,
            )
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def forget(site: str) -> None:
    """Drop what is remembered for a site. Errors: OSError."""
    habits = load()
    if site in habits:
        save({name: places for name, places in habits.items() if name != site})


def _path() -> Path:
    return data_dir() / _NAME


def _choices(places: dict[str, object]) -> dict[str, bool]:
    return {place: keep for place, keep in places.items() if isinstance(keep, bool)}
