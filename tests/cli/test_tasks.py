"""`tasks`: the tasks of a year, what is proposed for them, the calendar file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tttt_desktop.domain.records import Kind, Span, Task
from tttt_desktop.services import following, review
from tttt_desktop.services.dossier import Dossier

Run = Callable[..., Any]
TASK = "Sở hoàn thành Đề án chuyển đổi số trước ngày 30/6/2023"
RESULT = "Đề án chuyển đổi số đã được phê duyệt."


@pytest.fixture
def told(filled: Path) -> Path:
    """A dossier with a task of 2023, and an article of the year after that tells what became of it."""
    with Dossier.open(filled) as dossier:
        (article_id,) = dossier.article_ids()
        at = dossier.text(article_id).index(TASK)
        form = Task(assigner="Trần Văn Mẫu", lead="Sở Mẫu", deadline_text="trước ngày 30/6/2023")
        span = Span(at, at + len(TASK))
        mark = review.annotate(dossier, article_id, span, Kind.TASK, task=form)
        review.edit_task(dossier, mark, deadline_text="trước ngày 30/6/2023")
    return filled


@pytest.fixture
def answered(told: Path, run: Run, tmp_path: Path) -> Path:
    later = tmp_path / "2024.txt"
    later.write_text(
        f"Sở Thông tin và Truyền thông Quảng Trị tổng kết công tác năm 2023\nNgày 06/01/2024\n{RESULT}\n",
        encoding="utf-8",
    )
    assert run("import", told, later).code == 0
    with Dossier.open(told) as dossier:
        [article_id] = [one for one in dossier.article_ids() if RESULT in dossier.text(one)]
        review.edit_article(dossier, article_id, review_year=2023, plan_year=2024)
        at = dossier.text(article_id).index(RESULT)
        span = Span(at, at + len(RESULT))
        review.annotate(dossier, article_id, span, Kind.ACHIEVEMENT)
    return told


def test_programs_get_one_object_a_task(answered: Path, run: Run) -> None:
    before = answered.read_bytes()
    [task] = run("tasks", answered, "--year", "2023", "--json").lines
    assert task["text"] == TASK
    assert (task["status"], task["state"], task["overdue"]) == ("not started", "overdue", True)
    assert (task["deadline"], task["deadline_on"]) == ("trước ngày 30/6/2023", "2023-06-30")
    [proposed] = task["proposed"]
    assert proposed["status"] == "completed"
    assert "chung các chữ: đề án chuyển đổi số" in proposed["reasons"]
    assert answered.read_bytes() == before
    with Dossier.open(answered) as dossier:
        following.accept(dossier, task["annotation_id"], proposed["annotation_id"], 2023)
    [task] = run("tasks", answered, "--year", "2023", "--json").lines
    assert (task["state"], task["evidence"]) == ("done", [proposed["annotation_id"]])
    assert task["proposed"] == []


def test_people_read_the_state_and_the_counts(answered: Path, run: Run) -> None:
    done = run("tasks", answered, "--year", "2023")
    assert done.code == 0
    assert done.out.splitlines() == [
        f"1. {TASK}",
        "   Quá hạn · Trần Văn Mẫu · Sở Mẫu · trước ngày 30/6/2023",
        f"   Gợi ý: “{RESULT}” (chung các chữ: đề án chuyển đổi số; cùng lĩnh vực Chuyển đổi số, CNTT)",
        "Năm 2023: 1 nhiệm vụ: 0 có kết quả · 0 có tồn tại · 0 được nhắc lại · 1 chưa thấy nhắc lại",
        "Trần Văn Mẫu: giao 1, quá hạn 1",
    ]
    assert "Gợi ý" not in run("tasks", answered, "--year", "2023", "--results", "2024").out


def test_the_newest_year_is_shown_unless_said(told: Path, run: Run) -> None:
    assert run("tasks", told).out == run("tasks", told, "--year", "2023").out


def test_the_deadlines_go_into_a_calendar_and_never_over_a_file(
    told: Path, run: Run, tmp_path: Path
) -> None:
    out = tmp_path / "hạn.ics"
    done = run("tasks", told, "--ics", out)
    assert (done.code, done.out) == (0, f"Đã ghi: {out} (1 thời hạn)\n")
    first = out.read_bytes()
    again = run("tasks", told, "--ics", out, "--json").lines[0]
    assert again["path"] != str(out)
    assert out.read_bytes() == first
    assert "“hạn.ics” đã có" in run("tasks", told, "--ics", out).err


def test_a_dossier_without_tasks_is_told(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "trống.tttt"
    Dossier.create(path).close()
    done = run("tasks", path)
    assert (done.code, done.out) == (1, "")
    assert "chưa có nhiệm vụ nào" in done.err
