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
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple


class Target(NamedTuple):
    """A figure's name in words and what it may be at most, in its unit; None: a figure to compare with."""

    words: str
    most: float | None
    unit: str


TARGETS = {
    "start_offscreen": Target("start to a usable window, no screen", 1.0, "s"),
    "start_offscreen_mb": Target("  its memory", 150, "MB"),
    "start_xcb": Target("start to a usable window, X display", 1.0, "s"),
    "start_xcb_mb": Target("  its memory", 150, "MB"),
    "sample": Target("the sample dossier, from the button to its text", 2.0, "s"),
    "import": Target("import of 1,000 texts of 3 KB", 2.0, "s"),
    "import_mb": Target("  its memory", 250, "MB"),
    "import_bare": Target("  the limit: bare read and insert", None, "s"),
    "import_many": Target("import of 10,000 texts of 3 KB", 20.0, "s"),
    "import_many_mb": Target("  its memory", 250, "MB"),
    "import_many_bare": Target("  the limit: bare read and insert", None, "s"),
    "import_pages": Target("import of 1,000 saved pages of 60 KB", 15.0, "s"),
    "import_pages_mb": Target("  its memory", 250, "MB"),
    "import_pages_bare": Target("  the limit: bare read and insert", None, "s"),
    "held_loading": Target("loaded beforehand, bit by bit: the window held", 50, "ms"),
    "held_palette": Target("  first opened after it: the palette", 50, "ms"),
    "held_report": Target("  Lập báo cáo Word", 50, "ms"),
    "held_consolidation": Target("  Tổng hợp", 50, "ms"),
    "held_following": Target("  Theo dõi nhiệm vụ", 50, "ms"),
    "held_figures": Target("  Số liệu", 50, "ms"),
    "held_theme": Target("  another theme", 50, "ms"),
    "held_state": Target("1,000 articles get a state: the window held", 50, "ms"),
    "held_state_undone": Target("  undone", 50, "ms"),
    "held_removed": Target("  1,000 removed with 5,000 annotations", None, "ms"),
    "held_removed_undone": Target("  undone", None, "ms"),
    "correction": Target("200,000 characters, 2,000 annotations corrected", None, "ms"),
    "correction_told": Target("  what it would do told, while typing", 50, "ms"),
    "correction_undone": Target("  undone", None, "ms"),
    "importing_hold": Target("1,000 texts come in: the window held at most", 50, "ms"),
    "importing_work": Target("  of it by its own work", 50, "ms"),
    "importing_commit": Target("  held by the one commit", None, "ms"),
    "suggesting": Target("suggestions of 1,000 texts, beside the window", 15.0, "s"),
    "suggesting_hold": Target("  the window held at most", 50, "ms"),
    "suggesting_work": Target("  of it by its own work", 50, "ms"),
    "one_article": Target("  of one article of 6 KB that is opened", 15, "ms"),
    "learn_one": Target("one decision learned", 1, "ms"),
    "learn_judge": Target("  an article of 6 KB judged by what was learned", 3, "ms"),
    "learn_anew": Target("  40 decided articles learned anew", None, "s"),
    "learn_before": Target("an office of its own phrasing: wrong by rules", None, "%"),
    "learn_after": Target("  wrong after ten corrected articles", 10, "%"),
    "learn_careless": Target("  lost by decisions of which 20 % are random", 3, "%"),
    "pages_wrong": Target("saved pages: body, 1 - token F1, mean", 2.0, "%"),
    "pages_worst": Target("  the worst page", 5.0, "%"),
    "pages_noise": Target("  words that are not of the article", 1.0, "%"),
    "pages_leads": Target("  leads lost", 0, "pages"),
    "page_read": Target("  processor time of a page, median", 8, "ms"),
    "marking": Target("1,000 texts looked for in 10,000 articles: each", 0.2, "ms"),
    "marking_print": Target("  the fingerprint of 3 KB", 0.5, "ms"),
    "marking_index": Target("  opening the index, once an import", None, "ms"),
    "marking_missed": Target("  copies by another paper not told", 1.0, "%"),
    "marking_wrong": Target("  other articles taken for copies", 0, "%"),
    "list": Target("10,000 articles: opened, list painted", 0.3, "s"),
    "search": Target("  folded search with snippets", 30, "ms"),
    "list_mb": Target("  memory", 250, "MB"),
    "long_list": Target("100,000 articles: list painted, file open, CPU", 0.3, "s"),
    "long_check": Target("  opening the file, all of it checked", None, "s"),
    "long_first": Target("  the first filter, painted", None, "ms"),
    "long_filter": Target("  a filter, painted", 50, "ms"),
    "long_search": Target("  a search, with snippets, painted", 100, "ms"),
    "long_everything": Target("  a search that finds everything, painted", 100, "ms"),
    "long_facets": Target("  all counts of the filter while searching", 100, "ms"),
    "long_all": Target("  all chosen, painted", 100, "ms"),
    "page": Target("20,000 characters, 500 annotations: painted", 50, "ms"),
    "one_more": Target("  one annotation more", 5, "ms"),
    "scroll": Target("  a step of scrolling", 8, "ms"),
    "scroll_long": Target("200,000 characters, 2,000 annotations: a step", 8, "ms"),
    "change_long": Target("  one annotation changed", 16, "ms"),
    "key": Target("a key at an article of 6 KB: painted", 16, "ms"),
    "accept": Target("  a suggestion accepted, stored, painted", 100, "ms"),
    "edit": Target("one committed edit", 5, "ms"),
    "lines": Target("Tổng hợp of 5,000 annotations: painted", 150, "ms"),
    "lines_turn": Target("  the window held at most, by its own work", 50, "ms"),
    "line_act": Target("  one act, written and painted", 50, "ms"),
    "grouping": Target("grouping 5,000 annotations", 2.0, "s"),
    "following": Target("matching 500 tasks against 5,000 annotations", 2.0, "s"),
    "following_read": Target("  the limit: reading their words", None, "s"),
    "following_mb": Target("  memory, the dossier's rows in it", 150, "MB"),
    "following_missed": Target("  pairs kept apart: not proposed", 20, "%"),
    "following_wrong": Target("  proposed wrongly", 15, "%"),
    "tasks": Target("Theo dõi nhiệm vụ of 5,000 tasks: painted", 150, "ms"),
    "task_act": Target("  one status, written and painted", 50, "ms"),
    "task_step": Target("  a key down", 16, "ms"),
    "proofing": Target("the wording of 5,000 lines looked over, CPU", 2.0, "s"),
    "proofing_again": Target("  once more, where nothing has changed", None, "s"),
    "proofing_mended": Target("  500 slips mended as one step", None, "s"),
    "briefing": Target("briefing of 5,000 annotations, CPU", 2.0, "s"),
    "briefing_mb": Target("  its memory", 200, "MB"),
    "briefing_zip": Target("  the limit: its text streamed into a zip", None, "s"),
    "briefing_times": Target("  times the limit", None, "x"),
    "preview": Target("preview of 200, any template, after the pause", 0.35, "s"),
    "dialog_open": Target("dialog of a report: on screen, CPU", 50, "ms"),
    "dialog_turn": Target("  the window held at most, by its own work", 50, "ms"),
    "dialog_pages": Target("  the pages of another template, CPU", 0.35, "s"),
    "dialog_long_turn": Target("  of 5,000: the window held at most", 50, "ms"),
    "briefing_few": Target("briefing of 200 that is previewed, CPU", 0.2, "s"),
    "briefing_calls": Target("  the same by python-docx's own calls", None, "s"),
    "briefing_faster": Target("  times as long", None, "x"),
    "preflight": Target("layout rules on a report of 5,000, CPU", 2.0, "s"),
    "preflight_mb": Target("  its memory, with the report", 400, "MB"),
    "preflight_parse": Target("  the limit: its main part parsed", None, "s"),
    "preflight_few": Target("layout rules on a report of 200, CPU", 0.15, "s"),
    "preflight_held": Target("  the whole check: the window held", 50, "ms"),
    "preflight_first": Target("  until the first list, with a new child", None, "ms"),
    "preflight_again": Target("  until the list after a change", 500, "ms"),
    "report_log": Target("a report of 5,000 noted: the window held", 50, "ms"),
    "own_few_signed": Target("200 annotations by a signed report of the office", 1.0, "s"),
    "own_few_marked": Target("  by a Word file with marks (docxtpl)", 1.0, "s"),
    "own_many_signed": Target("5,000 annotations by a signed report", 5.0, "s"),
    "own_many_marked": Target("  by a Word file with marks (docxtpl)", 15.0, "s"),
    "returned_read": Target("  read back from Word, beside the window", 10.0, "s"),
    "returned_compare": Target("  held against what was written, beside it", 5.0, "s"),
    "returned_judge": Target("  500 changes judged by the dossier", None, "ms"),
    "figures_view": Target("Số liệu of 5,000 figures: painted", 150, "ms"),
    "figures_turn": Target("  the window held at most, by its own work", 50, "ms"),
    "figures_compare": Target("  what disagrees, beside the window", None, "ms"),
    "figures_step": Target("  the next row, with its chart", 16, "ms"),
    "figures_search": Target("  a search, painted", 50, "ms"),
    "xlsx": Target("Excel of 5,000 annotations, CPU", 0.5, "s"),
    "xlsx_bare": Target("  the limit: its parts packed alone", None, "s"),
    "qdpx": Target("  the same as a REFI-QDA project", None, "s"),
    "json": Target("  the same as JSON", None, "s"),
    "ways_out_mb": Target("  their memory", 200, "MB"),
}
FIGURES = (
    "start_offscreen",
    "start_xcb",
    "sample",
    "import_texts",
    "import_many",
    "import_pages",
    "importing",
    "suggesting",
    "one_article",
    "openings",
    "bulk",
    "long_correction",
    "learning",
    "saved_pages",
    "duplicates",
    "listing",
    "long_list",
    "reading",
    "reader",
    "edit",
    "consolidation",
    "grouping",
    "following",
    "tasks_in_window",
    "proofing",
    "briefing",
    "briefing_few",
    "preview",
    "report_dialog",
    "long_report_dialog",
    "preflight",
    "preflight_few",
    "own_few",
    "own_many",
    "returned",
    "figures_view",
    "ways_out",
)
IN_WINDOWS = ("consolidation", "sample", "listing", "reading", "importing", "suggesting")
LONG = ("import_many", "import_pages")  # run twice at most
SCALE = {"x": 1.0, "s": 1.0, "ms": 1000.0, "MB": 1.0, "%": 100.0, "pages": 1.0}


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


def _measure(figure: str, folder: Path) -> dict[str, float]:
    """In the fresh process: prepare, or run one figure."""
    from bench import data

    match figure:
        case "prepare_import_texts":
            data.write_texts(folder / "texts", 1000, 3000)
        case "prepare_import_many":
            data.write_texts(folder / "many", 10_000, 3000)
        case "prepare_import_pages":
            data.write_pages(folder / "pages", 1000, 60_000)
        case "prepare_suggesting":
            data.make_unsuggested(folder / "unsuggested.tttt", 1000, 2_200)
        case "prepare_listing":
            data.make_dossier(folder / "many.tttt", 10_000, 3000)
        case "prepare_long_list":
            from bench import lists

            data.make_dossier(folder / "long.tttt", lists.COUNT, lists.LENGTH)
        case "prepare_briefing":
            data.make_marked_dossier(folder / "marked.tttt", 250, 3000, 20)
        case "prepare_briefing_few":
            data.make_marked_dossier(folder / "few.tttt", 10, 3000, 20)
        case "prepare_figures":
            data.make_marked_dossier(folder / "figures.tttt", 450, 3000, 20)
        case "prepare_bulk":
            data.make_marked_dossier(folder / "bulk.tttt", 1_000, 3_000, 5)
        case "prepare_long_correction":
            data.make_marked_dossier(folder / "correction.tttt", 1, 200_000, 2_000)
        case "openings" | "bulk" | "long_correction":
            from bench import calm

            return dict(getattr(calm, figure)(folder))
        case "prepare_duplicates":
            from bench import duplicates

            duplicates.make_dossier(folder / "stored.tttt", duplicates.STORED)
        case "duplicates":
            from bench import duplicates

            return duplicates.figure(folder)
        case "prepare_tasks":
            from bench import tasks

            tasks.make_dossier(folder / "tasks.tttt")
        case "tasks_in_window":
            from bench import tasks

            return tasks.tasks_in_window(folder)
        case "following":
            from bench import following

            return following.figure(folder)
        case "figures_view" | "ways_out":
            from bench import numbers

            return dict(getattr(numbers, figure)(folder))
        case "briefing" | "briefing_few" | "preview":
            from bench import reports

            return dict(getattr(reports, figure)(folder))
        case "report_dialog" | "long_report_dialog":
            from bench import dialogs

            return dict(getattr(dialogs, figure)(folder))
        case "preflight" | "preflight_few":
            from bench import preflight

            return dict(getattr(preflight, figure)(folder))
        case "own_few" | "own_many":
            from bench import own_template

            return dict(getattr(own_template, figure)(folder))
        case "returned":
            from bench import returned

            return returned.returned(folder)
        case "proofing":
            from bench import proofing

            return proofing.figure(folder)
        case "learning":
            from bench import learning

            return learning.figure(folder)
        case "reader":
            from bench import reader

            return reader.reader(folder)
        case "saved_pages":
            from bench import pages

            return pages.figure()
        case "long_list":
            from bench import lists

            return lists.long_list(folder)
        case _ if figure in IN_WINDOWS:
            from bench import windows

            return dict(getattr(windows, figure)(folder))
        case _:
            from bench import figures

            return dict(getattr(figures, figure)(folder))
    return {}


NEEDS = {
    "duplicates": ("prepare_duplicates", "stored.tttt"),
    "import_texts": ("prepare_import_texts", "texts"),
    "import_many": ("prepare_import_many", "many"),
    "import_pages": ("prepare_import_pages", "pages"),
    "importing": ("prepare_import_texts", "texts"),
    "suggesting": ("prepare_suggesting", "unsuggested.tttt"),
    "openings": ("prepare_briefing_few", "few.tttt"),
    "bulk": ("prepare_bulk", "bulk.tttt"),
    "long_correction": ("prepare_long_correction", "correction.tttt"),
    "listing": ("prepare_listing", "many.tttt"),
    "long_list": ("prepare_long_list", "long.tttt"),
    "edit": ("prepare_listing", "many.tttt"),
    "consolidation": ("prepare_briefing", "marked.tttt"),
    "grouping": ("prepare_briefing", "marked.tttt"),
    "following": ("prepare_briefing", "marked.tttt"),
    "tasks_in_window": ("prepare_tasks", "tasks.tttt"),
    "proofing": ("prepare_briefing", "marked.tttt"),
    "briefing": ("prepare_briefing", "marked.tttt"),
    "briefing_few": ("prepare_briefing_few", "few.tttt"),
    "preview": ("prepare_briefing_few", "few.tttt"),
    "report_dialog": ("prepare_briefing_few", "few.tttt"),
    "long_report_dialog": ("prepare_briefing", "marked.tttt"),
    "preflight": ("prepare_briefing", "marked.tttt"),
    "preflight_few": ("prepare_briefing_few", "few.tttt"),
    "own_few": ("prepare_briefing_few", "few.tttt"),
    "own_many": ("prepare_briefing", "marked.tttt"),
    "returned": ("prepare_briefing", "marked.tttt"),
    "figures_view": ("prepare_figures", "figures.tttt"),
    "ways_out": ("prepare_briefing", "marked.tttt"),
}


def _report(figure: str, folder: Path, runs: int, display: str) -> int:
    """Run a figure and print its lines; the number of those over their target."""
    if figure == "start_xcb" and not display:
        print(f"{figure}: skipped, Xvfb is not installed")
        return 0
    try:
        if figure in NEEDS and not (folder / NEEDS[figure][1]).exists():
            _process(NEEDS[figure][0], folder, display)
        if figure not in LONG:
            _process(figure, folder, display)  # the first one compiles, and warms the disk
        runs = min(runs, 2) if figure in LONG else runs
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
