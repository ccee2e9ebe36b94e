"""Correcting the text of an article: what stood on the old one stands on the new one, or is shown as lost."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tttt_desktop.domain.anchors import edits_between
from tttt_desktop.domain.errors import NotFound, UserError
from tttt_desktop.domain.records import Aside, Block, Kind, ParsedArticle, Proposal, Span
from tttt_desktop.services import correcting, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article

LINES = (
    "Hội nghị tổng kết năm 2022",
    "Doanh thu bưu chính đạt 742,67 tỷ đồng, tăng 6,4%; nộp ngân sách 12 tỷ đồng.",
    "Tuy nhiên, sóng di động còn yếu ở vùng cao do địa hình chia cắt.",
    "Ông Nguyễn Văn Mẫu yêu cầu Sở xoá vùng lõm sóng trong quý II; báo cáo UBND tỉnh.",
)
TEXT = "\n".join(LINES)
RESULT = "Doanh thu bưu chính đạt 742,67 tỷ đồng, tăng 6,4%"
SHORTFALL = "Tuy nhiên, sóng di động còn yếu ở vùng cao do địa hình chia cắt."
CAUSE = "do địa hình chia cắt"
ORDER = "Ông Nguyễn Văn Mẫu yêu cầu Sở xoá vùng lõm sóng trong quý II"


def place(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def proposal(words: str, kind: Kind, text: str = TEXT) -> Proposal:
    return Proposal(place(words, text), kind, 0.8, "cue", "")


@pytest.fixture
def article_id(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> int:
    with dossier.store.change("Nhập 1 bài viết"):
        return add_article(dossier.store, parsed(TEXT), (proposal(ORDER, Kind.TASK),))


def test_a_typo_is_mended_and_everything_moves_along(dossier: Dossier, article_id: int) -> None:
    result = review.annotate(dossier, article_id, place(RESULT), Kind.ACHIEVEMENT)
    lack = review.annotate(dossier, article_id, place(SHORTFALL), Kind.SHORTCOMING)
    review.set_cause(dossier, lack, place(CAUSE))
    before = dossier.page(article_id)
    text = TEXT.replace("742,67", "743,76").replace("địa hình", "điạ hình hiểm trở")
    correcting.correct(dossier, article_id, text, why="gõ nhầm số")
    page = dossier.page(article_id)
    marks = {one.id: one for one in page.annotations}
    assert marks[result].quote == RESULT.replace("742,67", "743,76")
    assert marks[result].figures[0].value == 743.76
    assert marks[lack].cause == "do điạ hình hiểm trở chia cắt"
    assert marks[lack].cause_span is not None
    assert marks[lack].cause_span.of(page.text) == marks[lack].cause
    assert [one.proposal.span.of(page.text) for one in page.suggestions] == [ORDER]
    assert dossier.check() == []
    said = [(one.number, one.said) for one in correcting.versions(dossier, article_id)]
    assert said == [(2, "Sửa nội dung: gõ nhầm số"), (1, "Bản gốc")]
    assert dossier.undo_label == "Sửa nội dung bài viết"
    dossier.undo()
    assert dossier.page(article_id) == before


def test_a_cause_in_her_own_words_stays_hers(dossier: Dossier, article_id: int) -> None:
    lack = review.annotate(dossier, article_id, place(SHORTFALL), Kind.SHORTCOMING)
    review.set_cause(dossier, lack, place(CAUSE))
    review.edit_annotation(dossier, lack, cause="Núi cao")
    correcting.correct(dossier, article_id, TEXT.replace("chia cắt", "bị chia cắt"))
    (mark,) = dossier.page(article_id).annotations
    assert mark.cause == "Núi cao"


def test_figures_she_edited_stay_hers(dossier: Dossier, article_id: int) -> None:
    mark = review.annotate(dossier, article_id, place(RESULT), Kind.ACHIEVEMENT)
    with dossier.store.change("Sửa số liệu"):
        (first, *_) = dossier.store.ids("figure", "annotation_id", mark)
        dossier.store.update("figure", first, {"unit": "nghìn tỷ"})
    correcting.correct(dossier, article_id, TEXT.replace("742,67", "743,76"))
    assert dossier.page(article_id).annotations[0].figures[0].unit == "nghìn tỷ"


def test_a_mark_whose_words_are_gone_is_lost_and_put_back(
    dossier: Dossier, article_id: int
) -> None:
    lack = review.annotate(dossier, article_id, place(SHORTFALL), Kind.SHORTCOMING)
    review.edit_annotation(dossier, lack, statement="Sóng yếu.")
    text = "\n".join([LINES[0], LINES[1], "Vùng cao chưa đủ trạm phát.", LINES[3]])
    page = dossier.page(article_id)
    assert [one.id for one in correcting.effect(page, text).lost] == [lack]
    correcting.correct(dossier, article_id, text)
    (lost,) = dossier.page(article_id).annotations
    assert (lost.lost, lost.quote, lost.statement) == (True, SHORTFALL, "Sóng yếu.")
    review.move(dossier, lack, place("Vùng cao chưa đủ trạm phát.", text))
    (found,) = dossier.page(article_id).annotations
    assert (found.lost, found.quote) == (False, "Vùng cao chưa đủ trạm phát.")
    assert found.statement == "Sóng yếu."
    dossier.undo()
    assert dossier.page(article_id).annotations == (lost,)


def test_an_earlier_text_comes_back_as_a_new_one(dossier: Dossier, article_id: int) -> None:
    mark = review.annotate(dossier, article_id, place(SHORTFALL), Kind.SHORTCOMING)
    correcting.correct(dossier, article_id, "\n".join((*LINES[:2], LINES[3])))
    assert dossier.page(article_id).annotations[0].lost
    correcting.return_to(dossier, article_id, 1)
    page = dossier.page(article_id)
    assert page.text == TEXT
    assert page.version == 3
    assert [(one.id, one.lost, one.quote) for one in page.annotations] == [(mark, False, SHORTFALL)]
    said = [one.said for one in correcting.versions(dossier, article_id)]
    assert said == ["Trở về bản gốc", "Sửa nội dung", "Bản gốc"]
    assert dossier.undo_label == "Trở về bản gốc"
    with pytest.raises(NotFound):
        correcting.return_to(dossier, article_id, 9)


def test_only_corrected_passages_are_looked_at_again(dossier: Dossier, article_id: int) -> None:
    (waiting,) = dossier.page(article_id).suggestions
    review.decline(dossier, waiting.id)
    text = TEXT.replace("sóng di động", "sóng điện thoại di động")
    found = [
        proposal(RESULT, Kind.ACHIEVEMENT, text),  # not corrected
        proposal(SHORTFALL.replace("sóng di", "sóng điện thoại di"), Kind.SHORTCOMING, text),
        proposal(ORDER, Kind.TASK, text),  # declined
    ]
    correcting.correct(dossier, article_id, text, found=found)
    (new,) = dossier.page(article_id).suggestions
    assert new.proposal.kind is Kind.SHORTCOMING
    dossier.undo()
    assert dossier.page(article_id).suggestions == ()
    dossier.redo()
    assert dossier.page(article_id).suggestions == (new,)


def test_what_is_marked_is_not_proposed_again(dossier: Dossier, article_id: int) -> None:
    review.annotate(dossier, article_id, place(SHORTFALL), Kind.SHORTCOMING)
    text = TEXT.replace("còn yếu", "còn rất yếu")
    found = [proposal(SHORTFALL.replace("còn yếu", "còn rất yếu"), Kind.SHORTCOMING, text)]
    correcting.correct(dossier, article_id, text, found=found)
    assert [one.proposal.kind for one in dossier.page(article_id).suggestions] == [Kind.TASK]


def test_the_rules_are_asked_about_a_text_that_is_not_stored(
    dossier: Dossier, article_id: int
) -> None:
    page = dossier.page(article_id)
    text = TEXT.replace("Tuy nhiên", "Tuy vậy")
    found = correcting.look(page, text)
    assert all(one.span.stop <= len(text) for one in found)
    assert Kind.SHORTCOMING in {one.kind for one in found}


def test_an_aside_that_was_typed_back_is_one_no_more(
    dossier: Dossier, parsed: Callable[..., ParsedArticle]
) -> None:
    blocks = (*(Block(line) for line in LINES), Block("Sở khen thưởng ba xã.", "Tin liên quan"))
    article = ParsedArticle("b.txt", "txt", f"{1:064d}", b"b", blocks, title=LINES[0])
    with dossier.store.change("Nhập 1 bài viết"):
        article_id = add_article(dossier.store, article, ())
    correcting.correct(dossier, article_id, f"{TEXT}\nSở khen thưởng ba xã.")
    assert dossier.page(article_id).asides == ()
    dossier.undo()
    (aside,) = dossier.page(article_id).asides
    assert isinstance(aside, Aside)


@pytest.mark.parametrize("text", ["", " \n \t\n", "\u202e\u200b\n", "a" * (correcting.LONGEST + 1)])
def test_what_is_no_text_is_refused_and_nothing_happens(
    dossier: Dossier, article_id: int, text: str
) -> None:
    before = dossier.page(article_id), dossier.undo_label
    with pytest.raises(UserError) as refused:
        correcting.correct(dossier, article_id, text)
    assert refused.value.message.count(".") == 1
    assert (dossier.page(article_id), dossier.undo_label) == before


def test_the_same_text_is_no_change(dossier: Dossier, article_id: int) -> None:
    correcting.correct(dossier, article_id, f"{TEXT}\n\n")
    assert dossier.page(article_id).version == 1
    assert dossier.undo_label == "Nhập 1 bài viết"


def test_what_is_pasted_is_cleaned() -> None:
    pasted = "Sở\u00a0đẩy\u200b ma\u0323nh\u202e\r\n\r\n  \r\nchuyển\tđổi số\x07\n"
    assert correcting.cleaned("a\nb", pasted) == "Sở đẩy mạnh\nchuyển đổi số"
    assert correcting.cleaned("a\n\nb", "a\n\nc") == "a\n\nc"


WORDS = st.sampled_from(["Sở", "đẩy", "mạnh", "số", "12", "tỷ", "đồng.", "Xã", "họp;", "và"])
LINE = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
TEXTS = st.lists(LINE, min_size=1, max_size=6, unique=True)


def test_a_paragraph_that_stayed_is_not_taken_for_one_that_went() -> None:
    """Both begin with the same words."""
    old, new = "Sở\nđồng.\nđồng. Sở", "Sở\nđồng. Sở"
    (edit,) = edits_between(old, new)
    assert old[edit.start : edit.stop] == "đồng.\n"
    assert edit.inserted == ""


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=TEXTS, data=st.data())
def test_quotes_outside_the_edit_stay_byte_for_byte(
    lines: list[str], data: st.DataObject, parsed: Callable[..., ParsedArticle]
) -> None:
    """One paragraph is corrected, taken out or added; the marks on all others keep their words and their place."""
    at = data.draw(st.integers(0, len(lines) - 1))
    added = data.draw(st.lists(LINE.map("mới ".__add__), max_size=2))
    new = [*lines[:at], *added, *lines[at + 1 :]]
    with TemporaryDirectory() as folder, Dossier.create(Path(folder) / "a.tttt") as dossier:
        with dossier.store.change("Nhập 1 bài viết"):
            article_id = add_article(dossier.store, parsed("\n".join(lines)), ())
        start, quotes = 0, {}
        for number, line in enumerate(lines):
            span = Span(start, start + len(line))
            if number != at:
                mark = review.annotate(dossier, article_id, span, Kind.ACHIEVEMENT)
                quotes[mark] = dossier.page(article_id).text[span.start : span.stop].rstrip(" ;")
            start = span.stop + 1
        if new:
            correcting.correct(dossier, article_id, "\n".join(new))
        page = dossier.page(article_id)
        assert {one.id: one.quote for one in page.annotations} == quotes
        assert not any(one.lost for one in page.annotations)
        assert all(one.span.of(page.text) == one.quote for one in page.annotations)
