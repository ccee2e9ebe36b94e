"""The summary of what articles say: results by field, shortcomings with causes, tasks by who gave them, the department's
own plans apart, proposals; the tasks and the articles once more as tables.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tttt_desktop.domain.consolidation import Line
from tttt_desktop.domain.records import Basis, Kind, Page
from tttt_desktop.reporting import appendices, notices, phrases
from tttt_desktop.reporting.collected import Collected, collect
from tttt_desktop.reporting.footnotes import suit
from tttt_desktop.reporting.kinds.proposals import by_receiver
from tttt_desktop.reporting.kinds.sections import ORDERS, Content, grouped, headed, of_givers
from tttt_desktop.reporting.known import Known
from tttt_desktop.reporting.lines import status
from tttt_desktop.reporting.tree import Appendix, Briefing, Office, Options


def build(
    pages: Sequence[Page],
    office: Office,
    options: Options,
    *,
    fields: Sequence[str] = (),
    lines: Iterable[Line] = (),
    today: date,
    known: Known = Known(),  # noqa: B008 - frozen
) -> Briefing:
    """The briefing on `pages` (each an article with its accepted annotations).

    `fields` gives the order of the fields, `lines` that of the entries, which of them are merged and which left out;
    `today` decides what is overdue. Sources are numbered by the day of publication. An article without annotations
    counts as read.
    """
    found = collect(pages, fields, lines)
    tables = appendices.labelled(_tables(found, options, today, known))
    return suit(
        Briefing(
            office=office,
            kind="BÁO CÁO",
            title=" ".join(options.title.split()) or phrases.title(found.pages),
            opening=phrases.opening(found.pages, found.entries, office, tables),
            sections=headed(1, _chapters(found, options)),
            closing=phrases.closing(office),
            appendices=tables,
            sources=found.sources,
            warnings=tuple(notices.find(found.pages, found.entries)),
        ),
        options,
    )


def _tables(found: Collected, options: Options, today: date, known: Known) -> Iterator[Appendix]:
    if options.task_table:
        yield appendices.tasks(found.entries, lambda entry: status(entry.task, today))
    if options.figures:
        yield appendices.figures(found.entries)
    if options.charts:
        yield appendices.charts(known.pictures)
    yield appendices.sources(found.sources)


def _chapters(found: Collected, options: Options) -> Iterator[tuple[str, Content]]:
    """Those that only some reports have are left out when empty."""
    by = ORDERS[options.order]
    givers = of_givers(found.tasks(Basis.ASSIGNED))
    assigned = ((title, Content(grouped(group, options, level=3))) for title, group in givers)
    own = grouped(found.tasks(Basis.OWN_PLAN), options, by)
    proposals = by_receiver(options.proposals)
    yield "KẾT QUẢ, THÀNH TÍCH NỔI BẬT", Content(grouped(found.of(Kind.ACHIEVEMENT), options, by))
    yield "TỒN TẠI, HẠN CHẾ; NGUYÊN NHÂN", Content(grouped(found.of(Kind.SHORTCOMING), options, by))
    yield "NHIỆM VỤ LÃNH ĐẠO GIAO", Content(headed(2, assigned))
    if own:
        yield "NHIỆM VỤ TỰ ĐỀ RA", Content(own)
    if proposals:
        yield "ĐỀ XUẤT", proposals
