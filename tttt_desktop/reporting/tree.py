"""A briefing as a plain tree: what it says, in which order, and where each line comes from. No Word, no HTML."""

from dataclasses import dataclass, field
from datetime import date

from tttt_desktop.domain.records import Span
from tttt_desktop.domain.traces import detail_mark, line_mark


@dataclass(frozen=True, slots=True)
class Options:
    """What the person chose for a report.

    `template`: the key of a template. `title`: the trích yếu; empty: one is made. `year`: the plan year, for a template
    `of_review_year` the year under review; None: all, or the newest where a template needs one.
    `scope`: "done" (articles marked Xong) or "all". `order`: "field", "province" or "article".
    `sources`: whether each line names its articles; `notes` how: "footnotes", "numbers" ("[n]"), or "" for what suits
    their number. `task_table`, `figures`, `charts`: the appendices. `quotes`: the quotation under a line the person has
    reworded. `proposals`: the text of the last section, a paragraph a line. `articles`: when there are any, only these,
    in whatever state; `scope` says nothing then.
    """

    template: str = "briefing"
    title: str = ""
    year: int | None = None
    scope: str = "done"
    order: str = "field"
    sources: bool = True
    task_table: bool = True
    quotes: bool = False
    figures: bool = False
    proposals: str = ""
    articles: tuple[int, ...] = ()
    notes: str = ""
    charts: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """Who sends the report, as the dossier's settings say it. Empty: not known, stays blank in the document."""

    parent: str = ""
    name: str = ""
    place: str = ""
    symbol: str = ""
    number: str = ""
    signed_on: date | None = None
    addressees: tuple[str, ...] = ()
    authority: str = ""
    signer_title: str = ""
    signer_name: str = ""
    recipients: tuple[str, ...] = ()
    archive: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """An article the report rests on; `number` is the n of its mark "[n]". `also`: where else it was published."""

    number: int
    article_id: int
    title: str
    outlet: str = ""
    published_on: date | None = None
    byline: str = ""
    file_name: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """Text, then the mark "[n]" of a source (0: none), then text. "\n" breaks the line.

    `also`: further sources, each with the words before its mark; they stand in front of `after`. `said`: where in
    `text` the wording of an annotation stands, without quotation marks, so that it is known when the file comes back.
    """

    text: str = ""
    source: int = 0
    after: str = ""
    also: tuple[tuple[str, int], ...] = ()
    said: Span | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the report, punctuated. `annotations` lead back to the marked passages, several of a merged line.

    `quotes` are printed under a line that the person has reworded. `leads_to`: the annotation that a line without one
    of its own belongs to; `detail`: the attribute of it that the line says, one of `traces.DETAILS`.
    """

    annotations: tuple[int, ...]
    line: Cell
    quotes: tuple[Cell, ...] = ()
    leads_to: int = 0
    detail: str = ""

    @property
    def marks(self) -> tuple[str, ...]:
        """The names of the bookmarks round it."""
        if self.detail:
            return (detail_mark(self.leads_to, self.detail),)
        return tuple(map(line_mark, self.annotations))


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines: level 1 "I. ...", level 2 "1. ...", level 3 "a) ...". `paragraphs` stand first."""

    level: int
    label: str
    title: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    parts: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A table row. One cell only: a group line over all columns. `bookmarks`: the names by which it is found.

    `leads_to`: the annotation that the row tells of, 0 for none.
    """

    cells: tuple[Cell, ...]
    bookmarks: tuple[str, ...] = ()
    leads_to: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; `width` in twips, `centred` for numbers and dates."""

    title: str
    width: int
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart: PNG bytes, as wide and high in EMU (360,000 a centimetre) as it is printed, the words for those who
    cannot see it, and the line below it.
    """

    data: bytes
    width: int
    height: int
    description: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Appendix:
    """A Phụ lục: a table (none without columns), then pictures, then remarks on the table.

    `label` is "Phụ lục I", or "Phụ lục" when it is the only one.
    """

    label: str
    title: str
    landscape: bool
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    pictures: tuple[Picture, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to look at before handing in; it never blocks. `remedy`: what to do about it.

    `refs`: (article id, annotation id or 0) where it is. `setting`: what mends it, "office.name" (a setting of the
    office) or "report.year" (a choice of the form).
    """

    message: str
    refs: tuple[tuple[int, int], ...] = ()
    remedy: str = ""
    setting: str = ""

    def __str__(self) -> str:
        return self.message


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole report, ready to be written as .docx or HTML.

    `footnotes`: the marks of the lines are numbers of footnotes that name the articles; the marks in tables always are
    "[n]", the number of the article in the list of articles.
    """

    office: Office
    kind: str  # tên loại, in capitals
    title: str  # trích yếu
    opening: tuple[str, ...]
    sections: tuple[Section, ...]
    closing: str
    appendices: tuple[Appendix, ...] = ()
    sources: tuple[Source, ...] = ()
    warnings: tuple[Notice, ...] = field(default=())
    footnotes: bool = False
