"""Numbers that follow one another, told by the first and the last of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def stretches(numbers: Iterable[int]) -> Iterator[range]:
    """The numbers, each once and ascending, as ranges between the gaps: 5, 3, 4, 9 give 3-5 and 9-9."""
    start = stop = None
    for number in sorted(set(numbers)):
        if number != stop:
            if start is not None and stop is not None:
                yield range(start, stop)
            start = number
        stop = number + 1
    if start is not None and stop is not None:
        yield range(start, stop)
