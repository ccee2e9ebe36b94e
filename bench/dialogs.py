"""The dialog of a report: how long it holds the window, and until its pages are there."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QCheckBox, QComboBox

from bench.figures import Result
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.app import make_application
from tttt_desktop.ui.report.dialog import BriefingDialog

_TURN = 5  # milliseconds that a turn may last when there is more to do
_SETTLED = 1.5  # seconds


def report_dialog(folder: Path) -> Result:
    """Opened for the second time, as after a program that was idle; then each template in turn."""
    app = make_application()
    with Dossier.open(folder / "few.tttt", read_only=True) as dossier:
        first = BriefingDialog(dossier, folder)
        _made(first)
        first.reject()
        began = time.thread_time()
        dialog = BriefingDialog(dossier, folder)
        dialog.open()
        opened = time.thread_time() - began
        found = [_made(dialog)]
        (box,) = (one for one in dialog.findChildren(QComboBox) if one.accessibleName() == "Mẫu")
        for at in (*range(1, 4), 0):
            _settle()
            box.setCurrentIndex(at)
            found.append(_made(dialog))
        dialog.reject()
    del app
    turns, work = zip(*found, strict=True)
    return {"dialog_open": opened, "dialog_turn": max(turns), "dialog_pages": max(work)}


def long_report_dialog(folder: Path) -> Result:
    """5,000 annotations, with charts: everything is read from the dossier for the first time."""
    app = make_application()
    with Dossier.open(folder / "marked.tttt", read_only=True) as dossier:
        dialog = BriefingDialog(dossier, folder)
        dialog.open()
        first, _ = _made(dialog)
        checked = _settle()
        (charts,) = (one for one in dialog.findChildren(QCheckBox) if "Biểu đồ" in one.text())
        charts.click()
        drawn, _ = _made(dialog)
        dialog.reject()
    del app
    return {"dialog_long_turn": max(first, checked, drawn)}


def _made(dialog: BriefingDialog) -> tuple[float, float]:
    """The longest turn of the window's own work until the pages are there, and all work for them."""
    told: list[object] = []
    dialog.shown.connect(told.append)
    began = time.process_time()
    longest = _turns(lambda: bool(told))
    dialog.shown.disconnect(told.append)
    return longest, time.process_time() - began


def _turns(ended: Callable[[], bool]) -> float:
    """Let the window work until then; its longest turn."""
    longest = 0.0
    while not ended():
        turn = time.thread_time()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _TURN)
        longest = max(longest, time.thread_time() - turn)
        time.sleep(0.001)
    return longest


def _settle() -> float:
    """Until the check has ended, which comes after the pages; the longest turn."""
    until = time.perf_counter() + _SETTLED
    return _turns(lambda: time.perf_counter() > until)
