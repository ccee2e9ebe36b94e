"""Another style sheet for the whole program, at the cost of what is on screen.

`QApplication.setStyleSheet` polishes a widget once for each of its ancestors when a sheet replaces another, and hidden
widgets as well: ten times the work that is seen. Taken off and put on it goes once through all that is seen; hidden widgets
come out of the old sheet and into the new one bit by bit after that has been painted.
"""

from __future__ import annotations

from collections import deque
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_POLISHED = Qt.WidgetAttribute.WA_WState_Polished  # only these are polished when the style changes
_OWN_STYLE = Qt.WidgetAttribute.WA_SetStyle  # these are not told that the style changed
_BIT = 0.008  # seconds of polishing between two turns of the event loop


class Restyler(QObject):
    """Puts on one sheet after the other; they may differ in colours alone, so that nothing is laid out anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._late: deque[QWidget] = deque()
        self._keeper: QWidget | None = None
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._polish_some)

    def put_on(self, app: QApplication, palette: QPalette, sheet: str) -> None:
        """Show the program in `palette` and `sheet`."""
        asleep = [one for one in app.allWidgets() if not one.isVisible()]
        children = [
            one for one in asleep if not one.isWindow()
        ]  # a window is told: its font is new
        untold = [one for one in children if not one.testAttribute(_OWN_STYLE)]
        late = [one for one in asleep if one.testAttribute(_POLISHED)]
        self._keeper = self._keeper or _keeper()
        _mark(untold, _OWN_STYLE, True)
        _mark(late, _POLISHED, False)
        app.setPalette(palette)
        app.setStyleSheet("")  # takes the colours of the old sheet out of every palette
        app.setStyleSheet(sheet)
        _mark(untold, _OWN_STYLE, False)
        self._late.extend(late)
        self._turn.start()

    @Slot()
    def _polish_some(self) -> None:
        """What is hidden, or was when the sheet was put on, for a few milliseconds."""
        end = perf_counter() + _BIT
        while self._late and perf_counter() < end:
            widget = self._late.popleft()
            if isValid(widget):
                widget.style().unpolish(widget)
                widget.style().polish(widget)
                widget.setAttribute(_POLISHED)
        if not self._late:
            self._turn.stop()


def _keeper() -> QWidget:
    """Somebody with a sheet of his own: with the last sheet Qt forgets what every widget looked like without any."""
    made = QWidget()
    made.setStyleSheet("QWidget { margin: 0 }")
    return made


def _mark(widgets: list[QWidget], attribute: Qt.WidgetAttribute, on: bool) -> None:
    for widget in widgets:
        widget.setAttribute(attribute, on)
