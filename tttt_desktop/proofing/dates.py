"""Dates the Vietnamese way: "05/01/2023", "ngày 05 tháng 01 năm 2023" (Nghị định 30/2020, Phụ lục I, II.4)."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from tttt_desktop.domain.records import Span
from tttt_desktop.proofing.finding import Fault, Finding

_WHY = "Ngày nhỏ hơn 10 và tháng 1, 2 viết thêm số 0 đằng trước; giữa ngày, tháng, năm là dấu gạch chéo."
_NO_DAY = "Không có ngày này trong lịch."
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DIGIT = re.compile(r"\d")
_PATTERNS = (
    re.compile(rf"(?<![\w/.,-])(?P<day>\d{{1,2}})(?P<sign>[/.-])(?P<month>\d{{1,2}})(?P=sign){_YEAR}(?![\w/-]|[.,]\d)"),
    re.compile(rf"(?<![\w/.,-]){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?![\w/-])"),
)  # fmt: skip
_IN_WORDS = re.compile(
    r"(?<![\w/-])(?P<head>ngày )(?P<day>\d{1,2})(?P<mid> tháng )(?P<month>\d{1,2})(?P<tail> năm (?P<year>(?:19|20)\d\d))?(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
_DAY_MONTH = re.compile(
    r"(?<![\w/-])(?P<head>(?:ngày|sáng|trưa|chiều|tối|hôm) )(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?![\w/-]|[.,]\d)",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?<![\w/-])tháng (?P<month>[12])(?=/(?:19|20)\d\d(?![\w/])| năm (?:19|20)\d\d)", re.IGNORECASE
)


def find(text: str) -> Iterator[Finding]:
    """Dates that lack a zero, have other signs between their numbers, or are no days."""
    if not _DIGIT.search(text):
        return
    for pattern in _PATTERNS:
        yield from _judged(text, pattern, _numeric)
    yield from _judged(text, _IN_WORDS, _in_words)
    yield from _judged(text, _DAY_MONTH, _day_month)
    for found in _MONTH.finditer(text):
        if not re.search(r"ngày \d{1,2} $", text[: found.start()], re.IGNORECASE):
            right = f"{found[0][:-1]}0{found['month']}"
            yield Finding(Span(*found.span()), Fault.DATE, _WHY, right)


def _judged(
    text: str, pattern: re.Pattern[str], write: Callable[[re.Match[str]], str]
) -> Iterator[Finding]:
    for found in pattern.finditer(text):
        span = Span(*found.span())
        if not _is_day(found):
            yield Finding(span, Fault.DATE, _NO_DAY)
        elif write(found) != found[0]:
            yield Finding(span, Fault.DATE, _WHY, write(found))


def _is_day(found: re.Match[str]) -> bool:
    year = found.groupdict().get("year")
    try:
        date(int(year or 2024), int(found["month"]), int(found["day"]))
    except ValueError:
        return False
    return True


def _day(found: re.Match[str]) -> str:
    return found["day"].zfill(2)


def _month(found: re.Match[str]) -> str:
    """As printed from March on: both "3" and "03" are met in official texts."""
    month = found["month"]
    return month.zfill(2) if int(month) < 3 else month


def _numeric(found: re.Match[str]) -> str:
    return f"{_day(found)}/{_month(found)}/{found['year']}"


def _in_words(found: re.Match[str]) -> str:
    return f"{found['head']}{_day(found)}{found['mid']}{_month(found)}{found['tail'] or ''}"


def _day_month(found: re.Match[str]) -> str:
    return f"{found['head']}{_day(found)}/{_month(found)}"
