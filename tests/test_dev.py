"""dev.py: finding a Python, setting up once, setting up again where that is needed."""

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = ("dev.py", "Makefile", "pyproject.toml", "constraints.txt", "README.md")
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX shims")


@pytest.fixture
def dev() -> ModuleType:
    """dev.py as a module of its own."""
    spec = importlib.util.spec_from_file_location("dev_under_test", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def shim(folder: Path, name: str, script: str) -> None:
    """A command called `name` that runs a shell script."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def test_an_old_python_can_read_dev_py() -> None:
    ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 8))


def test_constraints_are_names_and_versions_only() -> None:
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        name, _, version = line.partition("==")
        assert name.replace("-", "").replace("_", "").isalnum(), line
        assert version.replace(".", "").isalnum(), line


@posix
def test_shims_that_fail_or_are_too_old_are_skipped(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shim(tmp_path, "python3.14", "echo 'command not found' >&2; exit 127")
    shim(tmp_path, "python3.13", "echo 3 9; echo /old/python")
    shim(tmp_path, "python3.12", "echo nonsense")
    shim(tmp_path, "python3", f'exec {sys.executable} "$@"')
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    monkeypatch.setattr(dev, "NEWER", ("3.12", "3.13", "3.14"))
    found = dev.find_python()
    assert found is not None
    assert Path(found).samefile(Path(sys._base_executable))  # type: ignore[attr-defined]


@posix
def test_without_any_python_it_says_what_to_install(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    with pytest.raises(dev.Failed, match="Cần Python"):
        dev.base_python()


@posix
def test_missing_libraries_are_named_to_those_who_may_not_install(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shim(tmp_path, "apt-get", "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(dev, "LINUX", True)
    with pytest.raises(dev.Failed, match="sudo apt-get install -y libgl1 libegl1"):
        dev.install_packages(["libgl1", "libegl1"])


@pytest.mark.parametrize("arguments", [[], ["không-có"]])
def test_wrong_use_lists_the_commands(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "dev.py", *arguments], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 2
    assert "screenshots" in done.stdout.decode()


def test_every_target_of_the_makefile_is_a_command(dev: ModuleType) -> None:
    targets = (ROOT / "Makefile").read_text(encoding="utf-8").split(".PHONY:")[1].splitlines()[0]
    assert targets.split() == sorted(dev.COMMANDS, key=targets.split().index)


@pytest.mark.parametrize("stamp", ["", "{", '{"root": "/elsewhere", "python": "3"}'])
def test_a_broken_or_moved_environment_is_not_trusted(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stamp: str
) -> None:
    (tmp_path / "set-up.json").write_text(stamp, encoding="utf-8")
    monkeypatch.setattr(dev, "STAMP", tmp_path / "set-up.json")
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    assert dev.read_stamp() == {}


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A copy of the project where nothing is set up, in a folder as users have them."""
    folder = tmp_path / "Tài liệu của tôi"
    folder.mkdir()
    for name in PROJECT:
        shutil.copy(ROOT / name, folder / name)
    skipped = shutil.ignore_patterns("__pycache__")
    for name in ("tttt_desktop", "resources"):
        shutil.copytree(ROOT / name, folder / name, ignore=skipped)
    return folder


def start(clone: Path, command: str = "run") -> "subprocess.Popen[bytes]":
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.Popen(
        [sys.executable, "dev.py", command],
        cwd=clone,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def finish(process: "subprocess.Popen[bytes]") -> str:
    said = process.communicate(timeout=400)[0].decode()
    assert process.returncode == 0, said
    return said


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it would open a window")
def test_from_nothing_to_a_report_twice_at_once_and_after_accidents(clone: Path) -> None:
    both = [start(clone), start(clone)]
    said = [finish(process) for process in both]
    assert sum("Đang tạo môi trường" in text for text in said) == 1
    assert all("không có màn hình" in text for text in said)
    assert list((clone / "demo-out").glob("*.docx"))

    began = time.monotonic()
    again = finish(start(clone))
    assert "Đang" not in again
    assert time.monotonic() - began < 20  # a set-up takes longer; the real bound is in the bench

    python = clone / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/gone/python")
    interrupted = start(clone)
    assert interrupted.stdout is not None
    for line in interrupted.stdout:
        if "Đang cài thư viện".encode() in line:
            break
    interrupted.kill()
    interrupted.wait(timeout=60)
    assert "Đang tạo môi trường" in finish(start(clone))
