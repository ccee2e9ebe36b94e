"""Which heading a place stands under, before and now."""

from collections.abc import Iterable, Mapping, Sequence

from tttt_desktop.domain.returned.pieces import Piece
from tttt_desktop.domain.traces import WrittenLine


class Headings:
    """The headings of a report as it was written and as it came back. `found`: line -> piece."""

    def __init__(
        self, written: Sequence[WrittenLine], pieces: Sequence[Piece], found: Mapping[int, int]
    ) -> None:
        self._written, self._pieces, self._found = written, pieces, found
        line_at = {at: line for line, at in found.items()}
        self._old_levels = [line.level for line in written]
        known = ((line_at.get(at), piece.level) for at, piece in enumerate(pieces))
        self._levels = [
            (written[line].level if line is not None else 0) or level for line, level in known
        ]
        # what was written as plain text is no heading, whatever style it has been given
        flags = (
            written[line_at[at]].level > 0 if at in line_at else piece.level > 0
            for at, piece in enumerate(pieces)
        )
        self._before = _last(level > 0 for level in self._old_levels)
        self._now = _last(flags)

    def of(self, at: int) -> int:
        """The piece that is the heading of a piece, -1 for none."""
        heading = self._now[at]
        return -1 if heading is None else heading

    def has_moved(self, line: int, at: int) -> bool:
        """Whether a line stands under another heading, while the one it stood under is still there."""
        old, now = self._before[line], self._now[at]
        if self._written[line].column >= 0 or old is None or now is None:
            return False
        return self._found.get(old, now) != now

    def old(self, line: int) -> str:
        """The heading that a line stood under."""
        return self._said(_way(line, self._before), self._written)

    def new(self, at: int) -> str:
        """The heading that a piece stands under."""
        return self._said(_way(at, self._now), self._pieces)

    def both(self, line: int, at: int) -> tuple[str, str]:
        """The old heading and the new one of a line, with those above them where they read the same."""
        old, new = self.old(line), self.new(at)
        if old != new:
            return old, new
        above = _way(line, self._before, self._old_levels), _way(at, self._now, self._levels)
        return self._said(above[0], self._written), self._said(above[1], self._pieces)

    @staticmethod
    def _said(places: Iterable[int], texts: Sequence[WrittenLine] | Sequence[Piece]) -> str:
        return " › ".join(texts[at].text for at in places)


def _way(at: int, before: Sequence[int | None], levels: Sequence[int] | None = None) -> list[int]:
    """The heading above a place; with `levels` those above it, too, from the highest on."""
    heading = before[at]
    if heading is None or levels is None:
        return [] if heading is None else [heading]
    found = [heading]
    while (heading := before[heading]) is not None:
        if levels[heading] < levels[found[0]]:
            found.insert(0, heading)
    return found


def _last(flags: Iterable[bool]) -> list[int | None]:
    """For each place the last heading before it."""
    found: list[int | None] = []
    last: int | None = None
    for at, is_heading in enumerate(flags):
        found.append(last)
        last = at if is_heading else last
    return found
