"""Three panes side by side; on a narrow screen the outer ones become drawers over the middle one (UX section 6)."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from tttt_desktop.ui.widgets import set_look

LIST_WIDTH, CARDS_WIDTH, CARDS_NARROW = 296, 372, 320
LIST_DRAWER_BELOW, CARDS_DRAWER_BELOW = 1180, 1000


class Panes(QWidget):
    """Holds list, reader and cards. `visibility_changed` follows what is shown."""

    visibility_changed = Signal()
    rearranged = (
        Signal()
    )  # a pane became a drawer or is none any more: its fonts are Qt's own again

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget) -> None:
        super().__init__()
        self._left, self._middle, self._right = left, middle, right
        # A pane that passes the keyboard on would let Tab jump over what stands before that place in it.
        self._places = {pane: pane.focusProxy() or pane for pane in (left, middle, right)}
        for pane in self._places:
            pane.setFocusProxy(None)  # type: ignore[arg-type]
        self._wanted = {left: True, right: True}
        self._drawer: dict[QWidget, bool] = {left: False, right: False}
        self._chosen = QByteArray()  # the widths of all three, as the person last set them
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.splitterMoved.connect(self._keep_widths)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for pane in (left, middle, right):
            self._splitter.addWidget(pane)
        self._splitter.setStretchFactor(1, 1)
        middle.setMinimumWidth(420)
        left.setMinimumWidth(240)
        right.setMinimumWidth(280)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self._splitter.setSizes([LIST_WIDTH, 700, CARDS_WIDTH])
        for pane in (left, right):
            pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            pane.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width()
        moved = self._set_drawer(self._left, width < LIST_DRAWER_BELOW)
        moved |= self._set_drawer(self._right, width < CARDS_DRAWER_BELOW)
        if moved:
            self._share_width()
            self.rearranged.emit()
            self.visibility_changed.emit()
        self._place_drawers()

    def _set_drawer(self, pane: QWidget, drawer: bool) -> bool:
        """Take a pane out of the row, or put it back; True when that was a change."""
        if self._drawer[pane] == drawer:
            return False
        self._drawer[pane] = drawer
        if drawer:
            pane.setParent(self)
            pane.hide()
        else:
            self._splitter.insertWidget(0 if pane is self._left else 2, pane)
            pane.setVisible(self._wanted[pane])
        set_look(pane, "drawer", drawer)
        return True

    def _share_width(self) -> None:
        """Fixed widths for the outer panes that stand in the row, all the rest for the reader."""
        cards = CARDS_NARROW if self._drawer[self._left] else CARDS_WIDTH
        outer = [] if self._drawer[self._left] else [LIST_WIDTH]
        right = [] if self._drawer[self._right] else [cards]
        middle = max(self._middle.minimumWidth(), self.width() - sum(outer) - sum(right))
        self._splitter.setSizes([*outer, middle, *right])
        self.restore_state(self._chosen)

    @Slot()
    def _keep_widths(self) -> None:
        if not any(self._drawer.values()):
            self._chosen = self._splitter.saveState()

    def _place_drawers(self) -> None:
        height = self.height()
        if self._drawer[self._left]:
            self._left.setGeometry(0, 0, LIST_WIDTH, height)
        if self._drawer[self._right]:
            self._right.setGeometry(self.width() - CARDS_NARROW, 0, CARDS_NARROW, height)

    def toggle(self, pane: QWidget) -> None:
        """Show or hide the list or the cards; a drawer takes the keyboard while it is open."""
        shown = not pane.isVisible()
        other = self._right if pane is self._left else self._left
        if shown and self._drawer[pane] and self._drawer[other]:
            other.hide()
        if not self._drawer[pane]:
            self._wanted[pane] = shown
        pane.setVisible(shown)
        if self._drawer[pane]:
            self._place_drawers()
            pane.raise_()
            self.focus(pane if shown else self._middle)
        self.visibility_changed.emit()

    def focus(self, pane: QWidget) -> None:
        """Give the keyboard to the place in a pane where its work is done."""
        self._places[pane].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_drawers(self) -> None:
        """Put the drawers away, for instance after a choice was made in one."""
        for pane, drawer in self._drawer.items():
            if drawer and pane.isVisible():
                self.toggle(pane)

    def is_drawer(self, pane: QWidget) -> bool:
        """Whether the pane lies over the reader at this width."""
        return self._drawer.get(pane, False)

    def covered(self) -> list[QRect]:
        """What open drawers cover of the window, in its pixels."""
        open_now = [one for one, drawer in self._drawer.items() if drawer and one.isVisible()]
        return [QRect(one.mapTo(self.window(), QPoint()), one.size()) for one in open_now]

    def save_state(self) -> QByteArray:
        """Widths of the panes, for the settings; empty when they were never changed."""
        return self._chosen

    def restore_state(self, state: QByteArray) -> None:
        """Widths as they were left; while there are drawers they wait for a wider window."""
        self._chosen = state
        if not state.isEmpty() and not any(self._drawer.values()):
            self._splitter.restoreState(state)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and any(drawer and pane.isVisible() for pane, drawer in self._drawer.items())
        ):
            self.close_drawers()
            return True
        return super().eventFilter(watched, event)
