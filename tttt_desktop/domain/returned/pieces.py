"""The file that came back, cut into pieces: one for each line of the report, or for what stands between them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tttt_desktop.domain.edited import Mark, Paragraph

_DASHES = "-–—+•* "


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of the file, or the part of one that bears the mark of one line."""

    text: str
    line: int | None = None  # the line that its marks name
    level: int = 0
    table: int = 0
    cells: tuple[str, ...] = ()
    parts: int = 1
    names: tuple[str, ...] = ()


def pieces(paragraphs: Iterable[Paragraph], by_mark: Mapping[str, int]) -> list[Piece]:
    """What each line of the report has become, in the order of the file; `by_mark`: the line that a mark stands for.

    A paragraph that was parted from its line by Enter is put back to it.
    """
    found: list[Piece] = []
    for one in paragraphs:
        marks = sorted((m for m in one.marks if m.name in by_mark), key=lambda mark: mark.start)
        last = found[-1] if found else None
        if last is not None and not marks and _continues(last, one):
            words_ = one.text.lstrip(_DASHES)
            found[-1] = replace(last, text=f"{last.text} {words_}", parts=last.parts + 1)
        elif one.text:
            found += _parts(one, marks, by_mark)
    return found


def _continues(last: Piece, one: Paragraph) -> bool:
    plain = bool(one.text) and not one.level and not one.table and not last.table
    return plain and not {*one.goes_on}.isdisjoint(last.names)


def _parts(one: Paragraph, marks: Sequence[Mark], by_mark: Mapping[str, int]) -> Iterator[Piece]:
    """The paragraph, cut where the mark of another line begins; a mark round nothing beside others is no mark."""
    if len({by_mark[mark.name] for mark in marks}) > 1 and not one.cells:
        marks = [mark for mark in marks if mark.stop > mark.start]
    names = tuple(mark.name for mark in marks)
    if not marks or one.cells:
        line = by_mark[marks[0].name] if marks else None
        yield Piece(one.text, line, one.level, one.table, one.cells, names=names)
        return
    starts = _starts(marks, by_mark)
    for (start, line), (stop, _) in zip(starts, [*starts[1:], (len(one.text), 0)], strict=True):
        text = one.text[start:stop].strip()
        if text:
            yield Piece(text, line, one.level, one.table, names=names)


def _starts(marks: Sequence[Mark], by_mark: Mapping[str, int]) -> list[tuple[int, int]]:
    """Where each line begins in a paragraph; what stands in front of the first mark belongs to it."""
    found: list[tuple[int, int]] = []
    for mark in marks:
        line = by_mark[mark.name]
        if not found or found[-1][1] != line:
            found.append((mark.start if found else 0, line))
    return found
