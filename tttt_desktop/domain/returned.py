"""A report that comes back from a word processor, held against what was written: changed, dropped, added, moved.

Lines are known by their marks; where a mark is gone or stands twice, by the likeness of the text. Only lines that come
from annotations are judged; what the program wrote itself (headings, opening, tables of articles) only helps to know
where they stand.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from tttt_desktop.domain.edited import Edited, Mark, Paragraph
from tttt_desktop.domain.traces import WrittenLine
from tttt_desktop.domain.wordings import Cut, cut, key, same_words, without_sources, words

_ALIKE = 0.5  # share of common words from which a paragraph without a mark is what became of a line
_STRANGE = 0.15  # below which a mark is not believed when another paragraph is alike
_RUN = 3  # words of a run that two texts must share to be compared at all
_SURE = 24  # characters at the beginning that tell a line at once
_COMMON = 30  # lines that share a run, above which the run says nothing
_DASHES = "-–—+•* "


class Fate(StrEnum):
    """What became of a line."""

    CHANGED = "changed"
    DROPPED = "dropped"
    ADDED = "added"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference. `line` is None for what was added; `text` is the paragraph as it came back.

    `wording` is the new one of a changed line. `section` is the heading it stands under now (or stood under, when it was
    dropped), `moved_from` the one it stood under before when that is another. `around`: what the program had put round
    the wording was changed, too. `unquoted`: the quotation marks are gone. `pieces`: into how many paragraphs it came.
    """

    fate: Fate
    line: WrittenLine | None = None
    text: str = ""
    wording: str = ""
    section: str = ""
    moved_from: str = ""
    around: bool = False
    unquoted: bool = False
    pieces: int = 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """`findings` in the order of the file; `same` lines came back as they were; `known` of the lines were found at all."""

    findings: tuple[Finding, ...]
    same: int
    known: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph of the file, or the part of one that bears the mark of one line."""

    text: str
    line: int | None = None  # the line that its marks name
    level: int = 0
    table: int = 0
    cells: tuple[str, ...] = ()
    parts: int = 1
    names: tuple[str, ...] = ()


def compare(written: Sequence[WrittenLine], edited: Edited) -> Comparison:
    """What became of the lines of a report; any thread may do it."""
    pieces = _pieces(edited.paragraphs, _by_mark(written))
    found = _match(written, pieces)
    return _Report(written, pieces, found).judge()


def _by_mark(written: Sequence[WrittenLine]) -> dict[str, int]:
    return {mark: at for at, line in enumerate(written) for mark in line.marks}


# -- the file, cut into pieces ------------------------------------------------------------------


def _pieces(paragraphs: Iterable[Paragraph], by_mark: Mapping[str, int]) -> list[_Piece]:
    found: list[_Piece] = []
    for one in paragraphs:
        marks = sorted((m for m in one.marks if m.name in by_mark), key=lambda mark: mark.start)
        last = found[-1] if found else None
        if last is not None and not marks and _continues(last, one):
            words_ = one.text.lstrip(_DASHES)
            found[-1] = replace(last, text=f"{last.text} {words_}", parts=last.parts + 1)
        elif one.text:
            found += _parts(one, marks, by_mark)
    return found


def _continues(last: _Piece, one: Paragraph) -> bool:
    plain = bool(one.text) and not one.level and not one.table and not last.table
    return plain and not {*one.goes_on}.isdisjoint(last.names)


def _parts(one: Paragraph, marks: Sequence[Mark], by_mark: Mapping[str, int]) -> Iterator[_Piece]:
    """The paragraph, cut where the mark of another line begins; a mark round nothing beside others is no mark."""
    if len({by_mark[mark.name] for mark in marks}) > 1 and not one.cells:
        marks = [mark for mark in marks if mark.stop > mark.start]
    names = tuple(mark.name for mark in marks)
    if not marks or one.cells:
        line = by_mark[marks[0].name] if marks else None
        yield _Piece(one.text, line, one.level, one.table, one.cells, names=names)
        return
    starts = _starts(marks, by_mark)
    for (start, line), (stop, _) in zip(starts, [*starts[1:], (len(one.text), 0)], strict=True):
        text = one.text[start:stop].strip()
        if text:
            yield _Piece(text, line, one.level, one.table, names=names)


def _starts(marks: Sequence[Mark], by_mark: Mapping[str, int]) -> list[tuple[int, int]]:
    """Where each line begins in a paragraph; what stands in front of the first mark belongs to it."""
    found: list[tuple[int, int]] = []
    for mark in marks:
        line = by_mark[mark.name]
        if not found or found[-1][1] != line:
            found.append((mark.start if found else 0, line))
    return found


# -- which piece is which line ------------------------------------------------------------------


def _match(written: Sequence[WrittenLine], pieces: Sequence[_Piece]) -> dict[int, int]:
    """Line -> piece. Marks first, then equal texts, then the most alike."""
    found = _marked(written, pieces)
    _take_equal(written, pieces, found)
    _take_alike(written, pieces, found)
    return found


def _marked(written: Sequence[WrittenLine], pieces: Sequence[_Piece]) -> dict[int, int]:
    """By marks; of copies the most alike. A mark round something strange is believed only if nothing else is alike."""
    candidates: dict[int, list[int]] = defaultdict(list)
    for at, piece in enumerate(pieces):
        if piece.line is not None:
            candidates[piece.line].append(at)
    found = {}
    for line, places in candidates.items():
        alike = partial(_alike_at, written[line].text, pieces)
        found[line] = max(places, key=alike) if len(places) > 1 else places[0]
    strange = {
        line: at
        for line, at in found.items()
        if not written[line].text.startswith(pieces[at].text[:_SURE])
        and _alike(written[line].text, pieces[at].text) < _STRANGE
    }
    if strange:
        others = {line: at for line, at in found.items() if line not in strange}
        _take_alike(written, pieces, others)
        taken = {*others.values()}
        found = others | {
            line: at for line, at in strange.items() if line not in others and at not in taken
        }
    return found


def _alike_at(text: str, pieces: Sequence[_Piece], at: int) -> float:
    return _alike(text, pieces[at].text)


def _take_equal(
    written: Sequence[WrittenLine], pieces: Sequence[_Piece], found: dict[int, int]
) -> None:
    taken, waiting = {*found.values()}, defaultdict(list)
    for at in reversed(range(len(pieces))):
        if at not in taken:
            waiting[key(pieces[at].text)].append(at)
    for line, one in enumerate(written):
        places = waiting.get(key(one.text), []) if line not in found else []
        if places:
            found[line] = places.pop()


def _take_alike(
    written: Sequence[WrittenLine], pieces: Sequence[_Piece], found: dict[int, int]
) -> None:
    taken = {*found.values()}
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for line, one in enumerate(written):
        if line not in found:
            for run in _runs(one.text):
                runs[run].append(line)
    ranked = sorted(
        (
            (_alike(written[line].text, piece.text), line, at)
            for at, piece in enumerate(pieces)
            if at not in taken
            for line in _neighbours(piece.text, runs)
        ),
        key=lambda one: (-one[0], one[1], one[2]),
    )
    for share, line, at in ranked:
        if share >= _ALIKE and line not in found and at not in taken:
            found[line] = at
            taken.add(at)


def _runs(text: str) -> set[tuple[str, ...]]:
    said = [word.lower() for word in words(without_sources(text)) if word[0].isalnum()]
    return {tuple(said[at : at + _RUN]) for at in range(len(said) - _RUN + 1)}


def _neighbours(text: str, runs: Mapping[tuple[str, ...], Sequence[int]]) -> list[int]:
    """The few lines that share most runs of words with a text."""
    shared: Counter[int] = Counter()
    for run in _runs(text):
        lines = runs.get(run, ())
        if len(lines) <= _COMMON:
            shared.update(lines)
    return [line for line, _ in shared.most_common(3)]


def _alike(one: str, other: str) -> float:
    mine, theirs = (
        Counter(word.lower() for word in words(without_sources(text)) if word[0].isalnum())
        for text in (one, other)
    )
    return 2 * (mine & theirs).total() / ((mine.total() + theirs.total()) or 1)


# -- what became of each ------------------------------------------------------------------------


class _Report:
    """The lines with their pieces, and the headings of both."""

    def __init__(
        self, written: Sequence[WrittenLine], pieces: Sequence[_Piece], found: Mapping[int, int]
    ) -> None:
        self._written, self._pieces, self._found = written, pieces, found
        self._line_at = {at: line for line, at in found.items()}
        self._before = _headings(line.level > 0 for line in written)
        self._now = _headings(map(self._is_heading, range(len(pieces))))
        self._second = _seconds(written)

    def _is_heading(self, at: int) -> bool:
        line = self._line_at.get(at)
        return self._pieces[at].level > 0 if line is None else self._written[line].level > 0

    def judge(self) -> Comparison:
        """Every difference, in the order of the file."""
        placed: list[tuple[float, Finding]] = []
        same, before = 0, -1.0
        for line, one in enumerate(self._written):
            at = self._found.get(line)
            if at is not None:
                before = float(at)
            if not one.annotations:
                continue
            finding = self._dropped(line) if at is None else self._came_back(line, at)
            if finding is None:
                same += line not in self._second
            else:
                placed.append((before + (0.5 if at is None else 0.0), finding))
        placed += ((float(at), self._added(at)) for at in self._new())
        known = sum(bool(self._written[line].annotations) for line in self._found)
        found = tuple(finding for _, finding in sorted(placed, key=lambda one: one[0]))
        return Comparison(found, same, known)

    def _dropped(self, line: int) -> Finding | None:
        if line in self._second:
            return None  # it still stands in the text, or is told as dropped there
        return Finding(Fate.DROPPED, self._written[line], section=self._title(line))

    def _came_back(self, line: int, at: int) -> Finding | None:
        one, piece = self._written[line], self._pieces[at]
        text = _cell(piece, one) if one.column >= 0 else piece.text
        untouched = key(text) == key(one.text)
        now = Cut(one.said) if untouched else cut(one, text)
        if not now.wording:
            return self._dropped(line)
        moved_from = self._moved_from(line, at)
        section = self._heading_text(at)
        if moved_from and moved_from == section:  # of two parts of the report: told with the parts
            moved_from, section = self._title(line, whole=True), self._heading_text(at, whole=True)
        changed = not same_words(now.wording, one.said) or now.unquoted
        if line in self._second and self._is_repeated(line, now.wording, changed):
            return None
        if not changed and not moved_from and not now.around:
            return None
        fate = Fate.MOVED if moved_from and not changed and not now.around else Fate.CHANGED
        wording = now.wording if changed else ""
        return Finding(
            fate, one, text, wording, section, moved_from, now.around, now.unquoted, piece.parts
        )

    def _is_repeated(self, line: int, wording: str, changed: bool) -> bool:
        """Whether the row of a table says nothing beyond what the line in the text says."""
        first = self._second[line]
        at = self._found.get(first) if changed else None
        told = cut(self._written[first], self._pieces[at].text).wording if at is not None else ""
        return not changed or same_words(told, wording)

    def _moved_from(self, line: int, at: int) -> str:
        """The heading a line stood under, when it stands under another one and the old one is still there."""
        if self._written[line].column >= 0:
            return ""
        old, now = self._before[line], self._now[at]
        if old is None or now is None or old not in self._found:
            return ""
        return "" if self._found[old] == now else self._title(line)

    def _title(self, line: int, *, whole: bool = False) -> str:
        """The heading a line stood under; the `whole` way to it where that is asked for."""
        levels = [one.level for one in self._written] if whole else None
        return " › ".join(self._written[at].text for at in _way(line, self._before, levels))

    def _heading_text(self, at: int, *, whole: bool = False) -> str:
        levels = [self._level(place) for place in range(len(self._pieces))] if whole else None
        return " › ".join(self._pieces[place].text for place in _way(at, self._now, levels))

    def _level(self, at: int) -> int:
        line = self._line_at.get(at)
        return (self._written[line].level if line is not None else 0) or self._pieces[at].level

    def _added(self, at: int) -> Finding:
        return Finding(Fate.ADDED, None, self._pieces[at].text, section=self._heading_text(at))

    def _new(self) -> Iterator[int]:
        """The pieces of the text that nobody wrote: between the first and the last that are known, not in tables."""
        known = sorted(at for at in self._line_at if not self._pieces[at].table)
        for at in range(known[0], known[-1]) if known else ():
            piece = self._pieces[at]
            if at not in self._line_at and not piece.table and any(map(str.isalnum, piece.text)):
                yield at


def _way(at: int, before: Sequence[int | None], levels: Sequence[int] | None) -> list[int]:
    """The heading above a place; with `levels` those above it, too, from the highest on."""
    heading = before[at]
    if heading is None or levels is None:
        return [] if heading is None else [heading]
    found = [heading]
    while (heading := before[heading]) is not None:
        if levels[heading] < levels[found[0]]:
            found.insert(0, heading)
    return found


def _headings(flags: Iterable[bool]) -> list[int | None]:
    """For each place the last heading before it."""
    found: list[int | None] = []
    last: int | None = None
    for at, is_heading in enumerate(flags):
        found.append(last)
        last = at if is_heading else last
    return found


def _seconds(written: Sequence[WrittenLine]) -> dict[int, int]:
    """Rows of a table that repeat a line of the text -> that line."""
    first: dict[tuple[int, ...], int] = {}
    found = {}
    for line, one in enumerate(written):
        if one.annotations and first.setdefault(one.annotations, line) != line:
            found[line] = first[one.annotations]
    return found


def _cell(piece: _Piece, line: WrittenLine) -> str:
    """The cell with the wording; where columns came or went, the one most like it."""
    cells = piece.cells
    if line.column < len(cells):
        cell = cells[line.column]
        if key(cell) == key(line.text) or _alike(cell, line.text) >= _STRANGE:
            return cell
    return max(cells, key=lambda cell: _alike(cell, line.text), default=piece.text)
