"""A15 in a real window: many files come in, duplicates and a broken one among them; the window answers meanwhile."""

import contextlib
import os
import random
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eyes import Eyes
from rest import below

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
FILES = 300
SYLLABLES = [
    a + b + c
    for a in ("b", "đ", "kh", "ng", "tr", "v")
    for b in ("a", "ê", "o", "ư")
    for c in ("", "n", "t")
]
BROKEN = "hong.docx"


def write_folder(made: Path, files: int) -> Path:
    """Texts, two of them the same, and one file that is no document."""
    made.mkdir()
    for number in range(files):
        different = number if number != files - 1 else 0
        words = random.Random(different).choices(SYLLABLES, k=600)
        lines = [f"Sở thứ {different} tổng kết năm 2023", "Ngày 05/01/2024"]
        lines += [" ".join(words[at : at + 20]).capitalize() + "." for at in range(0, 600, 20)]
        (made / f"bai-{number:04}.txt").write_text("\n".join(lines), encoding="utf-8")
    (made / BROKEN).write_bytes(b"PK\x03\x04 this is no document")
    return made


@pytest.fixture
def importing(start: Callable[..., Any], tmp_path: Path) -> Callable[[int], Any]:
    """The window just after a folder of so many files was chosen."""

    def begin(files: int) -> Any:
        folder = write_folder(tmp_path / "bai", files)
        program = start()
        program.open("Nhập cả thư mục", "alt+t", "c")
        program.screen.hands("type", "--delay", "5", str(folder))
        program.screen.settle()
        program.screen.hands("key", "Return")
        return program

    return begin


def test_a_broken_file_is_told_and_doubles_are_flagged(
    eyes: Eyes, importing: Callable[[int], Any]
) -> None:
    program = importing(FILES)
    program.screen.settle()
    ready = eyes.one(f"Nhập {FILES - 1} bài", "push button")
    program.screen.keep("A15-review")
    assert "enabled" in ready.states
    said = " ".join(node.name for node in eyes.walk())
    assert "1 bài trùng" in said or "Trùng" in said
    assert "không đọc được" in said.lower() or BROKEN in said


def test_stop_ends_the_reading(eyes: Eyes, importing: Callable[[int], Any]) -> None:
    """Even when a file is never read to its end; the program itself waits 20 s for one, and there are many."""
    program = importing(FILES)
    stop = None
    while stop is None:
        freeze_readers(program)
        stop = next(iter(eyes.all("Dừng", "push button")), None)
    program.screen.hands("mousemove", *map(str, stop.middle), "click", "1")
    eyes.gone("Dừng", "push button")


def freeze_readers(program: Any) -> None:
    """Let the processes that read files stand still."""
    for one in below(program.process.pid):
        with contextlib.suppress(OSError):  # ended meanwhile
            if b"worker.child" in Path(f"/proc/{one}/cmdline").read_bytes():
                os.kill(one, signal.SIGSTOP)
