"""What is told of the office and the title before a report goes out."""

from dataclasses import replace
from datetime import date

import pytest

from tttt_desktop.reporting import senders
from tttt_desktop.reporting.office import read_office
from tttt_desktop.reporting.tree import Briefing, Source

SETTINGS = {
    "office.name": "Sở Khoa học và Công nghệ",
    "office.place": "Quảng Ninh",
    "office.symbol": "BC-SKHCN",
    "office.signer_title": "Giám đốc",
    "office.signer_name": "Trần Minh Thử",
    "office.addressee": "Ủy ban nhân dân tỉnh",
}
LATE, EARLY = date(2026, 1, 5), date(2024, 1, 5)


def told(on: date = LATE, title: str = "Tổng hợp", years: tuple[int, ...] = (0,), **changed: str):
    values = {**SETTINGS, **{f"office.{key}": value for key, value in changed.items()}}
    get = lambda key: values.get(key, "")  # noqa: E731
    sources = [
        Source(n, n, "Bài", published_on=date(year, 1, 6) if year else None)
        for n, year in enumerate(years)
    ]
    made = Briefing(read_office(get), "BÁO CÁO", title, (), (), "", (), tuple(sources))
    return list(senders.find(made, get, on))


def test_nothing_is_told_of_an_office_that_is_complete() -> None:
    assert told() == []


@pytest.mark.parametrize("key", ["name", "place", "symbol", "signer_title", "signer_name"])
def test_each_setting_that_is_missing_is_told_with_its_place(key: str) -> None:
    (notice,) = told(**{key: " "})
    assert notice.setting == f"office.{key}"
    assert notice.message.startswith("Chưa có ")


def test_a_report_to_nobody() -> None:
    assert [one.setting for one in told(addressee="")] == ["office.addressee"]
    assert told(addressee="", recipients="Văn phòng Sở") == []


@pytest.mark.parametrize(
    ("key", "value"), [("number", "năm"), ("date", "hôm nay"), ("signer_name", "ThS. Lê Mẫu")]
)
def test_what_could_not_be_used_is_told(key: str, value: str) -> None:
    (notice,) = told(**{key: value})
    assert notice.setting == f"office.{key}"
    assert notice.remedy


@pytest.mark.parametrize(
    "name",
    [
        "UBND huyện Hải Mẫu",
        "UBND các huyện, thị xã, thành phố",
        "Phòng Văn hóa và Thông tin",
        "Quận ủy Mẫu",
    ],
)
def test_districts_are_told_from_the_day_they_were_gone(name: str) -> None:
    for key in ("addressee", "recipients"):
        (notice,) = told(**{key: f"UBND tỉnh\n{name}"})
        assert notice.setting == f"office.{key}"
        assert "01/07/2025" in notice.message
        assert told(EARLY, **{key: name}) == []


@pytest.mark.parametrize("name", ["UBND thành phố Hải Phòng", "UBND xã Huyền Mẫu", "Tỉnh ủy"])
def test_other_receivers_are_not(name: str) -> None:
    assert told(recipients=name) == []


def test_the_office_that_was_merged() -> None:
    found = told(name="Sở Thông tin và Truyền thông", symbol="BC-STTTT")
    assert [one.setting for one in found] == ["office.name", "office.symbol"]
    assert told(EARLY, name="Sở Thông tin và Truyền thông", symbol="BC-STTTT") == []


def test_a_title_of_another_year_than_the_articles() -> None:
    (notice,) = told(title="Tổng hợp năm 2019", years=(2023, 2023))
    assert notice.setting == "report.title"
    assert notice.message == "Tên báo cáo nói năm 2019 nhưng các bài viết đăng năm 2023."
    for year in (2022, 2023, 2024):
        assert told(title=f"Tổng hợp năm {year}", years=(2023,)) == []
    assert told(title="Tổng hợp năm 2019") == []


def test_a_former_name_is_no_fault_of_its_time() -> None:
    get = {**SETTINGS, "office.former": "28/02/2025 | Sở Thông tin và Truyền thông | | STTTT"}.get
    office = read_office(lambda key: get(key) or "", EARLY)
    made = Briefing(office, "BÁO CÁO", "Tổng hợp", (), (), "", sources=(Source(1, 1, "Bài"),))
    assert list(senders.find(made, lambda key: get(key) or "", EARLY)) == []
    now = replace(made, office=read_office(lambda key: get(key) or "", LATE))
    assert list(senders.find(now, lambda key: get(key) or "", LATE)) == []


def test_a_report_of_no_articles() -> None:
    (notice,) = told(years=())
    assert notice.setting == "report.year"
