"""`check-report`: a file is judged by the rules of the decree; the code says what came of it."""

import json
from pathlib import Path

import docx
import pytest


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("Một đoạn văn.")
    document.save(str(tmp_path / "a.docx"))
    return tmp_path / "a.docx"


def test_what_is_wrong_is_printed_with_its_rule(run, plain: Path) -> None:
    done = run("check-report", str(plain))
    assert done.code == 1
    assert "[P01, I.1] Khổ giấy: 216 x 279 mm. Hãy đặt khổ A4" in done.out
    assert "Bộ kiểm tra thể thức 1.0, theo NĐ 30/2020/NĐ-CP: " in done.err


def test_json_has_every_rule(run, plain: Path) -> None:
    done = run("check-report", str(plain), "--json")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert len(rows) > 40
    assert {row["verdict"] for row in rows} == {"passed", "failed", "skipped"}
    assert all(bool(row["message"]) == (row["verdict"] == "failed") for row in rows)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0old"])
def test_a_file_that_cannot_be_read(run, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    done = run("check-report", str(path))
    assert done.code == 2
    assert done.err.count("\n") == 1


def test_no_file(run, tmp_path: Path) -> None:
    assert run("check-report", str(tmp_path / "không có.docx")).code == 2
