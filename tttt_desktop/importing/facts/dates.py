"""Date lines as Vietnamese pages write them: "10.2.2017 - 16:51", "(7/3/2018 6:29:27 PM)", "T6, 2019-04-12 15:01"."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

YEAR = r"(?:19[89]\d|20[0-4]\d)"
_MONTHS = ("mot", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi")
_MONTH = r"\d{1,2}|muoi mot|muoi hai|gieng|chap|" + "|".join(_MONTHS)
_FULL = re.compile(
    rf"(?<![\d/.])(?P<d>\d{{1,2}})\s*(?P<sep>[/.-])\s*(?P<m>\d{{1,2}})\s*(?P=sep)\s*(?P<y>{YEAR})(?!\d)"
    rf"|(?<!\d)(?P<y2>{YEAR})-(?P<m2>\d{{1,2}})-(?P<d2>\d{{1,2}})(?!\d)"
    rf"|(?<!\d)(?P<d3>\d{{1,2}})\s+(?:thang|th)\s*(?P<m3>{_MONTH})\b[,\s]+(?:nam\s+)?(?P<y3>{YEAR})(?!\d)"
    rf"|\bthang\s+(?P<m4>{_MONTH})\s+(?P<d4>\d{{1,2}}),?\s+(?P<y4>{YEAR})(?!\d)"
)
_TIME = re.compile(
    r"(?<!\d)(\d{1,2})(?:\s*[:hg]\s*|\s+gio\s+)(\d{1,2})(?:\s*:\s*\d{1,2})?\s*(?:phut\b\s*)?"
    r"(am|pm|sa(?:ng)?\b|ch(?:ieu)?\b|trua\b|toi\b)?(?![\d%])"
)
_TIME_ONLY = re.compile(
    r"\W*(?:luc |vao luc )?\d{1,2}\s*(?:[:hg]|gio)\s*\d{2}(?::\d{2})?(?: ?phut)?(?: ?(?:am|pm|sa|ch|sang|trua|chieu|toi))?\W*"
)
_WEEKDAYS = re.compile(
    r"\b(?:(?:thu|t)\s*(hai|ba|tu|nam|sau|bay|[2-7])\b|(chu nhat|cn)\b)(?=[\s,.(|-]|$)"
)
_WEEKDAY = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_WEEKDAY_ALONE = re.compile(r"\W*(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\W*")
_LABEL = re.compile(r"\bdang\b|cap nhat|xuat ban|\bgui\b|ngay tao|posted|updated|published")
_CREDITS = re.compile(
    r"(?:(?:tac gia|nguoi (?:dang|viet|tao|gui)|nguon(?: tin)?|chuyen muc|danh muc|dang boi|viet boi"
    r"|boi)\s*:|(?:dang|viet) boi)\s*[^|•\d]{2,40}"
)
_WORDS_AROUND = re.compile(
    r"thu (?:hai|ba|tu|nam|sau|bay|[2-7])|\bt[2-7]\b|chu nhat|\bcn\b|gmt|utc|ngay|duoc|dang"
    r"|cap nhat|lan cuoi|xuat ban|thoi gian|luc|vao|gui|tao|hom nay|gio|tin|bai|posted|published"
    r"|date|updated|on|by|cms-view-count|luot xem|lan xem|luot doc|luot|view"
    r"|\bam\b|\bpm\b|\bsa\b|\bch\b|[\W\d_]"
)
_SOON = 31  # days after which nobody reports a conference any more
_HERE = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date line: the readings it allows (best first), "HH:MM" or "", and what the page says beside it."""

    readings: tuple[date, ...]
    time: str = ""
    labelled: bool = False  # "Ngày đăng", "Cập nhật", ...
    todays: bool = False  # "Hôm nay", or a date written out in words as clocks do


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


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    other = {"gieng": 1, "chap": 12, "muoi mot": 11, "muoi hai": 12}
    return other.get(written) or _MONTHS.index(written) + 1


def _readings(found: re.Match[str], us_time: bool, weekday: int | None) -> tuple[date, ...]:
    for form in "234":
        if found["y" + form]:
            day, month = int(found["d" + form]), _month(found["m" + form])
            only = make_date(int(found["y" + form]), month, day)
            return (only,) if only else ()
    first, second, year = int(found["d"]), int(found["m"]), int(found["y"])
    day_first, month_first = make_date(year, second, first), make_date(year, first, second)
    order = (month_first, day_first) if us_time else (day_first, month_first)
    allowed = tuple(dict.fromkeys(one for one in order if one))
    agreeing = tuple(one for one in allowed if one.weekday() == weekday)
    if len(agreeing) == 1 and us_time:
        return agreeing
    return allowed if us_time else allowed[:1]


def _clock(folded: str) -> tuple[str, bool]:
    """ "HH:MM" or "", and whether it is written the American way ("6:29:27 PM"), which may put the month first."""
    found = _TIME.search(folded)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        return "", False
    hour, half = int(found[1]), found[3] or ""
    if (half in ("pm", "ch", "chieu", "toi") and hour < 12) or (half == "trua" and hour < 3):
        hour += 12
    elif half in ("am", "sa", "sang") and hour == 12:
        hour = 0
    return f"{hour:02}:{int(found[2]):02}", half in ("am", "pm")


def _weekday(folded: str) -> int | None:
    """0 for Monday, as the line says it; None where it does not."""
    found = _WEEKDAYS.search(folded)
    if not found:
        return None
    if found[2]:
        return 6
    return int(found[1]) - 2 if found[1].isdigit() else _WEEKDAY[found[1]]


def read_stamp(folded: str) -> Stamp | None:
    """The stamp that a folded line is, or None when it is a sentence or has no full date."""
    if len(folded) > 120 or not (found := _FULL.search(folded)):
        return None
    rest = _FULL.sub(" ", folded)
    bare = _CREDITS.sub(" ", _TIME.sub(" ", rest))
    if len(_WORDS_AROUND.sub("", bare)) > 12:
        return None
    time, us_time = _clock(rest)
    readings = _readings(found, us_time, _weekday(rest))
    if not readings:
        return None
    return Stamp(readings, time, bool(_LABEL.search(rest)), "hom nay" in rest)


def only_says_when(folded: str) -> bool:
    """Whether a folded line has nothing but dates, times and the words around these."""
    bare = _TIME.sub(" ", _FULL.sub(" ", folded))
    return not _WORDS_AROUND.sub("", bare)


def read_time(folded: str) -> str:
    """ "08:15" of a line that is nothing but a time, else ""."""
    return _clock(folded)[0] if len(folded) <= 24 and _TIME_ONLY.fullmatch(folded) else ""


def is_weekday(folded: str) -> bool:
    """Whether a folded line is nothing but the name of a day ("Thứ Sáu,")."""
    return len(folded) <= 12 and bool(_WEEKDAY_ALONE.fullmatch(folded))


def read_markup(published: str) -> Stamp | None:
    """The date in a page's markup or a mail's head: ISO 8601, in Vietnam's time, or as a date line writes it."""
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return read_stamp(published.lower())
    if moment.tzinfo:
        moment = moment.astimezone(_HERE)
    time = f"{moment:%H:%M}" if len(published) > 10 else ""
    return Stamp((moment.date(),), time, labelled=True)


def _wait(reading: date, event: DayMonth | None) -> int:
    """Days from the event to the page; many when the page cannot tell of it."""
    held = event and (event.in_year(reading.year), event.in_year(reading.year - 1))
    return min(((reading - day).days for day in held or () if day and day <= reading), default=999)


def choose_published(
    stamp: Stamp, event: DayMonth | None, months: Collection[int] = frozenset()
) -> date:
    """The reading that comes soonest after the event; without one, one in `months`, else the first."""
    return min(
        stamp.readings, key=lambda reading: (_wait(reading, event), reading.month not in months)
    )


def is_todays(stamp: Stamp, event: DayMonth | None) -> bool:
    """Whether a stamp above the title is the clock of the page rather than the date of the article."""
    if stamp.labelled or stamp.todays:
        return not stamp.labelled
    return not stamp.time or _wait(choose_published(stamp, event), event) > _SOON
