"""Charts for the command line: drawn without a window, on a machine that need not have a display."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tttt_desktop.domain.errors import UserError

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from tttt_desktop.services.charts import Draw

_PLUGIN = "platforms/libqoffscreen.so"


def drawing() -> Draw:
    """What draws the charts of a report. Raises UserError where Qt cannot start; it is loaded here and nowhere before."""
    try:
        _application()
    except ImportError as error:
        raise UserError(
            "Máy này không vẽ được biểu đồ vì không nạp được thư viện Qt.",
            "Hãy lập báo cáo có biểu đồ trong cửa sổ chương trình.",
        ) from error
    from tttt_desktop.ui.report.drawing import draw

    return draw


@cache
def _application() -> QCoreApplication:
    """The application without which Qt knows no fonts; kept as long as the program runs. Raises ImportError."""
    from PySide6.QtCore import QCoreApplication, QLibraryInfo
    from PySide6.QtGui import QGuiApplication

    running = QCoreApplication.instance()
    if running is not None:
        return running
    if not sys.platform.startswith("linux"):  # there a session always has a screen
        return QGuiApplication(["tttt-desktop"])
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    if not Path(folder, _PLUGIN).is_file():  # Qt would end the whole program over it
        raise ImportError(_PLUGIN)
    return QGuiApplication(["tttt-desktop", "-platform", "offscreen"])
