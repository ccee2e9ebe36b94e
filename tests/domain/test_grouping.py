"""Groups that may say the same: found where they are, never among lists of one pattern."""

import random
import re
from datetime import date

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
