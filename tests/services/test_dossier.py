"""The list, the numbers, the page: what the window asks of an open dossier."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tttt_desktop.domain.errors import NotFound
from tttt_desktop.domain.likeness import digest
from tttt_desktop.domain.records import (
    ArticleFilter,
    ArticleState,
    Block,
    Kind,
    ParsedArticle,
    Proposal,
    Span,
    Totals,
)
from tttt_desktop.services import correcting, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article

Make = Callable[..., ParsedArticle]
TEXT = "Tiêu đề\nCâu thứ nhất nói về kết quả. Câu thứ hai nói về việc phải làm."


def proposal(start: int, stop: int, kind: Kind = Kind.ACHIEVEMENT) -> Proposal:
    """A suggestion of the rules."""
    return Proposal(Span(start, stop), kind, 0.5, "cue", "vì có từ «kết quả»")


@pytest.fixture
def filled(dossier: Dossier, parsed: Make) -> Dossier:
    """Six articles of three years."""
    articles = [
        parsed("Bài a", province="Quảng Trị", published_on=date(2022, 12, 30), plan_year=2023),
        parsed("Bài b", province="Đà Nẵng", published_on=date(2023, 1, 2), outlet="Báo mẫu"),
        parsed("Bài c", province="An Giang", review_year=2021),
        parsed("Bài d"),
        parsed("Bài e", province="Quảng Trị", published_on=date(2022, 5, 1), outlet="Báo mẫu"),
        parsed("Bài f kết quả", published_on=date(2023, 1, 2)),
    ]
    with dossier.store.change("Nhập 6 bài viết"):
        for count, article in enumerate(articles):
            add_article(dossier.store, article, [proposal(0, 3)] * (count % 3))
    return dossier


def titles(dossier: Dossier, **conditions: object) -> str:
    """The letters of the titles in the order of the list."""
    ids = dossier.article_ids(replace(ArticleFilter(), **conditions))
    return "".join(row.title[4] for row in dossier.article_rows(ids))


def test_years_stand_newest_first_and_what_has_none_last(filled: Dossier) -> None:
    assert titles(filled) == "fbaecd"
    rows = filled.article_rows(filled.article_ids())
    assert [row.year for row in rows] == [2023, 2023, 2023, 2022, 2022, None]
    pages = [filled.page(row.id).article for row in rows]
    assert [page.year for page in pages] == [row.year for row in rows]


def test_orders_within_a_year(filled: Dossier) -> None:
    assert titles(filled, order="province") == "bafced"
    assert titles(filled, order="suggestions") == "fbaced"
    assert titles(filled, order="unheard of") == "fbaecd"


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"years": (2022,)}, "ec"),
        ({"years": (2022, 2023), "provinces": ("Quảng Trị",)}, "ae"),
        ({"outlets": ("Báo mẫu",)}, "be"),
        ({"state": ArticleState.DONE}, ""),
        ({"with_suggestions": True}, "fbec"),
        ({"query": "ket qua"}, "f"),
        ({"query": "bai", "years": (2022,)}, "ec"),
        ({"fields": ("Bưu chính",)}, "d"),
        ({"fields": ("Bưu chính", "Viễn thông"), "state": ArticleState.UNREAD}, ""),
    ],
)
def test_filters(filled: Dossier, conditions: dict[str, object], expected: str) -> None:
    review.annotate(filled, 4, Span(0, 5), Kind.TASK, field="Bưu chính")
    assert titles(filled, **conditions) == expected


def test_facets_count_under_the_other_conditions(filled: Dossier) -> None:
    review.annotate(filled, 1, Span(0, 5), Kind.TASK, field="Bưu chính")
    review.annotate(filled, 1, Span(0, 3), Kind.TASK, field="Bưu chính")
    facets = filled.facets(ArticleFilter())
    assert facets["years"] == [("2023", 3), ("2022", 2)]
    assert facets["provinces"] == [("Quảng Trị", 2), ("An Giang", 1), ("Đà Nẵng", 1)]
    assert facets["outlets"] == [("Báo mẫu", 2)]
    assert facets["states"] == [("unread", 5), ("reading", 1)]
    assert facets["fields"] == [("Bưu chính", 1)]
    narrowed = filled.facets(ArticleFilter(years=(2022,), provinces=("Quảng Trị",)))
    assert narrowed["years"] == [("2023", 1), ("2022", 1)]
    assert narrowed["provinces"] == [("An Giang", 1), ("Quảng Trị", 1)]
    assert narrowed["outlets"] == [("Báo mẫu", 1)]


def test_rows_come_in_the_order_asked_for_without_those_that_are_gone(filled: Dossier) -> None:
    assert [row.id for row in filled.article_rows([3, 99, 1, 3])] == [3, 1, 3]
    assert filled.article_rows([]) == []


def test_numbers_follow_the_decisions(filled: Dossier) -> None:
    assert filled.totals() == Totals(articles=6, unread=6)
    review.annotate(filled, 2, Span(0, 5), Kind.ACHIEVEMENT)
    review.annotate(filled, 2, Span(0, 3), Kind.SHORTCOMING)
    review.annotate(filled, 3, Span(0, 5), Kind.TASK)
    review.mark_done(filled, 3)
    assert filled.totals() == Totals(6, 4, 1, 1, 1, 1, 1)
    marks = filled.page(3).annotations
    review.edit_task(filled, marks[0].id, basis="own plan")
    assert filled.totals() == Totals(6, 4, 1, 1, 1, 1, 0, 1)
    assert [(row.tasks, row.plans) for row in filled.article_rows([3])] == [(0, 1)]
    (row,) = filled.article_rows([2])
    assert (row.achievements, row.shortcomings, row.tasks) == (1, 1, 0)
    assert (row.state, row.open_suggestions) == (ArticleState.READING, 0)


def test_a_page_has_all_of_an_article(dossier: Dossier, parsed: Make) -> None:
    article = parsed(TEXT, outlet="Báo mẫu", byline="P.V", published_time="16:51")
    blocks = (Block("Menu", "Trình đơn"), *article.blocks, Block("12 lượt xem", "Lượt xem"))
    with dossier.store.change("Nhập 1 bài viết"):
        article_id = add_article(
            dossier.store,
            replace(article, blocks=blocks),
            [proposal(38, 71, Kind.TASK), proposal(8, 36)],
        )
    page = dossier.page(article_id)
    assert page.text == TEXT
    assert (page.article.title, page.article.byline) == ("Tiêu đề", "P.V")
    assert (page.article.source_name, page.article.published_time) == ("bài.txt", "16:51")
    assert [one.proposal.span for one in page.suggestions] == [Span(8, 36), Span(38, 71)]
    assert [(aside.text, aside.reason, aside.at) for aside in page.asides] == [
        ("Menu", "Trình đơn", 0),
        ("12 lượt xem", "Lượt xem", len(TEXT)),
    ]
    with pytest.raises(NotFound):
        dossier.page(article_id + 1)


def test_the_same_file_and_the_same_text_are_known(dossier: Dossier, parsed: Make) -> None:
    article = parsed(TEXT)
    bytes_, text, other = article.sha256, digest(TEXT), digest(TEXT + " khác")
    assert dossier.with_sources([bytes_]) == {}
    with dossier.store.change("Nhập 1 bài viết"):
        article_id = add_article(dossier.store, article, ())
    assert dossier.with_sources(["không có", bytes_]) == {bytes_: article_id}
    assert digest(TEXT.upper().replace("\n", "  ")) == text
    assert dossier.with_digests([text, other]) == {text: article_id}
    correcting.correct(dossier, article_id, TEXT + " Thêm một câu.")
    assert dossier.with_digests([text]) == {text: article_id}
    review.remove_article(dossier, article_id)
    assert dossier.with_sources([bytes_]) == dossier.with_digests([text]) == {}
    with dossier.store.change("Nhập 1 bài viết"):
        again = add_article(dossier.store, article, ())
    assert again != article_id
    assert dossier.with_sources([bytes_]) == {bytes_: again}


def test_settings_are_one_undo_step(dossier: Dossier) -> None:
    assert dossier.setting("office.name", "chưa có") == "chưa có"
    changed = dossier.set_settings({"office.name": "Sở mẫu", "office.place": "Huế"})
    assert changed.touches("setting")
    assert dossier.setting("office.place") == "Huế"
    dossier.undo()
    assert dossier.setting("office.place") == ""


def test_the_vocabulary(dossier: Dossier) -> None:
    assert dossier.fields()[0] == "Chuyển đổi số, CNTT"
    assert dossier.fields()[-1] == "Tổ chức, khác"
    assert len(dossier.fields()) == 10
    assert dossier.agencies() == dossier.people() == dossier.numbers_of_documents() == []


def test_reading_an_article_costs_the_same_however_many_there_are(
    dossier: Dossier, parsed: Make
) -> None:
    with dossier.store.change("Nhập 1 bài viết"):
        article_id = add_article(dossier.store, parsed(TEXT), [proposal(8, 36), proposal(38, 71)])
    review.accept_all(dossier, article_id)
    small = steps(dossier, article_id)
    with dossier.store.change("Nhập 2000 bài viết"):
        for count in range(2_000):
            article = parsed(f"{TEXT} {count}", name=f"{count}.txt")
            add_article(dossier.store, article, [proposal(8, 36)])
    assert steps(dossier, article_id) <= small * 1.5


def steps(dossier: Dossier, article_id: int) -> int:
    """How many of SQLite's virtual machine steps a page takes: no clock, so no other program disturbs it."""
    conn: sqlite3.Connection = dossier.store.conn
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    conn.set_progress_handler(count, 1)
    dossier.page(article_id)
    conn.set_progress_handler(None, 0)
    return counted


def test_no_list_reads_a_body(filled: Dossier) -> None:
    statements: list[str] = []
    filled.store.conn.set_trace_callback(statements.append)
    filled.article_rows(filled.article_ids())
    filled.totals()
    filled.facets(ArticleFilter())
    filled.store.conn.set_trace_callback(None)
    assert len(statements) <= 12
    assert not [sql for sql in statements if "body" in sql or "source" in sql]


def test_check_finds_quotations_that_do_not_agree(filled: Dossier) -> None:
    review.annotate(filled, 1, Span(0, 5), Kind.TASK)
    assert filled.check() == []
    filled.store.conn.execute("UPDATE annotation SET quote = 'Bài x'")
    filled.store.conn.execute("UPDATE annotation_fts SET text = char(10) || char(10) || 'bai x'")
    assert filled.check() == ["Đánh dấu số 1 không khớp với bài “Bài a”."]
