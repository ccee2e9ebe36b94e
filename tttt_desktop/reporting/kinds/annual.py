"""Báo cáo tổng kết năm N, phương hướng, nhiệm vụ năm N+1, in the order in which departments write it.

What no article can tell (guidance, lessons, the situation ahead) stays a heading with a blank for the secretary.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tttt_desktop.domain.consolidation import Line
from tttt_desktop.domain.records import Article, Basis, Kind, Page
from tttt_desktop.reporting import appendices, notices, phrases
from tttt_desktop.reporting.collected import Collected, collect, reviewed_year
from tttt_desktop.reporting.footnotes import suit
from tttt_desktop.reporting.kinds import indicators
from tttt_desktop.reporting.kinds.causes import causes, remedies
from tttt_desktop.reporting.kinds.progress import Counts, Progress
from tttt_desktop.reporting.kinds.proposals import by_receiver
from tttt_desktop.reporting.kinds.sections import (
    TO_FILL_IN,
    Content,
    grouped,
    headed,
    lines,
    of_givers,
)
from tttt_desktop.reporting.known import Known
from tttt_desktop.reporting.lines import Entry
from tttt_desktop.reporting.numerals import count
from tttt_desktop.reporting.tree import Appendix, Briefing, Office, Options, Section


@dataclass(frozen=True, slots=True)
class _Year:
    """`told`: what articles tell of `year` itself; `given`: the tasks that were to be done in it; `ahead`: those of the
    next one. `pages` are the articles of the first and the last.
    """

    year: int
    told: tuple[Entry, ...]
    given: tuple[Entry, ...]
    ahead: tuple[Entry, ...]
    pages: tuple[Page, ...]
    everything: Collected
    progress: Progress

    def of(self, kind: Kind) -> list[Entry]:
        """What articles tell of the year, of one kind."""
        return [entry for entry in self.told if entry.annotation.kind is kind]

    def planned(self, basis: Basis) -> list[Entry]:
        """The tasks of the next year that were assigned, or the department's own."""
        return [entry for entry in self.ahead if entry.task.basis is basis]


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
    """The yearly report on the year that the newest of `pages` review, or on `options.year`.

    Articles that set the tasks of that year itself, or review the one before, tell what was planned and how it was.
    """
    found = _read(collect(pages, fields, lines), options, today, known)
    tables = appendices.labelled(_tables(found, options, known))
    year = found.year
    return suit(
        Briefing(
            office=office,
            kind="BÁO CÁO",
            title=" ".join(options.title.split())
            or f"Kết quả công tác năm {year} và phương hướng, nhiệm vụ năm {year + 1}",
            opening=(_opening(found, office, tables),),
            sections=headed(1, _chapters(found, options, tables)),
            closing=_closing(year, office),
            appendices=tables,
            sources=found.everything.sources,
            warnings=tuple(notices.find(found.everything.pages, found.everything.entries)),
        ),
        options,
    )


def _read(everything: Collected, options: Options, today: date, known: Known) -> _Year:
    reviewed = [year for page in everything.pages if (year := reviewed_year(page.article))]
    year = options.year or max(reviewed, default=today.year)

    def tells(article: Article) -> bool:
        return reviewed_year(article) in (None, year)

    def plans(article: Article) -> bool:
        return article.year is None or article.year > year

    tasks = everything.of(Kind.TASK)
    return _Year(
        year,
        tuple(one for one in everything.entries if tells(one.article)),
        tuple(
            one
            for one in everything.tasks(Basis.ASSIGNED)
            if _is_followed(one, known) or one.article.year == year
        ),
        tuple(one for one in tasks if plans(one.article)),
        tuple(page for page in everything.pages if tells(page.article) or plans(page.article)),
        everything,
        Progress(known, today, everything.sources),
    )


def _is_followed(entry: Entry, known: Known) -> bool:
    return any(one.annotation.id in known.followed for one in entry.members)


def _tables(found: _Year, options: Options, known: Known) -> Iterator[Appendix]:
    if options.task_table:
        state, result = found.progress.state, found.progress.result
        yield appendices.tasks(found.given, state, result)
    if options.figures:
        yield indicators.table(found.everything.entries, found.year)
    if options.charts:
        yield appendices.charts(known.pictures)
    yield appendices.sources(found.everything.sources)


def _opening(found: _Year, office: Office, tables: Sequence[Appendix]) -> str:
    who = f"{office.name} báo cáo" if office.name else "Báo cáo này nêu"
    said = f"{who} kết quả công tác năm {found.year} và phương hướng, nhiệm vụ năm {found.year + 1}"
    pages = found.pages
    if not pages:
        return f"{said}; chưa có bài viết nào được chọn."
    label = {table.title: table.label for table in tables}
    listed = label.get(appendices.SOURCE_TITLE, "")
    others = [name for name in label.values() if name != listed]
    details = f"; số liệu, nhiệm vụ chi tiết tại {' và '.join(others)}" if others else ""
    return (
        f"{said}, tổng hợp từ {count(len(pages))} bài viết về hội nghị tổng kết công tác"
        f"{phrases.days(pages)} (danh sách tại {listed}{details}), cụ thể như sau:"
    )


def _closing(year: int, office: Office) -> str:
    said = (
        f"Trên đây là báo cáo kết quả công tác năm {year} và phương hướng, nhiệm vụ năm {year + 1}"
    )
    return f"{said}{phrases.handed_to(office)}./."


def _chapters(
    found: _Year, options: Options, tables: Sequence[Appendix]
) -> Iterator[tuple[str, Content]]:
    yield (
        f"KẾT QUẢ THỰC HIỆN NĂM {found.year}",
        Content(headed(2, _results(found, options, tables))),
    )
    yield "ĐÁNH GIÁ CHUNG", Content(headed(2, _assessment(found, options)))
    ahead = f"PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM {found.year + 1}"
    yield ahead, Content(headed(2, _ahead(found, options)))
    yield "KIẾN NGHỊ, ĐỀ XUẤT", by_receiver(options.proposals) or TO_FILL_IN


def _results(
    found: _Year, options: Options, tables: Sequence[Appendix]
) -> Iterator[tuple[str, Content]]:
    by_field = grouped(found.of(Kind.ACHIEVEMENT), options, level=3)
    yield "Công tác chỉ đạo, điều hành", TO_FILL_IN
    yield "Kết quả theo lĩnh vực", Content(by_field) or TO_FILL_IN
    if found.given:
        counts = Counts.of(map(found.progress.state, found.given))
        yield "Thực hiện nhiệm vụ được giao", Content(paragraphs=(_counted(counts, tables),))


def _counted(counts: Counts, tables: Sequence[Appendix]) -> str:
    label = next((one.label for one in tables if one.title == appendices.TASK_TITLE), "")
    where = f" (chi tiết tại {label})" if label else ""
    return (
        f"Tổng số nhiệm vụ được giao: {count(counts.given)} nhiệm vụ, trong đó: "
        f"{'; '.join(counts.words())}{where}."
    )


def _assessment(found: _Year, options: Options) -> Iterator[tuple[str, Content]]:
    shortcomings = found.of(Kind.SHORTCOMING)
    by_field = grouped(shortcomings, options, level=3, explained=False)
    yield "Ưu điểm", TO_FILL_IN
    yield "Tồn tại, hạn chế", Content(by_field) or TO_FILL_IN
    yield "Nguyên nhân", causes(shortcomings, options) or TO_FILL_IN
    yield "Bài học kinh nghiệm", TO_FILL_IN


def _ahead(found: _Year, options: Options) -> Iterator[tuple[str, Content]]:
    """Own plans that name a figure are the targets, the others and what leaders assigned the tasks."""
    own = found.planned(Basis.OWN_PLAN)
    targets = [entry for entry in own if _names_figure(entry)]
    others = [entry for entry in own if not _names_figure(entry)]
    yield "Bối cảnh", TO_FILL_IN
    yield "Mục tiêu, chỉ tiêu", lines(targets, options) or TO_FILL_IN
    yield "Nhiệm vụ, giải pháp", Content(_tasks(found, others, options)) or TO_FILL_IN


def _names_figure(entry: Entry) -> bool:
    return any(one.annotation.figures for one in entry.members)


def _tasks(found: _Year, own: Sequence[Entry], options: Options) -> tuple[Section, ...]:
    """Points: what each leader assigned, what the department plans itself, what is to be done about shortcomings."""
    assigned = of_givers(found.planned(Basis.ASSIGNED))
    parts = [(title, lines(group, options)) for title, group in assigned]
    parts.append(("Nhiệm vụ trọng tâm do đơn vị đề ra", lines(own, options)))
    mended = Content(items=remedies(found.of(Kind.SHORTCOMING), options))
    parts.append(("Giải pháp khắc phục tồn tại, hạn chế", mended))
    return headed(3, ((title, content) for title, content in parts if content))
