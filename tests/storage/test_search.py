"""Search: folded, all words, the last one unfinished, phrases in quotes; what is shown is original text."""

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tttt_desktop.domain.query import understand, without_unfinished_letter
from tttt_desktop.domain.records import ArticleFilter, Kind, ParsedArticle, Span
from tttt_desktop.domain.text import fold
from tttt_desktop.services import correcting, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article

TEXTS = (
    "Hội nghị tổng kết\nSở ở Quảng Trị đẩy mạnh chuyển đổi số theo Quyết định số 139/QĐ-UBND.",
    "Bưu chính năm 2023\nĐà Nẵng đạt 742,67 tỷ đồng, số hoá xong; đổi mới cách làm.",
    "Viễn thông\nMạng 5G phủ sóng AND OR NOT NEAR(a b) * \" ' -- đầu năm.",
)


@pytest.fixture
def filled(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> Dossier:
    """Three articles, the newest last."""
    with dossier.store.change("Nhập 3 bài viết"):
        for day, text in enumerate(TEXTS, 1):
            add_article(dossier.store, parsed(text, published_on=date(2023, 1, day)), ())
    return dossier


def found(dossier: Dossier, query: str) -> list[int]:
    """The articles found, checked to be those the filter of the list shows."""
    ids = [hit.article_id for hit in dossier.search(query)]
    if without_unfinished_letter(understand(query)):
        assert dossier.article_ids(ArticleFilter(query=query)) == ids
    return ids


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("chuyển đổi số", [1]),
        ("CHUYEN DOI SO", [1]),
        ("so doi", [2, 1]),
        ('"doi so"', []),
        ('"ĐỔI SỐ"', [1]),
        ('"đổi sô"', []),
        ('"số đổi"', []),
        ('"đổi số" quảng', [1]),
        ("“đổi số”", [1]),
        ("da nang", [2]),
        ("đà nẵ", [2]),
        ("da nan ", []),
        ("742,67", [2]),
        ("139/QĐ-UBND", [1]),
        ("139 ubnd", [1]),
        ("2023 dong", [2]),
        ("quảng nẵng", []),
        ("AND", [3]),
        ("5g OR", [3]),
        ("NEAR(a b)", [3]),
        ("NOT bưu", []),
        ("so*", [3, 2, 1]),
        ("title:hội", []),
        ('"', []),
        ('""', []),
        ("- ( ) : ^ *", []),
        ("", []),
        ("t", []),
        ("q\u0000uang", [1]),
        ("\ud800", []),
    ],
)
def test_what_is_found(filled: Dossier, query: str, articles: list[int]) -> None:
    assert found(filled, query) == articles
    assert found(filled, unicodedata.normalize("NFD", query)) == articles


def test_the_last_word_may_be_unfinished(filled: Dossier) -> None:
    for typed in ("ch", "chu", "chuyê", "chuyển", "chuyển đ", "chuyển đổ"):
        assert 1 in found(filled, typed), typed
    assert found(filled, '"chuyển đổ"') == []


def test_a_snippet_is_original_text_around_the_words(filled: Dossier) -> None:
    (hit,) = filled.search("mạnh chuyen doi")
    assert hit.snippet.replace(" ", "") in TEXTS[0].replace("\n", "").replace(" ", "")
    assert [mark.of(hit.snippet) for mark in hit.marks] == ["mạnh chuyển đổi"]
    assert hit.span is not None
    assert hit.span.of(TEXTS[0]) == "mạnh chuyển đổi"
    assert hit.title == "Hội nghị tổng kết"


def test_a_snippet_shows_the_place_with_most_words(
    dossier: Dossier, parsed: Callable[..., ParsedArticle]
) -> None:
    text = "Số một. " + "Đổi " + "khác. " * 80 + "Nơi chuyển đổi số là đây. " + "khác. " * 80
    with dossier.store.change("Nhập 1 bài viết"):
        add_article(dossier.store, parsed(text), ())
    (hit,) = dossier.search("chuyen doi so")
    assert [mark.of(hit.snippet) for mark in hit.marks] == ["chuyển đổi số"]
    assert len(hit.snippet) <= 200


def test_marks_and_titles_are_found(filled: Dossier) -> None:
    mark = review.annotate(filled, 1, Span(18, 40), Kind.ACHIEVEMENT, note="cần đối chiếu lại")
    (hit,) = filled.search("doi chieu")
    assert (hit.snippet, hit.span) == ("cần đối chiếu lại", None)
    review.edit_annotation(filled, mark, note="", statement="Câu của tôi")
    assert found(filled, "doi chieu") == []
    assert found(filled, "cua toi") == [1]
    review.edit_article(filled, 1, title="Tên khác hẳn")
    (hit,) = filled.search("tên khác hẳn")
    assert (hit.snippet, hit.span) == ("Tên khác hẳn", None)
    assert found(filled, "hẳn quảng") == [1]  # one word in the title, one in the text


def test_the_index_follows_undo_and_redo(filled: Dossier) -> None:
    mark = review.annotate(filled, 1, Span(18, 40), Kind.TASK, note="ghi chú riêng")
    review.remove_annotation(filled, mark)
    assert found(filled, "rieng") == []
    filled.undo()
    assert found(filled, "rieng") == [1]
    correcting.correct(filled, 1, TEXTS[0].replace("Quảng Trị", "Cà Mau"))
    assert (found(filled, "quảng trị"), found(filled, "cà mau")) == ([], [1])
    filled.undo()
    assert (found(filled, "quảng trị"), found(filled, "cà mau")) == ([1], [])
    review.remove_article(filled, 1)
    assert found(filled, "quảng trị") == []
    filled.undo()
    assert found(filled, "quảng trị") == [1]
    while filled.undo():
        pass
    assert found(filled, "so") == []
    while filled.redo():
        pass
    assert found(filled, "so ") == [2]
    filled.undo()
    assert found(filled, "so ") == [2, 1]
    assert filled.check() == []


def test_check_notices_an_index_that_fell_behind(filled: Dossier) -> None:
    conn = filled.store.conn
    conn.execute("UPDATE body SET text = text || ' thêm' WHERE article_id = 2")
    assert filled.check() == ["Chỉ mục tìm kiếm không khớp với nội dung."]


def test_the_newest_come_first_and_no_more_than_asked_for(
    dossier: Dossier, parsed: Callable[..., ParsedArticle]
) -> None:
    with dossier.store.change("Nhập"):
        for day in range(1, 29):
            article = parsed(f"Bài {day} có chữ chung.", published_on=date(2023, 2, day))
            add_article(dossier.store, article, ())
    hits = dossier.search("chung", limit=5)
    assert [hit.title for hit in hits] == [f"Bài {day} có chữ chung." for day in range(28, 23, -1)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_nothing_typed_is_an_error(filled: Dossier, query: str) -> None:
    for hit in filled.search(query):
        assert all(mark.stop <= len(hit.snippet) for mark in hit.marks)
    filled.article_ids(ArticleFilter(query=query))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_piece_of_a_text_is_found_again(filled: Dossier, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, len(TEXTS)))
    words = TEXTS[number - 1].replace('"', " ").split()
    start = data.draw(st.integers(0, len(words) - 1))
    stop = data.draw(st.integers(start + 1, len(words)))
    piece = " ".join(words[start:stop])
    if len([letter for letter in piece if letter.isalnum()]) > 1:
        assert number in [hit.article_id for hit in filled.search(piece)]
        assert number in [hit.article_id for hit in filled.search(f'"{piece.upper()}"')]
        assert number in [hit.article_id for hit in filled.search(fold(piece))]


@pytest.mark.parametrize(
    "query",
    [
        "a-" * 5000,
        "ti-" * 3400,
        "ty " * 3400,
        '"' * 10_000,
        '"tỉ lệ" ' * 1250,
        "😀" * 10_000,
        "x" * 10_000,
        "a*(b OR c) NEAR/2 ^x {title}: -y",
        "\0\0a\0",
    ],
    ids=str,
)
def test_hostile_queries_are_only_words(filled: Dossier, query: str) -> None:
    assert set(found(filled, query)) <= {1, 2, 3}
    filled.facets(ArticleFilter(query=query))


def test_exact_words_are_told_apart_from_those_that_sound_alike(
    dossier: Dossier, parsed: Callable[..., ParsedArticle]
) -> None:
    with dossier.store.change("Nhập"):
        for text in ("Tỉ lệ tăng", "TỶ LỆ giảm", "ti le khong dau", "Hoà bình", "Hòa bình"):
            add_article(dossier.store, parsed(f"Bài\n{text}"), ())
    for query, ids in (
        ("tỉ lệ ", [3, 2, 1]),
        ('"tỉ lệ"', [1]),
        ('"tỷ lệ"', [2]),
        ('"ti le"', [3]),
        ("hòa bình ", [5, 4]),
        ('"hòa bình"', [5]),
        ('"tỉ lệ" giảm', []),
    ):
        assert found(dossier, query) == ids, query


def test_exact_words_are_looked_for_in_titles_and_marks_too(filled: Dossier) -> None:
    review.annotate(filled, 1, Span(18, 40), Kind.ACHIEVEMENT, statement="Câu của tôi")
    assert found(filled, '"câu của tôi"') == [1]
    assert found(filled, '"cau cua toi"') == []
    assert found(filled, '"hội nghị tổng kết"') == [1]


def test_abbreviations_are_known_both_ways(
    dossier: Dossier, parsed: Callable[..., ParsedArticle]
) -> None:
    with dossier.store.change("Nhập"):
        for text in (
            "UBND tỉnh giao Sở TT&TT",
            "Uỷ ban nhân dân giao Sở Thông tin và Truyền thông",
        ):
            add_article(dossier.store, parsed(f"Bài\n{text}."), ())
    for query in ("ubnd", "ủy ban nhân dân ", "tt&tt ", "TTTT ", "thong tin va truyen thong "):
        assert found(dossier, query) == [2, 1], query
    hits = dossier.search("UBND giao Sở TT&TT")
    assert [mark.of(hits[0].snippet) for mark in hits[0].marks] == [
        "Uỷ ban nhân dân giao Sở Thông tin và Truyền thông"
    ]


def test_places_are_counted_and_lit_in_the_title(
    dossier: Dossier, parsed: Callable[..., ParsedArticle]
) -> None:
    with dossier.store.change("Nhập"):
        text = "Chuyển đổi số ở xã\nxã chuyển đổi số; huyện chuyển đổi số. Chuyển nhà."
        add_article(dossier.store, parsed(text), ())
    (hit,) = dossier.search("chuyen doi so ")
    assert hit.count == 3
    assert [mark.of(hit.title) for mark in hit.title_marks] == ["Chuyển đổi số"]
    (hit,) = dossier.search("huyện xã ")
    assert [mark.of(hit.title) for mark in hit.title_marks] == ["xã"]
    assert [mark.of(hit.snippet) for mark in hit.marks] == ["xã", "xã", "huyện"]
