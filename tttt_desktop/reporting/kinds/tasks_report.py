"""Theo dõi nhiệm vụ: how the tasks of a year stand, in a page of counts and a table of all, by who gave them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from tttt_desktop.domain.consolidation import Line
from tttt_desktop.domain.following import State
from tttt_desktop.domain.records import Basis, Kind, Page
from tttt_desktop.reporting import appendices, notices, phrases
from tttt_desktop.reporting.collected import Collected, collect
from tttt_desktop.reporting.footnotes import suit
from tttt_desktop.reporting.kinds.progress import WORDS, Counts, Progress
from tttt_desktop.reporting.kinds.proposals import by_receiver
from tttt_desktop.reporting.kinds.sections import Content, grouped, headed, of_givers
from tttt_desktop.reporting.known import Known
from tttt_desktop.reporting.lines import Entry
from tttt_desktop.reporting.numerals import count, day
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
    """The state of the tasks of `pages` on the day `today`; where some are followed, of these only."""
    found = _followed(collect(pages, fields, lines), known)
    progress = Progress(known, today, found.sources)
    assigned = found.tasks(Basis.ASSIGNED)
    tables = appendices.labelled(_tables(found, progress))
    counts = Counts.of(map(progress.state, assigned))
    return suit(
        Briefing(
            office=office,
            kind="BÁO CÁO",
            title=" ".join(options.title.split()) or _title(options),
            opening=(_opening(counts, options, office, tables, today),),
            sections=headed(1, _chapters(assigned, progress, options)),
            closing=f"Trên đây là báo cáo {_what(options)}{phrases.handed_to(office)}./.",
            appendices=tables,
            sources=found.sources,
            warnings=tuple(notices.find(found.pages, found.entries)),
        ),
        options,
    )


def _followed(found: Collected, known: Known) -> Collected:
    """The tasks only; those that are not followed in the year of the report are left out."""

    def wanted(entry: Entry) -> bool:
        return not known.followed or any(
            one.annotation.id in known.followed for one in entry.members
        )

    return replace(found, entries=tuple(entry for entry in found.of(Kind.TASK) if wanted(entry)))


def _tables(found: Collected, progress: Progress) -> Iterator[Appendix]:
    yield appendices.tasks(found.entries, progress.state, progress.result)
    yield appendices.sources(found.sources)


def _what(options: Options) -> str:
    return f"tình hình thực hiện nhiệm vụ được giao{f' năm {options.year}' if options.year else ''}"


def _title(options: Options) -> str:
    said = _what(options)
    return said[0].upper() + said[1:]


def _opening(
    counts: Counts, options: Options, office: Office, tables: Sequence[Appendix], today: date
) -> str:
    who = f"{office.name} báo cáo" if office.name else "Báo cáo này nêu"
    if not counts.given:
        return f"{who} {_what(options)}; chưa có nhiệm vụ nào được ghi nhận."
    label = {table.title: table.label for table in tables}
    table, listed = label[appendices.TASK_TITLE], label[appendices.SOURCE_TITLE]
    return (
        f"{who} {_what(options)} tính đến ngày {day(today)}: có {count(counts.given)} nhiệm vụ được giao "
        f"(chi tiết tại {table}; các bài viết nêu nhiệm vụ tại {listed}), cụ thể như sau:"
    )


def _chapters(
    assigned: Sequence[Entry], progress: Progress, options: Options
) -> Iterator[tuple[str, Content]]:
    counted = Counts.of(map(progress.state, assigned)).words()
    yield (
        "KẾT QUẢ CHUNG",
        Content(paragraphs=tuple(f"- {one[0].upper()}{one[1:]}." for one in counted)),
    )
    late = [entry for entry in assigned if progress.state(entry) == WORDS[State.OVERDUE]]
    if late:
        groups = of_givers(late)
        parts = ((title, Content(grouped(group, options, level=3))) for title, group in groups)
        yield "NHIỆM VỤ QUÁ HẠN", Content(headed(2, parts))
    proposals = by_receiver(options.proposals)
    if proposals:
        yield "KIẾN NGHỊ, ĐỀ XUẤT", proposals
