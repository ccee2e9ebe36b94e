"""One child process and the questions it is asked; ended and started anew when it hangs or dies.

A child that has nothing to do any more waits a while for the next who needs one: its start costs 0.3 s.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock, Timer

from tttt_desktop.domain.errors import UserError
from tttt_desktop.services.worker import wire

LONGEST = 20.0  # seconds for one file
_WAIT = 20.0  # seconds that a child without work is kept
_LATE = ("Đọc tệp quá 20 giây nên đã dừng.", "Hãy lưu riêng phần chữ của bài rồi thử lại.")
_NO_CHILD = "Không khởi động được phần đọc tệp của chương trình."


class Reader:
    """Asks from one thread; `stop_if_late` and `stop` may be called from another."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._command: list[str] = []
        self.answers = 0  # of this child
        self._waiting_since: float | None = None
        self._late = False

    def send(self, questions: Sequence[wire.Question]) -> None:
        """Ask; the answers come later, in the order of the questions. Errors: UserError when no child can be started."""
        if not questions:
            return
        with self._watched(), suppress(OSError):  # a dead child is met at its answer
            sink = self._running().stdin
            assert sink is not None
            for question in questions:
                question.write(sink)
            sink.flush()

    def receive(self) -> wire.Answer:
        """The next answer.

        Errors: NoAnswer when the child hung or died over it (it has been ended: what else it was asked must be asked
        again); UserError when it could not even start.
        """
        with self._watched():
            source = self._running().stdout
            assert source is not None
            if not self.answers and source.readline(len(wire.READY)) != wire.READY:
                self.end()
                raise UserError(
                    _NO_CHILD,
                    "Hãy đóng bớt chương trình khác rồi thử lại, hoặc cài lại chương trình.",
                )
            try:
                answer = wire.read_answer(source)
            except (wire.NoAnswer, ValueError, OSError) as error:
                late, self._late = self._late, False
                self.end()
                raise wire.Late(*_LATE) if late else wire.NoAnswer(*wire.BROKEN) from error
            self.answers += 1
            return answer

    @contextmanager
    def _watched(self) -> Iterator[None]:
        self._waiting_since = time.monotonic()
        yield
        self._waiting_since = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._command = command()
            self._process = _start(self._command)
        return self._process

    def waits(self) -> bool:
        """Whether its child has started and could be asked more."""
        process = self._process
        alive = process is not None and process.poll() is None
        return alive and self.answers > 0 and self._command == command()

    def stop_if_late(self) -> None:
        """Kill the child when it has had its time with one file."""
        since = self._waiting_since
        if since is not None and time.monotonic() - since > LONGEST:
            self._late = True
            self.stop()

    def stop(self) -> None:
        """Kill the child; the thread that waits for its answer goes on at once."""
        process = self._process  # the asking thread may let go of it meanwhile
        if process is not None:
            process.kill()

    def end(self) -> None:
        """End the child; the next question starts another one."""
        process, self._process, self.answers = self._process, None, 0
        if process is not None:
            process.kill()
            with suppress(OSError, ValueError):  # what it was still being told
                process.communicate()


_spare: list[Reader] = []
_lock = Lock()


def take() -> Reader:
    """A reader; with a child that waits for work where there is one."""
    with _lock:
        reader = _spare.pop() if _spare else Reader()
    if not reader.waits():
        reader.end()
    return reader


def give_back(reader: Reader) -> None:
    """Let a reader that has answered everything wait for the next who needs one."""
    if reader.waits():
        with _lock:
            _spare.append(reader)
        timer = Timer(_WAIT, _retire, [reader])
        timer.daemon = True
        timer.start()


def _retire(reader: Reader) -> None:
    with _lock:
        if reader not in _spare:
            return
        _spare.remove(reader)
    reader.end()


def command() -> list[str]:
    """How to start the child from a checkout, an installed package or the frozen program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, wire.ARGUMENT]
    return [sys.executable, "-P", "-m", "tttt_desktop.services.worker.child"]


def environment() -> dict[str, str]:
    """The environment of the child: it finds our package, whatever the working folder is.

    One arena: those of glibc's further threads would each take 64 MB of the address space it is limited to.
    """
    package = str(Path(__file__).resolve().parents[2])
    return {**os.environ, "PYTHONPATH": package, "MALLOC_ARENA_MAX": "1"}


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    hidden = 0
    if sys.platform == "win32":
        hidden = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    try:
        return subprocess.Popen(  # noqa: S603 - our own program
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            creationflags=hidden,
            bufsize=wire.BUFFER,
        )
    except OSError as error:
        raise UserError(_NO_CHILD, "Hãy đóng bớt chương trình khác.") from error
