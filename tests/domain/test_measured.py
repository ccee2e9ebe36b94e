"""What a number measures: by the words before it, else by those behind it."""

import pytest

from tttt_desktop.domain.figures import find_figures


def named(text: str) -> dict[str, str]:
    """What each figure of a text measures, by the figure as it is printed."""
    return {figure.as_printed: figure.indicator for figure in find_figures(text)}


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        ("Doanh thu bưu chính ước đạt 486 tỷ đồng", "486 tỷ đồng", "Doanh thu bưu chính"),
        ("riêng chuyển phát đạt 312 tỷ đồng", "312 tỷ đồng", "chuyển phát"),
        ("Đến hết tháng 9 giải ngân 60%", "60%", "giải ngân"),
        ("Đồng chí cho biết, tỷ lệ hài lòng đạt 93%", "93%", "tỷ lệ hài lòng"),
        ("Giám đốc Sở cho biết tỷ lệ hài lòng đạt 93%", "93%", "tỷ lệ hài lòng"),
        ("Thanh tra Sở đã xử phạt 22 trường hợp", "22 trường hợp", "xử phạt"),
        ("xử phạt với tổng số tiền 186 triệu đồng", "186 triệu đồng", "xử phạt với tổng số tiền"),
        ("Trung tâm được tổ chức thực hiện tại 20 xã", "20 xã", "Trung tâm được tổ chức thực hiện"),
        ("Chỉ số chuyển đổi số cấp tỉnh xếp thứ 8/63", "thứ 8/63", "Chỉ số chuyển đổi số cấp tỉnh"),
    ],
)
def test_before_a_number_stands_what_it_measures(text: str, printed: str, indicator: str) -> None:
    assert named(text)[printed] == indicator


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        ("100% cơ quan nhà nước dùng chữ ký số", "100%", "cơ quan nhà nước dùng chữ ký số"),
        (
            "Cả 112 xã, phường đã có tổ công nghệ số",
            "112 xã, phường",
            "xã, phường đã có tổ công nghệ số",
        ),
        ("Dù vậy, còn 26 thôn chưa có sóng 4G.", "26 thôn", "thôn chưa có sóng 4G"),
        ("Toàn tỉnh hiện có 1.264 trạm BTS, tăng 5%", "1.264 trạm BTS", "trạm BTS"),
        ("Nhờ đó, 100% sở, ban, ngành kết nối mạng", "100%", "sở, ban, ngành kết nối mạng"),
    ],
)
def test_where_nothing_stands_before_it_the_words_behind_say_it(
    text: str, printed: str, indicator: str
) -> None:
    assert named(text)[printed] == indicator


def test_a_part_is_another_thing_than_the_whole() -> None:
    told = named("Cổng dịch vụ công cung cấp 1.530 dịch vụ, trong đó có 684 dịch vụ toàn trình")

    assert told["1.530 dịch vụ"] == "Cổng dịch vụ công cung cấp"
    assert told["684 dịch vụ"] == "dịch vụ toàn trình"


def test_a_further_number_of_a_sentence_measures_the_same() -> None:
    told = named(
        "Tỷ lệ hồ sơ trực tuyến đạt 64%, thấp hơn mục tiêu 14 điểm phần trăm, xếp thứ 9/63"
    )

    assert set(told.values()) == {"Tỷ lệ hồ sơ trực tuyến"}


def test_another_sentence_begins_anew() -> None:
    told = named("Doanh thu đạt 64 tỷ đồng. 12/14 xã có đài truyền thanh; 3 lần")

    assert told["12/14 xã"] == "xã có đài truyền thanh"
    assert told["3 lần"] == ""
