"""Headings, numbered clauses and lettered points (Phụ lục I, II.6đ, V.6b)."""

import re
from collections.abc import Sequence

from tttt_desktop.reporting.rules.judging import (
    Case,
    Fault,
    Faults,
    Rule,
    Wanted,
    judged,
    points,
    slips,
)
from tttt_desktop.reporting.rules.paper import Paragraph, is_capital

POINTS = [
    "a",
    "b",
    "c",
    "d",
    "đ",
    "e",
    "g",
    "h",
    "i",
    "k",
    "l",
    "m",
    "n",
    "o",
    "p",
    "q",
    "r",
    "s",
    "t",
    "u",
    "v",
    "x",
    "y",
]  # II.6đ: the Vietnamese alphabet
ROMAN = re.compile(r"(?=[IVXLC])(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
_ROMAN = re.compile(r"([IVXLC]+)[.\-]?\s")
_ROMAN_FORM = re.compile(r"[IVXLC]+\. ?\S")
_ROMAN_STOP = re.compile(r"[IVXLC]+\.")
_CLAUSE = re.compile(r"\d+\.\s")
_LABEL = re.compile(r"(?:[IVXLC]+|\d+)[.\-]?\s*")
_POINT = re.compile(r"([a-zđăâêôơư])\)\s")
_ANEW = re.compile(r"(?:[IVXLC]+|\d+)\.\s")
_PART = re.compile(r"(?:phần|chương)\s+(?:[IVXLC]+|thứ\s+\w+|\d+)\s*", re.IGNORECASE)
_PART_FORM = re.compile(r"(?:Phần|Chương)\s+(?:[IVXLC]+|thứ \w+)")
_SIZES = Wanted(13, 14)
_PART_LOOK = Wanted(13, 14, bold=True, italic=False, capitals=False)
_PART_TITLE = Wanted(13, 14, bold=True, italic=False, capitals=True)


def _slips(one: Paragraph, capitals: bool) -> list[str]:
    """How a heading differs from bold, upright letters of 13-14 points, in capitals or not."""
    looks = [run.look for run in one.visible if any(map(str.isalnum, run.text))]
    title = _LABEL.sub("", one.text, count=1) if _LABEL.match(one.text) else one.text
    found = size_of(one)
    if not all(look.bold for look in looks):
        found.append("không đậm")
    if any(look.italic for look in looks):
        found.append("chữ nghiêng")
    if capitals and not is_capital(title):
        found.append("không viết hoa")
    if not capitals and is_capital(title) and sum(map(str.isalpha, title)) > 4:
        found.append("viết hoa toàn bộ")
    return found


def size_of(one: Paragraph) -> list[str]:
    """The slip of its size, if there is one."""
    sizes = {run.look.size for run in one.visible}
    right = sizes and min(sizes) >= _SIZES.low and max(sizes) <= _SIZES.high
    return [] if right else [f"cỡ chữ {points(sizes)} (cần 13-14)"]


def _all(found: Sequence[tuple[Paragraph, list[str]]]) -> Faults:
    """One fault a heading; nothing to judge where there is no heading."""
    if not found:
        return None
    return [
        fault for one, wrong in found for fault in (judged(one.lines[0], wrong) if wrong else ())
    ]


def roman(case: Case) -> Faults:
    """B07."""
    found = []
    for one in case.body.heads:
        label = _ROMAN.match(one.text)
        if label and ROMAN.fullmatch(label[1]):
            form = [] if _ROMAN_FORM.match(one.text) else ["số mục không theo mẫu “I.”"]
            found.append((one, _slips(one, capitals=True) + form))
    return _all(found)


def clauses(case: Case) -> Faults:
    """B08."""
    heads = [one for one in case.body.heads if _CLAUSE.match(one.text)]
    return _all([(one, _slips(one, capitals=False)) for one in heads])


def lettered(case: Case) -> Faults:
    """B09: Word's own list gives "e)" as the fifth."""
    found, before, any_point = [], "", False
    for one in case.body.zone:
        point = _POINT.match(one.text)
        if point is None:
            before = "" if _ANEW.match(one.text) else before
            continue
        any_point = True
        letter = point[1]
        if letter not in POINTS:
            found.append(Fault(f"không có điểm “{letter})” trong bảng chữ cái tiếng Việt", one))
            continue
        wanted = POINTS[POINTS.index(before) + 1] if before in POINTS[:-1] else ""
        if letter != "a" and wanted and letter != wanted:
            found.append(Fault(f"“{letter})” đứng sau “{before})”, phải là “{wanted})”", one))
        before = letter
    return found if any_point else None


def parts(case: Case) -> Faults:
    """B10."""
    found = []
    for one in case.body.zone:
        if _PART.fullmatch(one.text):
            wrong = slips(one.lines[0], _PART_LOOK)
            if not _PART_FORM.fullmatch(one.text):
                wrong.append("phải ghi số La Mã như “Phần I”")
            if not _titled(case, one):
                wrong.append("tên ở dưới không viết hoa, đậm, canh giữa")
            found.append((one, wrong))
    return _all(found)


def _titled(case: Case, one: Paragraph) -> bool:
    below = case.document.paragraphs[one.index + 1 : one.index + 2]
    return bool(below and below[0].text and not slips(below[0].lines[0], _PART_TITLE))


def outlined(case: Case) -> Faults:
    """W03."""
    heads = [one for one in case.body.heads if _ROMAN_STOP.match(one.text)]
    plain = [Fault("không phải kiểu đề mục", one) for one in heads if one.shape.outline > 8]
    return plain if heads else None


def kept(case: Case) -> Faults:
    """W04."""
    heads = case.body.heads
    loose = [one for one in heads if not one.shape.keeps_next]
    return [Fault("có thể đứng cuối trang một mình", one) for one in loose] if heads else None


RULES = (
    Rule(
        "B07",
        "V.6b",
        "Đề mục số La Mã",
        "Hãy viết “I. …” in hoa, đậm, đứng, cỡ 13-14.",
        roman,
    ),
    Rule(
        "B08",
        "II.6đ, V.6b",
        "Khoản có tiêu đề",
        "Hãy viết “1. …” chữ thường, đậm, đứng, cỡ 13-14.",
        clauses,
    ),
    Rule(
        "B09",
        "II.6đ",
        "Điểm a), b), c)",
        "Hãy đánh theo chữ cái tiếng Việt: a) b) c) d) đ) e) g) h) i) k)…",
        lettered,
    ),
    Rule(
        "B10",
        "II.6đ",
        "Phần, Chương",
        "Hãy viết “Phần I” riêng một dòng, đậm, canh giữa; tên ở dưới in hoa, đậm.",
        parts,
    ),
    Rule(
        "W03",
        "",
        "Đề mục trong mục lục",
        "Hãy dùng kiểu đề mục (Đầu đề 1, 2, 3) của Word.",
        outlined,
    ),
    Rule("W04", "", "Đề mục dính đoạn sau", "Hãy chọn “Giữ với đoạn kế tiếp” cho đề mục.", kept),
)
