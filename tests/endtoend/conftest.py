"""A screen of our own (Xvfb), the real program on it, and a person's hands (xdotool)."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from eyes import Bus, Eyes, missing
from rest import wait_for_rest
from shot import Shot

from tttt_desktop.paths import resource
from tttt_desktop.services.dossier import Dossier

PATIENCE = 60.0  # seconds, on a busy machine
LAST_SAMPLE = max(path.name for path in resource("samples").iterdir()).encode()


def wait_until(true: Callable[[], bool], what: str) -> None:
    """Poll until it holds; TimeoutError names what never came."""
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.05)


class Screen:
    """A virtual display of 1366x768 with a small window manager."""

    def __init__(self, folder: Path, size: str = "1366x768") -> None:
        self._folder = folder
        self.extra: dict[str, str] = {}  # of the programs that are started from now on
        self.size = tuple(map(int, size.split("x")))
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            # without -noreset the server starts anew, and throws the window manager out, whenever its only client leaves
            [
                "Xvfb",
                "-displayfd",
                str(writing),
                "-screen",
                "0",
                f"{size}x24",
                "-nolisten",
                "tcp",
                "-noreset",
            ],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as pipe:
            self.display = f":{pipe.readline().strip()}"
        self._manager = subprocess.Popen(
            ["openbox"], env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        # a window that comes before its manager is never made the active one
        wait_until(lambda: bool(self.hands("get_desktop")), "the window manager")

    @property
    def env(self) -> dict[str, str]:
        """The environment of a program on this screen, with what the test has set by now."""
        return os.environ | {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"} | self.extra

    def hands(self, *words: str) -> str:
        """Run xdotool; gives what it printed."""
        done = subprocess.run(
            ["xdotool", *words], env=self.env, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def picture(self) -> bytes:
        """The screen as raw pixels."""
        return subprocess.run(
            ["import", "-window", "root", "-depth", "8", "rgb:-"],
            env=self.env,
            capture_output=True,
            check=True,
        ).stdout

    def shot(self) -> Shot:
        """The screen, to ask for its pixels."""
        width, height = self.size
        return Shot(width, height, self.picture())

    def keep(self, name: str) -> None:
        """Keep a screenshot where TTTT_SCREENSHOTS says, to be looked at."""
        folder = os.environ.get("TTTT_SCREENSHOTS")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            target = str(Path(folder) / f"{name}.png")
            subprocess.run(["import", "-window", "root", target], env=self.env, check=True)

    def settle(self) -> None:
        """Wait until the screen, its programs and what reads them have nothing more to do."""
        wait_for_rest(PATIENCE)

    def close(self) -> None:
        for process in (self._manager, self._server):
            process.terminate()
            process.wait()


class Program:
    """The real program in a real window; `by` is what Python runs for it."""

    def __init__(
        self, screen: Screen, *arguments: str, by: Sequence[str] = ("-m", "tttt_desktop")
    ) -> None:
        self.screen = screen
        self.process = subprocess.Popen(
            [sys.executable, *by, *arguments],
            env=screen.env,
            stderr=subprocess.PIPE,
            text=True,
        )
        wait_until(lambda: bool(self.title()) or self._ended(), "the window")
        screen.settle()

    def _ended(self) -> bool:
        if self.process.poll() is None:
            return False
        raise AssertionError(f"ended with {self.process.returncode}: {self.process.communicate()}")

    def title(self) -> str:
        """The title of the active window."""
        return self.screen.hands("getactivewindow", "getwindowname")

    def wait_for(self, title: str) -> None:
        """Wait until the active window is one whose title begins so, and the program rests."""
        try:
            wait_until(lambda: self.title().startswith(title) or self._ended(), title)
        except TimeoutError as error:
            raise TimeoutError(f"{title}, the window that is active is {self.title()}") from error
        self.screen.settle()

    def open(self, title: str, *keys: str) -> None:
        """Press keys; by the last one a window opens whose title begins so. Go on when it is there."""
        self.press(*keys)
        self.wait_for(title)

    def written(self, folder: Path, pattern: str) -> Path:
        """Wait until one file of that name is somewhere below a folder; give it."""
        wait_until(lambda: any(folder.rglob(pattern)) or self._ended(), pattern)
        (found,) = folder.rglob(pattern)
        return found

    def press(self, *keys: str) -> None:
        """Press keys one after the other, letting the program do what each asks for."""
        for key in keys:
            self._strike(key)
            self.screen.settle()

    def _strike(self, key: str) -> None:
        """One key. Alt is held first, as by a person: Qt closes a menu when it comes to the Alt after the letter."""
        if not key.startswith("alt+"):
            self.screen.hands("key", "--clearmodifiers", key)
            return
        self.screen.hands("keydown", "alt")
        self.screen.settle()
        self.screen.hands("key", key.removeprefix("alt+"), "keyup", "alt")

    def type(self, text: str) -> None:
        """Type a text."""
        self.screen.hands("type", "--delay", "20", text)
        self.screen.settle()

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Click at a place of the screen."""
        self.screen.hands("mousemove", str(x), str(y), "click", str(button))
        self.screen.settle()

    def drag(self, here: tuple[int, int], there: tuple[int, int]) -> None:
        """Press at one place, go to another in two steps, let go."""
        between = (here[0] + there[0]) // 2, (here[1] + there[1]) // 2
        words = ["mousemove", *map(str, here), "mousedown", "1"]
        for place in (between, there):
            words += ["mousemove", *map(str, place), "sleep", "0.05"]
        self.screen.hands(*words, "mouseup", "1")
        self.screen.settle()

    def open_sample(self, folder: Path) -> None:
        """Choose the sample dossier in the menu and wait until its articles are in the file below `folder`."""
        self.press("alt+t", "u")
        self.wait_for_sample(folder)

    def wait_for_sample(self, folder: Path) -> None:
        """Wait until the sample dossier has its articles and their suggestions."""

        def filled() -> bool:
            return any(LAST_SAMPLE in p.read_bytes() for p in folder.glob("**/Hồ sơ mẫu.tttt"))

        wait_until(filled, "the sample dossier")
        (path,) = folder.glob("**/Hồ sơ mẫu.tttt")
        self.wait_for_suggestions(path)

    def wait_for_suggestions(self, path: Path) -> None:
        """Wait until each article of the open dossier was looked through: on a slow machine the keys are faster."""

        def looked_through() -> bool:
            with Dossier.open(path, read_only=True) as dossier:
                return not dossier.unsuggested(1)

        wait_until(looked_through, "the suggestions")
        self.screen.settle()

    def close(self) -> str:
        """Leave by Ctrl+Q; gives what the program said on stderr."""
        self.screen.hands("key", "ctrl+q")
        _, said = self.process.communicate(timeout=PATIENCE)
        assert self.process.returncode == 0, said
        return said

    def kill(self) -> None:
        """kill -9."""
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def screen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Screen]:
    """A display of its own for one test; its size may be given indirectly, as "1093x614"."""
    absent = [tool for tool in ("Xvfb", "openbox", "xdotool", "import") if not shutil.which(tool)]
    if absent:
        pytest.skip(f"not installed: {', '.join(absent)}")
    made = Screen(tmp_path, getattr(request, "param", "1366x768"))
    yield made
    made.close()


@pytest.fixture
def start(screen: Screen) -> Iterator[Callable[..., Program]]:
    """Start the program; whatever still runs at the end is killed."""
    running: list[Program] = []

    def make(*arguments: str, **how: Sequence[str]) -> Program:
        running.append(Program(screen, *arguments, **how))
        return running[-1]

    yield make
    for program in running:
        if program.process.poll() is None:
            program.kill()


@pytest.fixture
def eyes(screen: Screen) -> Iterator[Eyes]:
    """What a screen reader sees of the programs started after this was asked for."""
    lacking = missing()
    if lacking:
        pytest.skip(f"not installed: {', '.join(lacking)}")
    bus = Bus()
    screen.extra |= {
        "DBUS_SESSION_BUS_ADDRESS": bus.address,
        "QT_ACCESSIBILITY": "1",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    made = Eyes(screen.env)
    yield made
    made.close()
    bus.close()


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample articles in a dossier with their suggestions, made once; a test works in a copy."""
    path = tmp_path_factory.mktemp("imported") / "hồ sơ.tttt"
    samples = str(resource("samples"))
    command = [sys.executable, "-m", "tttt_desktop", "import", str(path), samples]
    subprocess.run(command, check=True, capture_output=True)
    return path


@pytest.fixture
def sample(imported: Path, tmp_path: Path) -> Path:
    """A dossier of the sample articles of its own for one test."""
    return Path(shutil.copy(imported, tmp_path / "Hồ sơ năm 2023.tttt"))
