"""The tasks of one day beside the calendar, each in full enough to be known again."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import (
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.following.month import badge_look
from tttt_desktop.ui.following.rows import OVERDUE, Row
from tttt_desktop.ui.following.spoken_list import SpokenList
from tttt_desktop.ui.parts.stack_view import StackView
from tttt_desktop.ui.parts.text_lines import baseline, elided_lines

_PAD, _EDGE, _LINES = 6, 8, 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DueList(StackView):
    """Enter or a click goes to the task in the table, Ctrl+Enter to its sentence, Esc back to the calendar."""

    chosen = Signal(object)
    reading_requested = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        self._tasks = SpokenList[Row](parent, attrgetter("spoken"))
        self._look = Look()
        super().__init__(parent)
        self.setProperty("role", "list")
        self.setAccessibleName(self.tr("Nhiệm vụ đến hạn trong ngày"))
        self.setToolTip(self.tr("Bấm hoặc Enter để xem nhiệm vụ, Ctrl+Enter để mở bài."))
        self.setModel(self._tasks)
        theme.notifier().themed.connect(self.viewport().update)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show the tasks of a day."""
        self._tasks.show(rows)
        self.doItemsLayout()
        self.viewport().update()

    def set_look(self, look: Look) -> None:
        """Fonts for a zoom."""
        self._look = look
        self.doItemsLayout()

    @Slot()
    def begin(self) -> None:
        """Take the keyboard at the first task, where there is one."""
        if self._tasks.rows:
            self.setCurrentIndex(self._tasks.index(0))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def current(self) -> Row | None:
        """The task the keyboard is at."""
        return self._tasks.row(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current
        if event.key() in _ENTER and row is not None:
            reads = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.reading_requested if reads else self.chosen).emit(row)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self._tasks.row(self.indexAt(event.position().toPoint()).row())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(row)

    def row_heights(self, width: int) -> list[int]:
        return [
            2 * _PAD + (len(self._words(row, width)) + 1) * self._look.line
            for row in self._tasks.rows
        ]

    def _words(self, row: Row, width: int) -> tuple[str, ...]:
        room = width - 2 * _EDGE - self._look.icon - 6
        return elided_lines(row.text, self._look.text, room, _LINES)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for at in self.rows_in(event.rect().top(), event.rect().bottom()):
            rect = self.visualRect(self._tasks.index(at))
            here = at == self.currentIndex().row() and self.hasFocus()
            self._paint(painter, rect, self._tasks.rows[at], here=here)
        painter.end()

    def _paint(self, painter: QPainter, rect: QRect, row: Row, *, here: bool) -> None:
        colours, look = theme.tokens(), self._look
        if here:
            painter.fillRect(rect, colours.list_selection)
        icon, ink, _ = badge_look(row)
        top, left = rect.top() + _PAD, rect.left() + _EDGE
        square = QRectF(left, top + (look.line - look.icon) / 2, look.icon, look.icon)
        theme.draw_icon(painter, icon, square, ink)
        left += look.icon + 6
        painter.setFont(look.text)
        painter.setPen(colours.text)
        words = self._words(row, rect.width())
        for at, line in enumerate(words):
            painter.drawText(QPointF(left, top + at * look.line + baseline(look.text)), line)
        painter.setFont(look.small)
        painter.setPen(ink if row.overdue else colours.text2)
        state = self.tr(OVERDUE) if row.overdue else row.status
        said = " · ".join(filter(None, (state, row.task.lead or row.task.assigner)))
        room = QRect(left, top + len(words) * look.line, rect.right() - _EDGE - left, look.line)
        shown = QFontMetrics(look.small).elidedText(said, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.border)
