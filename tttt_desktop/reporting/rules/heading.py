"""The head of the first page: Quốc hiệu, Tiêu ngữ, agencies, number and date (Phụ lục I, II.1-4)."""

import re
from collections.abc import Iterator
from datetime import date

from tttt_desktop.reporting.rules import measuring
from tttt_desktop.reporting.rules.anatomy import DATED
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
from tttt_desktop.reporting.rules.paper import Line, Paragraph
from tttt_desktop.reporting.rules.ruling import WHOLE, missing, of_whole_documents, stroke

MOTTO = "Độc lập - Tự do - Hạnh phúc"
_NATION = Wanted(12, 13, bold=True, italic=False, capitals=True)
_MOTTO = Wanted(13, 14, bold=True, italic=False, capitals=False)
_NUMBER = Wanted(13, 13, bold=False, italic=False)
_DATE = Wanted(13, 14, bold=False, italic=True)
_NUMBERED = re.compile(r"Số\s*:\s*(?P<number>\d+|[\s.…_]*)\s*/(?P<symbol>\S.*)")
_SYMBOL = re.compile(r"[A-ZĐ][A-Za-zĐđ0-9&]*(?:-[A-ZĐ…][A-ZĐa-z0-9&.…]*)*")
_BLANK = " .…_"
_LEVEL = 8.0  # points by which number and date may differ in height
_SINGLE = 1.1  # lines at most, where single ones are wanted


def nation(case: Case) -> Faults:
    """H01."""
    line = case.anatomy.nation
    return missing() if line is None else judged(line, slips(line, _NATION))


def nation_place(case: Case) -> Faults:
    """H02."""
    line = case.anatomy.nation
    if line is None:
        return missing()
    return [Fault(said) for said in _misplaced(case, line)]


def _misplaced(case: Case, line: Line) -> Iterator[str]:
    own = line.paragraph
    above = [
        other
        for other in case.document.lines[:200]
        if other.paragraph.index < own.index
        and (own.table is None or other.paragraph.table is not own.table)
    ]
    if len(above) > 1:
        yield f"có {len(above)} dòng đứng trên Quốc hiệu"
    if own.cell is not None:
        if own.cell.columns < 2 or own.cell.column != own.cell.columns - 1:
            yield "không ở cột bên phải"
        if own.cell.row > 1:
            yield f"ở hàng {own.cell.row + 1} của bảng đầu trang"
    elif not line.tab and not own.boxed:
        yield "không ở nửa bên phải"


def motto(case: Case) -> Faults:
    """H03."""
    line = case.anatomy.motto
    if line is None:
        return missing()
    found = slips(line, _MOTTO)
    if line.text != MOTTO:
        found.append(f"viết khác “{MOTTO}”")
    return judged(line, [*found, *_below_nation(case, line)])


def _below_nation(case: Case, line: Line) -> Iterator[str]:
    above = case.anatomy.nation
    if above is None:
        return
    one, other = above.paragraph, line.paragraph
    if not 0 <= other.index - one.index <= 2:
        yield "không ở ngay dưới Quốc hiệu"
    if max(measuring.spacing(one), measuring.spacing(other)) > _SINGLE:
        yield "không cách dòng đơn"


def motto_line(case: Case) -> Faults:
    """H04."""
    line = case.anatomy.motto
    return missing() if line is None else stroke(case, line, line, WHOLE, line.wide)


def number(case: Case) -> Faults:
    """H08; the number itself may still be blank."""
    line = case.anatomy.number
    return missing() if line is None else judged(line, [*slips(line, _NUMBER), *_number(line.text)])


def _number(text: str) -> Iterator[str]:
    found = _NUMBERED.fullmatch(text)
    if found is None:
        yield "không theo mẫu “Số: 05/BC-SKHCN”"
    else:
        if len(found["number"]) == 1 and found["number"].isdecimal():
            yield "số nhỏ hơn 10 phải thêm số 0 ở trước"
        symbol = found["symbol"].strip()
        if not _SYMBOL.fullmatch(symbol) and "…" not in symbol and "..." not in symbol:
            yield f"ký hiệu “{symbol}” không đúng mẫu"
    if not text.startswith("Số:"):
        yield "phải viết “Số:”"


def day(case: Case) -> Faults:
    """H09; day and month may still be blank."""
    line = case.anatomy.date
    return missing() if line is None else judged(line, [*slips(line, _DATE), *_day(line.text)])


def _day(text: str) -> Iterator[str]:
    found = DATED.fullmatch(text)
    if found is None:
        yield "không theo mẫu “Quảng Trị, ngày 05 tháng 01 năm 2026”"
        return
    at, month, year = (found[name].strip(_BLANK) for name in ("day", "month", "year"))
    if len(at) == 1:
        yield "ngày nhỏ hơn 10 phải thêm số 0 ở trước"
    if month in ("1", "2"):
        yield "tháng 1, 2 phải thêm số 0 ở trước"
    if at and month and year and not _exists(int(year), int(month), int(at)):
        yield "không có ngày này"
    place = found["place"].strip()
    if place.strip(_BLANK) and not place[0].isupper():
        yield "địa danh phải viết hoa"


def _exists(year: int, month: int, at: int) -> bool:
    try:
        date(year, month, at)
    except ValueError:
        return False
    return True


def level(case: Case) -> Faults:
    """H10."""
    number, day = case.anatomy.number, case.anatomy.date
    if number is None or day is None:
        return missing("không tìm thấy số, ký hiệu hoặc ngày tháng")
    one, other = number.paragraph, day.paragraph
    if one is other:
        return []
    if not _in_one_row(one, other):
        return [] if one.boxed or other.boxed else [Fault("ở hai hàng khác nhau")]
    apart = abs(measuring.top(case.document, one) - measuring.top(case.document, other))
    return [] if apart <= _LEVEL else [Fault(f"lệch nhau khoảng {apart:.0f} pt theo chiều cao")]


def _in_one_row(one: Paragraph, other: Paragraph) -> bool:
    if one.cell is None or other.cell is None:
        return False
    return one.cell.table is other.cell.table and one.cell.row == other.cell.row


def sizes(case: Case) -> Faults:
    """H11: 12 above 13, or 13 above 14."""
    nation, motto = case.anatomy.nation, case.anatomy.motto
    if nation is None or motto is None or not (nation.sizes and motto.sizes):
        return None
    if motto.sizes[0] - nation.sizes[0] == 1:
        return []
    return [Fault(f"Quốc hiệu cỡ {points(nation.sizes)}, Tiêu ngữ cỡ {points(motto.sizes)}")]


_COMPONENTS = (
    Rule("H01", "II.1a", "Quốc hiệu", "Hãy viết hoa, chữ đứng, đậm, cỡ 12-13, canh giữa.", nation),
    Rule(
        "H02", "II.1a", "Quốc hiệu: vị trí", "Hãy đặt ở góc trên bên phải trang đầu.", nation_place
    ),
    Rule(
        "H03",
        "II.1b",
        "Tiêu ngữ",
        "Hãy viết ngay dưới Quốc hiệu, chữ thường đậm cỡ 13-14, cách dòng đơn.",
        motto,
    ),
    Rule(
        "H04",
        "II.1b",
        "Đường kẻ dưới Tiêu ngữ",
        "Hãy kẻ một nét liền dài bằng dòng chữ.",
        motto_line,
    ),
    Rule(
        "H08",
        "II.3c",
        "Số, ký hiệu",
        "Hãy viết như “Số: 05/BC-SKHCN”, chữ đứng, không đậm, cỡ 13, canh giữa.",
        number,
        "office.symbol",
    ),
    Rule(
        "H09",
        "II.4",
        "Địa danh, thời gian",
        "Hãy viết như “Quảng Trị, ngày 05 tháng 01 năm 2026”, nghiêng, cỡ 13-14, canh giữa.",
        day,
        "office.date",
    ),
    Rule(
        "H10",
        "II.4c",
        "Số và ngày cùng dòng",
        "Hãy đặt số, ký hiệu và ngày tháng trong cùng một hàng, ngang nhau.",
        level,
        "office.name",
    ),
    Rule(
        "H11",
        "V",
        "Cỡ chữ Quốc hiệu và Tiêu ngữ",
        "Nên dùng cỡ 12 và 13, hoặc 13 và 14.",
        sizes,
        advice=True,
    ),
)
RULES = of_whole_documents(_COMPONENTS)
