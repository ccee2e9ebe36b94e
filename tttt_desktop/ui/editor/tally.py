"""The count in "Gợi ý 6/14": every suggestion met since the article was opened, decided or not."""

from bisect import bisect_left
from collections.abc import Sequence

from tttt_desktop.domain.records import Page
from tttt_desktop.ui.editor.marks import Mark


class Tally:
    """Remembers where suggestions stood, so that a decided one keeps its number."""

    def __init__(self, page: Page | None = None) -> None:
        accepted = [
            a.span.start for a in (page.annotations if page else ()) if a.origin == "suggestion"
        ]
        self._accepted = sorted(accepted)
        self._met: dict[int, int] = {}

    def meet(self, marks: Sequence[Mark]) -> None:
        """Take note of the open suggestions."""
        self._met |= {mark.ref[1]: mark.start for mark in marks if not mark.decided}

    @property
    def total(self) -> int:
        """How many there are or were."""
        return len(self._accepted) + len(self._met)

    def number(self, mark: Mark | None) -> int:
        """The place of an open suggestion among them, from 1; 0 for anything else."""
        if mark is None or mark.decided:
            return 0
        starts = sorted([*self._accepted, *self._met.values()])
        return bisect_left(starts, mark.start) + 1
