"""The year under review and the year planned for, from the words of title, lead and, failing these, the text."""

import re
from dataclasses import dataclass

from tttt_desktop.domain.records import Span

_YEAR = r"(?<![/\d])((?:19[89]|20[0-4])\d)(?![\d/]|\s*[-–]\s*(?:19|20)\d\d)"
_IN_YEAR = (
    r"(?=[12]\d)(?:(?<=\bnam )|(?<=cong tac )|(?<=nhiem vu )|(?<=hoat dong )|(?<=ket qua )"
    rf"|(?<=ke hoach )|(?<=tong ket )|(?<=phuong huong )){_YEAR}"
)
_PART = re.compile(
    r"(?:\b(?:[1-9]|0[1-9]|1[01]|mot|hai|ba|bon|sau|bay|tam|chin) thang (?:dau|cuoi)(?: cua)? nam"
    r"|(?:so ket|danh gia|tong ket|giao ban|trien khai)[^.;:]{0,60}?"
    r"\bquy (?:[1-4]|iv|i{1,3})\b(?!,? va (?:ca )?nam))"
    r"(?:\s*[/,-]?\s*(?:nam )?((?:19[89]|20[0-4])\d)(?!\d))?"
)
_REVIEW = re.compile(
    rf"(?:tong ket|danh gia|kiem diem|nhin lai|ket qua|tinh hinh|hoat dong"
    rf"|thanh tich)[^.;:!?]{{0,90}}?{_IN_YEAR}"
)
_PLAN = re.compile(
    r"(?:trien khai|phuong huong|nhiem vu|ke hoach|dinh huong|giao viec|ban viec|buoc vao|trong tam"
    rf"|muc tieu)[^.;:!?]{{0,70}}?{_IN_YEAR}"
)
_FROM_TO = re.compile(rf"nam {_YEAR}\s*[,;]?\s*(?:va |- )?(?:[^\d.;:]{{0,60}}) nam {_YEAR}")
_SCHOOL = re.compile(r"nam hoc ((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)")
_GENRE = re.compile(
    r"tong ket|so ket|trien khai (?:cong tac|nhiem vu|ke hoach)|phuong huong|hoi nghi|lam viec"
    r"|\bhop\b"
)
_REVIEWS = re.compile(r"tong ket|so ket|kiem diem|danh gia ket qua")
_OPENS = re.compile(rf"(?:^nam {_YEAR},|\btrong nam {_YEAR})", re.MULTILINE)
_LATER = re.compile(rf"\bnam {_YEAR}")
_SEARCHED = 6_000  # characters of the text in which a paragraph may open with its year


@dataclass(frozen=True, slots=True)
class Years:
    """Review and plan year; where they stand ("title", "lead" or "text", the span is in it) and how sure each is."""

    review: int
    plan: int
    place: str
    span: Span
    sure: float
    sure_plan: float


def find_years(title: str, lead: str, published: int | None, text: str = "") -> Years | None:
    """The years of a page; None when it does not read like a review of a year.

    All texts are folded. Review of a part of a year has both equal. Of a pair that is half said the other year is the
    one before or after (corpus conventions); `published` only completes "6 tháng đầu năm" and checks `text`.
    """
    for place, part in (("title", title), ("lead", lead), ("both", f"{title}. {lead}")):
        if _GENRE.search(part) and (years := _read(place, part, published)):
            return years
    if _REVIEWS.search(title) or _REVIEWS.search(lead):
        return _opening(text[:_SEARCHED], published)
    return None


def _read(place: str, text: str, published: int | None) -> Years | None:
    if parts := list(_PART.finditer(text)):
        return _of_part(place, text, parts, published)
    if school := _SCHOOL.search(text):
        return Years(int(school[2]), int(school[2]) + 1, place, Span(*school.span(2)), 0.6, 0.6)
    reviewed, planned = _REVIEW.search(text), _PLAN.search(text)
    review, plan = _year(reviewed), _year(planned)
    if review and plan == review:
        review, plan = _apart(text, review)
    if review and plan and not 0 <= plan - review <= 1:
        plan = None
    said = reviewed if review and reviewed else planned
    if not said or not (review or plan):
        return None
    return Years(
        review or (plan or 0) - 1,
        plan or (review or 0) + 1,
        place,
        Span(*said.span(1)),
        0.95 if review else 0.85,
        0.95 if plan else 0.88,
    )


def _of_part(
    place: str, text: str, parts: list[re.Match[str]], published: int | None
) -> Years | None:
    """ "6 tháng đầu năm", "quý I, ... quý II năm 2024", "quý IV/2023 ... quý I/2024"."""
    said = [int(part[1]) for part in parts if part[1]]
    later = _LATER.search(text)
    year = said[0] if said else int(later[1]) if later else published
    if not year:
        return None
    plan = said[-1] if len(said) > 1 and said[-1] == year + 1 else year
    sure = 0.95 if said else 0.9 if later else 0.8
    span = next((Span(*part.span(1)) for part in parts if part[1]), Span(*parts[0].span()))
    return Years(year, plan, place, span, sure, sure)


def _opening(text: str, published: int | None) -> Years | None:
    """The year a paragraph opens with ("Năm 2022, ...") or that is told of ("trong năm 2022"), when the page came out in it or in the next."""
    found = _OPENS.search(text)
    if not found or not found.lastindex or not published:
        return None
    year = int(found[found.lastindex])
    if published - year not in (0, 1):
        return None
    return Years(year, year + 1, "text", Span(*found.span(found.lastindex)), 0.7, 0.65)


def _year(found: re.Match[str] | None) -> int | None:
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
