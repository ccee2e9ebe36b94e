"""Takes the picture of the README: the real program on a screen of its own, with the sample articles half worked through.

python dev.py screenshots
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "packaging" / "screenshot.png"
PROGRAM = [sys.executable, "-m", "tttt_desktop"]
ACCEPTED = 7  # suggestions of the first article, so that both looks are in the picture
PATIENCE = 60.0
QUIET = "[General]\ntheme=light\n[flag]\ntip\\suggestion=1\ntip\\mark=1\ntip\\report=1\n"
TO_THE_TOP = "mousemove 640 500 click --repeat 20 --delay 30 4 mousemove 640 10"


def main() -> int:
    """Make the dossier, show it, take the picture."""
    with tempfile.TemporaryDirectory() as name, screen() as display:
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        environment |= {"HOME": name, "XDG_CONFIG_HOME": name, "XDG_DATA_HOME": name}
        dossier = Path(name) / "Tổng kết 2023.tttt"
        fill(dossier)
        be_quiet(Path(name))
        with running(["openbox"], environment), running([*PROGRAM, str(dossier)], environment):
            wait_until_still(environment)
            subprocess.run(["xdotool", *TO_THE_TOP.split()], env=environment, check=True)
            wait_until_still(environment)
            take(environment, PICTURE)
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size // 1024} KB")
    return 0


def fill(dossier: Path) -> None:
    """Import the samples and accept some suggestions of the newest, which the window opens first."""
    _command("import", dossier, ROOT / "resources" / "samples")
    copy = dossier.with_suffix(".json")
    _command("export", dossier, "--out", copy)
    articles = json.loads(copy.read_text(encoding="utf-8"))["articles"]
    newest = max(articles, key=lambda article: str(article["published_on"]))
    accepted = newest["suggestions"][:ACCEPTED]
    edits = copy.with_suffix(".jsonl")
    lines = [json.dumps({"do": "accept", "suggestion_id": one["id"]}) for one in accepted]
    edits.write_text("\n".join(lines), encoding="utf-8")
    _command("batch", dossier, edits)


def be_quiet(home: Path) -> None:
    """Leave settings for a light window in which all hints have been seen."""
    settings = home / "tttt-desktop" / "tttt-desktop.ini"
    settings.parent.mkdir(exist_ok=True)
    settings.write_text(QUIET, encoding="utf-8")


def _command(*arguments: object) -> None:
    command = [*PROGRAM, *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)


@contextmanager
def screen(size: str = "1366x768") -> Iterator[str]:
    """A virtual screen, by default of the smallest size the program is made for; gives its DISPLAY."""
    form = ["-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(["Xvfb", "-displayfd", "1", *form], stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        yield f":{server.stdout.readline().decode().strip()}"
        server.terminate()


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator[None]:
    with subprocess.Popen(command, cwd=ROOT, env=environment) as process:
        yield
        process.terminate()


def take(environment: dict[str, str], picture: Path) -> None:
    """Keep what is on the screen, in few colours."""
    command = ["import", "-window", "root", "-colors", "160", f"PNG8:{picture}"]
    subprocess.run(command, env=environment, check=True)


def press(environment: dict[str, str], *keys: str) -> None:
    subprocess.run(["xdotool", "key", *keys], env=environment, check=True)


def wait_until_still(environment: dict[str, str]) -> None:
    """Wait until three looks in a row show the same picture of many colours."""
    seen: list[bytes] = []
    end = time.monotonic() + PATIENCE
    while len(seen) < 3 or len(set(seen[-3:])) > 1 or len(set(seen[-1])) < 20:
        if time.monotonic() > end:
            raise TimeoutError("the window did not come to rest")
        time.sleep(0.3)
        command = ["import", "-window", "root", "rgb:-"]
        seen = [
            *seen,
            subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout,
        ][-3:]


if __name__ == "__main__":
    sys.exit(main())
