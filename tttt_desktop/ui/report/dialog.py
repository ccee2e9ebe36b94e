"""Lập báo cáo Word: what goes in, with a preview; Enter writes it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.errors import UserError
from tttt_desktop.services import briefing
from tttt_desktop.services.briefing import Briefing, Notice
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.report.drawing import draw
from tttt_desktop.ui.report.excerpt import excerpt
from tttt_desktop.ui.report.form import ReportForm
from tttt_desktop.ui.report.page_view import PageView
from tttt_desktop.ui.report.pages import ReportPages
from tttt_desktop.ui.widgets import DIALOG_MARGINS, ElidedLabel, button, number, open_at_size

DELAY_MS = 150  # between a change and the new preview
_NOTICES_HEIGHT = 130


class BriefingDialog(QDialog):
    """The three requests carry the Options and the settings that changed (office, choices of this dialog)."""

    options_changed = Signal(object)
    export_requested = Signal(object, object)
    print_requested = Signal(object, object)
    pdf_requested = Signal(object, object)
    place_requested = Signal(int, int)  # article, annotation (0: none), of a notice

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
        self._warnings = QLabel(self)
        self._show_notices = button(self.tr("Xem"), "link")
        self._notices = QListWidget(self)
        self._cancel = button(self.tr("Huỷ"))
        self._export = button(self.tr("Xuất Word"), "primary")
        self._whole = True  # the preview shows all of the report
        self._redraw = QTimer(self)
        self._build()
        self._connect()
        self._draw()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._notices.setAccessibleName(self.tr("Các mục cần xem"))
        self._notices.setWordWrap(True)
        self._notices.hide()
        self._warnings.setProperty("role", "warn")
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
        bottom.addWidget(self._warnings)
        bottom.addWidget(self._show_notices)
        bottom.addStretch(1)
        bottom.addWidget(self._cancel)
        bottom.addWidget(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        column.addLayout(panes, 1)
        column.addWidget(self._notices)
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
        self._show_notices.clicked.connect(self._toggle_notices)
        self._notices.itemActivated.connect(self._go_to)
        self._preview.page_changed.connect(self._tell_page)
        self._preview.line_chosen.connect(self._go_to_line)
        self._print.clicked.connect(self.ask_print)
        self._print.setShortcut("Ctrl+P")
        self._print.setToolTip(self.tr("In (Ctrl+P)"))
        self._pdf.clicked.connect(self._ask_pdf)
        self._cancel.clicked.connect(self.reject)
        self._export.clicked.connect(self._ask_export)
        self._export.setDefault(True)
        for other in (self._show_notices, self._cancel, self._print, self._pdf):
            other.setAutoDefault(False)

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
            return
        shown, left_out = excerpt(made)
        self._whole = not left_out
        self._preview.show_pages(ReportPages(briefing.preview(shown)))
        note = self.tr("Bản xem trước còn {count} ý nữa; tệp Word có đủ.")
        self._more.setText(note.format(count=number(left_out)) if left_out else "")
        self._more.setVisible(left_out > 0)
        self._list_notices(made)
        self.options_changed.emit(options)

    @Slot(int, int)
    def _tell_page(self, page: int, count: int) -> None:
        whole = self.tr("trang {page}/{count}") if self._whole else self.tr("trang {page}")
        self._where.setText(whole.format(page=page, count=count))

    @Slot(int)
    def _go_to_line(self, annotation_id: int) -> None:
        self.place_requested.emit(self._dossier.article_of(annotation_id), annotation_id)

    def _list_notices(self, made: Briefing) -> None:
        count = len(made.warnings)
        text = self.tr("{count} mục cần xem trước khi nộp").format(count=number(count))
        self._warnings.setText(text if count else "")
        self._show_notices.setVisible(count > 0)
        self._notices.clear()
        for notice in made.warnings:
            self._notices.addItem(_item(notice))
        rows = sum(self._notices.sizeHintForRow(row) for row in range(count))
        self._notices.setFixedHeight(min(_NOTICES_HEIGHT, rows + 8))
        if not count:
            self._notices.hide()

    @Slot()
    def _toggle_notices(self) -> None:
        self._notices.setVisible(self._notices.isHidden())
        self._show_notices.setText(self.tr("Xem") if self._notices.isHidden() else self.tr("Ẩn"))

    @Slot(QListWidgetItem)
    def _go_to(self, item: QListWidgetItem) -> None:
        refs = item.data(Qt.ItemDataRole.UserRole)
        if refs:
            self.place_requested.emit(*refs[0])

    def set_busy(self, busy: bool) -> None:
        """While the file is being written nothing can be asked for twice."""
        for act in (self._export, self._print, self._pdf):
            act.setEnabled(not busy)
        self._export.setText(self.tr("Đang xuất…") if busy else self.tr("Xuất Word"))

    def done(self, result: int) -> None:
        self._redraw.stop()  # the dossier may be closed before the timer rings
        super().done(result)

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


def _item(notice: Notice) -> QListWidgetItem:
    item = QListWidgetItem(str(notice))
    item.setToolTip(str(notice))
    item.setData(Qt.ItemDataRole.UserRole, [list(ref) for ref in notice.refs])
    return item
