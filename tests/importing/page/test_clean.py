"""What is set aside, with which reason; and that the rest stays as it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.records import Block
from tttt_desktop.domain.text import fold
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.page import noise
from tttt_desktop.importing.page.clean import arrange
from tttt_desktop.importing.plain.txt import lines_of


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("336 lượt xem", "Lượt xem"),
        ("Lượt xem: 1.204", "Lượt xem"),
        ("Số lần đọc: 58", "Lượt xem"),
        ("Số lượt truy cập: 1.203.557", "Lượt xem"),
        ("Video: 10819_OTHANG1.mp4", "Tên tệp ảnh, video"),
        ("hoi nghi 01.jpg", "Tên tệp ảnh, video"),
        ("0:00 / 0:00", "Tên tệp ảnh, video"),
        ("img_4471", "Tên tệp ảnh, video"),
        ("Cỡ chữ: A+ A-", "Nút bấm của trang"),
        ("In tin bàiLưu tin bài", "Nút bấm của trang"),
        ("Chia sẻ: Facebook | Zalo | In bài", "Nút bấm của trang"),
        ("Giọng Nam - Nữ", "Nút bấm của trang"),
        ("Đánh giá bài viết: 5/5 (2 lượt)", "Nút bấm của trang"),
        ("Lượt xem: 96   Phản hồi   Bình luận", "Nút bấm của trang"),
        ("  • Từ khóa", "Từ khóa"),
        ("Tags: báo chí, Yên Bái", "Từ khóa"),
        ("Tệp đính kèm: phieu-dang-ky.doc (48 KB)", "Tệp đính kèm"),
        ("leftcenterrightdel", "Chữ thừa của trang"),
        ("* * *", "Chữ thừa của trang"),
    ],
)
def test_lines_that_tell_by_themselves(line: str, reason: str) -> None:
    assert noise.own_reason(fold(line.strip())) == reason


@pytest.mark.parametrize(
    "line",
    [
        "Năm 2020",
        "Về công tác báo chí, xuất bản",
        "1. Thực hiện tốt công tác tuyên truyền.",
        "Trang thông tin điện tử có 1.068 lượt truy cập mỗi ngày.",
        "Ông lưu ý các đơn vị chia sẻ dữ liệu.",
        "Tin tưởng ngành sẽ đạt nhiều kết quả.",
        "Hồng Hà",
        "Chỉ tiêu | Năm 2023 | Năm 2024",
        "In ấn, phát hành 12.500 tờ rơi",
        "Từ khóa của năm 2021 là chuyển đổi số.",
    ],
)
def test_lines_of_an_article_are_left_alone(line: str) -> None:
    folded = fold(line)
    assert not noise.own_reason(folded)
    assert not noise.opens_foot(folded)
    assert not noise.is_caption(folded)


@pytest.mark.parametrize(
    "line",
    [
        "Quang cảnh hội nghị",
        "Toàn cảnh hội nghị. Ảnh: img_4471",
        "Ảnh: Đại biểu tham dự hội nghị",
        "Các đại biểu dự Hội nghị. (Ảnh: Minh Huyền)",
        "Phó Chủ tịch UBND tỉnh Lê Văn Giả trao bằng khen cho các tập thể",
        "Đồng chí Bí thư Tỉnh ủy phát biểu kết luận buổi làm việc.",
    ],
)
def test_captions(line: str) -> None:
    assert noise.is_caption(fold(line))


@pytest.mark.parametrize(
    "line",
    [
        "Nhân dịp này, Chủ tịch UBND tỉnh tặng Bằng khen cho các tập thể",
        "Đồng chí Chủ tịch UBND tỉnh phát biểu tại hội nghị và yêu cầu các sở khẩn trương thực hiện.",
        "Phó Chủ tịch UBND tỉnh Lê Văn Giả trao bằng khen cho 6 tập thể.",
        "Bài, ảnh: Hải Lam",
        "Giám đốc Sở phát biểu tiếp thu:",
    ],
)
def test_sentences_of_the_article_are_no_captions(line: str) -> None:
    assert not noise.is_caption(fold(line))


def reasons(text: str) -> dict[str, str]:
    return {block.text: block.reason for block in arrange(lines_of(text)).blocks if block.reason}


def kept(text: str) -> list[str]:
    return [block.text for block in arrange(lines_of(text)).blocks if not block.reason]


def test_a_plain_article_is_kept_whole(page_text: str) -> None:
    assert "\n\n".join(kept(page_text)) == page_text


def test_the_head_of_a_portal(page_text: str, title: str) -> None:
    head = f"Hôm nay, ngày 23 tháng 6 năm 2021\nVĂN PHÒNG TỈNH ỦY | TIN HOẠT ĐỘNG\nChỉ đạo điều hành\n{title}\n"
    assert "\n\n".join(kept(head + page_text)) == page_text
    assert set(reasons(head + page_text).values()) == {
        "Ngày hôm nay ở đầu trang",
        "Đường dẫn trang",
        "Đầu trang",
        "Tiêu đề lặp lại",
    }


def test_everything_after_other_news_is_set_aside(page_text: str) -> None:
    foot = "\nCÁC TIN KHÁC\nHội báo Xuân\nKhai trương điểm giao dịch\n123 456\nAndroid APK"
    assert "\n\n".join(kept(page_text + foot)) == page_text
    assert len(reasons(page_text + foot)) == 5


def test_a_box_of_related_news_in_the_middle_does_not_end_the_article(
    title: str, paragraphs: tuple[str, ...]
) -> None:
    page = [title, paragraphs[0], "Tin liên quan", "Khai trương điểm giao dịch", *paragraphs[1:]]
    assert kept("\n".join(page)) == [title, *paragraphs]


def test_other_news_above_the_article_do_not_hide_it(page_text: str) -> None:
    assert "\n\n".join(kept("Tin mới nhất\nHội báo Xuân\n" + page_text)).endswith(page_text)


def test_a_sentence_of_the_lead_that_stands_alone_again_is_a_caption(
    title: str, paragraphs: tuple[str, ...]
) -> None:
    again = "Ông Lưu Văn Giả Định, Phó Chủ tịch UBND tỉnh dự hội nghị."
    page = "\n".join([title, *paragraphs[:2], again, *paragraphs[2:]])
    assert reasons(page) == {again: "Chú thích ảnh"}


def test_a_caption_printed_twice_is_set_aside_twice(
    title: str, paragraphs: tuple[str, ...]
) -> None:
    page = "\n".join([title, paragraphs[0], *["Thợ nối cáp sau lũ"] * 2, *paragraphs[1:]])
    assert kept(page) == [title, *paragraphs]


def test_a_paragraph_that_begins_like_an_imprint_stays(
    title: str, paragraphs: tuple[str, ...]
) -> None:
    page = [title, paragraphs[0], "Giấy phép xuất bản được cấp cho 11 tài liệu.", *paragraphs[1:]]
    assert kept("\n".join(page)) == page
    assert kept("\n".join([*page, "Giấy phép số 12/GP-TTĐT"])) == page


def test_a_heading_used_twice_is_no_caption(title: str, paragraphs: tuple[str, ...]) -> None:
    heading = "Về công tác quản lý nhà nước trên lĩnh vực bưu chính, viễn thông"
    page = [title, paragraphs[0], heading, paragraphs[1], heading, *paragraphs[2:]]
    assert kept("\n".join(page)) == page


def test_a_text_of_the_same_line_many_times_is_still_a_text(
    title: str, paragraphs: tuple[str, ...]
) -> None:
    assert kept("\n".join([title, *paragraphs[:1] * 50])) == [title, *paragraphs[:1] * 50]


def test_short_items_of_a_list_are_no_captions(title: str, paragraphs: tuple[str, ...]) -> None:
    items = [
        "Hội nghị giao các nhiệm vụ sau:",
        "- Đồng chí Giám đốc Sở trao quyết định cho các phòng",
    ]
    page = [title, *paragraphs, *items, paragraphs[1].replace("2020", "2019")]
    assert kept("\n".join(page)) == page


@given(
    st.lists(
        st.text(
            st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]),
            min_size=1,
        )
    )
)
def test_no_line_is_ever_lost_or_changed(lines: list[str]) -> None:
    draft = Draft([Block(line) for line in lines])
    assert [block.text for block in arrange(draft).blocks] == lines
