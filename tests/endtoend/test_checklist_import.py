"""A15 in a real window: many files come in, duplicates and a broken one among them; the window answers meanwhile."""

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eyes import Eyes, Node

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
FILES = 300
SYLLABLES = [
    a + b + c
    for a in ("b", "đ", "kh", "ng", "tr", "v")
    for b in ("a", "ê", "o", "ư")
    for c in ("", "n", "t")
]
BROKEN = "hong.docx"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three hundred texts, two of them the same, and one file that is no document."""
    made = tmp_path / "bai"
    made.mkdir()
    for number in range(FILES):
        different = number if number != FILES - 1 else 0
        words = random.Random(different).choices(SYLLABLES, k=600)
        lines = [f"Sở thứ {different} tổng kết năm 2023", "Ngày 05/01/2024"]
        lines += [" ".join(words[at : at + 20]).capitalize() + "." for at in range(0, 600, 20)]
        (made / f"bai-{number:03}.txt").write_text("\n".join(lines), encoding="utf-8")
    (made / BROKEN).write_bytes(b"PK\x03\x04 this is no document")
    return made


@pytest.fixture
def importing(start: Callable[..., Any], folder: Path) -> Any:
    """The window just after the files were chosen."""
    program = start()
    program.press("alt+t", "c")
    program.screen.hands("type", "--delay", "5", str(folder))
    program.screen.settle()
    program.screen.hands("key", "Return")
    return program


def test_a_broken_file_is_told_and_doubles_are_flagged(eyes: Eyes, importing: Any) -> None:
    eyes.one("Dừng", "push button")
    end = time.monotonic() + 60
    while eyes.all("Dừng", "push button") and time.monotonic() < end:
        time.sleep(0.2)
    ready = eyes.one(f"Nhập {FILES - 1} bài", "push button")
    importing.screen.keep("A15-review")
    assert "enabled" in ready.states
    said = " ".join(node.name for node in eyes.walk())
    assert "1 bài trùng" in said or "Trùng" in said
    assert "không đọc được" in said.lower() or BROKEN in said


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
