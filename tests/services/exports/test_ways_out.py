"""The ways out of a dossier: what each holds, and that what lay there before stays whole when the disk refuses."""

import csv
import errno
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tttt_desktop.domain.errors import SaveFailed
from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.services import briefing, following, reports, review, writing
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.exports import ways_out
from tttt_desktop.storage.articles import add_article

TEXT = "Phấn đấu hoàn thành đề án trước ngày 30/6/2023.\nĐề án đã hoàn thành."
HOSTILE = '=cmd|"/c calc"!A1 <b>&amp;</b>'


@pytest.fixture
def filled(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> Dossier:
    """A task with evidence, and a hostile note."""
    with dossier.store.change("Nhập"):
        add_article(dossier.store, parsed(TEXT, plan_year=2023, province="Quảng Trị"), [])
    first = TEXT.index("\n")
    task = review.annotate(dossier, 1, Span(0, first), Kind.TASK)
    told = review.annotate(dossier, 1, Span(first + 1, len(TEXT)), Kind.ACHIEVEMENT)
    following.accept(dossier, task, told, 2023)
    following.set_note(dossier, task, "Đã trình.", 2023)
    review.edit_annotation(dossier, told, note=HOSTILE)
    return dossier


def json_of(dossier: Dossier, out: Path) -> Any:
    ways_out.write(dossier, "json", out)
    return json.loads(out.read_bytes())


def test_excel_says_what_became_of_a_task(filled: Dossier, tmp_path: Path) -> None:
    ways_out.write(filled, "xlsx", tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["Nhiệm vụ"]
    row = {head.value: cell.value for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert row["Trạng thái"].startswith("Hoàn thành")
    assert row["Năm theo dõi"] == 2023
    assert row["Tiến độ"] == "Đã trình."
    assert row["Đối chiếu"] == "Đề án đã hoàn thành."


def test_json_tells_follow_up_evidence_and_reports(filled: Dossier, tmp_path: Path) -> None:
    values = json_of(filled, tmp_path / "a.json")
    task, told = values["articles"][0]["annotations"]
    assert task["task"]["evidence"] == [
        {"annotation": told["id"], "year": 2023, "state": "accepted"}
    ]
    assert [one["note"] for one in task["task"]["follow_ups"]] == ["Đã trình."]
    assert told["note"] == HOSTILE
    assert values["reports"] == []
    assert values["articles"][0]["officials"] == []
    assert len(values["articles"][0]["sha256"]) == 64


def test_json_tells_which_marks_a_report_used(filled: Dossier, tmp_path: Path) -> None:
    options = briefing.Options(scope="all")
    made = reports.draft(briefing.prepare(filled, options), options, reports.new_number())
    reports.log(filled, made, tmp_path / "Báo cáo.docx")
    (report,) = json_of(filled, tmp_path / "a.json")["reports"]
    assert (report["file_name"], report["kind"]) == ("Báo cáo.docx", "docx")
    assert report["annotations"] == [1, 2]


@pytest.mark.parametrize("kind", ways_out.KINDS)
def test_an_empty_dossier_has_all_ways_out(dossier: Dossier, tmp_path: Path, kind: str) -> None:
    for path in ways_out.write(dossier, kind, tmp_path / f"a.{kind}"):
        assert path.stat().st_size


@pytest.mark.parametrize("kind", ways_out.KINDS)
def test_a_full_disk_leaves_what_lay_there(
    filled: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    def full(_draft: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    out = tmp_path / f"a.{kind}"
    out.write_bytes(b"old")
    monkeypatch.setattr(writing, "_to_disk", full)
    with pytest.raises(SaveFailed, match="ổ đĩa đầy"):
        ways_out.write(filled, kind, out)
    assert out.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []


def test_no_cell_of_the_csv_computes(filled: Dossier, tmp_path: Path) -> None:
    ways_out.write(filled, "csv", tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
        notes = [row["Ghi chú"] for row in csv.DictReader(stream)]
    assert f"'{HOSTILE}" in notes


def test_only_what_still_exists_is_written(filled: Dossier, tmp_path: Path) -> None:
    ways_out.write(filled, "xlsx", tmp_path / "a.xlsx", [1, 77])
    assert load_workbook(tmp_path / "a.xlsx")["Đánh dấu"].max_row == 3
