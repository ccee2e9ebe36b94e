"""The sheet with something that stands at the end of its text and scrolls with it."""

from PySide6.QtCore import QEvent, QObject, QPoint, Slot
from PySide6.QtWidgets import QWidget

from tttt_desktop.ui.editor import gutter
from tttt_desktop.ui.editor.asides import AsideList
from tttt_desktop.ui.editor.sheet import LINE_PX, RIGHT, TOP, Sheet


class FootedSheet(Sheet):
    """Keeps room below the text for its foot, and the keyboard's place in it on the screen."""

    def __init__(self) -> None:
        self._foot: AsideList | None = None
        super().__init__()

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
        beyond = min(place.top(), place.bottom() + TOP - room)
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
        return self._foot.height_at(self.viewport().width() - gutter.WIDTH - RIGHT)

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
        width = self.viewport().width() - gutter.WIDTH - RIGHT
        self._foot.setGeometry(gutter.WIDTH, bottom - height - 8, width, height)
