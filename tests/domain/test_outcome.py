"""What a sentence says of the work it tells of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.outcome import outcome
from tttt_desktop.domain.records import Kind, Status


@pytest.mark.parametrize(
    "quote",
    [
        "Hoàn thành ngầm hoá cáp trên 10 tuyến phố",
        "Đề án đã được phê duyệt tại Quyết định số 12/QĐ-UBND",
        "Trung tâm điều hành đã đưa vào vận hành từ tháng 10",
        "phủ sóng 31/31 thôn, bản",
        "cấp 1.125/1.125 chứng thư số",
        "Thu ngân sách vượt kế hoạch 4%",
    ],
)
def test_a_result_says_that_all_is_done(quote: str) -> None:
    assert outcome(Kind.ACHIEVEMENT, quote) is Status.COMPLETED


@pytest.mark.parametrize(
    "quote",
    [
        "Đã ngầm hoá cáp trên 7/10 tuyến phố",
        "Đang xây dựng Đề án",
        "Cơ bản hoàn thành việc lắp đặt, còn lại hai xã",
        "Sở phấn đấu hoàn thành đúng tiến độ",
        "Đề án chưa được phê duyệt",
        "chi 12/12/2022 triệu đồng",
        "Xử phạt 4 cơ sở",
    ],
)
def test_a_result_says_that_work_goes_on(quote: str) -> None:
    assert outcome(Kind.ACHIEVEMENT, quote) is Status.UNDER_WAY


def test_a_shortcoming_never_says_that_all_is_done() -> None:
    assert outcome(Kind.SHORTCOMING, "Tiến độ còn chậm") is Status.UNDER_WAY
    assert outcome(Kind.SHORTCOMING, "ba xã chưa được phủ sóng") is Status.NOT_STARTED
    assert outcome(Kind.SHORTCOMING, "đã hoàn thành nhưng chậm") is Status.UNDER_WAY


def test_a_task_set_again_is_under_way() -> None:
    assert outcome(Kind.TASK, "hoàn thành dứt điểm trong quý I") is Status.UNDER_WAY


@given(st.sampled_from(Kind), st.text())
def test_any_text_is_read(kind: Kind, text: str) -> None:
    assert outcome(kind, text) in (None, *Status)
