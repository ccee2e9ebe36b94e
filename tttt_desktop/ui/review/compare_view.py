"""Two texts side by side, paragraph by paragraph: what only one of them has is underlined or struck through."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from tttt_desktop.domain.differences import Pair
from tttt_desktop.domain.records import Span
from tttt_desktop.ui import theme
from tttt_desktop.ui.parts.stack_view import StackView
from tttt_desktop.ui.parts.text_lines import baseline, line_height
from tttt_desktop.ui.review.lines import SLICE, Lines

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SIDE, _MIDDLE, _GAP, _LEADING = 12, 44, 8, 3


def sign(pair: Pair) -> str:
    """What stands between two paragraphs."""
    if pair.same:
        return ""
    return "+" if not pair.old else "−" if not pair.new else "≠"


class PairModel(QAbstractListModel):
    """The paragraphs of both texts."""

    def __init__(self, pairs: Sequence[Pair], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(pairs)
        self.pairs: Sequence[Pair] = self._all

    def show_differences_only(self, only: bool) -> None:
        """Leave out the paragraphs that are the same, or show them again."""
        self.beginResetModel()
        self.pairs = [pair for pair in self._all if not pair.same] if only else self._all
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.pairs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        pair = self.pairs[index.row()]
        if pair.same:
            return self.tr("Giống nhau: {text}").format(text=pair.old)
        if not pair.old:
            return self.tr("Chỉ bài mới có: {text}").format(text=pair.new)
        if not pair.new:
            return self.tr("Chỉ bài đã có mới có: {text}").format(text=pair.old)
        said = self.tr("Khác nhau. Bài đã có: {old} Bài mới: {new}")
        return said.format(old=pair.old, new=pair.new)


class PairView(StackView):
    """Paints the pairs. Arrow keys go from paragraph to paragraph, `step` from difference to difference."""

    def __init__(self, model: PairModel, parent: QWidget) -> None:
        self._pairs = model
        self._lines: list[tuple[Lines, Lines]] = []
        super().__init__(parent)
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._advance)
        self.setProperty("role", "list")
        self.setAccessibleName(self.tr("Hai bài đặt cạnh nhau"))
        self.setModel(model)
        model.modelReset.connect(self._break_lines)

    def set_zoom(self, percent: int) -> None:
        """Size of the text in per cent."""
        self.setFont(theme.ui_font(13, zoom=percent))
        self._break_lines()

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) difference, round the end."""
        pairs = self._pairs.pairs
        here = self.currentIndex().row()
        start = here if here >= 0 else (-1 if by > 0 else 0)
        for distance in range(1, len(pairs) + 1):
            row = (start + by * distance) % len(pairs)
            if not pairs[row].same:
                self.setCurrentIndex(self._pairs.index(row))
                return

    # -- lines ----------------------------------------------------------------------------------

    def _column(self) -> int:
        """Width of one text."""
        return max(60, (self.viewport().width() - 2 * _SIDE - _MIDDLE) // 2)

    @Slot()
    def _break_lines(self) -> None:
        width, font = self._column(), self.font()
        self._lines = [
            (Lines(pair.old, font, width), Lines(pair.new, font, width))
            for pair in self._pairs.pairs
        ]
        self._advance()

    @Slot()
    def _advance(self) -> None:
        until = monotonic() + SLICE
        both = [lines for pair in self._lines for lines in pair]
        for lines in both:
            lines.advance(until)
        if any(not lines.done for lines in both):
            self._rest.start()
        self.doItemsLayout()
        self.viewport().update()

    def _line(self) -> int:
        return line_height(self.font()) + _LEADING

    def head_height(self, row: int) -> int:
        """What a subclass needs above the texts of a row."""
        return 0

    def paint_head(self, painter: QPainter, rect: QRect, row: int) -> None:
        """Paint it."""

    def row_heights(self, width: int) -> list[int]:
        step = self._line()
        return [
            max(old.count(), new.count()) * step + 2 * _GAP + self.head_height(row)
            for row, (old, new) in enumerate(self._lines)
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._break_lines()
        super().resizeEvent(event)

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self.viewport()), theme.tokens()
        right = _SIDE + self._column() + _MIDDLE
        for row in self.rows_in(event.rect().top(), event.rect().bottom()):
            rect, pair = self.visualRect(self._pairs.index(row)), self._pairs.pairs[row]
            if row == self.currentIndex().row():
                painter.fillRect(rect, colours.list_selection)
            head = self.head_height(row)
            if head:
                self.paint_head(painter, QRect(rect.left(), rect.top(), rect.width(), head), row)
            self._paint_sign(painter, rect.adjusted(0, head, 0, 0), pair)
            top = rect.top() + head + _GAP
            old, new = self._lines[row]
            at = QPoint(_SIDE, top)
            self._paint_text(painter, old, pair, pair.old_words, at, event.rect(), struck=True)
            at = QPoint(right, top)
            self._paint_text(painter, new, pair, pair.new_words, at, event.rect(), struck=False)
            painter.fillRect(QRect(0, rect.bottom(), rect.width(), 1), colours.border)
        painter.end()

    def _paint_sign(self, painter: QPainter, rect: QRect, pair: Pair) -> None:
        font = theme.ui_font(self.font().pixelSize() + 2, 600)
        painter.setFont(font)
        painter.setPen(theme.tokens().warn)
        room = QRect(_SIDE + self._column(), rect.top() + _GAP, _MIDDLE, line_height(font))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, sign(pair))

    def _paint_text(
        self,
        painter: QPainter,
        lines: Lines,
        pair: Pair,
        words: tuple[Span, ...],
        at: QPoint,
        dirty: QRect,
        *,
        struck: bool,
    ) -> None:
        """Only the lines that are to be seen."""
        step, colours = self._line(), theme.tokens()
        painter.setFont(self.font())
        first = max(0, (dirty.top() - at.y()) // step)
        last = min(len(lines.starts), (dirty.bottom() - at.y()) // step + 1)
        for number in range(first, last):
            line = Span(*lines.line(number))
            place = at + QPoint(0, number * step)
            for span in words:
                if span.overlaps(line):
                    self._paint_words(painter, lines.text, line, span, place, struck)
            painter.setPen(colours.text3 if pair.same else colours.text)
            text = lines.text[line.start : line.stop]
            painter.drawText(place + QPoint(0, baseline(self.font())), text)

    def _paint_words(
        self, painter: QPainter, text: str, line: Span, span: Span, at: QPoint, struck: bool
    ) -> None:
        metrics, colours = QFontMetricsF(self.font()), theme.tokens()
        start, stop = max(line.start, span.start), min(line.stop, span.stop)
        left = metrics.horizontalAdvance(text[line.start : start])
        width = metrics.horizontalAdvance(text[line.start : stop].rstrip()) - left
        box = QRectF(at.x() + left, at.y(), width, line_height(self.font()))
        painter.fillRect(box, colours.warn_fill)
        painter.setPen(QPen(colours.warn, 2 if not struck else 1))
        height = box.center().y() + 2 if struck else box.bottom()
        painter.drawLine(QPointF(box.left(), height), QPointF(box.right(), height))
