"""The table of figures: what is in it, what disagrees, and the same indicator over the years."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.services import figures, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article

Make = Callable[..., ParsedArticle]


@pytest.fixture
def tell(dossier: Dossier, parsed: Make) -> Callable[..., int]:
    """Import an article of one sentence and mark it."""

    def add(text: str, year: int = 2023, province: str = "Quảng Trị") -> int:
        article = parsed(text, f"{text[:40]}{year}.txt", review_year=year, province=province)
        with dossier.store.change("Nhập"):
            article_id = add_article(dossier.store, article, [])
        return review.annotate(dossier, article_id, Span(0, len(text)), Kind.ACHIEVEMENT)

    return add


def test_a_figure_says_what_it_counts(dossier: Dossier, tell: Callable[..., int]) -> None:
    mark = tell("Doanh thu bưu chính đạt 742,67 tỷ đồng, tăng 6,4% so với cùng kỳ.")
    (told,) = figures.table(dossier)
    assert (told.shown, told.figure.unit, told.passage.id) == ("742,67", "tỷ đồng", mark)
    assert told.amount == pytest.approx(742.67e9)
    assert told.notice == ""


def test_articles_that_disagree_are_told_apart_with_both_numbers(
    dossier: Dossier, tell: Callable[..., int]
) -> None:
    tell("Doanh thu bưu chính đạt 742,67 tỷ đồng.")
    tell("Doanh thu bưu chính đạt 742,76 tỷ đồng.")
    tell("Doanh thu viễn thông đạt 1.018 tỷ đồng.")
    one, other, third = figures.table(dossier)
    assert one.notice == "Hai nguồn lệch nhau: 742,67 và 742,76 tỷ đồng."
    assert [figure.as_printed for _, figure in other.others] == ["742,67 tỷ đồng"]
    assert third.notice == ""


def test_a_number_without_unit_is_to_be_looked_at(
    dossier: Dossier, tell: Callable[..., int]
) -> None:
    mark = tell("Chỉ số hài lòng đạt 742,67 tỷ đồng.")
    (told,) = figures.table(dossier)
    review.set_figures(dossier, mark, [type(told.figure)("742,67", 742.67)])
    (told,) = figures.table(dossier)
    assert told.notice == "Số này chưa có đơn vị tính."


def test_the_years_of_one_indicator_stand_in_order(
    dossier: Dossier, tell: Callable[..., int]
) -> None:
    tell("Doanh thu bưu chính đạt 214 tỷ đồng.", 2024)
    tell("Doanh thu bưu chính đạt 1,2 nghìn tỷ đồng.", 2025)
    tell("Doanh thu bưu chính đạt 97,8 tỷ đồng.", 2022)
    tell("Doanh thu bưu chính đạt 500 tỷ đồng.", 2023, "Lào Cai")
    tell("Doanh thu viễn thông đạt 300 tỷ đồng.", 2023)
    told = figures.table(dossier)
    chosen = next(one for one in told if one.shown == "214")
    assert [(one.year, one.shown) for one in figures.series(told, chosen)] == [
        (2022, "97,8"),
        (2024, "214"),
        (2025, "1,2"),
    ]


def test_of_a_year_told_twice_the_chosen_figure_stands_in_the_series(
    dossier: Dossier, tell: Callable[..., int]
) -> None:
    tell("Doanh thu bưu chính đạt 214 tỷ đồng.", 2024)
    tell("Doanh thu bưu chính đạt 216 tỷ đồng.", 2024)
    tell("Doanh thu bưu chính đạt 97,8 tỷ đồng.", 2022)
    told = figures.table(dossier)
    first, second, _ = sorted(told, key=lambda one: one.passage.id)
    assert [one.shown for one in figures.series(told, second)] == ["97,8", "216"]
    undated = replace(second, year=None)
    assert figures.series(told, undated) == figures.series(told, first)


def test_a_change_is_no_amount_of_the_same_indicator(
    dossier: Dossier, tell: Callable[..., int]
) -> None:
    tell("Tỷ lệ hồ sơ trực tuyến đạt 58,4%.", 2022)
    tell("Tỷ lệ hồ sơ trực tuyến đạt 77,2%.", 2023)
    told = figures.table(dossier)
    assert [one.shown for one in figures.series(told, told[0])] == ["58,4", "77,2"]


def test_one_indicator_in_several_wordings_and_units_is_one_series(
    dossier: Dossier, tell: Callable[..., int]
) -> None:
    tell("Tổng doanh thu toàn ngành đạt 900 tỷ đồng.", 2021)
    tell("Doanh thu đạt 1,2 nghìn tỷ đồng.", 2022)
    tell("Doanh thu trên địa bàn tỉnh ước đạt 1.310 tỷ đồng.", 2023)
    tell("Doanh thu bưu chính đạt 214 tỷ đồng.", 2023)
    (series,) = figures.all_series(figures.read(dossier))
    assert [(one.year, one.shown) for one in series] == [
        (2021, "900"),
        (2022, "1,2"),
        (2023, "1.310"),
    ]
    assert figures.unit_of_series(series) == "tỷ đồng"


def test_a_task_is_about_the_year_it_is_set_for(dossier: Dossier, parsed: Make) -> None:
    text = "Phấn đấu doanh thu đạt 900 tỷ đồng."
    with dossier.store.change("Nhập"):
        article = add_article(dossier.store, parsed(text, review_year=2022), [])
    review.annotate(dossier, article, Span(0, len(text)), Kind.TASK)
    review.annotate(dossier, article, Span(9, len(text)), Kind.ACHIEVEMENT)
    assert sorted(one.year or 0 for one in figures.read(dossier)) == [2022, 2023]


def test_a_figure_is_corrected_alone_and_the_sentence_stays(
    dossier: Dossier, tell: Callable[..., int]
) -> None:
    mark = tell("Doanh thu đạt 742,67 tỷ đồng; có 31 thôn được phủ sóng.")
    figures.edit(dossier, [(mark, 1)], "value", "32")
    one, other = figures.read(dossier)
    assert (one.figure.as_printed, other.figure.as_printed) == ("742,67 tỷ đồng", "32 thôn")
    assert other.passage.quote.endswith("có 31 thôn được phủ sóng.")
    assert dossier.check() == []
    dossier.undo()
    assert figures.read(dossier)[1].shown == "31"


@pytest.mark.parametrize(
    ("name", "typed", "printed"),
    [("unit", "triệu đồng", "742,67 triệu đồng"), ("unit", "", "742,67"), ("change", "giảm 2%", "742,67 tỷ đồng")],
)  # fmt: skip
def test_words_are_corrected_too(
    dossier: Dossier, tell: Callable[..., int], name: str, typed: str, printed: str
) -> None:
    mark = tell("Doanh thu đạt 742,67 tỷ đồng.")
    figures.edit(dossier, [(mark, 0)], name, typed)
    (told,) = figures.read(dossier)
    assert getattr(told.figure, name) == typed
    assert told.figure.as_printed == printed


def test_a_value_without_a_number_changes_nothing(
    dossier: Dossier, tell: Callable[..., int]
) -> None:
    mark = tell("Doanh thu đạt 742,67 tỷ đồng.")
    steps = len(dossier.history())
    with pytest.raises(UserError, match="không có số"):
        figures.edit(dossier, [(mark, 0)], "value", "nhiều")
    assert len(dossier.history()) == steps


def test_figures_in_other_units_disagree_with_their_units_said(
    dossier: Dossier, tell: Callable[..., int]
) -> None:
    tell("Doanh thu bưu chính đạt 742,67 tỷ đồng.")
    tell("Doanh thu bưu chính đạt 742.760 triệu đồng.")
    tell("Doanh thu bưu chính đạt 742,98 tỷ đồng.")
    first, second, _ = figures.table(dossier)
    assert first.notice == (
        "Các nguồn lệch nhau: 742,67 tỷ đồng và 742.760 triệu đồng và 742,98 tỷ đồng."
    )
    assert {passage.id for passage, _ in second.others} == {
        one.passage.id for one in figures.read(dossier) if one.key != second.key
    }
