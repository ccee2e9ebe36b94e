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


def main() -> int:
    """Make the dossier, show it, take the picture."""
    with tempfile.TemporaryDirectory() as name, _screen() as display:
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        environment |= {"HOME": name, "XDG_CONFIG_HOME": name, "XDG_DATA_HOME": name}
        dossier = Path(name) / "Tổng kết 2023.tttt"
        _fill(dossier)
        with _running(["openbox"], environment), _running([*PROGRAM, str(dossier)], environment):
            _wait_until_still(environment)
            _press(environment, "ctrl+Home")
            _wait_until_still(environment)
            command = ["import", "-window", "root", "-colors", "160", f"PNG8:{PICTURE}"]
            subprocess.run(command, env=environment, check=True)
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size // 1024} KB")
    return 0


def _fill(dossier: Path) -> None:
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


def _command(*arguments: object) -> None:
    command = [*PROGRAM, *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)


@contextmanager
def _screen() -> Iterator[str]:
    """A virtual screen of the smallest size the program is made for; gives its DISPLAY."""
    size = ["-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(["Xvfb", "-displayfd", "1", *size], stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        yield f":{server.stdout.readline().decode().strip()}"
        server.terminate()


@contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[None]:
    with subprocess.Popen(command, cwd=ROOT, env=environment) as process:
        yield
        process.terminate()


def _press(environment: dict[str, str], *keys: str) -> None:
    subprocess.run(["xdotool", "key", *keys], env=environment, check=True)


def _wait_until_still(environment: dict[str, str]) -> None:
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
