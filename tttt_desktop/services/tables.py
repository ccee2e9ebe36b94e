"""The dossier as tables for a spreadsheet: an Excel workbook with all of them, or CSV files."""

from collections.abc import Sequence
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
    return sheets(dossier.marked_pages(wanted), date.today())


def write(found: Sheets, out: Path) -> tuple[Path, ...]:
    """Write tables to `out`, by its suffix one of `SUFFIXES`; gives the files written. Raises SaveFailed.

    Knows no dossier, so any thread may do it. A CSV file holds one table: the marked passages are in `out`, the tasks
    and figures in files beside it ("a - Nhiệm vụ.csv"). Only `out` may lie there already: nobody was asked about the others.
    """
    from tttt_desktop.reporting.workbook import csv_of, write_workbook

    if out.suffix.lower() == ".xlsx":
        writing.replace(out, lambda draft: write_workbook(found, draft))
        return (out,)
    tasks, marks, figures = found
    writing.replace(out, lambda draft: draft.write_bytes(csv_of(marks)))
    return (out, *(_beside(out, sheet.title, csv_of(sheet)) for sheet in (tasks, figures)))


def _beside(out: Path, title: str, data: bytes) -> Path:
    path = out.with_name(f"{out.stem} - {title}{out.suffix}")
    try:
        return writing.put(path, data)
    except OSError as error:
        raise writing.refused(f"tệp “{path.name}”", error) from error
