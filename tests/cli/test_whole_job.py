"""From articles to the briefing by commands alone, in the folders that users have."""

import subprocess
import zipfile
from pathlib import Path

import pytest

from tttt_desktop.paths import resource


def words_of(docx: Path) -> str:
    """The XML of the document's body."""
    with zipfile.ZipFile(docx) as archive:
        return archive.read("word/document.xml").decode()


def test_demo_does_the_whole_job(run, user_folder: Path) -> None:
    done = run("demo", "--out", user_folder / "mẫu", "--json")
    assert done.code == 0, done.err
    dossier, report = (Path(line["path"]) for line in done.lines)
    assert dossier == user_folder / "mẫu" / "mau.tttt"
    assert report.suffix == ".docx"
    assert "BÁO CÁO" in words_of(report)
    assert run("check", dossier).code == 0


def test_a_second_demo_leaves_the_first_alone(run, tmp_path: Path) -> None:
    run("demo", "--out", tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.glob("mau*") if path.is_file()}
    assert run("demo", "--out", tmp_path).code == 0
    assert {path: path.read_bytes() for path in before} == before


def test_every_command_works_in_a_folder_as_users_have_it(run, edits, user_folder: Path) -> None:
    source = user_folder / "các bài"
    source.mkdir()
    for sample in sorted(path for path in resource("samples").iterdir() if path.is_file()):
        (source / sample.name).write_bytes(sample.read_bytes())
    dossier = user_folder / "Tổng kết.tttt"
    assert run("import", dossier, source).code == 0
    assert run("suggest", source).code == 0
    assert edits(dossier, {"do": "accept", "article_id": 1, "all": True}).code == 0
    assert run("check", dossier).code == 0
    assert run("export", dossier, "--out", user_folder / "dữ liệu.json").code == 0
    assert run("backup", dossier, "--out", user_folder / "sao lưu.tttt").code == 0
    report = user_folder / "báo cáo.docx"
    office = "office.name=Sở Thông tin và Truyền thông"
    assert run("report", dossier, "--out", report, "--set", office).code == 0
    assert "SỞ THÔNG TIN VÀ TRUYỀN THÔNG" in words_of(report).upper()


def test_a_mark_made_by_batch_stands_in_the_report(run, edits, text_of, filled: Path) -> None:
    quote = "một số thôn, bản chưa được phủ sóng điện thoại."
    start = text_of(filled)["articles"][0]["text"].index(quote)
    place = {"article_id": 1, "start": start, "end": start + len(quote)}
    edits(filled, {"do": "annotate", **place, "label": "shortcoming"})
    report = filled.with_name("báo cáo.docx")
    assert run("report", filled, "--out", report).code == 0
    assert "chưa được phủ sóng điện thoại" in words_of(report)


def test_a_report_never_replaces_a_file(run, filled: Path) -> None:
    report = filled.with_name("báo cáo.docx")
    report.write_bytes(b"cua toi")
    done = run("report", filled, "--out", report, "--json")
    assert done.code == 0
    assert done.lines[0]["renamed_from"] == str(report)
    assert Path(done.lines[0]["path"]).name == "báo cáo (2).docx"
    assert report.read_bytes() == b"cua toi"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--out", "x.docx", "--template", "letter"],
        ["--out", "x.pdf"],
        ["--out", "x.docx", "--set", "office.name"],
        ["--out", "x.docx", "--set", "màu=đỏ"],
        ["--out", "thiếu/x.docx"],
    ],
)
def test_a_report_that_cannot_be_made_is_refused(run, filled: Path, arguments) -> None:
    words = [str(filled.parent / w) if w.startswith(("x.", "thiếu")) else w for w in arguments]
    done = run("report", filled, *words)
    assert done.code == 1
    assert done.err.strip()
    assert not list(filled.parent.glob("x*"))


def test_the_real_pages_from_import_to_report(run, edits, seeds, tmp_path: Path, text_of) -> None:
    dossier, report = tmp_path / "a.tttt", tmp_path / "a.docx"
    done = run("import", dossier, *seeds, "--json")
    assert [line["status"] for line in done.lines] == ["imported"] * 5
    accept = [
        {"do": "accept", "article_id": line["article_id"], "all": True} for line in done.lines
    ]
    assert edits(dossier, *accept).code == 0
    marks = [mark for article in text_of(dossier)["articles"] for mark in article["annotations"]]
    assert {mark["label"] for mark in marks} == {"achievement", "shortcoming", "task"}
    assert run("report", dossier, "--out", report).code == 0
    assert run("check", dossier).code == 0
    body = words_of(report)
    assert "BÁO CÁO" in body


@pytest.mark.slow
def test_the_report_opens_in_another_program(run, tmp_path: Path) -> None:
    run("demo", "--out", tmp_path)
    (report,) = tmp_path.glob("*.docx")
    command = [
        "soffice",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(report),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=110)
    assert report.with_suffix(".pdf").stat().st_size > 10_000
