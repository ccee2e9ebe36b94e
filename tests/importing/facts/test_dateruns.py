"""A date line and what its markup puts beside it."""

import pytest

from tttt_desktop.importing.facts.dateruns import parted


@pytest.mark.parametrize(
    ("runs", "parts"),
    [
        (["11 Tháng Giêng 2017", " ", "Tin hoạt động"], ["11 Tháng Giêng 2017", "Tin hoạt động"]),
        (["11 tháng 1, 2022", " · ", "Công khai"], ["11 tháng 1, 2022", "Công khai"]),
        (["5 min read", " · ", "05/01/2024"], ["5 min read", "05/01/2024"]),
        (["08/01/2017", " ", "14:35"], ["08/01/2017 14:35"]),
        (["N", "gày 05/01/2024"], ["Ngày 05/01/2024"]),
        (["Ngày 05/01/2024", ", ", "Sở họp tổng kết."], ["Ngày 05/01/2024, Sở họp tổng kết."]),
        (["Năm 2024", " ", "Sở họp"], ["Năm 2024 Sở họp"]),
    ],
)
def test_the_parts_of_a_line(runs: list[str], parts: list[str]) -> None:
    assert [" ".join(part.split()) for part in parted(runs)] == parts
