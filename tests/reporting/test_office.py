"""The office's settings, and what stays blank."""

from datetime import date

import pytest

from tttt_desktop.reporting.office import (
    date_line,
    day_written,
    enclosed_with,
    number_line,
    read_office,
    recipients,
)
from tttt_desktop.reporting.tree import Office


def read(**settings):
    values = {f"office.{key}": value for key, value in settings.items()}
    return read_office(lambda key: values.get(key, ""))


def shown(text):
    return " ".join(text.split())


def test_unknown_numbers_and_dates_stay_blank():
    empty = read()
    assert shown(number_line(empty)) == "Số: /BC-……"
    assert shown(date_line(empty)) == "……, ngày tháng năm ……"
    assert shown(enclosed_with(empty)) == "(Kèm theo Báo cáo số /BC-…… ngày tháng năm …… của ……)"
    assert not any(character.isdigit() for character in number_line(empty) + date_line(empty))
    assert recipients(empty) == ["- Lưu: VT."]


@pytest.mark.parametrize("symbol", ["SKHCN", "BC-SKHCN", "/BC-SKHCN", " BC - SKHCN "])
def test_number_gets_its_zero_and_the_symbol_its_kind(symbol):
    assert number_line(read(number="5", symbol=symbol)) == "Số: 05/BC-SKHCN"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("2026-01-05", "ngày 05 tháng 01 năm 2026"),
        ("29/6/2026", "ngày 29 tháng 6 năm 2026"),
        ("12/12/2026", "ngày 12 tháng 12 năm 2026"),
    ],
)
def test_date_as_the_decree_writes_it(written, printed):
    assert date_line(read(place="Quảng Ninh", date=written)) == f"Quảng Ninh, {printed}"


def test_recipients_get_their_dashes_and_stops():
    office = read(
        recipients="- UBND tỉnh;\nVăn phòng Sở.\n\n", addressee="UBND tỉnh", archive="Lưu: VP."
    )
    assert recipients(office) == [
        "- Như trên;",
        "- UBND tỉnh;",
        "- Văn phòng Sở;",
        "- Lưu: VT, VP.",
    ]


def test_names_typed_in_capitals_are_for_the_head_only():
    office = read(name="SỞ KHOA HỌC VÀ CÔNG NGHỆ", addressee="UBND TỈNH QUẢNG NINH")
    assert office.name == "Sở Khoa học và Công nghệ"
    assert office.addressees == ("UBND tỉnh Quảng Ninh",)


@pytest.mark.parametrize("written", ["", "hôm nay", "31/2/2026", "2026-13-01", "5/2026"])
def test_what_is_no_day_is_none(written):
    assert day_written(written) is None


def test_unusable_settings_are_left_blank():
    values = {"office.number": "năm", "office.date": "hôm nay", "office.signer_name": "ThS. Lê Mẫu"}
    office = read_office(lambda key: values.get(key, ""))
    assert (office.number, office.signed_on) == ("", None)


def test_date_setting_is_read():
    assert read(date="2026-01-05") == Office(signed_on=date(2026, 1, 5), archive="VT")
