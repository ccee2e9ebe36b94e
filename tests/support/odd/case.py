"""What a test of odd files needs to know of one."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """A file and what must come of it: a body with all of `texts` in it, or, with `refused`, a sentence with that word.

    `make` gives the bytes; `never` are words that no body or title may hold. `slow` files take seconds to make or read.
    """

    name: str  # with its ending
    make: Callable[[], bytes]
    texts: tuple[str, ...] = ()
    refused: str = ""
    never: tuple[str, ...] = ()
    slow: bool = False
