"""A chart as a picture file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from tttt_desktop.domain.errors import UserError
from tttt_desktop.services import writing
from tttt_desktop.services.figures import Told
from tttt_desktop.ui import messages
from tttt_desktop.ui.figures.chart import chart_png
from tttt_desktop.ui.report.flow import open_file, report_folder
from tttt_desktop.ui.workplace import Workplace

_SIZE = (1600, 800)  # pixels: sharp over the width of an A4 page
_UNFIT = str.maketrans(dict.fromkeys('\\/:*?"<>|\n', " "))


def _tr(text: str) -> str:
    return QCoreApplication.translate("figures", text)


def save_chart(place: Workplace, series: Sequence[Told]) -> None:
    """Ask where to, and write the chart of a series as a PNG."""
    held = place.held
    if held is None:
        return
    folder = place.settings.folder("report", report_folder(held.dossier.path))
    title = " ".join(series[0].figure.indicator.translate(_UNFIT).split())[:60] or _tr("Biểu đồ")
    name, _ = QFileDialog.getSaveFileName(
        place.window, _tr("Lưu biểu đồ"), str(folder / f"{title}.png"), _tr("Hình PNG (*.png)")
    )
    if not name:
        return
    path = Path(name) if name.lower().endswith(".png") else Path(f"{name}.png")
    data = chart_png(series, *_SIZE)
    try:
        writing.replace(path, lambda draft: draft.write_bytes(data))
    except UserError as error:
        messages.show_error(place.window, error)
        return
    place.settings.remember_folder("report", path.parent)
    place.notice.show_text(
        _tr("Đã lưu biểu đồ: {name}").format(name=path.name),
        (_tr("Mở tệp"), lambda: open_file(path)),
        (_tr("Mở thư mục"), lambda: open_file(path.parent)),
    )
