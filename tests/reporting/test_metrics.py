"""Widths of Times New Roman and where names are broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.reporting.metrics import balance, text_width

ROOM = 201.0


def test_width_is_that_of_times_new_roman():
    assert text_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True) == pytest.approx(
        271.2, abs=0.1
    )
    assert text_width("ườ", 10) == pytest.approx(10.71)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", ["SỞ KHOA HỌC VÀ CÔNG NGHỆ"]),
        ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", ["SỞ THÔNG TIN", "VÀ TRUYỀN THÔNG"]),
        ("ỦY BAN NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU", ["ỦY BAN NHÂN DÂN", "TỈNH BÀ RỊA - VŨNG TÀU"]),
    ],
)
def test_names_are_broken_where_a_clerk_would(name, lines):
    assert balance(name, ROOM, 13, bold=True) == lines


@given(st.lists(st.text("ABCĐỄƯ-", min_size=1, max_size=25), max_size=30))
def test_nothing_is_lost_and_only_single_words_are_too_wide(words):
    lines = balance(" ".join(words), ROOM, 13, bold=True)
    assert " ".join(lines) == " ".join(words)
    assert all(text_width(line, 13, bold=True) <= ROOM for line in lines if " " in line)


def test_without_a_word_there_is_one_empty_line():
    assert balance(" ", 100, 14) == balance("", 100, 14) == [""]
