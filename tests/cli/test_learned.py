"""`learned`: say, write, bring."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tttt_desktop.services import lore
from tttt_desktop.services.dossier import Dossier

Run = Callable[..., Any]


@pytest.fixture
def worked(filled: Path, edits: Run) -> Path:
    """A dossier in which everything was accepted."""
    with Dossier.open(filled, read_only=True) as dossier:
        (article_id,) = dossier.article_ids()
    assert edits(filled, {"do": "accept", "article_id": article_id, "all": True}).code == 0
    return filled


def test_it_says_from_how_many_decisions_was_learned(worked: Path, run: Run) -> None:
    with Dossier.open(worked, read_only=True) as dossier:
        totals = dossier.totals()
        marks = totals.achievements + totals.shortcomings + totals.tasks + totals.plans
    done = run("learned", worked)
    assert (done.code, done.out) == (0, f"Đã học từ {marks} quyết định.\n")
    assert run("learned", worked, "--json").lines == [{"ok": True, "decisions": marks, "path": ""}]


def test_what_is_written_can_be_brought(worked: Path, run: Run, tmp_path: Path) -> None:
    out, other = tmp_path / "học.json", tmp_path / "khác.tttt"
    Dossier.create(other).close()
    assert run("learned", worked, "--out", out).code == 0
    assert json.loads(out.read_text("utf-8"))["size"] == lore.lore_of(worked).size
    before = worked.read_bytes()
    for source in (out, worked):
        done = run("learned", other, "--from", source, "--json")
        assert done.code == 0
        assert done.lines[0]["decisions"] == lore.lore_of(out).size
    assert worked.read_bytes() == before
    assert run("learned", other, "--json").lines[0]["decisions"] == 2 * lore.lore_of(out).size


def test_what_cannot_be_brought_is_refused(filled: Path, run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "trống.tttt"
    Dossier.create(empty).close()
    for source in (filled, empty, tmp_path / "không có.tttt"):
        done = run("learned", filled, "--from", source)
        assert done.code == 1
        assert done.err.count("\n") == 1
    assert run("learned", filled, "--out", tmp_path / "x.txt").code == 1
    assert run("learned", filled, "--out", "x.json", "--from", empty).code == 2
