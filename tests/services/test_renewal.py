"""Suggestions looked at again after learning: no undo step, nothing decided is touched, and undo still finds its way."""

import random

import office
import pytest

from tttt_desktop.domain.records import Block, Kind, ParsedArticle, Proposal, Span
from tttt_desktop.services import renewal, review, suggestions
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.learning import Learner
from tttt_desktop.storage.articles import add_article
from tttt_desktop.suggesting.suggest import suggest

TEXTS = [article.text for article in office.articles(3)]


def fill(dossier: Dossier, *, with_proposals: bool) -> list[int]:
    """Articles, with their suggestions in the same change or later."""
    with dossier.store.change("Nhập bài viết"):
        ids = [
            add_article(
                dossier.store,
                ParsedArticle(
                    f"{n}.txt",
                    "txt",
                    f"{n:064}",
                    b"",
                    (*(Block(line) for line in text.split("\n")), Block("Lượt xem: 3", "Lượt xem")),
                ),
                suggest(text) if with_proposals else None,
            )
            for n, text in enumerate(TEXTS)
        ]
    if not with_proposals:
        pages = suggestions.pages(dossier, ids)
        suggestions.put(dossier, pages, {one: suggest(pages[one].text) for one in ids})
    return ids


@pytest.fixture(params=[True, False], ids=["with the import", "later"])
def ids(request: pytest.FixtureRequest, dossier: Dossier) -> list[int]:
    return fill(dossier, with_proposals=request.param)


def learner_of(dossier: Dossier) -> Learner:
    learner = Learner(dossier)
    learner.learn_on()
    return learner


def renew(dossier: Dossier, ids: list[int]) -> None:
    """As the window does it: ask the rules again, let the model have its say."""
    pages = renewal.pages(dossier, ids)
    found = {one: suggest(page.text) for one, page in pages.items()}
    renewal.renew(dossier, pages, found, learner_of(dossier).model)


def decline_like_an_office(dossier: Dossier, article_id: int) -> None:
    """Decline everything that is proposed as a task, accept the rest."""
    for one in dossier.page(article_id).suggestions:
        if one.proposal.kind is Kind.TASK:
            review.decline(dossier, one.id)
        else:
            review.accept(dossier, one.id)


def test_scores_follow_the_decisions_and_ids_stay(dossier: Dossier, ids: list[int]) -> None:
    decline_like_an_office(dossier, ids[0])
    decline_like_an_office(dossier, ids[1])
    before = {one.id: one for one in dossier.page(ids[2]).suggestions}
    history = dossier.history()
    renew(dossier, ids)
    after = {one.id: one for one in dossier.page(ids[2]).suggestions}
    assert after.keys() <= before.keys()
    tasks = [one for one in before.values() if one.proposal.kind is Kind.TASK]
    lower = [
        one
        for one in tasks
        if one.id not in after or after[one.id].proposal.score < one.proposal.score
    ]
    assert len(lower) == len(tasks) > 0
    assert dossier.history() == history
    assert dossier.check() == []


def test_a_second_look_changes_nothing(dossier: Dossier, ids: list[int]) -> None:
    decline_like_an_office(dossier, ids[0])
    renew(dossier, ids)
    page = dossier.page(ids[2])
    renew(dossier, ids)
    assert dossier.page(ids[2]) == page


def test_what_was_decided_or_marked_is_left_alone(dossier: Dossier, ids: list[int]) -> None:
    first, second, *_ = dossier.page(ids[0]).suggestions
    review.accept(dossier, first.id)
    review.decline(dossier, second.id)
    page = dossier.page(ids[0])
    marked = page.annotations
    found = [
        Proposal(Span(s.proposal.span.start, s.proposal.span.stop - 1), Kind.TASK, 0.9, "x", "y")
        for s in (first, second)
    ]
    renewal.renew(dossier, {ids[0]: page}, {ids[0]: found}, learner_of(dossier).model)
    assert dossier.page(ids[0]).annotations == marked
    assert dossier.page(ids[0]).suggestions == ()


def test_articles_that_are_done_or_corrected_and_a_waiting_redo_are_passed_over(
    dossier: Dossier, ids: list[int]
) -> None:
    review.mark_done(dossier, ids[0])
    review.restore_aside(dossier, dossier.page(ids[1]).asides[0].id)
    assert renewal.unfinished(dossier) == [ids[2]]
    assert renewal.pages(dossier, ids).keys() == {ids[2]}
    dossier.undo()
    assert renewal.unfinished(dossier) == []
    page = dossier.page(ids[2])
    renewal.renew(dossier, {ids[2]: page}, {ids[2]: []}, learner_of(dossier).model)
    assert dossier.page(ids[2]) == page


@pytest.mark.parametrize("seed", range(4))
def test_undo_finds_its_way_through_renewals(dossier: Dossier, ids: list[int], seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(12):
        article_id = chance.choice(ids)
        page = dossier.page(article_id)
        act = chance.choice(("accept", "decline", "renew", "undo", "restore", "change"))
        if act == "renew":
            renew(dossier, ids)
        elif act == "undo" and dossier.undo_label != "Nhập bài viết":
            dossier.undo()
        elif act == "restore" and page.asides:
            review.restore_aside(dossier, page.asides[0].id)
        elif act == "change" and page.annotations:
            review.change_kind(dossier, page.annotations[0].id, chance.choice(list(Kind)))
        elif page.suggestions and act in ("accept", "decline"):
            one = chance.choice(page.suggestions).id
            (review.accept if act == "accept" else review.decline)(dossier, one)
        assert dossier.check() == []
    while dossier.undo():
        assert dossier.check() == []
    assert dossier.totals().articles == 0
    assert dossier.store.conn.execute("SELECT count(*) FROM suggestion").fetchone()[0] == 0
    while dossier.redo():
        assert dossier.check() == []
