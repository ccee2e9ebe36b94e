"""What is measured inside the window, each figure in a fresh process: the list of many articles, the full page."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from bench import data
from bench.figures import Result, elapsed, peak
from tttt_desktop.domain.records import Annotation, Article, ArticleFilter, Kind, Page
from tttt_desktop.services.dossier import Dossier


class Painted(QObject):
    """Notes that a widget has been painted since it was asked to watch."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def until_painted(widget: QWidget, action: Callable[[], object]) -> float:
    """Seconds from `action` until `widget` has been painted after it."""
    painted = Painted(widget)

    def job() -> None:
        action()
        widget.update()
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
        held.append(dossier(folder / "many.tttt", read_only=True))
        pane.refresh(held[0].totals(), held[0].article_ids(ArticleFilter()))

    seconds = until_painted(pane, show)
    search = median(elapsed(lambda: held[0].search("phu song dien thoai")) for _ in range(15))
    held[0].close()
    return {"list": seconds, "search": search, "list_mb": peak()}


def page_of(count: int) -> Page:
    """An article of 20,000 characters with `count` annotations."""
    text = data.text_of(1, 20_000)
    kinds = list(Kind)
    marks = tuple(
        Annotation(number + 1, 1, kinds[number % 3], span, span.of(text))
        for number, span in enumerate(data.pieces(text, count))
    )
    return Page(Article(1, "bench.txt", text.split("\n")[0]), 1, text, marks)


def reading(_: Path) -> Result:
    """An article of 20,000 characters with 500 annotations: painted; then one annotation more."""
    from tttt_desktop.ui.app import make_application
    from tttt_desktop.ui.editor.pane import ReaderPane

    app = make_application()
    pane = ReaderPane()
    pane.resize(700, 700)
    pane.show()
    app.processEvents()
    full = page_of(500)
    fewer = replace(full, annotations=full.annotations[:-1])
    first = until_painted(pane, lambda: pane.show_page(fewer, False))
    more = []
    for page in (full, fewer) * 5:
        more.append(until_painted(pane, lambda page=page: pane.show_page(page, True)))  # type: ignore[misc]
    return {"page": first, "one_more": median(more)}
