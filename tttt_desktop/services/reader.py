"""One child process and the questions it is asked; killed and started anew when it hangs or dies."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

from tttt_desktop.domain.errors import FileRefused, UserError
from tttt_desktop.services import wire

LONGEST = 20.0  # seconds for one file
_LONGEST_ANSWER = 300 * 1024 * 1024


class Reader:
    """Asks from one thread; `stop_if_late` and `stop` may be called from another."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._asked_at: float | None = None
        self._late = False

    def ask(self, name: str, data: bytes, *, paste: bool = False) -> bytes:
        """The child's answer to the bytes of one file.

        Errors: FileRefused when the child hung or died over it; UserError when no child can be started.
        """
        self._late, self._asked_at = False, time.monotonic()
        try:
            process = self._running()
            assert process.stdin is not None
            assert process.stdout is not None
            header = json.dumps({"name": name, "paste": paste, "size": len(data)})
            answer = self._exchange(process.stdin, process.stdout, header.encode("ascii"), data)
        finally:
            self._asked_at = None
        if not answer.endswith(b"\n"):
            self._end()
            raise self._refusal()
        return answer

    @staticmethod
    def _exchange(sink: IO[bytes], source: IO[bytes], header: bytes, data: bytes) -> bytes:
        try:
            sink.write(header + b"\n" + data)
            sink.flush()
        except OSError:
            return b""  # it died over an earlier file
        return source.readline(_LONGEST_ANSWER)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = _start()
            assert self._process.stdout
            if self._process.stdout.readline() != wire.READY:
                self._end()
                raise UserError(
                    "Không khởi động được phần đọc tệp của chương trình.",
                    "Hãy đóng bớt chương trình khác rồi thử lại, hoặc cài lại chương trình.",
                )
        return self._process

    def _refusal(self) -> FileRefused:
        if self._late:
            return FileRefused(
                "Đọc tệp quá 20 giây nên đã dừng.", "Hãy lưu riêng phần chữ của bài rồi thử lại."
            )
        return FileRefused(*wire.BROKEN)

    def stop_if_late(self) -> None:
        """Kill the child when it has had its time with one file."""
        asked_at = self._asked_at
        if asked_at is not None and time.monotonic() - asked_at > LONGEST:
            self.stop_late()

    def stop_late(self) -> None:
        """Kill the child because it took too long."""
        self._late = True
        self.stop()

    def stop(self) -> None:
        """Kill the child; the thread that waits for its answer goes on at once."""
        process = self._process  # the asking thread may let go of it meanwhile
        if process is not None:
            process.kill()

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def close(self) -> None:
        """End the child; nothing may be asked any more."""
        self._end()


def command() -> list[str]:
    """How to start the child from a checkout, an installed package or the frozen program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, wire.ARGUMENT]
    return [sys.executable, "-P", "-m", "tttt_desktop.services.child"]


def environment() -> dict[str, str]:
    """The environment of the child: it finds our package, whatever the working folder is."""
    return {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}


def _start() -> subprocess.Popen[bytes]:
    hidden = 0
    if sys.platform == "win32":
        hidden = subprocess.CREATE_NO_WINDOW
    try:
        return subprocess.Popen(  # noqa: S603 - our own program
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            creationflags=hidden,
        )
    except OSError as error:
        raise UserError(
            "Không khởi động được phần đọc tệp của chương trình.", "Hãy đóng bớt chương trình khác."
        ) from error
