"""The article as read-only text: how it is laid out, scrolled and found again by place."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMargins, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QResizeEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from tttt_desktop.domain.records import Span
from tttt_desktop.ui import theme
from tttt_desktop.ui.editor import gutter
from tttt_desktop.ui.editor.positions import Positions, shown
from tttt_desktop.ui.editor.rows import Known, Row, line_of, pieces, rows_between
from tttt_desktop.ui.editor.script import Script

TEXT_PX, LINE_PX, GAP_PX = 15, 25, 12
QUIET_PX, QUIET_LINE_PX, QUIET_GAP_PX = 12, 20, 0
COLUMN = 680
_NOTCH = 120  # of a wheel, as Qt counts
_CONTEXT_LINES, _CONTEXT_SHARE = (
    2,
    6,
)  # seen above and below the cursor; at most a sixth of the view
RIGHT, TOP = 14, 8


class Sheet(QTextEdit):
    """Shows a script in one column beside the gutter. Spans and offsets are code points of the script."""

    column_moved = Signal(int)  # its left edge, from the left edge of the view
    zoom_asked = Signal(bool)  # larger?

    def __init__(self) -> None:
        super().__init__()
        self.script = Script("")
        self._positions = Positions("")
        self._known = Known()
        self._quiet: frozenset[int] = frozenset()
        self._kept: Span | None = None  # stays on the screen when the lines are broken anew
        self._zoom = 100
        self._turned = 0  # how far the wheel has been turned with Ctrl, in eighths of a degree
        self._build()

    def _build(self) -> None:
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        self.setProperty("role", "paper")
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.document().setDocumentMargin(0)
        self.setAccessibleName(self.tr("Nội dung bài viết"))

    # -- the text -------------------------------------------------------------------------------

    def show_script(self, script: Script, quiet: frozenset[int]) -> None:
        """Show a text from its beginning. `quiet`: numbers of the paragraphs that are no news (title, date, byline)."""
        self.script, self._positions = script, Positions(script.text)
        self._known = Known(script.text)
        self._quiet, self._kept = quiet, None
        self._fill()

    def _fill(self) -> None:
        document = self.document()
        document.clear()
        document.setDefaultFont(theme.ui_font(TEXT_PX, zoom=self._zoom))
        frame = QTextFrameFormat()
        frame.setLeftMargin(gutter.WIDTH)
        frame.setRightMargin(RIGHT)
        frame.setTopMargin(TOP)
        frame.setBottomMargin(self._scaled(LINE_PX) + self._foot_height())
        document.rootFrame().setFrameFormat(frame)
        cursor = QTextCursor(document)
        cursor.setBlockFormat(self._paragraph(LINE_PX, GAP_PX))
        cursor.insertText(shown(self.script.text))
        self.moveCursor(QTextCursor.MoveOperation.Start)  # Qt scrolls to it when it shows the view
        self._mute()
        self._lines_changed()

    def _mute(self) -> None:
        """Write the quiet paragraphs small and grey, those that follow each other close together."""
        muted = QTextCharFormat()
        muted.setFont(theme.ui_font(QUIET_PX, zoom=self._zoom))
        muted.setForeground(theme.tokens().text3)
        for number in self._quiet:
            cursor = QTextCursor(self.document().findBlockByNumber(number))
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.setCharFormat(muted)
            gap = QUIET_GAP_PX if number + 1 in self._quiet else GAP_PX
            cursor.mergeBlockFormat(self._paragraph(QUIET_LINE_PX, gap))

    def _paragraph(self, line: int, gap: int) -> QTextBlockFormat:
        """Lines of a fixed height (pixels at 100 %) and a gap below."""
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        block = QTextBlockFormat()
        block.setLineHeight(self._scaled(line), fixed.value)
        block.setBottomMargin(self._scaled(gap))
        return block

    def _scaled(self, px: int) -> int:
        return round(px * self._zoom / 100)

    def _lines_changed(self) -> None:
        """The lines were broken anew."""
        self._known.clear()

    def _foot_height(self) -> int:
        """Pixels to keep free below the text for what stands at its end."""
        return 0

    def _make_room(self) -> None:
        """Keep as much free below the text as is wanted now."""

    def set_zoom(self, percent: int) -> None:
        """Size of the text, in per cent; what stood at the top stays there."""
        kept = self._steady()
        self._zoom = percent
        self._fit_column()
        self._fill()
        kept()

    def take_colours(self) -> None:
        """Show everything in the colours of the theme."""
        self._mute()
        self.viewport().update()

    # -- scrolling ------------------------------------------------------------------------------

    def reveal(self, span: Span) -> None:
        """Scroll so that a passage stands in the upper third, only when it is not on the screen with what is around it."""
        if not self.isVisible() or self._on_screen(span):
            return
        top, bottom = self._extent(span)
        height = self.viewport().height()
        self._scroll_to(span, above=height // 3 if bottom - top < height // 2 else self._edge)

    @property
    def _edge(self) -> int:
        """Pixels of context above and below a passage that was gone to."""
        return min(
            _CONTEXT_LINES * self._scaled(LINE_PX), self.viewport().height() // _CONTEXT_SHARE
        )

    def _on_screen(self, span: Span) -> bool:
        """Whether a passage can be read without scrolling; of one higher than the view, its beginning."""
        top, bottom = self._extent(span)
        scrolled = self.verticalScrollBar().value()
        upper = scrolled + self._edge if scrolled else 0
        at_end = scrolled == self.verticalScrollBar().maximum()
        lower = scrolled + self.viewport().height() - (0 if at_end else self._edge)
        return upper <= top and (bottom if bottom - top < lower - upper else top) <= lower

    def height_on_screen(self, span: Span) -> float:
        """Pixels from the upper edge of the view down to a passage."""
        return self._extent(span)[0] - self.verticalScrollBar().value()

    def put_on_screen(self, span: Span, height: float) -> None:
        """Scroll so that a passage stands `height` pixels below the upper edge."""
        self._scroll_to(span, above=round(height))

    def _scroll_to(self, span: Span, above: int) -> None:
        self.verticalScrollBar().setValue(round(self._extent(span)[0]) - above)

    def _extent(self, span: Span) -> tuple[float, float]:
        """Top and bottom of a passage in the document."""
        return self._line_edges(span.start)[0], self._line_edges(max(span.start, span.stop - 1))[1]

    def _line_edges(self, offset: int) -> tuple[float, float]:
        position = self._positions.to_qt(offset)
        block = self.document().findBlock(position)
        if not block.isValid():
            return 0, 0  # the text is just being put in
        top = self.document().documentLayout().blockBoundingRect(block).top()
        line = line_of(block, position - block.position())
        return (top + line.y(), top + line.y() + line.height()) if line.isValid() else (top, top)

    def rect_of(self, span: Span) -> QRectF:
        """The first row of a passage in the viewport; empty when it is not on the screen."""
        places = pieces(self._rows(), span, self._positions)
        return places[0][1] if places else QRectF()

    def resizeEvent(self, event: QResizeEvent) -> None:
        kept = self._steady()
        self._fit_column()
        super().resizeEvent(event)
        self._lines_changed()
        self._make_room()
        kept()

    def _steady(self) -> Callable[[], None]:
        """What scrolls back, after the lines have been broken anew, to where the reader was."""
        kept, top = self._kept, self._rows()[:1]
        if kept is not None and self._on_screen(kept):
            return partial(self.reveal, kept)
        if top and self.verticalScrollBar().value():
            return partial(self._scroll_to, Span(top[0].start, top[0].start), above=0)
        return lambda: None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._kept is not None:
            self.reveal(self._kept)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turn(event.angleDelta().y())  # Qt would make the letters larger, not the lines
        else:
            self._turned = 0
            super().wheelEvent(event)

    def _turn(self, delta: int) -> None:
        """Ask for another size at each notch of the wheel."""
        self._turned += delta
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        for _ in range(abs(notches)):
            self.zoom_asked.emit(notches > 0)

    def _fit_column(self) -> None:
        """Keep the column narrow and in the middle of a wide view."""
        widest = gutter.WIDTH + self._scaled(COLUMN) + RIGHT
        bar = self.verticalScrollBar()
        left = max(0, (self.width() - widest) // 2)
        beside = left + (bar.width() if bar.isVisible() else 0)
        right = max(0, self.width() - beside - widest) if left else 0
        margins = QMargins(left, 0, right, 0)
        if self.viewportMargins() != margins:
            self.setViewportMargins(margins)
        self.column_moved.emit(left + gutter.WIDTH)

    # -- places ---------------------------------------------------------------------------------

    def _rows(self, top: int = 0, bottom: int | None = None) -> list[Row]:
        """The rows on the screen, or those that touch a band of it."""
        last = self.viewport().height() if bottom is None else bottom
        scrolled = self.verticalScrollBar().value()
        return rows_between(self.document(), self._positions, self._known, scrolled, top, last)

    def offset_at(self, point: QPointF, *, between: bool = False) -> int | None:
        """The code point under a point of the viewport, or the gap nearest to it; None where there is no text."""
        rows = self._rows()
        if not rows:
            return None
        row = next((row for row in rows if point.y() < row.bottom + 3), rows[-1])
        return row.offset(point.x(), self._positions, between=between)
