"""A short article of our own that the odd office files are made of, and its letters in the old fonts."""

from old_letters import encode

TITLE = "Sở Thông tin và Truyền thông tổng kết công tác năm 2020"
LEAD = (
    "Sáng 12/01, Sở Thông tin và Truyền thông tổ chức hội nghị tổng kết công tác năm 2020 và triển khai"
    " nhiệm vụ năm 2021."
)
RESULT = "Năm 2020, doanh thu viễn thông đạt 742,67 tỷ đồng, tăng 6,4% so với cùng kỳ năm trước."
TASK = "Phó Chủ tịch UBND tỉnh yêu cầu Sở hoàn thành các nhiệm vụ được giao trước ngày 30/6."
ARTICLE = (TITLE, LEAD, RESULT, TASK)


def old(text: str, scheme: str) -> str:
    """A text as it stands in a file whose font is one of the old ones: its bytes read as Windows-1252."""
    return encode(text, scheme).decode("cp1252")


def many(count: int) -> list[str]:
    """So many different paragraphs."""
    return [
        f"Đơn vị {n} hoàn thành {n * 7919 % 1000} nhiệm vụ, đạt {n * 104729 % 9973} điểm."
        for n in range(count)
    ]
