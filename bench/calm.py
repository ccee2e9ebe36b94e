"""How long the thread of the window is held: first openings, another theme, many articles at once, a long correction.

Counted is the processor time that it uses between two turns of the event loop; other programs do not count.
"""

import os
import shutil
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from time import thread_time

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from bench.figures import Result
from bench.windows import Heartbeat
from tttt_desktop.domain.records import ArticleFilter, ArticleState
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.main_window import MainWindow

_SETTLED = 400  # milliseconds until nothing more follows from an act
_OPENED = {
    "palette": "held_palette",
    "report": "held_report",
    "view_consolidation": "held_consolidation",
    "view_following": "held_following",
    "view_figures": "held_figures",
}


def _window(dossier: Path) -> MainWindow:
    from tttt_desktop.ui.app import make_application
    from tttt_desktop.ui.settings import Settings

    make_application()
    window = MainWindow(Settings())
    window.resize(1366, 740)
    window.show()
    window.dossiers.open_path(dossier)
    _turn_for(1_500)
    return window


def _turn_for(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def held(act: Callable[[], object]) -> float:
    """Most seconds of work in one turn of the event loop, from the act until all that follows from it is done."""
    heartbeat = Heartbeat()
    QTimer.singleShot(0, act)
    _turn_for(_SETTLED)
    heartbeat.deleteLater()
    return heartbeat.work


def openings(folder: Path) -> Result:
    """Each opened for the first time, after what it needs was loaded beforehand; then another theme, thrice."""
    from tttt_desktop.ui.beforehand import loading

    path = folder / f"openings-{os.getpid()}.tttt"
    shutil.copy(folder / "few.tttt", path)
    window = _window(path)
    heartbeat = Heartbeat()
    for _ in chain(loading(), window.views.making()):
        QApplication.processEvents()
    result = {"held_loading": heartbeat.work}
    heartbeat.deleteLater()
    for command, key in _OPENED.items():
        result[key] = held(window.commands[command].trigger)
        for dialog in window.findChildren(QDialog):
            dialog.close()
    window.views.choose("reading")
    themes = [held(lambda name=name: window.set_theme(name)) for name in ("dark", "light", "dark")]  # type: ignore[misc]
    window.close()
    path.unlink()
    return {**result, "held_theme": sorted(themes)[1]}


def bulk(folder: Path) -> Result:
    """1,000 chosen articles get a state, go, and come back; all in the window."""
    path = folder / f"bulk-{os.getpid()}.tttt"
    shutil.copy(folder / "bulk.tttt", path)
    window = _window(path)
    place = window.place.held
    assert place is not None
    ids = place.dossier.article_ids(ArticleFilter())
    place.dossier.set_settings({"bench": "1"})  # the copy that is made once a day
    result = {
        "held_state": held(lambda: window.lists.set_state(ids, ArticleState.DONE)),
        "held_state_undone": held(window.undo),
        "held_removed": held(lambda: window.lists.remove(ids)),
        "held_removed_undone": held(window.undo),
    }
    window.close()
    path.unlink()
    return result


def long_correction(folder: Path) -> Result:
    """Two slips far apart in 200,000 characters with 2,000 annotations: what it would do told, and done."""
    from tttt_desktop.services import correcting

    path = folder / f"correction-{os.getpid()}.tttt"
    shutil.copy(folder / "correction.tttt", path)
    with Dossier.open(path) as dossier:
        dossier.set_settings({"bench": "1"})
        (article_id,) = dossier.article_ids()
        page = dossier.page(article_id)
        text = page.text
        mended = f"{text[:1_000]} thêm chữ{text[1_000:150_000]}{text[150_020:]}"
        told = elapsed_work(lambda: correcting.effect(page, mended))
        done = elapsed_work(lambda: correcting.correct(dossier, article_id, mended))
        undone = elapsed_work(dossier.undo)
    path.unlink()
    return {"correction_told": told, "correction": done, "correction_undone": undone}


def elapsed_work(action: Callable[[], object]) -> float:
    """Seconds of processor time of this thread that `action` takes."""
    began = thread_time()
    action()
    return thread_time() - began
