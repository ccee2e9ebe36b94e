"""What became of each line, given which piece of the file it is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tttt_desktop.domain.returned import details, order
from tttt_desktop.domain.returned.details import Detail
from tttt_desktop.domain.returned.findings import Comparison, Fate, Finding, Gap
from tttt_desktop.domain.returned.headings import Headings
from tttt_desktop.domain.returned.matching import STRANGE, alike
from tttt_desktop.domain.returned.pieces import Piece
from tttt_desktop.domain.traces import WrittenLine
from tttt_desktop.domain.wordings import Cut, cut, key, same_words


def judge(
    written: Sequence[WrittenLine], pieces: Sequence[Piece], found: Mapping[int, int]
) -> Comparison:
    """Every difference, in the order of the file. `found`: line -> piece."""
    report = _Report(written, pieces, found)
    placed: list[tuple[float, Finding]] = []
    same, before = 0, -1.0
    for line, one in enumerate(written):
        at = found.get(line)
        before = before if at is None else float(at)
        if one.annotations:
            told = [*report.of(line)]
            same += not told and line not in report.second and not one.detail
            placed += ((before + (0.5 if at is None else 0.0), finding) for finding in told)
    placed += ((float(at), report.added(at)) for at in report.new())
    known = sum(bool(written[line].annotations) for line in found)
    differences = tuple(finding for _, finding in sorted(placed, key=lambda one: one[0]))
    return Comparison(differences, same, known, report.sorted_rows, report.rows_gone)


class _Report:
    """The lines with their pieces, and the headings of both. `second`: rows of a table that repeat a line of the text."""

    def __init__(
        self, written: Sequence[WrittenLine], pieces: Sequence[Piece], found: Mapping[int, int]
    ) -> None:
        self._written, self._pieces, self._found = written, pieces, found
        self._lines = {*found.values()}  # the pieces that are lines
        self._headings = Headings(written, pieces, found)
        self._columns = details.columns_of(written, pieces, found)
        self.second = _seconds(written)
        self._gaps = self._moved()
        self._told: dict[tuple[tuple[int, ...], str], str] = {}  # what details say by the text

    # -- order ----------------------------------------------------------------------------------

    def _moved(self) -> dict[int, Gap]:
        """The lines that stand elsewhere than they were written, each with its place."""
        sections: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for line, at in self._found.items():
            one = self._written[line]
            mine = one.annotations and one.column < 0 and line not in self.second
            if mine and not one.detail:
                sections[self._headings.of(at)].append((at, line))
        found: dict[int, Gap] = {}
        for section in sections.values():
            lines = [line for _, line in sorted(section)]
            stays = [n for n in lines if not self._headings.has_moved(n, self._found[n])]
            staying = order.kept(stays)
            first = {line: self._written[line].annotations[0] for line in lines}
            placed = order.gaps([*first.values()], {first[line] for line in staying})
            line_of = {annotation: line for line, annotation in first.items()}
            found |= {line_of[annotation]: gap for annotation, gap in placed}
        return found

    @property
    def sorted_rows(self) -> bool:
        """Whether the rows of a table stand in another order."""
        rows = [at for line, at in sorted(self._found.items()) if self._written[line].column >= 0]
        return len(order.kept(rows)) < len(rows)

    @property
    def rows_gone(self) -> int:
        """How many rows of tables are gone whose line stands in the text still."""
        found = self._found
        return sum(line not in found and first in found for line, first in self.second.items())

    # -- one line -------------------------------------------------------------------------------

    def of(self, line: int) -> Iterator[Finding]:
        """What is different in a line."""
        if self._written[line].detail:
            yield from self._of_detail(line)
            return
        at = self._found.get(line)
        if at is None:
            yield from self._dropped(line)
            return
        one, piece = self._written[line], self._pieces[at]
        text = _cell(piece, one) if one.column >= 0 else piece.text
        now, changed = self._read(one, text)
        if not now.wording:
            yield from self._dropped(line)
            return
        yield from self._changed(line, piece, text, now)
        if one.cells and piece.cells:
            changed = tuple(self._columns.read(one, piece))
        section = self._headings.new(at)
        for detail in changed:
            if self._is_news(one, detail):
                yield _detail(one, text, section, detail)
        if line in self._gaps:
            yield self._placed(line, at)

    def _of_detail(self, line: int) -> Iterator[Finding]:
        """A line that says an attribute only; one that is gone has no text."""
        one, at = self._written[line], self._found.get(line)
        text = "" if at is None else self._pieces[at].text
        now = self._read(one, text)[0].wording if text else ""
        if not same_words(now, one.said):
            section = self._headings.old(line) if at is None else self._headings.new(at)
            yield _detail(one, text, section, Detail(one.detail, one.said, now))

    @staticmethod
    def _read(one: WrittenLine, text: str) -> tuple[Cut, tuple[Detail, ...]]:
        if key(text) == key(one.text):
            return Cut(one.said), ()
        return details.read(one, text) if one.column < 0 else (cut(one, text), ())

    def _dropped(self, line: int) -> Iterator[Finding]:
        if line not in self.second:  # else it still stands in the text, or is told as dropped there
            yield Finding(Fate.DROPPED, self._written[line], section=self._headings.old(line))

    def _changed(self, line: int, piece: Piece, text: str, now: Cut) -> Iterator[Finding]:
        one = self._written[line]
        changed = not same_words(now.wording, one.said) or now.unquoted
        if line in self.second and self._is_repeated(line, now.wording, changed):
            return
        if changed or now.around:
            yield Finding(
                Fate.CHANGED,
                one,
                text,
                now.wording if changed else "",
                self._headings.new(self._found[line]),
                around=now.around,
                unquoted=now.unquoted,
                pieces=piece.parts,
            )

    def _is_repeated(self, line: int, wording: str, changed: bool) -> bool:
        """Whether the row of a table says nothing beyond what the line in the text says."""
        first = self.second[line]
        at = self._found.get(first) if changed else None
        if at is None:
            return not changed
        return same_words(
            self._read(self._written[first], self._pieces[at].text)[0].wording, wording
        )

    def _is_news(self, one: WrittenLine, detail: Detail) -> bool:
        """Whether a detail was not told already: a task stands in the text and in a table."""
        told = self._told.get((one.annotations, detail.name))
        self._told[one.annotations, detail.name] = detail.new
        return told is None or not same_words(told, detail.new)

    def _placed(self, line: int, at: int) -> Finding:
        """A line that stands in another place."""
        one, gap = self._written[line], self._gaps[line]
        if not self._headings.has_moved(line, at):
            return Finding(
                Fate.REORDERED, one, self._pieces[at].text, section=self._headings.new(at), gap=gap
            )
        old, new = self._headings.both(line, at)
        return Finding(Fate.MOVED, one, self._pieces[at].text, section=new, moved_from=old, gap=gap)

    # -- what nobody wrote ----------------------------------------------------------------------

    def added(self, at: int) -> Finding:
        """A piece of the text that is no line."""
        return Finding(Fate.ADDED, None, self._pieces[at].text, section=self._headings.new(at))

    def new(self) -> Iterator[int]:
        """The pieces of the text that nobody wrote: between the first and the last that are known, not in tables."""
        known = sorted(at for at in self._lines if not self._pieces[at].table)
        for at in range(known[0], known[-1]) if known else ():
            piece = self._pieces[at]
            if at not in self._lines and not piece.table and any(map(str.isalnum, piece.text)):
                yield at


def _detail(one: WrittenLine, text: str, section: str, detail: Detail) -> Finding:
    return Finding(
        Fate.DETAIL,
        one,
        text,
        section=section,
        detail=detail.name,
        old=detail.old,
        new=detail.new,
        doubtful=detail.doubtful,
    )


def _seconds(written: Sequence[WrittenLine]) -> dict[int, int]:
    """Rows of a table that repeat a line of the text -> that line."""
    first: dict[tuple[int, ...], int] = {}
    found = {}
    for line, one in enumerate(written):
        if one.annotations and not one.detail and first.setdefault(one.annotations, line) != line:
            found[line] = first[one.annotations]
    return found


def _cell(piece: Piece, line: WrittenLine) -> str:
    """The cell with the wording; where columns came or went, the one most like it."""
    cells = piece.cells
    if line.column < len(cells):
        cell = cells[line.column]
        if key(cell) == key(line.text) or alike(cell, line.text) >= STRANGE:
            return cell
    return max(cells, key=lambda cell: alike(cell, line.text), default=piece.text)
