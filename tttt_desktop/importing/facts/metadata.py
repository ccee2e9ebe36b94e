"""What a page says about itself: title, dates, byline, outlet, province, years, leaders. What it does not say is empty."""

from dataclasses import dataclass, replace
from datetime import date

from tttt_desktop.domain.records import Found, Official, Span
from tttt_desktop.domain.text import fold
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.facts.dates import Stamp, choose_published, read_markup
from tttt_desktop.importing.facts.events import Event, date_event, find_events
from tttt_desktop.importing.facts.officials import find_officials
from tttt_desktop.importing.facts.outlets import find_outlet
from tttt_desktop.importing.facts.provinces import Named, find_province
from tttt_desktop.importing.facts.years import Years, find_years
from tttt_desktop.importing.page.layout import Layout, Running

_LONGEST_TITLE = 110
_LEAD = 700  # characters after which the lead ends with its paragraph
_EVENT = 900  # characters in which it says when its event was
_WINTER, _SUMMER = (
    frozenset({12, 1, 2, 3}),
    frozenset({6, 7, 8}),
)  # when years and half-years are reviewed


@dataclass(frozen=True, slots=True)
class About:
    """Metadata of one page, in the terms of `ParsedArticle`.

    `found` has one entry for each value; of "officials" one for each leader, in their order.
    """

    title: str
    outlet: str
    byline: str
    published_on: date | None
    published_time: str
    event_on: date | None
    province: str
    review_year: int | None
    plan_year: int | None
    officials: tuple[Official, ...]
    found: tuple[Found, ...]


def describe(layout: Layout, draft: Draft) -> About:
    """Read the metadata of a page from its laid-out lines and from what its markup says outside the text."""
    running = Running.of(layout)
    lead = _lead(running.folded)
    found = dict(layout.found)
    title = _title(layout, draft, running, found)
    stamp = layout.stamp or read_markup(draft.published)
    if stamp and not layout.stamp:
        found["published_on"] = Found("published_on", "Mã trang", 0.85)
    events = tuple(find_events(lead[:_EVENT]))
    folded_title = layout.folded[layout.title_at] if layout.title else ""
    years = find_years(
        folded_title, lead, stamp.readings[0].year if stamp else None, running.folded
    )
    published = _published(stamp, events, years, found)
    outlet, found_outlet = find_outlet(layout, draft)
    named = _province(layout, draft, running, outlet, published, found)
    if (
        named and outlet.startswith("Cổng") and outlet.endswith(" tỉnh")
    ):  # a banner that leaves the name to its picture
        outlet = f"{outlet} {named.name}"
    people = find_officials(running.text)
    event = _event(events, published, years, running, found)
    _note_years(years, layout, running, found)
    if found_outlet:
        found["outlet"] = found_outlet
    where = "Người dự, phát biểu"
    seen = [running.found("officials", where, one.sure, one.span) for one in people]
    return About(
        title=title,
        outlet=outlet,
        byline=_byline(layout, draft, found),
        published_on=published,
        published_time=stamp.time if stamp else "",
        event_on=event,
        province=named.name if named else "",
        review_year=years.review if years else None,
        plan_year=years.plan if years else None,
        officials=tuple(one.official for one in people),
        found=(*found.values(), *seen),
    )


def _lead(folded: str) -> str:
    return folded[: folded.find("\n", _LEAD) if len(folded) > _LEAD else None]


def _title(layout: Layout, draft: Draft, running: Running, found: dict[str, Found]) -> str:
    """The title line; of a page without one, the title of its markup, else the first words of its text."""
    if layout.title or not running.blocks:
        return " ".join(layout.title.split())
    if draft.headline:
        found["title"] = Found("title", "Mã trang", 0.8)
        return " ".join(draft.headline.split())
    line = running.text.partition("\n")[0]
    words = line if len(line) <= _LONGEST_TITLE else line[:_LONGEST_TITLE].rsplit(" ", 1)[0]
    found["title"] = running.found("title", "Những chữ đầu bài", 0.3, Span(0, len(words)))
    return " ".join(words.split()) + "…" * (words != line)


def _byline(layout: Layout, draft: Draft, found: dict[str, Found]) -> str:
    """The bare name; of a mail that names no author, its sender."""
    if not layout.byline and draft.byline:
        found["byline"] = Found("byline", "Người gửi thư", 0.6)
    return " ".join((layout.byline or draft.byline).split())


def _published(
    stamp: Stamp | None,
    events: tuple[Event, ...],
    years: Years | None,
    found: dict[str, Found],
) -> date | None:
    if not stamp:
        return None
    day = next((event.day for event in events if event.day), None)
    months = (_SUMMER if years.review == years.plan else _WINTER) if years else frozenset[int]()
    if len(stamp.readings) > 1:
        sure = 0.92 if day else 0.75 if years else 0.5
        found["published_on"] = replace(found["published_on"], sure=sure)
    if stamp.time:
        found["published_time"] = replace(found["published_on"], key="published_time")
    return choose_published(stamp, day, months)


def _event(
    events: tuple[Event, ...],
    published: date | None,
    years: Years | None,
    running: Running,
    found: dict[str, Found],
) -> date | None:
    """The first day told that can be one; the words are in the lead, which opens the text."""
    for event in events:
        day = date_event(event, published, years.review if years else None)
        if day:
            sure = 0.95 if event.day and published else 0.85
            found["event_on"] = running.found("event_on", "Đoạn mở đầu", sure, event.span)
            return day
    return None


def _province(
    layout: Layout,
    draft: Draft,
    running: Running,
    outlet: str,
    published: date | None,
    found: dict[str, Found],
) -> Named | None:
    head = "\n".join(layout.folded[at] for at in layout.head)
    around = "\n".join((head, fold(f"{draft.site}\n{draft.host}\n{outlet}")))
    title = layout.folded[layout.title_at] if layout.title else ""
    named = find_province(around, title, running.text, running.folded, published)
    if not named:
        return None
    sure = 0.97 if named.weight >= 9 else 0.93 if named.weight > 3 else 0.85
    if named.span:
        found["province"] = running.found("province", "Trong bài", sure, named.span)
    else:
        found["province"] = _in_line(layout, named.name) or Found("province", "Mã trang", 0.8)
    return named


def _in_line(layout: Layout, province: str) -> Found | None:
    """The province in the head or the title of a page."""
    for at in (*layout.head, layout.title_at):
        start = layout.folded[at].find(fold(province)) if at >= 0 else -1
        if start >= 0:
            span = Span(start, start + len(province))
            return Found(
                "province", "Đầu trang" if at != layout.title_at else "Tiêu đề", 0.9, at, span
            )
    return None


def _note_years(
    years: Years | None, layout: Layout, running: Running, found: dict[str, Found]
) -> None:
    if not years:
        return
    for key, sure in (("review_year", years.sure), ("plan_year", years.sure_plan)):
        found[key] = _where(years, sure, key, layout, running)


def _where(years: Years, sure: float, key: str, layout: Layout, running: Running) -> Found:
    span, title = years.span, len(layout.title)
    if years.place == "title" or (years.place == "both" and span.start < title):
        return Found(key, "Tiêu đề", sure, layout.title_at, span)
    if years.place == "both":
        span = Span(span.start - title - 2, span.stop - title - 2)
    where = "Đoạn mở đầu" if years.place != "text" else "Trong bài"
    return running.found(key, where, sure, span)
