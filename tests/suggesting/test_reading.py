"""How an article is read: who has the word, where a part begins, what stands aside; and the words that led to a proposal."""

import pytest

from tttt_desktop.domain.records import Basis, Kind
from tttt_desktop.domain.text import normalise
from tttt_desktop.suggesting.suggest import suggest

HEAD = """Sở Thông tin và Truyền thông tổng kết công tác năm 2022
10/01/2023
Sáng 9/1, Sở Thông tin và Truyền thông tổ chức hội nghị tổng kết công tác năm 2022, triển khai nhiệm vụ năm 2023. Ông Lò Thanh Bạch, Phó Chủ tịch UBND tỉnh dự.
"""
RESULTS = "Năm 2022, Sở đã hoàn thành 31/33 nhiệm vụ được giao. Doanh thu viễn thông đạt 815,2 tỷ đồng, tăng 7,1% so với cùng kỳ.\n"
SPEECH = "Phát biểu chỉ đạo, Phó Chủ tịch UBND tỉnh Lò Thanh Bạch ghi nhận nỗ lực của ngành. Ông yêu cầu Sở sớm trình kế hoạch ứng dụng công nghệ thông tin.\n"


def read(*parts):
    """The body and its proposals."""
    text = normalise(HEAD + "".join(parts))
    return text, suggest(text)


def kinds(text, proposals, words):
    """What the units that hold the words are taken for."""
    return [p.kind for p in proposals if words in p.span.of(text)]


def the(text, proposals, words):
    """The one proposal that holds the words."""
    (found,) = [p for p in proposals if words in p.span.of(text)]
    return found


def test_rows_of_a_table_are_no_results():
    rows = "Chỉ tiêu | Năm 2021 | Năm 2022\nSố trạm BTS | 1.210 | 1.350\n"
    text, found = read(rows, RESULTS, SPEECH)
    assert not [p for p in found if " | " in p.span.of(text)]
    assert kinds(text, found, "815,2") == [Kind.ACHIEVEMENT]


def test_headings_without_a_colon_part_an_article():
    text, found = read(
        "I. Kết quả đạt được\nLắp đặt 12 đài truyền thanh không dây cho các xã vùng cao.\n"
        "II. Hạn chế, nguyên nhân\nNội dung chương trình tiếng dân tộc của đài huyện chưa hấp dẫn.\n"
        "III. Phương hướng, nhiệm vụ năm 2023\n1. Triển khai số hóa hồ sơ.\n2. Tăng cường kiểm tra thuê bao trả trước.\n"
    )
    assert kinds(text, found, "12 đài") == [Kind.ACHIEVEMENT]
    assert kinds(text, found, "tiếng dân tộc") == [Kind.SHORTCOMING]
    plans = [p for p in found if p.task and p.task.basis is Basis.OWN_PLAN]
    assert len(plans) == 2


def test_results_told_after_the_orders_are_results():
    text, found = read(
        SPEECH,
        "Nhìn lại năm 2022, Sở đã bám sát nhiệm vụ. Số thuê bao băng rộng đạt 86.600 thuê bao, tăng 3,4% so với năm 2021.\n",
    )
    assert kinds(text, found, "trình kế hoạch") == [Kind.TASK]
    assert kinds(text, found, "86.600") == [Kind.ACHIEVEMENT]


def test_who_concludes_a_meeting_gives_tasks_whatever_his_rank():
    text, found = read(
        RESULTS,
        "Phát biểu kết luận cuộc họp, ông Bùi Thanh Điền, Bí thư Đảng ủy phường yêu cầu Phòng Kinh tế rà soát hồ sơ đất đai tồn đọng.\n",
    )
    task = the(text, found, "đất đai").task
    assert task.assigner == "Bí thư Đảng ủy phường Bùi Thanh Điền"
    assert task.lead == "Phòng Kinh tế"


def test_what_a_leader_hopes_for_is_a_task():
    text, found = read(
        RESULTS,
        "Phát biểu tại hội nghị, Phó Chủ tịch UBND tỉnh Lò Thanh Bạch mong muốn Viettel tiếp tục phủ sóng các bản biên giới.\n",
    )
    assert the(text, found, "mong muốn").task.lead == "Viettel"


def test_a_name_and_post_before_a_colon_have_the_word():
    text, found = read(
        RESULTS,
        "Ông K’Brông, Chủ tịch UBND xã Quảng Phú: đường truyền ở hai thôn còn chập chờn.\n",
        SPEECH,
    )
    assert kinds(text, found, "chập chờn") == [Kind.SHORTCOMING]


def test_a_pronoun_is_whoever_spoke_last_and_is_called_so():
    text, found = read(
        RESULTS,
        "Phát biểu tại hội nghị, Chủ tịch UBND tỉnh Lê Văn Tám yêu cầu Sở công bố danh mục dữ liệu mở.\n"
        "Trao đổi thêm, bà Phan Thị Hoa, Trưởng Ban Tuyên giáo Tỉnh ủy đề nghị các cơ quan báo chí tăng tin về cơ sở.\n"
        "Ông giao Sở Tài chính bố trí kinh phí cho kho dữ liệu.\n",
    )
    assert the(text, found, "kho dữ liệu").task.assigner == "Chủ tịch UBND tỉnh Lê Văn Tám"
    assert (
        the(text, found, "tin về cơ sở").task.assigner
        == "Trưởng Ban Tuyên giáo Tỉnh ủy Phan Thị Hoa"
    )


def test_what_one_of_the_people_tells_is_no_result():
    text, found = read(RESULTS, "“Tôi đã cài ứng dụng từ tháng 3”, anh Nguyễn Văn Ba kể.\n", SPEECH)
    assert kinds(text, found, "cài ứng dụng") == []


@pytest.mark.parametrize("words", ["Ba việc gì cần làm ngay?", "Vì sao hồ sơ tăng mà dân vẫn chờ?"])
def test_a_question_is_nothing(words):
    text, found = read(RESULTS, f"{words}\n", SPEECH)
    assert kinds(text, found, words) == []


def test_a_heading_tells_the_field_of_what_stands_below():
    text, found = read(
        "* Viễn thông:\n- phát triển mới 46 cột, đưa vào dùng từ tháng 5;\n* Báo chí:\n- cấp 12 giấy phép các loại.\n",
        SPEECH,
    )
    assert the(text, found, "46 cột").field == "Viễn thông"
    assert the(text, found, "12 giấy phép").field == "Báo chí, xuất bản"


def test_names_of_agencies_and_partners_do_not_tell_the_field():
    text, found = read(
        "Ông Lò Thanh Bạch yêu cầu Phòng Bưu chính - Viễn thông rà soát dữ liệu cá nhân bị lộ lọt.\n",
        SPEECH,
    )
    assert the(text, found, "lộ lọt").field == "An toàn thông tin"


def test_the_evidence_are_the_words_that_led_to_it():
    text, found = read(RESULTS, SPEECH)
    task = the(text, found, "trình kế hoạch")
    assert [span.of(text) for span in task.evidence] == ["Ông", "yêu cầu"]
    for proposal in found:
        assert list(proposal.evidence) == sorted(proposal.evidence)
        for span in proposal.evidence:
            assert span.of(text).strip()
            assert f"«{span.of(text)}»" in proposal.reason or proposal.kind is Kind.TASK
