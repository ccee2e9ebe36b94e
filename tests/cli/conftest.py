"""The command line as its users meet it: arguments and input in; exit code, output and errors out."""

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tttt_desktop.__main__ import main

ROOT = Path(__file__).resolve().parents[2]

ARTICLE = """Sở Thông tin và Truyền thông Quảng Trị tổng kết công tác năm 2022
Ngày 06/01/2023
Sáng nay, Sở tổ chức hội nghị tổng kết công tác năm 2022. Doanh thu bưu chính đạt 742,67 tỷ đồng, tăng 6,4%.
Tuy nhiên, một số thôn, bản chưa được phủ sóng điện thoại.
Phó Chủ tịch UBND tỉnh Trần Văn Mẫu yêu cầu Sở hoàn thành Đề án chuyển đổi số trước ngày 30/6/2023.
"""


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    """Run a command in this process: `run("import", dossier, path, stdin=b"...")`."""

    def start(*arguments: object, stdin: bytes = b"") -> Done:
        capsys.readouterr()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return start


@pytest.fixture
def edits(run: Callable[..., Done]) -> Callable[..., Done]:
    """Send edits to a dossier through `batch`."""

    def send(dossier: Path, *values: dict[str, Any]) -> Done:
        lines = "".join(json.dumps(value) + "\n" for value in values)
        return run("batch", dossier, stdin=lines.encode())

    return send


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the article above and a dossier made of it by `import`."""
    folder = tmp_path_factory.mktemp("imported")
    (folder / "bài viết.txt").write_text(ARTICLE, encoding="utf-8")
    assert main(["import", str(folder / "hồ sơ.tttt"), str(folder / "bài viết.txt")]) == 0
    return folder


@pytest.fixture
def filled(imported: Path, tmp_path: Path) -> Path:
    """A copy of that dossier, with the article beside it."""
    for path in imported.iterdir():
        if path.is_file():
            shutil.copy(path, tmp_path / path.name)
    return tmp_path / "hồ sơ.tttt"


@pytest.fixture
def process() -> Callable[..., "subprocess.Popen[bytes]"]:
    """Start the program as a process of its own, with pipes."""

    def start(*arguments: object) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-m", "tttt_desktop", *map(str, arguments)],
            cwd=ROOT,
            env={**os.environ, "PYTHONIOENCODING": "ascii"},  # a console that knows no Vietnamese
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    return start


@pytest.fixture
def text_of(run: Callable[..., Done], tmp_path: Path) -> Callable[[Path], dict[str, Any]]:
    """A dossier as `export` writes it."""

    def read(dossier: Path) -> dict[str, Any]:
        out = tmp_path / "export.json"
        assert run("export", dossier, "--out", out).code == 0
        values: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        return values

    return read
