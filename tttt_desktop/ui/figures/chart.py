"""A small chart of one indicator over the years, painted by ourselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tttt_desktop.services.figures import Told
from tttt_desktop.ui import theme

_BAR, _GAP, _LINE = 44, 22, 17  # pixels: width of a bar, between two, height of a line of text


class SeriesChart(QWidget):
    """A bar for each year with its number above; nothing when there are not two years to compare."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._told: list[Told] = []
        self.setMinimumSize(QSize(150, 84))

    def show_series(self, told: Sequence[Told]) -> None:
        """Show figures of several years, in their order; fewer than two show nothing."""
        self._told = list(told) if len(told) > 1 else []
        self.setVisible(bool(self._told))
        self.setAccessibleName(self.description())
        self.setToolTip(self.description())
        self.update()

    def description(self) -> str:
        """The chart in words."""
        if not self._told:
            return ""
        first = self._told[0].figure
        years = "; ".join(f"{one.passage.year}: {one.figure.as_printed}" for one in self._told)
        return self.tr("{indicator} qua các năm: {years}").format(
            indicator=first.indicator or self.tr("Số liệu"), years=years
        )

    def sizeHint(self) -> QSize:
        return QSize(max(150, len(self._told) * (_BAR + _GAP) + _GAP), 150)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._told:
            return
        painter, colours = QPainter(self), theme.tokens()
        painter.setFont(theme.ui_font(11))
        room = self.height() - 2 * _LINE - 4
        largest = max(abs(one.amount or 0.0) for one in self._told) or 1.0
        step = min(_BAR + _GAP, self.width() / len(self._told))
        for place, one in enumerate(self._told):
            height = max(2.0, room * abs(one.amount or 0.0) / largest)
            left = place * step
            bar = QRectF(
                left + (step - _BAR) / 2, _LINE + room - height, min(_BAR, step - 4), height
            )
            painter.fillRect(bar, colours.accent)
            painter.setPen(colours.text)
            above = QRectF(left, bar.top() - _LINE, step, _LINE)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, one.shown)
            painter.setPen(colours.text3)
            below = QRectF(left, _LINE + room + 2, step, _LINE)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(one.passage.year))
