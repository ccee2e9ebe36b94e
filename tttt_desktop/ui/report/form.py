"""What goes into a report: the left side of "Lập báo cáo Word"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.records import ArticleFilter
from tttt_desktop.services import briefing
from tttt_desktop.services.briefing import Options
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.report.office import OFFICE_FIELDS, OfficeDialog
from tttt_desktop.ui.widgets import ElidedLabel, button, number

ORDERS = (("field", "Lĩnh vực"), ("province", "Tỉnh"), ("article", "Bài viết"))
SCOPES = (("done", "Bài đã xong"), ("all", "Tất cả bài có đánh dấu"))
CHECKS = (
    ("sources", "Ghi nguồn sau mỗi ý"),
    ("task_table", "Bảng nhiệm vụ"),
    ("quotes", "Kèm trích nguyên văn"),
    ("figures", "Phụ lục số liệu"),
)
_CHOSEN = len(SCOPES)  # the choice below them: the articles chosen in the list
_WIDTH = 400
_LINE = 26  # pixels, of a choice and of the caption beside it
_KEY = "report."


class ReportForm(QWidget):
    """Options of the report and the name of the office; filled with what was chosen last time."""

    changed = Signal()

    def __init__(
        self, dossier: Dossier, folder: Path, parent: QWidget, articles: Sequence[int] = ()
    ) -> None:
        """`articles`: those that were chosen in the list; the report is of them unless the person says otherwise."""
        super().__init__(parent)
        self._dossier, self._articles = dossier, tuple(articles)
        self.folder = folder  # where the report will lie
        self._office: dict[str, str] = {}
        self._template, self._year, self._order = QComboBox(), QComboBox(), QComboBox()
        self._title, self._name = QLineEdit(self), QLineEdit(self)
        self._scopes = QButtonGroup(self)
        self._checks = {name: QCheckBox(self.tr(label), self) for name, label in CHECKS}
        self._target, self._place = ElidedLabel(), ElidedLabel(px=12)
        self._choose = button(self.tr("Chọn thư mục…"), "link")
        self._build()
        self._fill()
        self._connect()
        self._show_target()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setFixedWidth(_WIDTH)
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
        form = QVBoxLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addLayout(grid)
        form.addStretch(1)

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
        labels = [self.tr(label) for _, label in SCOPES]
        if self._articles:
            chosen = self.tr("Bài đang chọn ({count})")
            labels.append(chosen.format(count=number(len(self._articles))))
        for at, label in enumerate(labels):
            choice = QRadioButton(label, self)
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
        last_year = None if self._articles else last.year
        self._year.setCurrentIndex(max(0, self._year.findData(last_year)))
        self._order.setCurrentIndex(max(0, self._order.findData(last.order)))
        last_scope = 0 if last.scope == "done" else 1
        self._scopes.button(_CHOSEN if self._articles else last_scope).setChecked(True)
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
        for line in (self._title, self._name):
            line.textChanged.connect(self._change)
        for box in (self._template, self._year, self._order):
            box.currentIndexChanged.connect(self._change)
        self._scopes.idToggled.connect(self._change)
        for check in self._checks.values():
            check.toggled.connect(self._change)
        self._office_button.clicked.connect(self._edit_office)
        self._choose.clicked.connect(self._choose_folder)
        for other in (self._office_button, self._choose):
            other.setAutoDefault(False)

    @Slot()
    def _change(self) -> None:
        self._show_target()
        self.changed.emit()

    # -- what is chosen -------------------------------------------------------------------------

    def options(self) -> Options:
        """What is chosen now."""
        checks: dict[str, Any] = {name: box.isChecked() for name, box in self._checks.items()}
        return Options(
            template=self._template.currentData(),
            title=" ".join(self._title.text().split()),
            year=self._year.currentData(),
            scope=self._scope(),
            order=self._order.currentData(),
            articles=self._articles if self._scopes.checkedId() == _CHOSEN else (),
            **checks,
        )

    def _scope(self) -> str:
        """The one that is chosen, or was the last time while the report is of chosen articles."""
        at = self._scopes.checkedId()
        return self._remembered().scope if at == _CHOSEN else SCOPES[at][0]

    def changed_settings(self) -> dict[str, str]:
        """The settings of the dossier that differ from what it holds: the office, and the choices for next time."""
        chosen = self.options()
        wanted = {**self._office, "office.name": " ".join(self._name.text().split())}
        for name in ("title", "scope", "order"):
            wanted[f"{_KEY}{name}"] = getattr(chosen, name)
        if not chosen.articles:
            wanted[f"{_KEY}year"] = str(chosen.year or "")
        wanted |= {f"{_KEY}{name}": _flag(getattr(chosen, name)) for name, _ in CHECKS}
        return {k: v for k, v in wanted.items() if v != self._dossier.setting(k)}

    def _setting(self, key: str) -> str:
        return self._office.get(key, self._dossier.setting(key))

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
        self.changed.emit()

    def target(self) -> Path:
        """Where the report will lie."""
        return self.folder / briefing.file_name(self._dossier, self.options())

    def _show_target(self) -> None:
        target = self.target()
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
            self._show_target()


def _flag(value: bool) -> str:
    return "1" if value else "0"
