"""A small chart of one indicator over the years, painted by ourselves: in the window, and as a picture for a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tttt_desktop.domain.figures import RANK, number_text, unit_of
from tttt_desktop.domain.records import Figure
from tttt_desktop.services.figures import Told, unit_of_series
from tttt_desktop.ui import theme

_WIDEST = 44  # pixels of a bar at a letter height of 12
_NARROWEST, _NAMED, _BROADEST, _HIGH = 150, 300, 520, 150  # pixels of the chart in the window
_PRINTED = "Times New Roman"  # replaced by Tinos or Liberation Serif where it is missing


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours and the letters of a chart."""

    bar: QColor
    text: QColor
    faint: QColor
    font: QFont


@dataclass(frozen=True, slots=True)
class Bar:
    """A year: its number in the unit of the whole chart, how it is written, and whether sources disagree on it."""

    year: int
    value: float
    shown: str
    doubtful: bool = False


def bars_of(series: Sequence[Told]) -> list[Bar]:
    """The bars of a series, all in one unit (see `unit_of_series`); "9/17" stays as printed and is drawn as a share."""
    if not series:
        return []
    times, _ = unit_of(Figure("", unit=unit_of_series(series)))
    return [
        Bar(one.year or 0, one.amount or 0.0, _shown(one, times), bool(one.others))
        for one in series
    ]


def _shown(told: Told, times: float) -> str:
    if told.figure.of is not None or unit_of(told.figure)[0] == times:
        return told.shown
    return number_text((told.amount or 0.0) / times)


def titled(series: Sequence[Told]) -> str:
    """ "Doanh thu bưu chính (tỷ đồng)"."""
    name, unit = series[0].figure.indicator or "Số liệu", unit_of_series(series)
    return f"{name[0].upper()}{name[1:]}{f' ({unit})' if unit and unit != RANK else ''}"


def description(series: Sequence[Told]) -> str:
    """The chart in words, for those who cannot see it; "" for no series."""
    if not series:
        return ""
    first = series[0].figure
    years = "; ".join(f"{one.year}: {one.figure.as_printed}" for one in series)
    return f"{first.indicator or 'Số liệu'} qua các năm: {years}"


def chart_png(series: Sequence[Told], width: int, height: int) -> bytes:
    """The chart as a PNG of that many pixels, black and grey on white. Needs no window, so any thread may draw it."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    font = QFont(_PRINTED)
    font.setPixelSize(max(11, height // 18))
    ink = Ink(QColor("#3A6EA5"), QColor("#000000"), QColor("#404040"), font)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    edge = height / 40
    paint_chart(
        painter, QRectF(image.rect()).adjusted(edge, edge, -edge, -edge), bars_of(series), ink
    )
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # takes a device and a name of bytes or text
    return bytes(buffer.data().data())


def paint_chart(painter: QPainter, room: QRectF, bars: Sequence[Bar], ink: Ink) -> None:
    """A bar for each year with its number above and the year below, from a line at nought; falls hang below it.

    Where sources disagree the bar is hatched and its number has a "?" behind it.
    """
    if not bars:
        return
    painter.setFont(ink.font)
    line = QFontMetricsF(ink.font).height()
    step = room.width() / len(bars)
    top, bottom = max(0.0, *(bar.value for bar in bars)), min(0.0, *(bar.value for bar in bars))
    body = room.adjusted(0, line, 0, -line * (2 if bottom < 0 else 1) - 4)
    scale = body.height() / ((top - bottom) or 1.0)
    nought = body.top() + top * scale
    for at, bar in enumerate(bars):
        column = QRectF(room.left() + at * step, room.top(), step, room.height())
        _paint_bar(painter, column, bar, nought, scale, ink)
        below = QRectF(column.left(), room.bottom() - line, step, line)
        _paint_word(painter, below, str(bar.year), ink.faint)
    painter.setPen(QPen(ink.faint, max(1.0, line / 16)))
    painter.drawLine(QPointF(room.left(), nought), QPointF(room.right(), nought))


def _paint_bar(
    painter: QPainter, column: QRectF, bar: Bar, nought: float, scale: float, ink: Ink
) -> None:
    line = QFontMetricsF(ink.font).height()
    width = min(_WIDEST * line / 14, column.width() * 0.62)
    height = max(1.5, abs(bar.value) * scale)
    top = nought - height if bar.value >= 0 else nought
    body = QRectF(column.center().x() - width / 2, top, width, height)
    painter.fillRect(body, QBrush(ink.bar, Qt.BrushStyle.BDiagPattern) if bar.doubtful else ink.bar)
    painter.setPen(QPen(ink.bar, max(1.0, line / 16)))
    painter.drawRect(body)
    edge = body.top() - line if bar.value >= 0 else body.bottom()
    words = f"{bar.shown} ?" if bar.doubtful else bar.shown
    _paint_word(painter, QRectF(column.left(), edge, column.width(), line), words, ink.text)


def _paint_word(painter: QPainter, room: QRectF, text: str, colour: QColor) -> None:
    """A word in the middle, in smaller letters where there is no room for it."""
    painter.save()
    font = QFont(painter.font())
    wide = QFontMetricsF(font).horizontalAdvance(text)
    if wide > room.width():
        font.setPixelSize(max(6, int(font.pixelSize() * room.width() / wide)))
        painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class SeriesChart(QWidget):
    """The chart in the window; hidden when there are not two years to compare."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.series: list[Told] = []
        self.setMinimumSize(QSize(_NARROWEST, 84))

    def show_series(self, told: Sequence[Told]) -> None:
        """Show figures of several years, in their order; fewer than two show nothing."""
        self.series = list(told) if len(told) > 1 else []
        self.setVisible(bool(self.series))
        words = description(self.series)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the years need, and for a usual name of the indicator."""
        title = titled(self.series) if self.series else ""
        named = QFontMetricsF(theme.ui_font(11)).horizontalAdvance(title)
        wide = max(_NARROWEST, len(self.series) * 66 + 22, min(_NAMED, ceil(named) + 8))
        return QSize(min(_BROADEST, wide), _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.series:
            return
        painter, colours = QPainter(self), theme.tokens()
        ink = Ink(colours.accent, colours.text, colours.text3, theme.ui_font(11))
        room = QRectF(self.rect())
        painter.setFont(ink.font)
        metrics = QFontMetricsF(ink.font)
        painter.setPen(colours.text2)
        title = metrics.elidedText(titled(self.series), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, title)
        paint_chart(painter, room.adjusted(0, metrics.height(), 0, 0), bars_of(self.series), ink)
