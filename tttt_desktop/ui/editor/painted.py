"""The sheet with everything that is painted on it: marks, gutter, hits, the cursor."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion, QTextBlock

from tttt_desktop.domain.records import Kind, Span
from tttt_desktop.ui import theme
from tttt_desktop.ui.editor import gutter, overlay
from tttt_desktop.ui.editor.foot import FootedSheet
from tttt_desktop.ui.editor.marks import Mark, MarkIndex, difference, find, flattened
from tttt_desktop.ui.editor.places import Place
from tttt_desktop.ui.editor.rows import Row, pieces
from tttt_desktop.ui.editor.script import Script
from tttt_desktop.ui.editor.sheet import LINE_PX

_FAINT = 0.45  # of the fill that an own plan has, and a waiting suggestion while it is current


class PaintedSheet(FootedSheet):
    """Paints the visible lines only, under the letters and over them; the document itself holds nothing of it.

    A change of one mark paints a band of the screen anew and lays out nothing.
    """

    def __init__(self) -> None:
        super().__init__()
        self._index = MarkIndex(())
        self._hits: Sequence[Span] = ()
        self._reasons: Sequence[Span] = ()
        self._bars: dict[int, list[gutter.Bar]] = {}
        self._place: Place | None = None
        self._hovered: Span | None = None
        self._keyboard_focus = False

    # -- what is painted ------------------------------------------------------------------------

    def load(self, script: Script, marks: Sequence[Mark], quiet: frozenset[int]) -> None:
        """Show a text from its beginning with its marks; `quiet` as in `show_script`."""
        self._index, self._hits, self._reasons = MarkIndex(marks), (), ()
        self._place = self._hovered = None
        self.show_script(script, quiet)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show other marks on the same text: only what differs is painted again."""
        changed = difference(self._index.marks, marks)
        self._index = MarkIndex(marks)
        for mark in changed:
            for number in self.script.paragraphs(mark.start, mark.stop):
                self._bars.pop(number, None)
                self._repaint(self.script.paragraph(number), gutter.BARS)
            self._repaint(mark.span)
            if mark.cause:
                self._repaint(Span(*mark.cause))

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Show where the searched words stand."""
        self._hits = hits
        self.viewport().update()

    def set_reasons(self, words: Sequence[Span]) -> None:
        """Show the words that led to a suggestion; none: show them no more."""
        for there in (*self._reasons, *words):
            self._repaint(there)
        self._reasons = words

    def set_place(self, place: Place | None) -> None:
        """Move the cursor. The view scrolls by itself only in `reveal`."""
        for there in filter(None, (self._place, place)):
            self._repaint(there.span)
        self._set_hovered(None)
        self._place = place
        self._kept = place.span if place else None

    def _repaint(self, span: Span, width: int | None = None) -> None:
        """Paint the lines of a passage again, or so much of their left, with what stands a little above and below."""
        top, bottom = self._extent(span)
        above = self.verticalScrollBar().value() + self._scaled(LINE_PX)
        height = round(bottom - top) + 2 * self._scaled(LINE_PX)
        self.viewport().update(0, round(top) - above, width or self.viewport().width(), height)

    def _set_hovered(self, span: Span | None) -> None:
        if span != self._hovered:
            for there in filter(None, (self._hovered, span)):
                self._repaint(there)
            self._hovered = span

    def _lines_changed(self) -> None:
        super()._lines_changed()
        self._bars.clear()

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        rows, place = self._rows_in(self._text_part(event.region())), self._place
        current = find(self._index.marks, place.ref) if place else None
        near = self._index.near(rows[0].start, rows[-1].stop) if rows else []
        with self._painter() as painter:
            self._paint_ground(painter, rows, near, place, current)
        super().paintEvent(event)
        with self._painter() as painter:
            others = [mark for mark in near if current is None or mark.ref != current.ref]
            overlay.underline_marks(painter, rows, others, self._positions)
            overlay.ticks(painter, rows, near, self.script.text, self._positions)
            overlay.cause_bracket(painter, rows, self._index.causes, self._positions)
            self._paint_gutter(painter, self._rows_in(event.rect()))
            self._paint_place(painter, rows, place, current)
            for words in self._reasons:
                overlay.words(painter, pieces(rows, words, self._positions))
            self._paint_focus(painter)

    @staticmethod
    def _text_part(region: QRegion) -> QRect:
        """Of what is to be painted, all that is not merely bars and icons."""
        bounds = region.boundingRect()
        bounds.setLeft(gutter.BARS)
        return region.intersected(bounds).boundingRect()

    def _rows_in(self, area: QRect) -> list[Row]:
        """The rows that touch an area, or what is painted round them."""
        if area.isEmpty():
            return []
        slack = self._scaled(LINE_PX)
        return self._rows(area.top() - slack, area.bottom() + slack)

    @contextmanager
    def _painter(self) -> Iterator[QPainter]:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            yield painter
        finally:
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
            fill = QColor(theme.kind_fill(stretch.mark.kind))
            if stretch.mark.own_plan:
                fill.setAlphaF(_FAINT)
            self._fill_span(painter, rows, stretch.span, fill)
        if place and current is not None and not current.decided:
            faint = QColor(theme.kind_fill(current.kind))
            faint.setAlphaF(_FAINT)
            self._fill_span(painter, rows, place.span, faint)
        for hit in self._hits_on(rows):
            self._fill_span(painter, rows, hit, theme.tokens().warn_fill)
            overlay.underline(
                painter, pieces(rows, hit, self._positions), QPen(theme.tokens().warn, 1)
            )
        for words in self._reasons:
            self._fill_span(painter, rows, words, theme.tokens().text_selection)
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
        own_plan = current is not None and current.own_plan
        pen = gutter.dashes(ink, width, own_plan=own_plan) if proposed else QPen(ink, width)
        overlay.underline(painter, spots, pen)
        overlay.handles(painter, rows, place.span, self._positions, ink, filled=self.hasFocus())

    def _paint_gutter(self, painter: QPainter, rows: Sequence[Row]) -> None:
        for number, group in groupby(rows, key=attrgetter("paragraph")):
            seen = list(group)
            icons: dict[int, list[tuple[Kind, bool]]] = {}
            for bar in self._bars_of(number):
                if bar.first <= seen[-1].number and seen[0].number <= bar.last:
                    first, last = self._line_of(seen, bar.first), self._line_of(seen, bar.last)
                    gutter.paint_bar(painter, bar, first[0], last[1], seen[0].left)
                    if bar.opens_run:
                        sort = (bar.mark.kind, bar.mark.own_plan)
                        icons.setdefault(bar.first, []).append(sort)
            for line, sorts in icons.items():
                middle = sum(self._line_of(seen, line)) / 2
                gutter.paint_icons(painter, list(dict.fromkeys(sorts)), middle, seen[0].left)

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
