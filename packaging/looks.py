"""Photographs the real window at each size, scale and theme: one command, a folder of pictures to look at.

python dev.py looks [FOLDER]        (by default build/looks)
"""

import argparse
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent)]

from screenshots import ROOT, fill, press, running, screen, take, wait_until_still  # noqa: E402

POSING = [sys.executable, str(Path(__file__).with_name("posing.py"))]
SIZES = ("1366x768", "1093x614", "911x512", "1920x1080")
SCALES = ("1.25", "1.5", "2")
THEMES = ("light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Look:
    """One picture: the screen in dots, the scale, the theme, the zoom of the text, what is pressed before."""

    name: str
    size: str = "1366x768"
    scale: str = "1"
    theme: str = "light"
    zoom: int = 100
    keys: tuple[str, ...] = ()


def looks() -> list[Look]:
    """Every look that UX asks for."""
    found = [Look(f"{size}-{theme}", size, theme=theme) for size in SIZES for theme in THEMES]
    found += [Look(f"scale-{s}-{t}", "1920x1080", s, t) for s in SCALES for t in ("light", "dark")]
    found += [Look("laptop-1.25", "1366x768", "1.25"), Look("laptop-1.5", "1366x768", "1.5")]
    found += [Look(f"zoom-{zoom}", zoom=zoom) for zoom in (80, 150, 200)]
    for theme in ("light", "dark"):
        for name, keys in DIALOGS.items():
            found.append(Look(f"{name}-{theme}", theme=theme, keys=keys))
    found += [Look(f"{name}-911x512", "911x512", keys=keys) for name, keys in DIALOGS.items()]
    return found


DIALOGS = {
    "menu": ("alt+d",),
    "palette": ("ctrl+k",),
    "keys": ("F1",),
    "details": ("ctrl+i",),
    "report": ("F9",),
    "open": ("ctrl+shift+o",),
    "list": ("F6", "F6"),
    "cards": ("F2",),
}


def main() -> int:
    """Make the dossier once; show it in every look."""
    parser = argparse.ArgumentParser(prog="looks", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build" / "looks")
    parser.add_argument("--only", default="", help="names that contain this")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        dossier = Path(name) / "Tổng kết 2023.tttt"
        fill(dossier)
        for look in looks():
            if chosen.only in look.name:
                show(look, dossier, Path(name), chosen.folder / f"{look.name}.png")
                print(look.name, flush=True)
    return 0


def show(look: Look, dossier: Path, home: Path, picture: Path) -> None:
    """Take one picture."""
    settings = home / "tttt-desktop" / "tttt-desktop.ini"
    settings.parent.mkdir(exist_ok=True)
    theme = "light" if look.theme == "contrast" else look.theme
    settings.write_text(f"[General]\ntheme={theme}\nzoom={look.zoom}\n", encoding="utf-8")
    copy = (
        home / "Tổng kết năm 2023.tttt"
    )  # a program that is ended from outside leaves a notice for the next
    shutil.copy(dossier, copy)
    with screen(look.size) as display:
        environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        environment |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home)}
        environment |= {"XDG_DATA_HOME": str(home), "QT_SCALE_FACTOR": look.scale}
        with (
            running(["openbox"], environment),
            running([*POSING, look.theme, str(copy)], environment),
        ):
            wait_until_still(environment)
            for key in look.keys:
                press(environment, key)
                wait_until_still(environment)
            take(environment, picture)


if __name__ == "__main__":
    sys.exit(main())
