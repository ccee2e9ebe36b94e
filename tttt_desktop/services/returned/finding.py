"""Which report of the dossier a file is, and what became of its lines."""

from dataclasses import dataclass
from pathlib import Path

from tttt_desktop.domain import returned
from tttt_desktop.domain.edited import Edited
from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.traces import WrittenLine
from tttt_desktop.domain.wordings import key
from tttt_desktop.services import edited, reports
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.reports import MadeReport

_TRIED = 20  # of the last reports, when the file does not say which it is
_ENOUGH = 1 / 3  # of a report's own lines that must stand in the file as they were written


@dataclass(frozen=True, slots=True)
class Held:
    """A report of the log, with what was written in it, and the file that came back."""

    report: MadeReport
    lines: tuple[WrittenLine, ...]
    edited: Edited


def read(path: Path) -> Edited:
    """The file, read in the child process; any thread may wait for it. Errors: FileRefused, UserError."""
    return edited.read(path)


def find_report(dossier: Dossier, came: Edited, path: Path) -> Held:
    """Which report of the dossier a file is. Errors: FileRefused when it is none that the dossier knows.

    Its number says so; where that is lost, as when all was copied into a new document, its lines do.
    """
    known = [report for report in reports.made(dossier) if report.kind == "docx"]
    for report in known:
        if report.number == came.number:
            return Held(report, tuple(reports.lines(dossier, report.id)), came)
    if came.number:
        raise FileRefused(
            f"Báo cáo “{path.name}” không được lập từ hồ sơ đang mở.",
            "Hãy mở hồ sơ đã lập báo cáo này rồi đọc lại.",
        )
    texts = {key(one.text) for one in came.paragraphs}
    texts |= {key(cell) for one in came.paragraphs for cell in one.cells}
    known.sort(key=lambda report: report.path.name != path.name)  # of the same name first
    for report in known[:_TRIED]:
        lines = tuple(reports.lines(dossier, report.id))
        own = [one for one in lines if one.annotations]
        if own and sum(key(one.text) in texts for one in own) >= _ENOUGH * len(own):
            return Held(report, lines, came)
    if came.marked:
        raise FileRefused(
            f"Hồ sơ không còn ghi lần lập báo cáo “{path.name}”: báo cáo của bản chương trình cũ hoặc của hồ sơ khác.",
            "Hãy lập lại báo cáo (F9) rồi sửa trên tệp mới.",
        )
    raise FileRefused(
        f"Tệp “{path.name}” không phải báo cáo đã lập từ hồ sơ này.",
        "Hãy chọn tệp báo cáo đã lập bằng F9.",
    )


def compare(held: Held) -> returned.Comparison:
    """What became of its lines; knows no dossier, so any thread may do it."""
    return returned.compare(held.lines, held.edited)
