"""The painted sheet under the hands: keys and mouse turned into wishes."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from tttt_desktop.ui.editor import overlay
from tttt_desktop.ui.editor.keys import Act, act_of
from tttt_desktop.ui.editor.painted import PaintedSheet
from tttt_desktop.ui.editor.places import clause_at
from tttt_desktop.ui.editor.sheet import LINE_PX

_FOLLOW = 50  # milliseconds between two lines
_GRIP = 9.0  # px round a handle that take hold of it


class TextView(PaintedSheet):
    """Changes nothing by itself; offsets in signals are code points."""

    acted = Signal(object)  # Act
    key_passed = Signal()  # a key that asks for nothing
    clicked = Signal(int)
    sentence_clicked = Signal(int)
    selected = Signal(int, int)  # between two gaps, while the mouse is dragged
    end_dragged = Signal(bool, int)  # the start?, to the gap at
    drag_finished = Signal()
    paged = Signal(int)  # the view was scrolled by keys; what now stands where the cursor was
    menu_asked = Signal(int, QPoint)  # at an offset (-1: by a key), where on the screen

    def __init__(self) -> None:
        super().__init__()
        self._pressed: tuple[QPoint, int] | None = None
        self._grip: bool | None = None  # the start handle is held, the end handle, none
        self._dragging = False
        self._pointer = QPointF()
        self._follow = QTimer(self, interval=_FOLLOW)  # scrolls on while the mouse is held outside
        self._follow.timeout.connect(self._drag_on)

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
            self.key_passed.emit()
            event.ignore()
        elif act in (Act.PAGE_DOWN, Act.PAGE_UP):
            self.key_passed.emit()
            self._page(1 if act is Act.PAGE_DOWN else -1)
        else:
            self.acted.emit(act)

    def _page(self, pages: int) -> None:
        """Scroll by the height of the view but one line; the cursor goes along."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        height = self.height_on_screen(self._place.span) if self._place else 0.0
        bar.setValue(bar.value() + pages * (room - self._scaled(LINE_PX)))
        inside = min(max(height, self._edge), room - self._edge)
        offset = self.offset_at(QPointF(0, inside + self._scaled(LINE_PX) / 2))
        if offset is not None:
            self.paged.emit(offset)

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
        self._pointer = event.position()
        if self._dragging:
            self._drag_to(self._pointer)
            outside = not 0 <= event.position().y() <= self.viewport().height()
            if outside != self._follow.isActive():
                self._follow.start() if outside else self._follow.stop()

    def _drag_to(self, point: QPointF) -> None:
        offset = self.offset_at(point, between=True)
        if self._pressed is None or offset is None:
            return
        if self._grip is None:
            self.selected.emit(self._pressed[1], offset)
        else:
            self.end_dragged.emit(self._grip, offset)

    @Slot()
    def _drag_on(self) -> None:
        """Scroll by a line towards the mouse, and select as far as there."""
        step = self._scaled(LINE_PX)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + (step if self._pointer.y() > 0 else -step))
        self._drag_to(self._pointer)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        self._follow.stop()
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            offset = self.offset_at(QPointF(event.pos()))
            self.menu_asked.emit(-1 if offset is None else offset, event.globalPos())
        elif self._place is not None:
            corner = self.rect_of(self._place.span).bottomLeft().toPoint()
            self.menu_asked.emit(-1, self.viewport().mapToGlobal(corner))

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
