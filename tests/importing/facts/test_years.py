"""Review year and plan year."""

import pytest

from tttt_desktop.domain.text import fold
from tttt_desktop.importing.facts.years import find_years


@pytest.mark.parametrize(
    ("title", "lead", "published", "years"),
    [
        ("Tổng kết năm 2020 và triển khai nhiệm vụ năm 2021", "", None, (2020, 2021)),
        ("Hội nghị triển khai nhiệm vụ năm 2014", "", None, (2013, 2014)),
        ("Tổng kết công tác năm 2012", "", None, (2012, 2013)),
        ("Tổng kết năm 2011, bàn phương hướng năm 2012", "", None, (2011, 2012)),
        (
            "Sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2018",
            "",
            None,
            (2018, 2018),
        ),
        ("Sơ kết sáu tháng đầu năm", "", 2019, (2019, 2019)),
        ("Sơ kết 9 tháng đầu năm, nhiệm vụ 3 tháng cuối năm 2023", "", None, (2023, 2023)),
        ("Sơ kết quý I, triển khai nhiệm vụ quý II năm 2024", "", None, (2024, 2024)),
        ("Tổng kết quý IV/2023, triển khai nhiệm vụ quý I/2024", "", None, (2023, 2024)),
        ("Tổng kết công tác quý IV và năm 2023", "", None, (2023, 2024)),
        ("Tổng kết công tác 2022, triển khai nhiệm vụ 2023", "", None, (2022, 2023)),
        ("Tổng kết Chương trình giai đoạn 2021-2025", "", 2025, (None, None)),
        ("Tổng kết công tác Hội nhiệm kỳ 2015-2020", "", 2020, (None, None)),
        ("Tổng kết công tác năm 2020, giữa nhiệm kỳ 2020-2025", "", None, (2020, 2021)),
        ("Tổng kết năm học 2022-2023, nhiệm vụ năm học 2023-2024", "", None, (2023, 2024)),
        (
            "Ngành vượt khó",
            "Sáng 3/1, Sở tổng kết công tác năm 2021, phương hướng năm 2022.",
            None,
            (2021, 2022),
        ),
        (
            "Ngành vượt khó",
            "Buổi làm việc về kết quả năm 2016, trọng tâm trong năm 2017.",
            None,
            (2016, 2017),
        ),
        ("Tổng kết năm 2010: tăng 17% so với kế hoạch năm 2009", "", None, (2010, 2011)),
        (
            "Thông báo tuyển dụng viên chức năm 2022",
            "Theo Nghị định số 115/2020/NĐ-CP",
            2022,
            (None, None),
        ),
        ("Mạnh tay với tin nhắn rác", "Từ năm 2020, người dân được bảo vệ.", 2020, (None, None)),
        ("", "", None, (None, None)),
    ],
)
def test_years(
    title: str, lead: str, published: int | None, years: tuple[int | None, int | None]
) -> None:
    found = find_years(fold(title), fold(lead), published)
    assert ((found.review, found.plan) if found else (None, None)) == years
