"""The list of fields: added to, renamed, put in order, merged; every step can be undone."""

from collections.abc import Callable

import pytest

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Kind, ParsedArticle, Proposal, Span
from tttt_desktop.services import fields, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article

TEXT = "Thu đạt 5 tỷ đồng.\nNộp 2 tỷ đồng."
FIRST, SECOND = Span(0, 18), Span(19, 33)


@pytest.fixture
def article(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> int:
    found = [
        Proposal(span, Kind.ACHIEVEMENT, 0.9, "rule", "reason", field="Bưu chính")
        for span in (FIRST, SECOND)
    ]
    with dossier.store.change("Nhập 1 bài viết"):
        return add_article(dossier.store, parsed(TEXT), found)


def id_of(dossier: Dossier, name: str) -> int:
    return next(one.id for one in fields.all_fields(dossier) if one.name == name)


def test_a_new_field_is_the_last(dossier: Dossier) -> None:
    fields.add_field(dossier, "  Kinh tế   số ")
    assert dossier.fields()[-1] == "Kinh tế số"
    assert dossier.undo_label == "Thêm lĩnh vực “Kinh tế số”"
    with pytest.raises(UserError, match="Đã có lĩnh vực"):
        fields.add_field(dossier, "kinh te so")
    with pytest.raises(UserError, match="không được để trống"):
        fields.add_field(dossier, "  ")


def test_a_field_typed_into_a_card_is_the_last(dossier: Dossier, article: int) -> None:
    mark = review.accept(dossier, 1)
    review.edit_annotation(dossier, mark, field="Kinh tế số")
    assert dossier.fields()[-1] == "Kinh tế số"


def test_a_renamed_field_is_found_under_its_old_name(dossier: Dossier, article: int) -> None:
    first = review.accept(dossier, 1)
    changed = fields.rename_field(dossier, id_of(dossier, "Bưu chính"), "Bưu chính, chuyển phát")
    assert changed.articles == {article}
    page = dossier.page(article)
    assert page.annotations[0].field == "Bưu chính, chuyển phát"
    assert page.suggestions[0].proposal.field == "Bưu chính, chuyển phát"
    review.accept(dossier, 2)
    assert {mark.field for mark in dossier.page(article).annotations} == {"Bưu chính, chuyển phát"}
    assert "Bưu chính" not in dossier.fields()
    review.edit_annotation(dossier, first, field="Viễn thông")
    for _ in range(3):
        dossier.undo()
    assert dossier.page(article).suggestions[0].proposal.field == "Bưu chính"


def test_merged_fields_keep_their_annotations(dossier: Dossier, article: int) -> None:
    review.accept(dossier, 1)
    post, telecom = id_of(dossier, "Bưu chính"), id_of(dossier, "Viễn thông")
    before = fields.all_fields(dossier)
    fields.merge_fields(dossier, post, telecom)
    assert dossier.page(article).annotations[0].field == "Viễn thông"
    assert dossier.page(article).suggestions[0].proposal.field == "Viễn thông"
    assert [one.id for one in before if one.id != post] == [
        one.id for one in fields.all_fields(dossier)
    ]
    with pytest.raises(UserError, match="chính nó"):
        fields.merge_fields(dossier, telecom, telecom)
    dossier.undo()
    assert fields.all_fields(dossier) == before
    dossier.redo()
    assert dossier.check() == []


def test_a_renamed_field_that_is_merged_leaves_both_names_behind(
    dossier: Dossier, article: int
) -> None:
    post, telecom = id_of(dossier, "Bưu chính"), id_of(dossier, "Viễn thông")
    fields.rename_field(dossier, post, "Chuyển phát")
    fields.merge_fields(dossier, post, telecom)
    review.accept(dossier, 1)
    assert dossier.page(article).annotations[0].field == "Viễn thông"


def test_the_order_is_kept_and_moving_on_is_one_step(dossier: Dossier) -> None:
    names = dossier.fields()
    last = id_of(dossier, names[-1])
    fields.move_field(dossier, last, 1)
    fields.move_field(dossier, last, 0)
    assert dossier.fields() == [names[-1], *names[:-1]]
    dossier.undo()
    assert dossier.fields() == names


def test_a_field_in_use_is_not_removed(dossier: Dossier, article: int) -> None:
    review.accept(dossier, 1)
    with pytest.raises(UserError, match="đang có 1 đánh dấu"):
        fields.remove_field(dossier, id_of(dossier, "Bưu chính"))
    fields.remove_field(dossier, id_of(dossier, "Viễn thông"))
    assert "Viễn thông" not in dossier.fields()
    dossier.undo()
    assert "Viễn thông" in dossier.fields()
