"""What was learned, carried: out of one dossier into a file or into another dossier, and away."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import UserError
from tttt_desktop.services import writing
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.learned import Lore
from tttt_desktop.services.learning import Learner, label
from tttt_desktop.storage import learning

_FORMAT = "tttt-desktop learned 1"
_LARGEST = 50_000_000  # bytes of a file that can be ours
_NOT_OURS = ("Trong tệp này không có gì chương trình đã học.", "Hãy chọn một hồ sơ .tttt khác.")


def lore_of(path: Path) -> Lore:
    """What a dossier (opened read-only) or a file that `write` made has learned. In any thread.

    Errors: UserError when it cannot be read or there is nothing.
    """
    lore = _in_file(path) if path.suffix.lower() == ".json" else _in_dossier(path)
    if lore is None or not lore.size:
        raise UserError(*_NOT_OURS)
    return lore


def decisions(path: Path) -> int:
    """How many decisions there are to learn from in a dossier (opened read-only). In any thread. Errors: UserError."""
    with Dossier.open(path, read_only=True) as dossier:
        return learning.count(dossier.store.conn)


def _in_dossier(path: Path) -> Lore:
    with Dossier.open(path, read_only=True) as dossier:
        learner = Learner(dossier)
        learner.learn_on()
        return Lore.in_model(learner.model)


def _in_file(path: Path) -> Lore | None:
    try:
        if path.stat().st_size > _LARGEST:
            return None
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise UserError(f"Không đọc được tệp “{path.name}”.", _NOT_OURS[1]) from error
    ours = isinstance(content, dict) and content.get("format") == _FORMAT
    return Lore.of(content) if ours else None


def write(lore: Lore, out: Path) -> None:
    """Write what was learned as JSON; the same always gives the same bytes. Errors: UserError."""
    content = json.dumps(
        {"format": _FORMAT, **lore.as_content()}, ensure_ascii=False, indent=1, sort_keys=True
    )
    writing.replace(
        out, lambda draft: draft.write_text(content + "\n", encoding="utf-8", newline="\n")
    )


def bring(dossier: Dossier, origin: Path, lore: Lore) -> Changed:
    """Take over what was learned elsewhere; what the same file brought before gives way. Errors: SaveFailed."""
    with dossier.store.change(f"Mang những gì đã học từ “{origin.stem}”") as change:
        for one in learning.own(dossier.store.conn):
            if one.kind == "brought" and one.origin == origin.name:
                dossier.store.remove("learned", one.id)
        learning.add(dossier.store, "brought", origin.name, lore.as_content())
    return change.changed


def forget(dossier: Dossier) -> Changed:
    """Let no decision taken so far count, nor what was brought; later ones, and later changes of old ones, do.

    The decisions themselves stay. Errors: SaveFailed.
    """
    content = _all_decisions(dossier)
    with dossier.store.change("Quên những gì đã học") as change:
        learning.clear(dossier.store)
        learning.add(dossier.store, "forgotten", "", content)
    return change.changed


def _all_decisions(dossier: Dossier) -> dict[str, Any]:
    conn = dossier.store.conn
    marks: dict[str, list[int]] = {}
    for mark in learning.marked(conn):
        marks.setdefault(label(mark), []).append(mark.id)
    return {
        "marks": {name: learning.as_runs(ids) for name, ids in marks.items()},
        "declined": learning.as_runs(learning.declined(conn)),
        "done": learning.as_runs(learning.done(conn)),
    }
