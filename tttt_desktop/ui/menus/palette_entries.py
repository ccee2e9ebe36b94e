"""What the palette offers, and in which order for the words that were typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from tttt_desktop.domain.records import Span
from tttt_desktop.domain.text import fold
from tttt_desktop.ui import theme
from tttt_desktop.ui.menus.actions import Actions


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the palette. `reason` says why it cannot be run now; `detail` tells more of one that can."""

    id: str
    name: str
    run: Callable[[], object]
    icon: QIcon
    keys: str = ""
    reason: str = ""
    detail: str = ""

    @property
    def spoken(self) -> str:
        """The line for a screen reader."""
        keys = f" ({self.keys})" if self.keys else ""
        return ". ".join(part for part in (f"{self.name}{keys}", self.reason, self.detail) if part)


@dataclass(frozen=True, slots=True)
class Found:
    """An entry with the letters of its name that were typed."""

    entry: Entry
    spans: tuple[Span, ...]


def commands(actions: Actions) -> list[Entry]:
    """Every command of the registry but the palette itself."""
    return [
        Entry(
            command.id,
            actions.full_name(command),
            action.trigger,
            action.icon(),
            actions.keys(command),
            actions.reason(command),
        )
        for command, action in actions.all()
        if command.id != "palette"
    ]


def dossiers(paths: Iterable[Path], open_path: Callable[[Path], object]) -> list[Entry]:
    """The dossiers that were open lately."""
    word = QCoreApplication.translate("palette", "Mở hồ sơ")
    return [
        Entry(
            f"open {path}",
            f"{word} {path.stem}",
            lambda path=path: open_path(path),  # type: ignore[misc]
            theme.icon("folder"),
            detail=str(path.parent),
        )
        for path in paths
    ]


def find(entries: Sequence[Entry], typed: str, used: Sequence[str]) -> list[Found]:
    """The entries that have all words, in any order and without diacritics: what can be run, begins a word, was used last."""
    words = fold(typed).split()
    order = {name: place for place, name in enumerate(used)}
    found = []
    for place, entry in enumerate(entries):
        spans = _spans(entry.name, words)
        if spans is not None:
            begins = all(_begins_word(entry.name, span) for span in spans)
            rank = (bool(entry.reason), not begins, order.get(entry.id, len(order)), place)
            found.append((rank, Found(entry, spans)))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def _spans(name: str, words: Sequence[str]) -> tuple[Span, ...] | None:
    """Where the words stand, rather at the beginning of a word; None when one is missing."""
    folded, spans = fold(name), []
    for word in words:
        at = f" {folded}".find(f" {word}")
        at = at if at >= 0 else folded.find(word)
        if at < 0:
            return None
        spans.append(Span(at, at + len(word)))
    return tuple(spans)


def _begins_word(name: str, span: Span) -> bool:
    return span.start == 0 or not name[span.start - 1].isalnum()
