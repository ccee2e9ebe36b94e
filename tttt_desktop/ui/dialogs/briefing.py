"""Lập báo cáo Word: what goes in, with a preview; Enter writes it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import ArticleFilter
from tttt_desktop.services import briefing
from tttt_desktop.services.briefing import Briefing, Notice, Options
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.dialogs.excerpt import excerpt
from tttt_desktop.ui.dialogs.office import OFFICE_FIELDS, OfficeDialog
from tttt_desktop.ui.dialogs.page_view import PageView
from tttt_desktop.ui.report_pages import ReportPages
from tttt_desktop.ui.widgets import DIALOG_MARGINS, ElidedLabel, button, number, open_at_size

ORDERS = (("field", "Lĩnh vực"), ("province", "Tỉnh"), ("article", "Bài viết"))
SCOPES = (("done", "Bài đã xong"), ("all", "Tất cả bài có đánh dấu"))
CHECKS = (
    ("sources", "Ghi nguồn sau mỗi ý"),
    ("task_table", "Bảng nhiệm vụ"),
    ("quotes", "Kèm trích nguyên văn"),
    ("figures", "Phụ lục số liệu"),
)
DELAY_MS = 150  # between a change and the new preview
_NOTICES_HEIGHT = 130
_FORM_WIDTH = 400
_LINE = 26  # pixels, of a choice and of the caption beside it
_KEY = "report."


class BriefingDialog(QDialog):
    """The three requests carry the Options and the settings that changed (office, choices of this dialog)."""

    options_changed = Signal(object)
    export_requested = Signal(object, object)
    print_requested = Signal(object, object)
    pdf_requested = Signal(object, object)
    place_requested = Signal(int, int)  # article, annotation (0: none), of a notice

    def __init__(self, dossier: Dossier, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Lập báo cáo Word"))
        open_at_size(self, 1040, 640)
        self._dossier = dossier
        self.folder = folder  # where the report will lie
        self._office: dict[str, str] = {}
        self._template, self._year, self._order = QComboBox(), QComboBox(), QComboBox()
        self._title = QLineEdit(self)
        self._name = QLineEdit(self)
        self._scopes = QButtonGroup(self)
        self._checks = {name: QCheckBox(self.tr(label), self) for name, label in CHECKS}
        self._preview = PageView(self)
        self._where = QLabel(self)
        self._more = ElidedLabel(px=12)
        self._print, self._pdf = button(self.tr("In…"), "link"), button(self.tr("Lưu PDF…"), "link")
        self._warnings = QLabel(self)
        self._show_notices = button(self.tr("Xem"), "link")
        self._notices = QListWidget(self)
        self._cancel = button(self.tr("Huỷ"))
        self._export = button(self.tr("Xuất Word"), "primary")
        self._target, self._place = ElidedLabel(), ElidedLabel(px=12)
        self._choose = button(self.tr("Chọn thư mục…"), "link")
        self._whole = True  # the preview shows all of the report
        self._redraw = QTimer(self)
        self._build()
        self._fill()
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
        panes.addWidget(self._build_form())
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

    def _build_form(self) -> QWidget:
        left = QWidget(self)
        left.setFixedWidth(_FORM_WIDTH)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (label, box) in enumerate(self._rows()):
            caption = QLabel(label, self)
            caption.setProperty("role", "label")
            caption.setMinimumHeight(_LINE)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            if isinstance(box, QLayout):
                grid.addLayout(box, row, 1)
            else:
                caption.setBuddy(box)
                box.setAccessibleName(label)
                box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
                grid.addWidget(box, row, 1)
        form = QVBoxLayout(left)
        form.setContentsMargins(0, 0, 0, 0)
        form.addLayout(grid)
        form.addStretch(1)
        return left

    def _build_office(self) -> QVBoxLayout:
        """The name of the office, and below it the way to all the rest of its particulars."""
        self._office_button = button(self.tr("Thông tin cơ quan…"), "link")
        self._name.setAccessibleName(self.tr("Cơ quan"))
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self._office_button, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _build_scope(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        for at, (_, label) in enumerate(SCOPES):
            choice = QRadioButton(self.tr(label), self)
            choice.setMinimumHeight(_LINE)
            self._scopes.addButton(choice, at)
            column.addWidget(choice)
        return column

    def _build_checks(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        for at, check in enumerate(self._checks.values()):
            check.setMinimumHeight(_LINE)
            grid.addWidget(check, at // 2, at % 2)
        return grid

    def _build_target(self) -> QVBoxLayout:
        """Name of the file, then its folder with the button that changes it."""
        self._place.setProperty("role", "meta")
        folder = QHBoxLayout()
        folder.setSpacing(8)
        folder.addWidget(self._place, 1)
        folder.addWidget(self._choose)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addSpacing(5)
        column.addWidget(self._target)
        column.addLayout(folder)
        return column

    def _rows(self) -> tuple[tuple[str, QWidget | QLayout], ...]:
        return (
            (self.tr("Mẫu"), self._template),
            (self.tr("Tên báo cáo"), self._title),
            (self.tr("Cơ quan"), self._build_office()),
            (self.tr("Năm"), self._year),
            (self.tr("Phạm vi"), self._build_scope()),
            (self.tr("Sắp theo"), self._order),
            (self.tr("Nội dung"), self._build_checks()),
            (self.tr("Lưu vào"), self._build_target()),
        )

    def _fill(self) -> None:
        """Show what was chosen last time, else what suits this dossier."""
        last = self._remembered()
        self._template.addItem(self.tr("Báo cáo tổng hợp"), "briefing")
        self._year.addItem(self.tr("Tất cả các năm"), None)
        for year, _ in self._dossier.facets(ArticleFilter()).get("years", []):
            self._year.addItem(str(year), int(year))
        for key, label in ORDERS:
            self._order.addItem(self.tr(label), key)
        self._title.setText(last.title)
        self._title.setPlaceholderText(self.tr("Chương trình đặt tên theo năm và nội dung"))
        self._name.setText(self._setting("office.name"))
        self._name.setPlaceholderText(self.tr("Tên cơ quan lập báo cáo"))
        self._year.setCurrentIndex(max(0, self._year.findData(last.year)))
        self._order.setCurrentIndex(max(0, self._order.findData(last.order)))
        self._scopes.button(0 if last.scope == "done" else 1).setChecked(True)
        for name, box in self._checks.items():
            box.setChecked(bool(getattr(last, name)))

    def _remembered(self) -> Options:
        get = self._dossier.setting
        year, fresh = get(f"{_KEY}year"), Options()
        checks: dict[str, Any] = {
            name: get(f"{_KEY}{name}", _flag(getattr(fresh, name))) == "1" for name, _ in CHECKS
        }
        done = "done" if self._dossier.totals().done else "all"
        return replace(
            fresh,
            title=get(f"{_KEY}title"),
            year=int(year) if year.isdecimal() else None,
            scope=get(f"{_KEY}scope") or done,
            order=get(f"{_KEY}order") or fresh.order,
            **checks,
        )

    def _connect(self) -> None:
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(DELAY_MS)
        self._redraw.timeout.connect(self._draw)
        for line in (self._title, self._name):
            line.textChanged.connect(self._redraw.start)
        for box in (self._template, self._year, self._order):
            box.currentIndexChanged.connect(self._redraw.start)
        self._scopes.idToggled.connect(self._redraw.start)
        for check in self._checks.values():
            check.toggled.connect(self._redraw.start)
        self._office_button.clicked.connect(self._edit_office)
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
        self._choose.clicked.connect(self._choose_folder)
        for other in (
            self._office_button,
            self._show_notices,
            self._cancel,
            self._choose,
            self._print,
            self._pdf,
        ):
            other.setAutoDefault(False)

    # -- what is chosen -------------------------------------------------------------------------

    def options(self) -> Options:
        """What is chosen now."""
        checks: dict[str, Any] = {name: box.isChecked() for name, box in self._checks.items()}
        return Options(
            template=self._template.currentData(),
            title=" ".join(self._title.text().split()),
            year=self._year.currentData(),
            scope=SCOPES[self._scopes.checkedId()][0],
            order=self._order.currentData(),
            **checks,
        )

    def changed_settings(self) -> dict[str, str]:
        """The settings of the dossier that differ from what it holds: the office, and the choices for next time."""
        chosen = self.options()
        wanted = {**self._office, "office.name": " ".join(self._name.text().split())}
        for name in ("title", "scope", "order"):
            wanted[f"{_KEY}{name}"] = getattr(chosen, name)
        wanted[f"{_KEY}year"] = str(chosen.year or "")
        wanted |= {f"{_KEY}{name}": _flag(getattr(chosen, name)) for name, _ in CHECKS}
        return {k: v for k, v in wanted.items() if v != self._dossier.setting(k)}

    def _setting(self, key: str) -> str:
        return self._office.get(key, self._dossier.setting(key))

    # -- acts -----------------------------------------------------------------------------------

    @Slot()
    def _draw(self) -> None:
        options = self.options()
        try:
            made = briefing.prepare(self._dossier, options, self.changed_settings())
        except UserError as error:
            self._preview.show_pages(ReportPages(()))
            self._more.setText(str(error))
            self._more.setVisible(True)
            return
        self._show_target(options)
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

    @Slot()
    def _edit_office(self) -> None:
        values = {field.key: self._setting(field.key) for field in OFFICE_FIELDS}
        values["office.name"] = " ".join(self._name.text().split())
        dialog = OfficeDialog(values, self)
        dialog.saved.connect(self._take_office)
        dialog.open()

    @Slot(object)
    def _take_office(self, changed: dict[str, str]) -> None:
        self._office |= changed
        self._name.setText(changed.get("office.name", self._name.text()))
        self._redraw.start()

    def _show_target(self, options: Options) -> None:
        target = self.folder / briefing.file_name(options)
        for label, text in ((self._target, target.name), (self._place, str(target.parent))):
            label.setText(text)
            label.setToolTip(str(target))

    @Slot()
    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Thư mục lưu báo cáo"), str(self.folder)
        )
        if name:
            self.folder = Path(name)
            self._show_target(self.options())

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
        self.print_requested.emit(self.options(), self.changed_settings())

    @Slot()
    def _ask_pdf(self) -> None:
        self.pdf_requested.emit(self.options(), self.changed_settings())

    @Slot()
    def _ask_export(self) -> None:
        self.export_requested.emit(self.options(), self.changed_settings())


def _flag(value: bool) -> str:
    return "1" if value else "0"


def _item(notice: Notice) -> QListWidgetItem:
    item = QListWidgetItem(str(notice))
    item.setToolTip(str(notice))
    item.setData(Qt.ItemDataRole.UserRole, [list(ref) for ref in notice.refs])
    return item
