"""The story book: one small function for each widget in each state it can be in, drawn to pictures by packaging/stories.py.

A story is a function that gives a widget, in any file of tests/stories:

    @story("Nút", width=200)
    def disabled() -> QWidget: ...

Its name is the state. The frame, the themes and the scales are the book's matter; `focus` gives the keyboard to the first
control that takes it.
"""

import importlib.util
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QWidget

FOLDER = Path(__file__).resolve().parents[1] / "stories"


@dataclass(frozen=True, slots=True)
class Story:
    """What is drawn: `make` gives the widget; 0 for a width or height that the widget itself knows."""

    widget: str
    state: str
    make: Callable[[], QWidget]
    width: int = 0
    height: int = 0
    focus: bool = False


_stories: list[Story] = []


def story(
    widget: str, *, width: int = 0, height: int = 0, focus: bool = False
) -> Callable[[Callable[[], QWidget]], Callable[[], QWidget]]:
    """Put a function into the book under the name of its widget."""

    def keep(make: Callable[[], QWidget]) -> Callable[[], QWidget]:
        _stories.append(Story(widget, make.__name__, make, width, height, focus))
        return make

    return keep


@cache
def stories() -> tuple[Story, ...]:
    """Every story of the book, in the order of files and lines."""
    for path in sorted(FOLDER.glob("*.py")):
        spec = importlib.util.spec_from_file_location(f"stories_{path.stem}", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
    return tuple(_stories)
