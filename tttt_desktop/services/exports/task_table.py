"""The tasks that are shown as a table for other programs: an Excel workbook or a CSV file."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from tttt_desktop.domain.following import FollowedTask
from tttt_desktop.services import writing

KINDS = ("xlsx", "csv")


def write(tasks: Iterable[FollowedTask], today: date, out: Path) -> Path:
    """Write them in their order, as the ending of `out` says, one of `KINDS`; gives the file. Raises SaveFailed.

    What lay under that name is replaced. Knows no dossier, so any thread may do it.
    """
    from tttt_desktop.reporting.spreadsheets.task_sheet import task_sheet
    from tttt_desktop.reporting.spreadsheets.workbook import csv_of, write_workbook

    sheet = task_sheet(tasks, today)
    if out.suffix.lower() == ".csv":
        writing.replace(out, lambda draft: draft.write_bytes(csv_of(sheet)))
    else:
        writing.replace(out, lambda draft: write_workbook([sheet], draft))
    return out
