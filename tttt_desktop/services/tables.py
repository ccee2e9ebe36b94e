"""The dossier as tables for a spreadsheet: an Excel workbook with all of them, or CSV files."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from tttt_desktop.reporting.sheets import Sheet, sheets
from tttt_desktop.services import writing
from tttt_desktop.services.dossier import Dossier

Sheets = tuple[Sheet, Sheet, Sheet]
SUFFIXES = (".xlsx", ".csv")


def collect(dossier: Dossier, ids: Sequence[int] | None = None) -> Sheets:
    """Tasks, marked passages and figures of all articles, or of these, in the order of the list."""
    wanted = dossier.article_ids() if ids is None else ids
    pages = (dossier.page(article_id) for article_id in wanted)
    return sheets((page for page in pages if page.annotations), date.today())


def write(found: Sheets, out: Path) -> tuple[Path, ...]:
    """Write tables to `out`, by its suffix one of `SUFFIXES`; gives the files written. Raises SaveFailed.

    Knows no dossier, so any thread may do it. A CSV file holds one table: the marked passages are in `out`, the tasks
    and figures in files beside it ("a - Nhiệm vụ.csv").
    """
    if out.suffix.lower() == ".xlsx":
        writing.replace(out, _workbook(found))
        return (out,)
    tasks, marks, figures = found
    files = {out: marks} | {
        out.with_name(f"{out.stem} - {sheet.title}{out.suffix}"): sheet
        for sheet in (tasks, figures)
    }
    for path, sheet in files.items():
        writing.replace(path, _csv(sheet))
    return tuple(files)


def _workbook(found: Sheets) -> Callable[[Path], None]:
    from tttt_desktop.reporting.workbook import write_workbook

    return lambda draft: write_workbook(found, draft)


def _csv(sheet: Sheet) -> Callable[[Path], None]:
    from tttt_desktop.reporting.workbook import write_csv

    return lambda draft: write_csv(sheet, draft)
