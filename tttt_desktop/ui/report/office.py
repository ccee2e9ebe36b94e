"""Thông tin cơ quan: what the heading, the signature and the recipients of a report are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.reporting.office import FORMER
from tttt_desktop.services import office
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.annotations.growing import GrowingText
from tttt_desktop.ui.report.former_names import FormerNames
from tttt_desktop.ui.widgets import DIALOG_MARGINS, caption, open_at_size, save_or_leave

Box = QLineEdit | GrowingText | FormerNames


@dataclass(frozen=True, slots=True)
class OfficeField:
    """One line of the form; `key` is the dossier's setting, `long` means one name a line.

    `shared`: the same for every kind of report.
    """

    key: str
    label: str
    example: str
    long: bool = False
    shared: bool = False


OFFICE_FIELDS = (
    OfficeField("office.parent", "Cơ quan chủ quản", "Ví dụ: UBND tỉnh Quảng Trị", shared=True),
    OfficeField("office.name", "Cơ quan ban hành", "Ví dụ: Sở Khoa học và Công nghệ", shared=True),
    OfficeField(
        "office.former",
        "Tên cũ",
        "Báo cáo có ngày trước đó mang tên cũ",
        shared=True,
    ),
    OfficeField("office.place", "Địa danh", "Ví dụ: Quảng Trị", shared=True),
    OfficeField("office.symbol", "Ký hiệu", "Ví dụ: BC-SKHCN"),
    OfficeField("office.number", "Số văn bản", "Để trống nếu chưa lấy số"),
    OfficeField("office.date", "Ngày ký", "Ví dụ: 06/01/2026, để trống nếu chưa ký"),
    OfficeField("office.addressee", "Kính gửi", "Mỗi nơi một dòng", long=True),
    OfficeField("office.signer_authority", "Quyền hạn ký", "Ví dụ: KT. GIÁM ĐỐC"),
    OfficeField("office.signer_title", "Chức vụ người ký", "Ví dụ: PHÓ GIÁM ĐỐC"),
    OfficeField("office.signer_name", "Họ tên người ký", "Không ghi học hàm, học vị"),
    OfficeField("office.recipients", "Nơi nhận", "Mỗi nơi một dòng", long=True),
    OfficeField("office.archive", "Lưu", "Ví dụ: VT, VP"),
)


def office_values(dossier: Dossier) -> dict[str, str]:
    """What the dossier says of the office, for every kind of report and for each."""
    everyone = ("", *(key for key, _ in office.kinds(dossier)))
    keys = (office.key_of(field.key, kind) for kind in everyone for field in OFFICE_FIELDS)
    return {key: dossier.setting(key) for key in keys}


class OfficeDialog(QDialog):
    """A form over OFFICE_FIELDS. `saved` carries the settings that changed, by key."""

    saved = Signal(object)

    def __init__(
        self,
        values: Mapping[str, str],
        parent: QWidget | None = None,
        kinds: Sequence[tuple[str, str]] = (),
    ) -> None:
        """`kinds`: key and name of the kinds of reports that may say something of their own."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Thông tin cơ quan"))
        open_at_size(self, 740, 690)
        self._values, self._typed = dict(values), dict(values)
        self._kinds, self._kind = QComboBox(self), ""
        self._boxes = {field.key: self._box(field) for field in OFFICE_FIELDS}
        self._form, self._note = QFormLayout(), QLabel(self)
        self._build(kinds)
        self._say_blank()
        self._kinds.currentIndexChanged.connect(self._change_kind)

    def _build(self, kinds: Sequence[tuple[str, str]]) -> None:
        self._kinds.addItem(self.tr("Dùng cho mọi báo cáo"), "")
        for key, label in kinds:
            self._kinds.addItem(self.tr("Riêng mẫu “{name}”").format(name=label), key)
        self._kinds.setAccessibleName(self.tr("Dùng cho"))
        self._kinds.setVisible(bool(kinds))
        sheet = QWidget(self)
        sheet.setLayout(self._form)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(6)
        for field in OFFICE_FIELDS:
            self._form.addRow(caption(self.tr(field.label)), self._boxes[field.key])
        area = QScrollArea(self)  # a screen may be lower than the form
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(sheet)
        self._note.setProperty("role", "meta")
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        column.addWidget(self._kinds)
        column.addWidget(area, 1)
        column.addWidget(self._note)
        column.addWidget(save_or_leave(self, self._save))

    def show_field(self, key: str, kind: str = "") -> None:
        """Put the keyboard into one field, by its setting; where a kind of report says that of its own, into its own."""
        if self._typed.get(office.key_of(key, kind)):
            self._kinds.setCurrentIndex(max(0, self._kinds.findData(kind)))
        box = self._boxes.get(key)
        if box is not None:
            box.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _change_kind(self) -> None:
        """Show what one kind of report says of its own; an empty box there says what all say."""
        self._typed |= self._shown()
        self._kind = self._kinds.currentData()
        self._say_blank()
        for row, field in enumerate(OFFICE_FIELDS):
            self._form.setRowVisible(row, not (self._kind and field.shared))
            common = "; ".join(self._typed.get(field.key, "").split("\n"))
            example = self.tr("Như mọi báo cáo: {value}").format(value=common)
            box = self._boxes[field.key]
            if not isinstance(box, FormerNames):
                box.setPlaceholderText(example if self._kind and common else self.tr(field.example))
            _put(box, self._typed.get(office.key_of(field.key, self._kind), ""))

    def _say_blank(self) -> None:
        """What an empty box means."""
        own = self.tr("Ô để trống thì theo thông tin dùng cho mọi báo cáo.")
        blank = self.tr("Ô để trống thì trong báo cáo cũng để trống, để điền khi ký.")
        self._note.setText(own if self._kind else blank)

    def _shown(self) -> dict[str, str]:
        """What the boxes say, by the settings that they stand for now."""
        return {
            office.key_of(field.key, self._kind): _text(self._boxes[field.key])
            for field in OFFICE_FIELDS
            if not (self._kind and field.shared)
        }

    def _box(self, field: OfficeField) -> Box:
        box = FormerNames(self) if field.key == FORMER else self._text_box(field)
        _put(box, self._values.get(field.key, ""))
        box.setAccessibleName(self.tr(field.label))
        box.setObjectName(field.key)
        return box

    def _text_box(self, field: OfficeField) -> QLineEdit | GrowingText:
        box: QLineEdit | GrowingText
        if field.long:
            box = GrowingText(self, most_lines=4)
            box.setProperty("role", "field")
            box.setViewportMargins(4, 0, 4, 0)  # text begins where it begins in a line
        else:
            box = QLineEdit(self)
        box.setPlaceholderText(self.tr(field.example))
        return box

    @Slot()
    def _save(self) -> None:
        now = self._typed | self._shown()
        self.saved.emit({k: v for k, v in now.items() if v != self._values.get(k, "")})
        self.accept()


def _put(box: Box, text: str) -> None:
    if isinstance(box, FormerNames):
        box.set_names(text)
    elif isinstance(box, QLineEdit):
        box.setText(text)
        box.setCursorPosition(0)
    else:
        box.setPlainText(text)


def _text(box: Box) -> str:
    if isinstance(box, FormerNames):
        return box.names()
    text = box.text() if isinstance(box, QLineEdit) else box.toPlainText()
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())
