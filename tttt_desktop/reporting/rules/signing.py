"""Who signs, and who receives (Phụ lục I, II.7 and II.9)."""

import re
from collections.abc import Iterator, Sequence

from tttt_desktop.reporting.rules.anatomy import Kind
from tttt_desktop.reporting.rules.judging import (
    Case,
    Fault,
    Faults,
    Rule,
    Wanted,
    aligned,
    judged,
    slips,
)
from tttt_desktop.reporting.rules.paper import Line, is_capital
from tttt_desktop.reporting.rules.ruling import missing, of_whole_documents

_TITLE = Wanted(13, 14, bold=True, italic=False, capitals=True)
_NAME = Wanted(13, 14, bold=True, italic=False, capitals=False)
_RECEIVERS = Wanted(12, 12, bold=True, italic=True, capitals=False, centred=False)
_RECEIVER = Wanted(11, 11, bold=False, italic=False, centred=False)
_TO = Wanted(13, 14, bold=False, italic=False, capitals=False, centred=False)
_TAIL = 14  # lines or paragraphs round the end of the text in which it is signed
_FAR = 3000  # twips from the left: the right half of the page
_MARK = 20  # letters of a drafter's mark such as "PL.(300)" below the list, at most
_NO_STOP = re.compile(r"(?:TM|KT|TL|TUQ)[ /]|T/M|K/T|T/L")
_DEGREE = re.compile(r"(?:GS|PGS|TS|ThS|Ths|BS|KS|CN|Tiến sĩ|Thạc sĩ)\b")
_ARCHIVE = re.compile(r"-\s*Lưu\s*:\s*VT\b")
_COLON = re.compile(r"Kính gửi\s*:")


def _right(case: Case) -> list[Line]:
    """The lines of who signs."""
    receivers = case.anatomy.receivers
    if receivers is None:
        near = [line for line in case.document.lines if not line.paragraph.boxed][-_TAIL:]
        found = [
            line
            for line in near
            if line.is_bold and line.paragraph.shape.align in ("center", "right")
        ]
    elif receivers.paragraph.cell is not None:
        found = list(_beside(case, receivers))
    else:
        found = list(_around(case, receivers))
    return [line for line in found if not (line.text[0] == "(" and line.text[-1] == ")")]


def _beside(case: Case, receivers: Line) -> Iterator[Line]:
    own = receivers.paragraph.cell
    for line in case.document.lines:
        cell = line.paragraph.cell
        if own is None or cell is None or cell.table is not own.table:
            continue
        if cell.column > own.column:
            yield line


def _around(case: Case, receivers: Line) -> Iterator[Line]:
    at = receivers.paragraph.index
    for line in case.document.lines:
        one = line.paragraph
        if line is receivers or abs(one.index - at) > _TAIL or one.index >= case.anatomy.main:
            continue
        shape = one.shape
        right = line.tab or shape.align in ("center", "right") or shape.left > _FAR
        if right and not line.text.startswith("-"):
            yield line


def title(case: Case) -> Faults:
    """S01."""
    lines = [line for line in _right(case) if is_capital(line.text)]
    if not lines:
        return missing()
    found = [slip for line in lines for slip in slips(line, _TITLE)]
    found += [
        f"“{line.text[:20]}” thiếu dấu chấm sau TM, KT, TL, TUQ"
        for line in lines
        if _NO_STOP.match(line.text)
    ]
    return judged(lines[0], found)


def name(case: Case) -> Faults:
    """S02."""
    lines = [
        line
        for line in _right(case)
        if not is_capital(line.text) and any(map(str.isalpha, line.text))
    ]
    if not lines:
        return missing()
    found = slips(lines[-1], _NAME)
    if _DEGREE.match(lines[-1].text):
        found.append("ghi học hàm, học vị")
    return judged(lines[-1], found)


def receivers(case: Case) -> Faults:
    """S03."""
    line = case.anatomy.receivers
    if line is None:
        return missing()
    found = slips(line, _RECEIVERS)
    if line.text != "Nơi nhận:":
        found.append("phải viết “Nơi nhận:”")
    if line.paragraph.shape.align in ("center", "right"):
        found.append(f"canh {aligned(line.paragraph)}")
    return judged(line, found)


def _listed(case: Case, receivers: Line) -> list[Line]:
    """The lines of the list, without a drafter's mark below it."""
    lines = case.document.lines
    below = lines[lines.index(receivers) + 1 :]
    inside = receivers.paragraph.cell is not None
    found = list(_in_cell(receivers, below) if inside else _in_text(below))
    while found and not found[-1].text.startswith("-") and len(found[-1].text) < _MARK:
        found.pop()
    return found


def _in_cell(receivers: Line, below: Sequence[Line]) -> Iterator[Line]:
    own = receivers.paragraph.cell
    for line in below:
        cell = line.paragraph.cell
        if own is None or cell is None or cell.table is not own.table:
            return
        if cell.column == own.column:
            yield line


def _in_text(below: Sequence[Line]) -> Iterator[Line]:
    for line in below:
        if line.text.startswith("-"):
            yield line
        elif not line.tab:
            return


def listed(case: Case) -> Faults:
    """S04."""
    heading = case.anatomy.receivers
    if heading is None:
        return missing()
    lines = _listed(case, heading)
    if not lines:
        return missing("không có nơi nhận nào")
    found = [fault for at in range(len(lines)) for fault in _line_slips(lines, at)]
    last = lines[-1]
    if not _ARCHIVE.match(last.text):
        found.append(Fault("dòng cuối phải là “- Lưu: VT, …”", last))
    if not last.text.endswith("."):
        found.append(Fault("dòng cuối không có dấu chấm", last))
    return found


def _line_slips(lines: list[Line], at: int) -> Sequence[Fault]:
    line = lines[at]
    found = slips(line, _RECEIVER)
    goes_on = at > 0 and not lines[at - 1].text.endswith((";", "."))
    if not line.text.startswith("-") and not goes_on:
        found.append("không có gạch đầu dòng")
    ends = at + 1 < len(lines) and lines[at + 1].text.startswith("-")
    if ends and not line.text.endswith(";"):
        found.append("thiếu dấu chấm phẩy")
    return judged(line, found)


def level(case: Case) -> Faults:
    """S05."""
    own = case.anatomy.receivers
    if own is None:
        return missing()
    one = own.paragraph
    for line in _around(case, own) if one.cell is None else _beside(case, own):
        cell = line.paragraph.cell
        same_row = one.cell is not None and cell is not None and cell.row == one.cell.row
        if line.paragraph is one or same_row:
            return []
    return [Fault("không ngang hàng với chức vụ người ký")]


def to(case: Case) -> Faults:
    """S06."""
    line = case.anatomy.to
    if line is None:
        return missing() if case.anatomy.kind is Kind.LETTER else None
    found = slips(line, _TO)
    if not _COLON.match(line.text):
        found.append("thiếu dấu hai chấm")
    return judged(line, found)


_COMPONENTS = (
    Rule(
        "S01",
        "II.7",
        "Quyền hạn, chức vụ",
        "Hãy viết hoa, đậm, đứng, cỡ 13-14, canh giữa; viết TM., KT., TL., TUQ.",
        title,
        "office.signer_title",
    ),
    Rule(
        "S02",
        "II.7c,đ",
        "Họ tên người ký",
        "Hãy viết chữ thường, đậm, đứng, cỡ 13-14, canh giữa, không ghi học vị.",
        name,
        "office.signer_name",
    ),
    Rule(
        "S03",
        "II.9d",
        "Nơi nhận",
        "Hãy viết “Nơi nhận:” đậm, nghiêng, cỡ 12, sát lề trái.",
        receivers,
    ),
    Rule(
        "S04",
        "II.9d",
        "Danh sách nơi nhận",
        "Hãy viết cỡ 11, mỗi nơi “- …;”, dòng cuối “- Lưu: VT, ….”.",
        listed,
        "office.recipients",
    ),
    Rule(
        "S05",
        "II.9d",
        "Nơi nhận ngang chữ ký",
        "Hãy đặt Nơi nhận và chức vụ người ký trong cùng một hàng.",
        level,
    ),
    Rule(
        "S06",
        "II.9d",
        "Kính gửi",
        "Hãy viết “Kính gửi:” chữ đứng, không đậm, cỡ 13-14.",
        to,
        "office.addressee",
    ),
)
RULES = of_whole_documents(_COMPONENTS)
