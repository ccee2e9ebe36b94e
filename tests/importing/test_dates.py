"""Date lines and event days, in the forms real pages show."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.text import fold
from tttt_desktop.importing.dates import (
    DayMonth,
    choose_published,
    date_event,
    find_event,
    make_date,
    read_stamp,
)


@pytest.mark.parametrize(
    ("line", "day", "time"),
    [
        ("22/07/2017", date(2017, 7, 22), ""),
        ("( Cập nhật lúc: 08/01/2024  )", date(2024, 1, 8), ""),
        ("• Cập nhật: 19/11/2020", date(2020, 11, 19), ""),
        ("Ngày đăng: 12/04/2024  20:26", date(2024, 4, 12), "20:26"),
        ("Đăng ngày 28 - 08 - 2015", date(2015, 8, 28), ""),
        ("15:8, Thứ Năm, 16-11-2023", date(2023, 11, 16), "15:08"),
        ("06:01, 06/01/2017", date(2017, 1, 6), "06:01"),
        ("15:28:44 , 18/11/2017", date(2017, 11, 18), "15:28"),
        ("(18/01/2022, 08:14)", date(2022, 1, 18), "08:14"),
        ("07/10/2021 | 10:31 | cms-view-count: 25556", date(2021, 10, 7), "10:31"),
        ("Ngày 29/10/2018 15:57:02", date(2018, 10, 29), "15:57"),
        ("Thứ Năm, 6/10/2022 14:38'(GMT+7)", date(2022, 10, 6), "14:38"),
        ("18/01/2020 07:28 GMT+7", date(2020, 1, 18), "07:28"),
        ("quantri gửi vào T6, 2019-04-12 15:01", date(2019, 4, 12), "15:01"),
        ("Ngày đăng : 16:10, 10/03/2025", date(2025, 3, 10), "16:10"),
        ("Thứ 5, 10.01.2019 | 08:40:10", date(2019, 1, 10), "08:40"),
        ("10.2.2017 - 16:51", date(2017, 2, 10), "16:51"),
        ("Cập nhật: Thứ ba, 16/1/2018 | 7:05:00 PM", date(2018, 1, 16), "19:05"),
        ("Ngày 5 tháng 3 năm 2021, 9h15", date(2021, 3, 5), "09:15"),
        ("(12/30/2016 10:36:57 AM)", date(2016, 12, 30), "10:36"),
        ("01/02/2020 12:05 SA", date(2020, 2, 1), "00:05"),
    ],
)
def test_date_lines(line: str, day: date, time: str) -> None:
    stamp = read_stamp(fold(line))
    assert stamp is not None
    assert (choose_published(stamp, None), stamp.time) == (day, time)


@pytest.mark.parametrize(
    "line",
    [
        "Ngày 03/01/2018, Sở Thông tin và Truyền thông tổ chức hội nghị",
        "1187 0",
        "31/02/2020",
        "Quyết định số 139/QĐ-UBND ngày 10/01/2014",
        "Hoàn thành 11/11/2011 chỉ tiêu của kế hoạch năm",
        "",
    ],
)
def test_lines_that_are_no_date_lines(line: str) -> None:
    assert read_stamp(fold(line)) is None


@pytest.mark.parametrize(
    ("line", "event", "day"),
    [
        ("(7/3/2018 6:29:27 PM)", DayMonth(2, 7), date(2018, 7, 3)),
        ("(1/12/2012 9:05:41 AM)", DayMonth(11, 1), date(2012, 1, 12)),
        ("(12/1/2012 9:05:41 AM)", DayMonth(11, 1), date(2012, 1, 12)),
        ("(1/3/2012 9:05:41 AM)", DayMonth(30, 12), date(2012, 1, 3)),
    ],
)
def test_the_event_decides_between_day_and_month(line: str, event: DayMonth, day: date) -> None:
    stamp = read_stamp(fold(line))
    assert stamp is not None
    assert choose_published(stamp, event) == day


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
        ("Từ ngày 1/10/2020, Nghị định", None),
        ("hoàn thành trước ngày 30/6", None),
        ("đạt 17/17 chỉ tiêu", None),
    ],
)
def test_event_days(lead: str, event: DayMonth | None) -> None:
    assert find_event(fold(lead)) == event


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
    ],
)
def test_an_event_gets_its_year_from_the_page(
    event: DayMonth, published: date | None, review_year: int | None, day: date | None
) -> None:
    assert date_event(event, published, review_year) == day


@given(st.dates(date(1990, 1, 1), date(2049, 12, 31)), st.sampled_from("/-."))
def test_every_full_date_is_read_day_first(day: date, sign: str) -> None:
    stamp = read_stamp(f"{day.day}{sign}{day.month:02}{sign}{day.year}")
    assert stamp is not None
    assert stamp.readings == (day,)


@given(st.integers(), st.integers(-5, 40), st.integers(-5, 40))
def test_no_number_breaks_a_date(year: int, month: int, day: int) -> None:
    made = make_date(year % 3000, month, day)
    assert made is None or (made.month, made.day) == (month, day)
