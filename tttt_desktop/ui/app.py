"""Starting the window: application, language, fonts, exception hook, first dossier."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from tttt_desktop import __version__
from tttt_desktop.faults import start_log
from tttt_desktop.paths import resource
from tttt_desktop.ui import messages, typed_ahead
from tttt_desktop.ui.beforehand import Beforehand
from tttt_desktop.ui.main_window import MainWindow
from tttt_desktop.ui.settings import Settings

_SWITCH = 0.0005  # seconds: painting waits for the interpreter at every turn while a thread reads


def run(paths: Sequence[str] = ()) -> int:
    """Open the window, with the dossier in `paths`, else the one used last. Returns the exit code."""
    app = make_application()
    window = MainWindow(Settings())
    messages.install_exception_hook(window)
    window.show()
    typed_ahead.install(window)
    open_first(window, paths)
    gc.freeze()  # the program stays: looking through it for garbage would hold the window
    Beforehand(window, window.at_work, window.views.making())
    if os.environ.get("TTTT_BENCH_READY"):
        Ready(window)
    return app.exec()


def make_application() -> QApplication:
    """The QApplication, Vietnamese down to Qt's own dialogs."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    QCoreApplication.setApplicationName("tttt-desktop")
    QCoreApplication.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("tttt-desktop")
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    start_log()
    sys.setswitchinterval(_SWITCH)
    app = QApplication(sys.argv[:1])
    app.setWindowIcon(QIcon(str(resource("icons") / "app.svg")))
    translator = QTranslator(app)
    if translator.load(str(resource("i18n") / "qtbase_vi.qm")):
        app.installTranslator(translator)
    return app


def open_first(window: MainWindow, paths: Sequence[str]) -> None:
    """Open the dossier that was asked for, else the last one; a vanished one is simply not opened."""
    if paths:
        window.dossiers.open_path(Path(paths[0]).absolute())
    elif window.settings.recent:
        window.dossiers.open_path(window.settings.recent[0])


class Ready(QObject):
    """For measuring: print one line once the window has been painted and takes input, then close it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        self._window.close()
