"""What is there twice is told while importing, in the dossier and among the files of one import, and nothing else is."""

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tttt_desktop.domain.errors import NotFound
from tttt_desktop.domain.records import ArticleFilter, FurtherSource, Official, ParsedArticle
from tttt_desktop.services import correcting, duplicates, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.duplicates import IN_THIS_IMPORT, Marker
from tttt_desktop.services.exports import ways_out
from tttt_desktop.services.readings import Reading
from tttt_desktop.storage.articles import Incoming, add_article, add_articles, add_source

Make = Callable[..., ParsedArticle]
STOCK = (
    "Phát biểu chỉ đạo tại hội nghị, lãnh đạo Ủy ban nhân dân tỉnh ghi nhận những kết quả đạt được của ngành.",
    "Bên cạnh những kết quả đạt được, công tác quản lý nhà nước vẫn còn một số tồn tại, hạn chế cần khắc phục.",
    "Tiếp tục tham mưu ban hành các văn bản quy phạm pháp luật trong lĩnh vực thông tin và truyền thông.",
)


def paragraphs(seed: int, count: int = 9) -> list[str]:
    """An article of its own with the stock phrases that every article has."""
    chance = random.Random(seed)
    own = [" ".join(f"chữ{chance.randrange(800)}" for _ in range(50)) for _ in range(count)]
    return [
        f"Bài số {seed}",
        *(line for pair in zip(own, STOCK * count, strict=False) for line in pair),
    ]


def read(make: Make, name: str, lines: Sequence[str]) -> Reading:
    """A file that was read."""
    return Reading(f"/thư mục/{name}", make("\n".join(lines), name=name))


@pytest.fixture
def filled(dossier: Dossier, parsed: Make) -> Dossier:
    """Ten articles."""
    with dossier.store.change("Nhập 10 bài viết"):
        articles = [parsed("\n".join(paragraphs(seed)), name=f"{seed}.txt") for seed in range(10)]
        add_articles(dossier.store, map(Incoming, articles))
    return dossier


def in_another_paper(lines: Sequence[str]) -> list[str]:
    """The same press release: title, byline, caption, one paragraph less and one more, diacritics elsewhere."""
    told = [line.replace("Ủy", "Uỷ") for line in lines[1:] if "hạn chế" not in line]
    return ["Nhan đề của báo khác", *told[:5], "Ảnh: hội nghị", *told[5:], "Theo P.V Báo Mẫu"]


def test_the_same_bytes_and_the_same_text_are_told(filled: Dossier, parsed: Make) -> None:
    same = read(parsed, "lại.txt", paragraphs(3))
    shouted = read(parsed, "hoa.txt", [line.upper() for line in paragraphs(4)])
    for reading, article_id in zip(Marker(filled).mark([same, shouted]), (4, 5), strict=True):
        assert (reading.duplicate_of, reading.similarity, reading.twin) == (article_id, 1.0, "")
        assert reading.message == "Trùng hoàn toàn với bài đã có trong hồ sơ."


def test_one_press_release_in_two_papers_is_told(filled: Dossier, parsed: Make) -> None:
    (reading,) = Marker(filled).mark([read(parsed, "b.txt", in_another_paper(paragraphs(7)))])
    assert reading.duplicate_of == 8
    assert 0.8 < reading.similarity < 0.95
    assert reading.message == f"Trùng {int(reading.similarity * 100)} % với bài đã có."


def test_articles_that_share_stock_phrases_are_not_told(filled: Dossier, parsed: Make) -> None:
    fresh = [read(parsed, f"{seed}.txt", paragraphs(seed)) for seed in range(20, 60)]
    refused = Reading("hỏng.doc", refused="Tệp hỏng.")
    marked = Marker(filled).mark([*fresh, refused])
    assert not [reading for reading in marked if reading.duplicate_of is not None]
    assert marked[-1] == refused
    assert all(
        one.fingerprint and one.fingerprint.fits(one.article.text) for one in marked if one.article
    )


def test_files_of_one_import_are_compared_from_batch_to_batch(parsed: Make) -> None:
    marker = Marker(None)
    first = read(parsed, "a.txt", paragraphs(1))
    assert marker.mark([first])[0].duplicate_of is None
    again = read(parsed, "b.txt", paragraphs(1))
    near = read(parsed, "c.txt", in_another_paper(paragraphs(1)))
    twin, similar, other = marker.mark([again, near, read(parsed, "d.txt", paragraphs(2))])
    assert (twin.duplicate_of, twin.twin) == (IN_THIS_IMPORT, first.path)
    assert twin.message == "Trùng với tệp “a.txt” trong lần nhập này."
    assert (similar.duplicate_of, similar.twin) == (IN_THIS_IMPORT, first.path)
    percent = int(similar.similarity * 100)
    assert similar.message == f"Trùng {percent} % với tệp “a.txt” trong lần nhập này."
    assert other.duplicate_of is None


def test_what_is_nearly_all_the_same_is_never_called_whole(filled: Dossier, parsed: Make) -> None:
    lines = paragraphs(2)
    (reading,) = Marker(filled).mark([read(parsed, "x.txt", [*lines, "Hết."])])
    assert reading.message == "Trùng 99 % với bài đã có."
    assert reading.similarity < 1


def test_the_text_that_counts_is_the_current_one(filled: Dossier, parsed: Make) -> None:
    correcting.correct(filled, 1, "\n".join(paragraphs(77)))
    marker = Marker(filled)
    near = [read(parsed, "n.txt", in_another_paper(paragraphs(seed))) for seed in (77, 0)]
    assert [reading.duplicate_of for reading in marker.mark(near)] == [1, None]
    filled.undo()
    assert [reading.duplicate_of for reading in Marker(filled).mark(near)] == [None, 1]


def test_a_phrase_of_fifty_articles_leads_to_none(dossier: Dossier, parsed: Make) -> None:
    """However much of a sketch is stock, the article that has the rest is found."""
    with dossier.store.change("Nhập"):
        articles = [parsed("\n".join(paragraphs(seed, 3)), name="x") for seed in range(60)]
        add_articles(dossier.store, map(Incoming, articles))
    near = read(parsed, "n.txt", [*paragraphs(42, 3), "Một câu thêm vào cuối bài."])
    assert Marker(dossier).mark([near])[0].duplicate_of == 43


def test_a_fingerprint_of_another_text_is_not_believed(filled: Dossier, parsed: Make) -> None:
    (reading,) = Marker(filled).mark([read(parsed, "a.txt", paragraphs(30))])
    edited = replace(reading, article=read(parsed, "a.txt", paragraphs(5)).article)
    assert Marker(filled).mark([edited])[0].duplicate_of == 6


def test_the_two_can_be_compared() -> None:
    (pair,) = duplicates.compare("Đạt 5 tỷ.", "Đạt 6 tỷ.")
    assert [span.of(pair.new) for span in pair.new_words] == ["6"]


# --- a duplicate that is kept becomes one more source of its article

ELSEWHERE = {
    "title": "Nhan đề khác hẳn",
    "outlet": "Báo Thử",
    "byline": "P.V",
    "published_on": date(2023, 1, 6),
}


@pytest.fixture
def kept(filled: Dossier, parsed: Make) -> Dossier:
    """The first article was published elsewhere, too."""
    with filled.store.change("Nhập 1 nguồn"):
        add_source(
            filled.store, 1, parsed("\n".join(paragraphs(90)), name="khác.html", **ELSEWHERE)
        )
    return filled


def test_an_article_has_further_sources(kept: Dossier) -> None:
    source = FurtherSource("khác.html", "Báo Thử", "Nhan đề khác hẳn", "P.V", date(2023, 1, 6))
    assert kept.page(1).article.sources == (source,)
    assert kept.page(2).article.sources == ()
    assert kept.totals().articles == 10
    kept.undo()
    assert kept.page(1).article.sources == ()
    kept.redo()
    assert kept.page(1).article.sources == (source,)
    assert kept.check() == []


def test_a_further_source_is_not_imported_again(kept: Dossier, parsed: Make) -> None:
    same = read(parsed, "khác.html", paragraphs(90))
    text = read(parsed, "x.txt", [line.upper() for line in paragraphs(90)])
    assert [reading.duplicate_of for reading in Marker(kept).mark([same, text])] == [1, 1]
    kept.undo()
    assert [reading.duplicate_of for reading in Marker(kept).mark([same])] == [None]


@pytest.mark.parametrize("query", ["nhan de khac", "bao thu", "khác hẳn báo thử", "Bài số"])
def test_search_finds_what_further_sources_say(kept: Dossier, query: str) -> None:
    assert 1 in [hit.article_id for hit in kept.search(query)]
    assert 1 in kept.article_ids(ArticleFilter(query=query))


def test_search_shows_the_further_source_and_forgets_it_with_undo(kept: Dossier) -> None:
    (hit,) = kept.search("nhan de khac han")
    assert hit.snippet == "Nhan đề khác hẳn (Báo Thử)"
    assert [mark.of(hit.snippet) for mark in hit.marks] == ["Nhan đề khác hẳn"]
    kept.undo()
    assert kept.search("nhan de khac han") == []
    assert kept.check() == []


def test_a_removed_article_takes_its_sources_and_officials_along(
    kept: Dossier, parsed: Make
) -> None:
    with kept.store.change("Nhập 1 bài viết"):
        people = (Official("Lê Văn Mẫu", "Phó Chủ tịch UBND tỉnh"), Official("Trần Thử"))
        article_id = add_article(kept.store, parsed("Bài có lãnh đạo", officials=people), ())
        add_source(kept.store, article_id, parsed("Bài khác", **ELSEWHERE))
    assert kept.people() == ["Phó Chủ tịch UBND tỉnh Lê Văn Mẫu", "Trần Thử"]
    review.remove_article(kept, article_id)
    assert kept.people() == []
    assert kept.check() == []
    kept.undo()
    assert kept.people() == ["Phó Chủ tịch UBND tỉnh Lê Văn Mẫu", "Trần Thử"]
    assert len(kept.page(article_id).article.sources) == 1


def test_the_export_has_the_further_sources(kept: Dossier, tmp_path: Path) -> None:
    ways_out.write(kept, "json", tmp_path / "a.json")
    articles = json.loads((tmp_path / "a.json").read_text("utf-8"))["articles"]
    assert articles[0]["sources"] == [
        {**ELSEWHERE, "file": "khác.html", "published_on": "2023-01-06"}
    ]
    assert articles[1]["sources"] == []


def test_only_an_article_that_is_there_gets_a_source(kept: Dossier, parsed: Make) -> None:
    with pytest.raises(NotFound), kept.store.change("Nhập 1 nguồn"):
        add_source(kept.store, 99, parsed("Bài khác"))
