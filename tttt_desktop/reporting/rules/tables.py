"""Tables: nothing of it is in the decree; it is what keeps them whole on paper."""

from typing import Any

from tttt_desktop.reporting.rules.judging import Case, Fault, Faults, Rule, points, quoted
from tttt_desktop.reporting.rules.names import MM, child, is_on, twips, value
from tttt_desktop.reporting.rules.paper import Table

_LONG = 8  # rows from which the first is to be repeated
_LAYOUT_OVERHANG = 1200  # twips that a table without lines may reach into the margins
_OVERHANG = 230
_SIZES = (10, 14)
_MOST = 3  # faults that are told


def _layout(case: Case) -> list[Table]:
    """The tables that only put the head and the signature side by side."""
    lines = (case.anatomy.nation, case.anatomy.receivers)
    return [line.paragraph.table for line in lines if line and line.paragraph.table]


def _data(case: Case) -> list[Table]:
    layout = _layout(case)
    return [
        table
        for table in case.document.tables
        if table not in layout and len(table.rows) > 1 and table.depth == 0
    ]


def repeated(case: Case) -> Faults:
    """W05."""
    long = [table for table in _data(case) if len(table.rows) >= _LONG]
    loose = [table for table in long if not is_on(child(table.rows[0], "trPr", "tblHeader"))]
    return (
        [Fault(f"bảng {table.number} có {len(table.rows)} hàng") for table in loose]
        if long
        else None
    )


def unparted(case: Case) -> Faults:
    """W06."""
    if not case.document.tables:
        return None
    receivers = case.anatomy.receivers
    signing = receivers.paragraph.table if receivers else None
    found = []
    for table in (*_data(case), *([signing] if signing else ())):
        loose = sum(not is_on(child(row, "trPr", "cantSplit")) for row in table.rows)
        if loose:
            found.append(Fault(f"bảng {table.number} có {loose} hàng có thể bị cắt giữa hai trang"))
    return found[:_MOST]


def inside(case: Case) -> Faults:
    """W07."""
    tables, layout = case.document.tables, _layout(case)
    if not tables:
        return None
    found = []
    for table in tables:
        section = case.document.sections[min(table.section, len(case.document.sections) - 1)]
        wide, indent = _width(table.element)
        if table in layout:
            over = wide > section.room + _LAYOUT_OVERHANG
        else:
            over = wide + max(0, indent) > section.room + _OVERHANG
        if over and table.depth == 0:
            said = f"bảng {table.number} rộng {wide / MM:.0f} mm, phần chữ chỉ rộng"
            found.append(Fault(f"{said} {section.room / MM:.0f} mm"))
    return found


def _width(table: Any) -> tuple[float, float]:
    """Width and indent in twips."""
    grid = child(table, "tblGrid")
    wide = sum(twips(value(one, "w")) for one in (grid if grid is not None else ()))
    said, indent = child(table, "tblPr", "tblW"), child(table, "tblPr", "tblInd")
    if value(said, "type") == "dxa":
        wide = max(wide, twips(value(said, "w")))
    return wide, twips(value(indent, "w"))


def sizes(case: Case) -> Faults:
    """W08."""
    data = _data(case)
    used = [use for use in case.uses if use.table in data]
    wrong = {
        use.look.size: use.text
        for use in reversed(used)
        if not _SIZES[0] <= use.look.size <= _SIZES[1]
    }
    found = [Fault(f"cỡ chữ {points([size])} ở {quoted(text)}") for size, text in wrong.items()]
    return found[:_MOST] if used else None


RULES = (
    Rule(
        "W05",
        "",
        "Hàng đầu bảng lặp lại",
        "Hãy chọn “Lặp lại hàng tiêu đề” cho hàng đầu.",
        repeated,
    ),
    Rule(
        "W06",
        "",
        "Hàng không bị cắt",
        "Hãy bỏ chọn “Cho phép hàng ngắt giữa hai trang”.",
        unparted,
    ),
    Rule("W07", "", "Bảng trong lề", "Hãy thu hẹp bảng cho vừa hai lề.", inside),
    Rule("W08", "", "Cỡ chữ trong bảng", "Hãy dùng cỡ 10-14.", sizes),
)
