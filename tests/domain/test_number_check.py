"""Numbers of the wording that the quotation does not say."""

from tttt_desktop.domain.number_check import foreign_number


def test_compared_by_value_and_years_may_be_named() -> None:
    assert foreign_number("Đạt 742,670 tỷ năm 2022", "đạt 742,67 tỷ", [2022]) is None
    assert foreign_number("Đạt 74,2 tỷ", "đạt 742,67 tỷ") == ("74,2", "742,67")
    assert foreign_number("Có 15 xã", "mọi xã") == ("15", "")
    assert foreign_number("Có 15 xã", "đạt 2.346 hộ") == ("15", "")


def test_what_looks_like_a_number_and_is_none_is_compared_as_it_stands() -> None:
    quote = "Kế hoạch ngày 2.1.2014 về 1,2,3 việc"
    assert foreign_number("Kế hoạch ngày 2.1.2014", quote) is None
    assert foreign_number("Kế hoạch ngày 3.1.2014", quote) == ("3.1.2014", "2.1.2014")
