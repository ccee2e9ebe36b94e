"""What is measured inside the window, each figure in a fresh process: the list of many articles, the full page."""

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from bench import data
from bench.figures import Result, elapsed, peak
from tttt_desktop.domain.records import Annotation, Article, ArticleFilter, Kind, Page
from tttt_desktop.services.dossier import Dossier

QUERIES = ("chuyen doi so", "DOANH THU buu chinh", "thoi han", "đề án")  # words of the samples


class Painted(QObject):
    """Notes that a widget has been painted since it was asked to watch, and was `ready` then."""

    def __init__(self, widget: QWidget, ready: Callable[[], bool]) -> None:
        super().__init__(widget)
        self.seen = False
        self._ready = ready
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or (event.type() == QEvent.Type.Paint and self._ready())
        return False


def until_painted(
    widget: QWidget, action: Callable[[], object], ready: Callable[[], bool] = lambda: True
) -> float:
    """Seconds from `action` until `widget` has been painted because of it, with all that makes it `ready`."""
    painted = Painted(widget, ready)

    def job() -> None:
        action()
        while not painted.seen:
            QApplication.processEvents()

    seconds = elapsed(job)
    widget.removeEventFilter(painted)
    return seconds


def listing(folder: Path) -> Result:
    """A dossier of 10,000 articles: opened and its list painted; a folded search with snippets; memory."""
    from tttt_desktop.ui.app import make_application
    from tttt_desktop.ui.articles.pane import ArticlePane

    app = make_application()
    dossier = Dossier.open
    held: list[Dossier] = []
    pane = ArticlePane()
    pane.resize(296, 700)
    pane.show()
    app.processEvents()

    def show() -> None:
        held.append(dossier(folder / "many.tttt"))
        pane.set_source(held[0])
        pane.refresh(held[0].totals(), held[0].article_ids(ArticleFilter()))

    seconds = until_painted(pane.view.viewport(), show)
    assert all(held[0].search(query) for query in QUERIES)
    search = median(elapsed(lambda q=query: held[0].search(q)) for query in QUERIES * 5)  # type: ignore[misc]
    held[0].close()
    return {"list": seconds, "search": search, "list_mb": peak()}


def sample(_: Path) -> Result:
    """From "Mở hồ sơ mẫu" in an empty window until the first article stands there with its suggestions (A2)."""
    from tttt_desktop.paths import data_dir
    from tttt_desktop.ui.app import make_application
    from tttt_desktop.ui.main_window import MainWindow
    from tttt_desktop.ui.settings import Settings

    shutil.rmtree(data_dir(), ignore_errors=True)
    app = make_application()
    window = MainWindow(Settings())
    window.resize(1366, 740)
    window.show()
    app.processEvents()

    def job() -> None:
        window.dossiers.sample()
        while window.reading.page is None or not window.reading.page.suggestions:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    seconds = until_painted(window.reading.reader, job)
    window.close()
    return {"sample": seconds}


class Heartbeat(QObject):
    """Notes the longest time in which the event loop was not reached, and the most work that was done in one.

    The second does not count what other programs, or children at work, took of the processors meanwhile.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest = self.work = 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self.work = max(self.work, worked - self._worked)
        self._last, self._worked = now, worked


def suggesting(folder: Path) -> Result:
    """1,000 articles of 3 KB get their suggestions beside the window: until all are stored; the longest hold."""
    from tttt_desktop.ui.app import make_application
    from tttt_desktop.ui.main_window import MainWindow
    from tttt_desktop.ui.settings import Settings

    app = make_application()
    path = folder / f"suggesting-{os.getpid()}.tttt"
    shutil.copy(folder / "unsuggested.tttt", path)
    window = MainWindow(Settings())
    window.show()
    app.processEvents()
    window.dossiers.open_path(path)
    app.processEvents()
    heartbeat = Heartbeat()
    assert window.place.held is not None
    dossier = window.place.held.dossier

    def job() -> None:
        while window.status.looking.isVisible():
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    seconds = elapsed(job)
    assert dossier.unsuggested(1) == []
    window.close()
    path.unlink()
    return {
        "suggesting": seconds,
        "suggesting_hold": heartbeat.longest,
        "suggesting_work": heartbeat.work,
    }


def importing(folder: Path) -> Result:
    """1,000 texts of 3 KB imported in the window: how long it is held while they come, and by the one commit."""
    from tttt_desktop.ui.app import make_application
    from tttt_desktop.ui.main_window import MainWindow
    from tttt_desktop.ui.review.dialog import ImportReview
    from tttt_desktop.ui.settings import Settings

    app = make_application()
    path = folder / f"importing-{os.getpid()}.tttt"
    Dossier.create(path).close()
    window = MainWindow(Settings())
    window.show()
    window.dossiers.open_path(path)
    app.processEvents()
    heartbeat = Heartbeat()
    window.imports.start([folder / "texts"])
    review = None
    while review is None or len(review.model.all_rows()) < 1000:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        review = window.findChild(ImportReview)
    while review.reading:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    longest, work = heartbeat.longest, heartbeat.work
    commit = elapsed(lambda: review.import_requested.emit(review.model.to_store()))
    assert window.totals.articles > 500  # doubles are left out
    window.close()
    path.unlink()
    return {"importing_hold": longest, "importing_work": work, "importing_commit": commit}


def page_of(count: int, length: int = 20_000) -> Page:
    """An article of `length` characters with `count` annotations."""
    text = data.text_of(1, length)
    kinds = list(Kind)
    marks = tuple(
        Annotation(number + 1, length, kinds[number % 3], span, span.of(text))
        for number, span in enumerate(data.pieces(text, count))
    )
    return Page(Article(length, "bench.txt", text.split("\n")[0]), 1, text, marks)


def consolidation(folder: Path) -> Result:
    """Tổng hợp of 5,000 annotations: shown for the first time, then one line ticked off and one moved."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from tttt_desktop.ui.app import make_application
    from tttt_desktop.ui.consolidation.view import ConsolidationView
    from tttt_desktop.ui.open_dossier import OpenDossier
    from tttt_desktop.ui.settings import Settings
    from tttt_desktop.ui.workplace import Workplace

    app = make_application()
    window = QWidget()
    window.resize(1366, 700)
    window.show()
    place = Workplace(window, Settings())
    view = ConsolidationView(place)
    view.resize(1366, 660)
    copy = folder / "consolidated.tttt"
    shutil.copy(folder / "marked.tttt", copy)
    with Dossier.open(copy) as dossier:
        held = OpenDossier(dossier)
        view.set_dossier(held)
        paper = view.list.viewport()
        heartbeat = Heartbeat()
        first = until_painted(paper, view.show, lambda: view.list.model().rowCount() > 5_000)
        app.processEvents()
        turn = heartbeat.work
        place.jobs.stop_all()
        view.focus_work()
        app.processEvents()
        up, alt = Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier
        QTest.keyClick(view.list, up, alt)  # the first change of a day makes a backup before it
        acts = []
        for _ in range(5):
            acts.append(until_painted(paper, lambda: QTest.keyClick(view.list, Qt.Key.Key_Space)))
            acts.append(until_painted(paper, lambda: QTest.keyClick(view.list, up, alt)))
        place.jobs.stop_all()
        view.close()
    copy.unlink()
    return {"lines": first, "lines_turn": turn, "line_act": median(acts)}


def reading(_: Path) -> Result:
    """An article of 20,000 characters with 500 annotations, opened after a small one: painted; then one annotation more."""
    from tttt_desktop.ui.app import make_application
    from tttt_desktop.ui.editor.pane import ReaderPane

    app = make_application()
    pane = ReaderPane()
    pane.resize(700, 700)
    pane.show()
    app.processEvents()
    text = pane.findChild(QTextEdit)
    assert isinstance(text, QTextEdit)
    paper = text.viewport()
    until_painted(paper, lambda: pane.show_page(page_of(20, 3_000), False))
    full = page_of(500)
    fewer = replace(full, annotations=full.annotations[:-1])
    first = until_painted(paper, lambda: pane.show_page(fewer, False))
    more = []
    for page in (full, fewer) * 10:
        more.append(until_painted(paper, lambda page=page: pane.show_page(page, True)))  # type: ignore[misc]
    return {"page": first, "one_more": median(more)}
