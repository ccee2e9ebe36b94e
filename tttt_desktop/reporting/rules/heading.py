"""The head of the first page: Quốc hiệu, Tiêu ngữ, agencies, number and date (Phụ lục I, II.1-4)."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from tttt_desktop.reporting.rules import measuring, strokes
from tttt_desktop.reporting.rules.anatomy import DATED, NUMBER_OR_ABOUT, Kind, is_kind
from tttt_desktop.reporting.rules.judging import (
    Case,
    Fault,
    Faults,
    Judge,
    Rule,
    Wanted,
    decimal,
    judged,
    points,
    slips,
)
from tttt_desktop.reporting.rules.paper import Line, Paragraph, is_capital
from tttt_desktop.reporting.rules.zones import STROKE

MOTTO = "Độc lập - Tự do - Hạnh phúc"
_NATION = Wanted(12, 13, bold=True, italic=False, capitals=True)
_MOTTO = Wanted(13, 14, bold=True, italic=False, capitals=False)
_PARENT = Wanted(12, 13, bold=False, italic=False, capitals=True)
_OFFICE = Wanted(12, 13, bold=True, italic=False, capitals=True)
_NUMBER = Wanted(13, 13, bold=False, italic=False)
_DATE = Wanted(13, 14, bold=False, italic=True)
_NUMBERED = re.compile(r"Số\s*:\s*(?P<number>\d+|[\s.…_]*)\s*/(?P<symbol>\S.*)")
_SYMBOL = re.compile(r"[A-ZĐ][A-Za-zĐđ0-9&]*(?:-[A-ZĐ…][A-ZĐa-z0-9&.…]*)*")
_BLANK = " .…_"
_LEVEL = 8.0  # points by which number and date may differ in height
_SINGLE = 1.1  # lines at most, where single ones are wanted
SHARE = (0.30, 0.55)  # of the text: a third to a half, a little more for rounding
_WHOLE = (0.85, 1.15)


def missing(what: str = "không tìm thấy") -> Faults:
    """The one fault of a component that is not there."""
    return [Fault(what)]


def stroke(case: Case, first: Line, last: Line, share: tuple[float, float], wide: float) -> Faults:
    """Whether the line under a text is there and as long as `share` of `wide` points."""
    found = strokes.below(case.document, first, last)
    if found.missing:
        return [Fault(found.missing)]
    if found.length is None or (wide and share[0] <= found.length / wide <= share[1]):
        return []
    return [Fault(f"đường kẻ dài bằng {decimal(found.length / wide if wide else 0)} lần dòng chữ")]


def widest(case: Case, lines: Sequence[Line]) -> float:
    """Points of the longest of some lines, as far as their column lets it run."""
    rooms = (strokes.room(case.document, line.paragraph) or 1e9 for line in lines)
    return max(min(line.wide, room) for line, room in zip(lines, rooms, strict=True))


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
    return missing() if line is None else stroke(case, line, line, _WHOLE, line.wide)


def _agencies(case: Case) -> list[Line]:
    """The lines of the left column, or what stands before the tabs."""
    nation = case.anatomy.nation
    if nation is None:
        return []
    return list(_beside_cell(case, nation) if nation.paragraph.cell else _before_tab(case, nation))


def _beside_cell(case: Case, nation: Line) -> Iterator[Line]:
    own = nation.paragraph.cell
    assert own is not None
    for line in case.document.lines:
        cell = line.paragraph.cell
        if cell is None or cell.table is not own.table:
            continue
        if cell.column < own.column and cell.row <= own.row + 1:
            if NUMBER_OR_ABOUT.match(line.text):
                return
            if not STROKE.fullmatch(line.text):
                yield line


def _before_tab(case: Case, nation: Line) -> Iterator[Line]:
    number = case.anatomy.number
    last = number.paragraph.index if number else nation.paragraph.index + 4
    for line in case.document.lines:
        if line.paragraph.index > last:
            return
        if line in case.anatomy.head or NUMBER_OR_ABOUT.match(line.text):
            continue
        plain = line.paragraph.table is None and not line.tab
        if plain and is_capital(line.text) and not is_kind(line.text):
            yield line


def parent(case: Case) -> Faults:
    """H05; there may be none."""
    lines = _agencies(case)
    plain = [line for line in lines if not line.is_bold]
    bold = [line for line in lines if line.is_bold]
    if not plain:
        return None if bold else missing()
    found = [slip for line in plain for slip in slips(line, _PARENT)]
    if bold and plain[-1].paragraph.index > bold[0].paragraph.index:
        found.append("ở dưới cơ quan ban hành")
    return judged(plain[0], found)


def _issuer(case: Case) -> list[Line]:
    return [line for line in _agencies(case) if line.is_bold]


def issuer(case: Case) -> Faults:
    """H06."""
    lines = _issuer(case)
    if not lines:
        return missing("không có dòng chữ đậm nào ở cột bên trái")
    return judged(lines[0], [slip for line in lines for slip in slips(line, _OFFICE)])


def issuer_line(case: Case) -> Faults:
    """H07."""
    lines = _issuer(case)
    if not lines:
        return missing()
    return stroke(case, lines[0], lines[-1], SHARE, widest(case, lines))


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


def _not_in_an_appendix(judge: Judge) -> Judge:
    """An appendix in a file of its own has no head."""
    return lambda case: None if case.anatomy.kind is Kind.APPENDIX else judge(case)


_BIG = "Hãy viết hoa, chữ đứng, đậm, cỡ 12-13, canh giữa."
_COMPONENTS = (
    Rule("H01", "II.1a", "Quốc hiệu", f"{_BIG}", nation),
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
        "H05",
        "II.2b",
        "Cơ quan chủ quản",
        "Hãy viết hoa, không đậm, cỡ 12-13, canh giữa, ở trên cơ quan ban hành.",
        parent,
        "office.parent",
    ),
    Rule("H06", "II.2b", "Cơ quan ban hành", _BIG, issuer, "office.name"),
    Rule(
        "H07",
        "II.2b",
        "Đường kẻ dưới tên cơ quan",
        "Hãy kẻ một nét liền dài từ 1/3 đến 1/2 dòng chữ.",
        issuer_line,
        "office.name",
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
RULES = tuple(
    Rule(
        one.id,
        one.clause,
        one.name,
        one.remedy,
        _not_in_an_appendix(one.judge),
        one.setting,
        one.advice,
    )
    for one in _COMPONENTS
)
