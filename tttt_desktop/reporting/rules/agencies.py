"""The names of the offices in the left column of the head (Phụ lục I, II.2)."""

from collections.abc import Iterator

from tttt_desktop.reporting.rules.anatomy import NUMBER_OR_ABOUT, is_kind
from tttt_desktop.reporting.rules.judging import Case, Faults, Rule, Wanted, judged, slips
from tttt_desktop.reporting.rules.paper import Line, is_capital
from tttt_desktop.reporting.rules.ruling import SHARE, missing, of_whole_documents, stroke, widest
from tttt_desktop.reporting.rules.zones import STROKE

_PARENT = Wanted(12, 13, bold=False, italic=False, capitals=True)
_OFFICE = Wanted(12, 13, bold=True, italic=False, capitals=True)


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


_NAMES = (
    Rule(
        "H05",
        "II.2b",
        "Cơ quan chủ quản",
        "Hãy viết hoa, không đậm, cỡ 12-13, canh giữa, ở trên cơ quan ban hành.",
        parent,
        "office.parent",
    ),
    Rule(
        "H06",
        "II.2b",
        "Cơ quan ban hành",
        "Hãy viết hoa, chữ đứng, đậm, cỡ 12-13, canh giữa.",
        issuer,
        "office.name",
    ),
    Rule(
        "H07",
        "II.2b",
        "Đường kẻ dưới tên cơ quan",
        "Hãy kẻ một nét liền dài từ 1/3 đến 1/2 dòng chữ.",
        issuer_line,
        "office.name",
    ),
)
RULES = of_whole_documents(_NAMES)
