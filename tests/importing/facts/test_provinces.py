"""Which province a page is about."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from tttt_desktop.domain.records import Span
from tttt_desktop.domain.text import fold
from tttt_desktop.importing.facts.provinces import find_province
from tttt_desktop.paths import resource


def province(text: str, site: str = "", title: str = "", published: date | None = None) -> str:
    named = find_province(fold(site), fold(title), text, fold(text), published)
    return named.name if named else ""


@pytest.fixture
def lists() -> dict[str, list[dict[str, object]]]:
    return tomllib.loads(Path(resource("lists/provinces.toml")).read_text("utf-8"))


def test_the_list_has_63_old_and_34_new_names(lists: dict[str, list[dict[str, object]]]) -> None:
    old = {str(row["names"][0]): str(row.get("into", "")) for row in lists["until_2025"]}  # type: ignore[index]
    assert len(old) == 63
    assert {into or name for name, into in old.items()} == set(map(str, lists["since_2025"]))
    assert len(lists["since_2025"]) == 34


def test_every_name_is_found_where_the_page_says_tinh(
    lists: dict[str, list[dict[str, object]]],
) -> None:
    for row in [*lists["until_2025"], *lists["renamed"]]:
        for name in row["names"]:  # type: ignore[attr-defined]
            assert province(f"Ngày 3/1, UBND tỉnh {name} tổ chức hội nghị.") == row["names"][0]  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "site", "title", "found"),
    [
        ("Sở TT&TT tỉnh Hoà Bình họp.", "", "", "Hòa Bình"),
        ("UBND TỈNH BẠC LIÊU HỌP", "", "", "Bạc Liêu"),
        ("(stttt.kontum.gov.vn) Sở họp.", "", "", "Kon Tum"),
        ("(Baohatinh.vn) - Hôm nay họp.", "", "", "Hà Tĩnh"),
        ("Hội nghị tổng kết năm.", "", "Kon Tum: Tổng kết năm 2020", "Kon Tum"),
        ("Sở họp tổng kết năm.", "", "Sở Nội vụ tỉnh Kon Tum tổng kết năm", "Kon Tum"),
        ("Sở họp tổng kết năm.", "", "Kon Tum vào mùa hội", ""),
        ("Ở tỉnh Gia Lai cũng vậy.", "", "Sở TT&TT Kon Tum tổng kết năm", "Kon Tum"),
        ("Sở họp mặt.", "", "Sở đón đoàn công tác tỉnh Điện Biên", ""),
        ("Hội nghị tổng kết.", "Sở Thông tin & Truyền thông Tỉnh Bình Thuận", "", "Bình Thuận"),
        ("Sở họp tại Hà Nội.", "", "Quảng Ngãi tổng kết công tác năm 2020", ""),
        ("Người dân Quảng Ngãi.", "", "Quảng Ngãi tổng kết công tác năm 2020", "Quảng Ngãi"),
        ("Sau khi đón đoàn Sở TT&TT tỉnh Điện Biên, Sở TT&TT Sơn La họp.", "", "", "Sơn La"),
        ("Tăng 3 bậc so với tỉnh Lai Châu.", "", "", ""),
        ("Thành phố giữ gìn hòa bình, ổn định.", "", "", ""),
        ("Sở TT&TT tỉnh và sở Tư pháp tỉnh.", "", "", ""),
        ("Lãnh đạo tỉnh Bắc Ninh và tỉnh Bắc Giang ký kết.", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_evidence(text: str, site: str, title: str, found: str) -> None:
    assert province(text, site, title) == found


@pytest.mark.parametrize(
    ("text", "published", "found"),
    [
        ("UBND phường Tuy Hòa, tỉnh Đắk Lắk họp. Tỉnh Phú Yên cũ.", date(2026, 1, 15), "Đắk Lắk"),
        ("Tỉnh Đắk Lắk họp tại tỉnh Phú Yên, tỉnh Phú Yên.", date(2026, 1, 15), "Đắk Lắk"),
        ("UBND tỉnh Phú Yên họp.", date(2020, 1, 15), "Phú Yên"),
        ("UBND tỉnh Phú Yên họp.", date(2026, 1, 15), "Phú Yên"),
        ("Tỉnh Thừa Thiên Huế họp tại thành phố Huế, TP Huế.", date(2013, 1, 9), "Thừa Thiên Huế"),
        ("Thành phố Huế họp, nối đến tỉnh Thừa Thiên Huế trước đây.", date(2025, 2, 1), "Huế"),
        ("Tỉnh Hải Dương và thành phố Hải Phòng ký kết.", date(2020, 1, 9), ""),
        ("UBND thành phố Hồ Chí Minh họp.", None, "Thành phố Hồ Chí Minh"),
        ("Đoàn TNCS Hồ Chí Minh họp.", None, ""),
        ("Công đoàn Viên chức tỉnh Vĩnh Phúc họp.", None, "Vĩnh Phúc"),
    ],
)
def test_names_before_and_after_the_mergers(text: str, published: date | None, found: str) -> None:
    assert province(text, published=published) == found


def test_where_the_text_says_so() -> None:
    text = "Ở Sơn La, Sở TT&TT tỉnh Sơn La họp."
    named = find_province("", "", text, fold(text))
    assert named is not None
    assert named.span == Span(24, 30)
