"""The pages of a report one below the other, white in every theme, as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from tttt_desktop.ui import theme
from tttt_desktop.ui.report.pages import ReportPages

_GAP = 12  # pixels between pages and round them
_KEPT = 8  # drawn pages; more than are on screen at once
_STEP = 40  # pixels of an arrow key


class PageView(QAbstractScrollArea):
    """Shows `ReportPages`. Only the pages on screen are drawn."""

    line_chosen = Signal(int)  # the annotation whose line was clicked
    page_changed = Signal(int, int)  # the page in the middle, from 1; how many there are

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages: ReportPages | None = None
        self._places: list[QRectF] = []
        self._drawn: dict[int, QPixmap] = {}
        self._told = (0, 0)
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
        self._pages = pages
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

    def _annotation_at(self, place: QPoint) -> int:
        found = self._page_at(place)
        return self._pages.annotation_at(*found) if found and self._pages else 0

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._annotation_at(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().setToolTip(self.tr("Bấm để mở câu gốc trong bài") if over else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        over = self._annotation_at(event.position().toPoint())
        if over and event.button() == Qt.MouseButton.LeftButton:
            self.line_chosen.emit(over)

    def sizeHint(self) -> QSize:
        return QSize(560, 480)

    def place_of(self, page: int) -> QRect:
        """Where a page (from 0) stands in the viewport now."""
        return self._places[page].translated(0, -self.verticalScrollBar().value()).toRect()
