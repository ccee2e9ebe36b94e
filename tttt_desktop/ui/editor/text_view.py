"""The article itself: read-only text, what is painted on it, and the mouse and keys turned into wishes."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit

from tttt_desktop.domain.records import Kind, Span
from tttt_desktop.ui import theme
from tttt_desktop.ui.editor import gutter, overlay
from tttt_desktop.ui.editor.asides import AsideList
from tttt_desktop.ui.editor.keys import Act, act_of
from tttt_desktop.ui.editor.marks import Mark, MarkIndex, difference, find, flattened
from tttt_desktop.ui.editor.places import Place, clause_at
from tttt_desktop.ui.editor.positions import Positions, shown
from tttt_desktop.ui.editor.rows import Row, pieces, rows_between
from tttt_desktop.ui.editor.script import Script

TEXT_PX, LINE_PX, GAP_PX = 15, 25, 12
COLUMN = 680
_RIGHT, _TOP = 14, 8
_FAINT = 0.45  # of the fill that a waiting suggestion has while it is current
_GRIP = 9.0  # px round a handle that take hold of it


class TextView(QTextEdit):
    """Shows a script and its marks. It changes nothing by itself; offsets in signals are code points."""

    acted = Signal(object)  # Act
    clicked = Signal(int)
    sentence_clicked = Signal(int)
    selected = Signal(int, int)  # between two gaps, while the mouse is dragged
    end_dragged = Signal(bool, int)  # the start?, to the gap at
    drag_finished = Signal()
    column_moved = Signal(int)  # its left edge, from the left edge of the view

    def __init__(self) -> None:
        super().__init__()
        self.script = Script("")
        self._positions = Positions("")
        self._index = MarkIndex(())
        self._hits: Sequence[Span] = ()
        self._quiet: frozenset[int] = frozenset()
        self._bars: dict[int, list[gutter.Bar]] = {}
        self._place: Place | None = None
        self._hovered: Span | None = None
        self._pressed: tuple[QPoint, int] | None = None
        self._grip: bool | None = None  # the start handle is held, the end handle, none
        self._dragging = False
        self._keyboard_focus = False
        self._foot: AsideList | None = None
        self._zoom = 100
        self._build()

    def _build(self) -> None:
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        self.setProperty("role", "paper")
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.document().setDocumentMargin(0)
        self.setAccessibleName(self.tr("Nội dung bài viết"))

    # -- what is shown --------------------------------------------------------------------------

    def load(self, script: Script, marks: Sequence[Mark], quiet: frozenset[int]) -> None:
        """Show a text from its beginning. `quiet`: numbers of the paragraphs that are no news (title, date, byline)."""
        self.script, self._positions = script, Positions(script.text)
        self._index, self._quiet, self._hits = MarkIndex(marks), quiet, ()
        self._place = self._hovered = self._pressed = None
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
        block = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        block.setLineHeight(self._scaled(LINE_PX), fixed.value)
        block.setBottomMargin(self._scaled(GAP_PX))
        cursor = QTextCursor(document)
        cursor.setBlockFormat(block)
        cursor.insertText(shown(self.script.text))
        self.moveCursor(QTextCursor.MoveOperation.Start)  # Qt scrolls to it when it shows the view
        self._mute()
        self._bars.clear()

    def _mute(self) -> None:
        """Write the quiet paragraphs in the colour of meta lines."""
        muted = QTextCharFormat()
        muted.setForeground(theme.tokens().text3)
        for number in self._quiet:
            cursor = QTextCursor(self.document().findBlockByNumber(number))
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.setCharFormat(muted)

    def _scaled(self, px: int) -> int:
        return round(px * self._zoom / 100)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show other marks on the same text: only what differs is painted again."""
        changed = difference(self._index.marks, marks)
        self._index = MarkIndex(marks)
        for mark in changed:
            for number in self.script.paragraphs(mark.start, mark.stop):
                self._bars.pop(number, None)
                self._repaint(self.script.paragraph(number))
            if mark.cause:
                self._repaint(Span(*mark.cause))

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Show where the searched words stand."""
        self._hits = hits
        self.viewport().update()

    def set_place(self, place: Place | None) -> None:
        """Move the cursor. The view scrolls by itself only in `reveal`."""
        for there in filter(None, (self._place, place)):
            self._repaint(there.span)
        self._set_hovered(None)
        self._place = place

    def _repaint(self, span: Span) -> None:
        """Paint the lines of a passage again, with what stands a little above and below them."""
        top, bottom = self._extent(span)
        above = self.verticalScrollBar().value() + self._scaled(LINE_PX)
        height = round(bottom - top) + 2 * self._scaled(LINE_PX)
        self.viewport().update(0, round(top) - above, self.viewport().width(), height)

    def set_zoom(self, percent: int) -> None:
        """Size of the text, in per cent; what stood at the top stays there."""
        kept = self._steady()
        self._zoom = percent
        self._fit_column()
        self._fill()
        kept()

    def take_colours(self) -> None:
        """Paint everything in the colours of the theme."""
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
        self._bars.clear()
        self._make_room()
        kept()

    def _steady(self) -> Callable[[], None]:
        """What scrolls back, after the lines have been broken anew, to where the reader was."""
        place, top = self._place, self._rows()[:1]
        if place is not None and self._on_screen(place.span):
            return partial(self.reveal, place.span)
        if top and self.verticalScrollBar().value():
            return partial(self._scroll_to, Span(top[0].start, top[0].start), above=0)
        return lambda: None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._place is not None:
            self.reveal(self._place.span)

    def set_foot(self, foot: AsideList) -> None:
        """Let a child of the viewport stand at the end of the text and scroll with it."""
        self._foot = foot
        foot.installEventFilter(self)
        self.document().documentLayout().documentSizeChanged.connect(self._place_foot)
        self.verticalScrollBar().rangeChanged.connect(self._place_foot)

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

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        slack = self._scaled(LINE_PX)
        rows = self._rows(event.rect().top() - slack, event.rect().bottom() + slack)
        place = self._place
        current = find(self._index.marks, place.ref) if place else None
        near = self._index.near(rows[0].start, rows[-1].stop) if rows else []
        with self._painter() as painter:
            self._paint_ground(painter, rows, near, place, current)
        super().paintEvent(event)
        with self._painter() as painter:
            others = [mark for mark in near if current is None or mark.ref != current.ref]
            overlay.underline_suggestions(painter, rows, others, self._positions)
            overlay.ticks(painter, rows, near, self.script.text, self._positions)
            overlay.cause_bracket(painter, rows, self._index.causes, self._positions)
            self._paint_gutter(painter, rows)
            self._paint_place(painter, rows, place, current)
            self._paint_focus(painter)

    @contextmanager
    def _painter(self) -> Iterator[QPainter]:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        yield painter
        painter.end()

    def _paint_ground(
        self,
        painter: QPainter,
        rows: Sequence[Row],
        near: Sequence[Mark],
        place: Place | None,
        current: Mark | None,
    ) -> None:
        """What lies under the letters: decided marks, the suggestion that waits, hits of the search, a selection."""
        for stretch in flattened(near):
            self._fill_span(painter, rows, stretch.span, theme.kind_fill(stretch.mark.kind))
        if place and current is not None and not current.decided:
            faint = QColor(theme.kind_fill(current.kind))
            faint.setAlphaF(_FAINT)
            self._fill_span(painter, rows, place.span, faint)
        for hit in self._hits_on(rows):
            self._fill_span(painter, rows, hit, theme.tokens().warn_fill)
            overlay.underline(
                painter, pieces(rows, hit, self._positions), QPen(theme.tokens().warn, 1)
            )
        if place and current is None and place.chosen:
            self._fill_span(painter, rows, place.span, theme.tokens().text_selection)

    def _fill_span(
        self, painter: QPainter, rows: Sequence[Row], span: Span, colour: QColor
    ) -> None:
        for _, rect in pieces(rows, span, self._positions):
            painter.fillRect(rect, colour)

    def _hits_on(self, rows: Sequence[Row]) -> Sequence[Span]:
        if not rows:
            return ()
        first = bisect_left(self._hits, rows[0].start, key=attrgetter("stop"))
        last = bisect_left(self._hits, rows[-1].stop, key=attrgetter("start"))
        return self._hits[first:last]

    def _paint_focus(self, painter: QPainter) -> None:
        if self._keyboard_focus:
            painter.setPen(QPen(theme.tokens().accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))

    def _paint_place(
        self, painter: QPainter, rows: Sequence[Row], place: Place | None, current: Mark | None
    ) -> None:
        tokens = theme.tokens()
        if self._hovered is not None and (place is None or not place.span.overlaps(self._hovered)):
            spots = pieces(rows, self._hovered, self._positions)
            overlay.outline(painter, spots, QPen(tokens.border, 1.2))
        if place is None:
            return
        spots = pieces(rows, place.span, self._positions)
        if current is None and not place.chosen:
            ink = tokens.accent if self.hasFocus() else tokens.control_border
            overlay.outline(painter, spots, QPen(ink, 1.3))
            return
        ink = theme.kind_ink(current.kind) if current else tokens.accent
        proposed = current is not None and not current.decided
        width = overlay.CURRENT
        overlay.underline(
            painter, spots, gutter.dashes(ink, width) if proposed else QPen(ink, width)
        )
        overlay.handles(painter, rows, place.span, self._positions, ink)

    def _paint_gutter(self, painter: QPainter, rows: Sequence[Row]) -> None:
        for number, group in groupby(rows, key=attrgetter("paragraph")):
            seen = list(group)
            icons: dict[int, list[Kind]] = {}
            for bar in self._bars_of(number):
                if bar.first <= seen[-1].number and seen[0].number <= bar.last:
                    first, last = self._line_of(seen, bar.first), self._line_of(seen, bar.last)
                    gutter.paint_bar(painter, bar, first[0], last[1], seen[0].left)
                    if bar.opens_run:
                        icons.setdefault(bar.first, []).append(bar.mark.kind)
            for line, kinds in icons.items():
                middle = sum(self._line_of(seen, line)) / 2
                gutter.paint_icons(painter, list(dict.fromkeys(kinds)), middle, seen[0].left)

    def _line_of(self, seen: Sequence[Row], number: int) -> tuple[float, float]:
        """Top and bottom of a line of the same paragraph, also of one that is not on the screen."""
        if seen[0].number <= number <= seen[-1].number:
            row = seen[number - seen[0].number]
            return row.top, row.bottom
        line = self.document().findBlockByNumber(seen[0].paragraph).layout().lineAt(number)
        top = seen[0].origin.y() + line.y()
        return top, top + line.height()

    def _bars_of(self, number: int) -> list[gutter.Bar]:
        if number not in self._bars:
            block = self.document().findBlockByNumber(number)
            within = self.script.paragraph(number)
            spans = [
                (mark, *self._in_block(block, mark, within))
                for mark in self._index.near(within.start, within.stop)
            ]
            self._bars[number] = gutter.bars_of(block.layout(), spans)
        return self._bars[number]

    def _in_block(self, block: QTextBlock, mark: Mark, within: Span) -> tuple[int, int]:
        start = self._positions.to_qt(max(mark.start, within.start))
        last = self._positions.to_qt(min(mark.stop, within.stop) - 1)
        return start - block.position(), last - block.position()

    def _rows(self, top: int = 0, bottom: int | None = None) -> list[Row]:
        """The rows on the screen, or those that touch a band of it."""
        last = self.viewport().height() if bottom is None else bottom
        scrolled = self.verticalScrollBar().value()
        return rows_between(self.document(), self._positions, scrolled, top, last)

    # -- keys -----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            event.setAccepted(act_of(event) is not None)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = act_of(event)
        if act is None:
            event.ignore()
        elif act in (Act.PAGE_DOWN, Act.PAGE_UP):
            bar = self.verticalScrollBar()
            page = self.viewport().height() - self._scaled(LINE_PX)
            bar.setValue(bar.value() + (page if act is Act.PAGE_DOWN else -page))
        else:
            self.acted.emit(act)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keyboard_focus = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._keyboard_focus = False
        super().focusOutEvent(event)
        self.viewport().update()

    # -- mouse ----------------------------------------------------------------------------------

    def offset_at(self, point: QPointF, *, between: bool = False) -> int | None:
        """The code point under a point of the viewport, or the gap nearest to it; None where there is no text."""
        rows = self._rows()
        if not rows:
            return None
        row = next((row for row in rows if point.y() < row.bottom + 3), rows[-1])
        return row.offset(point.x(), self._positions, between=between)

    def _grip_at(self, point: QPointF) -> bool | None:
        """Whether the start handle (True) or the end handle (False) is under the mouse."""
        if self._place is None or not (self._place.ref or self._place.chosen):
            return None
        knobs = overlay.knobs(self._rows(), self._place.span, self._positions)
        for is_start, knob in zip((True, False), knobs, strict=True):
            if knob is not None and (knob - point).manhattanLength() <= _GRIP:
                return is_start
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        offset = self.offset_at(event.position(), between=True)
        if event.button() != Qt.MouseButton.LeftButton or offset is None:
            return
        self._grip = self._grip_at(event.position())
        self._pressed = event.position().toPoint(), offset
        self._dragging = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._hover(event.position())
            return
        far = (event.position().toPoint() - self._pressed[0]).manhattanLength()
        self._dragging = self._dragging or far >= QApplication.startDragDistance()
        offset = self.offset_at(event.position(), between=True)
        if not self._dragging or offset is None:
            return
        self._scroll_after(event.position().y())
        if self._grip is None:
            self.selected.emit(self._pressed[1], offset)
        else:
            self.end_dragged.emit(self._grip, offset)

    def _scroll_after(self, y: float) -> None:
        """Follow the mouse when it is dragged out of the view."""
        step = self._scaled(LINE_PX)
        bar = self.verticalScrollBar()
        if y < 0 or y > self.viewport().height():
            bar.setValue(bar.value() + (step if y > 0 else -step))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        if self._dragging:
            self.drag_finished.emit()
            return
        offset = self.offset_at(event.position())
        if self._grip is None and offset is not None:
            self.clicked.emit(offset)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        offset = self.offset_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and offset is not None:
            self.sentence_clicked.emit(offset)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hovered(None)
        super().leaveEvent(event)

    def _hover(self, point: QPointF) -> None:
        on_handle = self._grip_at(point) is not None
        shape = Qt.CursorShape.SizeHorCursor if on_handle else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)
        offset = self.offset_at(point)
        self._set_hovered(clause_at(self.script, offset) if offset is not None else None)

    def _set_hovered(self, span: Span | None) -> None:
        if span != self._hovered:
            for there in filter(None, (self._hovered, span)):
                self._repaint(there)
            self._hovered = span
