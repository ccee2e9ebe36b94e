"""What is done with several articles at once is one step, and takes nothing else along."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tttt_desktop.domain.errors import NotFound, UserError
from tttt_desktop.domain.records import ArticleState, Kind, ParsedArticle, Span
from tttt_desktop.services import consolidation, following, review, several
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.exports import ways_out
from tttt_desktop.storage import search
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


LINES = ("Đạt 12 việc.", "Còn 3 việc.", "Làm nốt 3 việc.", "Mở 5 lớp.")
TEXT = " ".join(LINES)
KINDS = (Kind.ACHIEVEMENT, Kind.SHORTCOMING, Kind.TASK, Kind.TASK)


def rows_of(d: Dossier) -> dict[str, list[tuple[object, ...]]]:
    """All that the dossier says, without its history."""
    names = d.store.conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    told = [name for (name,) in names if not name.startswith(("sqlite_", "_", "revision"))]
    said = [name for name in told if "_fts_" not in name]
    return {
        name: sorted(map(tuple, d.store.conn.execute(f"SELECT rowid, * FROM {name}")))
        for name in said
    }


@pytest.fixture
def tied(dossier: Dossier, parsed: Make) -> Dossier:
    """Three articles of four marks each; some of them speak of those in other articles."""
    marks: list[int] = []
    with dossier.store.change("Nhập 3 bài viết"):
        for n in range(3):
            one = parsed(f"{TEXT}\n{n}", plan_year=2023)
            add_article(dossier.store, one, ())
    for article_id in (1, 2, 3):
        for line, kind in zip(LINES, KINDS, strict=True):
            start = TEXT.index(line)
            span = Span(start, start + len(line))
            marks.append(review.annotate(dossier, article_id, span, kind))
    consolidation.merge(dossier, [marks[0], marks[4], marks[8]])  # leaves two of three
    consolidation.merge(dossier, [marks[1], marks[9]])  # leaves one: no merged line
    following.accept(dossier, marks[10], marks[4], 2023)  # a task that stays, its evidence goes
    following.accept(dossier, marks[6], marks[8], 2023)  # the reverse
    following.carry_over(dossier, [marks[2]], 2023)
    return dossier


@pytest.mark.parametrize("ids", [[1, 2], [2, 3], [1, 2, 3]])
def test_together_as_much_goes_as_one_after_the_other(
    tied: Dossier, tmp_path: Path, ids: list[int]
) -> None:
    copy = tmp_path / "từng bài.tttt"
    tied.back_up_to(copy)
    before = rows_of(tied)
    several.remove_articles(tied, ids)
    with Dossier.open(copy) as other:
        for article_id in ids:
            review.remove_article(other, article_id)
        assert rows_of(tied) == rows_of(other)
    assert tied.check() == []
    tied.undo()
    assert rows_of(tied) == before
    assert tied.check() == []


def test_what_was_noted_follows_the_year_of_each_article(tied: Dossier) -> None:
    several.edit_articles(tied, [2, 3], plan_year=2024)
    noted = tied.store.conn.execute("SELECT DISTINCT year FROM evidence").fetchall()
    assert [tuple(row) for row in noted] == [(2024,)]


def test_a_search_finds_what_it_found_after_steps_back_over_many_articles(tied: Dossier) -> None:
    several.edit_articles(tied, [1, 2, 3], title="Hội nghị")
    several.edit_articles(tied, [1, 2, 3], state=ArticleState.DONE)
    assert search.is_current(tied.store.conn)
    tied.store.go_to(0, at_most=100)
    tied.store.go_to(10**6, at_most=100)
    assert search.is_current(tied.store.conn)
    assert len(tied.search("hoi nghi")) == 3
    last = tied.store.conn.execute("SELECT max(id) FROM revision").fetchone()[0]
    tied.store.go_to(last - 2, at_most=2)  # both at once: the state after the title
    assert search.is_current(tied.store.conn)
    assert tied.search("hoi nghi") == []
