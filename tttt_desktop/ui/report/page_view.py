"""The pages of a report one below the other, white in every theme, as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from tttt_desktop.ui import theme
from tttt_desktop.ui.report.pages import ReportPages

_GAP = 12  # pixels between pages and round them
_KEPT = 8  # drawn pages; more than are on screen at once
_STEP = 40  # pixels of a turn of the wheel
_ROUND = 4  # pixels of the page between a line and its outline
_NONE = -1


class PageView(QAbstractScrollArea):
    """Shows `ReportPages`. Only the pages on screen are drawn.

    A line that comes from an annotation is outlined under the mouse; the arrow keys go from line to line, Enter or a
    click chooses one.
    """

    line_chosen = Signal(int)  # the annotation of a line
    page_changed = Signal(int, int)  # the page in the middle, from 1; how many there are

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages: ReportPages | None = None
        self._places: list[QRectF] = []
        self._drawn: dict[int, QPixmap] = {}
        self._told = (0, 0)
        self._over = _NONE  # the line under the mouse
        self._at = _NONE  # the line of the keyboard
        self.setObjectName("preview")
        self.setAccessibleName(self.tr("Xem trước báo cáo"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_pages(self, pages: ReportPages) -> None:
        """Show a report; the place that was being read stays."""
        place = self.verticalScrollBar().value()
        kept = self._pages.lines[self._at].annotation if self._pages and self._at >= 0 else 0
        self._pages, self._over, self._told = pages, _NONE, (0, 0)
        known = (at for at, line in enumerate(pages.lines) if line.annotation == kept)
        self._at = next(known, _NONE) if kept else _NONE
        self._arrange()
        self.verticalScrollBar().setValue(place)
        self._tell_page()

    def text(self) -> str:
        """The plain text of the whole report."""
        pages = self._pages
        if pages is None:
            return ""
        return "\n".join(dict.fromkeys(pages.text(page) for page in range(pages.count)))

    # -- places ---------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Pages below one another, each as wide as the view, but never larger than life."""
        self._drawn.clear()
        self._places, top = [], float(_GAP)
        pages, room = self._pages, self.viewport().width()
        for page in range(pages.count if pages else 0):
            assert pages is not None
            size = pages.size(page)
            scale = min(1.0, (room - 2 * _GAP) / size.width())
            width, height = size.width() * scale, size.height() * scale
            self._places.append(QRectF((room - width) / 2, top, width, height))
            top += height + _GAP
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(_STEP)
        bar.setRange(0, max(0, round(top) - self.viewport().height()))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _scrolled(self) -> None:
        self.viewport().update()
        self._tell_page()

    def _tell_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        passed = sum(place.top() <= middle for place in self._places)
        now = (max(1, passed), len(self._places))
        if self._places and now != self._told:
            self._told = now
            self.page_changed.emit(*now)

    def _page_at(self, place: QPoint) -> tuple[int, QPointF] | None:
        """The page under a place of the viewport, and the place on it."""
        spot = QPointF(place) + QPointF(0, self.verticalScrollBar().value())
        for page, where in enumerate(self._places):
            if where.contains(spot):
                assert self._pages is not None
                scale = where.width() / self._pages.size(page).width()
                return page, (spot - where.topLeft()) / scale
        return None

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.tokens().bg)
        top = self.verticalScrollBar().value()
        for page, where in enumerate(self._places):
            target = where.translated(0, -top)
            if target.intersects(QRectF(event.rect())):
                painter.drawPixmap(target.topLeft(), self._picture(page, where))
                painter.setPen(theme.tokens().border)
                painter.drawRect(target)
        self._paint_outlines(painter)

    def _paint_outlines(self, painter: QPainter) -> None:
        """The line of the keyboard while the pages have it, and the one under the mouse more faintly."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.LIGHT.accent  # the pages are white in every theme
        for at, width in ((self._over, 1.0), (self._at if self.hasFocus() else _NONE, 2.0)):
            painter.setPen(QPen(ink, width))
            for area in self._outlines(at):
                painter.drawRoundedRect(area, 3, 3)

    def _outlines(self, at: int) -> list[QRectF]:
        """Where a line stands in the viewport now."""
        if at < 0 or self._pages is None or at >= len(self._pages.lines):
            return []
        found = []
        for page, area in self._pages.lines[at].areas:
            where = self._places[page].translated(0, -self.verticalScrollBar().value())
            scale = where.width() / self._pages.size(page).width()
            grown = area.adjusted(-_ROUND, -_ROUND / 2, _ROUND, _ROUND / 2)
            found.append(
                QRectF(
                    where.left() + grown.left() * scale,
                    where.top() + grown.top() * scale,
                    grown.width() * scale,
                    grown.height() * scale,
                )
            )
        return found

    def _picture(self, page: int, where: QRectF) -> QPixmap:
        if page not in self._drawn:
            while len(self._drawn) >= _KEPT:
                del self._drawn[next(iter(self._drawn))]
            self._drawn[page] = self._draw(page, where)
        return self._drawn[page]

    def _draw(self, page: int, where: QRectF) -> QPixmap:
        assert self._pages is not None
        ratio = self.devicePixelRatioF()
        picture = QPixmap((where.size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        scale = where.width() / self._pages.size(page).width()
        painter.scale(scale, scale)
        self._pages.paint(painter, page)
        painter.end()
        return picture

    # -- from a line to its sentence ------------------------------------------------------------

    def _line_at(self, place: QPoint) -> int:
        found = self._page_at(place)
        return self._pages.line_at(*found) if found and self._pages else _NONE

    def _hover(self, at: int) -> None:
        if at != self._over:
            self._over = at
            shape = Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().setToolTip(self.tr("Bấm để mở câu gốc trong bài") if at >= 0 else "")
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._line_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(_NONE)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._line_at(event.position().toPoint())
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._choose(at)

    def _choose(self, at: int) -> None:
        assert self._pages is not None
        self.line_chosen.emit(self._pages.lines[at].annotation)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        lines = self._pages.lines if self._pages else ()
        key, step = event.key(), {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and lines and not event.modifiers():
            self._go_to(self._first_seen() if self._at < 0 else self._at + step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._at < len(lines):
            self._choose(self._at)
        else:
            super().keyPressEvent(event)

    def _first_seen(self) -> int:
        """The first line that is on screen, else the first of all."""
        assert self._pages is not None
        room = QRectF(self.viewport().rect())
        seen = (
            at
            for at in range(len(self._pages.lines))
            if any(room.contains(area) for area in self._outlines(at))
        )
        return next(seen, 0)

    def _go_to(self, at: int) -> None:
        """Put the keyboard on a line and show it."""
        assert self._pages is not None
        lines = self._pages.lines
        self._at = min(max(0, at), len(lines) - 1)
        areas, bar = self._outlines(self._at), self.verticalScrollBar()
        if areas[0].top() < _GAP:
            bar.setValue(round(bar.value() + areas[0].top() - _GAP))
        elif areas[-1].bottom() > self.viewport().height() - _GAP:
            bar.setValue(round(bar.value() + areas[-1].bottom() - self.viewport().height() + _GAP))
        said = self.tr("Ý {number}/{count}: {text} Enter: mở câu gốc trong bài.")
        text = said.format(number=self._at + 1, count=len(lines), text=lines[self._at].text)
        self.setAccessibleDescription(text)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(560, 480)

    def place_of(self, page: int) -> QRect:
        """Where a page (from 0) stands in the viewport now."""
        return self._places[page].translated(0, -self.verticalScrollBar().value()).toRect()
