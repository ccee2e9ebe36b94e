"""What is measured. Each function runs in a fresh process and gives seconds or megabytes by the key of a target."""

import os
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench import data

Result = dict[str, float]


def elapsed(action: Callable[[], object]) -> float:
    """Seconds that `action` takes."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def peak() -> float:
    """The most memory this process has held, in MB."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmHWM")


def start(folder: Path, platform: str) -> Result:
    """From starting the process to the window that takes input, with its memory."""
    environment = {**os.environ, "QT_QPA_PLATFORM": platform, "TTTT_BENCH_READY": "1"}
    environment |= {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "tttt_desktop"], env=environment, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        ready = process.stdout.readline()
        seconds = time.perf_counter() - began
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if not ready.startswith(b"ready") or process.returncode:
        raise RuntimeError("the window did not come up")
    return {f"start_{platform}": seconds, f"start_{platform}_mb": usage.ru_maxrss / 1024}


def start_offscreen(folder: Path) -> Result:
    """Without a screen."""
    return start(folder, "offscreen")


def start_xcb(folder: Path) -> Result:
    """On the screen that DISPLAY names."""
    return start(folder, "xcb")


def import_texts(folder: Path) -> Result:
    """1,000 texts of 3 KB."""
    return {**_imported("import", folder, "texts"), "import_bare": bare(folder / "texts")}


def import_many(folder: Path) -> Result:
    """10,000 texts of 3 KB."""
    return {**_imported("import_many", folder, "many"), "import_many_bare": bare(folder / "many")}


def import_pages(folder: Path) -> Result:
    """1,000 saved pages of 60 KB."""
    return {
        **_imported("import_pages", folder, "pages"),
        "import_pages_bare": bare(folder / "pages"),
    }


def _imported(key: str, folder: Path, texts: str) -> Result:
    """A folder read, its duplicates looked for, all stored in one change: seconds, and the memory of our process."""
    from tttt_desktop.services import imports
    from tttt_desktop.services.dossier import Dossier
    from tttt_desktop.services.duplicates import Marker

    target = folder / f"import-{os.getpid()}.tttt"
    with Dossier.create(target) as dossier:

        def job() -> None:
            marker, marked = Marker(dossier), list[imports.Reading]()
            imports.read(
                imports.expand([folder / texts]),
                progress=lambda *_: None,
                cancelled=lambda: False,
                arrived=lambda readings: marked.extend(marker.mark(readings)),
            )
            imports.store(dossier, marked)
            assert dossier.totals().articles == len(marked) > 0

        seconds = elapsed(job)
    target.unlink()
    return {key: seconds, f"{key}_mb": peak()}


def bare(folder: Path) -> float:
    """The least that importing can take: seconds to read the files and put them into a table, safely on disk."""
    target = folder.parent / f"bare-{os.getpid()}.db"
    with sqlite3.connect(target) as conn:
        conn.execute("PRAGMA synchronous = EXTRA")
        conn.execute("CREATE TABLE source (id INTEGER PRIMARY KEY, raw BLOB, text TEXT)")

    def job() -> None:
        files = (path.read_bytes() for path in sorted(folder.iterdir()))
        rows = ((data, data.decode(errors="replace")) for data in files)
        with conn:
            conn.executemany("INSERT INTO source (raw, text) VALUES (?, ?)", rows)

    seconds = elapsed(job)
    conn.close()
    target.unlink()
    return seconds


def one_article(folder: Path) -> Result:
    """The suggestions of an article of 6 KB that is opened: found and stored."""
    from tttt_desktop.services import imports, suggestions
    from tttt_desktop.services.dossier import Dossier

    suggestions.warm_up()
    with Dossier.create(folder / f"one-{os.getpid()}.tttt") as dossier:
        readings = [
            imports.Reading(one.name, one) for one in (data.parsed(n, 4_400) for n in range(20))
        ]
        ids = imports.store(dossier, readings).article_ids
        times = [elapsed(lambda one=one: suggestions.ensure(dossier, one)) for one in ids]  # type: ignore[misc]
        assert dossier.unsuggested(1) == []
    return {"one_article": statistics.median(times)}


def edit(folder: Path) -> Result:
    """One committed annotation in the dossier of 10,000 articles."""
    from tttt_desktop.domain.records import Kind
    from tttt_desktop.services import review
    from tttt_desktop.services.dossier import Dossier

    with Dossier.open(folder / "many.tttt") as dossier:
        article_id = dossier.article_ids()[5000]
        spans = data.pieces(dossier.page(article_id).text, 20)
        times = [
            elapsed(lambda span=span: review.annotate(dossier, article_id, span, Kind.TASK))  # type: ignore[misc]
            for span in spans
        ]
        for _ in spans:
            dossier.undo()
    return {"edit": statistics.median(times)}


def grouping(folder: Path) -> Result:
    """Which of 5,000 annotations may say the same: CPU, as the worker beside the window needs it."""
    from tttt_desktop.services.consolidation import Overview
    from tttt_desktop.services.dossier import Dossier

    with Dossier.open(folder / "marked.tttt", read_only=True) as dossier:
        find = Overview(dossier).comparison()
    began = time.process_time()
    find()
    return {"grouping": time.process_time() - began}
