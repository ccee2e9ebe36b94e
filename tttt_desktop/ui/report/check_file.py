"""Kiểm tra một tệp Word: the layout rules of the decree on any .docx of the office."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from tttt_desktop.domain.errors import UserError
from tttt_desktop.paths import documents_dir
from tttt_desktop.services import preflight
from tttt_desktop.services.preflight import Preflight
from tttt_desktop.ui import messages
from tttt_desktop.ui.report.preflight import PreflightPane, as_text
from tttt_desktop.ui.widgets import DIALOG_MARGINS, ElidedLabel, button, open_at_size
from tttt_desktop.ui.workplace import Workplace


class CheckFileFlow(QObject):
    """From the menu to the dialog with what was found."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._place = place
        self._path = Path()

    @Slot()
    def choose(self) -> None:
        """Ask for the file."""
        folder = self._place.settings.folder("report", documents_dir())
        name, _ = QFileDialog.getOpenFileName(
            self._place.window,
            self.tr("Kiểm tra một tệp Word"),
            str(folder),
            self.tr("Tệp Word (*.docx);;Mọi tệp (*)"),
        )
        if name:
            self.check(Path(name))

    def check(self, path: Path) -> None:
        """Judge a file beside the window, then show what was found."""
        self._path = path
        said = self.tr("Đang kiểm tra “{name}”…").format(name=path.name)
        self._place.notice.show_text(said)
        job = self._place.jobs.start(lambda _progress, stopped: preflight.of_file(path, stopped))
        job.finished.connect(self._show)
        job.failed.connect(self._refuse)
        job.cancelled.connect(self._place.notice.dismiss)

    @Slot(object)
    def _show(self, found: Preflight) -> None:
        self._place.notice.dismiss()
        CheckedFileDialog(self._path, found, self._place.window).open()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self._place.notice.dismiss()
        if not isinstance(error, UserError):
            raise error
        message = self.tr("Chưa kiểm tra được “{name}”. {why}")
        said = message.format(name=self._path.name, why=error.message)
        messages.show_error(self._place.window, UserError(said, error.remedy))


class CheckedFileDialog(QDialog):
    """The list of what was found in a file; all of it can be copied."""

    def __init__(self, path: Path, found: Preflight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Kiểm tra một tệp Word"))
        open_at_size(self, 860, 520)
        self._found = found
        self._pane = PreflightPane(self)
        self._pane.show_result(found)
        self._copy = button(self.tr("Sao chép kết quả"))
        self._close = button(self.tr("Đóng"), "primary")
        self._build(path)
        self._copy.clicked.connect(self._put_on_clipboard)
        self._close.clicked.connect(self.accept)
        self._close.setDefault(True)
        self._pane.setFocus()

    def _build(self, path: Path) -> None:
        name = ElidedLabel(path.name, px=15, weight=600)
        summary = ElidedLabel(f"{self._found.summary}.")
        summary.setProperty("role", "error" if self._found.faults else "meta")
        buttons = QHBoxLayout()
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(8)
        column.addWidget(name)
        column.addWidget(summary)
        column.addWidget(self._pane, 1)
        column.addLayout(buttons)

    @Slot()
    def _put_on_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._found))
