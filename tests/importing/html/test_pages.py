"""Whole saved pages of many makes: the article comes out, with its lead, and nothing else of the page."""

from collections import Counter
from statistics import mean

import portals
import pytest

from tttt_desktop.domain.records import ParsedArticle
from tttt_desktop.importing.read import read_bytes

EVERY = (
    *portals.PAGES,
    *portals.UNSEEN,
    *portals.LATER,
    *portals.FURTHER,
    *portals.RECENT,
)
each_page = pytest.mark.parametrize("page", EVERY, ids=lambda page: page.name)


def read(page: portals.SavedPage) -> ParsedArticle:
    return read_bytes(f"{page.name}.html", page.html())


def shares(page: portals.SavedPage) -> tuple[float, float]:
    """Token F1 of the body, and how much of it is noise."""
    ideal, found = Counter(" ".join(page.ideal().lines).split()), Counter(read(page).text.split())
    both = (ideal & found).total()
    return 2 * both / (ideal.total() + found.total()), 1 - both / found.total()


@each_page
def test_the_body_is_the_article(page: portals.SavedPage) -> None:
    f1, noise = shares(page)
    assert f1 >= 0.98
    assert noise <= 0.01


def test_the_figures_over_all_pages() -> None:
    done = [shares(page) for page in EVERY]
    assert mean(f1 for f1, _ in done) >= 0.995
    assert mean(noise for _, noise in done) <= 0.005


@each_page
def test_the_lead_is_never_lost(page: portals.SavedPage) -> None:
    assert page.ideal().lead in read(page).text.split("\n")


@each_page
def test_title_date_and_name(page: portals.SavedPage) -> None:
    ideal, article = page.ideal(), read(page)
    assert article.title == ideal.title
    assert article.byline == ideal.byline
    assert str(article.published_on or "") == ideal.published
    assert article.province == ideal.province


@each_page
def test_the_site_is_known(page: portals.SavedPage) -> None:
    ideal, site = page.ideal(), read(page).site
    assert site == ideal.host or (not ideal.host and "." not in site)


@each_page
def test_what_is_set_aside_says_why_and_where(page: portals.SavedPage) -> None:
    article = read(page)
    assert all(block.place for block in article.blocks)
    assert all(len(block.reason) > 3 for block in article.blocks if block.reason)


def test_pages_are_of_the_size_of_real_ones() -> None:
    sizes = sorted(len(page.html()) for page in portals.PAGES)
    assert sizes[len(sizes) // 2] > 25_000
    assert sizes[-1] > 60_000
