"""Sets the project up and runs it: `python dev.py run` (or test, lint, check, slow, bench, screenshots, stories, looks, setup).

Standard library only, and readable for Python 3.8: it must start on whatever answers first to look for something newer.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Iterator, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "set-up.json"
WINDOWS = sys.platform == "win32"
LINUX = sys.platform.startswith("linux")
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
OLDEST = (3, 11)
PATIENCE = 60.0  # seconds, until an installer that lost its parent has ended
NEWER = ("3.11", "3.12", "3.13", "3.14")

# Debian's names. Qt loads the first group on any platform, the second when there is a screen.
QT = [
    "libgl1",
    "libegl1",
    "libglib2.0-0",
    "libxkbcommon0",
    "libfontconfig1",
    "libfreetype6",
    "libdbus-1-3",
    "fonts-noto-core",
]
WINDOW = [
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
]
TOOLS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "import": "imagemagick",
    "soffice": "libreoffice-writer",
    "pdftotext": "poppler-utils",
    "strace": "strace",
    "dbus-daemon": "dbus",
}
# What reads the accessibility tree belongs to the system's own Python.
TREE = ["at-spi2-core", "python3-gi", "gir1.2-atspi-2.0"]
READS_TREE = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"

WHO = "import sys, venv, ensurepip; print(*sys.version_info[:2]); print(sys._base_executable)"
QT_STARTS = """
import sys
from PySide6 import QtCore, QtGui, QtSvg, QtWidgets
app = QtGui.QGuiApplication(sys.argv)
print(len(QtGui.QFontDatabase.families(QtGui.QFontDatabase.WritingSystem.Vietnamese)))
"""
QT_HAS_WINDOWS = """
import ctypes, pathlib, PySide6
ctypes.CDLL(pathlib.Path(PySide6.__file__).parent / "Qt/plugins/platforms/libqxcb.so")
"""
HAS_TINOS = """
import sys
from PySide6 import QtGui
app = QtGui.QGuiApplication(sys.argv)
sys.exit(not QtGui.QFontDatabase.hasFamily("Tinos"))
"""


class Failed(Exception):
    """The reason why the command cannot go on, as one or two Vietnamese sentences."""


def ask(command: Sequence[str], env: dict[str, str] | None = None) -> str | None:
    """What a short command prints, or None when it is missing, fails or hangs."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=60,
            env=env,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else None


def do(command: Sequence[str], sorry: str) -> None:
    """Run a command in the project folder and let its output be seen; raise `Failed(sorry)` when it fails."""
    if subprocess.call(list(command), cwd=str(ROOT)) != 0:
        raise Failed(sorry)


def candidates() -> Iterator[list[str]]:
    """Commands that may start a Python, the likeliest first."""
    yield [sys.executable]
    for version in reversed(NEWER):
        yield ["py", "-" + version] if WINDOWS else ["python" + version]
    for name in ("python3", "python"):
        yield [name]
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    for python in sorted(pyenv.glob("versions/*/bin/python"), reverse=True):
        yield [str(python)]


def find_python() -> str | None:
    """The path of the first Python that answers, is new enough and can make environments."""
    for command in candidates():
        answer = ask([*command, "-c", WHO])
        if answer and "\n" in answer:
            version, path = answer.splitlines()[:2]
            if tuple(map(int, version.split())) >= OLDEST:
                return path
    return None


def base_python() -> str:
    """As `find_python`, but on Debian first install what the system's own Python lacks."""
    python = find_python()
    if python is None and LINUX and shutil.which("apt-get"):
        install_packages(["python3", "python3-venv"])
        python = find_python()
    if python is None:
        raise Failed(
            "Cần Python 3.11 trở lên, nhưng trên máy này chưa có bản nào chạy được. "
            "Hãy cài Python mới (trên Windows: từ python.org, chọn «Add to PATH») rồi chạy lại."
        )
    return python


def inputs() -> str:
    """A fingerprint of all that decides what is installed."""
    text = b"".join((ROOT / name).read_bytes() for name in ("pyproject.toml", "constraints.txt"))
    return hashlib.sha256(text.replace(b"\r\n", b"\n")).hexdigest()


def read_stamp() -> dict[str, str]:
    """What the last complete set-up noted; empty when the environment is absent, broken, unfinished or moved here."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    asked = ask([str(PYTHON), "-c", "import sys; print(sys.version)"])
    return stamp if (stamp.get("root"), stamp.get("python")) == (str(ROOT), asked) else {}


def is_ready(stamp: dict[str, str], extra: str) -> bool:
    """Whether the noted set-up is today's and holds at least `extra`."""
    return stamp.get("inputs") == inputs() and stamp.get("extra") in (extra, "dev")


def set_up(extra: str) -> None:
    """Make `.venv` hold the pinned packages; `extra` is "" (to run) or "dev" (tools and tests as well)."""
    if is_ready(read_stamp(), extra):
        return
    with alone():
        stamp = read_stamp()
        if is_ready(stamp, extra):
            return
        if stamp:
            STAMP.unlink()
        else:
            make_environment()
        fill_environment(extra or stamp.get("extra", ""))


def make_environment() -> None:
    """A new, empty `.venv`; what stood there is thrown away."""
    python = base_python()
    print("Đang tạo môi trường Python trong .venv ...", flush=True)
    throw_away_environment()
    do([python, "-m", "venv", str(VENV)], "Không tạo được môi trường Python trong .venv.")


def throw_away_environment() -> None:
    """Remove `.venv`; an installer whose set-up was killed may go on writing into it for a while."""
    end = time.monotonic() + PATIENCE
    while VENV.exists():
        try:
            shutil.rmtree(str(VENV))
        except OSError as error:
            if time.monotonic() > end:
                raise Failed(
                    "Không xoá được thư mục .venv cũ. Hãy đóng chương trình đang chạy rồi thử lại."
                ) from error
            time.sleep(0.5)


def fill_environment(extra: str) -> None:
    """Install the pinned packages and the project itself (editable), then note that all of it is there."""
    print("Đang cài thư viện, lần đầu mất vài phút ...", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    pip += ["-c", "constraints.txt"]
    sorry = "Chưa cài được thư viện. Hãy kiểm tra kết nối mạng rồi chạy lại."
    do([*pip, "hatchling", "editables"], sorry)
    do([*pip, "--no-build-isolation", "-e", ".[dev]" if extra else "."], sorry)
    version = ask([str(PYTHON), "-c", "import sys; print(sys.version)"]) or ""
    stamp = {"inputs": inputs(), "python": version, "root": str(ROOT), "extra": extra}
    fresh = STAMP.with_suffix(".new")
    fresh.write_text(json.dumps(stamp), encoding="utf-8")
    fresh.replace(STAMP)


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Let one set-up at a time into this folder; the lock dies with the process that holds it."""
    with (ROOT / ".venv.lock").open("a+", encoding="utf-8") as handle:
        if sys.platform == "win32":
            import msvcrt

            handle.seek(0)
            while True:
                with contextlib.suppress(OSError):  # it gives up after ten seconds; we do not
                    msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
                    break
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def offscreen() -> dict[str, str]:
    """The environment of a Qt program that needs no screen."""
    return dict(os.environ, QT_QPA_PLATFORM="offscreen")


def qt_starts(env: dict[str, str] | None = None) -> bool:
    """Whether Qt loads, finds its platform and a font with Vietnamese."""
    return ask([str(PYTHON), "-c", QT_STARTS], env) not in (None, "0")


def check_system(window: bool = False, tools: bool = False) -> None:
    """Install (or name) the system packages that turn out to be missing.

    Always those without which Qt does not start; with `window` those of a real window, with `tools` those of the
    slow tests.
    """
    lacking = [] if qt_starts(offscreen()) else list(QT)
    if LINUX and (window or tools) and ask([str(PYTHON), "-c", QT_HAS_WINDOWS]) is None:
        lacking += WINDOW
    if tools:
        lacking += [package for tool, package in TOOLS.items() if not shutil.which(tool)]
        if ask([str(PYTHON), "-c", HAS_TINOS], offscreen()) is None:
            lacking.append("fonts-croscore")
        if LINUX and ask(["/usr/bin/python3", "-c", READS_TREE]) is None:
            lacking += TREE
    if not lacking:
        return
    with alone():
        install_packages(lacking)
    if not qt_starts(offscreen()):
        raise Failed("Thư viện giao diện Qt vẫn chưa chạy được trên máy này.")


def install_packages(packages: Sequence[str]) -> None:
    """Install Debian packages as root; otherwise raise `Failed` with the line to run."""
    names = " ".join(packages)
    if not (LINUX and shutil.which("apt-get")):
        raise Failed("Máy thiếu thư viện hệ thống cho Qt (tên theo Debian): " + names)
    if os.geteuid() != 0:
        raise Failed("Máy thiếu thư viện. Hãy chạy: sudo apt-get install -y " + names)
    print("Đang cài gói hệ thống: " + names, flush=True)
    apt = [
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-q",
        "-o",
        "DPkg::Lock::Timeout=600",
    ]
    sorry = "Chưa cài được gói hệ thống. Hãy chạy: apt-get install -y " + names
    do([*apt, "update"], sorry)
    do([*apt, "install", "-y", "--no-install-recommends", *packages], sorry)


def names_display() -> bool:
    """Whether the environment promises a screen."""
    return not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def has_display() -> bool:
    """Whether a window can be shown, found out by starting Qt on the screen."""
    return names_display() and qt_starts()


def module(name: str, *arguments: str) -> int:
    """Run a module with the environment's Python in the project folder; the exit code.

    It may keep what it has compiled: the tests start hundreds of programs, and each would compile all of it again.
    """
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.call([str(PYTHON), "-m", name, *arguments], cwd=str(ROOT), env=env)


def run(arguments: Sequence[str]) -> int:
    """Open the window; without a display do the same job on the samples and print what it wrote."""
    set_up("")
    if not has_display():
        try:
            check_system(window=names_display())
        except Failed as failure:
            if names_display():
                raise
            print(failure, flush=True)  # the command line does without Qt
    if has_display():
        return module("tttt_desktop", *arguments)
    print("Máy này không có màn hình, nên chương trình làm hồ sơ mẫu bằng dòng lệnh:", flush=True)
    return module("tttt_desktop", "demo", "--out", "demo-out")


def test(arguments: Sequence[str]) -> int:
    """The quick tests, on all cores; arguments go to pytest."""
    set_up("dev")
    check_system()
    few = "--hypothesis-profile=quick"  # examples of each property; the slow tests try all
    return module("pytest", "-n", "auto", "--dist", "worksteal", "-m", "not slow", few, *arguments)


def slow(arguments: Sequence[str]) -> int:
    """The slow tests: real windows, kill -9, rendering, the wheel, properties with all their examples."""
    set_up("dev")
    check_system(tools=True)
    return module("pytest", "-m", "slow or hypothesis", *arguments)


def lint(_: Sequence[str]) -> int:
    """Format, style, types and layers."""
    set_up("dev")
    scripts = PYTHON.parent
    steps = ("ruff", "format", "--check", "."), ("ruff", "check", "."), ("mypy",), ("lint-imports",)
    return max(
        subprocess.call([str(scripts / step[0]), *step[1:]], cwd=str(ROOT)) for step in steps
    )


def check(arguments: Sequence[str]) -> int:
    """All that must hold before a commit: lint and the quick tests."""
    return lint(()) or test(arguments)


def bench(arguments: Sequence[str]) -> int:
    """The figures of speed and memory, beside their targets."""
    set_up("dev")
    check_system()
    return module("bench", *arguments)


def screenshots(arguments: Sequence[str]) -> int:
    """The pictures of the README, taken of the real program."""
    set_up("dev")
    check_system(tools=True)
    return subprocess.call([str(PYTHON), "packaging/screenshots.py", *arguments], cwd=str(ROOT))


def stories(arguments: Sequence[str]) -> int:
    """Every widget in every state, drawn to pictures in build/stories."""
    set_up("dev")
    check_system()
    return subprocess.call([str(PYTHON), "packaging/stories.py", *arguments], cwd=str(ROOT))


def looks(arguments: Sequence[str]) -> int:
    """The real window at each size, scale and theme, in build/looks."""
    set_up("dev")
    check_system(window=True, tools=True)
    return subprocess.call([str(PYTHON), "packaging/looks.py", *arguments], cwd=str(ROOT))


def setup(_: Sequence[str]) -> int:
    """Everything to run and to develop, and nothing more."""
    set_up("dev")
    check_system()
    print("Đã sẵn sàng. Chạy chương trình: python dev.py run")
    return 0


COMMANDS = {
    "setup": (setup, "chuẩn bị môi trường để chạy và phát triển"),
    "run": (run, "mở chương trình; không có màn hình thì làm hồ sơ mẫu"),
    "test": (test, "các phép thử nhanh"),
    "lint": (lint, "định dạng, kiểu, phân lớp"),
    "check": (check, "lint và các phép thử nhanh"),
    "slow": (slow, "các phép thử chậm"),
    "bench": (bench, "đo tốc độ và bộ nhớ"),
    "screenshots": (screenshots, "chụp lại hình của README"),
    "stories": (stories, "vẽ từng ô, nút, thẻ ở mọi trạng thái"),
    "looks": (looks, "chụp cửa sổ thật ở mọi cỡ, mọi giao diện"),
}


def main(arguments: Sequence[str]) -> int:
    """Run the named command; the exit code."""
    for stream in (sys.stdout, sys.stderr):  # Windows consoles may not know the letters
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if not arguments or arguments[0] not in COMMANDS:
        print("Cách dùng: python dev.py LỆNH\n")
        for name, (_, purpose) in COMMANDS.items():
            print(f"  {name:12} {purpose}")
        return 2
    try:
        return COMMANDS[arguments[0]][0](arguments[1:])
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
