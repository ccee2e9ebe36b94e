"""`proofread`: what is found, and mended where it is asked for."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tttt_desktop.services.dossier import Dossier

Run = Callable[..., Any]


@pytest.fixture
def worded(filled: Path, edits: Run) -> Path:
    """A dossier with one wording of the person's in which two things are wrong."""
    with Dossier.open(filled, read_only=True) as dossier:
        (article_id,) = dossier.article_ids()
    (made,) = edits(
        filled,
        {
            **{"do": "annotate", "article_id": article_id, "start": 0, "end": 40},
            **{"label": "achievement", "statement": "Sở đã sử lý xong (tốt."},
        },
    ).lines
    assert made["ok"]
    return filled


def test_it_tells_what_to_look_at_and_changes_nothing(worded: Path, run: Run) -> None:
    before = worded.read_bytes()
    done = run("proofread", worded)
    assert done.code == 0
    first, second, last = done.out.splitlines()
    assert first.startswith("Dùng lẫn chữ: “sử lý” → “xử lý”.")
    assert second.startswith("Ngoặc: “(”. Mở ngoặc đơn mà không đóng.")
    assert last == "2 chỗ cần xem."
    assert worded.read_bytes() == before


def test_programs_get_the_places(worded: Path, run: Run) -> None:
    found = run("proofread", worded, "--json").lines
    assert [one["kind"] for one in found] == ["confusion", "quote"]
    assert found[0]["text"][found[0]["start"] : found[0]["end"]] == found[0]["wrong"] == "sử lý"
    assert [one["replacement"] for one in found] == ["xử lý", None]


def test_it_mends_what_it_can(worded: Path, run: Run) -> None:
    done = run("proofread", worded, "--mend")
    assert done.code == 0
    assert "Đã sửa 1 chỗ." in done.out
    (left,) = run("proofread", worded, "--json").lines
    assert left["text"] == "Sở đã xử lý xong (tốt."
    with Dossier.open(worded) as dossier:
        assert dossier.undo_label == "Sửa một lỗi câu chữ"


def test_nothing_to_look_at(filled: Path, run: Run) -> None:
    assert run("proofread", filled).out == "Không thấy lỗi câu chữ nào.\n"
    assert run("proofread", filled, "--json").lines == []
