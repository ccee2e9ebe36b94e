"""The sample articles of the program: they read as the real ones do."""

from datetime import date

import pytest

from tttt_desktop.importing.read import read_file
from tttt_desktop.paths import resource

EXPECTED = {
    "binh-dinh-2025.docx": (
        "Bình Định",
        date(2025, 1, 8),
        date(2025, 1, 7),
        "Mai Kha Ly",
        2024,
        2025,
    ),
    "ca-mau-2019.txt": ("Cà Mau", date(2019, 1, 18), date(2019, 1, 17), "Lam Tuyền", 2018, 2019),
    "lao-cai-2020.txt": ("Lào Cai", date(2020, 1, 8), date(2020, 1, 7), "Vàng Thị Súa", 2019, 2020),
    "nghe-an-2022.html": (
        "Nghệ An",
        date(2022, 1, 14),
        date(2022, 1, 13),
        "Cẩm Tú - Đức Chuyên",
        2021,
        2022,
    ),
    "phu-tho-6-thang-2025.txt": (
        "Phú Thọ",
        date(2025, 7, 15),
        date(2025, 7, 14),
        "Hà Bích Thảo",
        2025,
        2025,
    ),
    "quang-tri-2023.txt": ("Quảng Trị", date(2023, 1, 10), date(2023, 1, 9), "Hải Lam", 2022, 2023),
    "quang-tri-2024.txt": (
        "Quảng Trị",
        date(2024, 1, 12),
        date(2024, 1, 11),
        "Hải Lam",
        2023,
        2024,
    ),
    "tien-giang-2021.txt": (
        "Tiền Giang",
        date(2021, 2, 4),
        date(2021, 2, 3),
        "THU ĐÔNG",
        2020,
        2021,
    ),
}
NOISE = ("lượt xem", "Các tin khác", "Từ khóa", "mp4", "Trang chủ", "In bài", "Cỡ chữ", "truy cập:")


def test_these_are_all_samples() -> None:
    assert {path.name for path in resource("samples").iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_metadata(name: str) -> None:
    article = read_file(resource("samples") / name)
    found = (
        article.province,
        article.published_on,
        article.event_on,
        article.byline,
        article.review_year,
        article.plan_year,
    )
    assert found == EXPECTED[name]
    assert article.title in article.text.split("\n")


@pytest.mark.parametrize("name", EXPECTED)
def test_the_body_is_free_of_the_page_around_it(name: str) -> None:
    article = read_file(resource("samples") / name)
    assert not [word for word in NOISE if word.lower() in article.text.lower()]
    assert 1_500 < len(article.text) < 4_500
