"""Which wordings mean one indicator."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.indicators import indicator_key


@pytest.mark.parametrize(
    "wording",
    [
        "doanh thu",
        "Tổng doanh thu",
        "doanh thu toàn ngành",
        "tổng doanh thu toàn ngành năm 2022",
        "Ước tổng DOANH THU trên địa bàn tỉnh ước đạt",
    ],
)
def test_wordings_of_one_indicator_are_one(wording: str) -> None:
    assert indicator_key(wording) == "doanh thu"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("doanh thu bưu chính", "doanh thu"),
        ("doanh thu bưu chính", "doanh thu viễn thông"),
        ("thuê bao di động", "thuê bao internet"),
        ("số thôn chưa phủ sóng", "số thôn phủ sóng"),
        ("tỷ lệ hộ có internet", "hộ có internet"),
    ],
)
def test_what_differs_in_a_word_is_another_thing(one: str, other: str) -> None:
    assert indicator_key(one) != indicator_key(other)


def test_something_is_always_left() -> None:
    assert indicator_key("toàn tỉnh") == "toan tinh"
    assert indicator_key("") == ""


@given(st.text(max_size=80))
def test_a_key_is_its_own_key(text: str) -> None:
    key = indicator_key(text)
    assert indicator_key(key) == key
