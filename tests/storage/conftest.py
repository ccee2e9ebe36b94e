"""Dossiers as files, seen from outside."""

import hashlib
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tttt_desktop.domain.records import ParsedArticle
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def sealed(tmp_path: Path, parsed: Callable[..., ParsedArticle]) -> Path:
    """A closed dossier with one article, without backups beside it."""
    path = tmp_path / "đóng.tttt"
    with Dossier.create(path) as dossier, dossier.store.change("Nhập 1 bài viết"):
        add_article(dossier.store, parsed("Hội nghị\nKết quả đạt 95%."), ())
    for backup in (tmp_path / "đóng.saoluu").iterdir():
        backup.unlink()
    (tmp_path / "đóng.saoluu").rmdir()
    return path


@pytest.fixture
def folder_state() -> Callable[[Path], dict[str, str]]:
    """What lies in a folder: names and the digests of their bytes."""

    def look(folder: Path) -> dict[str, str]:
        return {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.iterdir()
            if path.is_file()
        }

    return look


@pytest.fixture
def other_program() -> Iterator[Callable[[str, Path], "subprocess.Popen[str]"]]:
    """Run Python code in another process with the path as `path`; returns once it has printed a line."""
    started: list[subprocess.Popen[str]] = []

    def start(code: str, path: Path) -> "subprocess.Popen[str]":
        program = f"import sys; from pathlib import Path; path = Path(sys.argv[1])\n{code}"
        process = subprocess.Popen(
            [sys.executable, "-c", program, str(path)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        assert process.stdout is not None
        process.stdout.readline()
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def raw() -> Callable[[Path, str], list[tuple[object, ...]]]:
    """Run SQL on a closed file, as another program would."""

    def execute(path: Path, sql: str) -> list[tuple[object, ...]]:
        conn = sqlite3.connect(path)
        try:
            rows = conn.execute(sql).fetchall()
            conn.commit()
            return rows
        finally:
            conn.close()

    return execute
