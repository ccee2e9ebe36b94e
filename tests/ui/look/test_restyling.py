"""Another theme costs what is on screen; what is hidden has it when it is shown."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.ui import theme
from tttt_desktop.ui.look.tokens import Tokens


class Told(QObject):
    """Counts how often a widget is told that its style has changed."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.StyleChange
        return False


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    theme.apply(qapp, "light")
    yield qapp
    theme.apply(qapp, "light")


@pytest.fixture
def window(app: QApplication, qtbot: QtBot) -> QWidget:
    """A label of quiet colour ("shown") deep inside, and one that is hidden behind it ("hidden")."""
    outer = QWidget()
    inner = outer
    for _ in range(6):
        column = QVBoxLayout(inner)
        inner = QWidget()
        column.addWidget(inner)
    column = QVBoxLayout(inner)
    for name in ("shown", "hidden"):
        label = QLabel(name)
        label.setObjectName(name)
        label.setProperty("role", "meta")
        column.addWidget(label)
    qtbot.addWidget(outer)
    outer.show()
    label_of(outer, "hidden").hide()
    return outer


def label_of(window: QWidget, name: str) -> QLabel:
    found = window.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found


def has_ink_of(label: QLabel, colours: Tokens) -> bool:
    return bool(label.palette().windowText().color() == colours.text3)


def test_what_is_seen_is_restyled_once_and_what_is_hidden_not_at_all(window: QWidget) -> None:
    shown, hidden = Told(label_of(window, "shown")), Told(label_of(window, "hidden"))
    theme.apply(QApplication.instance(), "dark")  # type: ignore[arg-type]
    assert shown.count == 2  # the old sheet off, the new one on; not once for each of seven parents
    assert hidden.count == 0
    assert has_ink_of(label_of(window, "shown"), theme.DARK)


def test_what_was_hidden_has_the_colours_when_it_is_shown(
    app: QApplication, window: QWidget, qtbot: QtBot
) -> None:
    hidden = label_of(window, "hidden")
    for choice in ("dark", "light", "dark"):  # faster than hidden widgets follow
        theme.apply(app, choice)
    hidden.show()
    qtbot.waitUntil(lambda: has_ink_of(hidden, theme.DARK))
    assert not hidden.testAttribute(Qt.WidgetAttribute.WA_SetStyle)


def test_no_colour_of_another_theme_stays_behind(
    app: QApplication, window: QWidget, qtbot: QtBot
) -> None:
    hidden = label_of(window, "hidden")
    theme.apply(app, "dark")
    qtbot.waitUntil(lambda: has_ink_of(hidden, theme.DARK))
    hidden.setProperty("role", "")
    hidden.style().unpolish(hidden)
    hidden.style().polish(hidden)
    assert hidden.palette().windowText().color() == theme.DARK.text


def test_the_theme_that_is_on_is_not_put_on_again(
    app: QApplication, window: QWidget, qtbot: QtBot
) -> None:
    told = Told(label_of(window, "shown"))
    with qtbot.assertNotEmitted(theme.notifier().themed):
        theme.apply(app, "light")
    assert told.count == 0


PROGRAM = """
from tttt_desktop.ui.app import make_application
app = make_application()
from tttt_desktop.ui.main_window import MainWindow
from tttt_desktop.ui.settings import Settings
window = MainWindow(Settings())
window.show()
app.processEvents()
print(window.font().pixelSize(), window.menuBar().font().pixelSize())
"""


def test_the_window_in_which_the_first_theme_is_put_on_has_its_font() -> None:
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["13", "13"]
