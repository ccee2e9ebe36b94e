"""Keys struck while a window is being opened: they reach it, in their order, and nothing behind it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QMainWindow,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tttt_desktop.ui.typed_ahead import bring_forward, install

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class Asking(QDialog):
    """A line to type in; Enter closes it, or does what it is told to."""

    def __init__(self, parent: QMainWindow) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        QVBoxLayout(self).addWidget(self.line)
        self.line.returnPressed.connect(self.accept)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    """A window with a line that has the focus, and what is typed ahead followed."""
    made = QMainWindow()
    line = QLineEdit(made)
    made.setCentralWidget(line)
    line.setFocus()
    made.resize(300, 200)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    install(made)
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.close()


def typed(window: QWidget, text: str) -> None:
    """Keys that come to a window all at once; QTest would let the next one become active between two of them."""
    for letter in text:
        key = Qt.Key.Key_Return if letter == "\n" else Qt.Key(ord(letter.upper()))
        strike(window, key, letter)


def strike(window: QWidget, key: Qt.Key, text: str = "") -> None:
    """A key, as Qt gives it to a window that is not blocked."""
    kinds = QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    for kind in kinds:
        QCoreApplication.sendEvent(window.windowHandle(), QKeyEvent(kind, key, NO_MODIFIER, text))


def until_active(qtbot: QtBot, dialog: QDialog) -> None:
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)


def line(window: QMainWindow) -> str:
    found = window.centralWidget()
    assert isinstance(found, QLineEdit)
    return found.text()


def test_the_keys_reach_the_dialog(qtbot: QtBot, window: QMainWindow) -> None:
    dialog = Asking(window)
    dialog.open()
    typed(window, "abc")
    until_active(qtbot, dialog)
    assert (dialog.line.text(), line(window)) == ("abc", "")


def test_then_the_window_behind_is_blocked(qtbot: QtBot, window: QMainWindow) -> None:
    dialog = Asking(window)
    dialog.open()
    until_active(qtbot, dialog)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_X)
    assert (dialog.line.text(), line(window)) == ("", "")
    assert QGuiApplication.modalWindow() is dialog.windowHandle()
    dialog.close()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Y)
    assert line(window) == "y"


def test_no_shortcut_of_the_window_behind_fires(qtbot: QtBot, window: QMainWindow) -> None:
    fired: list[bool] = []
    action = QAction("a", window)
    action.setShortcut("Ctrl+J")
    action.triggered.connect(lambda: fired.append(True))
    window.addAction(action)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert len(fired) == 1
    dialog = Asking(window)
    dialog.open()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    until_active(qtbot, dialog)
    assert len(fired) == 1


def test_the_mouse_does_nothing_behind(qtbot: QtBot, window: QMainWindow) -> None:
    pressed: list[bool] = []
    button = QPushButton("a", window)
    button.clicked.connect(pressed.append)
    window.setCentralWidget(button)
    dialog = Asking(window)
    dialog.open()
    middle = QPointF(window.rect().center())
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, held in (
        (QEvent.Type.MouseButtonPress, left),
        (QEvent.Type.MouseButtonRelease, none),
    ):
        event = QMouseEvent(kind, middle, middle, left, held, NO_MODIFIER)
        QCoreApplication.sendEvent(window.windowHandle(), event)
    QCoreApplication.sendEvent(window.windowHandle(), QCloseEvent())
    until_active(qtbot, dialog)
    assert window.isVisible()
    assert pressed == []


def test_enter_and_what_follows_it(qtbot: QtBot, window: QMainWindow) -> None:
    """The dialog is answered before it was seen; the rest is for the window behind."""
    dialog = Asking(window)
    dialog.open()
    typed(window, "abc\nde")
    qtbot.waitUntil(dialog.isHidden)
    assert (dialog.line.text(), line(window)) == ("abc", "de")


def test_a_key_that_opens_the_next(qtbot: QtBot, window: QMainWindow) -> None:
    first, second = Asking(window), Asking(window)
    first.accepted.connect(second.open)
    first.open()
    typed(window, "a\nb")
    until_active(qtbot, second)
    qtbot.waitUntil(lambda: second.line.text() != "")
    assert (first.line.text(), second.line.text(), line(window)) == ("a", "b", "")


def test_a_dialog_of_a_dialog(qtbot: QtBot, window: QMainWindow) -> None:
    dialog = Asking(window)
    dialog.open()
    until_active(qtbot, dialog)
    box = QMessageBox(dialog)
    button = box.addButton("A", QMessageBox.ButtonRole.AcceptRole)
    box.open()
    typed(dialog, "\n")
    qtbot.waitUntil(box.isHidden)
    assert box.clickedButton() is button
    assert dialog.isVisible()


def test_two_at_once(qtbot: QtBot, window: QMainWindow) -> None:
    """The second comes before the first is active: the keys are for the one in front."""
    dialog = Asking(window)
    inner = Asking(window)
    dialog.open()
    inner.setParent(dialog, Qt.WindowType.Dialog)
    inner.open()
    typed(window, "a")
    until_active(qtbot, inner)
    assert (dialog.line.text(), inner.line.text(), line(window)) == ("", "a", "")


def test_closed_before_it_was_active(qtbot: QtBot, window: QMainWindow) -> None:
    dialog = Asking(window)
    dialog.open()
    typed(window, "a")
    dialog.close()
    qtbot.wait(1)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_B)
    assert line(window) == "b"


def test_a_window_beside_the_work(qtbot: QtBot, window: QMainWindow) -> None:
    dialog = Asking(window)
    bring_forward(dialog)
    typed(window, "a")
    until_active(qtbot, dialog)
    assert (dialog.line.text(), line(window)) == ("a", "")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_B)
    assert line(window) == "b"
