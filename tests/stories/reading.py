"""The three panes of the reading view."""

from PySide6.QtWidgets import QWidget
from story import story
from story_desk import desk, page

from tttt_desktop.domain.records import ArticleFilter
from tttt_desktop.ui.annotations.panel import CardsPanel
from tttt_desktop.ui.articles.pane import ArticlePane
from tttt_desktop.ui.editor.pane import ReaderPane


def _list() -> ArticlePane:
    made = ArticlePane()
    made.set_source(desk())
    made.refresh(desk().totals(), desk().article_ids(ArticleFilter()))
    made.set_current(desk().article_ids()[0])
    return made


@story("articles", width=296, height=600)
def usual() -> QWidget:
    return _list()


@story("articles", width=240, height=420)
def narrow() -> QWidget:
    return _list()


def _reader(number: int, zoom: int = 100) -> ReaderPane:
    made = ReaderPane()
    made.set_zoom(zoom)
    made.show_page(page(number))
    return made


@story("reader", width=700, height=560)
def half_done() -> QWidget:
    return _reader(0)


@story("reader", width=700, height=560, focus=True)
def untouched() -> QWidget:
    return _reader(2)


@story("reader", width=700, height=420)
def nothing() -> QWidget:
    made = ReaderPane()
    made.show_page(None)
    return made


@story("reader", width=420, height=420)
def narrow_and_large() -> QWidget:
    return _reader(0, zoom=200)


@story("reader", width=700, height=420)
def read_only() -> QWidget:
    made = _reader(1)
    made.set_read_only(True)
    return made


def _cards(number: int, zoom: int = 100) -> CardsPanel:
    made = CardsPanel()
    made.set_zoom(zoom)
    made.show_page(page(number))
    return made


@story("cards", width=372, height=600)
def cards_half_done() -> QWidget:
    made = _cards(0)
    made.select(("annotation", page(0).annotations[0].id))
    return made


@story("cards", width=372, height=600)
def cards_of_a_task() -> QWidget:
    made = _cards(1)
    mark = next(one for one in page(1).annotations if one.task is not None)
    made.select(("annotation", mark.id))
    return made


@story("cards", width=320, height=420)
def cards_narrow_and_large() -> QWidget:
    made = _cards(0, zoom=150)
    made.select(("suggestion", page(0).suggestions[0].id))
    return made


@story("cards", width=372, height=200)
def cards_empty() -> QWidget:
    made = CardsPanel()
    made.show_page(None)
    return made
