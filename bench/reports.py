"""Reports: of 5,000 annotations and of 200, beside the same text streamed into a zip and made by python-docx's calls."""

import io
import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from bench.figures import Result, peak

if TYPE_CHECKING:
    from tttt_desktop.reporting.tree import Briefing
    from tttt_desktop.services.dossier import Dossier


def briefing(folder: Path) -> Result:
    """The Word briefing of 5,000 annotations with its tables: CPU, memory, and how near it is to bare streaming."""
    from tttt_desktop.services import briefing as service
    from tttt_desktop.services.dossier import Dossier

    out = folder / f"briefing-{os.getpid()}.docx"
    options = service.Options(scope="all", figures=True)
    with Dossier.open(folder / "marked.tttt", read_only=True) as dossier:
        seconds = _cpu(lambda: service.write(dossier, out, options))
        memory = peak()
        texts = _texts(service.prepare(dossier, options))
    limit = _cpu(lambda: _streamed(texts))
    return {
        "briefing": seconds,
        "briefing_mb": memory,
        "briefing_zip": limit,
        "briefing_times": seconds / limit,
    }


def briefing_few(folder: Path) -> Result:
    """From the key that writes to the file, of 200 annotations that are previewed already."""
    from tttt_desktop.services import briefing as service
    from tttt_desktop.services.dossier import Dossier

    out = folder / f"few-{os.getpid()}.docx"
    options = service.Options(scope="all", figures=True)
    with Dossier.open(folder / "few.tttt", read_only=True) as dossier:
        made = service.prepare(dossier, options)
        service.preview(made)
        seconds = _cpu(lambda: service.write(dossier, out, options))
    own = _cpu(lambda: _by_calls(made))
    return {"briefing_few": seconds, "briefing_calls": own, "briefing_faster": own / seconds}


def preview(folder: Path) -> Result:
    """A choice changed in the form of a report of 200 annotations: until its pages are laid out, the slowest template."""
    from PySide6.QtGui import QGuiApplication

    from tttt_desktop.reporting.catalogue import TEMPLATES
    from tttt_desktop.services.dossier import Dossier

    app = QGuiApplication([])
    with Dossier.open(folder / "few.tttt", read_only=True) as dossier:
        seconds = max(_redrawn(dossier, key) for key in TEMPLATES)
    del app
    return {"preview": seconds}


def _redrawn(dossier: "Dossier", key: str) -> float:
    """Seconds of the second of two previews: the first one loads what is needed."""
    from tttt_desktop.services import briefing as service
    from tttt_desktop.ui.report.drawing import draw
    from tttt_desktop.ui.report.excerpt import excerpt
    from tttt_desktop.ui.report.pages import ReportPages

    options = service.Options(key, scope="all", figures=True, charts=True, quotes=True)
    for _ in range(2):
        began = time.perf_counter()
        shown, _left_out = excerpt(service.prepare(dossier, options, draw=draw))
        ReportPages(service.preview(shown))
        seconds = time.perf_counter() - began
    return seconds


def _cpu(action: Callable[[], object]) -> float:
    began = time.process_time()
    action()
    return time.process_time() - began


def _texts(made: "Briefing") -> list[str]:
    """Every paragraph and every cell of a report."""
    from tttt_desktop.reporting.plain import line
    from tttt_desktop.reporting.trace import lines

    cells = (line(cell) for table in made.appendices for row in table.rows for cell in row.cells)
    return [*(one.text for one in lines(made)), *cells]


def _streamed(texts: list[str]) -> None:
    """The least that a .docx can cost: the text escaped and packed, nothing else."""
    with (
        zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as package,
        package.open("word/document.xml", "w") as part,
    ):
        for text in texts:
            part.write(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>".encode())


def _by_calls(made: "Briefing") -> None:
    """The same report as python-docx's manual shows it: paragraph by paragraph, cell by cell, without any layout."""
    import docx

    from tttt_desktop.reporting.plain import line
    from tttt_desktop.reporting.trace import lines

    document = docx.Document()
    for one in lines(made):
        document.add_paragraph(one.text)
    for appendix in made.appendices:
        table = document.add_table(0, len(appendix.columns))
        for row in appendix.rows:
            for cell, told in zip(table.add_row().cells, row.cells, strict=False):
                cell.text = line(told)
    document.save(io.BytesIO())
