"""What several rules ask alike: a component that is not there, and the line that is to stand under a text."""

from collections.abc import Sequence
from dataclasses import replace

from tttt_desktop.reporting.rules import strokes
from tttt_desktop.reporting.rules.anatomy import Kind
from tttt_desktop.reporting.rules.judging import Case, Fault, Faults, Judge, Rule, decimal
from tttt_desktop.reporting.rules.paper import Line

SHARE = (0.30, 0.55)  # of the text: a third to a half, a little more for rounding
WHOLE = (0.85, 1.15)


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


def of_whole_documents(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules, with nothing to judge in an appendix in a file of its own: it has no head and is not signed."""
    return tuple(replace(one, judge=_outside_appendices(one.judge)) for one in rules)


def _outside_appendices(judge: Judge) -> Judge:
    return lambda case: None if case.anatomy.kind is Kind.APPENDIX else judge(case)
