"""Records to a Briefing: what the report on a set of articles says, and in which order.

The structure is that of the summary reports of departments: results by field, shortcomings with causes, tasks by
who gave them, the department's own plans apart, proposals; the tasks and the articles once more as tables.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from tttt_desktop.domain.consolidation import NOT_SAID, SEVERAL, Line
from tttt_desktop.domain.records import Basis, FurtherSource, Kind, Page
from tttt_desktop.domain.text import fold
from tttt_desktop.reporting import appendices, notices, phrases
from tttt_desktop.reporting.arranging import arrange
from tttt_desktop.reporting.lines import Entry, item
from tttt_desktop.reporting.numerals import day, point, roman
from tttt_desktop.reporting.tree import Briefing, Office, Options, Section, Source

NO_FIELD = NOT_SAID["field"]
NOTHING = "Các bài viết chưa có nội dung được ghi nhận ở mục này."

Grouping = Callable[[Entry], str]


def build(
    pages: Sequence[Page],
    office: Office,
    options: Options,
    *,
    fields: Sequence[str] = (),
    lines: Iterable[Line] = (),
    today: date,
) -> Briefing:
    """The briefing on `pages` (each an article with its accepted annotations).

    `fields` gives the order of the fields, `lines` that of the entries, which of them are merged and which left out;
    `today` decides what is overdue. Sources are numbered by the day of publication. An article without annotations
    counts as read.
    """
    ordered = sorted(
        pages, key=lambda page: (page.article.published_on or date.max, page.article.id)
    )
    sources = [_source(number, page) for number, page in enumerate(ordered, 1)]
    found = [
        Entry(annotation, page.article, page.text, number)
        for number, page in enumerate(ordered, 1)
        for annotation in page.annotations
    ]
    entries = _by_field(arrange(found, lines), fields)
    tables = appendices.build(entries, sources, options, today=today)
    return Briefing(
        office=office,
        kind="BÁO CÁO",
        title=" ".join(options.title.split()) or phrases.title(ordered),
        opening=phrases.opening(ordered, entries, office, tables),
        sections=tuple(_sections(entries, options)),
        closing=phrases.closing(office),
        appendices=tuple(tables),
        sources=tuple(sources),
        warnings=tuple(notices.find(ordered, entries)),
    )


def _source(number: int, page: Page) -> Source:
    article = page.article
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


def _published(source: FurtherSource) -> str:
    """ "Báo Mẫu (06/01/2023)", or the file's name where the page does not say whose it is."""
    on = day(source.published_on)
    return f"{source.outlet or source.name}{on and f' ({on})'}"


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


def _sections(entries: Sequence[Entry], options: Options) -> Iterable[Section]:
    """The sections of the report, numbered; those that only some reports have are left out when empty."""
    kind = {kind: [e for e in entries if e.annotation.kind is kind] for kind in Kind}
    assigned = [e for e in kind[Kind.TASK] if e.task.basis is Basis.ASSIGNED]
    own = [e for e in kind[Kind.TASK] if e.task.basis is Basis.OWN_PLAN]
    proposals = tuple(line.strip() for line in options.proposals.splitlines() if line.strip())
    by = ORDERS[options.order]
    found: list[tuple[str, tuple[str, ...], tuple[Section, ...]]] = [
        ("KẾT QUẢ, THÀNH TÍCH NỔI BẬT", (), _grouped(kind[Kind.ACHIEVEMENT], by, options)),
        ("TỒN TẠI, HẠN CHẾ; NGUYÊN NHÂN", (), _grouped(kind[Kind.SHORTCOMING], by, options)),
        ("NHIỆM VỤ LÃNH ĐẠO GIAO", (), _by_giver(assigned, options)),
    ]
    if own:
        found.append(("NHIỆM VỤ TỰ ĐỀ RA", (), _grouped(own, by, options)))
    if proposals:
        found.append(("ĐỀ XUẤT", proposals, ()))
    for number, (title, paragraphs, parts) in enumerate(found, 1):
        empty = () if parts or paragraphs else (NOTHING,)
        yield Section(1, f"{roman(number)}.", title, paragraphs or empty, parts=parts)


def field_title(entry: Entry) -> str:
    """The heading of a field; one written in capitals only must not look like a section's."""
    field = entry.annotation.field or NO_FIELD
    return f"Lĩnh vực {field}" if field.isupper() else field


def _province_title(entry: Entry) -> str:
    if len(entry.provinces) > 1:
        return SEVERAL["province"]
    return f"Tỉnh, thành phố: {entry.provinces[0]}" if entry.provinces else NOT_SAID["province"]


def _article_title(entry: Entry) -> str:
    if _of_several_articles(entry):
        return SEVERAL["article"]
    return f"Bài [{entry.source}]: {' '.join(entry.article.title.split())}"


def _of_several_articles(entry: Entry) -> bool:
    return len({one.source for one in entry.members}) > 1


def _grouped(entries: Sequence[Entry], by: Grouping, options: Options) -> tuple[Section, ...]:
    """Sections "1.", "2." ... in the order in which their first entry comes (by source where that is the title)."""
    groups: dict[str, list[Entry]] = {}
    ordered = entries if by is field_title else sorted(entries, key=_group_rank(by))
    for entry in ordered:
        groups.setdefault(by(entry), []).append(entry)
    return tuple(
        Section(2, f"{number}.", title, items=tuple(item(entry, options) for entry in group))
        for number, (title, group) in enumerate(groups.items(), 1)
    )


def _group_rank(by: Grouping) -> Callable[[Entry], tuple[object, ...]]:
    """Provinces by name, articles by source; what is of several comes behind them, the unknown last."""
    if by is _province_title:
        return lambda entry: (
            not entry.provinces,
            len(entry.provinces) > 1,
            tuple(map(fold, entry.provinces[:1])),
            entry.place,
        )
    return lambda entry: (_of_several_articles(entry), entry.source, entry.place)


def _by_giver(entries: Sequence[Entry], options: Options) -> tuple[Section, ...]:
    """Sections by giver, within each the points "a)", "b)" ... by field."""
    return tuple(
        Section(2, f"{number}.", appendices.giver_title(giver), parts=_points(group, options))
        for number, (giver, group) in enumerate(appendices.by_giver(entries).items(), 1)
    )


def _points(entries: Sequence[Entry], options: Options) -> tuple[Section, ...]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(field_title(entry), []).append(entry)
    return tuple(
        Section(3, f"{point(index)})", title, items=tuple(item(entry, options) for entry in group))
        for index, (title, group) in enumerate(groups.items())
    )


# What the lines of a section are grouped by, for each value of `Options.order`.
ORDERS: Mapping[str, Grouping] = {
    "field": field_title,
    "province": _province_title,
    "article": _article_title,
}
