"""How a row shows what was searched for: lit words in the title, and a line of the text around the first place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from tttt_desktop.domain.records import Hit, Span
from tttt_desktop.ui import theme
from tttt_desktop.ui.widgets import number

GAP = 8
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


def title_marks(title: str, lines: Sequence[str], marks: Sequence[Span]) -> list[tuple[Span, ...]]:
    """For each line of a title the spans in it of those that were searched for in the whole of it."""
    at, found = 0, []
    for line in lines:
        text = line.removesuffix("…")
        at = max(title.find(text, at), at)
        in_line = [(max(mark.start - at, 0), min(mark.stop - at, len(text))) for mark in marks]
        found.append(tuple(Span(start, stop) for start, stop in in_line if start < stop))
        at += len(text)
    return found


def paint_ground(painter: QPainter, place: QRectF, line: str, mark: Span) -> None:
    """A soft ground under a stretch of a line that is written with the painter's font."""
    metrics = QFontMetricsF(painter.font())
    left = place.left() + metrics.horizontalAdvance(line[: mark.start])
    width = metrics.horizontalAdvance(mark.of(line))
    painter.fillRect(QRectF(left, place.top(), width, place.height()), theme.tokens().warn_fill)


def _paint_count(painter: QPainter, rect: QRectF, hit: Hit) -> float:
    """ "12 chỗ" where the words stand more than once; the width taken."""
    if hit.count < 2:
        return 0
    said = f"{number(hit.count)} chỗ"
    painter.setFont(theme.ui_font(12))
    painter.setPen(theme.tokens().text3)
    painter.drawText(rect, MIDDLE | Qt.AlignmentFlag.AlignRight, said)
    return QFontMetricsF(painter.font()).horizontalAdvance(said) + GAP


def pieces(hit: Hit) -> list[tuple[str, bool]]:
    """The snippet in pieces from left to right: text, and whether it is what was searched for."""
    cut, at = [], 0
    for mark in sorted(hit.marks):
        cut += [(hit.snippet[at : mark.start], False), (mark.of(hit.snippet), True)]
        at = mark.stop
    cut.append((hit.snippet[at:], False))
    return [(text.replace("\n", " "), found) for text, found in cut if text]


def fit(hit: Hit, width: float, metrics: QFontMetricsF) -> Hit:
    """The snippet with so many words dropped at its front that the first thing found is in the first 60 % of `width`."""
    if not hit.marks:
        return hit
    first, start = min(hit.marks), 0
    while metrics.horizontalAdvance("…" + hit.snippet[start : first.stop]) > 0.6 * width:
        space = hit.snippet.find(" ", start, first.start)
        if space < 0:
            break
        start = space + 1
    if not start:
        return hit
    shift = start - 1
    marks = tuple(
        Span(mark.start - shift, mark.stop - shift) for mark in hit.marks if mark.start >= start
    )
    return replace(hit, snippet="…" + hit.snippet[start:], marks=marks)


def paint_hit(painter: QPainter, rect: QRectF, hit: Hit) -> None:
    """One line of the text around what was found, which is bold on a soft ground."""
    rect = rect.adjusted(0, 0, -_paint_count(painter, rect, hit), 0)
    colours, x = theme.tokens(), rect.left()
    plain, bold = theme.ui_font(12), theme.ui_font(12, 600)
    for text, found in pieces(fit(hit, rect.width(), QFontMetricsF(plain))):
        metrics = QFontMetricsF(bold if found else plain)
        said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.right() - x)
        width = metrics.horizontalAdvance(said)
        if found:
            painter.fillRect(QRectF(x, rect.top(), width, rect.height()), colours.warn_fill)
        painter.setFont(bold if found else plain)
        painter.setPen(colours.text if found else colours.text2)
        painter.drawText(QRectF(x, rect.top(), width + 4, rect.height()), MIDDLE, said)
        x += width
        if said != text:
            return
