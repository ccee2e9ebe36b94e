"""The article as read-only text: how it is laid out, scrolled and found again by place."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QResizeEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from tttt_desktop.domain.records import Span
from tttt_desktop.ui import theme
from tttt_desktop.ui.editor import gutter
from tttt_desktop.ui.editor.asides import AsideList
from tttt_desktop.ui.editor.positions import Positions, shown
from tttt_desktop.ui.editor.rows import Row, pieces, rows_between
from tttt_desktop.ui.editor.script import Script

TEXT_PX, LINE_PX, GAP_PX = 15, 25, 12
QUIET_PX, QUIET_LINE_PX, QUIET_GAP_PX = 12, 20, 0
COLUMN = 680
_RIGHT, _TOP = 14, 8


class Sheet(QTextEdit):
    """Shows a script in one column beside the gutter. Spans and offsets are code points of the script."""

    column_moved = Signal(int)  # its left edge, from the left edge of the view

    def __init__(self) -> None:
        super().__init__()
        self.script = Script("")
        self._positions = Positions("")
        self._quiet: frozenset[int] = frozenset()
        self._kept: Span | None = None  # stays on the screen when the lines are broken anew
        self._foot: AsideList | None = None
        self._zoom = 100
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
        self._quiet, self._kept = quiet, None
        self._fill()

    def _fill(self) -> None:
        document = self.document()
        document.clear()
        document.setDefaultFont(theme.ui_font(TEXT_PX, zoom=self._zoom))
        frame = QTextFrameFormat()
        frame.setLeftMargin(gutter.WIDTH)
        frame.setRightMargin(_RIGHT)
        frame.setTopMargin(_TOP)
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
        """Scroll, only when it is not on the screen, so that a passage stands in the upper third."""
        if not self.isVisible() or self._on_screen(span):
            return
        top, bottom = self._extent(span)
        height = self.viewport().height()
        self._scroll_to(span, above=height // 3 if bottom - top < height // 2 else self._edge)

    @property
    def _edge(self) -> int:
        return self._scaled(LINE_PX) // 2

    def _on_screen(self, span: Span) -> bool:
        """Whether a passage can be read without scrolling; of one higher than the view, its beginning."""
        top, bottom = self._extent(span)
        scrolled = self.verticalScrollBar().value()
        upper = scrolled + self._edge if scrolled else 0
        lower = scrolled + self.viewport().height() - self._edge
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
        line = block.layout().lineForTextPosition(position - block.position())
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
            event.ignore()  # Qt would make the letters larger and leave the lines as they are
        else:
            super().wheelEvent(event)

    def set_foot(self, foot: AsideList) -> None:
        """Let a child of the viewport stand at the end of the text and scroll with it."""
        self._foot = foot
        foot.installEventFilter(self)
        self.document().documentLayout().documentSizeChanged.connect(self._place_foot)
        self.verticalScrollBar().rangeChanged.connect(self._place_foot)
        foot.focused.connect(self._show_in_foot)
        foot.unfolded.connect(self._show_foot)

    @Slot()
    def _show_foot(self) -> None:
        """Scroll so that as much as fits of the foot is seen, from its first line."""
        self._make_room()
        assert self._foot is not None
        place, room = self._foot.geometry(), self.viewport().height()
        beyond = min(place.top(), place.bottom() + _TOP - room)
        if beyond > 0:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + beyond)

    @Slot(QWidget)
    def _show_in_foot(self, part: QWidget) -> None:
        """Scroll to a button of the foot that the keyboard came to."""
        top = part.mapTo(self.viewport(), QPoint()).y()
        beyond = max(0, top + 2 * part.height() - self.viewport().height()) + min(0, top)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + beyond)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._foot and event.type() in (
            QEvent.Type.LayoutRequest,
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
        ):
            self._make_room()
        return super().eventFilter(watched, event)

    def _foot_height(self) -> int:
        """Pixels the foot takes at the width of the column."""
        if self._foot is None or self._foot.isHidden():
            return 0
        return self._foot.height_at(self.viewport().width() - gutter.WIDTH - _RIGHT)

    def _make_room(self) -> None:
        frame = self.document().rootFrame().frameFormat()
        bottom = self._scaled(LINE_PX) + self._foot_height()
        if frame.bottomMargin() != bottom:
            frame.setBottomMargin(bottom)
            self.document().rootFrame().setFrameFormat(frame)
        self._place_foot()

    @Slot()
    def _place_foot(self) -> None:
        if self._foot is None or self._foot.isHidden():
            return
        height = self._foot_height()
        bottom = round(self.document().size().height()) - self.verticalScrollBar().value()
        width = self.viewport().width() - gutter.WIDTH - _RIGHT
        self._foot.setGeometry(gutter.WIDTH, bottom - height - 8, width, height)

    def _fit_column(self) -> None:
        """Keep the column narrow and in the middle of a wide view."""
        widest = gutter.WIDTH + self._scaled(COLUMN) + _RIGHT
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
        return rows_between(self.document(), self._positions, scrolled, top, last)

    def offset_at(self, point: QPointF, *, between: bool = False) -> int | None:
        """The code point under a point of the viewport, or the gap nearest to it; None where there is no text."""
        rows = self._rows()
        if not rows:
            return None
        row = next((row for row in rows if point.y() < row.bottom + 3), rows[-1])
        return row.offset(point.x(), self._positions, between=between)
