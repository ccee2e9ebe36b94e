"""Reports: of 5,000 annotations and of 200, beside the same text streamed into a zip and made by python-docx's calls."""

import io
import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

from bench.figures import Result, peak


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


def _cpu(action: Callable[[], object]) -> float:
    began = time.process_time()
    action()
    return time.process_time() - began


def _texts(made) -> list[str]:  # type: ignore[no-untyped-def]
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


def _by_calls(made) -> None:  # type: ignore[no-untyped-def]
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
