"""The thread of the window is never held for long: a pulse beats in the real program while it is worked with by keys.

What other programs take of the processors is not the window's fault: counted is the processor time that its thread used while
the event loop was not reached. `pytest -s` prints the figures: what a flow takes the first time, when much is made that is kept
afterwards, and the median of the rounds after it.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]
PULSE = str(Path(__file__).resolve().parents[1] / "support" / "pulse.py")
WISHED, HELD = (
    0.050,
    0.250,
)  # seconds; what is measured on a busy machine is no figure, but no flow takes so long
ROUNDS = 3
DOSSIER = "Hồ sơ năm 2023"

FLOWS: dict[str, tuple[str, str, str]] = {  # name: keys before, keys that are timed, keys after
    "open an article": ("", "alt+Down", ""),
    "accept": ("", "Return", ""),
    "undo": ("", "ctrl+z", "Return"),
    "mark by hand": ("Down", "3", ""),
    "search": ("ctrl+f", "c h u y e n", "ctrl+a Delete Escape F6"),
    "state tab": ("ctrl+f Tab Tab", "Right", "Left F6"),
    "larger text": ("", "ctrl+equal", "ctrl+0"),
    "open a card": ("Up", "F2", "Escape"),
    "cards away": ("", "ctrl+m", "ctrl+m"),
    "palette": ("", "ctrl+k", "Escape"),
    "keys": ("", "F1", "Escape"),
    "article details": ("", "ctrl+i", "Escape"),
    "report": ("", "F9", "Escape"),
    "second view": ("", "ctrl+2", "ctrl+1"),
    "third view": ("", "ctrl+3", "ctrl+1"),
    "fourth view": ("", "ctrl+4", "ctrl+1"),
    "theme": ("alt+x g", "t", "alt+x g s"),
}


@pytest.fixture
def beating(start: Callable[..., Any], sample: Path, tmp_path: Path) -> tuple[Any, Path]:
    """The program with a pulse on the sample articles, and the file that the pulse writes."""
    target = tmp_path / "pulse.txt"
    return start(str(target), str(sample), by=(PULSE,)), target


def test_nothing_holds_the_window(beating: tuple[Any, Path]) -> None:
    """In the median; the first time is told, and not judged."""
    program, target = beating
    first = held(program, target)
    rounds = [held(program, target) for _ in range(ROUNDS)]
    figures = {name: median(one[name] for one in rounds) for name in FLOWS}
    for name, seconds in sorted(figures.items(), key=lambda one: -one[1]):
        over = " (over)" if seconds > WISHED else ""
        told = f"{name}: {seconds * 1000:.0f} ms{over}, the first time {first[name] * 1000:.0f} ms"
        sys.stdout.write(f"{told}\n")
    assert {name: seconds for name, seconds in figures.items() if seconds > HELD} == {}


def held(program: Any, target: Path) -> dict[str, float]:
    """One round: the seconds for which each flow held the window at most."""
    worst: dict[str, float] = {}
    for name, (before, keys, after) in FLOWS.items():
        program.press(*before.split())
        begun = time.monotonic()
        program.press(*keys.split())
        worst[name] = longest(target, begun, time.monotonic())
        program.press(*after.split())
        program.wait_for(DOSSIER)
    return worst


def longest(target: Path, begun: float, ended: float) -> float:
    """Most processor time in seconds between two beats in a stretch of time."""
    beats = [tuple(map(float, line.split())) for line in target.read_text().splitlines()]
    return max((used for when, _, used in beats if begun <= when <= ended), default=0.0)
