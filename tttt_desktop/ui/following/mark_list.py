"""The marks that a person may choose among, each with its kind and where it was said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tttt_desktop.domain.following import Evidence
from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.look import Look
from tttt_desktop.ui.following.rows import said_where
from tttt_desktop.ui.following.spoken_list import SpokenList
from tttt_desktop.ui.parts.stack_view import StackView
from tttt_desktop.ui.parts.text_lines import baseline, elided_lines

_PAD, _EDGE, _LINES = 5, 8, 2


def _spoken(one: Evidence) -> str:
    return f"{theme.KIND_LABEL[one.kind]}: {one.text}. {said_where(one)}"


class MarkList(StackView):
    """The marks that fit; Enter or a double click chooses one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        self._marks = SpokenList[Evidence](parent, _spoken)
        self._look = Look()
        super().__init__(parent)
        self.setProperty("role", "list")
        self.setAccessibleName(self.tr("Các đánh dấu có thể gắn"))
        self.setModel(self._marks)

    def show_marks(self, marks: Sequence[Evidence]) -> None:
        """Show marks, the first of them chosen."""
        self._marks.show(marks)
        self.doItemsLayout()
        if marks:
            self.setCurrentIndex(self._marks.index(0))
        self.viewport().update()

    @property
    def current(self) -> Evidence | None:
        """The mark the keyboard is at."""
        return self._marks.row(self.currentIndex().row())

    def row_heights(self, width: int) -> list[int]:
        line = self._look.line
        return [2 * _PAD + (len(self._words(one, width)) + 1) * line for one in self._marks.rows]

    def _words(self, one: Evidence, width: int) -> tuple[str, ...]:
        room = width - 2 * _EDGE - self._look.icon - 6
        return elided_lines(one.text, self._look.text, room, _LINES)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.chosen.emit(self.current)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: object) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for at in self.rows_in(event.rect().top(), event.rect().bottom()):
            rect = self.visualRect(self._marks.index(at))
            here = at == self.currentIndex().row()
            self._paint(painter, rect, self._marks.rows[at], here=here)
        painter.end()

    def _paint(self, painter: QPainter, rect: QRect, one: Evidence, *, here: bool) -> None:
        colours, look = theme.tokens(), self._look
        if here:
            painter.fillRect(rect, colours.list_selection)
        top, left = rect.top() + _PAD, rect.left() + _EDGE
        square = QRectF(left, top + (look.line - look.icon) / 2, look.icon, look.icon)
        theme.draw_icon(painter, theme.kind_icon(one.kind), square, theme.kind_ink(one.kind))
        left += look.icon + 6
        painter.setFont(look.text)
        painter.setPen(colours.text)
        words = self._words(one, rect.width())
        for at, line in enumerate(words):
            painter.drawText(QPointF(left, top + at * look.line + baseline(look.text)), line)
        room = QRect(left, top + len(words) * look.line, rect.right() - _EDGE - left, look.line)
        painter.setFont(look.small)
        painter.setPen(colours.text3)
        said = QFontMetrics(look.small).elidedText(
            said_where(one), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, said)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.border)
