"""Reports by the office's own templates, in the child process that makes them: 200 and 5,000 annotations."""

import os
from datetime import date
from pathlib import Path

from bench.figures import Result


def own_few(folder: Path) -> Result:
    """From the prepared report to the bytes of the file, of 200 annotations; CPU, the start of the child counts."""
    signed, marked = _seconds(folder / "few.tttt")
    return {"own_few_signed": signed, "own_few_marked": marked}


def own_many(folder: Path) -> Result:
    """The same of 5,000 annotations."""
    signed, marked = _seconds(folder / "marked.tttt")
    return {"own_many_signed": signed, "own_many_marked": marked}


def _seconds(path: Path) -> list[float]:
    """For a signed report (the program's own briefing is one), and for the sample with marks."""
    from tttt_desktop.domain.own_template import TemplateKind
    from tttt_desktop.paths import resource
    from tttt_desktop.reporting.word import to_docx
    from tttt_desktop.services import briefing, own_reading, own_template
    from tttt_desktop.services.dossier import Dossier
    from tttt_desktop.services.worker import reader

    with Dossier.open(path, read_only=True) as dossier:
        made = briefing.prepare(dossier, briefing.Options(scope="all", notes="numbers"))
    sample = resource(own_template.SAMPLE).read_bytes()
    seconds = []
    for kind, docx in (
        (TemplateKind.SIGNED, to_docx(_short(made))),
        (TemplateKind.MARKED, sample),
    ):
        found = own_reading.again("Mẫu", docx, kind)
        reader.take().end()  # the child of the reading: making a report starts its own
        template = own_template.OwnTemplate(1, "Mẫu", kind, date.today(), found.fields)
        render = own_template.render_by(template, found.docx)
        began = _work()
        render(made, "", lambda: False)
        reader.take().end()  # only of a child that has ended it is known how much it worked
        seconds.append(_work() - began)
    return seconds


def _work() -> float:
    """Processor seconds of this process and of its children that have ended."""
    return sum(os.times()[:4])


def _short(made):  # type: ignore[no-untyped-def]
    """A report like those that offices sign: some lines of each part."""
    from dataclasses import replace

    parts = tuple(
        replace(one, parts=tuple(replace(p, items=p.items[:3]) for p in one.parts[:2]))
        for one in made.sections
    )
    tables = tuple(replace(one, rows=one.rows[:5]) for one in made.appendices)
    return replace(made, sections=parts, appendices=tables)
