"""What is proposed, with which form and reason, seen from outside."""

from datetime import date

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from pace import grows_no_more, within

from tttt_desktop.domain.records import Basis, Kind
from tttt_desktop.domain.text import normalise
from tttt_desktop.suggesting.suggest import field_of, suggest

FIELDS = {
    "Chuyển đổi số, CNTT",
    "Bưu chính",
    "Viễn thông",
    "Báo chí, xuất bản",
    "Thông tin cơ sở, tuyên truyền",
    "Thông tin đối ngoại",
    "An toàn thông tin",
    "Cải cách hành chính",
    "Thanh tra, kiểm tra",
    "Tổ chức, khác",
}


def found(text, kind, basis=None):
    """The words of the proposals of one kind."""
    return [
        p.span.of(text)
        for p in suggest(text)
        if p.kind is kind and (basis is None or (p.task and p.task.basis is basis))
    ]


def the(text, words):
    """The one proposal whose passage contains the words."""
    (proposal,) = [p for p in suggest(text) if words in p.span.of(text)]
    return proposal


def test_results_are_found_and_praise_opening_and_awards_are_not(article):
    assert found(article, Kind.ACHIEVEMENT) == [
        "Năm 2022, mặc dù còn nhiều khó khăn, Sở đã hoàn thành 31/33 nhiệm vụ được giao.",
        "Doanh thu viễn thông đạt 815,2 tỷ đồng, tăng 7,1% so với cùng kỳ",
        "không để xảy ra sự cố mất an toàn thông tin.",
        "Chú ý đẩy mạnh tuyên truyền các ngày lễ lớn.",
    ]


def test_shortcomings_are_found_without_the_line_that_announces_them(article):
    assert found(article, Kind.SHORTCOMING) == [
        "12 thôn vùng cao chưa có sóng di động do địa hình chia cắt",
        "công tác cải cách hành chính ở cấp xã còn lúng túng.",
    ]


def test_the_cause_of_a_shortcoming_is_taken_when_it_is_said(article):
    assert the(article, "12 thôn").cause == "địa hình chia cắt"
    assert the(article, "lúng túng").cause == ""


def test_a_cause_told_in_the_next_sentence_is_taken(article):
    text = article.replace(
        "còn lúng túng.", "còn lúng túng. Nguyên nhân là cán bộ luân chuyển nhiều."
    )
    assert the(text, "lúng túng").cause == "cán bộ luân chuyển nhiều"


def test_tasks_are_what_the_leader_asks_for(article):
    tasks = found(article, Kind.TASK, Basis.ASSIGNED)
    assert [task.split(",")[0] for task in tasks] == [
        "Đồng chí yêu cầu Sở TT&TT chủ trì",
        "Bưu điện tỉnh mở rộng dịch vụ tại các xã vùng sâu trong quý III.",
        "Đẩy mạnh thông tin đối ngoại",
    ]


def test_the_house_s_own_plan_is_told_apart(article):
    assert found(article, Kind.TASK, Basis.OWN_PLAN) == [
        "Năm 2023, Sở phấn đấu 60% hồ sơ được nộp trực tuyến."
    ]
    own = the(article, "phấn đấu").task
    assert own.assigner == ""
    assert own.lead == "Sở Thông tin và Truyền thông"


def test_a_proposal_upwards_is_no_task(article):
    assert not [p for p in suggest(article) if "sớm bố trí kinh phí" in p.span.of(article)]


def test_the_task_form_is_filled(article):
    task = the(article, "chủ trì, phối hợp").task
    assert task.assigner == "Phó Chủ tịch UBND tỉnh Lò Thanh Bạch"
    assert task.lead == "Sở Thông tin và Truyền thông"
    assert task.cooperating == ("Sở Tài chính",)
    assert task.deadline_text == "trước ngày 30/6"
    assert task.deadline_on == date(2023, 6, 30)
    assert [(d.kind, d.number, d.issued_on) for d in task.documents] == [
        ("Chỉ thị", "14/CT-TTg", date(2019, 6, 7))
    ]


def test_a_new_doer_gets_the_next_item_and_keeps_the_giver(article):
    task = the(article, "Bưu điện tỉnh").task
    assert (task.assigner, task.lead) == ("Phó Chủ tịch UBND tỉnh Lò Thanh Bạch", "Bưu điện tỉnh")
    assert (task.deadline_text, task.deadline_on) == ("trong quý III", date(2023, 9, 30))


@pytest.mark.parametrize(("plan", "due"), [(2023, date(2023, 6, 30)), (2031, date(2031, 6, 30))])
def test_the_year_of_a_deadline_comes_from_the_article_s_own_years(article, plan, due):
    proposals = suggest(article, plan_year=plan)
    assert due in [p.task.deadline_on for p in proposals if p.task]
    assert suggest(article, review_year=plan - 1) == proposals


def test_figures_and_fields_come_with_each_proposal(article):
    proposal = the(article, "815,2")
    assert proposal.field == "Viễn thông"
    assert [(f.value, f.unit) for f in proposal.figures] == [(815.2, "tỷ đồng"), (7.1, "%")]
    assert the(article, "quảng bá").field == "Thông tin đối ngoại"
    assert the(article, "cải cách hành chính").field == "Cải cách hành chính"


def test_each_reason_is_a_vietnamese_sentence_with_the_words_that_led_to_it(article):
    reasons = {p.rule: p.reason for p in suggest(article)}
    assert reasons["order"] == "Phó Chủ tịch UBND tỉnh Lò Thanh Bạch giao việc bằng từ «yêu cầu»"
    assert (
        the(article, "quảng bá").reason
        == "Phó Chủ tịch UBND tỉnh Lò Thanh Bạch đang giao việc; câu mở đầu bằng động từ «Đẩy mạnh»"
    )
    assert the(article, "12 thôn").reason == "Nêu mặt chưa được, có từ «chưa có»"
    for proposal in suggest(article):
        assert 0 < proposal.score < 1
        assert "{" not in proposal.reason


def test_the_body_may_be_decomposed_or_spelt_the_old_way_before_it_is_normalised(article):
    import unicodedata

    again = normalise(unicodedata.normalize("NFD", article))
    assert suggest(again) == suggest(article)
    old = article.replace("Ủy", "Uỷ").replace("ủy", "uỷ")
    assert [(p.span, p.kind) for p in suggest(old)] == [(p.span, p.kind) for p in suggest(article)]


def test_what_the_leader_found_wanting_between_praise_and_orders_is_a_shortcoming(article):
    text = article.replace(
        "Đồng chí yêu cầu Sở TT&TT",
        "Tuy nhiên, đồng chí chỉ rõ hạ tầng số còn chậm. Đồng chí yêu cầu Sở TT&TT",
    )
    assert the(text, "còn chậm").kind is Kind.SHORTCOMING
    assert the(text, "chủ trì, phối hợp").kind is Kind.TASK


def test_a_second_leader_takes_over(article):
    text = article.replace(
        "Nhân dịp này",
        "Tiếp lời, Chủ tịch UBND tỉnh Vừ Thị Dợ giao Công an tỉnh xử lý sim rác trong tháng 4.\nNhân dịp này",
    )
    task = the(text, "sim rác").task
    assert (task.assigner, task.lead) == ("Chủ tịch UBND tỉnh Vừ Thị Dợ", "Công an tỉnh")
    assert task.deadline_on == date(2023, 4, 30)


def test_the_noun_yeu_cau_gives_no_task(article):
    text = article.replace(
        "Chú ý đẩy mạnh", "Hạ tầng đáp ứng yêu cầu của nhiệm vụ được giao. Chú ý đẩy mạnh"
    )
    assert the(text, "đáp ứng yêu cầu").kind is Kind.ACHIEVEMENT


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n ",
        "Hello world. The meeting was held in May; it must be repeated.",
        "Thông báo tuyển dụng 05 viên chức. Yêu cầu: có bằng đại học. Hồ sơ nộp trước ngày 30/6.",
        "Cách nấu phở bò: hầm xương trong 5 giờ; thái hành; phải chần bánh phở.",
        "Giá vàng hôm nay tăng 2,5%. Người dân cần thận trọng khi mua bán.",
        "Đội tuyển đã thắng 3-1. Huấn luyện viên yêu cầu cầu thủ tập trung hơn.",
    ],
)
def test_nothing_is_proposed_in_what_is_no_review(text):
    assert suggest(normalise(text)) == []


def test_a_text_in_capitals_or_without_diacritics_gives_no_error(article):
    from tttt_desktop.domain.text import fold

    assert suggest(article.upper()) is not None
    assert suggest(fold(article)) == []


PIECES = st.sampled_from(
    ["Sở TT&TT", "đồng chí ", "Chủ tịch UBND tỉnh ", "Lê Văn An", " yêu cầu ", "đề nghị ", "giao ", "cần ", "phối hợp với ", "chưa ", "đã đạt ",
     "trước ngày 30/6", "năm 2023, ", "Tuy nhiên, ", "; ", ". ", ": ", "\n", "và ", "các ", "tổng kết", "hội nghị ", "ghi nhận ", "12/15 xã", "mặc dù "]
)  # fmt: skip


@settings(max_examples=examples(200))
@given(st.lists(PIECES, max_size=60).map("".join) | st.text())
def test_proposals_stand_in_order_apart_and_inside_any_text(text):
    text = normalise(text)
    at = 0
    for proposal in suggest(text):
        assert at <= proposal.span.start < proposal.span.stop <= len(text)
        at = proposal.span.stop
        assert proposal.field in FIELDS
        assert (proposal.task is not None) == (proposal.kind is Kind.TASK)
        assert proposal.reason


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Đẩy mạnh chuyển đổi số", "Chuyển đổi số, CNTT"),
        ("mở rộng mạng bưu chính", "Bưu chính"),
        ("Sở Thông tin và Truyền thông phủ sóng di động 4G", "Viễn thông"),
        ("Các cơ quan báo chí", "Báo chí, xuất bản"),
        ("Hệ thống truyền thanh cơ sở", "Thông tin cơ sở, tuyên truyền"),
        ("bảo đảm an toàn thông tin mạng", "An toàn thông tin"),
        ("thanh tra 5 doanh nghiệp", "Thanh tra, kiểm tra"),
        ("kiện toàn tổ chức bộ máy", "Tổ chức, khác"),
        ("làm tốt hơn nữa", "Tổ chức, khác"),
        ("", "Tổ chức, khác"),
    ],
)
def test_the_field_is_told_by_what_is_acted_upon(text, field):
    assert field_of(text) == field


def test_an_article_takes_milliseconds(article):
    suggest(article)
    assert within(0.03, lambda: suggest(article))


@pytest.mark.parametrize(
    "piece",
    ["Sở TT&TT cần phối hợp với ", "đồng chí Lê Văn An - ", "phải ", "trước ngày ", "a", "1/2 ", "Phó Chủ tịch UBND tỉnh yêu cầu; ", "tổng kết. Năm 2023, "],
)  # fmt: skip
@pytest.mark.parametrize("length", [4_000, pytest.param(20_000, marks=pytest.mark.slow)])
def test_a_text_ten_times_as_long_takes_about_ten_times(piece, length):
    short, long = (piece * (many // len(piece)) for many in (length, 10 * length))
    assert grows_no_more(40, lambda: suggest(short), lambda: suggest(long))
