"""Official documents: title, date and agency are read from the head; head, recipients and signature are set aside."""

import io
from itertools import product

import docx
import pytest

from tttt_desktop.domain.records import ParsedArticle
from tttt_desktop.importing.read import read_bytes

OFFICES = ("UBND TỈNH QUẢNG TRỊ", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG")
STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
NUMBER, DATED = "Số: 12/BC-STTTT", "Quảng Trị, ngày 12 tháng 01 năm 2023"
TITLE = ("BÁO CÁO", "Tổng kết công tác thông tin năm 2022,", "phương hướng, nhiệm vụ năm 2023")
TEXT = (
    "Thực hiện Công văn số 1/UBND-TH của UBND tỉnh, Sở báo cáo kết quả thực hiện nhiệm vụ năm 2022 như sau:",
    "I. KẾT QUẢ ĐẠT ĐƯỢC",
    "Doanh thu bưu chính đạt 120 tỷ đồng, tăng 12% so với cùng kỳ năm 2021.",
    "II. TỒN TẠI, HẠN CHẾ",
    "Một số đài truyền thanh cơ sở xuống cấp, chưa được sửa chữa kịp thời.",
    "Trên đây là báo cáo kết quả thực hiện nhiệm vụ năm 2022 của Sở./.",
)
RECIPIENTS = ("Nơi nhận:", "- UBND tỉnh (b/c);", "- Lưu: VT, VP.")
SIGNATURE = ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn Thử")


def of_rows(document: docx.document.Document) -> None:
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "\n".join(OFFICES), "\n".join(STATE)
    table.cell(1, 0).text, table.cell(1, 1).text = NUMBER, DATED


def of_one_row(document: docx.document.Document) -> None:
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "\n".join((*OFFICES, NUMBER))
    table.cell(0, 1).text = "\n".join((*STATE, DATED))


def of_tabs(document: docx.document.Document) -> None:
    for left, right in zip((*OFFICES, NUMBER), (*STATE, DATED), strict=True):
        document.add_paragraph(f"{left}\t{right}")


def foot_of_table(document: docx.document.Document) -> None:
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "\n".join(RECIPIENTS), "\n".join(SIGNATURE)


def foot_of_lines(document: docx.document.Document) -> None:
    for line in (*SIGNATURE, *RECIPIENTS):
        document.add_paragraph(line)


@pytest.mark.parametrize(
    ("head", "foot"), [*product((of_rows, of_one_row, of_tabs), (foot_of_table, foot_of_lines))]
)
def test_a_report_in_word(head, foot) -> None:  # type: ignore[no-untyped-def]
    document, data = docx.Document(), io.BytesIO()
    head(document)
    for line in (*TITLE, *TEXT):
        document.add_paragraph(line)
    foot(document)
    document.save(data)
    article = read_bytes("bao-cao.docx", data.getvalue())
    assert article.title == " ".join(TITLE)
    assert str(article.published_on) == "2023-01-12"
    assert article.outlet == "Sở Thông tin và Truyền thông"
    assert article.province == "Quảng Trị"
    assert (article.review_year, article.plan_year) == (2022, 2023)
    assert article.byline == ""
    assert article.text.split("\n") == [DATED, " ".join(TITLE), *TEXT]


def of_lines(*lines: str) -> ParsedArticle:
    return read_bytes("van-ban.txt", "\n".join(lines).encode())


def test_a_letter_without_a_kind_is_called_by_its_subject() -> None:
    article = of_lines(
        *("UBND TỈNH LẠNG SƠN", "SỞ THÔNG TIN", "VÀ TRUYỀN THÔNG", "Số: 45/STTTT-VP"),
        *("V/v báo cáo kết quả năm 2020,", "nhiệm vụ năm 2021", *STATE),
        "Lạng Sơn, ngày 05 tháng 01 năm 2021",
        *("Kính gửi: Ủy ban nhân dân tỉnh", *TEXT, *RECIPIENTS, *SIGNATURE),
    )
    assert article.title == "V/v báo cáo kết quả năm 2020, nhiệm vụ năm 2021"
    assert str(article.published_on) == "2021-01-05"
    assert article.outlet == "Sở Thông tin và Truyền thông"
    assert "Kính gửi: Ủy ban nhân dân tỉnh" in article.text


def test_a_report_of_the_party_in_capitals() -> None:
    title = "BÁO CÁO TỔNG KẾT CÔNG TÁC TUYÊN GIÁO NĂM 2023, NHIỆM VỤ NĂM 2024"
    article = of_lines(
        *("TỈNH ỦY HÀ GIANG", "BAN TUYÊN GIÁO", "*", "Số 310-BC/BTGTU", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        *("Hà Giang, ngày 20 tháng 12 năm 2023", title[:25], title[26:], "-----", *TEXT),
    )
    assert article.title == title
    assert str(article.published_on) == "2023-12-20"
    assert article.outlet == "Ban Tuyên giáo"
    assert article.province == "Hà Giang"


def test_a_draft_without_its_day_has_no_date() -> None:
    dated = "Quảng Trị, ngày     tháng 01 năm 2023"
    article = of_lines(*OFFICES, NUMBER, *STATE, dated, *TITLE, *TEXT)
    assert article.published_on is None
    assert dated.split()[0] + ", ngày" not in article.text


def test_headings_are_no_part_of_the_title_and_appendices_stay() -> None:
    appendix = ("PHỤ LỤC 1", "Doanh thu theo huyện năm 2022")
    article = of_lines(
        *(*OFFICES, *STATE, NUMBER, DATED, "BÁO CÁO", "Kết quả công tác năm 2022", "Phần thứ nhất"),
        *("ĐÁNH GIÁ CHUNG", *TEXT, *RECIPIENTS, *SIGNATURE, *appendix),
    )
    assert article.title == "BÁO CÁO Kết quả công tác năm 2022"
    assert "Phần thứ nhất" in article.text
    assert article.text.endswith("\n".join(appendix))
    assert SIGNATURE[-1] not in article.text


def test_a_page_that_only_bears_the_motto_is_read_as_any_other() -> None:
    title = "Sở Thông tin và Truyền thông tổng kết công tác năm 2022"
    article = of_lines(STATE[0], "CỔNG THÔNG TIN ĐIỆN TỬ", title, "10/01/2023 08:00", *TEXT)
    assert article.title == title


def test_rows_of_a_table_below_the_head_stay_whole() -> None:
    rows = ("Chỉ tiêu | Kế hoạch | Thực hiện", "Doanh thu | 100 | 120")
    article = of_lines(*OFFICES, *STATE, f"{NUMBER} | {DATED}", *TITLE[:2], *rows, *TEXT)
    assert set(rows) <= set(article.text.split("\n"))
    assert DATED in article.text.split("\n")


def test_an_office_of_the_government_is_of_no_province() -> None:
    article = of_lines(
        *("VĂN PHÒNG CHÍNH PHỦ", *STATE, "Số: 12/TB-VPCP", "Hà Nội, ngày 15 tháng 01 năm 2024"),
        *("THÔNG BÁO", "KẾT LUẬN CỦA PHÓ THỦ TƯỚNG", "TẠI HỘI NGHỊ TỔNG KẾT NĂM 2023", *TEXT),
    )
    assert article.province == ""
    assert article.title == "THÔNG BÁO KẾT LUẬN CỦA PHÓ THỦ TƯỚNG TẠI HỘI NGHỊ TỔNG KẾT NĂM 2023"


def test_a_title_in_the_line_of_its_kind_ends_there() -> None:
    title = "BÁO CÁO kết quả công tác năm 2022"
    article = of_lines(
        *(*OFFICES, *STATE, NUMBER, DATED, title, "Đánh giá chung", *TEXT, *SIGNATURE)
    )
    assert article.title == title
    assert "Đánh giá chung" in article.text.split("\n")
