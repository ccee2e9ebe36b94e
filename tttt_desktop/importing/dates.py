"""Dates as Vietnamese pages write them: "10.2.2017 - 16:51", "(7/3/2018 6:29:27 PM)", "Ngày 23-2", "T6, 2019-04-12"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_YEAR = r"(?:19[89]\d|20[0-4]\d)"
_FULL = re.compile(
    rf"(?<![\d/.])(?P<d>\d{{1,2}})\s*(?P<sep>[/.-])\s*(?P<m>\d{{1,2}})\s*(?P=sep)\s*(?P<y>{_YEAR})(?!\d)"
    rf"|(?<!\d)(?P<y2>{_YEAR})-(?P<m2>\d{{1,2}})-(?P<d2>\d{{1,2}})(?!\d)"
    rf"|ngay\s+(?P<d3>\d{{1,2}})\s+thang\s+(?P<m3>\d{{1,2}}),?\s+nam\s+(?P<y3>{_YEAR})(?!\d)"
)
_TIME = re.compile(
    r"(?<!\d)(\d{1,2})\s*[:h]\s*(\d{1,2})(?:\s*:\s*\d{1,2})?\s*(am|pm|sa|ch)?(?![\d%])"
)
_LABEL = re.compile(r"\bdang\b|cap nhat|xuat ban|\bgui\b|posted|updated")
_WORDS_AROUND = re.compile(
    r"thu (?:hai|ba|tu|nam|sau|bay|[2-7])|\bt[2-7]\b|chu nhat|\bcn\b|gmt|utc|ngay|dang|cap nhat"
    r"|xuat ban|thoi gian"
    r"|luc|vao|gui|tao|hom nay|gio|tin|bai|posted|date|updated|on|by|cms-view-count|luot xem"
    r"|lan xem|luot doc|luot|view"
    r"|\bam\b|\bpm\b|\bsa\b|\bch\b|[\W\d_]"
)
_EVENT = re.compile(
    r"\(?(?:(?:sang|chieu|toi|trua|ngay|hom|hom nay|sang nay|chieu nay)[ ,(–-]{1,4})(?:ngay )?"
    rf"(?P<d>\d{{1,2}})(?:\s*[/.-]\s*|\s+thang\s+)(?P<m>\d{{1,2}})(?:(?:\s*[/.-]\s*"
    rf"|,?\s+nam\s+)(?P<y>{_YEAR}))?(?![\d/])"
)
_NOT_AN_EVENT = re.compile(
    r"(?:\btu|truoc|sau|den|het|ke tu|tinh den|toi|cham nhat(?: la)?|nhat la"
    r"|\S*\d\S*[/-][a-z]\S*)\s*(?:\d{1,2} gio )?(?:ngay\s*)?$"
)
_SOON = 31  # days after which nobody reports a conference any more
_LONGEST_WAIT = timedelta(days=200)  # of a page after its event


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date line: the readings it allows (best first), "HH:MM" or "", and whether the page says what it is."""

    readings: tuple[date, ...]
    time: str = ""
    labelled: bool = False  # "Ngày đăng", "Cập nhật", ... stands beside it


@dataclass(frozen=True, slots=True)
class DayMonth:
    """The day of an event; `year` is None where the page leaves it out, as in "Ngày 4/1"."""

    day: int
    month: int
    year: int | None = None

    def in_year(self, year: int) -> date | None:
        """That day in a year; None where there is none (29/2)."""
        return make_date(year, self.month, self.day)


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _readings(found: re.Match[str], us_time: bool) -> tuple[date, ...]:
    if not found["d"]:
        year, month, day = (int(found[f"{name}2"] or found[f"{name}3"]) for name in ("y", "m", "d"))
        only = make_date(year, month, day)
        return (only,) if only else ()
    first, second, year = int(found["d"]), int(found["m"]), int(found["y"])
    day_first, month_first = make_date(year, second, first), make_date(year, first, second)
    order = (month_first, day_first) if us_time else (day_first, month_first)
    allowed = tuple(dict.fromkeys(one for one in order if one))
    return allowed if us_time else allowed[:1]


def _clock(folded: str) -> tuple[str, bool]:
    """ "HH:MM" or "", and whether it is written the American way ("6:29:27 PM"), which may put the month first."""
    found = _TIME.search(folded)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        return "", False
    hour, half = int(found[1]), found[3] or ""
    if half in ("pm", "ch") and hour < 12:
        hour += 12
    elif half in ("am", "sa") and hour == 12:
        hour = 0
    return f"{hour:02}:{int(found[2]):02}", half in ("am", "pm")


def read_stamp(folded: str) -> Stamp | None:
    """The stamp that a folded line is, or None when it is a sentence or has no full date."""
    if len(folded) > 90 or not (found := _FULL.search(folded)):
        return None
    rest = _FULL.sub(" ", folded)
    if len(_WORDS_AROUND.sub("", _TIME.sub(" ", rest))) > 12:
        return None
    time, us_time = _clock(rest)
    readings = _readings(found, us_time)
    if not readings:
        return None
    return Stamp(readings, time, bool(_LABEL.search(rest)))


def full_dates(folded: str) -> Iterator[date]:
    """Every full date in a folded text, day first."""
    for found in _FULL.finditer(folded):
        yield from _readings(found, False)


def find_event(folded: str) -> DayMonth | None:
    """The day something took place, as a folded lead tells it; dates of documents and deadlines are passed over."""
    for found in _EVENT.finditer(folded):
        day, month = int(found["d"]), int(found["m"])
        if make_date(2024, month, day) and not _NOT_AN_EVENT.search(
            folded[max(0, found.start() - 40) : found.start()]
        ):
            return DayMonth(day, month, int(found["y"]) if found["y"] else None)
    return None


def _wait(reading: date, event: DayMonth | None) -> int:
    """Days from the event to the page; many when the page cannot tell of it."""
    held = event and (event.in_year(reading.year), event.in_year(reading.year - 1))
    return min(((reading - day).days for day in held or () if day and day <= reading), default=999)


def choose_published(stamp: Stamp, event: DayMonth | None) -> date:
    """The reading of a stamp that comes soonest after the event; without one, the first reading."""
    return min(stamp.readings, key=lambda reading: _wait(reading, event))


def is_todays(stamp: Stamp, event: DayMonth | None) -> bool:
    """Whether a stamp above the title is the clock of the page rather than the date of the article."""
    if stamp.labelled:
        return False
    return not stamp.time or _wait(choose_published(stamp, event), event) > _SOON


def date_event(event: DayMonth, published: date | None, review_year: int | None) -> date | None:
    """The event with its year: as printed, else the one nearest before the page, else by the year under review.

    A printed year is corrected when the page shows that it is one off (a conference of January under the old year).
    """
    if published:
        near = (event.in_year(published.year), event.in_year(published.year - 1))
        fitting = [day for day in near if day and timedelta(0) <= published - day <= _LONGEST_WAIT]
        if not event.year:
            return fitting[0] if fitting else None
        printed = event.in_year(event.year)
        slipped = printed and fitting and abs((fitting[0] - printed).days) in (365, 366)
        return fitting[0] if slipped and (published - fitting[0]).days <= 20 else printed
    if event.year:
        return event.in_year(event.year)
    if not review_year:
        return None
    return event.in_year(review_year + 1 if event.month <= 6 else review_year)
