"""How many results, shortcomings and tasks the article has: icon and number, no pills."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tttt_desktop.domain.records import Kind
from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.look import Look

GAP = 12  # between two kinds
Sort = tuple[Kind, bool]  # and whether it is an own plan
SORTS: tuple[Sort, ...] = (*((kind, False) for kind in Kind), (Kind.TASK, True))


class Counts(QWidget):
    """Painted; a kind that does not occur is left out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = Look()
        self._numbers: list[tuple[Sort, str]] = []

    def show_counts(self, sorts: Sequence[Sort]) -> None:
        """Count the kinds, own plans apart, and say the numbers to a screen reader."""
        counted = [(sort, sorts.count(sort)) for sort in SORTS]
        self._numbers = [(sort, str(number)) for sort, number in counted if number]
        spoken = ", ".join(f"{n} {theme.kind_label(*sort).lower()}" for sort, n in self._numbers)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.updateGeometry()
        self.update()

    def set_look(self, look: Look) -> None:
        """Fonts for a zoom."""
        self._look = look
        self.updateGeometry()

    def _widths(self) -> list[int]:
        metrics, icon = QFontMetrics(self._look.small_strong), self._look.icon
        return [icon + 4 + metrics.horizontalAdvance(number) for _, number in self._numbers]

    def sizeHint(self) -> QSize:
        widths = self._widths()
        return QSize(sum(widths) + GAP * max(0, len(widths) - 1), self._look.head)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._look.small_strong)
        size, left = self._look.icon, 0
        for (sort, number), width in zip(self._numbers, self._widths(), strict=True):
            ink = theme.kind_ink(sort[0])
            icon = QRectF(left, (self.height() - size) / 2, size, size)
            theme.draw_icon(painter, theme.kind_icon(*sort), icon, ink)
            painter.setPen(ink)
            room = self.rect().adjusted(left + size + 4, 0, 0, 0)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, number
            )
            left += width + GAP
        painter.end()
