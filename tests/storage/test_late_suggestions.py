"""Suggestions found after the import: no undo step, and they come and go with the text they were found in."""

import sqlite3
from collections.abc import Callable

import pytest

from tttt_desktop.domain.records import Block, Kind, ParsedArticle, Proposal, Span, SuggestionState
from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import annotations, suggestions
from tttt_desktop.storage.articles import add_article

Make = Callable[..., ParsedArticle]
TEXT = "Tiêu đề\nCâu thứ nhất nói về kết quả. Câu thứ hai nói về việc phải làm."
FIRST, SECOND = "Câu thứ nhất nói về kết quả.", "Câu thứ hai nói về việc phải làm."


def found_in(text: str, *passages: str) -> list[Proposal]:
    """What the rules say of passages of a text."""
    starts = [text.index(passage) for passage in passages]
    return [
        Proposal(Span(start, start + len(passage)), Kind.TASK, 0.5, "cue", "vì thế")
        for start, passage in zip(starts, passages, strict=True)
    ]


def quotes(dossier: Dossier, article_id: int) -> dict[int, str]:
    """The open suggestions of an article: id and words."""
    page = dossier.page(article_id)
    return {one.id: one.proposal.span.of(page.text) for one in page.suggestions}


def put(dossier: Dossier, article_id: int, *passages: str) -> None:
    """Store suggestions for passages of the current text."""
    found = found_in(dossier.page(article_id).text, *passages)
    suggestions.put(dossier.store, {article_id: found})


@pytest.fixture
def article_id(dossier: Dossier, parsed: Make) -> int:
    """An article nobody has looked at; a paragraph is set aside before its text."""
    article = parsed(TEXT)
    with dossier.store.change("Nhập 1 bài viết"):
        made = ParsedArticle(
            article.name,
            "txt",
            article.sha256,
            article.raw,
            (Block("Đoạn đã gạt ra.", "Lượt xem"), *article.blocks),
            title="Tiêu đề",
        )
        return add_article(dossier.store, made, None)


def test_an_article_waits_until_it_has_been_looked_at(dossier: Dossier, parsed: Make) -> None:
    with dossier.store.change("Nhập 3 bài viết"):
        ids = [add_article(dossier.store, parsed(f"Bài {n}"), None) for n in range(3)]
        looked = add_article(dossier.store, parsed("Bài đã xem"), ())
    assert looked not in dossier.unsuggested(9)
    assert dossier.unsuggested(9) == ids[::-1]
    assert dossier.unsuggested(2) == ids[:0:-1]
    suggestions.put(dossier.store, {ids[1]: ()})
    assert dossier.unsuggested(9) == [ids[2], ids[0]]


def test_finding_is_no_undo_step_and_says_what_it_touched(
    dossier: Dossier, article_id: int
) -> None:
    dossier.set_settings({"office.name": "Sở Mẫu"})
    dossier.undo()
    before = dossier.history()
    changed = suggestions.put(
        dossier.store, {article_id: found_in(TEXT, FIRST), article_id + 1: found_in(TEXT, FIRST)}
    )
    assert changed.articles == {article_id}
    assert changed.tables["suggestion"] == frozenset(quotes(dossier, article_id))
    assert dossier.history() == before
    assert dossier.redo_label == "Sửa thông tin hồ sơ"
    assert dossier.undo_label == "Nhập 1 bài viết"
    again = suggestions.put(dossier.store, {article_id: found_in(TEXT, SECOND)})
    assert not again.tables
    assert [*quotes(dossier, article_id).values()] == [FIRST]


def test_what_was_found_in_a_text_that_is_gone_is_left(dossier: Dossier, article_id: int) -> None:
    page = dossier.page(article_id)
    found = {article_id: found_in(page.text, FIRST)}
    review.restore_aside(dossier, page.asides[0].id)
    suggestions.put(dossier.store, found, {article_id: page.body_id})
    assert dossier.unsuggested(9) == [article_id]
    fresh = dossier.page(article_id)
    suggestions.put(
        dossier.store, {article_id: found_in(fresh.text, FIRST)}, {article_id: fresh.body_id}
    )
    assert [*quotes(dossier, article_id).values()] == [FIRST]


def test_what_the_person_has_marked_is_not_suggested_again(
    dossier: Dossier, article_id: int
) -> None:
    start = TEXT.index(FIRST)
    review.annotate(dossier, article_id, Span(start, start + len(FIRST)), Kind.ACHIEVEMENT)
    put(dossier, article_id, FIRST, SECOND)
    assert [*quotes(dossier, article_id).values()] == [SECOND]


def test_they_go_with_an_undone_import_and_come_back_with_it(
    dossier: Dossier, article_id: int
) -> None:
    put(dossier, article_id, FIRST, SECOND)
    before = quotes(dossier, article_id)
    accepted = next(iter(before))
    mark = review.accept(dossier, accepted)
    dossier.undo()
    for _ in range(2):
        dossier.undo()
        assert dossier.totals().articles == 0
        assert dossier.check() == []
        dossier.redo()
        assert quotes(dossier, article_id) == before
        assert dossier.unsuggested(9) == []
    dossier.redo()
    decided = annotations.suggestion(dossier.store.conn, accepted)
    assert (decided.state, decided.annotation_id) == (SuggestionState.ACCEPTED, mark)
    assert dossier.check() == []


def test_they_go_with_a_removed_article_and_come_back_with_it(
    dossier: Dossier, article_id: int
) -> None:
    review.remove_article(dossier, article_id)
    dossier.undo()
    put(dossier, article_id, FIRST)
    before = quotes(dossier, article_id)
    dossier.redo()
    assert dossier.check() == []
    dossier.undo()
    assert quotes(dossier, article_id) == before
    review.remove_article(dossier, article_id)
    dossier.undo()
    assert quotes(dossier, article_id) == before


def test_each_text_has_its_own(dossier: Dossier, article_id: int) -> None:
    page = dossier.page(article_id)
    review.restore_aside(dossier, page.asides[0].id)
    put(dossier, article_id, "Đoạn đã gạt ra.", SECOND)
    longer = quotes(dossier, article_id)
    dossier.undo()
    assert dossier.unsuggested(9) == [article_id]
    put(dossier, article_id, FIRST)
    shorter = quotes(dossier, article_id)
    dossier.redo()
    assert quotes(dossier, article_id) == longer
    dossier.undo()
    assert quotes(dossier, article_id) == shorter
    review.decline(dossier, next(iter(shorter)))
    dossier.undo()
    dossier.undo()
    assert dossier.check() == []
    dossier.redo()
    assert quotes(dossier, article_id) == shorter


def test_they_move_with_a_text_restored_after_they_were_found(
    dossier: Dossier, article_id: int
) -> None:
    put(dossier, article_id, FIRST, SECOND)
    before = quotes(dossier, article_id)
    review.restore_aside(dossier, dossier.page(article_id).asides[0].id)
    assert quotes(dossier, article_id) == before
    for _ in range(2):
        dossier.undo()
        assert quotes(dossier, article_id) == before
        dossier.redo()
        assert quotes(dossier, article_id) == before
    assert dossier.check() == []


def test_a_new_change_drops_what_was_found_in_an_undone_text(
    dossier: Dossier, article_id: int
) -> None:
    review.restore_aside(dossier, dossier.page(article_id).asides[0].id)
    put(dossier, article_id, SECOND)
    dossier.undo()
    review.mark_done(dossier, article_id)
    assert dossier.redo() is None
    assert dossier.unsuggested(9) == [article_id]
    put(dossier, article_id, FIRST)
    assert [*quotes(dossier, article_id).values()] == [FIRST]
    assert dossier.check() == []


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE suggestion SET stop = 4000",
        "UPDATE looked SET body_id = (SELECT min(id) FROM body)",
    ],
)
def test_check_finds_suggestions_of_another_text(
    dossier: Dossier, article_id: int, damage: str
) -> None:
    review.restore_aside(dossier, dossier.page(article_id).asides[0].id)
    put(dossier, article_id, FIRST)
    conn: sqlite3.Connection = dossier.store.conn
    assert dossier.check() == []
    conn.execute(damage)
    assert dossier.check() == ["Gợi ý không khớp với nội dung bài “Tiêu đề”."]
