"""Names in capitals."""

import pytest

from tttt_desktop.importing.facts.capitals import proper_case


@pytest.mark.parametrize(
    ("capitals", "written"),
    [
        ("CỔNG THÔNG TIN ĐIỆN TỬ TỈNH BẠC LIÊU", "Cổng thông tin điện tử tỉnh Bạc Liêu"),
        ("VĂN PHÒNG TỈNH UỶ", "Văn phòng Tỉnh uỷ"),
        ("UBND TỈNH ĐẮK NÔNG", "UBND tỉnh Đắk Nông"),
        ("CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN VĂN QUAN", "Cổng thông tin điện tử huyện Văn Quan"),
        (
            "SỞ THÔNG TIN VÀ TRUYỀN THÔNG TỈNH YÊN BÁI",
            "Sở Thông tin và Truyền thông tỉnh Yên Bái",
        ),
        ("BỘ THÔNG TIN VÀ TRUYỀN THÔNG", "Bộ Thông tin và Truyền thông"),
        ("ĐẢNG BỘ SỞ NỘI VỤ", "Đảng bộ Sở Nội vụ"),
    ],
)
def test_capitals_become_a_name_as_written_in_a_sentence(capitals: str, written: str) -> None:
    assert proper_case(capitals) == written
