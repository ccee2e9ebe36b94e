"""From the shown tasks to a calendar file: where to, with or without reminders, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from tttt_desktop.domain.following import FollowedTask
from tttt_desktop.ui.report.flow import open_file, report_folder
from tttt_desktop.ui.widgets import number
from tttt_desktop.ui.workplace import Workplace

KINDS = (("Lịch có nhắc trước 3 ngày (*.ics)", 3), ("Lịch không nhắc (*.ics)", None))


def _tr(text: str) -> str:
    return QCoreApplication.translate("following", text)


def ask_and_write(place: Workplace, rows: Sequence[FollowedTask], year: int) -> None:
    """Ask for the file and write the open deadlines of these tasks to it; never over a file that is there."""
    held = place.held
    if held is None:
        return
    folder = place.settings.folder("report", report_folder(held.dossier.path))
    kinds = {_tr(label): days for label, days in KINDS}
    name, kind = QFileDialog.getSaveFileName(
        place.window,
        _tr("Xuất lịch thời hạn"),
        str(folder / f"{_tr('Thời hạn nhiệm vụ')} {year}.ics"),
        ";;".join(kinds),
    )
    if name:
        write(place, rows, Path(name), kinds.get(kind, KINDS[0][1]))


def write(
    place: Workplace, rows: Sequence[FollowedTask], path: Path, alarm_days: int | None
) -> None:
    """Write it and say where it is; what cannot be written is told by the open dossier."""
    from tttt_desktop.services.exports import deadlines

    held = place.held
    done = held.run(lambda d: deadlines.write(d, rows, path, alarm_days)) if held else None
    if done is None:
        return
    written, count = done
    place.settings.remember_folder("report", written.parent)
    said = _tr("Đã xuất {count} thời hạn: {name}").format(count=number(count), name=written.name)
    place.notice.show_text(
        said,
        (_tr("Mở tệp"), lambda: open_file(written)),
        (_tr("Mở thư mục"), lambda: open_file(written.parent)),
    )
