"""Time bounds that a busy machine does not break: work is timed anew until once it is quick enough.

What is slow by its nature is slow each time. Figures come from the bench; these only tell a wrong way of working.
"""

import time
from collections.abc import Callable

TRIES = 8


def within(seconds: float, work: Callable[[], object]) -> bool:
    """Whether the processor needs no longer for the work, in the best of a few runs."""
    return any(spent_on(work) <= seconds for _ in range(TRIES))


def grows_no_more(times: float, less: Callable[[], object], more: Callable[[], object]) -> bool:
    """Whether more work takes at most so many times as long as less, in the best of a few pairs of runs."""
    return any(spent_on(more) <= times * max(spent_on(less), 0.002) for _ in range(TRIES))


def spent_on(work: Callable[[], object]) -> float:
    """Seconds of the processor."""
    start = time.process_time()
    work()
    return time.process_time() - start
