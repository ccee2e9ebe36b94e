"""Wrong usage, faults, and the door itself."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tttt_desktop.cli import files

ENGLISH = ("usage", "error", "argument", "required", "option", "invalid", "choose", "Traceback")


@pytest.mark.parametrize(
    "arguments",
    [
        ["không-có"],
        ["import"],
        ["import", "a.tttt"],
        ["demo"],
        ["demo", "--out"],
        ["report", "a.tttt", "--out", "b.docx", "--year", "hai"],
        ["check", "a.tttt", "thừa"],
        ["check", "a.tttt", "--jso"],
        ["batch"],
        ["--không-có"],
        ["một.tttt", "hai.tttt"],
    ],
)
def test_wrong_usage_is_told_in_vietnamese_with_code_2(run, arguments) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert "Cách dùng" in done.err
    assert not [word for word in ENGLISH if word in done.err]


@pytest.mark.parametrize("arguments", [["--help"], ["report", "--help"], ["batch", "-h"]])
def test_help_is_vietnamese(run, arguments) -> None:
    done = run(*arguments)
    assert done.code == 0
    assert not [word for word in ENGLISH if word in done.out]


def test_help_loads_nothing_of_the_program() -> None:
    code = (
        "import sys; from tttt_desktop.__main__ import main; main(['--help']);"
        "print([m for m in sys.modules if m.startswith(('PySide6', 'sqlite', 'lxml', 'docx',"
        " 'tttt_desktop.services', 'tttt_desktop.storage'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("command", "rest"),
    [
        ("check", []),
        ("batch", []),
        ("export", ["--out", "x.json"]),
        ("backup", ["--out", "x.tttt"]),
        ("report", ["--out", "x.docx"]),
    ],
)
@pytest.mark.parametrize("kind", ["missing", "folder", "text", "empty", "nul"])
def test_what_is_no_dossier_is_refused_and_stays_as_it_is(
    run, tmp_path: Path, command, rest, kind
) -> None:
    path = tmp_path / "x y.tttt"
    if kind == "folder":
        path.mkdir()
    elif kind != "missing":
        path.write_bytes({"text": b"no dossier", "empty": b"", "nul": b"\0" * 9000}[kind])
    before = path.read_bytes() if path.is_file() else None
    rest = [str(tmp_path / word) if "." in word else word for word in rest]
    done = run(command, path, *rest)
    assert done.code == 1
    assert done.err.strip()
    assert "Traceback" not in done.err
    assert (path.read_bytes() if path.is_file() else None) == before
    assert run(command, path, *rest, "--json").lines[0]["ok"] is False


def test_a_fault_is_one_sentence_and_leaves_no_text_in_the_log(
    run, filled: Path, home: Path, monkeypatch, expected_logs
) -> None:
    def fail(*_: object) -> int:
        raise ZeroDivisionError("lời của bài viết")

    expected_logs.append("fault")
    monkeypatch.setattr(files, "run", fail)
    done = run("check", filled)
    assert done.code == 1
    assert len(done.err.strip().splitlines()) == 1
    (log,) = home.rglob("tttt-desktop.log")
    written = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in written
    assert "lời của bài viết" not in written


def test_a_reader_that_goes_away_is_no_error(process, filled: Path) -> None:
    with process("suggest", "--json", filled.with_name("bài viết.txt")) as started:
        started.stdin.close()
        started.stdout.close()
        assert started.stderr.read() == b""
        assert started.wait(timeout=60) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
@pytest.mark.parametrize("arguments", [["--json"], []])
def test_output_that_cannot_be_written_is_told(filled: Path, arguments) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "tttt_desktop", "check", filled, *arguments]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGINT")
def test_interrupting_is_quiet(process, filled: Path) -> None:
    with process("batch", filled) as started:
        started.stdin.write(b'{"do": "redo"}\n')
        started.stdin.flush()
        started.stdout.readline()
        started.send_signal(signal.SIGINT)
        assert started.wait(timeout=60) == 130
        assert started.stderr.read() == b""
