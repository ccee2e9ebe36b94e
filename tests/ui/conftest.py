"""The real window on a dossier, at one of its views; and a clipboard that is empty at the end."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tttt_desktop.ui.main_window import MainWindow
from tttt_desktop.ui.settings import Settings


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """What Python put there must not outlive it."""
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def open_at(qapp: QApplication) -> Iterator[Callable[[Path, str], MainWindow]]:
    """Open the window on a dossier at the view of a key, the one before is closed; so is the last at the end."""
    made: list[MainWindow] = []

    def close() -> None:
        while made:
            window = made.pop()
            window.close()
            shiboken6.delete(window)  # at once: a new theme goes to every window that still exists

    def open_on(dossier: Path, view: str) -> MainWindow:
        close()
        window = MainWindow(Settings())
        made.append(window)
        window.showNormal()
        window.resize(1366, 768)
        assert window.dossiers.open_path(dossier)
        window.views.choose(view)
        return window

    yield open_on
    close()
