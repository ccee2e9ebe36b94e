"""Every odd and hostile file of every kind, read as the program reads it: in a child process, with its limits.

Each ends in the right text or in one sentence; slow: through the command line, watched by strace.
"""

import importlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from odd.case import Case

from tttt_desktop.services import imports
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.imports import Reading

ROOT = Path(__file__).resolve().parents[2]
KINDS = tuple(
    name
    for path in sorted((ROOT / "tests" / "support" / "odd").glob("*.py"))
    if "CASES" in vars(importlib.import_module(f"odd.{(name := path.stem)}"))
)
FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
SENTENCES = re.compile(r"[A-ZĐÔ“][^\n]{5,150}\. [A-ZĐÔ][^\n]{5,120}\.")
NAMED = re.compile(r'openat\([^,]+, "(?P<path>(?:[^"\\]|\\.)*)", (?P<flags>[A-Z_|0-9]+)')
NETWORK = re.compile(r"\b(?:socket|connect|bind|listen|sendto|sendmsg)\(")
WRITING = ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND")


def cases(kind: str) -> tuple[Case, ...]:
    """The odd files of a kind."""
    found: tuple[Case, ...] = importlib.import_module(f"odd.{kind}").CASES
    return found


def write(folder: Path, number: int, case: Case) -> Path:
    """Make the file, in a folder of its own: names may be given twice."""
    path = folder / f"{number:03}" / case.name.replace("/", "_")
    path.parent.mkdir(parents=True)
    path.write_bytes(case.make())
    return path


def read(paths: list[Path]) -> dict[Path, list[Reading]]:
    """The readings of each file."""
    readings: dict[Path, list[Reading]] = {path: [] for path in paths}
    for one in imports.read(paths, progress=lambda *_: None, cancelled=lambda: False):
        (path,) = (path for path in paths if one.path.startswith(str(path)))
        readings[path].append(one)
    return readings


@cache
def quick_readings(kind: str) -> dict[str, list[Reading]]:
    """All files of a kind that are not slow, read in one import; by name."""
    chosen = [case for case in cases(kind) if not case.slow]
    with tempfile.TemporaryDirectory() as folder:
        paths = [write(Path(folder), number, case) for number, case in enumerate(chosen)]
        found = list(read(paths).values())
    return {case.name: readings for case, readings in zip(chosen, found, strict=True)}


def check(case: Case, readings: list[Reading]) -> None:
    """What must hold of the readings of a case."""
    assert readings
    articles = [one.article for one in readings if one.article]
    said = "\n".join(f"{article.title}\n{article.text}" for article in articles)
    refusals = [one.refused for one in readings if one.refused]
    assert len(articles) + len(refusals) == len(readings)
    for text in case.texts:
        assert text in said, refusals
    if case.refused:
        assert any(case.refused in refusal for refusal in refusals), refusals or said[:300]
    for word in case.never:
        assert word not in said
    for article in articles:
        assert article.title.strip()
        assert not FORBIDDEN.search(article.title + article.text)
    for refusal in refusals:
        assert SENTENCES.fullmatch(refusal), refusal


def ids(case: Case | str) -> str:
    return case if isinstance(case, str) else case.name


def parameters(slow: bool) -> Iterator[tuple[str, Case]]:
    for kind in KINDS:
        yield from ((kind, case) for case in cases(kind) if case.slow is slow)


def test_there_are_enough_of_every_kind() -> None:
    counts = {kind: len(cases(kind)) for kind in KINDS}
    assert len(KINDS) >= 9
    assert min(counts.values()) >= 20, counts
    assert sum(counts.values()) >= 150


@pytest.mark.parametrize(("kind", "case"), list(parameters(slow=False)), ids=ids)
def test_an_odd_file_ends_well(kind: str, case: Case) -> None:
    check(case, quick_readings(kind)[case.name])


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "case"), list(parameters(slow=True)), ids=ids)
def test_a_slow_odd_file_ends_well(kind: str, case: Case, tmp_path: Path) -> None:
    path = write(tmp_path, 0, case)
    check(case, read([path])[path])


def test_a_refused_file_leaves_the_dossier_as_it_is(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "a.tttt") as dossier:
        before, state = dossier.path.read_bytes(), dossier.totals()
    refused = [case for case in cases("archives") if case.refused and not case.texts][:5]
    paths = [write(tmp_path, number, case) for number, case in enumerate(refused)]
    done = command("import", tmp_path / "a.tttt", *paths)
    assert done.returncode == 1
    assert (tmp_path / "a.tttt").read_bytes() == before
    assert state.articles == 0


def command(
    *arguments: object, watched: tuple[str, ...] = ()
) -> "subprocess.CompletedProcess[str]":
    """The command line in a process of its own."""
    return subprocess.run(
        [*watched, sys.executable, "-m", "tttt_desktop", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


@pytest.mark.slow
def test_no_odd_file_reaches_the_network_or_another_file(tmp_path: Path) -> None:
    if (
        not shutil.which("strace")
        or subprocess.run(["strace", "-qq", "true"], check=False).returncode
    ):
        pytest.skip("strace is not installed, or may not watch a process here")
    folder, dossier, log = tmp_path / "tệp", tmp_path / "hồ sơ" / "a.tttt", tmp_path / "log"
    dossier.parent.mkdir()
    all_cases = [case for kind in KINDS for case in cases(kind) if not case.slow]
    paths = [write(folder, number, case) for number, case in enumerate(all_cases)]
    for path in paths:  # what a hostile file may point to
        (path.parent / "bi-mat.txt").write_text("điều bí mật", "utf-8")
    calls = "trace=network,openat,open,creat,unlink,unlinkat,rename,renameat2"
    watched = ("strace", "-f", "--seccomp-bpf", "-xx", "-s", "4096", "-e", calls, "-o", str(log))
    done = command("import", dossier, *paths, "--json", watched=watched)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    said = log.read_text("ascii")
    assert not NETWORK.search(said)
    assert opened(said) - {str(path) for path in paths} == set()
    assert sorted(folder.rglob("*.*")) == sorted(
        [*paths, *(p.parent / "bi-mat.txt" for p in paths)]
    )
    with Dossier.open(dossier) as stored:
        assert stored.check() == []
        assert stored.totals().articles > 0
    read_well = [line for line in done.stdout.splitlines() if '"status": "refused"' not in line]
    assert len(read_well) > 100
    assert len(paths) >= 150


def opened(said: str) -> set[str]:
    """The files below the test's folder that were opened, but for those of the dossier; fails for one written elsewhere."""
    found = set()
    for call in NAMED.finditer(said):
        path = bytes.fromhex(call["path"].replace("\\x", "")).decode(errors="replace")
        if "hồ sơ/a.tttt" in path or "hồ sơ/" in path:
            continue
        writing = (
            any(flag in call["flags"] for flag in WRITING) and "O_TMPFILE" not in call["flags"]
        )
        assert not writing or path == os.devnull, path
        if "/tệp/" in path:
            found.add(path)
    return found
