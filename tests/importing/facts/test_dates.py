"""Date lines, in the forms real pages show."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.text import fold
from tttt_desktop.importing.facts.dates import (
    DayMonth,
    choose_published,
    is_todays,
    make_date,
    read_markup,
    read_stamp,
    read_time,
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
        ("Được đăng: Thứ sáu, 12 Tháng 7 2024 07:50", date(2024, 7, 12), "07:50"),
        ("5 Tháng Mười Hai, 2023", date(2023, 12, 5), ""),
        ("Tháng Một 12, 2023", date(2023, 1, 12), ""),
        ("Ngày 21 tháng 12 năm 2018 - 14 giờ 30 phút", date(2018, 12, 21), "14:30"),
        ("Cập nhật lúc 10h15 ngày 05/01/2023", date(2023, 1, 5), "10:15"),
        ("Ngày đăng: 11/01/2023 | Tác giả: Đình Lâm | Lượt xem: 318", date(2023, 1, 11), ""),
        ("Thứ Năm, 25/01/2018, 06:10 [GMT+7]", date(2018, 1, 25), "06:10"),
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
    ("line", "months", "day"),
    [
        ("(1/3/2012 9:05:41 AM)", {12, 1, 2, 3}, date(2012, 1, 3)),
        ("(3/1/2012 9:05:41 AM)", {12, 1}, date(2012, 1, 3)),
        ("(7/10/2012 9:05:41 AM)", {6, 7, 8}, date(2012, 7, 10)),
        ("(10/7/2012 9:05:41 AM)", {6, 7, 8}, date(2012, 7, 10)),
        ("Thứ ba, 3/7/2018 7:05:00 PM", {3}, date(2018, 7, 3)),
        ("Thứ Tư, 3/7/2018 7:05:00 PM", {7}, date(2018, 3, 7)),
    ],
)
def test_without_an_event_the_weekday_then_the_season_decides(
    line: str, months: set[int], day: date
) -> None:
    stamp = read_stamp(fold(line))
    assert stamp is not None
    assert choose_published(stamp, None, months) == day


@pytest.mark.parametrize(
    ("published", "day", "time"),
    [
        ("2021-01-21T11:08:00+07:00", date(2021, 1, 21), "11:08"),
        ("2021-01-20T20:08:00Z", date(2021, 1, 21), "03:08"),
        ("2021-01-21", date(2021, 1, 21), ""),
        ("21/01/2021 11:08", date(2021, 1, 21), "11:08"),
    ],
)
def test_the_date_in_the_markup(published: str, day: date, time: str) -> None:
    stamp = read_markup(published)
    assert stamp is not None
    assert (stamp.readings, stamp.time) == ((day,), time)


@pytest.mark.parametrize("published", ["", "hôm qua", "20210199"])
def test_a_markup_without_a_date(published: str) -> None:
    assert read_markup(published) is None


@pytest.mark.parametrize(
    ("line", "event", "todays"),
    [
        ("Hôm nay, ngày 23 tháng 6 năm 2018 08:00", DayMonth(22, 6), True),
        ("Thứ Năm, ngày 09 tháng 5 năm 2019", DayMonth(8, 5), True),
        ("Thứ Bảy, 13/01/2018 07:30", DayMonth(12, 1), False),
        ("Chủ Nhật, 04/06/2023 09:12", DayMonth(21, 1), True),
        ("quantri gửi vào T2, 2019-12-30 15:01", None, False),
    ],
)
def test_a_stamp_above_the_title_may_be_the_clock_of_the_page(
    line: str, event: DayMonth | None, todays: bool
) -> None:
    stamp = read_stamp(fold(line))
    assert stamp is not None
    assert is_todays(stamp, event) is todays


@pytest.mark.parametrize(
    ("line", "time"), [("08:15", "08:15"), ("(8h05)", "08:05"), ("996 1", ""), ("25:10", "")]
)
def test_a_time_alone(line: str, time: str) -> None:
    assert read_time(line) == time


@given(st.dates(date(1990, 1, 1), date(2049, 12, 31)), st.sampled_from("/-."))
def test_every_full_date_is_read_day_first(day: date, sign: str) -> None:
    stamp = read_stamp(f"{day.day}{sign}{day.month:02}{sign}{day.year}")
    assert stamp is not None
    assert stamp.readings == (day,)


@given(st.integers(), st.integers(-5, 40), st.integers(-5, 40))
def test_no_number_breaks_a_date(year: int, month: int, day: int) -> None:
    made = make_date(year % 3000, month, day)
    assert made is None or (made.month, made.day) == (month, day)
