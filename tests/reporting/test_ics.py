"""Deadlines as an iCalendar file: by the rules of RFC 5545, and as a library of others reads it."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.text import normalise
from tttt_desktop.reporting.ics import Deadline, calendar

STAMP = datetime(2023, 2, 1, 8, 30, tzinfo=UTC)
ONE = Deadline(
    "nhiem-vu-7-abc@tttt-desktop",
    date(2022, 9, 30),
    "Hạn: phủ sóng 100% thôn, bản; xong trước 30/9",
    "Phủ sóng 100% thôn, bản\nNgười giao: Trần Văn Mẫu\nĐường dẫn C:\\Hồ sơ",
    "Chuyển đổi số, CNTT",
)


def events(data: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))  # type: ignore[arg-type]


def test_another_library_reads_what_was_meant() -> None:
    [event] = events(calendar([ONE], "Thời hạn", STAMP))
    assert str(event["UID"]) == ONE.uid
    assert str(event["SUMMARY"]) == ONE.summary
    assert str(event["DESCRIPTION"]) == ONE.description
    assert event["CATEGORIES"].cats == [ONE.category]
    assert event["DTSTART"].dt == ONE.day
    assert event["DTEND"].dt == ONE.day + timedelta(days=1)
    assert event["DTSTAMP"].dt == STAMP
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert not event.errors


def test_the_calendar_says_who_made_it_and_what_it_is() -> None:
    read = icalendar.Calendar.from_ical(calendar([ONE], "Thời hạn năm 2022", STAMP))
    assert str(read["VERSION"]) == "2.0"
    assert str(read["PRODID"]).startswith("-//tttt_desktop//")
    assert str(read["X-WR-CALNAME"]) == "Thời hạn năm 2022"


@pytest.mark.parametrize(("days", "hours"), [(0, 9), (1, -15), (7, -159)])
def test_it_reminds_at_nine_so_many_days_before(days: int, hours: int) -> None:
    [event] = events(calendar([ONE], "Thời hạn", STAMP, days))
    [alarm] = event.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(hours=hours)
    assert str(alarm["ACTION"]) == "DISPLAY"
    [plain] = events(calendar([ONE], "Thời hạn", STAMP))
    assert plain.walk("VALARM") == []


TEXTS = st.text(max_size=300).map(normalise)


@given(st.lists(st.tuples(TEXTS, TEXTS, st.dates(date(1900, 1, 1), date(2200, 1, 1))), max_size=5))
def test_any_text_comes_through(said: Sequence[tuple[str, str, date]]) -> None:
    wanted = [
        Deadline(f"{at}@x", day, f"Hạn: {title}", f"Chi tiết {more}")
        for at, (title, more, day) in enumerate(said)
    ]
    data = calendar(wanted, "Thời hạn", STAMP)
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")
    for line in lines:  # no character is cut in two
        line.decode("utf-8")
    found = [
        (str(one["SUMMARY"]), str(one["DESCRIPTION"]), one["DTSTART"].dt) for one in events(data)
    ]
    assert found == [(one.summary, one.description, one.day) for one in wanted]


def test_long_lines_are_folded_with_a_blank() -> None:
    data = calendar([Deadline("1@x", date(2023, 1, 1), "ỗ" * 200)], "Thời hạn", STAMP).decode()
    assert re.search(r"SUMMARY:ỗ+\r\n ỗ+\r\n ỗ", data)
