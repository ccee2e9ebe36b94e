"""Takes the pictures of the guide inside the program: the real window on the sample articles, in parts.

python packaging/help_pictures.py [NAME ...]
"""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent)]

from screenshots import (  # noqa: E402
    PATIENCE,
    ROOT,
    be_quiet,
    fill,
    press,
    running,
    screen,
    wait_until_still,
)

POSING = [sys.executable, str(Path(__file__).with_name("posing.py")), "light"]
FOLDER = ROOT / "resources" / "help"
LARGEST = 60_000  # bytes of a picture
WIDEST = 720  # dots


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of the screen (as ImageMagick writes it), or the active window, after some keys.

    `on_start`: before a dossier is open.
    """

    name: str
    part: str = ""
    keys: tuple[str, ...] = ()
    on_start: bool = False


PICTURES = (
    Picture("start", "760x420+303+200", on_start=True),
    Picture("reading", "700x444+296+300"),
    Picture("cards", "374x460+992+96", ("Up", "F2")),
    Picture("list", "300x430+0+96"),
    Picture("palette", keys=("ctrl+k",)),
    Picture("history", keys=("ctrl+h",)),
    Picture("consolidation", "1366x560+0+90", ("ctrl+2",)),
    Picture("figures", "1366x560+0+90", ("ctrl+4",)),
    Picture("report", keys=("F9",)),
    Picture("following", "1366x560+0+90", ("alt+d", "a", "ctrl+3")),  # needs accepted tasks
)


def main() -> int:
    """Take them all, or those that are named; 1 when one has become too large."""
    chosen = [one for one in PICTURES if one.name in sys.argv[1:] or not sys.argv[1:]]
    with tempfile.TemporaryDirectory(prefix="Báo cáo ") as name:  # it can be seen
        dossier = Path(name) / "Tổng kết 2023.tttt"
        fill(dossier)
        for picture in chosen:
            take(picture, dossier, Path(name))
    sizes = {one.name: (FOLDER / f"{one.name}.png").stat().st_size for one in PICTURES}
    for found, size in sizes.items():
        print(f"{found}: {size // 1024} KB")
    return int(max(sizes.values()) > LARGEST)


def take(picture: Picture, dossier: Path, home: Path) -> None:
    """Show the program as the picture wants it and keep a part of the screen in few colours."""
    be_quiet(home)
    with screen() as display:
        environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        environment |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
        arguments = [] if picture.on_start else [str(dossier)]
        with running(["openbox"], environment), running([*POSING, *arguments], environment):
            wait_until_still(environment)
            for key in picture.keys:
                press(environment, key)
                wait_until_still(environment)
            target = FOLDER / f"{picture.name}.png"
            command = ["import", "-window", "root", "-crop", picture.part, "+repage"]
            if not picture.part:
                command = ["import", "-window", active_window(environment)]
            command += ["-resize", f"{WIDEST}x>", "+dither", "-colors", "64", f"PNG8:{target}"]
            subprocess.run(command, env=environment, check=True)
            leave(environment)  # else the next start tells of a sudden end


def active_window(environment: dict[str, str]) -> str:
    """Its number."""
    command = ["xdotool", "getactivewindow"]
    return (
        subprocess.run(command, env=environment, capture_output=True, check=True)
        .stdout.decode()
        .strip()
    )


def leave(environment: dict[str, str]) -> None:
    """Close what is open and the program, until it has no window any more."""
    command = ["xdotool", "search", "--onlyvisible", "--name", "Hồ sơ tổng kết"]
    end = time.monotonic() + PATIENCE
    while subprocess.run(command, env=environment, capture_output=True, check=False).stdout:
        if time.monotonic() > end:
            raise TimeoutError("the program did not end")
        press(environment, "Escape")
        time.sleep(0.3)
        press(environment, "ctrl+q")
        time.sleep(0.3)


if __name__ == "__main__":
    sys.exit(main())
