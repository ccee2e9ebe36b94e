"""The wordings of a report: what the person wrote, where it is kept, and what of it is quoted."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from tttt_desktop.domain.errors import Cancelled
from tttt_desktop.domain.records import Figure
from tttt_desktop.proofing import house
from tttt_desktop.proofing.check import check, quotable, shields
from tttt_desktop.proofing.finding import Finding, Style
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import articles, consolidation
from tttt_desktop.storage import proofing as storage

TONES, PERCENT = "proofing.tones", "proofing.percent"  # settings; see `proofing.house`
Place = tuple[str, int, str]  # table, row and column
_NO_PROSE = frozenset(
    f"office.{name}" for name in ("number", "date", "symbol", "archive", "signer_name")
)
_PARTS_OF = {"statement": "", "cause": "Nguyên nhân · ", "remedy": "Giải pháp · "}
_REPORT = "Báo cáo"
_SENTENCES = (
    ".title",
    ".proposals",
)  # of each template; the other settings of a report are no words


@dataclass(frozen=True)
class Wording:
    """Words of the person: where they are kept, and what must be known to look them over.

    `quote` is what it was worded from, `quotes` the parts that stand in an article. `annotation_id` and `article_id` are 0 for what belongs to no
    article; `title` says what it belongs to.
    """

    table: str
    row: int
    column: str
    text: str
    title: str
    quote: str = ""
    quotes: tuple[str, ...] = ()
    opens: bool = True
    figures: tuple[Figure, ...] = ()
    annotation_id: int = 0
    article_id: int = 0
    dated: bool = True
    sourced: bool = True

    @property
    def place(self) -> Place:
        """What tells it from every other."""
        return self.table, self.row, self.column

    @property
    def is_of_report(self) -> bool:
        """Whether it is a setting of the report, and none of the office."""
        return self.table == "setting" and self.title == _REPORT

    def look_over(self, style: Style) -> tuple[Finding, ...]:
        """All that is to be said of it, before the person's own decisions."""
        return check(
            self.text,
            style,
            shielded=shields(self.text, self.quotes),
            opens=self.opens,
            figures=self.figures,
            dated=self.dated,
            sourced=self.sourced,
        )


@dataclass(frozen=True)
class Found:
    """One thing to look at: the wording and the finding in it."""

    wording: Wording
    finding: Finding

    @property
    def wrong(self) -> str:
        """The words it is about."""
        return self.finding.span.of(self.wording.text)

    @cached_property
    def key(self) -> str:
        """What it is remembered by once it was let stand."""
        return ":".join((*map(str, self.wording.place), self.finding.fault, self.wrong))


@dataclass(frozen=True, slots=True)
class Draft:
    """The wordings of a dossier as plain values: any thread may look them over. `wanted`: tones and percent as set."""

    wordings: tuple[Wording, ...]
    style: Style
    wanted: tuple[str, str] = ("", "")

    def look_over(
        self,
        known: Mapping[Wording, tuple[Finding, ...]] = MappingProxyType({}),
        cancelled: Callable[[], bool] = lambda: False,
    ) -> dict[Wording, tuple[Finding, ...]]:
        """What is to be said of each wording; what is `known` of one is not asked again. Raises Cancelled."""
        found = {}
        for wording in self.wordings:
            if cancelled():
                raise Cancelled
            before = known.get(wording)
            found[wording] = wording.look_over(self.style) if before is None else before
        return found


def draft(d: Dossier, annotation_ids: Iterable[int] | None = None) -> Draft:
    """The wordings of the report; or only those of some annotations, and of all merged lines and settings."""
    rows = storage.annotations(d.store.conn, annotation_ids)
    wordings = tuple(_with_quotes(d, [*_of_annotations(d, rows), *_of_lines(d), *_of_settings(d)]))
    wanted = (d.setting(TONES), d.setting(PERCENT))
    text = "\n".join(wording.text for wording in wordings)
    return Draft(wordings, house.style_of(text, tones=wanted[0], percent=wanted[1]), wanted)


def _of_annotations(d: Dossier, rows: Sequence[storage.Worded]) -> Iterator[Wording]:
    figures = consolidation.figures(d.store.conn) if rows else {}
    unclear: set[int] = set()  # articles of which it was said that their year or source is unknown
    for row in rows:
        said = row.statement.strip() and row.statement.split() != row.quote.split()
        if said and row.line_id is None:
            first = row.article_id not in unclear
            unclear.add(row.article_id)
            yield replace(
                _part(row, "statement", row.statement),
                opens=True,
                figures=tuple(figures.get(row.id, ())),
                dated=row.dated or not first,
                sourced=row.sourced or not first,
            )
        for column, text in (("cause", row.cause), ("remedy", row.remedy)):
            if text.strip():
                yield _part(row, column, text)


def _part(row: storage.Worded, column: str, text: str) -> Wording:
    return Wording(
        *("annotation", row.id, column, text, f"{_PARTS_OF[column]}{row.title}"),
        quote=row.quote,
        opens=False,
        annotation_id=row.id,
        article_id=row.article_id,
    )


def _of_lines(d: Dossier) -> Iterator[Wording]:
    texts = storage.lines(d.store.conn)
    leads: dict[int, int] = {}
    for annotation_id, placed in consolidation.placed(d.store.conn).items() if texts else ():
        if placed.line_id in texts:
            leads.setdefault(placed.line_id or 0, annotation_id)
    for line_id, text in texts.items():
        lead = leads.get(line_id, 0)
        article_id = d.article_of(lead) if lead else 0
        yield Wording(
            "line",
            line_id,
            "statement",
            text,
            "Dòng gộp",
            annotation_id=lead,
            article_id=article_id,
        )


def _of_settings(d: Dossier) -> Iterator[Wording]:
    for row, key, value in storage.settings(d.store.conn):
        of_report = key.startswith("report.")
        if (
            key.partition("@")[0] in _NO_PROSE
            or not value.strip()
            or (of_report and not key.endswith(_SENTENCES))
        ):
            continue
        title = _REPORT if of_report else "Thông tin cơ quan"
        yield Wording("setting", row, "value", value, title, opens=of_report)


def _with_quotes(d: Dossier, wordings: Sequence[Wording]) -> Iterator[Wording]:
    """The wordings with what they quote; a cause that is wholly the article's is no wording."""
    quoting = [(one, parts) for one in wordings if (parts := _parts(one))]
    bodies = articles.current_bodies(d.store.conn, {one.article_id for one, _ in quoting})
    known: dict[Place, tuple[str, ...]] = {}
    for wording, parts in quoting:
        if wording.table == "annotation":
            body = f"{bodies[wording.article_id]['text']}\n{wording.quote}"
            known[wording.place] = tuple(part for part in parts if part in body)
        else:
            quoted = storage.quoted(d.store.conn, parts)
            known[wording.place] = tuple(part for part in parts if part in quoted)
    for wording in wordings:
        quotes = known.get(wording.place, ())
        if wording.text not in quotes or wording.column == "statement":
            yield replace(wording, quotes=quotes) if quotes else wording


def _parts(wording: Wording) -> list[str]:
    """What may be quoted in a wording: what stands in quotation marks; a whole cause."""
    found = [span.of(wording.text) for span in quotable(wording.text)]
    return [*found, wording.text] if wording.column in ("cause", "remedy") else found
