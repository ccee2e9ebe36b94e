"""The limit of memory: really kept here, and asked of Windows in its own words."""

import ctypes
import importlib
import subprocess
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from tttt_desktop.services.worker import limits


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The module as Windows would load it."""
    with monkeypatch.context() as patched:
        patched.setattr(sys, "platform", "win32")
        yield importlib.reload(limits)
    importlib.reload(limits)


class Kernel:
    """Notes what is asked of it."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, tuple[Any, ...]]] = []

    def __getattr__(self, name: str) -> Any:
        def call(*arguments: Any) -> int:
            self.asked.append((name, arguments))
            return 77

        self.__dict__[name] = call
        return call


@pytest.mark.skipif(sys.platform == "win32", reason="the other half is for Windows")
def test_windows_is_asked_for_a_job_with_the_limit(
    windows: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    kernel = Kernel()
    monkeypatch.setattr(ctypes, "WinDLL", lambda *_, **__: kernel, raising=False)
    windows.limit_memory(500 * 1024 * 1024)
    asked = dict(kernel.asked)
    _, kind, given, size = asked["SetInformationJobObject"]
    assert (kind, size) == (9, 144)  # JobObjectExtendedLimitInformation on a system of 64 bits
    words = bytes(given._obj)
    assert int.from_bytes(words[16:20], "little") == 0x500
    assert int.from_bytes(words[112:120], "little") == 500 * 1024 * 1024
    job, process = asked["AssignProcessToJobObject"]
    assert (job.value, process.value) == (77, 77)


@pytest.mark.skipif(sys.platform == "win32", reason="the limit of Unix")
def test_a_process_that_takes_more_fails() -> None:
    code = "from tttt_desktop.services.worker.limits import limit_memory; limit_memory(2**28); x = bytes(2**29)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert b"MemoryError" in done.stderr
