"""Where the words of a lost mark may stand now: the passage that shares most words with them."""

from collections.abc import Iterator

from tttt_desktop.domain.records import Span
from tttt_desktop.domain.text import fold
from tttt_desktop.ui.editor.places import clause_at
from tttt_desktop.ui.editor.script import Script

_LEAST = 0.3  # share of common words below which one passage is as good as any other


def likely_place(script: Script, quote: str, near: int) -> Span | None:
    """The sentence or clause most like the quote; when none is, the clause nearest to where it stood. None: no words."""
    wanted = set(fold(quote).split())

    def likeness(unit: Span) -> float:
        words = set(fold(unit.of(script.text)).split())
        return 2 * len(words & wanted) / (len(words) + len(wanted) or 1)

    best = max(_units(script), key=likeness, default=None)
    if best is not None and likeness(best) >= _LEAST:
        return best
    return clause_at(script, min(near, len(script.text)))


def _units(script: Script) -> Iterator[Span]:
    for number in range(len(script)):
        yield from script.clauses(number)
        yield from script.wholes(number)
