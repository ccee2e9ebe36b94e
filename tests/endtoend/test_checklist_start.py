"""A1 and A2 in a real window: what an empty window offers, and the sample dossier from its button."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eyes import Eyes
from rest import used

from tttt_desktop.paths import resource

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
SAMPLES = len(list(resource("samples").iterdir()))
OPENED_WITHIN = 4.0  # seconds of processor time, some times what it takes; the clock tells what else the machine does


def test_an_empty_window_shows_where_to_begin(start: Callable[..., Any], eyes: Eyes) -> None:
    """A1."""
    program = start()
    program.screen.keep("A1-start")
    shown = eyes.walk()
    names = " ".join(node.name for node in shown)
    for word in ("Kéo thả tệp", ".txt", ".docx", ".html", ".pdf", "Ctrl+V"):
        assert word in names
    for label in ("1", "Nhập bài", "2", "để nhận,", "để bỏ", "3", "ra báo cáo Word"):
        assert [node for node in shown if (node.role, node.name) == ("label", label)], label
    assert [node.role for node in shown if node.name == "Nhập bài viết…"] == ["push button"] * 2
    assert eyes.one(f"Mở hồ sơ mẫu ({SAMPLES} bài)", "push button")
    assert not [node for node in shown if node.role == "scroll bar"]


def test_the_sample_opens_at_the_first_suggestion_of_its_first_article(
    start: Callable[..., Any], eyes: Eyes, tmp_path: Path
) -> None:
    """A2."""
    program = start()
    where = eyes.one("Mở hồ sơ mẫu", "push button").middle
    eyes.announced()
    begun = used(program.process.pid)
    program.screen.hands("mousemove", *map(str, where), "click", "1")
    said = eyes.hears()
    took = used(program.process.pid) - begun
    sys.stdout.write(f"A2: {took:.1f} s of processor time\n")
    assert took <= OPENED_WITHIN
    assert said[-1].startswith("Gợi ý 1 trên ")
    (path,) = tmp_path.glob("**/Hồ sơ mẫu.tttt")
    program.wait_for_suggestions(path)
    assert eyes.one(f"{SAMPLES} bài · 0 xong")
    assert eyes.focused().name == "Nội dung bài viết"
    assert eyes.one("Gợi ý 1/")
