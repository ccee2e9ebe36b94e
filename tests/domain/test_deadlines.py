"""Deadlines in the words officials use, read as the last day they allow."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.deadlines import parse_deadline

CASES = [
    ("30/6", date(2023, 6, 30)),
    ("trước ngày 30/6", date(2023, 6, 30)),
    ("30/6/2024", date(2024, 6, 30)),
    ("05-01-2024", date(2024, 1, 5)),
    ("30/06/24", date(2024, 6, 30)),
    ("ngày 15 tháng 3", date(2023, 3, 15)),
    ("ngày 15 tháng 3 năm 2024", date(2024, 3, 15)),
    ("chậm nhất tháng 10", date(2023, 10, 31)),
    ("tháng 2/2024", date(2024, 2, 29)),
    ("tháng 02 năm 2023", date(2023, 2, 28)),
    ("12/2025", date(2025, 12, 31)),
    ("quý II", date(2023, 6, 30)),
    ("Quý 3", date(2023, 9, 30)),
    ("hết quý IV/2024", date(2024, 12, 31)),
    ("quý I năm 2024", date(2024, 3, 31)),
    ("cuối năm", date(2023, 12, 31)),
    ("cuối năm nay", date(2023, 12, 31)),
    ("trong năm", date(2023, 12, 31)),
    ("6 tháng đầu năm", date(2023, 6, 30)),
    ("6 tháng cuối năm 2024", date(2024, 12, 31)),
    ("giữa năm", date(2023, 6, 30)),
    ("đầu năm 2024", date(2024, 3, 31)),
    ("đến năm 2025", date(2025, 12, 31)),
    ("từ tháng 3 đến tháng 10", date(2023, 10, 31)),
    ("đầu tháng 10", date(2023, 10, 10)),
    ("giữa tháng 2", date(2023, 2, 20)),
    ("cuối tháng 02/2024", date(2024, 2, 29)),
    ("bắt đầu tháng 3", date(2023, 3, 31)),
    ("giữa quý III", date(2023, 8, 31)),
    ("đầu quý hai năm 2024", date(2024, 4, 30)),
    ("quý tư", date(2023, 12, 31)),
    ("sáu tháng đầu năm", date(2023, 6, 30)),
    ("chín tháng đầu năm 2024", date(2024, 9, 30)),
    ("30/6 năm sau", date(2024, 6, 30)),
    ("tháng 3 năm tới", date(2024, 3, 31)),
    ("cuối năm sau", date(2024, 12, 31)),
    ("trong năm tới", date(2024, 12, 31)),
    ("Đề án 2025, xong trong quý II/2024", date(2024, 6, 30)),
]


@pytest.mark.parametrize(("text", "day"), CASES)
def test_reads_the_words_of_officials(text: str, day: date) -> None:
    assert parse_deadline(text, 2023) == day


@pytest.mark.parametrize(
    "text", ["", "sớm nhất có thể", "31/2", "45/13", "quý V", "tháng 13", "139/QĐ-UBND"]
)
def test_what_is_no_day_gives_none(text: str) -> None:
    assert parse_deadline(text, 2023) is None


def test_without_any_year_there_is_no_day() -> None:
    assert parse_deadline("quý II", None) is None
    assert parse_deadline("30/6", None) is None
    assert parse_deadline("30/6/2023", None) == date(2023, 6, 30)


def test_decomposed_letters_are_understood() -> None:
    import unicodedata

    assert parse_deadline(unicodedata.normalize("NFD", "quý II"), 2023) == date(2023, 6, 30)


@given(st.dates(date(1950, 1, 1), date(2199, 12, 31)))
def test_a_written_date_is_read_back(day: date) -> None:
    assert parse_deadline(f"{day:%d/%m/%Y}", None) == day
    assert parse_deadline(f"{day.day}/{day.month}", day.year) == day
    assert parse_deadline(f"ngày {day.day} tháng {day.month} năm {day.year}", None) == day


@given(st.text(max_size=60), st.none() | st.integers(1990, 2100))
def test_any_text_gives_a_day_or_none(text: str, year: int | None) -> None:
    assert parse_deadline(text, year) is None or parse_deadline(text, year) >= date(1900, 1, 1)
