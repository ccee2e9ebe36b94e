"""The report on paper or in a PDF file, painted page by page away from the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QPagedPaintDevice, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from tttt_desktop.domain.errors import Cancelled, UserError
from tttt_desktop.services import writing
from tttt_desktop.ui.jobs import Progress
from tttt_desktop.ui.report.layout import DOTS
from tttt_desktop.ui.report.pages import ReportPages

if TYPE_CHECKING:
    from tttt_desktop.reporting.plain import Part

_DOTS_OF_PDF = 300


Painting = Callable[[tuple["Part", ...], str, Progress, Callable[[], bool]], Path | None]


def to_pdf(out: Path) -> Painting:
    """Writes `out` (what lay there stays until all is written) and gives it; raises SaveFailed."""

    def paint(
        parts: tuple[Part, ...], title: str, progress: Progress, cancelled: Callable[[], bool]
    ) -> Path:
        def write(draft: Path) -> None:
            writer = QPdfWriter(str(draft))
            writer.setResolution(_DOTS_OF_PDF)
            writer.setTitle(title)
            writer.setCreator("")
            paint_all(writer, parts, progress, cancelled)

        writing.replace(out, write)
        return out

    return paint


def on_paper(printer: QPagedPaintDevice) -> Painting:
    """Prints; gives no file. Raises UserError when the printer refuses."""

    def paint(
        parts: tuple[Part, ...], _title: str, progress: Progress, cancelled: Callable[[], bool]
    ) -> None:
        paint_all(printer, parts, progress, cancelled)

    return paint


def paint_all(
    device: QPagedPaintDevice,
    parts: tuple[Part, ...],
    progress: Progress,
    cancelled: Callable[[], bool],
) -> None:
    """Paint every page on a printer or PDF writer. Raises UserError when the device refuses, and Cancelled."""
    pages = ReportPages(parts)
    device.setPageLayout(pages.layout(0))
    painter = QPainter()
    if not painter.begin(device):
        raise UserError("Không in được báo cáo.", "Hãy kiểm tra máy in rồi thử lại.")
    try:
        for page in range(pages.count):
            if cancelled():
                if isinstance(device, QPrinter):
                    device.abort()
                raise Cancelled
            if page:
                device.setPageLayout(pages.layout(page))
                device.newPage()
            painter.save()
            painter.scale(device.logicalDpiX() / DOTS, device.logicalDpiY() / DOTS)
            pages.paint(painter, page)
            painter.restore()
            progress(page + 1, pages.count, "")
    finally:
        painter.end()
