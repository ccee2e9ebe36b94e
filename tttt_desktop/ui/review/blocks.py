"""The paragraphs of an imported page painted: those of the body, and those set aside with their reason."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from tttt_desktop.domain.records import Block, Span
from tttt_desktop.ui import theme
from tttt_desktop.ui.parts.stack_view import StackView
from tttt_desktop.ui.parts.text_lines import baseline, line_height
from tttt_desktop.ui.review.block_model import BlockModel
from tttt_desktop.ui.review.lines import SLICE, Lines

Index = QModelIndex | QPersistentModelIndex
_MARGIN, _RIGHT, _GAP = 10, 14, 8
_LEADING = 3  # between the lines of a paragraph


class BlockView(StackView):
    """Paints the blocks. `toggle_requested` names the one that was clicked or had the key."""

    toggle_requested = Signal(int)

    def __init__(self, model: BlockModel, parent: QWidget) -> None:
        self._blocks = model
        self._lines: list[Lines] = []
        self._marked: tuple[int, Span] | None = None
        self._hovered = -1
        super().__init__(parent)
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._advance)
        self.setProperty("role", "list")
        self.setModel(model)
        self.clicked.connect(self._clicked)
        self.entered.connect(self._entered)
        self.setAccessibleName(self.tr("Nội dung bài"))

    def set_zoom(self, percent: int) -> None:
        """Size of the text in per cent."""
        self.setFont(theme.ui_font(13, zoom=percent))
        self._break_lines()

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show the paragraphs of an article; another one from the beginning of its body."""
        same = self.currentIndex().row()
        if not self._blocks.show(blocks):
            self.doItemsLayout()
            return
        self._marked = None
        self._break_lines()
        first = self._blocks.first_kept()
        if first >= 0:
            self.setCurrentIndex(self._blocks.index(first))
            above = self._tops[max(0, first - 1)]  # a glimpse of what was set aside before it
            self.verticalScrollBar().setValue(above)
        elif same >= 0:
            self.verticalScrollBar().setValue(0)

    @property
    def marked(self) -> tuple[int, Span] | None:
        """The highlighted words: the block's row and the characters in it."""
        return self._marked

    def laid_out(self) -> bool:
        """Whether the height of everything is known."""
        return all(lines.done for lines in self._lines)

    def mark(self, block: int, span: Span | None) -> None:
        """Highlight words of a paragraph (None: all of it) and show them."""
        if not 0 <= block < len(self._lines):
            self.unmark()
            return
        lines = self._lines[block]
        lines.finish()
        self._marked = block, span or Span(0, len(lines.text))
        self.doItemsLayout()
        top = self._tops[block] + self._head(block)
        top += lines.line_of(self._marked[1].start) * self._line()
        bar, page = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() <= top <= bar.value() + page - 2 * self._line():
            bar.setValue(top - page // 3)
        self.viewport().update()

    def unmark(self) -> None:
        """Highlight nothing any more."""
        self._marked = None
        self.viewport().update()

    # -- lines ----------------------------------------------------------------------------------

    def _break_lines(self) -> None:
        width = self.viewport().width() - self._left() - _RIGHT
        self._lines = [Lines(block.text, self.font(), width) for block in self._blocks.blocks]
        self._advance()

    @Slot()
    def _advance(self) -> None:
        until = monotonic() + SLICE
        for lines in self._lines:
            lines.advance(until)
        if self._lines and not self._lines[-1].done:
            self._rest.start()
        self.doItemsLayout()
        self.viewport().update()

    def _line(self) -> int:
        return line_height(self.font()) + _LEADING

    def _icon(self) -> int:
        """Side of the icons, as large as a letter is high with its accents."""
        return round(self.font().pixelSize() * 16 / 13)

    def _left(self) -> int:
        """Where text begins."""
        return 2 * _MARGIN + self._icon()

    def _small(self) -> QFont:
        return theme.ui_font(self.font().pixelSize() * 12 / 13, 600)

    def _reason(self, row: int) -> str:
        """The reason to be written above a block: once for several in a row."""
        blocks = self._blocks.blocks
        known = blocks[row - 1].reason if row else ""
        return blocks[row].reason if blocks[row].reason != known else ""

    def _head(self, row: int) -> int:
        """Height of what stands above the text of a block."""
        return _GAP // 2 + (line_height(self._small()) if self._reason(row) else 0)

    def row_heights(self, width: int) -> list[int]:
        step = self._line()
        return [
            self._head(row) + lines.count() * step + _GAP // 2
            for row, lines in enumerate(self._lines)
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._break_lines()
        super().resizeEvent(event)

    # -- what the person does -------------------------------------------------------------------

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self.toggle_requested.emit(index.row())

    @Slot(QModelIndex)
    def _entered(self, index: QModelIndex) -> None:
        self._hovered = index.row()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and row >= 0:
            self.toggle_requested.emit(row)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._blocks.rowCount():
            self.setCurrentIndex(self._blocks.index(max(0, self._blocks.first_kept())))

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        hovered = self._hovered if self.viewport().underMouse() else -1
        for row in self.rows_in(event.rect().top(), event.rect().bottom()):
            rect = self.visualRect(self._blocks.index(row))
            current = row == self.currentIndex().row() and self.hasFocus()
            if current or row == hovered:
                self._paint_ground(painter, rect, current)
            self._paint_block(painter, row, rect, event.rect())
        painter.end()

    def _paint_ground(self, painter: QPainter, rect: QRect, current: bool) -> None:
        colours = theme.tokens()
        painter.fillRect(rect, colours.list_selection if current else colours.raised)
        if current:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), colours.accent)

    def _paint_block(self, painter: QPainter, row: int, rect: QRect, dirty: QRect) -> None:
        colours, block = theme.tokens(), self._blocks.blocks[row]
        icon, ink = ("minus", colours.text3) if block.reason else ("achievement", colours.text2)
        top = rect.top() + self._head(row)
        side = self._icon()
        theme.draw_icon(painter, icon, QRectF(_MARGIN, top + 2, side, side), ink)
        if reason := self._reason(row):
            painter.setFont(self._small())
            painter.setPen(colours.text3)
            said = self.tr("Để riêng: {reason}").format(reason=reason)
            painter.drawText(self._left(), rect.top() + _GAP // 2 + baseline(self._small()), said)
        painter.setFont(self.font())
        self._paint_lines(painter, row, top, dirty, bool(block.reason))

    def _paint_lines(
        self, painter: QPainter, row: int, top: int, dirty: QRect, aside: bool
    ) -> None:
        """Only the lines that are to be seen: a paragraph may be longer than the screen by far."""
        lines, step, colours = self._lines[row], self._line(), theme.tokens()
        first = max(0, (dirty.top() - top) // step)
        last = min(len(lines.starts), (dirty.bottom() - top) // step + 1)
        for number in range(first, last):
            start, stop = lines.line(number)
            at = QPoint(self._left(), top + number * step)
            if self._marked is not None and self._marked[0] == row:
                self._paint_mark(painter, lines.text, Span(start, stop), at)
            painter.setPen(colours.text3 if aside else colours.text)
            painter.drawText(at + QPoint(0, baseline(self.font())), lines.text[start:stop])

    def _paint_mark(self, painter: QPainter, text: str, line: Span, at: QPoint) -> None:
        """The highlighted words of a line: a soft ground and a line below, so that colour is not alone."""
        assert self._marked is not None
        span = self._marked[1]
        start, stop = max(line.start, span.start), min(line.stop, span.stop)
        if start >= stop:
            return
        metrics, colours = QFontMetricsF(self.font()), theme.tokens()
        left = metrics.horizontalAdvance(text[line.start : start])
        width = metrics.horizontalAdvance(text[line.start : stop].rstrip()) - left
        box = QRectF(at.x() + left, at.y(), width, line_height(self.font()))
        painter.fillRect(box, colours.text_selection)
        painter.setPen(QPen(colours.accent, 2))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
