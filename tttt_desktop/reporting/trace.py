"""What a report says, line by line in the order of the document, so that it is known again when it comes back."""

from collections.abc import Iterator
from dataclasses import replace

from tttt_desktop.domain.records import Span
from tttt_desktop.domain.traces import WrittenLine, annotation_of
from tttt_desktop.reporting.appendices import TASK_DETAILS
from tttt_desktop.reporting.office import enclosed_with
from tttt_desktop.reporting.plain import line
from tttt_desktop.reporting.tree import Appendix, Briefing, Cell, Item, Office, Row, Section
from tttt_desktop.reporting.wordxml import clean


def lines(briefing: Briefing) -> tuple[WrittenLine, ...]:
    """All paragraphs of the text and all rows of the tables; what stands at the head and the foot is left out."""
    return tuple(line for line in _lines(briefing) if line.text.strip())


def _lines(briefing: Briefing) -> Iterator[WrittenLine]:
    yield from map(_own, briefing.opening)
    for section in briefing.sections:
        yield from _section(section)
    yield _own(briefing.closing)
    for appendix in briefing.appendices:
        yield from _appendix(appendix, briefing.office)


def _own(text: str, level: int = 0) -> WrittenLine:
    return WrittenLine(clean(text), level=level)


def _section(section: Section) -> Iterator[WrittenLine]:
    yield _own(f"{section.label} {section.title}", section.level)
    yield from map(_own, section.paragraphs)
    for item in section.items:
        yield from _item(item)
    for part in section.parts:
        yield from _section(part)


def _item(item: Item) -> Iterator[WrittenLine]:
    if item.detail:
        yield replace(_written(item.line, (item.leads_to,)), detail=item.detail)
    else:
        yield _written(item.line, item.annotations)
    for quote in item.quotes:
        yield _own(_text(quote))


def _appendix(appendix: Appendix, office: Office) -> Iterator[WrittenLine]:
    yield _own(appendix.label)
    yield _own(appendix.title, level=1)
    yield _own(enclosed_with(office))
    for row in appendix.rows:
        yield from _row(row)
    yield from (_own(picture.caption) for picture in appendix.pictures)
    yield from map(_own, appendix.remarks)


def _row(row: Row) -> Iterator[WrittenLine]:
    """A row that comes from annotations, by the cell with their wording; the others are no lines of the person's."""
    annotations = tuple(filter(None, map(annotation_of, row.bookmarks)))
    if not annotations:
        return
    told = tuple(
        (name, at, clean(line(row.cells[at])))
        for at, name in TASK_DETAILS.items()
        if at < len(row.cells)
    )
    for at, cell in enumerate(row.cells):
        if cell.said is not None:
            yield replace(_written(cell, annotations, at), cells=told)


def _written(cell: Cell, annotations: tuple[int, ...], column: int = -1) -> WrittenLine:
    """The cell as the file has it, cut round the wording; each piece cleaned as it is there."""
    whole = _text(cell)
    said = cell.said or Span(0, len(whole))
    before, after = whole[: said.start], whole[said.stop :]
    return WrittenLine(
        clean(said.of(whole)), clean(before), clean(after), annotations, column=column
    )


def _text(cell: Cell) -> str:
    """What the cell says, without the marks of its sources."""
    return f"{cell.text}{cell.after}"
