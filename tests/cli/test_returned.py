"""`report`, then `returned`: the way back from Word without a window."""

import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from tttt_desktop.__main__ import main
from tttt_desktop.services import reports
from tttt_desktop.services.dossier import Dossier

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The report on an imported article with one mark, its line reworded in Word."""
    page = tmp_path / "a.txt"
    page.write_text(
        "Hội nghị tổng kết\nĐã phủ sóng 12 thôn vùng sâu, vùng xa của tỉnh.", encoding="utf-8"
    )
    dossier = tmp_path / "h.tttt"
    assert main(["import", str(dossier), str(page)]) == 0
    edit = {"do": "annotate", "article_id": 1, "start": 18, "end": 64, "label": "achievement"}
    text = json.dumps(edit)
    (tmp_path / "edits").write_text(text, encoding="utf-8")
    assert main(["batch", str(dossier), str(tmp_path / "edits")]) == 0
    out = tmp_path / "b.docx"
    assert main(["report", str(dossier), "--out", str(out)]) == 0
    capsys.readouterr()
    return out


def change(path: Path) -> None:
    document = docx.Document(str(path))
    for one in document.paragraphs:
        for run in one.runs:
            run.text = run.text.replace("12 thôn", "15 thôn")
    document.save(str(path))


def test_a_report_is_noted_and_what_was_changed_is_told(
    tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = tmp_path / "h.tttt"
    with Dossier.open(dossier, read_only=True) as opened:
        (made,) = reports.made(opened)
        assert made.path == report
        steps = len(opened.history())
    change(report)
    assert main(["returned", str(dossier), str(report), "--json"]) == 0
    first, whole = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["fate"] == "changed"
    assert first["annotations"] == [1]
    assert "15 thôn" in first["wording"]
    assert any("Số 15" in said for said in first["notes"])
    assert (whole["different"], whole["accepted"], whole["revision"]) == (1, 0, None)
    assert main(["returned", str(dossier), str(report), "--accept"]) == 0
    assert "đã nhận 1" in capsys.readouterr().out
    with Dossier.open(dossier) as opened:
        assert len(opened.history()) == steps + 1
        assert "15 thôn" in opened.page(1).annotations[0].statement
        opened.undo()
        assert opened.page(1).annotations[0].statement == ""


def test_another_file_is_refused(
    tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "c.docx"
    docx.Document().save(str(other))
    assert main(["returned", str(tmp_path / "h.tttt"), str(other)]) == 1
    assert "không phải báo cáo đã lập từ hồ sơ này" in capsys.readouterr().err
    assert main(["returned", str(tmp_path / "h.tttt"), str(tmp_path / "a.txt")]) == 1


@pytest.mark.parametrize("more", [("--no-log",), ("--no-log", "--set", "office.name=SỞ MẪU")])
def test_a_report_that_is_not_to_be_noted_leaves_the_log_alone(
    tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...]
) -> None:
    dossier, out = tmp_path / "h.tttt", tmp_path / "c.docx"
    assert main(["report", str(dossier), "--out", str(out), *more]) == 0
    assert out.exists()
    assert "không vào sổ" not in capsys.readouterr().err
    with Dossier.open(dossier, read_only=True) as opened:
        assert [made.path.name for made in reports.made(opened)] == ["b.docx"]


def test_a_dossier_that_a_window_has_open_says_that_nothing_is_noted(
    tmp_path: Path, report: Path
) -> None:
    dossier, out = tmp_path / "h.tttt", tmp_path / "c.docx"
    command = [sys.executable, "-m", "tttt_desktop", "report", str(dossier), "--out", str(out)]
    with Dossier.open(dossier) as opened:
        done = subprocess.run(command, capture_output=True, cwd=ROOT)
        assert [made.path.name for made in reports.made(opened)] == ["b.docx"]
    assert done.returncode == 0
    assert "không vào sổ báo cáo" in done.stderr.decode()
