"""The plain paragraphs of the text (Phụ lục I, II.6) and its end."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from tttt_desktop.reporting.rules.anatomy import Kind
from tttt_desktop.reporting.rules.judging import (
    Case,
    Fault,
    Faults,
    Judge,
    Rule,
    aligned,
    decimal,
    points,
)
from tttt_desktop.reporting.rules.measuring import gap, spacing
from tttt_desktop.reporting.rules.paper import Paragraph

_SIZES = (13, 14)
_INDENTS = (567, 720)  # twips: 1 and 1.27 cm
_NEAR = 7  # twips that rounding may take
_CM = 566.929
_GAP = 5.95  # points
_LINES = (0.99, 1.505)
_BASIS = re.compile(r"căn cứ\s", re.IGNORECASE)
_BASES = 12  # paragraphs below the title in which the legal bases are
_END = "./."
Wrong = list[tuple[Paragraph, str]]
OfBody = Callable[[Case, Sequence[Paragraph]], Wrong]


def _body(find: OfBody) -> Judge:
    """A judge of all plain paragraphs: one fault, with how many paragraphs and the first of them."""

    def judge(case: Case) -> Faults:
        if case.anatomy.kind is Kind.APPENDIX:
            return None
        if not case.body.plain:
            return [Fault("không tìm thấy đoạn nội dung nào")]
        wrong = find(case, case.body.plain)
        if not wrong:
            return []
        count = f", {len(wrong)} đoạn như vậy" if len(wrong) > 1 else ""
        return [Fault(wrong[0][1] + count, wrong[0][0])]

    return judge


def _sizes(case: Case, plain: Sequence[Paragraph]) -> Wrong:
    wrong, used = [], set()
    for one in plain:
        sizes = {run.look.size for run in one.visible if not run.look.raised}
        used |= sizes
        if not sizes or min(sizes) < _SIZES[0] or max(sizes) > _SIZES[1]:
            wrong.append((one, f"cỡ chữ {points(sizes)} (cần 13-14)"))
    if not wrong and len(used) > 1:
        return [(plain[0], f"văn bản có nhiều cỡ chữ {points(used)}")]
    return wrong


def _upright(case: Case, plain: Sequence[Paragraph]) -> Wrong:
    wrong = []
    for one in plain:
        letters = sum(len(run.text) for run in one.visible) or 1
        italic = sum(len(run.text) for run in one.visible if run.look.italic)
        if _BASIS.match(one.text):
            early = one.index < case.body.start + _BASES
            if early and one.text.endswith(";") and not italic:
                wrong.append((one, "căn cứ không nghiêng"))
        elif italic > letters / 2 and not one.text.startswith("("):
            wrong.append((one, "chữ nghiêng"))
    return wrong


def _justified(case: Case, plain: Sequence[Paragraph]) -> Wrong:
    return [
        (one, f"canh {aligned(one)}")
        for one in plain
        if one.shape.align not in ("both", "distribute")
    ]


def _indented(case: Case, plain: Sequence[Paragraph]) -> Wrong:
    wrong, used = [], set()
    for one in plain:
        left = one.shape.left
        first = left + one.shape.first
        used.add(round(first / _CM, 2))
        near = any(abs(first - wanted) <= _NEAR for wanted in _INDENTS)
        if not near or abs(left) > _NEAR:
            rest = f", các dòng sau {decimal(left / _CM)} cm" if abs(left) > _NEAR else ""
            wrong.append((one, f"dòng đầu lùi {decimal(first / _CM)} cm{rest}"))
    if not wrong and len(used) > 1:
        return [(plain[0], "các đoạn lùi đầu dòng không giống nhau")]
    return wrong


def _apart(case: Case, plain: Sequence[Paragraph]) -> Wrong:
    return [
        (below, f"cách đoạn trên {decimal(gap(above, below), 1)} pt")
        for above, below in pairwise(plain)
        if below.index == above.index + 1 and gap(above, below) < _GAP
    ]


def _spaced(case: Case, plain: Sequence[Paragraph]) -> Wrong:
    return [
        (one, f"cách dòng {decimal(spacing(one))} dòng")
        for one in plain
        if not _LINES[0] <= spacing(one) <= _LINES[1]
    ]


def end(case: Case) -> Faults:
    """B11."""
    if case.anatomy.kind is Kind.APPENDIX:
        return None
    body, receivers = case.body, case.anatomy.receivers
    signing = receivers.paragraph.table if receivers else None
    said = [
        one
        for one in case.document.paragraphs[body.start : body.stop]
        if one.text and not one.boxed and (signing is None or one.table is not signing)
    ]
    if said and said[-1].text.endswith(_END):
        return []
    return [Fault("không kết thúc bằng “./.”", said[-1] if said else None)]


RULES = (
    Rule("B01", "II.6e", "Cỡ chữ nội dung", "Hãy dùng một cỡ chữ 13 hoặc 14.", _body(_sizes)),
    Rule(
        "B02",
        "II.6a,e",
        "Kiểu chữ nội dung",
        "Hãy dùng chữ đứng; riêng căn cứ ban hành in nghiêng.",
        _body(_upright),
    ),
    Rule("B03", "II.6e", "Canh đều", "Hãy canh đều hai bên (Ctrl+J).", _body(_justified)),
    Rule(
        "B04",
        "II.6e",
        "Lùi đầu dòng",
        "Hãy lùi dòng đầu 1 cm hoặc 1,27 cm, các dòng sau sát lề.",
        _body(_indented),
    ),
    Rule("B05", "II.6e", "Khoảng cách đoạn", "Hãy để các đoạn cách nhau từ 6 pt.", _body(_apart)),
    Rule(
        "B06",
        "II.6e",
        "Khoảng cách dòng",
        "Hãy để cách dòng từ 1 đến 1,5 dòng.",
        _body(_spaced),
    ),
    Rule("B11", "Phụ lục III", "Kết thúc nội dung", "Hãy kết thúc câu cuối bằng “./.”.", end),
)
