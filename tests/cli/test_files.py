"""`check`, `export`, `backup`."""

import json
import sqlite3
import sys
from pathlib import Path

import pytest


def test_a_sound_dossier_is_called_sound(run, filled: Path) -> None:
    done = run("check", filled)
    assert (done.code, done.err) == (0, "")
    assert run("check", filled, "--json").lines == [{"ok": True, "path": str(filled)}]


def test_a_quotation_that_is_not_in_its_text_is_found(run, edits, filled: Path) -> None:
    edits(filled, {"do": "accept", "article_id": 1, "all": True})
    with sqlite3.connect(filled) as conn:
        conn.execute("UPDATE annotation SET start = start + 1, stop = stop + 1 WHERE id = 1")
    conn.close()
    done = run("check", filled, "--json")
    assert done.code == 1
    assert done.lines[0]["ok"] is False
    assert "Đánh dấu" in done.lines[0]["message"]


def test_export_gives_everything_and_always_the_same(run, edits, filled: Path, tmp_path) -> None:
    edits(filled, {"do": "accept", "article_id": 1, "all": True})
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    assert run("export", filled, "--out", first).code == 0
    assert run("export", filled, "--out", second).code == 0
    assert first.read_bytes() == second.read_bytes()
    values = json.loads(first.read_bytes())
    assert (values["format"], values["version"]) == ("tttt-desktop", 1)
    (article,) = values["articles"]
    assert article["published_on"] == "2023-01-06"
    assert article["annotations"]
    for mark in article["annotations"]:
        assert article["text"][mark["start"] : mark["end"]] == mark["quote"]
    (figure,) = [
        one
        for mark in article["annotations"]
        for one in mark["figures"]
        if one["unit"] == "tỷ đồng"
    ]
    assert figure["value"] == 742.67
    tasks = [mark["task"] for mark in article["annotations"] if mark["label"] == "task"]
    assert tasks[0]["deadline_on"] == "2023-06-30"


@pytest.mark.parametrize("kind", ["json", "xlsx", "csv", "qdpx"])
def test_the_format_may_be_said_beside_the_name(run, filled: Path, tmp_path, kind: str) -> None:
    by_name, said = tmp_path / f"a.{kind}", tmp_path / "b.dat"
    assert run("export", filled, "--out", by_name).code == 0
    assert run("export", filled, "--out", said, "--format", kind).code == 0
    assert said.read_bytes() == by_name.read_bytes()
    assert run("export", filled, "--out", tmp_path / "c.dat").code == 1


def test_export_tells_what_became_of_a_task(run, edits, filled: Path, tmp_path) -> None:
    edits(filled, {"do": "accept", "article_id": 1, "all": True})
    marks = _marks(run, filled, tmp_path / "a.json")
    task = next(one for one in marks if one["label"] == "task")
    edits(filled, {"do": "set", "annotation_id": task["id"], "task": {"status": "under way"}})
    values = _marks(run, filled, tmp_path / "b.json")
    (after,) = [one["task"] for one in values if one["id"] == task["id"]]
    (noted,) = after["follow_ups"]
    assert (noted["status"], noted["origin"]) == ("under way", "hand")
    assert after["evidence"] == []
    assert after["carried_from"] is None


def _marks(run, filled: Path, out: Path) -> list:
    assert run("export", filled, "--out", out).code == 0
    return json.loads(out.read_bytes())["articles"][0]["annotations"]


def test_export_replaces_its_target_wholly_or_not_at_all(run, filled: Path, tmp_path) -> None:
    out = tmp_path / "a.json"
    out.write_text("cũ", encoding="utf-8")
    assert run("export", filled, "--out", out).code == 0
    assert json.loads(out.read_bytes())["articles"]
    assert run("export", filled, "--out", tmp_path / "thiếu" / "a.json").code == 1
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []


@pytest.mark.parametrize("name", ["a.xls", "a.txt", "a", "a.tttt"])
def test_export_refuses_other_kinds(run, filled: Path, tmp_path: Path, name: str) -> None:
    done = run("export", filled, "--out", tmp_path / name)
    assert done.code == 1
    assert ".json" in done.err
    assert not (tmp_path / name).exists()


def test_a_backup_is_a_dossier_with_the_same_content(run, filled: Path, tmp_path, text_of) -> None:
    copy = tmp_path / "sao lưu.tttt"
    assert run("backup", filled, "--out", copy).code == 0
    assert text_of(copy) == text_of(filled)
    assert run("check", copy).code == 0


def test_a_backup_never_replaces_a_file(run, filled: Path, tmp_path: Path) -> None:
    taken = tmp_path / "khác.tttt"
    taken.write_text("của tôi", encoding="utf-8")
    assert run("backup", filled, "--out", taken).code == 1
    assert taken.read_text(encoding="utf-8") == "của tôi"
    before = filled.read_bytes()
    assert run("backup", filled, "--out", filled).code == 1
    assert filled.read_bytes() == before
    assert run("backup", filled, "--out", tmp_path / "a.txt").code == 1


def test_a_dossier_that_is_open_elsewhere_is_left_alone(run, filled: Path, process) -> None:
    with process("batch", filled) as holder:
        holder.stdin.write(b'{"do": "set", "article_id": 1, "note": "x"}\n')
        holder.stdin.flush()
        holder.stdout.readline()
        done = run("batch", filled, stdin=b'{"do": "undo"}\n')
        holder.stdin.close()
        holder.wait(timeout=30)
    assert done.code == 1
    assert "đang mở" in done.lines[0]["message"] if done.out else "đang mở" in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_what_is_written_is_for_its_owner_only(run, filled: Path, tmp_path: Path) -> None:
    run("backup", filled, "--out", tmp_path / "b.tttt")
    run("export", filled, "--out", tmp_path / "c.json")
    for name in (filled.name, "b.tttt", "c.json"):
        assert (tmp_path / name).stat().st_mode & 0o077 == 0, name
