"""What a report is made from: its articles numbered as sources, their accepted annotations as lines in order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tttt_desktop.domain.consolidation import Line
from tttt_desktop.domain.records import Article, Basis, FurtherSource, Kind, Page
from tttt_desktop.reporting.arranging import arrange
from tttt_desktop.reporting.lines import Entry
from tttt_desktop.reporting.numerals import day
from tttt_desktop.reporting.tree import Source


@dataclass(frozen=True, slots=True)
class Collected:
    """`pages` in the order of their days, `sources` numbered alike, `entries` by field and in the person's order."""

    pages: tuple[Page, ...]
    sources: tuple[Source, ...]
    entries: tuple[Entry, ...]

    def of(self, kind: Kind) -> list[Entry]:
        """The entries of a kind."""
        return [entry for entry in self.entries if entry.annotation.kind is kind]

    def tasks(self, basis: Basis) -> list[Entry]:
        """The tasks that were assigned, or the department's own."""
        return [entry for entry in self.of(Kind.TASK) if entry.task.basis is basis]


def collect(pages: Iterable[Page], fields: Sequence[str], lines: Iterable[Line]) -> Collected:
    """`fields` gives the order of the fields, `lines` that of the entries, which are merged and which left out."""
    ordered = by_day(pages)
    found = entries_of(ordered)
    return Collected(
        ordered,
        tuple(source(number, page.article) for number, page in enumerate(ordered, 1)),
        tuple(_by_field(arrange(found, lines), fields)),
    )


def by_day(pages: Iterable[Page]) -> tuple[Page, ...]:
    """By the day of publication, the undated last."""
    return tuple(
        sorted(pages, key=lambda page: (page.article.published_on or date.max, page.article.id))
    )


def reviewed_year(article: Article) -> int | None:
    """The year whose work an article tells of: as it says itself, else the one before that of its tasks."""
    return article.review_year or (article.year - 1 if article.year else None)


def entries_of(pages: Iterable[Page], first: int = 1) -> list[Entry]:
    """Every annotation as an entry of its own; the first page is the source of that number."""
    return [
        Entry(annotation, page.article, page.text, number)
        for number, page in enumerate(pages, first)
        for annotation in page.annotations
    ]


def source(number: int, article: Article) -> Source:
    """An article as the source of that number."""
    return Source(
        number,
        article.id,
        article.title,
        article.outlet,
        article.published_on,
        article.byline,
        article.source_name,
        tuple(map(_published, article.sources)),
    )


def _published(further: FurtherSource) -> str:
    """ "Báo Mẫu (06/01/2023)", or the file's name where the page does not say whose it is."""
    on = day(further.published_on)
    return f"{further.outlet or further.name}{on and f' ({on})'}"


def _by_field(entries: Iterable[Entry], fields: Sequence[str]) -> list[Entry]:
    """In the order of the fields, unknown fields after, no field last; within a field as they are arranged."""
    rank = {name: place for place, name in enumerate(fields)}
    return sorted(
        entries,
        key=lambda entry: (
            not entry.annotation.field,
            rank.get(entry.annotation.field, len(rank)),
            entry.annotation.field,
            entry.place,
        ),
    )
