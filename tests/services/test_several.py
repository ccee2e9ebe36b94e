"""What is done with several articles at once is one step, and takes nothing else along."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tttt_desktop.domain.errors import NotFound, UserError
from tttt_desktop.domain.records import ArticleState, Kind, ParsedArticle, Span
from tttt_desktop.services import review, several, ways_out
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article

Make = Callable[..., ParsedArticle]


@pytest.fixture
def filled(dossier: Dossier, parsed: Make) -> Dossier:
    """Four articles of two provinces."""
    with dossier.store.change("Nhập 4 bài viết"):
        for n in range(4):
            one = parsed(
                f"Bài {n} tổng kết", province=("An Giang", "Cà Mau")[n % 2], plan_year=2023
            )
            add_article(dossier.store, one, ())
    return dossier


def test_only_the_values_given_change_and_one_undo_takes_all_back(filled: Dossier) -> None:
    before = [filled.page(one).article for one in (1, 2, 3, 4)]
    several.edit_articles(filled, [1, 2], province="Đà Nẵng", state=ArticleState.DONE)
    after = [filled.page(one).article for one in (1, 2, 3, 4)]
    assert [(one.province, one.state, one.plan_year) for one in after] == [
        ("Đà Nẵng", "done", 2023),
        ("Đà Nẵng", "done", 2023),
        ("An Giang", "unread", 2023),
        ("Cà Mau", "unread", 2023),
    ]
    assert filled.undo_label == "Sửa nhiều mục của 2 bài"
    filled.undo()
    assert [filled.page(one).article for one in (1, 2, 3, 4)] == before


def test_one_article_is_named_as_ever(filled: Dossier) -> None:
    several.edit_articles(filled, [3], province="Đà Nẵng")
    assert filled.undo_label == "Sửa địa phương"
    several.remove_articles(filled, [3])
    assert filled.undo_label == "Xoá bài “Bài 2 tổng kết”"


def test_nothing_changes_when_one_of_them_is_gone_or_a_value_makes_no_sense(
    filled: Dossier,
) -> None:
    with pytest.raises(NotFound):
        several.edit_articles(filled, [1, 99], province="Đà Nẵng")
    with pytest.raises(UserError):
        several.edit_articles(filled, [1, 2], plan_year="năm nay")
    with pytest.raises(NotFound):
        several.remove_articles(filled, [1, 99])
    assert filled.page(1).article.province == "An Giang"


def test_removed_together_they_come_back_together(filled: Dossier) -> None:
    review.annotate(filled, 2, Span(0, 5), Kind.TASK)
    page = filled.page(2)
    assert several.marks_in(filled, [1, 2]) == 1
    several.remove_articles(filled, [1, 2])
    assert sorted(filled.article_ids()) == [3, 4]
    assert filled.undo_label == "Xoá 2 bài viết"
    filled.undo()
    assert filled.page(2) == page
    assert filled.check() == []


def test_what_they_agree_on_is_shown(filled: Dossier) -> None:
    names = ["province", "plan_year", "outlet"]
    assert several.common_values(filled, [1, 3], names) == {
        "province": "An Giang",
        "plan_year": 2023,
        "outlet": "",
    }
    assert "province" not in several.common_values(filled, [1, 2], names)


def test_only_the_chosen_are_exported(filled: Dossier, tmp_path: Path) -> None:
    review.annotate(filled, 2, Span(0, 5), Kind.ACHIEVEMENT)
    review.annotate(filled, 3, Span(0, 5), Kind.ACHIEVEMENT)
    out = tmp_path / "a.json"
    ways_out.write(filled, "json", out, [3, 1])
    written = json.loads(out.read_text("utf-8"))
    assert [one["id"] for one in written["articles"]] == [1, 3]
    ways_out.write(filled, "csv", tmp_path / "a.csv", [3])
    said = (tmp_path / "a.csv").read_text("utf-8-sig")
    assert "Bài 2" in said
    assert "Bài 1" not in said
