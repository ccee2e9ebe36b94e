"""Bringing articles in: choose, read beside the window, review, store in one change.

The readers are imported when they are needed: the window must be usable before that.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from tttt_desktop.domain.errors import UserError
from tttt_desktop.paths import documents_dir
from tttt_desktop.ui import messages
from tttt_desktop.ui.dossier_flow import DossierFlow
from tttt_desktop.ui.jobs import Job
from tttt_desktop.ui.review.reading_work import (
    Batches,
    Readings,
    clipboard_work,
    files_work,
    sample_work,
)
from tttt_desktop.ui.widgets import dropped_files, number
from tttt_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from tttt_desktop.services.imports import Reading
    from tttt_desktop.ui.review.dialog import ImportReview
    from tttt_desktop.ui.review.flow import ReviewFlow

PATTERNS = (
    "*.txt *.md *.html *.htm *.xhtml *.mht *.mhtml *.docx *.docm *.doc *.pdf *.rtf *.odt *.fodt"
    " *.eml *.zip"
)


class ImportFlow(QObject):
    """One import at a time; `busy_changed` tells the window to switch its commands."""

    busy_changed = Signal()
    read = Signal()  # every file of an import
    stored = Signal(list)  # ids of the new articles

    def __init__(self, place: Workplace, dossiers: DossierFlow) -> None:
        super().__init__(place)
        self._place = place
        self._dossiers = dossiers
        self._job: Job | None = None
        self._review: ImportReview | None = None
        self._flow: ReviewFlow | None = None

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
        if not self.busy:
            batches = Batches(self)
            self._show_what_comes(batches, self._run(clipboard_work(text, html, batches)))

    def start(self, paths: Sequence[Path]) -> None:
        """Read files and folders beside the window and show them for review."""
        if not self.busy:
            batches = Batches(self)
            self._show_what_comes(batches, self._run(files_work(paths, batches)))

    def read_and_store(self, paths: Sequence[Path]) -> None:
        """Read and store without a review, as for the sample dossier."""
        said = self.tr("Đang đọc {count} bài viết…").format(count=len(paths))
        self._place.notice.show_text(said)
        self._run(sample_work(paths)).finished.connect(self._store_samples)

    def _run(self, work: Readings) -> Job:
        job = self._place.jobs.start(work)
        self._job = job
        job.cancelled.connect(self._ended)
        job.failed.connect(self._failed)
        self.busy_changed.emit()
        return job

    def _show_what_comes(self, batches: Batches, job: Job) -> None:
        batches.ready.connect(self._open_review)
        batches.ready.connect(batches.go_on_soon)
        batches.arrived.connect(self._take)
        job.progressed.connect(self._show_progress)
        job.finished.connect(self._ended)
        job.finished.connect(batches.deleteLater)

    @Slot()
    def _open_review(self) -> None:
        """A window beside ours: what is open can be read on while files are read."""
        from tttt_desktop.ui.review.dialog import ImportReview
        from tttt_desktop.ui.review.flow import ReviewFlow

        if self._job is None:
            return
        review = ImportReview(self._place.window, self._place.settings)
        self._review, self._flow = review, ReviewFlow(self._place, review)
        review.stop_requested.connect(self._job.stop)
        review.import_requested.connect(self._store_reviewed)
        review.finished.connect(self._review_closed)
        QTimer.singleShot(
            0, review, review.show
        )  # the window answers between making and showing it

    @Slot(object)
    def _take(self, readings: list[Reading]) -> None:
        if self._flow is not None:
            self._flow.take(readings)

    @Slot(int, int, str)
    def _show_progress(self, done: int, total: int, name: str) -> None:
        if self._review is not None:
            self._review.set_progress(done, total, name)

    @Slot(list)
    def _store_reviewed(self, readings: list[Reading]) -> None:
        from tttt_desktop.ui.review.comparing import with_living_articles

        held = self._place.held
        if held is not None:
            readings = with_living_articles(held.dossier, readings)
        if self._review is not None and self._store(readings):
            self._review.accept()
            self._tell_stored(readings)

    @Slot(object)
    def _store_samples(self, readings: list[Reading]) -> None:
        self._place.notice.dismiss()
        self._store(readings)
        self._ended()

    def _store(self, readings: list[Reading]) -> int:
        """Store in one change. Gives how many readings are in the dossier now."""
        from tttt_desktop.services import imports

        if not readings or not self._dossiers.ensure():
            return 0
        held = self._place.held
        assert held is not None
        result = held.run(lambda dossier: imports.store(dossier, readings))
        if result is None:
            return 0
        self.stored.emit(list(result.article_ids))
        return len(readings)

    def _tell_stored(self, readings: Sequence[Reading]) -> None:
        """Say how many, with a way back; Undo must mean this import, so the next change takes the line away."""
        sources = sum(1 for reading in readings if reading.as_source)
        articles = len(readings) - sources
        parts = [self.tr("{count} bài").format(count=number(articles))] if articles else []
        if sources:
            parts.append(self.tr("{count} nguồn").format(count=number(sources)))
        said = self.tr("Đã nhập {what}.").format(what=self.tr(" và ").join(parts))
        undo = self.tr("Hoàn tác"), self._undo
        self._place.notice.show_text(said, undo, until_change=True)

    def _undo(self) -> None:
        if self._place.held is not None:
            self._place.held.undo()

    @Slot(int)
    def _review_closed(self, _result: int) -> None:
        if self._job is not None:
            self._job.stop()
        if self._review is not None:
            self._review.deleteLater()
            self._review = self._flow = None
        self.busy_changed.emit()

    @Slot()
    def _ended(self) -> None:
        self._job = None
        if self._flow is not None:
            self._flow.end()
        self.read.emit()
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
            self._review.done(0)  # the question whether to leave was asked before
