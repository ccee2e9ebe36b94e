"""Syllables by rule: what is spelt right, what is not, and where the tone stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.syllables import (
    has_two_styles,
    in_style,
    is_syllable,
    split_tone,
    with_tone,
)
from tttt_desktop.paths import resource

RIGHT = """
    nghiêng ngành nghề ghế gà kẻ kỳ cả quê quả quý quốc quyển quỳnh quắp quơ gì gìn giếng giết già giỏi khuya
    khuỷu thuở hoà hòa thuỷ thủy khoẻ khỏe xoáy ngoẹo tuyên hoặc oằn uyên yêu ưu rượu soóc xoong ăn ở ý kỹ mỹ
    tỷ nhiễm thực được tiếng trường đường Nguyễn VIỆT Đăng uỷ ủy buồn muỗng thước sạch ích chếch khuếch huynh
"""
WRONG = """
    nghành ngề gế cẻ ká gía thưc đưọc tíêng qủa hoạhc thựcc ddược trươngf việtt nhiêmj kếch́ ngiêm ghà nghà
    hoặch iêu yêm̃n bqu xzy ươcc càp bát̉ tổchức gịa cĩch tếh vuyên boan
"""


@pytest.mark.parametrize("word", RIGHT.split())
def test_a_syllable(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", [*WRONG.split(), "", "123", "a1", "hà nội"])
def test_not_a_syllable(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hòa", "hoà"),
        ("khỏe", "khoẻ"),
        ("Thủy", "Thuỷ"),
        ("ỦY", "UỶ"),
        ("Ủy", "Uỷ"),
        ("tùy", "tuỳ"),
    ],
)
def test_two_styles_of_one_syllable(old: str, new: str) -> None:
    assert in_style(old, new_style=True) == new
    assert in_style(new, new_style=False) == old
    assert has_two_styles(old)
    assert has_two_styles(new)


@pytest.mark.parametrize("word", ["quý", "quả", "hoài", "toàn", "huỳnh", "hoa", "của", "mía", "OK"])
def test_one_style_only(word: str) -> None:
    assert in_style(word, new_style=True) == in_style(word, new_style=False) == word
    assert not has_two_styles(word)


SYLLABLES = sorted(
    {
        word
        for path in resource("samples").glob("*.txt")
        for word in path.read_text("utf-8").lower().split()
        if is_syllable(word)
    }
)


@given(st.sampled_from(SYLLABLES))
def test_a_tone_taken_off_is_put_back_where_it_stood(word: str) -> None:
    letters, tone = split_tone(word)
    assert word in (with_tone(letters, tone), with_tone(letters, tone, new_style=True))


@given(st.text(max_size=9))
def test_any_text_is_a_syllable_or_not(text: str) -> None:
    once = in_style(text, new_style=True)
    assert is_syllable(text) == is_syllable(once)
    assert in_style(once, new_style=True) == once
