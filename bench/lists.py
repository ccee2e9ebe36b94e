"""What is measured in a list of 100,000 articles: opened, filtered, searched, counted, all of it chosen."""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication, QWidget

from bench.figures import Result, elapsed
from bench.windows import until_painted as elapsed_until_painted
from tttt_desktop.domain.records import ArticleFilter, ArticleState
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.articles.pane import ArticlePane

PROVINCES, FIELDS = ("Cà Mau", "Lào Cai"), ("Viễn thông",)
NARROW = (
    ArticleFilter(state=ArticleState.UNREAD, years=(2015, 2016)),
    ArticleFilter(provinces=PROVINCES),
    ArticleFilter(provinces=PROVINCES, years=(2019,), with_suggestions=True),
    ArticleFilter(fields=FIELDS),
)
TYPED = ("chuyen doi so ", "thời hạn ", "CNTT ")
EVERYTHING = ("so ", "tong ket ", "sở TT&TT ")


def long_list(folder: Path) -> Result:
    """The list in its pane, asked as the window asks it. All but the check is work of the processor, none waits."""
    from tttt_desktop.ui.app import make_application

    app = make_application()
    pane = ArticlePane()
    pane.resize(296, 700)
    pane.show()
    app.processEvents()
    held: list[Dossier] = []
    checked = elapsed(lambda: held.append(Dossier.open(folder / "long.tttt")))
    dossier = held[0]

    def show(filter: ArticleFilter) -> Callable[[], None]:
        return lambda: pane.refresh(dossier.totals(), dossier.article_ids(filter))

    def begin() -> None:
        pane.set_source(dossier)
        show(ArticleFilter())()

    opened = _until_painted(pane.view.viewport(), begin)
    pane.filter_changed.connect(lambda wanted: show(wanted)())
    first = _painted(pane, ArticleFilter(state=ArticleState.DONE))
    filtered = [_painted(pane, one) for one in NARROW * 3]
    searched = [_painted(pane, ArticleFilter(query=one)) for one in TYPED * 3]
    everything = [_painted(pane, ArticleFilter(query=one)) for one in EVERYTHING * 3]
    counted = [_worked(lambda q=q: dossier.facets(ArticleFilter(query=q))) for q in EVERYTHING * 3]  # type: ignore[misc]
    pane.bar.clear()
    chosen = _until_painted(pane.view.viewport(), pane.view.selectAll)
    dossier.close()
    return {
        "long_check": checked,
        "long_list": opened,
        "long_first": first,
        "long_filter": median(filtered),
        "long_search": median(searched),
        "long_everything": median(everything),
        "long_facets": median(counted),
        "long_all": chosen,
    }


def _worked(action: Callable[[], object]) -> float:
    """Processor seconds that `action` takes of this thread."""
    began = time.thread_time()
    action()
    return time.thread_time() - began


def _until_painted(widget: QWidget, action: Callable[[], object]) -> float:
    """Processor seconds until `widget` has been painted because of `action`."""
    return _worked(lambda: elapsed_until_painted(widget, action))


def _painted(pane: ArticlePane, filter: ArticleFilter) -> float:
    """Until the list shows what a filter leaves, coming from a list without any."""
    pane.bar.clear()
    QApplication.processEvents()
    return _until_painted(pane, lambda: pane.bar.apply(filter))
