"""Số liệu of 5,000 figures, and the ways out of a dossier of 5,000 annotations."""

import io
import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from bench.figures import Result, elapsed, peak
from tttt_desktop.services.dossier import Dossier


def figures_view(folder: Path) -> Result:
    """The view with about 5,000 figures: read and painted, what disagrees found, a row moved to, a search painted."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    from bench.windows import Heartbeat, until_painted
    from tttt_desktop.ui.app import make_application
    from tttt_desktop.ui.figures.view import FiguresView
    from tttt_desktop.ui.settings import Settings
    from tttt_desktop.ui.workplace import Workplace

    app = make_application()
    window = QWidget()
    window.show()
    place = Workplace(window, Settings())
    place.show(Dossier.open(folder / "figures.tttt", read_only=True))
    view = FiguresView(place)
    view.resize(1366, 660)
    view.set_dossier(place.held)
    paper = view.table.viewport()
    heartbeat = Heartbeat()
    first = until_painted(paper, view.show, lambda: view.table.model().rowCount() > 4_500)

    def compare() -> None:
        while place.jobs.busy:
            app.processEvents()

    compared = elapsed(compare)
    app.processEvents()
    turn = heartbeat.work
    steps = [
        until_painted(paper, lambda: QTest.keyClick(view.table, Qt.Key.Key_Down)) for _ in range(9)
    ]
    view.conditions.search.setText("doanh thu")
    search = until_painted(paper, view.conditions.changed.emit)
    view.close()
    place.close()
    return {
        "figures_view": first,
        "figures_turn": turn,
        "figures_compare": compared,
        "figures_step": sorted(steps)[4],
        "figures_search": search,
    }


def ways_out(folder: Path) -> Result:
    """A dossier of 5,000 annotations as .xlsx, .qdpx and .json: CPU, and that of packing the same bytes alone."""
    from tttt_desktop.services.exports import ways_out as service

    found: Result = {}
    with Dossier.open(folder / "marked.tttt", read_only=True) as dossier:  # as in the window
        for kind in ("xlsx", "qdpx", "json"):
            out = folder / f"out-{os.getpid()}.{kind}"
            found[kind] = _worked(partial(service.write, dossier, kind, out))
            if kind == "xlsx":
                found["xlsx_bare"] = _packed(out)
            out.unlink()
    return {**found, "ways_out_mb": peak()}


def _packed(book: Path) -> float:
    """The limit: the parts of a workbook written into a zip again, as tightly."""
    with ZipFile(book) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}

    def pack() -> None:
        with ZipFile(io.BytesIO(), "w", ZIP_DEFLATED, compresslevel=1) as target:
            for name, data in parts.items():
                target.writestr(name, data)

    return _worked(pack)


def _worked(action: Callable[[], object]) -> float:
    began = time.process_time()
    action()
    return time.process_time() - began
