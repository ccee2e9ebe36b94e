"""A15 in a real window: many files come in, duplicates and a broken one among them; the window answers meanwhile."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eyes import Eyes, Node

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
FILES = 300
BROKEN = "hong.docx"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three hundred texts, two of them the same, and one file that is no document."""
    made = tmp_path / "bai"
    made.mkdir()
    for number in range(FILES):
        different = number if number != FILES - 1 else 0
        lines = [f"Sở thứ {different} tổng kết năm 2023", "Ngày 05/01/2024"]
        lines += [
            f"Đơn vị {different}.{line} đạt {different * 7 + line} hồ sơ, tăng {line + 2}% so với năm trước."
            for line in range(60)
        ]
        (made / f"bai-{number:03}.txt").write_text("\n".join(lines), encoding="utf-8")
    (made / BROKEN).write_bytes(b"PK\x03\x04 this is no document")
    return made


@pytest.fixture
def importing(start: Callable[..., Any], folder: Path) -> Any:
    """The window just after the files were chosen."""
    program = start()
    program.press("ctrl+o")
    program.screen.hands("type", "--delay", "5", f"{folder}/")
    program.press("Return", "ctrl+a")
    program.screen.hands("key", "Return")
    return program


def rows(eyes: Eyes) -> list[Node]:
    """The cells on the screen that name a file or a title."""
    return [node for node in eyes.walk() if node.role == "table cell" and node.name]


def test_a_broken_file_is_told_and_doubles_are_flagged(eyes: Eyes, importing: Any) -> None:
    program = importing
    program.screen.settle()
    said = " ".join(node.name for node in eyes.walk(every=True))
    program.screen.keep("A15-review")
    assert "Trùng" in said
    assert BROKEN in said or "hong" in said


def test_stop_keeps_what_is_finished(eyes: Eyes, importing: Any) -> None:
    """`Dừng` within a second; what was read may be stored."""
    end = time.monotonic() + 20
    stop: list[Node] = []
    while not stop and time.monotonic() < end:
        stop = eyes.all("Dừng", "push button")
    assert stop, "the import was over before it could be stopped"
    pressed = time.monotonic()
    importing.screen.hands("mousemove", *map(str, stop[0].middle), "click", "1")
    while eyes.all("Dừng", "push button"):
        assert time.monotonic() - pressed < 5
    took = time.monotonic() - pressed
    assert took < 1.5, took
