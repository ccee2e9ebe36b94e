"""Lập báo cáo Word: what goes in, with a preview; Enter writes it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tttt_desktop.domain.errors import UserError
from tttt_desktop.services import briefing
from tttt_desktop.services.briefing import Briefing, Options, Stock
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.preflight import Preflight
from tttt_desktop.ui.report.checking import Checking
from tttt_desktop.ui.report.drawing import draw
from tttt_desktop.ui.report.excerpt import excerpt
from tttt_desktop.ui.report.form import ReportForm
from tttt_desktop.ui.report.page_view import PageView
from tttt_desktop.ui.report.pages import ReportPages
from tttt_desktop.ui.report.preflight import PreflightPane
from tttt_desktop.ui.report.wording import SETTING
from tttt_desktop.ui.widgets import DIALOG_MARGINS, ElidedLabel, button, number, open_at_size

DELAY_MS = 150  # between a change and the new preview
_FOUND_SHARE = 0.36  # of the height for what the check found


class BriefingDialog(QDialog):
    """The three requests carry the Options and the settings that changed (office, choices of this dialog)."""

    options_changed = Signal(object)
    export_requested = Signal(object, object)
    print_requested = Signal(object, object)
    pdf_requested = Signal(object, object)
    place_requested = Signal(int, int)  # article, annotation (0: none), of a notice
    proof_requested = Signal()  # the wording is to be looked over

    def __init__(
        self,
        dossier: Dossier,
        folder: Path,
        parent: QWidget | None = None,
        articles: Sequence[int] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Lập báo cáo Word"))
        open_at_size(self, 1040, 640)
        self._dossier = dossier
        self.form = ReportForm(dossier, folder, self, articles)
        self._preview = PageView(self)
        self._where = QLabel(self)
        self._more = ElidedLabel(px=12)
        self._print, self._pdf = button(self.tr("In…"), "link"), button(self.tr("Lưu PDF…"), "link")
        self._checking = Checking(Stock(dossier), self)
        self._unchecked: tuple[Briefing, Options] | None = None  # while the dialog is not on screen
        self._summary = QLabel(self)
        self._show_found = button(self.tr("Xem"), "link")
        self._found = PreflightPane(self)
        self._cancel = button(self.tr("Huỷ"))
        self._export = button(self.tr("Xuất Word"), "primary")
        self._whole = True  # the preview shows all of the report
        self._redraw = QTimer(self)
        self._build()
        self._connect()
        self._draw()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._found.hide()
        self._show_found.hide()
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._more.setProperty("role", "meta")
        panes = QHBoxLayout()
        panes.setSpacing(16)
        panes.addWidget(self.form)
        page = QVBoxLayout()
        page.setSpacing(6)
        page.addLayout(self._build_head())
        page.addWidget(self._preview, 1)
        page.addWidget(self._more)
        panes.addLayout(page, 1)
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        bottom.addWidget(self._summary)
        bottom.addWidget(self._show_found)
        bottom.addStretch(1)
        bottom.addWidget(self._cancel)
        bottom.addWidget(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        column.addLayout(panes, 1)
        column.addWidget(self._found)
        column.addLayout(bottom)

    def _build_head(self) -> QHBoxLayout:
        """What stands above the preview: which page it is, and other ways to have the pages."""
        title = QLabel(self.tr("Xem trước"), self)
        title.setProperty("role", "label")
        self._where.setProperty("role", "meta")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(title)
        row.addWidget(self._where)
        row.addStretch(1)
        row.addWidget(self._print)
        row.addWidget(self._pdf)
        return row

    def _connect(self) -> None:
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(DELAY_MS)
        self._redraw.timeout.connect(self._draw)
        self.form.changed.connect(self._redraw.start)
        self._checking.answered.connect(self._tell_found)
        self._show_found.clicked.connect(self._toggle_found)
        self._found.place_requested.connect(self.place_requested)
        self._found.setting_requested.connect(self._show_setting)
        self._preview.page_changed.connect(self._tell_page)
        self._preview.line_chosen.connect(self._go_to_line)
        self._print.clicked.connect(self.ask_print)
        self._print.setShortcut("Ctrl+P")
        self._print.setToolTip(self.tr("In (Ctrl+P)"))
        self._pdf.clicked.connect(self._ask_pdf)
        self._cancel.clicked.connect(self.reject)
        self._export.clicked.connect(self._ask_export)
        self._export.setDefault(True)
        for other in (self._cancel, self._print, self._pdf):
            other.setAutoDefault(False)
        QShortcut(QKeySequence("F6"), self, self._next_pane)
        QShortcut(QKeySequence("Shift+F6"), self, self._previous_pane)

    # -- acts -----------------------------------------------------------------------------------

    @Slot()
    def _draw(self) -> None:
        options = self.form.options()
        try:
            made = briefing.prepare(self._dossier, options, self.form.changed_settings(), draw)
        except UserError as error:
            self._preview.show_pages(ReportPages(()))
            self._more.setText(str(error))
            self._more.setVisible(True)
            self._checking.stop()
            self._summarise("", "meta")
            return
        shown, left_out = excerpt(made)
        self._whole = not left_out
        self._preview.show_pages(ReportPages(briefing.preview(shown)))
        note = self.tr("Bản xem trước còn {count} ý nữa; tệp Word có đủ.")
        self._more.setText(note.format(count=number(left_out)) if left_out else "")
        self._more.setVisible(left_out > 0)
        self._start_check(made, options)
        self.options_changed.emit(options)

    @Slot(int, int)
    def _tell_page(self, page: int, count: int) -> None:
        whole = self.tr("trang {page}/{count}") if self._whole else self.tr("trang {page}")
        self._where.setText(whole.format(page=page, count=count))

    @Slot(int)
    def _go_to_line(self, annotation_id: int) -> None:
        self.place_requested.emit(self._dossier.article_of(annotation_id), annotation_id)

    # -- the check before handing in ------------------------------------------------------------

    def _start_check(self, made: Briefing, options: Options) -> None:
        """Check what is shown now, as soon as the dialog is on screen."""
        if not self.isVisible():
            self._unchecked = made, options
            return
        self._checking.begin(made, options, self.form.target())
        self._summarise(self.tr("Đang kiểm tra…"), "meta")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unchecked is not None:
            self._start_check(*self._unchecked)
            self._unchecked = None

    def hideEvent(self, event: QHideEvent) -> None:
        self._checking.end()
        super().hideEvent(event)

    @Slot(object)
    def _tell_found(self, found: Preflight | UserError) -> None:
        if isinstance(found, UserError):
            said = self.tr("Chưa kiểm tra được. {why}").format(why=found.message)
            self._summarise(said, "warn")
            return
        self._found.show_result(found)
        self._show_found.show()
        self._fit_found()
        tone = "error" if found.faults else "warn" if found.sense else "meta"
        self._summarise(found.summary, tone)

    def _summarise(self, text: str, role: str) -> None:
        self._summary.setText(text)
        self._summary.setProperty("role", role)
        self._summary.style().unpolish(self._summary)
        self._summary.style().polish(self._summary)

    @Slot(str)
    def _show_setting(self, setting: str) -> None:
        if setting == SETTING:
            self.proof_requested.emit()
        else:
            self.form.show_setting(setting)

    @Slot()
    def _toggle_found(self) -> None:
        shown = self._found.isHidden()
        self._found.setVisible(shown)
        self._show_found.setText(self.tr("Ẩn") if shown else self.tr("Xem"))
        if shown:
            self._found.setFocus()

    def _fit_found(self) -> None:
        self._found.setFixedHeight(self._found.height_for(round(self.height() * _FOUND_SHARE)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_found()

    @Slot()
    def _next_pane(self) -> None:
        self._go_round(1)

    @Slot()
    def _previous_pane(self) -> None:
        self._go_round(-1)

    def _go_round(self, step: int) -> None:
        """F6: what goes in, the pages, what was found or the button that shows it, the buttons."""
        found = self._show_found if self._found.isHidden() else self._found
        panes: list[QWidget] = [self.form, self._preview, found, self._export]
        shown = [pane for pane in panes if not pane.isHidden()]
        here = self.focusWidget()
        at = (
            next((n for n, pane in enumerate(shown) if pane.isAncestorOf(here)), -1) if here else -1
        )
        if here in shown:
            at = shown.index(here)
        wanted = shown[(at + step) % len(shown)]
        if wanted is self.form:
            self.form.focus_first()
        else:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- writing --------------------------------------------------------------------------------

    def set_busy(self, busy: bool) -> None:
        """While the file is being written nothing can be asked for twice."""
        for act in (self._export, self._print, self._pdf):
            act.setEnabled(not busy)
        self._export.setText(self.tr("Đang xuất…") if busy else self.tr("Xuất Word"))

    def done(self, result: int) -> None:
        self._redraw.stop()  # the dossier may be closed before the timer rings
        super().done(result)

    def look_at_pages(self) -> None:
        """Give the keyboard to the pages."""
        self._preview.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def ask_print(self) -> None:
        """Ask for the report on paper."""
        self.print_requested.emit(self.form.options(), self.form.changed_settings())

    @Slot()
    def _ask_pdf(self) -> None:
        self.pdf_requested.emit(self.form.options(), self.form.changed_settings())

    @Slot()
    def _ask_export(self) -> None:
        self.export_requested.emit(self.form.options(), self.form.changed_settings())
