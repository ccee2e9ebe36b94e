"""From a file to a template of the dossier, and from a template to a report on trial; what is slow is done beside the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.own_template import Candidate, OwnTemplate, TemplateKind
from tttt_desktop.ui import messages
from tttt_desktop.ui.dossier_flow import ask_other, check_other
from tttt_desktop.ui.jobs import Job, Jobs
from tttt_desktop.ui.report.flow import open_file, report_folder
from tttt_desktop.ui.widgets import number
from tttt_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from tttt_desktop.ui.own_template.dialog import OwnTemplatesDialog
    from tttt_desktop.ui.own_template.review import ReviewDialog


class OwnTemplateFlow(QObject):
    """Mẫu báo cáo…"""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._place = place
        self._jobs = Jobs(self)  # a thread of its own: an import must not wait for it
        self._job: Job | None = None
        self._dialog: OwnTemplatesDialog | None = None
        place.switched.connect(self._switched)

    @Slot()
    def open(self) -> None:
        """Show the templates of the dossier."""
        from tttt_desktop.ui.own_template.dialog import OwnTemplatesDialog

        held = self._place.writable
        if held is None:
            return
        dialog = OwnTemplatesDialog(held, self._place.window)
        dialog.signed_wanted.connect(self._choose_signed)
        dialog.marked_wanted.connect(self._choose_marked)
        dialog.other_wanted.connect(self._choose_other)
        dialog.sample_wanted.connect(self._save_sample)
        dialog.fields_wanted.connect(self._look_again)
        dialog.trial_wanted.connect(self._try)
        dialog.stop_wanted.connect(self.stop)
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def stop(self) -> None:
        """End what is being done."""
        if self._job is not None:
            self._job.stop()

    def stop_all(self) -> None:
        """End everything and wait for it."""
        self._jobs.stop_all()

    @Slot()
    def _switched(self) -> None:
        self.stop()
        if self._dialog is not None:
            self._dialog.reject()

    @Slot(int)
    def _closed(self, _result: int) -> None:
        self.stop()
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    # -- a file becomes a template --------------------------------------------------------------

    @Slot()
    def _choose_signed(self) -> None:
        self._choose(self.tr("Chọn báo cáo đã ký"), TemplateKind.SIGNED)

    @Slot()
    def _choose_marked(self) -> None:
        self._choose(self.tr("Chọn tệp Word có dấu"), TemplateKind.MARKED)

    def _choose(self, title: str, kind: TemplateKind) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._dialog,
            title,
            str(self._place.settings.folder("template", self._folder())),
            self.tr("Tệp Word (*.docx)"),
        )
        if name:
            self.read(Path(name), kind)

    def _folder(self) -> Path:
        held = self._place.held
        return report_folder(held.dossier.path) if held is not None else Path.home()

    def read(self, path: Path, kind: TemplateKind) -> None:
        """Open a file beside the window, and show what was found in it."""
        from tttt_desktop.services import own_reading

        self._place.settings.remember_folder("template", path.parent)
        said = self.tr("Đang đọc “{name}”…").format(name=path.name)
        self._run(
            said,
            lambda cancelled: own_reading.candidate(path, kind, cancelled),
            self._review,
        )

    @Slot(object)
    def _look_again(self, template: OwnTemplate) -> None:
        """The fields or marks of a template that is kept."""
        from tttt_desktop.services import own_reading, own_template

        held = self._place.writable
        docx = held.run(lambda d: own_template.document(d, template.id)) if held else None
        if docx is None:
            return
        self._run(
            self.tr("Đang mở mẫu “{name}”…").format(name=template.name),
            lambda cancelled: own_reading.again(template.name, docx, template.kind, cancelled),
            lambda found: self._review(own_template.with_places(found, template), template),
        )

    def _review(self, found: Candidate, template: OwnTemplate | None = None) -> None:
        from tttt_desktop.services import own_template
        from tttt_desktop.ui.own_template.review import FieldsDialog, MarksDialog

        held = self._place.writable
        if held is None or self._dialog is None:
            return
        name = template.name if template else own_template.free_name(held.dossier, found.name)
        kind = FieldsDialog if found.kind is TemplateKind.SIGNED else MarksDialog
        review: ReviewDialog = kind(found, name, self._dialog)
        review.kept.connect(lambda one, typed: self._keep(review, one, typed, template))
        review.finished.connect(review.deleteLater)
        review.open()

    def _keep(
        self, review: ReviewDialog, found: Candidate, name: str, template: OwnTemplate | None
    ) -> None:
        """Into the dossier; the dialog stays open where the name will not do."""
        from tttt_desktop.services import own_template

        held = self._place.writable
        if held is None or self._dialog is None:
            return
        try:
            if template is not None:
                own_template.check_name(held.dossier, name, template.id)
            else:
                own_template.check_name(held.dossier, name)
        except UserError as error:
            messages.show_error(review, error)
            return
        done = held.run(lambda d: own_template.keep_or_correct(d, found, name, template))
        if done is not None:
            review.accept()
            self._dialog.added()

    # -- from another dossier, the sample, on trial ---------------------------------------------

    @Slot()
    def _choose_other(self) -> None:
        held = self._place.writable
        if held is None:
            return
        parent = self._dialog or self._place.window
        path = ask_other(parent, held.dossier.path, self.tr("Lấy mẫu từ hồ sơ khác"))
        if path is not None:
            self.bring(path)

    def bring(self, path: Path) -> None:
        """Take over the templates of another dossier, which is only read."""
        from tttt_desktop.services import own_template

        held = self._place.writable
        if held is None:
            return
        try:
            check_other(held.dossier.path, path)
        except UserError as error:
            self._refuse(error)
            return
        said = self.tr("Đang đọc hồ sơ “{name}”…").format(name=path.stem)
        self._run(said, lambda _cancelled: own_template.templates_of(path), self._brought)

    def _brought(self, found: list[Any]) -> None:
        from tttt_desktop.services import own_template

        held = self._place.writable
        if held is None or self._dialog is None:
            return
        if held.run(lambda d: own_template.bring_templates(d, found)) is not None:
            self._dialog.added()
            text = self.tr("Đã lấy {count} mẫu từ hồ sơ khác.").format(count=number(len(found)))
            self._place.notice.show_text(text)

    @Slot()
    def _save_sample(self) -> None:
        from tttt_desktop.services import own_template

        folder = QFileDialog.getExistingDirectory(
            self._dialog,
            self.tr("Lưu tệp mẫu vào thư mục"),
            str(self._place.settings.folder("template", self._folder())),
        )
        if not folder:
            return
        try:
            path = own_template.save_sample(Path(folder))
        except UserError as error:
            self._refuse(error)
            return
        self._place.settings.remember_folder("template", path.parent)
        self._told(self.tr("Đã lưu tệp mẫu: {name}"), path)

    @Slot(object)
    def _try(self, template: OwnTemplate) -> None:
        """A report of all marks by this template, beside the dossier; it is not noted among the reports made."""
        from tttt_desktop.services import own_trial
        from tttt_desktop.ui.report.drawing import draw

        held = self._place.held
        prepared = held.run(lambda d: own_trial.trial(d, template.id, draw)) if held else None
        if prepared is None:
            return
        folder = self._folder()
        self._run(
            self.tr("Đang làm thử báo cáo theo mẫu “{name}”…").format(name=template.name),
            lambda cancelled: prepared.write(folder, cancelled),
            lambda path: self._told(self.tr("Đã làm thử: {name}"), path),
        )

    def _told(self, text: str, path: Path) -> None:
        if self._dialog is not None:
            said = text.format(name=path.name)
            self._dialog.tell(said, self.tr("Mở bằng Word"), lambda: open_file(path))

    # -- beside the window ----------------------------------------------------------------------

    def _run(
        self,
        said: str,
        work: Callable[[Callable[[], bool]], object],
        done: Callable[[Any], object],
    ) -> None:
        self.stop()
        job = self._jobs.start(lambda _progress, cancelled: work(cancelled))
        self._job = job
        self._set_busy(said)
        job.finished.connect(lambda result: self._finished(job, lambda: done(result)))
        job.failed.connect(lambda error: self._finished(job, lambda: self._refuse(error)))
        job.cancelled.connect(lambda: self._finished(job, lambda: None))

    def _finished(self, job: Job, follow: Callable[[], object]) -> None:
        if job is not self._job:
            return
        self._job = None
        self._set_busy("")
        if self._dialog is not None and not job.stopped:
            follow()

    def _set_busy(self, text: str) -> None:
        if self._dialog is not None:
            self._dialog.set_busy(text)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        messages.show_error(self._dialog or self._place.window, error)
