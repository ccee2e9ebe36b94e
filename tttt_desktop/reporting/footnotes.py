"""Where a line comes from, in a footnote: newspaper, day and title of its articles.

Up to MOST footnotes: beyond that LibreOffice needs minutes to open the file, and "[n]" with the list of articles says
the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tttt_desktop.reporting.lines import quoted
from tttt_desktop.reporting.numerals import count, day
from tttt_desktop.reporting.tree import Briefing, Cell, Notice, Options, Section, Source

MOST = 200
FOOTNOTES, NUMBERS = "footnotes", "numbers"


def suit(briefing: Briefing, options: Options) -> Briefing:
    """The report with footnotes or numbers, as was chosen or as suits the number of its lines."""
    marks = sum(cell.source > 0 for cell in _cells(briefing.sections))
    if options.notes != FOOTNOTES or marks <= MOST:
        return replace(briefing, footnotes=options.notes != NUMBERS and 0 < marks <= MOST)
    said = f"Có {count(marks)} ý cần ghi nguồn, quá {MOST} chú thích; nguồn được ghi bằng số trong ngoặc."
    return replace(briefing, warnings=(*briefing.warnings, Notice(said)))


def _cells(sections: Sequence[Section]) -> Iterator[Cell]:
    for section in sections:
        for one in section.items:
            yield one.line
            yield from one.quotes
        yield from _cells(section.parts)


class Notes:
    """The footnotes of one document, numbered from 1 in the order in which they are asked for."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = {source.number: source for source in sources}
        self.texts: list[str] = []

    def number(self, cell: Cell) -> int:
        """The number of a new footnote that names the articles of a line."""
        numbers = dict.fromkeys((cell.source, *(source for _, source in cell.also)))
        self.texts.append("; ".join(named(self._sources[number]) for number in numbers) + ".")
        return len(self.texts)


def named(source: Source) -> str:
    """ "Báo Mẫu, ngày 06/01/2023: “Tên bài”"; the name of the file for an article without a title."""
    on = day(source.published_on)
    when = on and f"{'ngày' if source.outlet else 'Ngày'} {on}"
    where = ", ".join(filter(None, (source.outlet, when)))
    title = " ".join(source.title.split())
    return ": ".join(filter(None, (where, quoted(title) if title else source.file_name)))
