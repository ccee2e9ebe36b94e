"""Lines that are taken hold of by the mouse: where they would be let go, and the list going on at its ends."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QCursor, QPainter
from PySide6.QtWidgets import QApplication

from tttt_desktop.ui import theme
from tttt_desktop.ui.consolidation.model import LineModel
from tttt_desktop.ui.consolidation.painting import grip_rect, text_left
from tttt_desktop.ui.consolidation.rows import Entry
from tttt_desktop.ui.parts.stack_view import StackView

_SCROLL_MS, _SCROLL_EDGE, _SCROLL_STEP = 40, 24, 20


class Dragging(QObject):
    """From the press on a line to its release. `row` is the row in front of which the chosen lines would go, or -1."""

    def __init__(self, view: StackView, lines: LineModel) -> None:
        super().__init__(view)
        self._view, self._lines = view, lines
        self._press: QPoint | None = None
        self.row = -1
        self._scroller = QTimer(self, interval=_SCROLL_MS)
        self._scroller.timeout.connect(self._scroll_along)

    @property
    def pressed(self) -> bool:
        """Whether the mouse holds a line, moved or not."""
        return self._press is not None

    def press(self, place: QPoint) -> None:
        """The mouse was pressed on a line."""
        self._press = place

    def move(self, place: QPoint) -> None:
        """The mouse went on; the drag begins when it has come far enough."""
        far = self._press is not None and (
            (place - self._press).manhattanLength() >= QApplication.startDragDistance()
        )
        if self.row >= 0 or far:
            self._drag_to(place)

    def _drag_to(self, place: QPoint) -> None:
        view, rows = self._view, self._lines.rows
        index = view.indexAt(place)
        row = index.row() if index.isValid() else len(rows) - 1
        rect = view.visualRect(self._lines.index(row))
        below = place.y() > rect.center().y() or not isinstance(rows.at(row), Entry)
        self.row = max(1, row + int(below))
        view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scroller.start()
        view.viewport().update()

    @Slot()
    def _scroll_along(self) -> None:
        """While lines are dragged near an end of the list it goes on."""
        port, bar = self._view.viewport(), self._view.verticalScrollBar()
        y = port.mapFromGlobal(QCursor.pos()).y()
        if y < _SCROLL_EDGE:
            bar.setValue(bar.value() - _SCROLL_STEP)
        elif y > port.height() - _SCROLL_EDGE:
            bar.setValue(bar.value() + _SCROLL_STEP)

    def end(self) -> int:
        """Let go; gives the row in front of which, -1 when nothing was dragged."""
        dropped, self.row, self._press = self.row, -1, None
        self._scroller.stop()
        self._view.viewport().unsetCursor()
        self._view.viewport().update()
        return dropped

    def show_grip(self, place: QPoint) -> None:
        """An open hand over what a line can be taken hold of by."""
        index = self._view.indexAt(place)
        entry = isinstance(self._lines.rows.at(index.row()), Entry)
        hand = entry and grip_rect(self._view.visualRect(index)).contains(place)
        shape = Qt.CursorShape.OpenHandCursor if hand else Qt.CursorShape.ArrowCursor
        self._view.viewport().setCursor(shape)

    def paint(self, painter: QPainter) -> None:
        """The line where the dragged lines would go."""
        if self.row >= 0:
            above = self._view.visualRect(self._lines.index(self.row - 1))
            left = above.left() + text_left()
            line = QRect(left, above.bottom() - 1, above.width() - left, 3)
            painter.fillRect(line, theme.tokens().accent)
