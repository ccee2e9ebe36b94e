"""What was found in a document that is to become a template, before it is kept: shown, named, and corrected."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.own_template import LABELS, Candidate, Place
from tttt_desktop.reporting.catalogue import TEMPLATES
from tttt_desktop.ui import theme
from tttt_desktop.ui.own_template.lines_view import LinesView
from tttt_desktop.ui.parts.named_list import bind
from tttt_desktop.ui.widgets import (
    DIALOG_MARGINS,
    ElidedLabel,
    button,
    caption,
    number,
    open_at_size,
)

_NAME = Qt.ItemDataRole.UserRole


class ReviewDialog(QDialog):
    """A list on the left, the document on the right, name and contents of the template below. `kept`: candidate, name."""

    kept = Signal(object, str)

    def __init__(self, found: Candidate, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        open_at_size(self, 1040, 620)
        self.found = found
        self._said, self._list = QLabel(self), QTreeWidget(self)
        self._name, self._lines = QLineEdit(name, self), LinesView(found.lines, self)
        self._contents = QComboBox(self)
        self._detail = ElidedLabel(lines=3)  # what the list has no room for
        self._cancel, self._save = button(self.tr("Huỷ")), button(self.tr("Lưu mẫu"), "primary")
        self._build()
        self._cancel.clicked.connect(self.reject)
        self._cancel.setAutoDefault(False)
        self._save.clicked.connect(self._keep)
        self._save.setDefault(True)
        self._name.textChanged.connect(self._show_choices)
        self._contents.currentIndexChanged.connect(self._choose_contents)

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the list once it has its looks, so that every row gets the same height."""
        super().showEvent(event)
        if not self._list.topLevelItemCount():
            self._fill()
            first = self._list.topLevelItem(0)
            if first is not None:
                self._list.setCurrentItem(first)

    def _fill(self) -> None:
        """The lines of the list."""
        raise NotImplementedError

    def _build(self) -> None:
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._said.setProperty("role", "meta")
        self._list.setProperty("role", "list")
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._list.header().setStretchLastSection(True)
        self._lines.setFont(theme.ui_font(13))
        self._name.setAccessibleName(self.tr("Tên mẫu"))
        self._name.setPlaceholderText(self.tr("Tên mẫu, ví dụ: Báo cáo tổng kết của Sở"))
        panes = QSplitter(Qt.Orientation.Horizontal, self)
        panes.addWidget(self._list)
        panes.addWidget(self._lines)
        panes.setSizes([430, 580])
        panes.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        column.addWidget(self._said)
        column.addWidget(panes, 1)
        column.addWidget(self._detail)
        column.addLayout(self._build_acts())
        column.addLayout(self._build_end())

    def _build_acts(self) -> QHBoxLayout:
        """What can be done with the current line of the list."""
        return QHBoxLayout()

    def _build_end(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._offer_contents()
        for text, box, stretch in (
            (self.tr("Tên mẫu"), self._name, 1),
            (self.tr("Nội dung lấy từ"), self._contents, 0),
        ):
            label = caption(text)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box, stretch)
        row.addWidget(self._cancel)
        row.addWidget(self._save)
        return row

    def _offer_contents(self) -> None:
        """The templates of the program, that which the document seems to follow chosen."""
        self._contents.setAccessibleName(self.tr("Nội dung lấy từ"))
        self._contents.setToolTip(
            self.tr("Báo cáo theo mẫu này có nội dung của mẫu nào; đề nghị theo tên và bố cục tệp")
        )
        for key, template in TEMPLATES.items():
            self._contents.addItem(template.name, key)
        self._contents.setCurrentIndex(self._contents.findData(self.found.contents))

    @Slot()
    def _choose_contents(self) -> None:
        self.found = replace(self.found, contents=self._contents.currentData())

    @Slot()
    def _show_choices(self) -> None:
        usable = not self.found.problems and bool(self._name.text().strip())
        self._save.setEnabled(usable)

    @Slot()
    def _keep(self) -> None:
        self.kept.emit(self.found, self._name.text())


class FieldsDialog(ReviewDialog):
    """The fields of a signed report; each may be another line, a part of one, or none."""

    def __init__(self, found: Candidate, name: str, parent: QWidget | None = None) -> None:
        self._use = button("", tip="")
        self._none = button("")
        super().__init__(found, name, parent)
        self.setWindowTitle(self.tr("Các trường tìm thấy"))
        self._list.setAccessibleName(self.tr("Các trường"))
        self._list.setHeaderLabels([self.tr("Trường"), self.tr("Tìm thấy")])
        self._use.clicked.connect(self._use_chosen)
        self._none.clicked.connect(self._drop)
        self._list.currentItemChanged.connect(self._show_current)
        bind(self._lines, "Return", self._use_chosen)
        bind(self._list, "Delete", self._drop)

    def _fill(self) -> None:
        for field, label in LABELS.items():
            item = QTreeWidgetItem([self.tr(label), ""])
            item.setData(0, _NAME, field)
            self._list.addTopLevelItem(item)
        self._show()

    def _build_acts(self) -> QHBoxLayout:
        self._use.setText(self.tr("Dùng phần đang chọn"))
        self._use.setToolTip(self.tr("Dùng dòng có con trỏ, hoặc phần chữ đang bôi (Enter)"))
        self._use.setAccessibleName(self._use.text())
        self._none.setText(self.tr("Không có"))
        self._none.setToolTip(self.tr("Mẫu này không có trường ấy (Delete)"))
        self._none.setAccessibleName(self._none.text())
        row = QHBoxLayout()
        row.setSpacing(8)
        for one in (self._use, self._none):
            one.setAutoDefault(False)
            row.addWidget(one)
        row.addStretch(1)
        return row

    def _show(self) -> None:
        """What was found for each field, and how many of them."""
        for at in range(self._list.topLevelItemCount()):
            item = self._list.topLevelItem(at)
            assert item is not None
            said = " / ".join(filter(None, self.found.said(item.data(0, _NAME)).split("\n")))
            item.setText(1, said or self.tr("Không có"))
            item.setToolTip(1, said)
            item.setForeground(1, theme.tokens().text if said else theme.tokens().text3)
        text = self.tr(
            "Tìm thấy {found} trong {all} trường. Bấm một trường để xem chỗ của nó; chỗ nào sai thì bôi đúng chữ "
            "bên phải rồi bấm Dùng phần đang chọn."
        )
        self._said.setText(
            text.format(found=number(len(self.found.fields)), all=number(len(LABELS)))
        )
        self._show_choices()
        self._mark()

    def _current(self) -> str:
        item = self._list.currentItem()
        return str(item.data(0, _NAME)) if item is not None else ""

    def _mark(self) -> None:
        self._lines.show_fields(self.found.fields, self._current())

    @Slot()
    def _show_current(self) -> None:
        self._mark()
        self._lines.go_to(self.found.fields.get(self._current(), ()))
        self._tell()
        self._none.setEnabled(self._current() in self.found.fields)

    def _tell(self) -> None:
        said = " / ".join(filter(None, self.found.said(self._current()).split("\n")))
        self._detail.setText(said)

    @Slot()
    def _use_chosen(self) -> None:
        places = self._lines.chosen()
        if places and self._current():
            self._set(places)
            self._list.setFocus()  # an arrow goes on to the next field

    @Slot()
    def _drop(self) -> None:
        self._set(())

    def _set(self, places: tuple[Place, ...]) -> None:
        fields = {**self.found.fields, self._current(): places}
        ordered = {name: fields[name] for name in LABELS if fields.get(name)}
        self.found = replace(self.found, fields=ordered)
        self._show()
        self._tell()
        self._none.setEnabled(bool(places))


class MarksDialog(ReviewDialog):
    """The marks of a document, or what is wrong with them: then it cannot be kept before that is mended in Word."""

    def __init__(self, found: Candidate, name: str, parent: QWidget | None = None) -> None:
        super().__init__(found, name, parent)
        self.setWindowTitle(self.tr("Các dấu trong mẫu"))
        self._said.setProperty("role", "warn" if found.problems else "meta")
        self._list.currentItemChanged.connect(self._show_current)

    def _fill(self) -> None:
        if self.found.problems:
            self._show_problems()
        else:
            self._show_marks()
        self._show_choices()

    def _show_problems(self) -> None:
        self._list.setAccessibleName(self.tr("Các lỗi"))
        self._list.setHeaderLabels([self.tr("Đoạn"), self.tr("Cần sửa")])
        for one in self.found.problems:
            item = QTreeWidgetItem([number(one.paragraph), one.message])
            item.setToolTip(1, one.message)
            self._list.addTopLevelItem(item)
        text = self.tr("Có {count} chỗ cần sửa. Hãy sửa trong Word, lưu lại rồi thêm mẫu lần nữa.")
        self._said.setText(text.format(count=number(len(self.found.problems))))

    def _show_marks(self) -> None:
        self._list.setAccessibleName(self.tr("Các dấu"))
        self._list.setHeaderLabels([self.tr("Dấu"), self.tr("Số chỗ")])
        for mark in self.found.marks:
            item = QTreeWidgetItem([mark, number(len(self._places(mark)))])
            item.setData(0, _NAME, mark)
            self._list.addTopLevelItem(item)
        text = self.tr("{count} dấu, dấu nào cũng có trong danh mục.")
        self._said.setText(text.format(count=number(len(self.found.marks))))

    def _places(self, mark: str) -> tuple[Place, ...]:
        found = []
        for at, line in enumerate(self.found.lines):
            start = line.find(mark)
            while start >= 0:
                found.append(Place(at, start, start + len(mark)))
                start = line.find(mark, start + 1)
        return tuple(found)

    @Slot()
    def _show_current(self) -> None:
        item = self._list.currentItem()
        if item is None:
            return
        self._detail.setText(item.text(1) if self.found.problems else "")
        if self.found.problems:
            said = item.text(1)
            near = [(one, self._places(one)) for one in self.found.marks if one in said]
            places = near[0][1] if near else ()
        else:
            places = self._places(str(item.data(0, _NAME)))
        every = {mark: self._places(mark) for mark in self.found.marks}
        self._lines.show_fields({**every, "": places}, "")
        self._lines.go_to(places)
