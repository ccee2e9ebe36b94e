"""Where the body of the open card lies: over the list, for what lies inside a list is in no accessibility tree."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget


class Unfolded(QWidget):
    """A pane over the part of the body that is in sight. The wheel and the menu stay those of the list beneath."""

    def __init__(self, beneath: QAbstractScrollArea, around: QWidget) -> None:
        """`around` is what `beneath` lies in."""
        super().__init__(around)
        self._beneath, self._around = beneath, around
        self.hide()

    def place(self, body: QWidget, rect: QRect) -> None:
        """Let the body lie at `rect` of the list's viewport, cut off at its edges."""
        paper, around = self._beneath.viewport(), self._around
        seen = rect & paper.rect()
        self.setGeometry(QRect(paper.mapTo(around, seen.topLeft()), seen.size()))
        body.setGeometry(rect.translated(-seen.topLeft()))
        body.show()
        self.setVisible(self._beneath.isVisibleTo(around))
        self.raise_()

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._beneath.viewport(), event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        QApplication.sendEvent(self._beneath.viewport(), event)  # a click sent to the area is lost
