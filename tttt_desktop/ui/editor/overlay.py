"""Lines painted over the text: what is proposed, what is current, where two marks meet, where the cursor stands."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from tttt_desktop.domain.records import Span
from tttt_desktop.ui import theme
from tttt_desktop.ui.editor.gutter import dashes
from tttt_desktop.ui.editor.marks import Mark
from tttt_desktop.ui.editor.positions import Positions
from tttt_desktop.ui.editor.rows import Row, pieces

UNDERLINE, CURRENT, TICK, KNOB = 1.6, 2.0, 2.0, 4.5
WORDS = 1.8
_RIM = 1.6  # of a handle
_BELOW = 0.5  # px between the foot of the row and an underline


def underline(painter: QPainter, places: Sequence[tuple[Row, QRectF]], pen: QPen) -> None:
    """A line under a passage, row by row."""
    painter.setPen(pen)
    for _, rect in places:
        y = rect.bottom() + _BELOW + pen.widthF() / 2
        painter.drawLine(QLineF(rect.left(), y, rect.right(), y))


def underline_marks(
    painter: QPainter, rows: Sequence[Row], marks: Sequence[Mark], positions: Positions
) -> None:
    """The dotted lines of all open suggestions; where the system's few colours leave no fills, decided marks have solid ones."""
    for mark in marks:
        ink = theme.kind_ink(mark.kind)
        if not mark.decided:
            pen = dashes(ink, UNDERLINE, own_plan=mark.own_plan)
        elif theme.tokens().contrast:
            pen = QPen(ink, UNDERLINE)
        else:
            continue
        underline(painter, pieces(rows, mark.span, positions), pen)


def ticks(
    painter: QPainter, rows: Sequence[Row], marks: Sequence[Mark], text: str, positions: Positions
) -> None:
    """A short upright line where a mark begins right behind another one."""
    for before, mark in pairwise(marks):
        between = text[before.stop : mark.start] if before.stop <= mark.start else ""
        if between.strip(" ;,") or "\n" in between or before.start == mark.start:
            continue
        row = next((row for row in rows if row.start <= mark.start < row.stop), None)
        if row is not None:
            height = (row.bottom - row.top) / (1 if mark.decided else 3)
            place = QRectF(row.x(mark.start, positions) - TICK, row.bottom - height, TICK, height)
            painter.fillRect(place, theme.kind_ink(mark.kind))


def cause_bracket(
    painter: QPainter, rows: Sequence[Row], marks: Sequence[Mark], positions: Positions
) -> None:
    """The dashed bracket above the cause of a shortcoming, in the same ink."""
    for mark in marks:
        if mark.cause is None:
            continue
        ink = theme.kind_ink(mark.kind)
        places = pieces(rows, Span(*mark.cause), positions)
        for _, rect in places:
            painter.setPen(dashes(ink, 1.2))
            painter.drawLine(QLineF(rect.left(), rect.top() - 1, rect.right(), rect.top() - 1))
        painter.setPen(QPen(ink, 1.2))
        for row, rect in places:
            if row.start <= mark.cause[0] < row.stop:
                painter.drawLine(QLineF(rect.left(), rect.top() - 1, rect.left(), rect.top() + 5))
            if row.start < mark.cause[1] <= row.stop:
                painter.drawLine(QLineF(rect.right(), rect.top() - 1, rect.right(), rect.top() + 5))


def words(painter: QPainter, places: Sequence[tuple[Row, QRectF]]) -> None:
    """A box round words that led to a suggestion."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.tokens().accent, WORDS))
    for _, rect in places:
        painter.drawRoundedRect(rect.adjusted(-2, 0, 2, 1), 3, 3)


def outline(painter: QPainter, places: Sequence[tuple[Row, QRectF]], pen: QPen) -> None:
    """A thin line round a sentence or clause that may run over several rows."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for number, (_, rect) in enumerate(places):
        box = rect.adjusted(-3, -2, 3, 2.5)
        if number:
            box.setTop(places[number - 1][1].bottom() + 2)
        path.addRect(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(path.simplified())


def knobs(
    rows: Sequence[Row], span: Span, positions: Positions
) -> tuple[QPointF | None, QPointF | None]:
    """Middle of the round handle above the start and of the one below the end; None where that is off the screen."""
    places = pieces(rows, span, positions)
    if not places:
        return None, None
    (first, one), (last, other) = places[0], places[-1]
    start = QPointF(one.left() - 1, one.top() - 1) if first.start <= span.start else None
    stop = QPointF(other.right() + 1, other.bottom() + 3) if span.stop <= last.stop else None
    return start, stop


def handles(
    painter: QPainter,
    rows: Sequence[Row],
    span: Span,
    positions: Positions,
    ink: QColor,
    *,
    filled: bool,
) -> None:
    """The two ends of the current passage: an upright stem with a round handle, hollow while the keyboard is elsewhere."""
    places = pieces(rows, span, positions)
    for knob, (_, rect) in zip(
        knobs(rows, span, positions), places[:1] + places[-1:], strict=False
    ):
        if knob is not None:
            painter.fillRect(QRectF(knob.x() - TICK / 2, rect.top(), TICK, rect.height() + 2), ink)
            painter.setPen(QPen(ink, _RIM))
            painter.setBrush(ink if filled else theme.tokens().paper)
            painter.drawEllipse(knob, KNOB - _RIM / 2, KNOB - _RIM / 2)
