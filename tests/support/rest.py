"""Whether all that this process started is at rest, asked of the system (Linux): a still picture may hide work.

At rest is a program whose threads all sleep, and which used next to no processor time for a while. On a busy machine a thread
that waits for a processor is not asleep, so that a key that is pressed afterwards finds the window that the last one opened.
"""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

EVERY = 0.04  # seconds between two looks
LONG_ENOUGH = 0.2  # seconds; longer than the window pauses between a key and its answer
AT_WORK = {"R", "D"}  # runs or wants to run; waits for the disk
NOTHING = 10_000_000  # nanoseconds of processor time; what a blinking caret takes is a tenth of it

Threads = dict[int, tuple[str, int]]  # by id: state, nanoseconds of processor time


def wait_for_rest(patience: float) -> None:
    """Wait until every process below this one is at rest; TimeoutError names what works after so many seconds."""
    end = time.monotonic() + patience
    before, since = _threads(os.getpid()), time.monotonic()
    while (now := time.monotonic()) - since < LONG_ENOUGH:
        if now > end:
            raise TimeoutError(f"at work: {_names(before)}")
        time.sleep(EVERY)
        after = _threads(os.getpid())
        if not _rested(before, after):
            before, since = after, time.monotonic()


def _rested(before: Threads, after: Threads) -> bool:
    used = sum(after[one][1] - before[one][1] for one in after.keys() & before.keys())
    asleep = not any(state in AT_WORK for state, _ in after.values())
    return asleep and after.keys() == before.keys() and used < NOTHING


def _threads(process: int) -> Threads:
    """The threads of all processes below one."""
    found: Threads = {}
    for thread in (thread for child in below(process) for thread in _tasks(child)):
        with contextlib.suppress(OSError):  # ended meanwhile
            state = (thread / "stat").read_text().rpartition(")")[2].split()[0]
            used = int((thread / "schedstat").read_text().split()[0])
            found[int(thread.name)] = state, used
    return found


def below(process: int) -> Iterator[int]:
    """The processes that a process has started and those that they have."""
    for child in _children(process):
        yield child
        yield from below(child)


def used(process: int) -> float:
    """Seconds of processor time that a process, those below it and those that ended have used until now."""
    ticks = 0
    for one in (process, *below(process)):
        with contextlib.suppress(OSError):
            said = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
            ticks += sum(map(int, said[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def _children(process: int) -> Iterator[int]:
    for thread in _tasks(process):
        with contextlib.suppress(OSError):
            yield from map(int, (thread / "children").read_text().split())


def _tasks(process: int) -> list[Path]:
    with contextlib.suppress(OSError):
        return list(Path(f"/proc/{process}/task").iterdir())
    return []


def _names(threads: Threads) -> list[str]:
    return [
        f"{Path(f'/proc/{one}/comm').read_text().strip()} ({state})"
        for one, (state, _) in threads.items()
        if state in AT_WORK
    ]
