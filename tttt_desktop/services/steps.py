"""Work in steps: a generator that may be left for other things at each yield, and returns what came of it."""

from collections.abc import Generator
from typing import Any, TypeAlias, TypeVar

T = TypeVar("T")
Steps: TypeAlias = Generator[Any, None, T]  # what a step yields may tell how much it did


def at_once(steps: Steps[T]) -> T:
    """Take all steps; gives what came of them, and raises what they raise."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]  # nothing else ends it
