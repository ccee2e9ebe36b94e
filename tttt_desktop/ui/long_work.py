"""A change that takes long is made beside the window, which waits for it behind a small dialog and stays alive."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QProgressBar, QVBoxLayout, QWidget

from tttt_desktop.ui.jobs import Job, Jobs, Progress
from tttt_desktop.ui.widgets import DIALOG_MARGINS, button

T = TypeVar("T")
_WIDTH = 380


def done_beside(
    parent: QWidget | None, said: str, work: Callable[[Callable[[], bool]], T]
) -> T | None:
    """What `work` gives, which is asked in another thread and told whether it is to stop; None when it was stopped.

    The window takes no input meanwhile. What `work` raises is raised here.
    """
    dialog = _Waiting(QApplication.activeModalWidget() or parent, said)
    jobs = Jobs()
    results: list[T] = []
    errors: list[Exception] = []

    def job(_progress: Progress, stopped: Callable[[], bool]) -> None:
        results.append(work(stopped))

    try:
        dialog.wait_for(jobs.start(job), errors.append)
    finally:
        jobs.leave()
        dialog.deleteLater()
    if errors:
        raise errors[0]
    return results[0] if results else None


class _Waiting(QDialog):
    """What is being done, that it goes on, and a way to stop it. It ends with the job and not before."""

    def __init__(self, parent: QWidget | None, said: str) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self.setWindowTitle(QCoreApplication.translate("messages", "Hồ sơ tổng kết"))
        self.setMinimumWidth(_WIDTH)
        label = QLabel(said)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(said)
        self._stop = button(self.tr("Dừng"), tip=self.tr("Dừng, và để mọi thứ như trước (Esc)"))
        self._stop.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        column.addWidget(label)
        column.addWidget(bar)
        column.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignRight)

    def wait_for(self, job: Job, failed: Callable[[Exception], object]) -> None:
        """Stay until the job has ended."""
        self._job = job
        job.failed.connect(failed)
        for ended in (job.finished, job.failed, job.cancelled):
            ended.connect(self.accept)
        self.exec()

    @Slot()
    def reject(self) -> None:
        """Ask the job to end, and wait until it has."""
        self._stop.setEnabled(False)
        if self._job is not None:
            self._job.stop()
