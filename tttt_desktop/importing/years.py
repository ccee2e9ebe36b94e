"""The year under review and the year planned for, from the words of title and lead."""

import re

_YEAR = r"(?<!/)((?:19[89]|20[0-4])\d)(?![\d/])"
_HALF = re.compile(rf"(?:6|sau|06) thang (?:dau|cuoi) (?:cua )?nam(?: {_YEAR})?")
_REVIEW = re.compile(
    rf"(?:tong ket|danh gia|kiem diem|nhin lai|ket qua|tinh hinh|hoat dong"
    rf"|thanh tich)[^.;:!?]{{0,90}}?\bnam {_YEAR}"
)
_PLAN = re.compile(
    r"(?:trien khai|phuong huong|nhiem vu|ke hoach|dinh huong|giao viec|ban viec|buoc vao|trong tam"
    r"|muc tieu)"
    rf"[^.;:!?]{{0,70}}?\bnam {_YEAR}"
)
_FROM_TO = re.compile(rf"nam {_YEAR}\s*[,;]?\s*(?:va |- )?(?:[^\d.;:]{{0,60}}) nam {_YEAR}")
_GENRE = re.compile(
    r"tong ket|so ket|trien khai (?:cong tac|nhiem vu|ke hoach)|phuong huong|hoi nghi|lam viec"
    r"|\bhop\b"
)


def find_years(title: str, lead: str, published_year: int | None) -> tuple[int | None, int | None]:
    """(review year, plan year) of a page; both None when it does not read like a review of a year.

    `title` and `lead` are folded. A half-year review has both equal. Of a pair that is half said the other year is
    the one before or after (corpus conventions); `published_year` only completes "6 tháng đầu năm".
    """
    for text in (title, lead, f"{title}. {lead}"):
        if not _GENRE.search(text):
            continue
        half = [found[1] for found in _HALF.finditer(text)]
        if half:
            said = next((int(year) for year in half if year), published_year)
            later = re.search(rf"\bnam {_YEAR}", text)
            year = said or (int(later[1]) if later else None)
            return year, year
        review, plan = _of(_REVIEW, text), _of(_PLAN, text)
        if review and plan == review:
            review, plan = _apart(text, review)
        if review and plan and not 0 <= plan - review <= 1:
            plan = None
        if review or plan:
            return review or (plan or 0) - 1, plan or (review or 0) + 1
    return None, None


def _of(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    return int(found[1]) if found else None


def _apart(text: str, year: int) -> tuple[int | None, int | None]:
    """One year that both patterns reached: it is the plan's when no word of review stands nearer to it."""
    pair = _FROM_TO.search(text)
    if pair and int(pair[2]) == int(pair[1]) + 1:
        return int(pair[1]), int(pair[2])
    at = text.find(str(year))
    review = max(
        text.rfind(word, 0, at) for word in ("tong ket", "danh gia", "kiem diem", "ket qua")
    )
    plan = max(
        text.rfind(word, 0, at)
        for word in ("trien khai", "phuong huong", "dinh huong", "giao viec")
    )
    return (year, None) if review > plan else (None, year)
