"""Bringing articles in: choose, read beside the window, review, store in one change.

The readers are imported when they are needed: the window must be usable before that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from tttt_desktop.domain.errors import UserError
from tttt_desktop.paths import documents_dir
from tttt_desktop.ui import messages
from tttt_desktop.ui.dossier_flow import DossierFlow
from tttt_desktop.ui.jobs import Job, Progress
from tttt_desktop.ui.widgets import dropped_files
from tttt_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from tttt_desktop.services.imports import Reading
    from tttt_desktop.ui.dialogs.imports import ImportReview

PATTERNS = "*.txt *.md *.html *.htm *.xhtml *.docx *.docm"


class ImportFlow(QObject):
    """One import at a time; `busy_changed` tells the window to switch its commands."""

    busy_changed = Signal()
    stored = Signal(list)  # ids of the new articles

    def __init__(self, place: Workplace, dossiers: DossierFlow) -> None:
        super().__init__(place)
        self._place = place
        self._dossiers = dossiers
        self._job: Job | None = None
        self._review: ImportReview | None = None

    @property
    def busy(self) -> bool:
        """Whether files are being read or a review is open."""
        return self._job is not None or self._review is not None

    @property
    def progress_text(self) -> str:
        """What is going on, for the question at closing time."""
        return self._review.progress_text() if self._review is not None else ""

    @Slot()
    def choose_files(self) -> None:
        """Ask for files and import them."""
        folder = self._place.settings.folder("import", documents_dir())
        names, _ = QFileDialog.getOpenFileNames(
            self._place.window,
            self.tr("Nhập bài viết"),
            str(folder),
            self.tr("Bài viết ({patterns});;Mọi tệp (*)").format(patterns=PATTERNS),
        )
        if names:
            self._place.settings.remember_folder("import", Path(names[0]).parent)
            self.start([Path(name) for name in names])

    @Slot()
    def choose_folder(self) -> None:
        """Ask for a folder and import what is in it."""
        folder = self._place.settings.folder("import", documents_dir())
        name = QFileDialog.getExistingDirectory(
            self._place.window, self.tr("Nhập cả thư mục"), str(folder)
        )
        if name:
            self._place.settings.remember_folder("import", Path(name))
            self.start([Path(name)])

    @Slot()
    def paste(self) -> None:
        """Import what lies on the clipboard: files, a piece of a page, or text."""
        data = QGuiApplication.clipboard().mimeData() or QMimeData()
        paths = [Path(name) for name in dropped_files(data)]
        if paths:
            self.start(paths)
        elif data.hasHtml() or data.hasText():
            self._review_clipboard(data.text(), data.html() if data.hasHtml() else "")
        else:
            self._place.notice.show_text(self.tr("Bảng nhớ tạm không có bài viết nào để dán."))

    def _review_clipboard(self, text: str, html: str) -> None:
        def work(_progress: Progress, _cancelled: Callable[[], bool]) -> object:
            from tttt_desktop.services import imports

            return [imports.read_clipboard(text, html)]

        self._run(work, self._show_readings)

    def start(self, paths: Sequence[Path]) -> None:
        """Read files and folders beside the window and show them for review."""
        if not self.busy:
            self._run(reading_work(paths), self._show_readings)

    def read_and_store(self, paths: Sequence[Path]) -> None:
        """Read and store without a review, as for the sample dossier."""
        notice = self._place.notice
        notice.show_text(self.tr("Đang đọc {count} bài viết…").format(count=len(paths)))

        def done(readings: list[Reading]) -> None:
            notice.dismiss()
            self._store(readings)

        self._run(reading_work(paths), done, review=False)

    def _run(
        self,
        work: Callable[[Progress, Callable[[], bool]], object],
        done: Callable[[list[Reading]], None],
        review: bool = True,
    ) -> None:
        job = self._place.jobs.start(work)
        self._job = job
        if review:
            self._open_review(job)

        def finished(readings: object) -> None:
            self._job = None
            assert isinstance(readings, list)
            done(readings)
            self.busy_changed.emit()

        job.finished.connect(finished)
        job.cancelled.connect(self._ended)
        job.failed.connect(self._failed)
        self.busy_changed.emit()

    def _open_review(self, job: Job) -> None:
        from tttt_desktop.ui.dialogs.imports import ImportReview

        review = ImportReview(self._place.window)
        self._review = review
        job.progressed.connect(review.set_progress)
        review.stop_requested.connect(job.stop)
        review.import_requested.connect(self._store_reviewed)
        review.finished.connect(self._review_closed)
        review.open()

    def _show_readings(self, readings: list[Reading]) -> None:
        from tttt_desktop.services import imports

        if self._review is None:
            return
        held = self._place.held
        if held is not None:
            readings = imports.mark_duplicates(held.dossier, readings)
        self._review.add_readings(readings)

    @Slot(list)
    def _store_reviewed(self, readings: list[Reading]) -> None:
        if self._review is not None:
            self._review.accept()
        self._store(readings)

    def _store(self, readings: list[Reading]) -> None:
        from tttt_desktop.services import imports

        if not readings or not self._dossiers.ensure():
            return
        held = self._place.held
        assert held is not None
        result = held.run(lambda dossier: imports.store(dossier, readings))
        if result is not None:
            self.stored.emit(list(result.article_ids))

    @Slot(int)
    def _review_closed(self, _result: int) -> None:
        if self._job is not None:
            self._job.stop()
        if self._review is not None:
            self._review.deleteLater()
            self._review = None
        self.busy_changed.emit()

    @Slot()
    def _ended(self) -> None:
        self._job = None
        if self._review is not None:
            self._review.add_readings([])
        self.busy_changed.emit()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._ended()
        if isinstance(error, UserError):
            messages.show_error(self._place.window, error)
        else:
            raise error

    def stop(self) -> None:
        """End the running import and put its review away."""
        if self._job is not None:
            self._job.stop()
        if self._review is not None:
            self._review.reject()


def reading_work(
    paths: Sequence[Path],
) -> Callable[[Progress, Callable[[], bool]], list[Reading]]:
    """The work of a job which reads files and folders."""

    def work(progress: Progress, cancelled: Callable[[], bool]) -> list[Reading]:
        from tttt_desktop.services import imports

        files = imports.expand(paths)
        return imports.read(files, progress=progress, cancelled=cancelled)

    return work
