"""Keys that are struck while a window is being opened are meant for that window, and reach it in their order.

Where a window becomes the active one only when the window manager says so (X11, Wayland), the keys until then come to
the window that was active before. Qt throws those away that come to a window blocked by a modal dialog, and gives the
others to the wrong one. So the windows behind are not blocked before the dialog is active, but silent: their keys are
kept for it, and the mouse does nothing.
"""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_LATE_FOCUS = ("xcb", "wayland", "offscreen")  # platforms on which the active window is told later
_PATIENCE = 3_000  # milliseconds until a window that does not become active is taken as it is
_SILENT = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.Close,
)


def install(window: QWidget) -> None:
    """Follow what is opened from this window, which is shown already, where that is needed."""
    if QGuiApplication.platformName() in _LATE_FOCUS:
        TypedAhead(window)


def bring_forward(shown: QWidget) -> None:
    """Show a window beside the work, or bring it to the front; the keys struck meanwhile are for it."""
    if shown.isVisible():
        shown.raise_()
    shown.show()
    shown.activateWindow()
    parent = shown.parentWidget()
    ahead = parent.window().findChild(TypedAhead) if parent is not None else None
    if isinstance(ahead, TypedAhead):
        ahead.wait_for(shown)


class TypedAhead(QObject):
    """Watches the windows behind a dialog; modal ones are noticed by themselves.

    It asks widgets for their windows, never a window for the one behind it: PySide takes that for its child, and for
    deleted when the dialog is.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._coming: QWidget | None = None
        self._modal = self._settling = False
        self._held: deque[QKeyEvent] = deque()
        self._dummy = QWidget()  # a modal window that nobody sees: Qt looks anew at who is blocked
        self._dummy.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._dummy.setWindowModality(Qt.WindowModality.WindowModal)
        self._dummy.winId()
        self._late = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._late.timeout.connect(self._arrived)
        window.windowHandle().installEventFilter(self)
        app = QCoreApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._focused)

    def wait_for(self, coming: QWidget | None, modal: bool = False) -> None:
        """Keep the keys until this window, which is being shown, is the active one."""
        if coming is None or coming.isActiveWindow():
            return
        self._coming, self._modal = coming, modal
        for widget in QApplication.topLevelWidgets():
            if widget.windowHandle() is not None:
                widget.windowHandle().installEventFilter(self)
        if modal:
            self._unblock(coming)
        self._late.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.WindowBlocked and not self._settling:
            self.wait_for(QApplication.activeModalWidget(), modal=True)
        elif not self._keeps_from(watched):
            return False
        elif kind == QEvent.Type.ShortcutOverride:
            event.accept()  # it comes again as a key, and fires nothing here
            return True
        elif isinstance(event, QKeyEvent):
            if kind == QEvent.Type.KeyPress or self._held:  # not the release of what opened it
                self._held.append(event.clone())
            return True
        elif kind in _SILENT:
            event.ignore()
            return True
        return False

    def _keeps_from(self, watched: QObject) -> bool:
        """Whether what comes to this window is for the one that is being shown."""
        coming = self._coming
        return coming is not None and isValid(coming) and watched is not coming.windowHandle()

    @Slot(QWindow)
    def _focused(self, _window: QWindow | None) -> None:
        coming = self._coming
        if coming is not None and (not isValid(coming) or coming.isActiveWindow()):
            self._arrived()

    @Slot()
    def _arrived(self) -> None:
        """The window is there, or will never be."""
        window, self._coming = self._coming, None
        self._late.stop()
        if self._modal:
            self._look_anew()
        behind = _behind(window) if _is_up(window) else None
        while self._held and self._coming is None:  # one of the keys may open the next window
            target = window if _is_up(window) else behind
            if target is None or not _is_up(target):
                self._held.clear()
                return
            QCoreApplication.sendEvent(target.windowHandle(), self._held.popleft())

    def _unblock(self, modal: QWidget) -> None:
        """Let events reach what is behind: Qt asks only when windows come, go or change parents who is blocked."""
        chain = _modal_chain(modal)
        self._settling = True
        for window, _, _ in chain:
            window.setModality(Qt.WindowModality.WindowModal)
            window.setTransientParent(None)  # type: ignore[arg-type]
        self._dummy.show()
        self._dummy.hide()
        for window, modality, behind in reversed(chain):
            window.setTransientParent(behind)  # type: ignore[arg-type]
            window.setModality(modality)
        self._settling = False

    def _look_anew(self) -> None:
        self._settling = True
        self._dummy.show()
        self._dummy.hide()
        self._settling = False


def _is_up(widget: QWidget | None) -> bool:
    return widget is not None and isValid(widget) and widget.isVisible()


def _behind(widget: QWidget | None) -> QWidget | None:
    """The window that a dialog came from."""
    parent = widget.parentWidget() if widget is not None else None
    return parent.window() if parent is not None else None


def _modal_chain(widget: QWidget | None) -> list[tuple[QWindow, Qt.WindowModality, QWindow | None]]:
    """A modal window and the modal ones that it came from, each with its modality and the one behind it."""
    chain = []
    while widget is not None and widget.isModal():
        window, widget = widget.windowHandle(), _behind(widget)
        chain.append((window, window.modality(), widget.windowHandle() if widget else None))
    return chain
