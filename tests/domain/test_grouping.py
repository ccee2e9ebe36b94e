"""Groups that may say the same: found where they are, never among lists of one pattern."""

import random
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.consolidation import Passage
from tttt_desktop.domain.figures import find_figures
from tttt_desktop.domain.grouping import Alike, Why, find
from tttt_desktop.domain.records import Kind


def passage(number: int, quote: str, **values: object) -> Passage:
    made = Passage(number, number, Kind.ACHIEVEMENT, False, date(2023, 1, 1), 0, quote)
    return made._replace(**({"province": "Quảng Trị", "year": 2023} | values))  # type: ignore[arg-type]


def groups(*quotes: str) -> list[Alike]:
    passages = [passage(number, quote) for number, quote in enumerate(quotes, 1)]
    return find(passages, {one.id: find_figures(one.quote) for one in passages})


def test_nearly_the_same_words_are_one_group() -> None:
    assert groups(
        "Một số thôn, bản vùng cao chưa được phủ sóng điện thoại di động.",
        "Đào tạo kỹ năng số cho cán bộ, công chức cấp xã.",
        "một số thôn bản ở vùng cao vẫn chưa được phủ sóng điện thoại di động",
        "MỘT SỐ THÔN, BẢN VÙNG CAO CHƯA ĐƯỢC PHỦ SÓNG ĐIỆN THOẠI DI ĐỘNG",
    ) == [Alike(Why.WORDS, (1, 3, 4))]


def test_one_that_holds_the_other_is_of_its_group() -> None:
    short = "triển khai Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị"
    long = f"Ông yêu cầu Sở tham mưu kế hoạch {short}, trình trước ngày 10/8/2025."
    assert [one.ids for one in groups(short, long)] == [(1, 2)]


def test_lists_of_one_pattern_are_no_groups() -> None:
    assert not groups(
        "Phường Hoa Lư đạt 12/14 tiêu chí chuyển đổi số cấp xã.",
        "Phường Lê Lợi đạt 13/14 tiêu chí chuyển đổi số cấp xã.",
        "Phường Quang Trung đạt 14/14 tiêu chí chuyển đổi số cấp xã.",
        "Ban hành Kế hoạch số 12/KH-UBND ngày 03/02/2021 về chuyển đổi số.",
        "Ban hành Kế hoạch số 15/KH-UBND ngày 03/05/2021 về chuyển đổi số.",
        "Việc gửi nhận văn bản điện tử ở cấp xã được thực hiện thường xuyên.",
        "Việc gửi nhận văn bản điện tử ở cấp xã chưa được thực hiện thường xuyên.",
    )


def test_what_looks_like_a_number_and_is_none() -> None:
    text = "Thực hiện Kế hoạch ngày 2.1.2014, mục 1,2,3 và 5.000.00 của Ủy ban nhân dân tỉnh."
    assert [one.ids for one in groups(text, text.replace("Thực", "thực"))] == [(1, 2)]
    assert not groups(text, text.replace("2.1.2014", "3.1.2014"))


def test_of_different_kinds_nothing_is_the_same() -> None:
    one = passage(1, "Hoàn thành phủ sóng di động tại các thôn vùng sâu.")
    other = one._replace(id=2, article_id=2, kind=Kind.TASK)
    plan = other._replace(id=3, article_id=3, own_plan=True)
    assert find([one, other, plan], {}) == []


def test_a_figure_told_twice_and_one_that_disagrees() -> None:
    found = groups(
        "Tổng doanh thu viễn thông ước đạt 742,67 tỷ đồng, tăng 6,4% so với cùng kỳ.",
        "Năm qua nhiều việc được làm tốt: doanh thu viễn thông đạt 742,76 tỷ đồng, nộp ngân sách lớn.",
        "doanh thu viễn thông toàn tỉnh đạt 742.670 triệu đồng",
    )
    conflicts = [(one.ids, one.figures) for one in found if one.why is Why.CONFLICT]
    assert conflicts == [
        ((1, 2), ("742,67 tỷ đồng", "742,76 tỷ đồng")),
        ((2, 3), ("742,76 tỷ đồng", "742.670 triệu đồng")),
    ]
    same = [(one.ids, one.figures) for one in found if one.why is Why.FIGURE]
    assert same == [((1, 3), ("742,67 tỷ đồng", "742.670 triệu đồng"))]


def test_a_rounded_figure_is_the_same_and_another_place_or_year_another_figure() -> None:
    first = passage(1, "Doanh thu bưu chính đạt 742,67 tỷ đồng.")
    others = [
        passage(2, "Hết năm, doanh thu bưu chính của các doanh nghiệp đạt 742,7 tỷ đồng"),
        passage(3, "Doanh thu bưu chính là 743,1 tỷ đồng", province="Bình Định"),
        passage(4, "Doanh thu bưu chính là 743,2 tỷ đồng", year=2022),
        passage(5, "Doanh thu bưu chính là 1.250 tỷ đồng"),
        passage(6, "Doanh thu bưu chính là 743,3 triệu USD"),
    ]
    passages = [first, *others]
    figures = {one.id: find_figures(one.quote) for one in passages}
    told = [one for one in find(passages, figures) if one.why is not Why.WORDS]
    assert [(one.why, one.ids) for one in told] in ([], [(Why.FIGURE, (1, 2))])
    assert not any(one.why is Why.CONFLICT for one in told)


def test_a_coarse_rounding_is_neither_the_same_nor_a_slip() -> None:
    figures = [
        find_figures(f"Tỷ lệ hồ sơ trực tuyến đạt {value}.") for value in ("8,7%", "9%", "9,3%")
    ]
    said = [passage(number, f"Câu nói khác nhau thứ {number}") for number in (1, 2, 3)]
    found = find(said, dict(enumerate(figures, 1)))
    assert [(one.why, one.ids) for one in found] == [(Why.CONFLICT, (1, 3))]


def test_what_was_declined_is_not_proposed_again() -> None:
    quote = "Một số thôn, bản vùng cao chưa được phủ sóng điện thoại."
    three = [passage(number, quote) for number in (1, 2, 3)]
    assert find(three, {}) == [Alike(Why.WORDS, (1, 2, 3))]
    assert find(three, {}, [{1, 2, 3}]) == []
    assert find(three, {}, [{1, 3}]) in ([Alike(Why.WORDS, (1, 2))], [Alike(Why.WORDS, (2, 3))])
    figures = {1: find_figures("Doanh thu viễn thông đạt 742,67 tỷ đồng.")}
    figures[2] = find_figures("Doanh thu viễn thông đạt 742,76 tỷ đồng.")
    pair = [passage(1, "Doanh thu viễn thông đạt 742,67 tỷ đồng."), passage(2, "thu đạt 742,76 tỷ")]
    assert [one.why for one in find(pair, figures)] == [Why.CONFLICT]
    assert find(pair, figures, [{1, 2}]) == []


SYLLABLES = re.findall(
    r"\w+",
    "phủ sóng thôn bản đào tạo cán bộ xã hồ sơ trực tuyến báo chí xuất bản bưu cục hạ tầng số dữ liệu "
    "an toàn thông tin thanh tra kiểm tra tuyên truyền biển đảo dịch vụ công doanh nghiệp internet trạm",
)


@given(st.randoms(use_true_random=False), st.integers(2, 60))
def test_items_of_one_list_with_contents_of_their_own_never_meet(
    chance: random.Random, count: int
) -> None:
    """A common frame, and in it words chosen at random: alike in form, not in what they say."""
    said = {" ".join(chance.choices(SYLLABLES, k=chance.randint(6, 14))) for _ in range(count)}
    passages = [
        passage(at, f"{at}. Sở tiếp tục {words} trong năm {2000 + at}.")
        for at, words in enumerate(sorted(said), 1)
    ]
    assert find(passages, {}) == []


@given(st.lists(st.text("ab cđ.1,², ", max_size=12), max_size=12))
def test_no_passage_is_in_two_groups_whatever_the_texts(texts: list[str]) -> None:
    found = find([passage(number, text) for number, text in enumerate(texts, 1)], {})
    ids = [one for group in found for one in group.ids]
    assert len(ids) == len(set(ids))
    assert all(len(group.ids) > 1 for group in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Công tác tuyên truyền về chuyển đổi số ở cơ sở chưa thường xuyên, hiệu quả còn thấp.",
            "Việc tuyên truyền chuyển đổi số tại cơ sở chưa được thường xuyên, hiệu quả thấp.",
        ),
        (
            "Đề nghị Sở TT&TT rà soát, khắc phục các vùng lõm sóng trên địa bàn tỉnh.",
            "đồng chí đề nghị Sở Thông tin và Truyền thông tiếp tục rà soát, khắc phục vùng lõm sóng trên địa bàn",
        ),
        (
            "Tham mưu UBND tỉnh ban hành Kế hoạch chuyển đổi số năm 2023 ngay trong tháng 01.",
            "Ngay trong tháng 1, tham mưu Ủy ban nhân dân tỉnh ban hành Kế hoạch chuyển đổi số năm 2023.",
        ),
    ],
)
def test_the_same_is_said_in_other_words(one: str, other: str) -> None:
    assert [one.why for one in groups(one, other)] == [Why.WORDS]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Doanh thu viễn thông ước đạt 1.285 tỷ đồng, tăng 4,7%.",
            "Trong năm, tổng doanh thu lĩnh vực viễn thông đạt 1.285 tỷ đồng.",
        ),
        (
            "Tỷ lệ hồ sơ giải quyết trực tuyến toàn trình đạt 71,6%.",
            "Đến nay, 71,6% hồ sơ được giải quyết trực tuyến toàn trình.",
        ),
        (
            "Mật độ thuê bao Internet đạt 82,4 thuê bao/100 dân.",
            "Mật độ Internet là 82,4 thuê bao/100 dân, tăng so với năm trước.",
        ),
        (
            "Nộp ngân sách nhà nước 86,2 tỷ đồng.",
            "Các doanh nghiệp trong ngành nộp ngân sách nhà nước 86,2 tỷ đồng, vượt dự toán.",
        ),
        (
            "Tổng số trạm BTS trên địa bàn là 2.058 trạm.",
            "Toàn tỉnh hiện có 2.058 trạm BTS, tăng 194 trạm.",
        ),
        (
            "Sản lượng bưu gửi đạt 3,4 triệu bưu gửi.",
            "Sản lượng bưu gửi cả năm ước 3.400.000 bưu gửi.",
        ),
    ],
)
def test_one_figure_is_told_in_other_words(one: str, other: str) -> None:
    (found,) = groups(one, other)
    assert found.why is not Why.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Doanh thu toàn ngành đạt 742,67 tỷ đồng.",
            "Tổng doanh thu toàn ngành ước 742,76 tỷ đồng, tăng 6,4%.",
        ),
        (
            "Tỷ lệ thanh toán trực tuyến đạt 41,5%.",
            "Tỷ lệ thanh toán trực tuyến mới đạt 42,1%, chưa đạt chỉ tiêu.",
        ),
        (
            "Toàn tỉnh có 1.204 tổ công nghệ số cộng đồng.",
            "Đã thành lập 1.240 tổ công nghệ số cộng đồng tại các thôn.",
        ),
        (
            "Số thuê bao điện thoại di động là 1.105.300 thuê bao.",
            "Thuê bao điện thoại di động đạt 1.150.300 thuê bao.",
        ),
        (
            "Chỉ số DTI của tỉnh xếp thứ 22/63.",
            "Chỉ số DTI của tỉnh xếp thứ 24/63, tăng 5 bậc.",
        ),
        (
            "Tập huấn kỹ năng số cho 5.400 thành viên tổ công nghệ số.",
            "Đã tập huấn kỹ năng số cho 5.040 thành viên tổ công nghệ số cộng đồng.",
        ),
    ],
)
def test_figures_of_one_thing_disagree(one: str, other: str) -> None:
    assert [one.why for one in groups(one, other)] == [Why.CONFLICT]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Doanh thu bưu chính đạt 486 tỷ đồng.",
            "Doanh thu viễn thông đạt 486 tỷ đồng.",
        ),
        (
            "Thanh tra 14 cuộc, xử phạt 22 trường hợp.",
            "Kiểm tra 14 cuộc đột xuất tại các cửa hàng Internet.",
        ),
        (
            "Hoàn thành 2 nhiệm vụ trọng tâm trong quý I.",
            "Còn 2 nhiệm vụ chưa hoàn thành do thiếu kinh phí.",
        ),
        (
            "Huyện Lộc Sơn có 19/19 xã đạt chuẩn về thông tin.",
            "Huyện Phú Hòa có 14/19 xã đạt chuẩn về thông tin.",
        ),
        (
            "Tổ chức 9 lớp tập huấn về an toàn thông tin cho công chức.",
            "Tổ chức 12 lớp tập huấn về chuyển đổi số cho cán bộ xã.",
        ),
        (
            "Đã hoàn thành Đề án chuyển đổi số của tỉnh.",
            "Chưa hoàn thành Đề án chuyển đổi số của tỉnh.",
        ),
        (
            "100% xã có đài truyền thanh hoạt động.",
            "100% xã có đường truyền cáp quang.",
        ),
        (
            "Cấp 45 giấy phép xuất bản tài liệu không kinh doanh.",
            "Cấp 47 giấy phép thiết lập trang thông tin điện tử tổng hợp.",
        ),
        (
            "Tỷ lệ hồ sơ trực tuyến đạt 64%, cao hơn mục tiêu 14 điểm phần trăm.",
            "Tỷ lệ hồ sơ đúng hạn đạt 98%, cao hơn mục tiêu 14 điểm phần trăm.",
        ),
        (
            "Toàn tỉnh có 1.264 trạm BTS, trong đó 418 trạm dùng chung hạ tầng.",
            "Phát triển mới 130 trạm BTS, nâng tổng số lên 1.394 trạm.",
        ),
        (
            "Sở đã ban hành 29 quyết định xử phạt.",
            "Sở đã ban hành 29 văn bản hướng dẫn nghiệp vụ.",
        ),
        (
            "Tăng cường quản lý nhà nước về báo chí, xuất bản.",
            "Tăng cường quản lý nhà nước về bưu chính, viễn thông.",
        ),
        (
            "Đề nghị các doanh nghiệp viễn thông phát triển hạ tầng 5G.",
            "Đề nghị các doanh nghiệp bưu chính mở rộng điểm phục vụ.",
        ),
        (
            "Trang bị 120 máy tính cho cấp xã.",
            "Trang bị 118 camera cho cấp xã.",
        ),
    ],
)
def test_what_sounds_alike_is_another_thing(one: str, other: str) -> None:
    assert not groups(one, other)
