"""Prints the figures beside their targets, each the median of several fresh processes.

python -m bench [--runs N] [FIGURE ...]        exit code 1 when a figure is over its target
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any, cast

from bench.plan import DATA, FIGURES
from bench.targets import SCALE, TARGETS


def main() -> int:
    """Measure what the arguments name, everything by default."""
    parser = argparse.ArgumentParser(
        prog="bench", description="Speed and memory beside the targets."
    )
    parser.add_argument("figures", nargs="*", metavar="FIGURE", help=", ".join(FIGURES))
    parser.add_argument("--runs", type=int, default=5, help="processes for each figure (default 5)")
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)  # for the measuring process
    chosen = parser.parse_args()
    if chosen.folder:
        print(json.dumps(_measure(chosen.figures[0], chosen.folder)))
        return 0
    unknown = set(chosen.figures) - set(FIGURES)
    if unknown:
        parser.error(f"no such figure: {', '.join(sorted(unknown))}")
    busy = os.getloadavg()[0]
    print(
        f"{os.cpu_count()} cores, load {busy:.1f}: {'BUSY, the times mean little' if busy > 0.5 else 'quiet'}"
    )
    with tempfile.TemporaryDirectory() as name, _display() as display:
        folder = Path(name)
        over = 0
        for figure in chosen.figures or FIGURES:
            over += _report(figure, folder, chosen.runs, display)
    return 1 if over else 0


def _measure(name: str, folder: Path) -> dict[str, float]:
    """In the fresh process: make some data, or run one figure."""
    if name in DATA:
        maker, values = DATA[name]
        _function(maker)(folder / name, *values)
        return {}
    return dict(_function(FIGURES[name].measured)(folder))


def _function(path: str) -> Callable[..., Any]:
    """Of a module of this package, imported only in the process that calls it."""
    module, _, name = path.partition(".")
    return cast("Callable[..., Any]", getattr(import_module(f"bench.{module}"), name))


def _report(figure: str, folder: Path, runs: int, display: str) -> int:
    """Run a figure and print its lines; the number of those over their target."""
    if figure == "start_xcb" and not display:
        print(f"{figure}: skipped, Xvfb is not installed")
        return 0
    _, data, long = FIGURES[figure]
    try:
        if data and not (folder / data).exists():
            _process(data, folder, display)
        if not long:
            _process(figure, folder, display)  # the first one compiles, and warms the disk
        runs = min(runs, 2) if long else runs
        results = [_process(figure, folder, display) for _ in range(runs)]
    except subprocess.CalledProcessError as error:
        print(f"{figure}: failed\n{error.stderr.decode(errors='replace')}")
        return 1
    return sum(_line(key, [result[key] for result in results]) for key in results[0])


def _line(key: str, values: Sequence[float]) -> bool:
    target = TARGETS[key]
    shown = [value * SCALE[target.unit] for value in values]
    middle = median(shown)
    over = target.most is not None and middle > target.most
    wanted = "" if target.most is None else f"(<= {target.most:g})  "
    verdict = "" if target.most is None else "OVER" if over else "ok"
    print(
        f"{target.words:46} {middle:8.2f} {target.unit:2}  {wanted}"
        f"{min(shown):.2f}-{max(shown):.2f}  {verdict}",
        flush=True,
    )
    return over


def _process(figure: str, folder: Path, display: str) -> dict[str, float]:
    """One figure in a process of its own, with compiled modules as an installed program has them."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    environment |= {
        name: str(folder / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    }
    command = [sys.executable, "-m", "bench", figure, "--folder", str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    return dict(json.loads(done.stdout))


@contextmanager
def _display() -> Iterator[str]:
    """An X display of our own; "" where there is no Xvfb."""
    if not shutil.which("Xvfb"):
        yield ""
        return
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().decode().strip()}"
        finally:  # also when nobody reads what is printed any more
            server.terminate()


if __name__ == "__main__":
    sys.exit(main())
