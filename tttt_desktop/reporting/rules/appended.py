"""Appendices (Phụ lục I, III.1)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tttt_desktop.reporting.rules.anatomy import Appendix, Kind
from tttt_desktop.reporting.rules.headings import ROMAN
from tttt_desktop.reporting.rules.judging import (
    Case,
    Fault,
    Faults,
    Judge,
    Rule,
    Wanted,
    judged,
    slips,
)
from tttt_desktop.reporting.rules.numbering import roman
from tttt_desktop.reporting.rules.paper import Line

_LABEL = Wanted(14, 14, bold=True, italic=False, capitals=False)
_TITLE = Wanted(13, 14, bold=True, italic=False, capitals=True)
_ENCLOSED_LOOK = Wanted(13, 14, bold=False, italic=True, capitals=False)
_WITHIN = 8  # paragraphs from its label in which its title and the reference are
_ENCLOSED = re.compile(r"\(\s*(?:ban hành )?kèm theo", re.IGNORECASE)
_UNDERSCORES = re.compile(r"[_\s]+")


def _below(case: Case, one: Appendix) -> list[Line]:
    """The lines under the label."""
    own = one.line.paragraph
    found = [line for line in own.lines if line.row > one.line.row and line.text]
    for paragraph in case.document.paragraphs[own.index + 1 : own.index + _WITHIN]:
        found += [line for line in paragraph.lines if line.text]
    return found


def _title(case: Case, one: Appendix) -> Iterator[Line]:
    for line in _below(case, one):
        parted = line.text.startswith("(") or _UNDERSCORES.fullmatch(line.text)
        if parted or line.paragraph.table is not None or not line.is_bold:
            return
        yield line


def label(case: Case) -> Faults:
    """A01."""
    lines = [one.line for one in case.anatomy.appendices]
    return [fault for line in lines for fault in judged(line, slips(line, _LABEL))]


def title(case: Case) -> Faults:
    """A02."""
    found: list[Fault] = []
    for one in case.anatomy.appendices:
        lines = list(_title(case, one))
        if not lines:
            found.append(Fault("không có tên ở dưới", one.line))
        for line in lines:
            found += judged(line, slips(line, _TITLE))
    return found


def enclosed(case: Case) -> Faults:
    """A03."""
    found: list[Fault] = []
    for one in case.anatomy.appendices:
        line = next((line for line in _below(case, one) if _ENCLOSED.match(line.text)), None)
        if line is None:
            found.append(Fault("không có dòng “(Kèm theo …)”", one.line))
        else:
            found += judged(line, slips(line, _ENCLOSED_LOOK))
    return found


def order(case: Case) -> Faults:
    """A04."""
    numbers = [one.number for one in case.anatomy.appendices]
    if len(numbers) == 1:
        fits = not numbers[0] or bool(ROMAN.fullmatch(numbers[0]))
    else:
        fits = numbers == [roman(at + 1) for at in range(len(numbers))]
    said = ", ".join(number or "không số" for number in numbers)
    return [] if fits else [Fault(f"các phụ lục mang số: {said}")]


def named(case: Case) -> Faults:
    """A05."""
    if case.anatomy.kind is Kind.APPENDIX:
        return None
    above = case.document.paragraphs[: case.anatomy.main]
    if any("phụ lục" in one.text.lower() for one in above):
        return []
    return [Fault("trong bài không nhắc tới phụ lục")]


_JUDGES = (
    Rule(
        "A01",
        "III.1b",
        "Phụ lục: chữ",
        "Hãy viết “Phụ lục I” chữ thường, đậm, đứng, cỡ 14, canh giữa, riêng một dòng.",
        label,
    ),
    Rule(
        "A02",
        "III.1b",
        "Phụ lục: tên",
        "Hãy viết hoa, đậm, đứng, cỡ 13-14, canh giữa.",
        title,
    ),
    Rule(
        "A03",
        "III.1c",
        "Phụ lục: chỉ dẫn",
        "Hãy viết “(Kèm theo …)” nghiêng, cỡ 13-14, canh giữa.",
        enclosed,
    ),
    Rule(
        "A04",
        "III.1a",
        "Phụ lục: số thứ tự",
        "Từ hai phụ lục trở lên, hãy đánh số La Mã theo thứ tự.",
        order,
    ),
    Rule(
        "A05",
        "III.1a",
        "Phụ lục: chỉ dẫn trong bài",
        "Hãy ghi trong bài, ví dụ “(chi tiết tại Phụ lục I)”.",
        named,
    ),
)


def _if_any(judge: Judge) -> Judge:
    """Nothing is judged where there is no appendix."""
    return lambda case: judge(case) if case.anatomy.appendices else None


RULES = tuple(replace(one, judge=_if_any(one.judge)) for one in _JUDGES)
