"""The strip left of the text: a bar for every mark in one of three lanes, and the icon of its kind."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout

from tttt_desktop.domain.records import Kind
from tttt_desktop.ui import theme
from tttt_desktop.ui.editor.marks import Mark

WIDTH = 46
BARS = 37  # of it, from the left, for bars and icons; the rest is for what hangs over the edge of the text
LANES = 3
_LANE_RIGHT, _LANE_STEP, _BAR = 15.0, 6.0, 4.0  # px left of the text; between lanes; thickness
_ICON_LEFT, _ICON, _SMALL_ICON = 4.0, 14.0, 11.0


class Bar(NamedTuple):
    """A mark in the gutter: the lines of its paragraph it touches, its lane from the right, whether a run begins."""

    mark: Mark
    first: int
    last: int
    lane: int
    opens_run: bool


def bars_of(layout: QTextLayout, spans: Sequence[tuple[Mark, int, int]]) -> list[Bar]:
    """The bars of one paragraph. `spans`: marks in text order with first and last place in the paragraph, as Qt counts.

    Bars that share a line stand in lanes of their own; when all lanes are taken the last one is shared.
    """
    starts = [layout.lineAt(number).textStart() for number in range(layout.lineCount())]
    taken = [-1] * LANES
    bars: list[Bar] = []
    for mark, start, last_character in spans:
        first, last = (bisect_right(starts, at) - 1 for at in (start, last_character))
        lane = next((lane for lane, until in enumerate(taken) if until < first), LANES - 1)
        taken[lane] = max(taken[lane], last)
        goes_on = bool(bars) and _alike(bars[-1].mark, mark) and bars[-1].last >= first - 1
        bars.append(Bar(mark, first, last, lane, not goes_on))
    return bars


def _alike(one: Mark, other: Mark) -> bool:
    return one.kind == other.kind and one.own_plan == other.own_plan


def paint_bar(painter: QPainter, bar: Bar, top: float, bottom: float, text_left: float) -> None:
    """One bar: solid when decided, hollow for an own plan, dashed for a suggestion."""
    x = text_left - _LANE_RIGHT - bar.lane * _LANE_STEP + _BAR / 2
    ink = theme.kind_ink(bar.mark.kind)
    if bar.mark.decided and bar.mark.own_plan:
        painter.setPen(QPen(ink, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(x - 1.5, top + 0.5, 3, bottom - top - 1), 1.5, 1.5)
    elif bar.mark.decided:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(x - _BAR / 2, top, _BAR, bottom - top), 2, 2)
    else:
        painter.setPen(dashes(ink, 2.0))
        painter.drawLine(QLineF(x, top + 1, x, bottom))


def dashes(ink: QColor, width: float, *, own_plan: bool = False) -> QPen:
    """The pen of everything that is proposed and not yet decided; for an own plan dots and dashes in turn."""
    pen = QPen(ink, width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([6.0, 2.0, 1.25, 2.0] if own_plan else [2.0, 1.25])
    return pen


def paint_icons(
    painter: QPainter, sorts: Sequence[tuple[Kind, bool]], middle: float, text_left: float
) -> None:
    """The icons of the runs that begin on one line: one, or two above one another. `sorts`: kind, own plan or not."""
    side = _ICON if len(sorts) == 1 else _SMALL_ICON
    left = text_left - WIDTH + _ICON_LEFT
    top = middle - side * len(sorts[:2]) / 2
    for number, (kind, own_plan) in enumerate(sorts[:2]):
        rect = QRectF(left, round(top + number * side), side, side)
        theme.draw_icon(painter, theme.kind_icon(kind, own_plan), rect, theme.kind_ink(kind))
