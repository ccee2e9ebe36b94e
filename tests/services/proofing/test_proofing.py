"""The wording of a dossier's report looked over and mended; quotations stay, everything can be undone."""

from collections.abc import Callable
from datetime import date

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tttt_desktop.domain.errors import NotFound
from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.services import consolidation, proofing, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.proofing import Fault, Found, Proof
from tttt_desktop.storage.articles import add_article

LINES = (
    "Hội nghị tổng kết",
    "Phủ sóng 12 thôn vùng sâu, đạt 742,67 tỷ đồng.",
    "một số thôn chưa có sóng do địa hình chia cắt",
    "Sở cần sử lý điểm lõm sóng.",
)
TEXT = "\n".join(LINES)


def place(line: int) -> Span:
    start = TEXT.index(LINES[line])
    return Span(start, start + len(LINES[line]))


Put = Callable[..., int]


@pytest.fixture
def put(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> Put:
    """Stores an article."""

    def store(text: str = TEXT, name: str = "một", **values: object) -> int:
        said = {"published_on": date(2023, 1, 6), "outlet": "Báo Mẫu", **values}
        with dossier.store.change("Nhập 1 bài viết"):
            return add_article(dossier.store, parsed(f"{text}\n{name}", f"{name}.txt", **said), ())

    return store


@pytest.fixture
def marks(dossier: Dossier, put: Put) -> list[int]:
    """A result, a shortcoming and a task."""
    article = put()
    kinds = (Kind.ACHIEVEMENT, Kind.SHORTCOMING, Kind.TASK)
    return [review.annotate(dossier, article, place(n), kind) for n, kind in enumerate(kinds, 1)]


def wrong(dossier: Dossier) -> list[tuple[str, str | None]]:
    return [(one.wrong, one.finding.replacement) for one in proofing.findings(dossier)]


def text_of(dossier: Dossier, annotation_id: int) -> str:
    article = dossier.page(dossier.article_of(annotation_id))
    return next(one.statement for one in article.annotations if one.id == annotation_id)


def say(dossier: Dossier, annotation_id: int, **values: str) -> None:
    review.edit_annotation(dossier, annotation_id, **values)


def test_a_mere_quotation_is_never_looked_at(dossier: Dossier, marks: list[int]) -> None:
    assert wrong(dossier) == []
    say(dossier, marks[2], statement=LINES[3])
    assert wrong(dossier) == []


def test_every_kind_of_wording_is_looked_at(dossier: Dossier, marks: list[int]) -> None:
    say(dossier, marks[0], statement="Đã sử lý xong.")
    say(dossier, marks[1], cause="do trậm trễ", remedy="cần bổ xung vốn")
    line = consolidation.merge(
        dossier, [marks[2], review.annotate(dossier, 1, place(1), Kind.TASK)]
    )
    (joined,) = (one for one in consolidation.all_lines(dossier) if one.id == line)
    consolidation.reword(dossier, joined, "Sở rà xoát lại.")
    settings = {
        "office.name": "Sở khoa học và công nghệ",
        "office.signer_name": "nguyễn văn mẫu",
        "report.briefing.proposals": "hổ trợ  kinh phí",
        "report.briefing.order": "field",
    }
    dossier.set_settings(settings)
    assert wrong(dossier) == [
        ("sử lý", "xử lý"),
        ("trậm trễ", "chậm trễ"),
        ("bổ xung", "bổ sung"),
        ("rà xoát", "rà soát"),
        ("Sở khoa học và công nghệ", "Sở Khoa học và Công nghệ"),
        ("hổ trợ", "hỗ trợ"),
        ("  ", " "),
    ]


def test_what_is_left_out_or_merged_away_is_not_looked_at(
    dossier: Dossier, marks: list[int]
) -> None:
    say(dossier, marks[0], statement="Đã sử lý xong.")
    consolidation.leave_out(dossier, [marks[0]])
    assert wrong(dossier) == []


def test_a_part_that_quotes_the_article_is_not_mended(dossier: Dossier, marks: list[int]) -> None:
    say(dossier, marks[2], statement="Sở được giao “cần sử lý điểm lõm sóng” và sử lý sim rác.")
    (found,) = proofing.findings(dossier)
    assert found.finding.span.start > 40
    Proof(dossier).mend([found])
    assert text_of(dossier, marks[2]) == (
        "Sở được giao “cần sử lý điểm lõm sóng” và xử lý sim rác."
    )


def test_what_stands_in_marks_but_in_no_article_is_looked_at(
    dossier: Dossier, marks: list[int]
) -> None:
    say(dossier, marks[2], statement="Sở được giao “cần rà xoát” lại.")
    assert wrong(dossier) == [("rà xoát", "rà soát")]


def test_a_cause_that_is_the_articles_is_not_looked_at(dossier: Dossier, marks: list[int]) -> None:
    start = TEXT.index("sử lý")
    review.set_cause(dossier, marks[1], Span(start, start + 20))
    assert wrong(dossier) == []


def test_all_is_mended_as_one_step(dossier: Dossier, marks: list[int]) -> None:
    say(dossier, marks[0], statement="Đã sử lý  xong ,đạt 742.67 tỷ đồng.")
    say(dossier, marks[2], statement="Sở bổ xung vốn (chưa rõ.")
    proof = Proof(dossier)
    assert len(proof.look_over()) == 6
    assert proof.mend_all() == 5
    assert dossier.undo_label == "Sửa 5 lỗi câu chữ"
    assert text_of(dossier, marks[0]) == "Đã xử lý xong, đạt 742,67 tỷ đồng."
    assert text_of(dossier, marks[2]) == "Sở bổ sung vốn (chưa rõ."
    assert wrong(dossier) == [("(", None)]
    dossier.undo()
    assert text_of(dossier, marks[0]) == "Đã sử lý  xong ,đạt 742.67 tỷ đồng."
    assert len(wrong(dossier)) == 6


def test_nothing_to_mend_is_no_step(dossier: Dossier, marks: list[int]) -> None:
    before = dossier.undo_label
    proof = Proof(dossier)
    proof.look_over()
    assert proof.mend_all() == 0
    assert dossier.undo_label == before


def test_a_wording_that_changed_meanwhile_is_not_mended(dossier: Dossier, marks: list[int]) -> None:
    say(dossier, marks[0], statement="Đã sử lý xong.")
    proof = Proof(dossier)
    found = proof.look_over()
    say(dossier, marks[0], statement="Khác hẳn.")
    with pytest.raises(NotFound):
        proof.mend(found)
    assert text_of(dossier, marks[0]) == "Khác hẳn."


def test_one_place_is_let_stand_and_comes_back_by_undo(dossier: Dossier, marks: list[int]) -> None:
    say(dossier, marks[0], statement="Đã sử lý xong.")
    say(dossier, marks[2], statement="Đã sử lý hết.")
    proofing.ignore(dossier, proofing.findings(dossier)[0])
    assert [one.wording.row for one in proofing.findings(dossier)] == [marks[2]]
    assert dossier.undo_label == "Bỏ qua một chỗ câu chữ"
    dossier.undo()
    assert len(proofing.findings(dossier)) == 2


def test_a_word_is_let_stand_everywhere(dossier: Dossier, marks: list[int]) -> None:
    say(dossier, marks[0], statement="Ở thôn Xuyệc đã xong.")
    say(dossier, marks[2], statement="Về thôn Xuyệc họp.")
    found = proofing.findings(dossier)
    assert [one.wrong for one in found] == ["Xuyệc", "Xuyệc"]
    assert all(map(proofing.can_accept, found))
    proofing.accept_word(dossier, "Xuyệc")
    assert len(proofing.findings(dossier)) == 0
    assert dossier.undo_label == "Luôn bỏ qua từ “Xuyệc”"


def test_only_a_word_can_be_let_stand_everywhere(dossier: Dossier, marks: list[int]) -> None:
    say(dossier, marks[0], statement="Đã  xong.")
    (found,) = proofing.findings(dossier)
    assert not proofing.can_accept(found)


def test_a_word_that_several_articles_write_so_is_no_slip(
    dossier: Dossier, marks: list[int], put: Put
) -> None:
    say(dossier, marks[0], statement="Ở thôn Xuyệc đã xong.")
    put("Tin về xã Xuyệc.", "hai")
    assert len(proofing.findings(dossier)) == 1
    put("Xã Xuyệc họp.", "ba")
    put("Xuyệch là chữ khác.", "tư")
    assert len(proofing.findings(dossier)) == 0


def test_the_style_can_be_set(dossier: Dossier, marks: list[int]) -> None:
    say(dossier, marks[0], statement="Văn hóa, hòa giải, xoá đói đạt 90%.")
    assert wrong(dossier) == [("xoá", "xóa")]
    dossier.set_settings({proofing.TONES: "new", proofing.PERCENT: "apart"})
    assert wrong(dossier) == [("hóa", "hoá"), ("hòa", "hoà"), ("%", " %")]


def test_figures_of_an_article_without_a_year_are_told_once(dossier: Dossier, put: Put) -> None:
    article = put(name="hai", published_on=None, outlet="")
    for line, kind in ((1, Kind.ACHIEVEMENT), (2, Kind.SHORTCOMING)):
        mark = review.annotate(dossier, article, place(line), kind)
        say(dossier, mark, statement=f"Dòng {line}, đạt 12 xã.")
    found = proofing.findings(dossier)
    assert [one.finding.fault for one in found] == [Fault.FIGURE, Fault.FIGURE]
    assert {one.wording.text for one in found} == {"Dòng 1, đạt 12 xã."}


def test_a_change_is_followed_by_reading_only_what_it_touched(
    dossier: Dossier, marks: list[int]
) -> None:
    proof = Proof(dossier)
    assert proof.look_over() == []
    say(dossier, marks[0], statement="Đã sử lý xong.")
    assert proof.follow(dossier.last_changed) is True
    assert [one.wrong for one in proof.left()] == ["sử lý"]
    review.mark_done(dossier, 1)
    assert proof.follow(dossier.last_changed) is None  # of what is in the report all may be another
    review.edit_annotation(dossier, marks[0], field="Viễn thông")
    dossier.set_settings({"proofing.tones": "new"})
    assert proof.follow(dossier.last_changed) is None


def test_what_is_followed_is_what_is_found_anew(dossier: Dossier, marks: list[int]) -> None:
    proof = Proof(dossier)
    proof.look_over()
    for mark, text in zip(marks, ("Sử lý a.", "bổ xung  b", "rà xoát"), strict=True):
        say(dossier, mark, statement=text)
        proof.follow(dossier.last_changed)
    proof.mend(proof.left()[:1])
    proof.follow(dossier.last_changed)
    proofing.ignore(dossier, proof.left()[0])
    proof.follow(dossier.last_changed)

    def said(found: list[Found]) -> list[tuple[str, int]]:
        return [(one.wrong, one.wording.row) for one in found]

    assert sorted(said(proof.left())) == sorted(said(proofing.findings(dossier)))


TYPED = st.lists(
    st.sampled_from(("sử lý", "thưc hiên", "Tỉnh", "742.67", "100 %", "5/1/2023", " ,", "hoà", "“"))
    | st.text(alphabet="abcđê ,.()-", max_size=5),
    max_size=8,
).map(" ".join)


@settings(max_examples=examples(30), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TYPED, min_size=3, max_size=3))
def test_mending_all_ends_and_quotes_stay(
    dossier: Dossier, put: Put, texts: list[str], marks: list[int]
) -> None:
    quote = "“cần sử lý điểm lõm sóng”"
    for mark, text in zip(marks, texts, strict=True):
        say(dossier, mark, statement=f"{text} {quote} {text}")
    proof = Proof(dossier)
    proof.look_over()
    proof.mend_all()
    again = Proof(dossier)
    assert all(one.finding.replacement is None for one in again.look_over())
    assert all(quote in text_of(dossier, mark) for mark in marks)
