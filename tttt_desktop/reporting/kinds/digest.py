"""Điểm báo: article by article, what each says in its own words, and a table that counts them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from tttt_desktop.domain.consolidation import Line
from tttt_desktop.domain.records import Basis, Kind, Page
from tttt_desktop.domain.text import sentences
from tttt_desktop.reporting import appendices, notices, phrases
from tttt_desktop.reporting.collected import Collected, collect
from tttt_desktop.reporting.kinds.sections import BLANK, Content, field_title, headed, lines
from tttt_desktop.reporting.known import Known
from tttt_desktop.reporting.lines import Entry, quoted
from tttt_desktop.reporting.numerals import count, day
from tttt_desktop.reporting.tree import Appendix, Briefing, Cell, Column, Office, Options, Row

TITLE = "BẢNG TỔNG HỢP ĐIỂM BÁO"
UNKNOWN = "Chưa rõ nơi đăng"
_LEAD = 420  # letters: some five lines of the page
_COLUMNS = (
    Column("STT", 760, centred=True),
    Column("Nội dung", 3495),
    Column("Số bài", 800, centred=True),
    Column("Kết quả (tích cực)", 1150, centred=True),
    Column("Tồn tại (phản ánh)", 1150, centred=True),
    Column("Nhiệm vụ được giao", 1100, centred=True),
    Column("Tự đề ra", 900, centred=True),
)


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
    """The digest of `pages`; lines that the person has left out are left out here, too, merged ones stand alone."""
    left_out = {one for line in lines if line.left_out for one in line.ids}
    found = collect(pages, fields, ())
    kept = tuple(entry for entry in found.entries if entry.annotation.id not in left_out)
    found = replace(found, entries=kept)
    tables = appendices.labelled((_counts(found),))
    return Briefing(
        office=office,
        kind="BÁO CÁO",
        title=" ".join(options.title.split()) or _title(found.pages),
        opening=(_opening(found, office, tables),),
        sections=headed(
            1, [("NỘI DUNG CÁC BÀI VIẾT", Content(headed(2, _articles(found, options))))]
        ),
        closing=f"Trên đây là báo cáo điểm báo{phrases.handed_to(office)}./.",
        appendices=tables,
        sources=found.sources,
        warnings=tuple(notices.find(found.pages, found.entries)),
    )


def _title(pages: Sequence[Page]) -> str:
    known = sorted({page.article.published_on for page in pages if page.article.published_on})
    if not known:
        return "Điểm báo công tác tổng kết"
    if known[0] == known[-1]:
        return f"Điểm báo công tác tổng kết ngày\u00a0{day(known[0])}"
    return f"Điểm báo công tác tổng kết từ ngày\u00a0{day(known[0])} đến ngày\u00a0{day(known[-1])}"


def _opening(found: Collected, office: Office, tables: Sequence[Appendix]) -> str:
    who = f"{office.name} báo cáo điểm báo" if office.name else "Báo cáo này điểm"
    if not found.pages:
        return f"{who} các bài viết về hội nghị tổng kết công tác; chưa có bài viết nào được chọn."
    said = f"{who} {count(len(found.pages))} bài viết về hội nghị tổng kết công tác"
    return (
        f"{said}{phrases.days(found.pages)}{phrases.outlets(found.pages)} "
        f"(bảng tổng hợp tại {tables[0].label}), cụ thể như sau:"
    )


def _articles(found: Collected, options: Options) -> Iterator[tuple[str, Content]]:
    of_article: dict[int, list[Entry]] = {}
    for entry in sorted(found.entries, key=lambda entry: entry.annotation.span.start):
        of_article.setdefault(entry.article.id, []).append(entry)
    said = replace(options, sources=False)  # each line stands under its article
    for page in found.pages:
        entries = of_article.get(page.article.id, [])
        yield _heading(page), Content(headed(3, _parts(entries, said)), tuple(_about(page)))


def _heading(page: Page) -> str:
    """The title of the article; one in capitals only must not look like a section's."""
    title = " ".join(page.article.title.split()) or page.article.source_name
    return f"Bài viết {quoted(title)}" if title.isupper() else title


def _about(page: Page) -> Iterator[str]:
    """Where it was published, when and by whom; then how it begins."""
    article = page.article
    known = (
        article.outlet or UNKNOWN,
        f"ngày {day(article.published_on)}" if article.published_on else "",
        article.byline and f"tác giả: {article.byline}",
        article.province,
    )
    yield f"{'; '.join(filter(None, known))}."
    lead = lead_of(page)
    if lead:
        yield f"Tóm tắt theo lời mở đầu của bài: {quoted(lead)}"


def lead_of(page: Page) -> str:
    """The first sentences of the first paragraph that is neither the title nor a line without a stop, unaltered."""
    paragraphs = (line.strip() for line in page.text.split("\n"))
    first = next((one for one in paragraphs if one.endswith((".", "!", "?", "…", ".”"))), "")
    spans = sentences(first)
    fitting = [span for span in spans if span.stop <= _LEAD] or spans[:1]
    return first[: fitting[-1].stop] if fitting else ""


def _parts(entries: Sequence[Entry], options: Options) -> Iterator[tuple[str, Content]]:
    for title, kind, basis in (
        ("Kết quả đạt được", Kind.ACHIEVEMENT, None),
        ("Tồn tại, hạn chế", Kind.SHORTCOMING, None),
        ("Nhiệm vụ được giao", Kind.TASK, Basis.ASSIGNED),
        ("Nhiệm vụ tự đề ra", Kind.TASK, Basis.OWN_PLAN),
    ):
        found = [e for e in entries if e.annotation.kind is kind and basis in (None, e.task.basis)]
        if found:
            yield title, lines(found, options)
    # the note of an article is the secretary's own and is not printed
    yield "Nhận xét, đề xuất xử lý", Content(paragraphs=(BLANK,))


def _counts(found: Collected) -> Appendix:
    """Articles and marks by newspaper, by field, and by what the articles tell."""
    rows = [
        *_group("Theo nguồn", _by_outlet(found)),
        *_group("Theo lĩnh vực", _by_field(found)),
        *_group("Theo nội dung phản ánh", _by_tone(found)),
    ]
    total = _row("", "Tổng số", {page.article.id for page in found.pages}, found.entries)
    return Appendix("", TITLE, False, _COLUMNS, (*rows, total) if found.pages else ())


_Group = Mapping[str, tuple[set[int], list[Entry]]]


def _group(title: str, groups: _Group) -> Iterator[Row]:
    if groups:
        yield Row((Cell(title),))
    for number, (name, (articles, entries)) in enumerate(groups.items(), 1):
        yield _row(str(number), name, articles, entries)


def _row(number: str, name: str, articles: set[int], entries: Sequence[Entry]) -> Row:
    kinds = Counter(entry.annotation.kind for entry in entries)
    own = sum(e.annotation.kind is Kind.TASK and e.task.basis is Basis.OWN_PLAN for e in entries)
    kinds[Kind.TASK] -= own
    numbers = (len(articles), *(kinds[kind] for kind in Kind), own)
    return Row((Cell(number), Cell(name), *(Cell(count(one) if one else "0") for one in numbers)))


def _by_outlet(found: Collected) -> _Group:
    outlet = {page.article.id: page.article.outlet or UNKNOWN for page in found.pages}
    groups: dict[str, tuple[set[int], list[Entry]]] = {}
    for article, name in outlet.items():
        groups.setdefault(name, (set(), []))[0].add(article)
    for entry in found.entries:
        groups[outlet[entry.article.id]][1].append(entry)
    return dict(sorted(groups.items(), key=lambda group: (-len(group[1][0]), group[0])))


def _by_field(found: Collected) -> _Group:
    groups: dict[str, tuple[set[int], list[Entry]]] = {}
    for entry in found.entries:
        articles, entries = groups.setdefault(field_title(entry), (set(), []))
        articles.add(entry.article.id)
        entries.append(entry)
    return groups


def _by_tone(found: Collected) -> _Group:
    """Articles that tell of shortcomings, those that tell of results or tasks only, those with nothing marked."""
    marked = {entry.article.id for entry in found.entries}
    weak = {entry.article.id for entry in found.of(Kind.SHORTCOMING)}
    everything = {page.article.id for page in found.pages}
    named = {
        "Bài có nêu tồn tại, hạn chế": weak,
        "Bài chỉ nêu kết quả, nhiệm vụ": marked - weak,
        "Bài chưa có nội dung được ghi nhận": everything - marked,
    }
    return {
        name: (articles, [entry for entry in found.entries if entry.article.id in articles])
        for name, articles in named.items()
        if articles
    }
