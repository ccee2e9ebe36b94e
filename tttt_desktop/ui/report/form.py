"""What goes into a report: the left side of "Lập báo cáo Word"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.reporting.catalogue import Year
from tttt_desktop.services import briefing, templates
from tttt_desktop.services.briefing import Options
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.annotations.growing import GrowingText
from tttt_desktop.ui.report import choices
from tttt_desktop.ui.report.office_line import OfficeLine
from tttt_desktop.ui.report.parts import Parts
from tttt_desktop.ui.report.target import Target
from tttt_desktop.ui.widgets import number

ORDERS = (("field", "Lĩnh vực"), ("province", "Tỉnh"), ("article", "Bài viết"))
SCOPES = (("done", "Bài đã xong"), ("all", "Tất cả bài có đánh dấu"))
NOTES = (
    ("", "Tự chọn theo số nguồn"),
    ("footnotes", "Chú thích cuối trang"),
    ("numbers", "Số trong ngoặc [1]"),
)
_CHOSEN = len(SCOPES)  # the choice below them: the articles chosen in the list
_WIDTH = 400
_LINE = 26  # pixels, of a choice and of the caption beside it


class ReportForm(QScrollArea):
    """Options of the report and the name of the office; filled with what was chosen last time for each template."""

    changed = Signal()

    def __init__(
        self, dossier: Dossier, folder: Path, parent: QWidget, articles: Sequence[int] = ()
    ) -> None:
        """`articles`: those that were chosen in the list; the report is of them unless the person says otherwise."""
        super().__init__(parent)
        self._dossier, self._articles = dossier, tuple(articles)
        self._offered = {one.key: one for one in templates.offered(dossier)}
        self._left: dict[str, Options] = {}  # what was chosen before another template
        self._template, self._year, self._order = QComboBox(), QComboBox(), QComboBox()
        self._notes, self._title = QComboBox(), QLineEdit(self)
        self.office = OfficeLine(dossier, self)
        self._scopes = QButtonGroup(self)
        self._parts = Parts(self)
        self._proposals = GrowingText(self, most_lines=4)
        self._target = Target(folder, self)
        self._rows: dict[str, tuple[QLabel, QWidget]] = {}
        self._build()
        self._fill()
        self._connect()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setFixedWidth(_WIDTH)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = QWidget(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (key, label, box) in enumerate(self._labelled()):
            self._rows[key] = self._caption(label, box), box
            grid.addWidget(self._rows[key][0], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(box, row, 1)
        form = QVBoxLayout(sheet)
        form.setContentsMargins(0, 0, 0, 0)
        form.addLayout(grid)
        form.addStretch(1)
        self.setWidget(sheet)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """From above to below, as the rows stand."""
        in_turn: tuple[QWidget, ...] = (
            self._template, self._title, *self.office.in_turn, self._year, *self._scopes.buttons(),
            self._order, *self._parts.in_turn, self._notes, self._proposals, self._target.button,
        )  # fmt: skip
        for before, after in pairwise(in_turn):
            self.setTabOrder(before, after)
        self._template.setFocus()  # Enter there writes the report

    def _caption(self, label: str, box: QWidget) -> QLabel:
        caption = QLabel(label, self)
        caption.setProperty("role", "label")
        caption.setMinimumHeight(_LINE)
        if not box.layout():
            caption.setBuddy(box)
            box.setAccessibleName(label)
        if isinstance(box, QComboBox | QLineEdit):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return caption

    def _labelled(self) -> tuple[tuple[str, str, QWidget], ...]:
        return (
            ("template", self.tr("Mẫu"), self._template),
            ("title", self.tr("Tên báo cáo"), self._title),
            ("office", self.tr("Cơ quan"), self.office),
            ("year", self.tr("Năm"), self._year),
            ("scope", self.tr("Phạm vi"), self._build_scope()),
            ("order", self.tr("Sắp theo"), self._order),
            ("parts", self.tr("Nội dung"), self._parts),
            ("notes", self.tr("Nguồn"), self._notes),
            ("proposals", self.tr("Đề xuất"), self._build_proposals()),
            ("target", self.tr("Lưu vào"), self._target),
        )

    def _build_scope(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
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
        return box

    def _build_proposals(self) -> QWidget:
        self._proposals.setProperty("role", "field")
        self._proposals.setViewportMargins(4, 0, 4, 0)
        self._proposals.setPlaceholderText(
            self.tr("Mỗi dòng một ý; “UBND tỉnh: …” xếp theo nơi nhận")
        )
        return self._proposals

    # -- filling --------------------------------------------------------------------------------

    def _fill(self) -> None:
        for one in self._offered.values():
            self._template.addItem(one.name, one.key)
        for key, label in ORDERS:
            self._order.addItem(self.tr(label), key)
        for key, label in NOTES:
            self._notes.addItem(self.tr(label), key)
        self._title.setPlaceholderText(self.tr("Chương trình đặt tên theo năm và nội dung"))
        last = self._dossier.setting(choices.LAST, "briefing")
        self._template.setCurrentIndex(max(0, self._template.findData(last)))
        self._show_template()

    def _show_template(self) -> None:
        """Offer what the template heeds, as it was chosen the last time."""
        key = self._template.currentData()
        template = self._offered[key].base
        last = self._left.get(key) or choices.remembered(self._dossier, key, template)
        if self._articles and key not in self._left:
            last = replace(last, year=choices.year_of(self._dossier, template, self._articles))
        self._offer_years(template.year, choices.years(self._dossier, template))
        for name in ("order", "notes", "proposals"):
            for widget in self._rows[name]:
                widget.setVisible(name in template.choices)
        self._parts.offer(template.choices)
        self._take(last)

    def _offer_years(self, meaning: Year, years: Sequence[int]) -> None:
        self._year.clear()
        if meaning is Year.LISTED or not years:
            self._year.addItem(self.tr("Tất cả các năm"), None)
        for year in years:
            self._year.addItem(str(year), year)

    def _take(self, last: Options) -> None:
        self._title.setText(last.title)
        self._year.setCurrentIndex(max(0, self._year.findData(last.year)))
        self._order.setCurrentIndex(max(0, self._order.findData(last.order)))
        self._notes.setCurrentIndex(max(0, self._notes.findData(last.notes)))
        self._proposals.setPlainText(last.proposals)
        if self._scopes.checkedId() < 0:
            at = _CHOSEN if self._articles else 0 if last.scope == "done" else 1
            self._scopes.button(at).setChecked(True)
        self._parts.take(last)
        self._show_what_follows()

    def _connect(self) -> None:
        self._title.textChanged.connect(self._change)
        self._proposals.textChanged.connect(self._change)
        self._template.currentIndexChanged.connect(self._change_template)
        for box in (self._year, self._order, self._notes):
            box.currentIndexChanged.connect(self._change)
        self._scopes.idToggled.connect(self._change)
        for part in (self._parts, self.office, self._target):
            part.changed.connect(self._change)

    @Slot()
    def _change_template(self) -> None:
        texts = (self._title, self._proposals)
        chosen = (self._year, self._order, self._notes, self._parts)
        blocked = [QSignalBlocker(each) for each in (*texts, *chosen)]
        self._show_template()
        for blocker in blocked:
            blocker.unblock()
        self.changed.emit()

    @Slot()
    def _change(self) -> None:
        self._show_what_follows()
        self.changed.emit()

    def _show_what_follows(self) -> None:
        """What depends on the choices: which others make sense, the name of the office then, the name of the file."""
        chosen = self.options()
        self._left[chosen.template] = chosen
        self._notes.setEnabled(chosen.sources)
        self.office.show_for(chosen)
        self._target.show_path(self.target())

    # -- what is chosen -------------------------------------------------------------------------

    def options(self) -> Options:
        """What is chosen now."""
        return Options(
            template=self._template.currentData(),
            title=" ".join(self._title.text().split()),
            year=self._year.currentData(),
            scope=self._scope(),
            order=self._order.currentData(),
            notes=self._notes.currentData(),
            proposals=self._proposals.toPlainText().strip(),
            articles=self._articles if self._scopes.checkedId() == _CHOSEN else (),
            **self._parts.chosen(),
        )

    def _scope(self) -> str:
        """The one that is chosen, or was the last time while the report is of chosen articles."""
        at = self._scopes.checkedId()
        if at != _CHOSEN:
            return SCOPES[max(0, at)][0]
        key = self._template.currentData()
        return choices.remembered(self._dossier, key, self._offered[key].base).scope

    def changed_settings(self) -> dict[str, str]:
        """The settings of the dossier that differ from what it holds: the office, and the choices for next time."""
        wanted = self.office.settings() | choices.kept(self.options())
        return {key: value for key, value in wanted.items() if value != self._dossier.setting(key)}

    def focus_first(self) -> None:
        """Put the keyboard where a person begins."""
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_setting(self, setting: str) -> None:
        """Lead to what a setting is typed or chosen in: "office.place", "report.title"."""
        kind, _, name = setting.partition(".")
        if kind == "office":
            self.office.edit(setting, self._template.currentData())
            return
        box = self._target.button if name == "folder" else self._rows[name][1]
        self.ensureWidgetVisible(box)
        box.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- where to -------------------------------------------------------------------------------

    def target(self) -> Path:
        """Where the report will lie."""
        return self._target.folder / briefing.file_name(self._dossier, self.options())
