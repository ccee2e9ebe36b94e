"""What the person feels in the reader, in a fresh process: a key, a step of scrolling, one mark more."""

import os
from dataclasses import replace
from pathlib import Path
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from bench import data
from bench.figures import Result
from bench.windows import page_of, until_painted
from tttt_desktop.domain.records import Kind, Page
from tttt_desktop.services import suggestions
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article

_USUAL = 6_000  # characters of an article
_LINES = 75  # pixels: a notch of the wheel


def reader(folder: Path) -> Result:
    """Keys in the window at a usual article; scrolling and changing at 20,000 characters and at 200,000."""
    from tttt_desktop.ui.app import make_application

    app = make_application()
    pressed = _keys(folder, app)
    usual, long = page_of(500), page_of(2_000, 200_000)
    return {
        **pressed,
        "scroll": _scrolling(app, usual),
        "scroll_long": _scrolling(app, long),
        "change_long": _changing(app, long),
    }


def _keys(folder: Path, app: QApplication) -> Result:
    """From a key to the text painted anew: the next sentence, and a suggestion accepted and stored."""
    from tttt_desktop.ui.main_window import MainWindow
    from tttt_desktop.ui.settings import Settings

    path = folder / f"reader-{os.getpid()}.tttt"
    with Dossier.create(path) as dossier:
        with dossier.store.change("Nhập 1 bài viết"):
            add_article(dossier.store, data.parsed(1, _USUAL), None)
        suggestions.fill(dossier, progress=lambda done, total, name: None)
    window = MainWindow(Settings())
    window.resize(1366, 768)
    window.show()
    window.dossiers.open_path(path)
    window.activateWindow()
    text = window.reading.reader.findChild(QTextEdit)
    assert isinstance(text, QTextEdit)
    text.setFocus()
    app.processEvents()

    def times(key: Qt.Key, count: int) -> list[float]:
        paper = text.viewport()
        return [until_painted(paper, lambda: QTest.keyClick(text, key)) for _ in range(count)]

    accepted = times(Qt.Key.Key_Return, 8)
    times(Qt.Key.Key_Down, 1)
    result = {
        "key": median(times(Qt.Key.Key_Down, 10) + times(Qt.Key.Key_Up, 10)),
        "accept": median(accepted),
    }
    window.close()
    path.unlink()
    return result


def _pane(app: QApplication, page: Page) -> tuple[QWidget, QTextEdit]:
    from tttt_desktop.ui.editor.pane import ReaderPane

    pane = ReaderPane()
    pane.resize(700, 700)
    pane.show()
    pane.show_page(page)
    app.processEvents()
    text = pane.findChild(QTextEdit)
    assert isinstance(text, QTextEdit)
    return pane, text


def _scrolling(app: QApplication, page: Page) -> float:
    """One notch of the wheel, in the middle of the text."""
    pane, text = _pane(app, page)
    bar = text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    app.processEvents()
    steps = [
        until_painted(text.viewport(), lambda: bar.setValue(bar.value() + _LINES))
        for _ in range(40)
    ]
    pane.close()
    return median(steps)


def _changing(app: QApplication, page: Page) -> float:
    """One mark under another kind, at the beginning of a long text."""
    from tttt_desktop.ui.editor.pane import ReaderPane

    pane, text = _pane(app, page)
    assert isinstance(pane, ReaderPane)
    first = page.annotations[0]
    kinds = [kind for kind in Kind if kind is not first.kind]
    pages = [
        replace(page, annotations=(replace(first, kind=kind), *page.annotations[1:]))
        for kind in kinds
    ]
    changes = [
        until_painted(text.viewport(), lambda one=one: pane.show_page(one, True))  # type: ignore[misc]
        for one in pages * 10
    ]
    pane.close()
    return median(changes)
