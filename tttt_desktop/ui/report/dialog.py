"""Lập báo cáo Word: what goes in, with a preview; Enter writes it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tttt_desktop.domain.errors import UserError
from tttt_desktop.services.briefing import Stock
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.report.check_line import CheckLine
from tttt_desktop.ui.report.form import ReportForm
from tttt_desktop.ui.report.making import Making, Preview
from tttt_desktop.ui.report.page_view import PageView
from tttt_desktop.ui.report.pages import ReportPages
from tttt_desktop.ui.report.wording import SETTING
from tttt_desktop.ui.widgets import DIALOG_MARGINS, ElidedLabel, button, number, open_at_size

DELAY_MS = 150  # between a change and the new preview
_SLOW_MS = 400  # until it is said that the pages are being made
_FOUND_SHARE = 0.36  # of the height for what the check found


class BriefingDialog(QDialog):
    """The three requests carry the Options and the settings that changed (office, choices of this dialog)."""

    shown = Signal(object)  # the pages on screen are those of these Options
    export_requested = Signal(object, object)
    print_requested = Signal(object, object)
    pdf_requested = Signal(object, object)
    stop_requested = Signal()  # what is being written is not wanted any more
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
        self.stock = Stock(dossier)  # read for the preview, and used again when it is written
        self.form = ReportForm(dossier, folder, self, articles)
        self._making = Making(self.stock, self)
        self._preview = PageView(self)
        self._where = QLabel(self)
        self._more = ElidedLabel(px=12)
        self._print, self._pdf = button(self.tr("In…"), "link"), button(self.tr("Lưu PDF…"), "link")
        self._check = CheckLine(self.stock, self)
        self._cancel = button(self.tr("Huỷ"))
        self._export = button(self.tr("Xuất Word"), "primary")
        self._busy = self._gone = False
        self._whole = True  # the preview shows all of the report
        self._redraw = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._build()
        self._connect()
        self._draw()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._more.setProperty("role", "meta")
        self._more.hide()
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
        bottom.addWidget(self._check)
        bottom.addStretch(1)
        bottom.addWidget(self._cancel)
        bottom.addWidget(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        column.addLayout(panes, 1)
        column.addWidget(self._check.pane)
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
        self._redraw.timeout.connect(self._draw)
        self._slow.timeout.connect(self._tell_slow)
        self.form.changed.connect(self._redraw.start)
        self._making.made.connect(self._show)
        self._making.refused.connect(self._show_refusal)
        self._check.found.connect(self._fit_found)
        self._check.pane.place_requested.connect(self.place_requested)
        self._check.pane.setting_requested.connect(self._show_setting)
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

    # -- the preview ----------------------------------------------------------------------------

    @Slot()
    def _draw(self) -> None:
        """Begin the pages of what is chosen now; those on screen stay until these are there."""
        self._check.stop()
        self._making.begin(self.form.options(), self.form.changed_settings())
        self._slow.start()

    @Slot()
    def _tell_slow(self) -> None:
        self._where.setText(self.tr("Đang dựng trang…"))

    @Slot(object)
    def _show(self, made: Preview) -> None:
        self._slow.stop()
        self._whole = not made.left_out
        self._preview.show_pages(made.pages)
        note = self.tr("Bản xem trước còn {count} ý nữa; tệp Word có đủ.")
        self._more.setText(note.format(count=number(made.left_out)) if made.left_out else "")
        self._more.setVisible(made.left_out > 0)
        self._check.begin(made.report, made.options, self.form.target())
        self.shown.emit(made.options)

    @Slot(object)
    def _show_refusal(self, error: UserError) -> None:
        self._slow.stop()
        self._where.clear()
        self._preview.show_pages(ReportPages(()))
        self._more.setText(str(error))
        self._more.setVisible(True)
        self._check.clear()

    @Slot(int, int)
    def _tell_page(self, page: int, count: int) -> None:
        whole = self.tr("trang {page}/{count}") if self._whole else self.tr("trang {page}")
        self._where.setText(whole.format(page=page, count=count))

    @Slot(int)
    def _go_to_line(self, annotation_id: int) -> None:
        self.place_requested.emit(self._dossier.article_of(annotation_id), annotation_id)

    # -- the check before handing in ------------------------------------------------------------

    @Slot(str)
    def _show_setting(self, setting: str) -> None:
        if setting == SETTING:
            self.proof_requested.emit()
        else:
            self.form.show_setting(setting)

    @Slot()
    def _fit_found(self) -> None:
        most = round(self.height() * _FOUND_SHARE)
        self._check.pane.setFixedHeight(self._check.pane.height_for(most))

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
        panes: list[QWidget] = [self.form, self._preview, self._check.in_turn, self._export]
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
        """While the file is being written nothing can be asked for twice, and Huỷ and Esc end the writing."""
        self._busy = busy
        for act in (self._export, self._print, self._pdf):
            act.setEnabled(not busy)
        self._cancel.setEnabled(True)
        self._export.setText(self.tr("Đang xuất…") if busy else self.tr("Xuất Word"))

    def tell_progress(self, done: int, count: int) -> None:
        """So many pages of all have been written."""
        if self._busy and self._cancel.isEnabled():
            self._export.setText(self.tr("Trang {done}/{count}…").format(done=done, count=count))

    def reject(self) -> None:
        """Leave the dialog; while something is being written leave only that."""
        if not self._busy:
            super().reject()
            return
        self._cancel.setEnabled(False)
        self._export.setText(self.tr("Đang dừng…"))
        self.stop_requested.emit()

    def done(self, result: int) -> None:
        if not self._gone:
            self._gone = True
            self._redraw.stop()  # the dossier may be closed before the timer rings
            self._slow.stop()
            self._making.end()
            self._check.end()
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
