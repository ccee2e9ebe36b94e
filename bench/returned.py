"""The way back from Word: a report of 5,000 annotations logged, read back in, and held against what was written."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

from bench.figures import Result, elapsed


def returned(folder: Path) -> Result:
    """What the log costs in the window, then each step of the way back, of a file with every tenth line changed."""
    from tttt_desktop.services import briefing, reports
    from tttt_desktop.services import returned as service
    from tttt_desktop.services.dossier import Dossier

    own = folder / f"returned-{os.getpid()}"
    own.mkdir()
    shutil.copy(folder / "marked.tttt", own / "h.tttt")
    options = briefing.Options(scope="all")
    with Dossier.open(own / "h.tttt") as dossier:
        written = briefing.write(dossier, own / "a.docx", options)
        fresh = replace(written.draft, number=reports.new_number())
        logged = elapsed(lambda: reports.log(dossier, fresh, written.path))
        service.read(written.path)  # the child starts
        reading = elapsed(lambda: service.read(written.path))
        held = service.find_report(dossier, _changed(service.read(written.path)), written.path)
        comparing = elapsed(lambda: service.compare(held))
        found = service.compare(held)
        judging = elapsed(lambda: service.judge(dossier, held, found))
    shutil.rmtree(own)
    return {
        "report_log": logged,
        "returned_read": reading,
        "returned_compare": comparing,
        "returned_judge": judging,
    }


def _changed(came):  # type: ignore[no-untyped-def]
    """Every tenth paragraph with a mark has another word in it, as the child gives it."""
    paragraphs = [
        replace(one, text=f"{one.text} thêm") if one.marks and at % 10 == 0 else one
        for at, one in enumerate(came.paragraphs)
    ]
    return replace(came, paragraphs=tuple(paragraphs))
