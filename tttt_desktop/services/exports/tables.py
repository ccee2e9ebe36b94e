"""The dossier as tables for a spreadsheet: an Excel workbook with all of them, or CSV files."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from tttt_desktop.domain.following import FollowedTask
from tttt_desktop.domain.records import Page
from tttt_desktop.reporting.spreadsheets.sheets import Sheet, sheets
from tttt_desktop.services import following, writing
from tttt_desktop.services.dossier import Dossier

Sheets = tuple[Sheet, Sheet, Sheet]


def followed(dossier: Dossier) -> dict[int, FollowedTask]:
    """How each task stands in the last year it is followed in, by the id of its annotation."""
    years = sorted(year for year, _ in following.years(dossier))
    return {task.id: task for year in years for task in following.rows(dossier, year)}


def sheets_of(pages: Sequence[Page], followed: Mapping[int, FollowedTask]) -> Sheets:
    """Tasks, marked passages and figures of these articles, in their order."""
    return sheets(pages, date.today(), followed)


def write(found: Sheets, out: Path, kind: str) -> tuple[Path, ...]:
    """Write tables to `out` as "xlsx" or "csv"; gives the files written. Raises SaveFailed.

    Knows no dossier, so any thread may do it. A CSV file holds one table: the marked passages are in `out`, the tasks
    and figures in files beside it ("a - Nhiệm vụ.csv"). Only `out` may lie there already: nobody was asked about the others.
    """
    from tttt_desktop.reporting.spreadsheets.workbook import csv_of, write_workbook

    if kind == "xlsx":
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
