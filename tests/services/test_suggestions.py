"""Suggestions that are found after the import: in a child, at once, and stored apart from the history."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tttt_desktop.domain.records import Kind, ParsedArticle
from tttt_desktop.paths import resource
from tttt_desktop.services import correcting, imports, review, suggestions
from tttt_desktop.services.dossier import Dossier

SAMPLES = sorted(resource("samples").glob("*.txt"))


def nothing(*_: object) -> None:
    """A progress nobody looks at."""


def store(dossier: Dossier, paths: Sequence[Path]) -> list[int]:
    """Import files without looking for suggestions."""
    readings = imports.read(paths, progress=nothing, cancelled=lambda: False)
    return list(imports.store(dossier, readings).article_ids)


def kinds(dossier: Dossier, article_id: int) -> set[Kind]:
    return {one.proposal.kind for one in dossier.page(article_id).suggestions}


def test_an_import_is_stored_without_them_and_waits(dossier: Dossier) -> None:
    ids = store(dossier, SAMPLES)
    assert sorted(dossier.unsuggested(100)) == sorted(ids)
    assert all(dossier.is_unsuggested(one) for one in ids)
    assert not any(dossier.page(one).suggestions for one in ids)


def test_all_of_them_are_found_and_are_no_step_of_undo(dossier: Dossier) -> None:
    ids = store(dossier, SAMPLES)
    told: list[tuple[int, int]] = []
    suggestions.fill(dossier, progress=lambda done, total, _: told.append((done, total)))
    assert all(kinds(dossier, one) == set(Kind) for one in ids)
    assert dossier.unsuggested(100) == []
    assert told[-1] == (len(ids), len(ids))
    assert dossier.undo_label == f"Nhập {len(ids)} bài viết"


def test_they_go_and_come_with_the_import(dossier: Dossier) -> None:
    ids = store(dossier, SAMPLES[:2])
    suggestions.fill(dossier, progress=nothing)
    before = [dossier.page(one).suggestions for one in ids]
    dossier.undo()
    dossier.redo()
    assert [dossier.page(one).suggestions for one in ids] == before
    assert dossier.unsuggested(100) == []


def test_the_same_as_those_found_before_storing(dossier: Dossier) -> None:
    readings = imports.read(SAMPLES, progress=nothing, cancelled=lambda: False)
    early = imports.suggest(readings, progress=nothing, cancelled=lambda: False)
    ids = imports.store(dossier, readings).article_ids
    suggestions.fill(dossier, progress=nothing)
    for reading, article_id in zip(early, ids, strict=True):
        late = tuple(one.proposal for one in dossier.page(article_id).suggestions)
        assert late == reading.proposals


def test_the_article_that_is_opened_has_its_own_at_once(dossier: Dossier) -> None:
    first, second = store(dossier, SAMPLES[:2])
    changed = suggestions.ensure(dossier, first)
    assert changed is not None
    assert changed.articles == {first}
    assert kinds(dossier, first) == set(Kind)
    assert dossier.unsuggested(100) == [second]
    assert suggestions.ensure(dossier, first) is None
    assert suggestions.is_warm()


def test_a_very_long_article_is_left_to_the_child(
    dossier: Dossier, parsed: Callable[..., ParsedArticle]
) -> None:
    long = parsed("Năm 2022, Sở đã hoàn thành 12 nhiệm vụ.\n" * 3_000)
    (article_id,) = imports.store(dossier, [imports.Reading("a.txt", long)]).article_ids
    assert suggestions.ensure(dossier, article_id) is None
    assert dossier.is_unsuggested(article_id)
    assert suggestions.ensure(dossier, 999) is None


def test_what_became_of_the_text_meanwhile_is_respected(dossier: Dossier) -> None:
    corrected, removed, ensured, kept = store(dossier, SAMPLES[:4])
    pages = suggestions.pages(dossier, [corrected, removed, ensured, kept])
    found = suggestions.find_in(pages, cancelled=lambda: False)
    correcting.correct(dossier, corrected, "Một câu khác.")
    review.remove_article(dossier, removed)
    suggestions.ensure(dossier, ensured)
    before = dossier.page(ensured).suggestions
    suggestions.put(dossier, pages, found)
    assert dossier.page(corrected).suggestions == ()
    assert dossier.page(ensured).suggestions == before
    assert kinds(dossier, kept) == set(Kind)
    assert dossier.unsuggested(100) == [corrected]


def test_looking_can_be_stopped(dossier: Dossier) -> None:
    pages = suggestions.pages(dossier, store(dossier, SAMPLES[:3]))
    assert suggestions.find_in(pages, cancelled=lambda: True).keys() <= pages.keys()


def test_a_text_the_child_dies_over_has_none(
    dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    from tttt_desktop.services.worker import reader

    ids = store(dossier, SAMPLES[:2])
    script = tmp_path / "stand_in.py"
    script.write_text("print('ready', flush=True); input()")
    monkeypatch.setattr(reader, "command", lambda: [sys.executable, str(script)])
    suggestions.fill(dossier, progress=nothing)
    assert dossier.unsuggested(100) == []
    assert not any(dossier.page(one).suggestions for one in ids)


def test_storing_them_makes_no_backup_but_the_next_act_of_the_person_does(tmp_path: Path) -> None:
    path = tmp_path / "hồ sơ.tttt"
    with Dossier.create(path) as dossier:
        (article_id,) = store(dossier, SAMPLES[:1])
    for backup in (kept := sorted(tmp_path.rglob("*.tttt"))):
        if backup != path:
            backup.unlink()
    with Dossier.open(path) as dossier:
        suggestions.fill(dossier, progress=nothing)
        assert sorted(tmp_path.rglob("*.tttt")) == [path]
        review.mark_done(dossier, article_id)
        assert len(sorted(tmp_path.rglob("*.tttt"))) == 2
    assert len(kept) == 2
