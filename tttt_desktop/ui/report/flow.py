"""From the open dossier to the Word briefing: options, preview, writing, and what can be done with the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from tttt_desktop.domain.errors import UserError
from tttt_desktop.paths import data_dir, documents_dir
from tttt_desktop.ui import messages
from tttt_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from tttt_desktop.services.briefing import Briefing, Options, Written
    from tttt_desktop.services.offered import Render, Stopped
    from tttt_desktop.services.reports import Draft
    from tttt_desktop.ui.jobs import Progress
    from tttt_desktop.ui.report.dialog import BriefingDialog
    from tttt_desktop.ui.report.printing import Painting
    from tttt_desktop.ui.report.writing import Writing

    Work = Callable[[Briefing, Render, Progress, Stopped], object]


class ReportFlow(QObject):
    """F9 and what follows."""

    place_requested = Signal(
        int, int
    )  # article, annotation (0: none), that the person wants to look at
    proof_requested = Signal()  # the person wants to look over the wording

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._place = place
        self._dialog: BriefingDialog | None = None
        self._writing: Writing | None = None
        place.switched.connect(self._leave)

    @Slot()
    def open(self) -> None:
        """Show the dialog, filled in; Enter writes the report."""
        self.open_for(())

    def open_for(self, articles: Sequence[int]) -> None:
        """The same for these articles only; the dialog offers the others too."""
        from tttt_desktop.ui.report.dialog import BriefingDialog

        held = self._place.held
        if held is None:
            return
        folder = self._place.settings.folder("report", report_folder(held.dossier.path))
        dialog = BriefingDialog(held.dossier, folder, self._place.window, articles)
        self._dialog = dialog
        dialog.export_requested.connect(self._export)
        dialog.print_requested.connect(self._print)
        dialog.pdf_requested.connect(self._save_pdf)
        dialog.stop_requested.connect(self._stop)
        dialog.place_requested.connect(self._show_place)
        dialog.proof_requested.connect(self._show_proof)
        dialog.finished.connect(self._closed)
        dialog.open()

    @Slot()
    def preview(self) -> None:
        """Show the dialog with the keyboard in its pages."""
        self.open()
        if self._dialog is not None:
            self._dialog.look_at_pages()

    @Slot()
    def print(self) -> None:
        """Show the dialog, and ask for a printer at once."""
        self.open()
        if self._dialog is not None:
            self._dialog.ask_print()

    @Slot()
    def edit_office(self) -> None:
        """Ask who sends the report."""
        from tttt_desktop.services import office
        from tttt_desktop.ui.report.office import OfficeDialog, office_values

        held = self._place.held
        if held is None:
            return
        kinds = office.kinds(held.dossier)
        dialog = OfficeDialog(office_values(held.dossier), self._place.window, kinds)
        dialog.saved.connect(self._save_settings)
        dialog.open()

    @Slot(object)
    def _save_settings(self, changed: dict[str, str]) -> None:
        held = self._place.held
        if held is not None and changed and not held.dossier.read_only:
            held.run(lambda dossier: dossier.set_settings(changed))

    @Slot(object, object)
    def _export(self, options: Options, office: dict[str, str]) -> None:
        if self._dialog is None:
            return
        self._save_settings(office)
        self.write(self._dialog.form.target(), options)

    def write(self, path: Path, options: Options) -> None:
        """Collect the report, write it beside the window, and offer to open it."""
        from tttt_desktop.services import briefing

        def work(made: Briefing, render: Render, _progress: Progress, stopped: Stopped) -> Written:
            return briefing.write_prepared(made, options, path, render, stopped)

        self._start(options, work, self._written)

    def _start(self, options: Options, work: Work, done: Callable[[Any], None]) -> None:
        """Read the report bit by bit, then make it and do the work with it beside the window."""
        from tttt_desktop.services import briefing, templates
        from tttt_desktop.ui.report.drawing import draw
        from tttt_desktop.ui.report.writing import Writing

        held = self._place.held
        render = held.run(lambda d: templates.renderer(d, options.template)) if held else None
        if held is None or render is None:
            return
        stock = self._dialog.stock if self._dialog else briefing.Stock(held.dossier)
        self._set_busy(True)
        self._writing = Writing(
            self._place.jobs,
            lambda found, *how: work(briefing.build(found, draw), render, *how),
            self,
        )
        self._writing.finished.connect(self._forget)
        self._writing.finished.connect(done)
        self._writing.failed.connect(self._failed)
        self._writing.stopped.connect(self._let_be)
        self._writing.progressed.connect(self._tell_progress)
        self._writing.begin(briefing.collect(stock, options))

    @Slot()
    def _forget(self) -> None:
        self._writing = None

    @Slot()
    def _let_be(self) -> None:
        """Nothing was written, as the person wished."""
        self._forget()
        self._set_busy(False)

    @Slot()
    def _stop(self) -> None:
        if self._writing is not None:
            self._writing.stop()

    @Slot(int, int, str)
    def _tell_progress(self, done: int, count: int, _what: str) -> None:
        if self._dialog is not None:
            self._dialog.tell_progress(done, count)

    @Slot()
    def _leave(self) -> None:
        """Another dossier, or none: what was read of this one is let be."""
        self._stop()
        if self._dialog is not None:
            self._dialog.done(0)

    @Slot(object, object)
    def _print(self, options: Options, office: dict[str, str]) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from tttt_desktop.ui.report import printing

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        if QPrintDialog(printer, self._dialog).exec():
            self._paint(options, office, printing.on_paper(printer))

    @Slot(object, object)
    def _save_pdf(self, options: Options, office: dict[str, str]) -> None:
        from tttt_desktop.ui.report import printing

        if self._dialog is None:
            return
        proposal = self._dialog.form.target().with_suffix(".pdf")
        name, _ = QFileDialog.getSaveFileName(
            self._dialog, self.tr("Lưu PDF"), str(proposal), self.tr("Tệp PDF (*.pdf)")
        )
        if name:
            out = Path(name) if name.lower().endswith(".pdf") else Path(f"{name}.pdf")
            self._paint(options, office, printing.to_pdf(out))

    def _paint(self, options: Options, office: dict[str, str], paint: Painting) -> None:
        """Collect the report and paint its pages beside the window."""
        from tttt_desktop.services import briefing, reports

        def work(
            made: Briefing, _render: Render, progress: Progress, stopped: Stopped
        ) -> tuple[Path, Draft] | None:
            out = paint(briefing.preview(made), made.title, progress, stopped)
            logged = reports.draft(made, options, reports.new_number())
            return None if out is None else (out, logged)

        self._save_settings(office)
        self._start(options, work, self._tell_painted)

    @Slot(object)
    def _tell_painted(self, painted: tuple[Path, Draft] | None) -> None:
        """On paper (None), or in a file."""
        if painted is not None:
            self._log(painted[1], painted[0])
        if self._dialog is not None:
            self._dialog.accept()
        if painted is None:
            self._place.notice.show_text(self.tr("Đã gửi báo cáo tới máy in."))
            return
        out = painted[0]
        self._place.notice.show_text(
            self.tr("Đã lưu báo cáo: {name}").format(name=out.name),
            (self.tr("Mở tệp"), lambda: open_file(out)),
            (self.tr("Mở thư mục"), lambda: open_file(out.parent)),
        )

    def _set_busy(self, busy: bool) -> None:
        if self._dialog is not None:
            self._dialog.set_busy(busy)

    @Slot(object)
    def _written(self, written: Written) -> None:
        self._place.settings.remember_folder("report", written.path.parent)
        self._log(written.draft, written.path)
        if self._dialog is not None:
            self._dialog.accept()
        self._tell(written)

    def _log(self, draft: Draft, path: Path) -> None:
        """Note in the dossier what lies on the disk now; where the dossier refuses, its own notice says so."""
        from tttt_desktop.services import reports

        if self._place.held is not None:
            self._place.held.run(lambda dossier: reports.log(dossier, draft, path))

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._let_be()
        if not isinstance(error, UserError):
            raise error
        messages.show_error(self._dialog or self._place.window, error)

    def _tell(self, written: Written) -> None:
        if written.renamed_from is None:
            text = self.tr("Đã lưu báo cáo: {name}")
        else:
            text = self.tr(
                "Đã có tệp trùng tên hoặc tệp đang mở trong Word. Đã lưu thành “{name}”."
            )
        self._place.notice.show_text(
            text.format(name=written.path.name),
            (self.tr("Mở bằng Word"), lambda: open_file(written.path)),
            (self.tr("Mở thư mục"), lambda: open_file(written.path.parent)),
        )

    @Slot(int, int)
    def _show_place(self, article_id: int, annotation_id: int) -> None:
        if self._dialog is not None:
            self._dialog.done(0)
        self.place_requested.emit(article_id, annotation_id)

    @Slot()
    def _show_proof(self) -> None:
        if self._dialog is not None:
            self._dialog.done(0)
        self.proof_requested.emit()

    @Slot(int)
    def _closed(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def report_folder(dossier: Path) -> Path:
    """Where a report is put at first: beside its dossier, but never into the program's own folder."""
    own = dossier.parent.is_relative_to(data_dir())
    return documents_dir() if own else dossier.parent


def open_file(path: Path) -> None:
    """Hand a file or folder to the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
