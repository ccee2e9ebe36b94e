"""Names in capitals as a sentence has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.agency_names import in_sentence


@pytest.mark.parametrize(
    "name",
    [
        "Sở Khoa học và Công nghệ",
        "Sở Khoa học và Công nghệ tỉnh Quảng Trị",
        "Sở Văn hoá, Thể thao và Du lịch tỉnh Bà Rịa - Vũng Tàu",
        "Trung tâm Công nghệ thông tin và Truyền thông",
        "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh",
        "Văn phòng Tỉnh ủy",
        "Ủy ban nhân dân thành phố Huế",
        "Ủy ban nhân dân xã Cư M'gar",
        "Sở Lao động - Thương binh và Xã hội",
        "UBND tỉnh Đắk Lắk",
        "Sở TT&TT",
        "VNPT Quảng Trị",
    ],
)
def test_capitals_of_a_heading_become_those_of_a_sentence(name: str) -> None:
    assert in_sentence(name.upper()) == name
    assert in_sentence(name) == name


@pytest.mark.parametrize("name", ["", "UBND", "VNPT", "Sở nội vụ", "12/34"])
def test_what_is_not_all_in_capitals_or_no_words_stays(name: str) -> None:
    assert in_sentence(name) == name


@given(st.text(alphabet="ABĐÊƠ ỦY SỞTỈNHXà-,&'5đi", max_size=40))
def test_only_the_case_is_changed(name: str) -> None:
    made = in_sentence(name)
    assert made.lower() == name.lower()
    assert in_sentence(made) == made
