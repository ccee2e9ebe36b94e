"""The day an article tells of: "Ngày 4-1", "Chiều 5/1", "hai ngày 29-30/12", "sáng nay"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tttt_desktop.domain.records import Span
from tttt_desktop.importing.facts.dates import YEAR, DayMonth, make_date

_DAY = re.compile(
    r"(?P<d>\d(?<![\d/.,-].)\d?)(?!\d)"
    r"(?P<more>\s*(?:-|–|,|va|den)\s*(?:ngay )?\d{1,2}(?=\s*[/.-]\s*\d|\s+thang))?"
    rf"(?:\s*[/.-]\s*|\s+thang\s+)(?P<m>\d{{1,2}})(?:(?:\s*[/.-]\s*|,?\s+nam\s+)(?P<y>{YEAR}))?"
    r"(?![\d/])"
)
_WHEN = re.compile(
    r"\b(?:sang|chieu|toi|trua|ngay|hom|(?:sang|chieu|toi|trua|hom) (?:nay|qua))[ ,(–-]{1,4}"
    r"(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)[ ,(–-]{1,4})?(?:ngay )?(?:mung |mong )?$"
)
_NOT_AN_EVENT = re.compile(
    r"(?:(?P<since>\btu)|truoc|sau|den|het|ke tu|tinh den|toi|cham nhat(?: la)?|nhat la"
    r"|\S*\d\S*[/-][a-z]\S*)\s*(?:\d{1,2} gio )?(?:ngay\s*)?$"
)
_TODAY = re.compile(r"(?:sang|chieu|toi|trua|hom) (?:nay|(qua))\b")
_FAR = 40  # characters before a day in which words tell what kind it is
_OPENING = 250  # characters in which "sáng nay" is said of the event
_LONGEST_WAIT = timedelta(days=200)  # of a page after its event


@dataclass(frozen=True, slots=True)
class Event:
    """A day as the lead tells it: a calendar day, or so many days before the page's own. `span` is in the lead."""

    day: DayMonth | None
    span: Span
    ago: int = 0


def find_events(folded: str) -> Iterator[Event]:
    """The days on which something took place, in a folded lead; days of documents and deadlines are passed over."""
    for found in _DAY.finditer(folded):
        when = _WHEN.search(folded, max(0, found.start() - _FAR), found.start())
        if not when:
            continue
        day, month = int(found["d"]), int(found["m"])
        before = _NOT_AN_EVENT.search(folded, max(0, when.start() - _FAR), when.start())
        if before and not (before["since"] and found["more"]):
            continue
        if make_date(2024, month, day):
            year = int(found["y"]) if found["y"] else None
            yield Event(DayMonth(day, month, year), Span(when.start(), found.end()))
    if today := _TODAY.search(folded, 0, _OPENING):
        yield Event(None, Span(today.start(), today.end()), int(bool(today[1])))


def first_day(folded: str) -> DayMonth | None:
    """The first calendar day that `find_events` gives."""
    return next((event.day for event in find_events(folded) if event.day), None)


def date_event(event: Event, published: date | None, review_year: int | None) -> date | None:
    """The event with its year: as printed, else the one nearest before the page, else by the year under review.

    A printed year is corrected when the page shows that it is one off (a conference of January under the old year);
    a day of years ago is no event.
    """
    if event.day is None:
        return published - timedelta(days=event.ago) if published else None
    if published:
        return _before(event.day, published)
    if event.day.year:
        return event.day.in_year(event.day.year)
    if not review_year:
        return None
    return event.day.in_year(review_year + 1 if event.day.month <= 6 else review_year)


def _before(day: DayMonth, published: date) -> date | None:
    near = (day.in_year(published.year), day.in_year(published.year - 1))
    fitting = [one for one in near if one and timedelta(0) <= published - one <= _LONGEST_WAIT]
    if not day.year:
        return fitting[0] if fitting else None
    printed = day.in_year(day.year)
    slipped = printed and fitting and abs((fitting[0] - printed).days) in (365, 366)
    if slipped and (published - fitting[0]).days <= 20:
        return fitting[0]
    return printed if abs(day.year - published.year) <= 1 else None
