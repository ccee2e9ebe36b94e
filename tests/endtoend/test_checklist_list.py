"""A7, A12 and A13 in a real window: typing in the search box, what it finds, filters, the next unread article."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eyes import Eyes, Node

from tttt_desktop.domain.records import ArticleFilter, ArticleState
from tttt_desktop.domain.text import fold
from tttt_desktop.services.dossier import Dossier

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


class List:
    """The window and its list of articles."""

    def __init__(self, program: Any, eyes: Eyes, path: Path) -> None:
        self.program, self.eyes, self.path = program, eyes, path

    def rows(self) -> list[str]:
        """Rows of articles on the screen."""
        return [
            node.name
            for node in self.eyes.walk()
            if node.role == "list item"
            and node.name.startswith(("Chưa đọc,", "Đang đọc,", "Xong,"))
        ]

    def search(self, words: str) -> None:
        """Type into the empty search box and wait for the list."""
        self.program.press("ctrl+f", "ctrl+a", "Delete")
        self.program.type(words)


@pytest.fixture
def articles(start: Callable[..., Any], eyes: Eyes, sample: Path) -> List:
    return List(start(str(sample)), eyes, sample)


def test_what_is_typed_in_the_search_box_stays_there(articles: List) -> None:
    """A7: digits and letters that mean something in the text; Enter accepts nothing."""
    articles.search("1 2 3 aa ss")
    assert articles.eyes.one("Tìm kiếm bài viết").text == "1 2 3 aa ss"
    articles.program.press("Return")
    with Dossier.open(articles.path, read_only=True) as dossier:
        assert dossier.undo_label.startswith("Nhập")  # the import is still the last change
        totals = dossier.totals()
        assert totals.achievements + totals.shortcomings + totals.tasks == 0


@pytest.mark.parametrize("words", ["to trinh", "DIEN THOAI", "chuyen doi so", "đ"])
def test_search_finds_with_and_without_diacritics(articles: List, words: str) -> None:
    """A12: as many rows as articles that hold the words, whatever their case and signs."""
    with Dossier.open(articles.path, read_only=True) as dossier:
        pages = [dossier.page(one) for one in dossier.article_ids()]
        found = dossier.article_ids(ArticleFilter(query=words))
    holding = [page for page in pages if fold(words) in fold(f"{page.article.title}\n{page.text}")]
    assert len(found) >= len(holding)
    articles.search(words)
    assert len(articles.rows()) == min(len(found), len(articles.rows()))
    assert bool(articles.rows()) == bool(found)
    assert articles.eyes.all(f"Tất cả {len(found)}")


def test_nothing_found_offers_the_way_back(articles: List) -> None:
    """A12."""
    before = articles.rows()
    articles.search("zzzz")
    assert articles.rows() == []
    assert articles.eyes.one("Không có bài nào khớp")
    articles.program.click(*articles.eyes.one("Xoá bộ lọc", "push button").middle)
    assert articles.rows() == before


def test_done_goes_to_the_next_unread_article_of_the_filter(articles: List) -> None:
    """A13: filter by a province typed as words, then Ctrl+Enter."""
    with Dossier.open(articles.path, read_only=True) as dossier:
        wanted = dossier.article_ids(ArticleFilter(query="quang tri"))
        titles = {one: dossier.page(one).article.title for one in wanted}
    assert len(wanted) >= 2
    articles.search("quang tri")
    articles.program.press("Down", "Return")
    first = next(title for title in titles.values() if articles.eyes.all(title, "label"))
    articles.program.press("ctrl+Return")
    second = next(title for title in titles.values() if articles.eyes.all(title, "label"))
    assert first != second
    with Dossier.open(articles.path, read_only=True) as dossier:
        states = {titles[one]: dossier.page(one).article.state for one in wanted}
    assert states[first] is ArticleState.DONE


def test_filters_of_the_popover_combine(articles: List) -> None:
    """A13: a province and a state ticked in the popover by keys; the chips, the counts and the rows say the same."""
    with Dossier.open(articles.path, read_only=True) as dossier:
        province = dossier.page(dossier.article_ids()[-1]).article.province
        both = ArticleFilter(provinces=(province,), state=ArticleState.UNREAD)
        wanted = {dossier.page(one).article.title for one in dossier.article_ids(both)}
    program, eyes = articles.program, articles.eyes
    program.press("ctrl+l")
    tree = eyes.one("Điều kiện lọc")
    for value in (province, "Chưa đọc"):
        row = next(n for n in eyes.all(value) if n.name == value and _inside(n, tree))
        assert row.place is not None
        program.click(row.place[0] + 8, row.middle[1])
    program.screen.keep("A13-popover")
    program.press("Escape")
    assert {title for title in wanted if any(title in row for row in articles.rows())} == wanted
    assert len(articles.rows()) == len(wanted)
    assert eyes.all(f"Chưa đọc {len(wanted)}")
    assert eyes.one(f"Bỏ điều kiện lọc {province}", "push button")  # its chip
    program.screen.keep("A13-chips")


def _inside(node: Node, around: Node) -> bool:
    x, y = node.middle
    assert around.place is not None
    left, top, width, height = around.place
    return left <= x < left + width and top <= y < top + height
