"""Paper, margins and page numbers (Phụ lục I, I.1-3, I.7)."""

import re
from collections.abc import Iterator, Sequence

from tttt_desktop.reporting.rules.anatomy import Kind
from tttt_desktop.reporting.rules.judging import Case, Fault, Faults, Rule, aligned, decimal, points
from tttt_desktop.reporting.rules.looks import Look
from tttt_desktop.reporting.rules.names import MM, W, child, is_on
from tttt_desktop.reporting.rules.paper import Paragraph, Section
from tttt_desktop.reporting.rules.reading import form_of, has_title_page, start_of

_A4 = (210, 297)
_MARGINS = (
    ("top", "trên", 20, 25),
    ("bottom", "dưới", 20, 25),
    ("left", "trái", 30, 35),
    ("right", "phải", 15, 20),
)
_ROUNDING = 0.1  # millimetres
_PAGE = re.compile(r"PAGE(?:\s|$|\\)", re.IGNORECASE)
_SIZES = (13, 14)
Number = tuple[Paragraph, Look]


def _where(case: Case, at: int) -> str:
    """Which section is meant, where there are several."""
    return f"phần {at + 1}: " if len(case.document.sections) > 1 else ""


def paper(case: Case) -> Faults:
    """P01."""
    found = []
    for at, one in enumerate(case.document.sections):
        sides = sorted((one.width / MM, one.height / MM))
        if any(abs(side - wanted) > 1 for side, wanted in zip(sides, _A4, strict=True)):
            size = f"{one.width / MM:.0f} x {one.height / MM:.0f} mm"
            found.append(Fault(f"{_where(case, at)}{size}"))
    return found


def direction(case: Case) -> Faults:
    """P02: a page on its side belongs to an appendix."""
    if case.anatomy.kind is Kind.APPENDIX:
        return []
    appendices = case.anatomy.appendix_sections
    return [
        Fault(f"{_where(case, at)}trang nằm ngang")
        for at, one in enumerate(case.document.sections)
        if one.landscape and not (appendices and at >= appendices[0])
    ]


def margins(case: Case) -> Faults:
    """P03."""
    found = []
    for at, section in enumerate(case.document.sections):
        for name, side, low, high in _MARGINS:
            wide = abs(getattr(section, name)) / MM
            if not low - _ROUNDING <= wide <= high + _ROUNDING:
                said = f"{_where(case, at)}lề {side} {decimal(wide, 1)} mm (cần {low}-{high} mm)"
                found.append(Fault(said))
    return found


def numbers(paragraphs: Sequence[Paragraph]) -> Iterator[Number]:
    """The page numbers in a header or footer."""
    for one in paragraphs:
        yield from ((one, look) for code, look in one.fields if _PAGE.match(code))


def _in_headers(case: Case, at: int) -> Iterator[tuple[str, list[Number]]]:
    """The page numbers of each header that a section shows but for its first page."""
    even = is_on(child(case.document.settings, "evenAndOddHeaders"))
    for kind in ("default", "even") if even else ("default",):
        yield kind, list(numbers(case.document.edges[at].get(("header", kind), ())))


def place(case: Case) -> Faults:
    """N01."""
    found = []
    for at, section in enumerate(case.document.sections):
        where = _where(case, at)
        for _, shown in _in_headers(case, at):
            if not shown:
                found.append(f"{where}không có số trang ở lề trên")
            found += [
                f"{where}số trang canh {aligned(one)}" for one, _ in shown if not _is_middle(one)
            ]
        for kind in ("default", "even", "first"):
            if any(numbers(case.document.edges[at].get(("footer", kind), ()))):
                found.append(f"{where}số trang ở chân trang")
        found += _too_low(section, where)
    return list(map(Fault, dict.fromkeys(found)))


def _too_low(section: Section, where: str) -> list[str]:
    low = section.header >= abs(section.top)
    return [f"{where}đầu trang nằm dưới lề trên"] if low else []


def _is_middle(one: Paragraph) -> bool:
    tabs = one.element.iter(f"{W}ptab")
    return (
        "center" in (one.shape.align, one.shape.frame)
        or one.boxed
        or any(tab.get(f"{W}alignment") == "center" for tab in tabs)
        or any(run.text == "\t" for run in one.runs)
    )


def first_page(case: Case) -> Faults:
    """N02."""
    if not has_title_page(case.document.sections[0]):
        return [Fault("trang đầu vẫn hiện số trang")]
    shown = numbers(case.document.edges[0].get(("header", "first"), ()))
    return [Fault("đầu trang của trang đầu có số trang")] if any(shown) else []


def letters(case: Case) -> Faults:
    """N03."""
    found, any_number = [], False
    for at, section in enumerate(case.document.sections):
        where = _where(case, at)
        for _, shown in _in_headers(case, at):
            any_number = any_number or bool(shown)
            for _, look in shown:
                found += [where + slip for slip in _slips(look)]
        if form_of(section) not in ("", "decimal"):
            found.append(f"{where}số trang không phải chữ số Ả Rập")
    if not any_number:
        found.append("không có số trang")
    return list(map(Fault, dict.fromkeys(found)))


def _slips(look: Look) -> Iterator[str]:
    if not _SIZES[0] <= look.size <= _SIZES[1]:
        yield f"số trang cỡ {points([look.size])} (cần 13-14)"
    if look.italic:
        yield "số trang in nghiêng"
    if look.bold:
        yield "số trang in đậm"


def start(case: Case) -> Faults:
    """N04."""
    anatomy, sections = case.anatomy, case.document.sections
    found = []
    if start_of(sections[0]) not in ("", "1"):
        found.append(f"trang đầu mang số {start_of(sections[0])}")
    if anatomy.kind is not Kind.APPENDIX:
        for at in anatomy.appendix_sections:
            if at and start_of(sections[min(at, len(sections) - 1)]) != "1":
                found.append(f"{_where(case, at)}phụ lục không đánh số trang lại từ 1")
        if anatomy.appendix_sections == [0]:
            found.append("phụ lục không có phần trang riêng")
    return list(map(Fault, found))


RULES = (
    Rule("P01", "I.1", "Khổ giấy", "Hãy đặt khổ A4 (210 x 297 mm).", paper),
    Rule("P02", "I.2", "Chiều trang", "Hãy để trang dọc; chỉ phụ lục được nằm ngang.", direction),
    Rule("P03", "I.3", "Lề trang", "Hãy sửa trong Bố trí > Lề của Word.", margins),
    Rule(
        "N01",
        "I.7",
        "Số trang: nơi đặt",
        "Hãy đặt số trang ở giữa, trong lề trên, không đặt ở chân trang.",
        place,
    ),
    Rule(
        "N02",
        "I.7",
        "Số trang: trang đầu",
        "Hãy chọn “Trang đầu khác biệt” và để trống đầu trang ấy.",
        first_page,
    ),
    Rule("N03", "I.7", "Số trang: chữ", "Hãy dùng chữ số Ả Rập, cỡ 13-14, kiểu đứng.", letters),
    Rule(
        "N04",
        "I.7, III.1đ",
        "Số trang: bắt đầu",
        "Hãy đánh số từ 1; mỗi phụ lục một phần riêng, đánh số lại từ 1.",
        start,
    ),
)
