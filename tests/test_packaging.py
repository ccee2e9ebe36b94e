"""What is handed over: the wheel in an empty environment, the ties to a Linux desktop."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BIN = "Scripts" if sys.platform == "win32" else "bin"
LINUX = ROOT / "packaging" / "linux"


def call(*command: object, cwd: Path, **environment: str) -> str:
    """Run a command; gives its output, fails with what it said."""
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_wheel_works_in_an_empty_environment(tmp_path: Path) -> None:
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation")
    call(*build, "--outdir", tmp_path, ROOT, cwd=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    inside = set(zipfile.ZipFile(wheel).namelist())
    resources = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    assert len(resources) > 20
    for path in resources:
        assert f"tttt_desktop/{path.relative_to(ROOT).as_posix()}" in inside

    venv.create(tmp_path / "trống", with_pip=True)
    python = tmp_path / "trống" / BIN / "python"
    pip = (python, "-m", "pip", "install", "-q", "-c", ROOT / "constraints.txt")
    call(*pip, wheel, cwd=tmp_path)
    program = tmp_path / "trống" / BIN / "tttt-desktop"
    said = call(program, "demo", "--out", tmp_path / "mẫu", cwd=tmp_path)
    assert str(tmp_path / "mẫu" / "mau.tttt") in said
    assert list((tmp_path / "mẫu").glob("*.docx"))
    assert "ready" in call(program, cwd=tmp_path, TTTT_BENCH_READY="1")


@pytest.mark.skipif(not shutil.which("update-mime-database"), reason="no MIME database here")
def test_a_linux_desktop_learns_what_a_dossier_is(tmp_path: Path) -> None:
    call(LINUX / "install.sh", cwd=tmp_path, XDG_DATA_HOME=str(tmp_path))
    assert "application/x-tttt:*.tttt" in (tmp_path / "mime" / "globs2").read_text("utf-8")
    entry = (tmp_path / "applications" / "tttt-desktop.desktop").read_text("utf-8")
    assert "MimeType=application/x-tttt;" in entry
    assert "Exec=tttt-desktop %f" in entry
    assert list(tmp_path.glob("icons/hicolor/scalable/apps/tttt-desktop.svg"))
