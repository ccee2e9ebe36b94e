"""The list in memory says what the tables say, whatever happened to them."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tttt_desktop.domain.records import (
    Article,
    ArticleFilter,
    ArticleState,
    Kind,
    ParsedArticle,
    Proposal,
    Span,
)
from tttt_desktop.services import review, several
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article

PROVINCES, OUTLETS, YEARS = ("", "An Giang", "Đà Nẵng", "Cà Mau"), ("", "Báo mẫu"), (2021, 2022)
Make = Callable[..., ParsedArticle]


@pytest.fixture
def filled(dossier: Dossier, parsed: Make) -> Dossier:
    """Nine articles that differ in everything that can be filtered by."""
    with dossier.store.change("Nhập 9 bài viết"):
        for n in range(9):
            article = parsed(
                f"Bài {n} tổng kết\nKết quả đạt {n} % kế hoạch.",
                province=PROVINCES[n % 4],
                outlet=OUTLETS[n % 2],
                published_on=date(YEARS[n % 2], 1 + n, 3) if n % 3 else None,
            )
            proposal = Proposal(Span(0, 3), Kind.TASK, 0.5, "cue", "vì có từ")
            add_article(dossier.store, article, [proposal] * (n % 3))
    return dossier


def articles(dossier: Dossier) -> list[Article]:
    rows = dossier.store.conn.execute("SELECT id FROM article")
    return [dossier.page(row["id"]).article for row in rows]


def fits(dossier: Dossier, one: Article, filter: ArticleFilter) -> bool:
    return (
        (not filter.years or one.year in filter.years)
        and (not filter.provinces or one.province in filter.provinces)
        and (not filter.outlets or one.outlet in filter.outlets)
        and filter.state in (None, one.state)
        and (not filter.with_suggestions or bool(dossier.page(one.id).suggestions))
    )


def newest_first(one: Article) -> tuple[int, str, int]:
    return one.year or 0, str(one.published_on or ""), one.id


def check(dossier: Dossier, filter: ArticleFilter) -> None:
    """Compare ids and counts with what a walk over all articles gives."""
    known = articles(dossier)
    wanted = [one for one in known if fits(dossier, one, filter)]
    ids = [one.id for one in sorted(wanted, key=newest_first, reverse=True)]
    assert dossier.article_ids(filter) == ids
    found = dossier.facets(filter)
    for name, without, value in (
        ("years", replace(filter, years=()), "year"),
        ("provinces", replace(filter, provinces=()), "province"),
        ("outlets", replace(filter, outlets=()), "outlet"),
        ("states", replace(filter, state=None), "state"),
    ):
        under_others = [one for one in known if fits(dossier, one, without)]
        counts = Counter(str(getattr(one, value) or "") for one in under_others)
        del counts[""]
        assert dict(found[name]) == counts
    assert dossier.states(filter) == dict(found["states"])


FILTERS = st.builds(
    ArticleFilter,
    years=st.sets(st.sampled_from(YEARS)).map(tuple),
    provinces=st.sets(st.sampled_from(PROVINCES[1:])).map(tuple),
    outlets=st.sets(st.just("Báo mẫu")).map(tuple),
    state=st.sampled_from([None, *ArticleState]),
    with_suggestions=st.booleans(),
)
VALUES = st.one_of(
    st.builds(lambda v: {"province": v}, st.sampled_from(PROVINCES)),
    st.builds(lambda v: {"state": v}, st.sampled_from(list(ArticleState))),
    st.builds(lambda v: {"plan_year": v}, st.sampled_from([None, 2020, 2022])),
    st.builds(lambda v: {"published_on": v}, st.sampled_from([None, date(2021, 5, 5)])),
)
IDS = st.lists(st.integers(1, 9), min_size=1, max_size=3, unique=True)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=examples(25),
    deadline=None,
)
@given(st.lists(st.tuples(IDS, VALUES, FILTERS), max_size=4))
def test_the_list_follows_every_change_and_its_undoing(
    filled: Dossier, edits: list[tuple[list[int], dict[str, object], ArticleFilter]]
) -> None:
    for ids, values, filter in edits:
        check(filled, filter)
        several.edit_articles(filled, ids, **values)
        check(filled, filter)
    while filled.undo_label != "Nhập 9 bài viết":
        filled.undo()
        check(filled, ArticleFilter())


def test_what_comes_and_goes_is_in_the_list_at_once(filled: Dossier, parsed: Make) -> None:
    before = list(filled.article_ids())
    assert filled.article_ids(ArticleFilter(provinces=("Cà Mau",))) == [8, 4]
    several.remove_articles(filled, [4, 5])
    assert filled.article_ids() == [one for one in before if one not in (4, 5)]
    assert filled.article_ids(ArticleFilter(provinces=("Cà Mau",))) == [8]
    filled.undo()
    assert filled.article_ids() == before
    with filled.store.change("Nhập"):
        new = add_article(filled.store, parsed("Bài mới", province="Cà Mau"), None)
    assert new in filled.article_ids(ArticleFilter(provinces=("Cà Mau",)))
    check(filled, ArticleFilter())


def test_a_search_is_asked_again_after_a_change(filled: Dossier) -> None:
    query = ArticleFilter(query="hoàn toàn mới")
    assert filled.article_ids(query) == []
    review.edit_article(filled, 3, title="Một bài hoàn toàn mới")
    assert filled.article_ids(query) == [3]
    filled.undo()
    assert filled.article_ids(query) == []


def test_a_failed_change_leaves_the_list_as_it_was(filled: Dossier) -> None:
    def fail() -> None:
        with filled.store.change("Hỏng"):
            filled.store.update("article", 3, {"province": "Nơi khác"})
            filled.article_ids()
            raise ZeroDivisionError

    check(filled, ArticleFilter())
    with pytest.raises(ZeroDivisionError):
        fail()
    check(filled, ArticleFilter(provinces=("Đà Nẵng",)))
    assert ("Nơi khác", 1) not in filled.facets(ArticleFilter())["provinces"]


def test_open_suggestions_are_counted_under_the_other_conditions(filled: Dossier) -> None:
    assert filled.facets(ArticleFilter())["suggestions"] == [("", 6)]
    assert filled.facets(ArticleFilter(provinces=("Cà Mau",)))["suggestions"] == [("", 1)]
    assert filled.facets(ArticleFilter(with_suggestions=True))["suggestions"] == [("", 6)]
