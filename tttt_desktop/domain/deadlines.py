"""What a deadline written in words means as a day: "30/6", "quý II", "cuối năm", "chậm nhất tháng 10"."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from tttt_desktop.domain.text import fold, normalise

_YEAR = r"(?:\s*(?:[/.-]|,?\s*nam)\s*(\d{4}|sau|toi)(?!\w))?"
_PLACE = r"(?:(?<!bat )(dau|giua|cuoi|het)\s*)?"
_DAY = re.compile(
    r"(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}|\d{2})|\s*nam\s*(sau|toi)(?!\w))?(?![\d/])"
    rf"|(?<!\d)(\d{{1,2}})\s*thang\s*(\d{{1,2}})(?!\d){_YEAR}"
)
_MONTH = re.compile(
    rf"{_PLACE}thang\s*(\d{{1,2}})(?!\d){_YEAR}|(?<!\d)(\d{{1,2}})\s*/\s*(\d{{4}})(?!\d)"
)
_QUARTER = re.compile(rf"{_PLACE}quy\s*(iv|i{{1,3}}|[1-4]|mot|hai|ba|bon|tu)\b{_YEAR}")
_PART = re.compile(
    r"((?:6|sau) thang dau|nua dau|giua|(?:9|chin) thang(?: dau)?|(?:6|sau) thang cuoi|nua cuoi|dau|cuoi|het|trong)"
    r" nam\b(?:\s*(?:nay|(\d{4}|sau|toi)(?!\w)))?"
)
_WHOLE = re.compile(r"(?<![\d/])(?:nam\s*)?(\d{4})(?![\d/])|\bnam\s*(sau|toi)\b")

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4}
_PART_ENDS = {
    "6 thang dau": 6,
    "sau thang dau": 6,
    "nua dau": 6,
    "giua": 6,
    "9 thang": 9,
    "9 thang dau": 9,
    "chin thang": 9,
    "chin thang dau": 9,
    "dau": 3,
}
_THIRD_ENDS = {
    "dau": 10,
    "giua": 20,
}  # the days that the first and the second part of a month end with
_MONTHS_IN = {"dau": 1, "giua": 2}  # of a quarter
_NEXT = ("sau", "toi")


def parse_deadline(text: str, year: int | None) -> date | None:
    """The last day the words allow, or None when they name none.

    `year` (of the plan the article speaks of) is taken where the words name no year; "năm sau" is the one after it. A
    month, a quarter or a year stands for its last day, "đầu năm" for the end of March, "giữa năm" for the end of June,
    "đầu tháng" for the 10th, "giữa tháng" for the 20th, "đầu quý" for the end of its first month. Of several days,
    months or quarters the latest counts; a day or month outranks a quarter, that a part of the year, that a bare year.
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
    if written in _NEXT:
        return year + 1 if year is not None else None
    return int(written) + (2000 if len(written) == 2 else 0)


def _days_and_months(words: str, year: int | None) -> Iterator[date]:
    for found in _DAY.finditer(words):
        day, month = int(found[1] or found[5]), int(found[2] or found[6])
        for last in _last_day(_year(found[3] or found[4] or found[7], year), month):
            if 1 <= day <= last.day:
                yield last.replace(day=day)
    for found in _MONTH.finditer(_DAY.sub(" ", _PART.sub(" ", words))):
        for last in _last_day(_year(found[3] or found[5], year), int(found[2] or found[4])):
            yield last.replace(day=_THIRD_ENDS.get(found[1] or "", last.day))


def _quarters(words: str, year: int | None) -> Iterator[date]:
    for found in _QUARTER.finditer(words):
        quarter = _QUARTERS.get(found[2]) or int(found[2])
        months = _MONTHS_IN.get(found[1] or "", 3)
        yield from _last_day(_year(found[3], year), quarter * 3 - 3 + months)


def _parts(words: str, year: int | None) -> Iterator[date]:
    for found in _PART.finditer(words):
        yield from _last_day(_year(found[2], year), _PART_ENDS.get(found[1], 12))


def _years(words: str, year: int | None) -> Iterator[date]:
    for found in _WHOLE.finditer(words):
        yield from _last_day(_year(found[1] or found[2], year), 12)
