"""Filters under a name: kept in the dossier, undone like anything else."""

import pytest

from tttt_desktop.domain.errors import NotFound, UserError
from tttt_desktop.domain.records import ArticleFilter, ArticleState
from tttt_desktop.services import filters
from tttt_desktop.services.dossier import Dossier

FULL = ArticleFilter(
    query='"tỉ lệ" hồ sơ',
    state=ArticleState.UNREAD,
    years=(2023, 2022),
    provinces=("Quảng Trị",),
    outlets=("Báo mẫu",),
    fields=("Bưu chính",),
    with_suggestions=True,
    order="province",
)


def names(dossier: Dossier) -> list[str]:
    return [one.name for one in filters.saved(dossier)]


def test_a_kept_filter_comes_back_as_it_was(dossier: Dossier) -> None:
    filters.save(dossier, "  Đợt   một ", FULL)
    filters.save(dossier, "an giang", ArticleFilter(provinces=("An Giang",)))
    assert [(one.name, one.filter) for one in filters.saved(dossier)] == [
        ("an giang", ArticleFilter(provinces=("An Giang",))),
        ("Đợt một", FULL),
    ]


def test_the_same_name_replaces(dossier: Dossier) -> None:
    filters.save(dossier, "Đợt một", FULL)
    filters.save(dossier, "ĐỢT MỘT", ArticleFilter(years=(2020,)))
    (one,) = filters.saved(dossier)
    assert (one.name, one.filter.years) == ("ĐỢT MỘT", (2020,))


def test_renamed_removed_and_undone(dossier: Dossier) -> None:
    filters.save(dossier, "A", FULL)
    filters.save(dossier, "B", FULL)
    first = filters.saved(dossier)[0]
    filters.rename(dossier, first.id, "C")
    assert names(dossier) == ["B", "C"]
    filters.remove(dossier, first.id)
    assert names(dossier) == ["B"]
    assert dossier.undo_label == "Xoá bộ lọc “C”"
    dossier.undo()
    assert names(dossier) == ["B", "C"]
    dossier.undo()
    dossier.undo()
    assert names(dossier) == ["A"]
    dossier.redo()
    assert names(dossier) == ["A", "B"]


def test_what_cannot_be(dossier: Dossier) -> None:
    filters.save(dossier, "A", FULL)
    filters.save(dossier, "B", FULL)
    first = filters.saved(dossier)[0]
    with pytest.raises(UserError, match="chưa có tên"):
        filters.save(dossier, " \n", FULL)
    with pytest.raises(UserError, match="Đã có bộ lọc"):
        filters.rename(dossier, first.id, "b")
    with pytest.raises(NotFound):
        filters.remove(dossier, 99)
    assert names(dossier) == ["A", "B"]


def test_a_condition_of_another_version_is_left_out(dossier: Dossier) -> None:
    filters.save(dossier, "A", FULL)
    with dossier.store.change("x"):
        dossier.store.update("saved_filter", 1, {"conditions": '{"years": [2020], "moon": "full"}'})
    assert filters.saved(dossier)[0].filter == ArticleFilter(years=(2020,))
