"""The menu bar, which never keeps the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget


class MenuBar(QMenuBar):
    """Gives the keyboard back to where it was.

    Qt does so when a menu is left, but not when a key opens a dialog while a title is still marked after one Esc: after
    that dialog the bar would have the keyboard without showing it, and every key of the reader would be dead.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._before: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._remember)

    @Slot(QWidget, QWidget)
    def _remember(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is self and before is not None and before.window() is self.window():
            self._before = before

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        returned = event.reason() is Qt.FocusReason.ActiveWindowFocusReason
        if returned and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
