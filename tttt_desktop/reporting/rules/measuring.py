"""How high paragraphs are and how far apart, in points: estimates from the widths of Times New Roman."""

import re

from tttt_desktop.reporting.rules.paper import Document, Line, Paragraph, Run
from tttt_desktop.reporting.rules.strokes import room

SINGLE = 1.15  # the height of a single line, as a multiple of the size
_AUTOMATIC = 14.0  # a gap that is left to Word
_WORDS = re.compile(r"\S+\s*|\s+")


def spacing(one: Paragraph) -> float:
    """The distance of its lines as a multiple of single ones."""
    if one.shape.rule == "auto":
        return one.shape.line / 240
    multiple = one.shape.line / 20 / (one.size * SINGLE)
    return max(1.0, multiple) if one.shape.rule == "atLeast" else multiple


def gap(above: Paragraph, below: Paragraph) -> float:
    """What is left free between two paragraphs that follow one another."""
    same = above.style == below.style
    after = _AUTOMATIC if above.shape.auto_after else above.shape.after / 20
    before = _AUTOMATIC if below.shape.auto_before else below.shape.before / 20
    return (0.0 if same and above.shape.contextual else after) + (
        0.0 if same and below.shape.contextual else before
    )


def top(document: Document, one: Paragraph) -> float:
    """From the top of its cell to its first line."""
    down = one.shape.before / 20
    cell = one.cell.element if one.cell else None
    for other in document.paragraphs:
        if other is one:
            break
        if (other.cell.element if other.cell else None) is cell and not other.boxed:
            shape = other.shape
            down += _height(document, other) + (shape.before + shape.after) / 20
    return down


def _height(document: Document, one: Paragraph) -> float:
    size = max((run.look.size for run in one.visible), default=one.shape.mark_size)
    line, rule = one.shape.line / 20, one.shape.rule
    single = size * SINGLE
    heights = {"exact": line, "atLeast": max(line, single)}
    return heights.get(rule, single * one.shape.line / 240) * _count(document, one)


def _count(document: Document, one: Paragraph) -> int:
    """How many lines it takes."""
    rows = max(line.row for line in one.lines) + 1
    wide = room(document, one)
    if wide is None:
        return rows
    wide -= (one.shape.left + one.shape.right) / 20
    return sum(
        _wrapped(
            [line for line in one.lines if line.row == row],
            wide,
            0.0 if row else one.shape.first / 20,
        )
        for row in range(rows)
    )


def _wrapped(lines: list[Line], wide: float, indent: float) -> int:
    count, at = 1, indent
    for line in lines:
        for run in line.runs:
            for word in _WORDS.findall(run.text):
                if at > indent and at + Run(word.rstrip(), run.look).wide > wide + 0.5:
                    count, at = count + 1, 0.0
                at += Run(word, run.look).wide
    return count
