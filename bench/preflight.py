"""The check before handing in: the layout rules alone, and everything as the dialog has it, beside the window."""

import gc
import time
from pathlib import Path

from bench.figures import Result, elapsed, peak


def preflight(folder: Path) -> Result:
    """The rules on the bytes of a report of 5,000 annotations: CPU and memory, and what only parsing them takes."""
    data = _report(folder / "marked.tttt")
    seconds = _rules(data)
    memory = peak()
    return {"preflight": seconds, "preflight_mb": memory, "preflight_parse": _parsed(data)}


def preflight_few(folder: Path) -> Result:
    """Of 200: the rules alone, and from the preview to the list, with the child process that judges."""
    from tttt_desktop.services import briefing, preflight, templates
    from tttt_desktop.services.dossier import Dossier
    from tttt_desktop.services.material import Stock
    from tttt_desktop.services.steps import at_once

    data = _report(folder / "few.tttt")
    _rules(data)  # imports and compiled patterns are not what is measured
    rules = _rules(data)
    with Dossier.open(folder / "few.tttt", read_only=True) as dossier:
        made = briefing.prepare(dossier, briefing.Options(scope="all", figures=True))
        render = templates.renderer(dossier, "briefing")
        checker = preflight.Checker(Stock(dossier))
        began = time.perf_counter()
        work = at_once(checker.work(made, render, folder / "a.docx"))
        held = time.perf_counter() - began
        first = elapsed(lambda: work(lambda: False))
        again = at_once(checker.work(made, render, folder / "a.docx"))
        return {
            "preflight_few": rules,
            "preflight_held": held,
            "preflight_first": first,
            "preflight_again": elapsed(lambda: again(lambda: False)),
        }


def _report(dossier_file: Path) -> bytes:
    from tttt_desktop.reporting.word import to_docx
    from tttt_desktop.services import briefing
    from tttt_desktop.services.dossier import Dossier

    with Dossier.open(dossier_file, read_only=True) as dossier:
        options = briefing.Options(scope="all", figures=True)
        return to_docx(briefing.prepare(dossier, options))


def _rules(data: bytes) -> float:
    from tttt_desktop.services.judging import in_child

    gc.set_threshold(50_000)  # as the child has it
    began = time.process_time()
    found = in_child(data, "")["rules"]
    assert len(found) == 60
    return time.process_time() - began


def _parsed(data: bytes) -> float:
    """The least that any reader of the file needs: its main part unpacked and parsed."""
    from tttt_desktop.importing.documents.package import Package
    from tttt_desktop.importing.documents.safexml import parse

    began = time.process_time()
    with Package(data).open("word/document.xml") as part:
        assert parse(part.read()) is not None
    return time.process_time() - began
