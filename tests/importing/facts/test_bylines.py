"""Who wrote an article, wherever the page says so: the bare name."""

import pytest

from tttt_desktop.domain.records import Block
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.page.clean import arrange


def byline(*lines: str) -> str:
    layout = arrange(Draft([Block(line) for line in lines]))
    found = layout.found.get("byline")
    assert found is None or (found.span is not None and len(found.span) == len(layout.byline))
    return layout.byline


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Cao Biền", "Cao Biền"),
        ("Q.T", "Q.T"),
        ("(Mai Lan)", "Mai Lan"),
        ("QUỲNH LAM", "QUỲNH LAM"),
        ("Bài, ảnh: T.HẠNH", "T.HẠNH"),
        ("Tin, ảnh: Hữu Hiệp", "Hữu Hiệp"),
        ("Tin ảnh: Hữu Hiệp", "Hữu Hiệp"),
        ("Bài và ảnh Hữu Hiệp", "Hữu Hiệp"),
        ("Bài: Thanh Nhật - Ảnh: Đức Thụy", "Thanh Nhật"),
        ("Bài: Thanh Nhật; ảnh: Đức Thụy", "Thanh Nhật"),
        ("Minh Quyết (TTXVN)", "Minh Quyết"),
        ("Minh Quyết (tổng hợp)", "Minh Quyết"),
        ("CTV Hồng Hà", "Hồng Hà"),
        ("PV: Hồng Hà", "Hồng Hà"),
        ("Người viết: Nguyễn Hoài", "Nguyễn Hoài"),
        ("Tác giả: Nguyễn Hoài", "Nguyễn Hoài"),
        ("Thu Trang - Minh Huyền", "Thu Trang - Minh Huyền"),
        ("Văn phòng Đảng ủy Sở", "Văn phòng Đảng ủy Sở"),
        ("Phòng Bưu chính - Viễn thông", "Phòng Bưu chính - Viễn thông"),
        ("Nhóm PV", "Nhóm PV"),
        ("PV - CTV", "PV - CTV"),
        ("Thanh Tùng/Báo Nhân Dân", "Thanh Tùng"),
        ("Quốc Đạt - Trung tâm VHTT huyện", "Quốc Đạt"),
        ("Tổng số: 5 tập thể", ""),
        ("Danh sách khen thưởng kèm theo.", ""),
        ("(Theo TTXVN)", ""),
        ("Nguồn: Báo Lai Châu", ""),
    ],
)
def test_below_the_text(line: str, name: str, title: str, paragraphs: tuple[str, ...]) -> None:
    assert byline(title, *paragraphs, line) == name


@pytest.mark.parametrize(
    ("end", "name"),
    [
        ("phong trào thi đua năm 2023./. Hồng Nguyệt", "Hồng Nguyệt"),
        ("phong trào thi đua năm 2023. Hồng Nguyệt", "Hồng Nguyệt"),
        ("phong trào thi đua năm 2023./.Hồng Nguyệt - Lê Hoa", "Hồng Nguyệt - Lê Hoa"),
        ("phong trào thi đua năm 2023. (Hồng Nguyệt)", "Hồng Nguyệt"),
        ("phong trào thi đua năm 2023 tại TP. Hưng Yên", ""),
        ("phong trào thi đua năm 2023./.", ""),
    ],
)
def test_glued_to_the_last_sentence(
    end: str, name: str, title: str, paragraphs: tuple[str, ...]
) -> None:
    last = f"Dịp này, Sở đã khen thưởng 12 tập thể, cá nhân có thành tích trong {end}"
    assert byline(title, *paragraphs, last) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Viết bởi Lường Thị Thảo", "Lường Thị Thảo"),
        ("Tác giả: Lường Thị Thảo", "Lường Thị Thảo"),
        ("11/01/2021 | Tác giả: Đình Lâm | Lượt xem: 318", "Đình Lâm"),
        ("11/01/2021 | Người đăng: quantri", ""),
        ("11/01/2021 | Người đăng: Quản trị viên", ""),
        ("Người đăng: Nguyễn Thị Hoa | Ngày đăng: 30/12/2020", "Nguyễn Thị Hoa"),
        ("Tác giả: admin", ""),
    ],
)
def test_above_the_text(line: str, name: str, title: str, paragraphs: tuple[str, ...]) -> None:
    assert byline(title, line, *paragraphs) == name


def test_the_name_below_goes_before_the_one_above(title: str, paragraphs: tuple[str, ...]) -> None:
    assert byline(title, "Tác giả: Đình Lâm", *paragraphs, "Mai Lan") == "Mai Lan"
