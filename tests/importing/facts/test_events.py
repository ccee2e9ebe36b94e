"""The day of the event, as leads tell it, and the year it gets from the page."""

from datetime import date

import pytest

from tttt_desktop.domain.records import Span
from tttt_desktop.domain.text import fold
from tttt_desktop.importing.facts.dates import DayMonth
from tttt_desktop.importing.facts.events import Event, date_event, find_events, first_day


@pytest.mark.parametrize(
    ("lead", "event"),
    [
        ("Ngày 4/1, Sở tổ chức", DayMonth(4, 1)),
        ("Ngày 23-2, Sở tổ chức", DayMonth(23, 2)),
        ("Ngày 6.1, Đảng bộ", DayMonth(6, 1)),
        ("Chiều nay - 16/1, Ban Tuyên giáo", DayMonth(16, 1)),
        ("diễn ra sáng nay (21/1).", DayMonth(21, 1)),
        ("Hôm nay 18/7, Sở sơ kết", DayMonth(18, 7)),
        ("Vừa qua, chiều ngày 15/01/2014, Sở", DayMonth(15, 1, 2014)),
        ("ngày 05 tháng 01 năm 2021, Sở", DayMonth(5, 1, 2021)),
        ("theo Quyết định số 119/QĐ-UBND ngày 11/01/2013, ngày 20/1 Sở họp", DayMonth(20, 1)),
        ("Trong hai ngày 29-30/12, Bộ họp", DayMonth(29, 12)),
        ("Trong 2 ngày 29 và 30/12, Bộ họp", DayMonth(29, 12)),
        ("Từ ngày 29 đến 30/12/2021, Bộ họp", DayMonth(29, 12, 2021)),
        ("Sáng thứ Hai (6/1), Sở họp", DayMonth(6, 1)),
        ("Chiều thứ Năm, ngày 12-1, Sở họp", DayMonth(12, 1)),
        ("tổ chức hội nghị vào sáng ngày 20/12.", DayMonth(20, 12)),
        ("Từ ngày 1/10/2020, Nghị định", None),
        ("Mới đây, Sở họp", None),
        ("hoàn thành trước ngày 30/6", None),
        ("đạt 17/17 chỉ tiêu", None),
    ],
)
def test_event_days(lead: str, event: DayMonth | None) -> None:
    assert first_day(fold(lead)) == event


@pytest.mark.parametrize(
    ("event", "published", "review_year", "day"),
    [
        (DayMonth(4, 1), date(2023, 1, 6), 2022, date(2023, 1, 4)),
        (DayMonth(27, 12), date(2024, 1, 3), 2023, date(2023, 12, 27)),
        (DayMonth(4, 1, 2019), date(2020, 1, 6), 2019, date(2020, 1, 4)),
        (DayMonth(4, 1, 2020), date(2020, 1, 6), 2019, date(2020, 1, 4)),
        (DayMonth(19, 1), None, 2009, date(2010, 1, 19)),
        (DayMonth(28, 12), None, 2009, date(2009, 12, 28)),
        (DayMonth(19, 1), None, None, None),
        (DayMonth(30, 12), date(2023, 1, 1), None, date(2022, 12, 30)),
        (DayMonth(1, 6), date(2023, 1, 1), None, None),
        (DayMonth(28, 8, 1945), date(2023, 1, 1), None, None),
        (DayMonth(31, 12), date(2024, 1, 3), 2023, date(2023, 12, 31)),
        (DayMonth(29, 2), None, 2022, None),
    ],
)
def test_an_event_gets_its_year_from_the_page(
    event: DayMonth, published: date | None, review_year: int | None, day: date | None
) -> None:
    assert date_event(Event(event, Span(0, 1)), published, review_year) == day


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("Sáng nay, Sở họp", date(2023, 1, 10)),
        ("Chiều qua, Sở họp", date(2023, 1, 9)),
        ("Hôm qua 9/1, Sở họp", date(2023, 1, 9)),
        ("Mới đây, Sở họp", None),
    ],
)
def test_a_day_told_from_the_day_of_the_page(lead: str, day: date | None) -> None:
    event = next(find_events(fold(lead)), None)
    assert (date_event(event, date(2023, 1, 10), None) if event else None) == day


def test_the_words_of_the_day_are_told() -> None:
    lead = fold("Vừa qua, chiều ngày 15/01/2014, Sở họp.")
    assert next(find_events(lead)).span.of(lead) == "chieu ngay 15/01/2014"
