"""The name of the document and what it is about (Phụ lục I, II.5)."""

from tttt_desktop.reporting.rules.anatomy import Kind
from tttt_desktop.reporting.rules.judging import Case, Faults, Rule, Wanted, judged, slips
from tttt_desktop.reporting.rules.measuring import gap
from tttt_desktop.reporting.rules.ruling import SHARE, missing, stroke, widest

_NAME = Wanted(13, 14, bold=True, italic=False, capitals=True)
_TITLE = Wanted(13, 14, bold=True, italic=False, capitals=False)
_ABOUT = Wanted(12, 13, bold=False, italic=False)
_GAP = 5.9  # points below the number


def name(case: Case) -> Faults:
    """T01."""
    if case.anatomy.kind is not Kind.REPORT:
        return None
    line = case.anatomy.name
    return missing() if line is None else judged(line, slips(line, _NAME))


def title(case: Case) -> Faults:
    """T02."""
    if case.anatomy.kind is not Kind.REPORT:
        return None
    lines = case.body.title
    if not lines:
        return missing()
    return judged(lines[0], [slip for line in lines for slip in slips(line, _TITLE)])


def title_line(case: Case) -> Faults:
    """T03."""
    if case.anatomy.kind is not Kind.REPORT:
        return None
    lines = case.body.title
    if not lines:
        return missing("không tìm thấy trích yếu")
    return stroke(case, lines[0], lines[-1], SHARE, widest(case, lines))


def about(case: Case) -> Faults:
    """T04, of letters."""
    line, number = case.anatomy.about, case.anatomy.number
    if case.anatomy.kind is not Kind.LETTER or line is None:
        return None
    found = slips(line, _ABOUT)
    if not line.text.startswith("V/v"):
        found.append("phải viết “V/v”")
    if number is not None and line.paragraph is not number.paragraph:
        apart = line.paragraph.index - number.paragraph.index
        if apart < 0:
            found.append("ở trên số, ký hiệu")
        elif apart == 1 and gap(number.paragraph, line.paragraph) < _GAP:
            found.append("cách số, ký hiệu chưa đủ 6 pt")
    return judged(line, found)


RULES = (
    Rule(
        "T01",
        "II.5b",
        "Tên loại văn bản",
        "Hãy viết hoa, chữ đứng, đậm, cỡ 13-14, canh giữa.",
        name,
    ),
    Rule(
        "T02",
        "II.5b",
        "Trích yếu",
        "Hãy viết chữ thường, đứng, đậm, cỡ 13-14, canh giữa dưới tên loại.",
        title,
        "report.title",
    ),
    Rule(
        "T03",
        "II.5b",
        "Đường kẻ dưới trích yếu",
        "Hãy kẻ một nét liền dài từ 1/3 đến 1/2 dòng chữ.",
        title_line,
        "report.title",
    ),
    Rule(
        "T04",
        "II.5b",
        "Trích yếu công văn",
        "Hãy viết “V/v …”, không đậm, cỡ 12-13, canh giữa, cách số, ký hiệu 6 pt.",
        about,
    ),
)
