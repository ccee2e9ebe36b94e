"""Who published a page."""

import tomllib

import pytest

from tttt_desktop.domain.records import Block
from tttt_desktop.domain.text import fold
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.facts.outlets import find_outlet
from tttt_desktop.importing.page.clean import arrange
from tttt_desktop.paths import resource


def outlet(*lines: str, **markup: str) -> str:
    draft = Draft([Block(line) for line in lines], **markup)
    name, found = find_outlet(arrange(draft), draft)
    assert bool(name) == bool(found)
    return name


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        ("(Baohatinh.vn) - ", "Báo Hà Tĩnh"),
        ("(Báo Quảng Ngãi)- ", "Báo Quảng Ngãi"),
        ("(Báo Quảng Ngãi điện tử) - ", "Báo Quảng Ngãi"),
        ("(GLO)- ", "Báo Gia Lai"),
        ("(AGO)- ", "Báo An Giang"),
        ("BBK - ", "Báo Bắc Kạn"),
        ("BDK.VN - ", "Báo Đồng Khởi"),
        ("YênBái - ", "Báo Yên Bái"),
        ("(TTXVN/Vietnam+) - ", "TTXVN"),
        ("(LĐ online) - ", "LĐ online"),
        ("(Web Quảng Trị) ", "Web Quảng Trị"),
        ("(stttt.kontum.gov.vn) - ", "stttt.kontum.gov.vn"),
        ("(ABCĐ) - ", "ABCĐ"),
        ("(Đông Hà) - ", ""),
        ("(Quảng Trị) - ", ""),
        ("UBND - ", ""),
        ("“Việc của ngành” - ", ""),
        ("", ""),
    ],
)
def test_the_mark_that_opens_the_lead(
    mark: str, name: str, title: str, paragraphs: tuple[str, ...]
) -> None:
    assert outlet(title, mark + paragraphs[0], *paragraphs[1:]) == name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("CỔNG THÔNG TIN ĐIỆN TỬ TỈNH BẠC LIÊU", "Cổng thông tin điện tử tỉnh Bạc Liêu"),
        ("BÁO PHÚ YÊN ĐIỆN TỬ | Pháp luật", "Báo Phú Yên"),
        ("Cổng TTĐT tỉnh Hà Nam", "Cổng TTĐT tỉnh Hà Nam"),
        ("VĂN PHÒNG TỈNH UỶ | TIN HOẠT ĐỘNG", "Văn phòng Tỉnh uỷ"),
        ("Sở Nội vụ tỉnh Quảng Trị", "Sở Nội vụ tỉnh Quảng Trị"),
        ("Sơ đồ cổng", ""),
        ("Báo in", ""),
        ("Báo cáo - Thống kê", ""),
        ("Trang chủ > Tin tức", ""),
    ],
)
def test_the_head_of_the_page(
    head: str, name: str, title: str, paragraphs: tuple[str, ...]
) -> None:
    assert outlet(head, title, "12/01/2021 15:20", *paragraphs) == name


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        ("Nguồn: Báo Lai Châu", "Báo Lai Châu"),
        ("Nguồn tin: Công đoàn Viên chức tỉnh", "Công đoàn Viên chức tỉnh"),
        ("(Theo TTXVN)", "TTXVN"),
        ("Theo nhandan.vn", "Báo Nhân Dân"),
        ("Theo Báo Nhân Dân điện tử", "Báo Nhân Dân"),
        ("Theo đó mà làm", ""),
    ],
)
def test_the_line_that_tells_the_source(
    foot: str, name: str, title: str, paragraphs: tuple[str, ...]
) -> None:
    assert outlet(title, *paragraphs, "Mai Lan", foot) == name


def test_a_named_source_goes_before_the_page_that_copied_it(
    title: str, paragraphs: tuple[str, ...]
) -> None:
    page = ("CỔNG THÔNG TIN ĐIỆN TỬ TỈNH BẠC LIÊU", title, "12/01/2021", *paragraphs)
    assert outlet(*page, "Nguồn: Báo Nhân Dân") == "Báo Nhân Dân"
    assert outlet(*page, host="baoquangtri.vn").startswith("Cổng")


def test_no_mark_of_the_list_stands_for_two_outlets() -> None:
    rows = tomllib.loads(resource("lists/outlets.toml").read_text("utf-8"))["outlets"]
    own = ({fold(mark) for mark in [*row["marks"], *row["hosts"], row["name"]]} for row in rows)
    marks = [mark for names in own for mark in names]
    assert len(marks) == len(set(marks))


def test_the_name_of_the_site_comes_before_initials_that_nobody_knows(
    title: str, paragraphs: tuple[str, ...]
) -> None:
    lead = "(ABCĐ) - " + paragraphs[0]
    assert outlet(title, lead, *paragraphs[1:], site="Báo Miền Thử Online") == "Báo Miền Thử"
    known = "(GLO) - " + paragraphs[0]
    assert outlet(title, known, *paragraphs[1:], site="Báo Miền Thử Online") == "Báo Gia Lai"


def test_a_source_on_the_line_of_the_date(title: str, paragraphs: tuple[str, ...]) -> None:
    line = "Tác giả: Thu Giả - Nguồn tin: Đài Miền Thử - Ngày đăng: 12/01/2021"
    assert outlet(title, line, *paragraphs) == "Đài Miền Thử"
