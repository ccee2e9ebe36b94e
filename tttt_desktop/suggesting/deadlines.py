"""By when a task is due: the words of the text."""

import re

_DAY = r"(?:ngày |dịp |thời điểm )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?!\d)|ngày \d{1,2}(?: h[ằà]ng tháng| tháng \d{1,2}(?: năm \d{4})?)"
_SPELL = (
    r"(?:cuối |đầu |giữa )?tháng \d{1,2}(?!\d)(?:[/.-]\d{4}| năm \d{4}| tới)?"
    r"|(?:cuối |đầu |giữa )?quý (?:i{1,3}|iv|[1-4])(?!\w)(?:[/.-]\d{4}| năm \d{4})?"
    r"|(?:6|9|sáu|chín) tháng (?:đầu|cuối) năm(?: \d{4})?|nửa (?:đầu|cuối) năm(?: \d{4})?"
)
_FEAST = r"tết(?: [^,.;:]{3,20}?)?(?=[,.;:]|$| và )|đại hội [^,.;:]{3,40}?(?=[,.;:]|$)|mùa [^,.;:]{3,14}?(?=[,.;:]|$)|(?:khi|kỳ họp|năm học) [^,.;:]{3,40}?(?=[,.;:]|$)"
_YEAR = r"(?:cuối |hết )?năm \d{4}"
_DEADLINE = re.compile(
    rf"(?:(?:trước|chậm nhất(?: là)?|muộn nhất(?: là)?|đến hết|hết)\s+(?:{_DAY}|{_SPELL}|{_FEAST}|{_YEAR})"
    rf"|hạn (?:cuối|chót)(?: cùng)?(?: là)?\s+(?:{_DAY}|{_SPELL})|trong mùa [^,.;:]{{3,14}}?(?=[,.;:]|$)"
    rf"|(?:trong|đến|vào|xong)\s+(?:{_SPELL})|đến (?:{_DAY})|(?:trong|đến) cuối năm|(?:thứ \w+|ngày \d+) h[ằà]ng (?:tuần|tháng))"
    rf"(?:, chậm nhất(?: là)?\s+(?:{_DAY}|{_SPELL}))?"
)


def deadline_words(small: str) -> tuple[int, int] | None:
    """Where the words of a deadline stand in a lowered unit: "trước ngày 30/6", "trong quý II"; None without one.

    A start, a service time ("5 ngày làm việc") and the plain year of the plan are no deadlines.
    """
    if not any(
        word in small
        for word in ("trước", "nhất", "hết", "trong", "đến", "vào", "hằng", "hàng", "xong", "hạn")
    ):
        return None
    found = _DEADLINE.search(small)
    return found.span() if found else None
