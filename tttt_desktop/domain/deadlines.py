"""What a deadline written in words means as a day: "30/6", "quý II", "cuối năm", "chậm nhất tháng 10"."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from tttt_desktop.domain.text import fold, normalise

_YEAR = r"(?:\s*(?:[/.-]|,?\s*nam)\s*(\d{4}))?"
_DAY = re.compile(
    r"(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}|\d{2}))?(?![\d/])"
    rf"|(?<!\d)(\d{{1,2}})\s*thang\s*(\d{{1,2}})(?!\d){_YEAR}"
)
_MONTH = re.compile(rf"thang\s*(\d{{1,2}})(?!\d){_YEAR}|(?<!\d)(\d{{1,2}})\s*/\s*(\d{{4}})(?!\d)")
_QUARTER = re.compile(rf"quy\s*(iv|i{{1,3}}|[1-4])\b{_YEAR}")
_PART = re.compile(
    r"(6 thang dau|nua dau|giua|9 thang dau|9 thang|6 thang cuoi|nua cuoi|dau|cuoi|het|trong) nam\b"
    r"(?:\s*(?:nay|(\d{4})))?"
)
_WHOLE = re.compile(r"(?<![\d/])(?:nam\s*)?(\d{4})(?![\d/])")

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PART_ENDS = {"6 thang dau": 6, "nua dau": 6, "giua": 6, "9 thang dau": 9, "9 thang": 9, "dau": 3}


def parse_deadline(text: str, year: int | None) -> date | None:
    """The last day the words allow, or None when they name none.

    `year` (of the plan the article speaks of) is taken where the words name no year. A month, a quarter or a year
    stands for its last day, "đầu năm" for the end of March, "giữa năm" for the end of June. Of several days, months
    or quarters the latest counts; a day or month outranks a quarter, a quarter a part of the year, that a bare year.
    """
    words = " ".join(fold(normalise(text)).split())
    for reading in (_days_and_months, _quarters, _parts, _years):
        if found := list(reading(words, year)):
            return max(found)
    return None


def _last_day(year: int | None, month: int) -> Iterator[date]:
    if year is not None and 1 <= month <= 12 and 1900 <= year <= 2200:
        yield date(year, month, monthrange(year, month)[1])


def _year(written: str | None, year: int | None) -> int | None:
    if not written:
        return year
    return int(written) + (2000 if len(written) == 2 else 0)


def _days_and_months(words: str, year: int | None) -> Iterator[date]:
    for found in _DAY.finditer(words):
        day, month = int(found[1] or found[4]), int(found[2] or found[5])
        for last in _last_day(_year(found[3] or found[6], year), month):
            if 1 <= day <= last.day:
                yield last.replace(day=day)
    for found in _MONTH.finditer(_DAY.sub(" ", _PART.sub(" ", words))):
        yield from _last_day(_year(found[2] or found[4], year), int(found[1] or found[3]))


def _quarters(words: str, year: int | None) -> Iterator[date]:
    for found in _QUARTER.finditer(words):
        quarter = _QUARTERS.get(found[1]) or int(found[1])
        yield from _last_day(_year(found[2], year), quarter * 3)


def _parts(words: str, year: int | None) -> Iterator[date]:
    for found in _PART.finditer(words):
        yield from _last_day(_year(found[2], year), _PART_ENDS.get(found[1], 12))


def _years(words: str, _year_of_plan: int | None) -> Iterator[date]:
    for found in _WHOLE.finditer(words):
        yield from _last_day(int(found[1]), 12)
