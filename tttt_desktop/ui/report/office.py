"""Thông tin cơ quan: what the heading, the signature and the recipients of a report are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.ui.annotations.growing import GrowingText
from tttt_desktop.ui.widgets import DIALOG_MARGINS, button, caption, open_at_size


@dataclass(frozen=True, slots=True)
class OfficeField:
    """One line of the form; `key` is the dossier's setting, `long` means one name a line."""

    key: str
    label: str
    example: str
    long: bool = False


OFFICE_FIELDS = (
    OfficeField("office.parent", "Cơ quan chủ quản", "Ví dụ: UBND tỉnh Quảng Trị"),
    OfficeField("office.name", "Cơ quan ban hành", "Ví dụ: Sở Thông tin và Truyền thông"),
    OfficeField("office.place", "Địa danh", "Ví dụ: Quảng Trị"),
    OfficeField("office.symbol", "Ký hiệu", "Ví dụ: BC-STTTT"),
    OfficeField("office.number", "Số văn bản", "Để trống nếu chưa lấy số"),
    OfficeField("office.date", "Ngày ký", "Ví dụ: 06/01/2026, để trống nếu chưa ký"),
    OfficeField("office.addressee", "Kính gửi", "Mỗi nơi một dòng", long=True),
    OfficeField("office.signer_authority", "Quyền hạn ký", "Ví dụ: KT. GIÁM ĐỐC"),
    OfficeField("office.signer_title", "Chức vụ người ký", "Ví dụ: PHÓ GIÁM ĐỐC"),
    OfficeField("office.signer_name", "Họ tên người ký", "Không ghi học hàm, học vị"),
    OfficeField("office.recipients", "Nơi nhận", "Mỗi nơi một dòng", long=True),
    OfficeField("office.archive", "Lưu", "Ví dụ: VT, VP"),
)


class OfficeDialog(QDialog):
    """A form over OFFICE_FIELDS. `saved` carries the settings that changed, by key."""

    saved = Signal(object)

    def __init__(self, values: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Thông tin cơ quan"))
        open_at_size(self, 560, 540)
        self._values = dict(values)
        self._boxes: dict[str, QLineEdit | GrowingText] = {}
        sheet = QWidget(self)
        form = QFormLayout(sheet)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(6)
        for field in OFFICE_FIELDS:
            self._boxes[field.key] = box = self._box(field)
            form.addRow(caption(self.tr(field.label)), box)
        area = QScrollArea(self)  # a screen may be lower than the form
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(sheet)
        note = QLabel(self.tr("Ô để trống thì trong báo cáo cũng để trống, để điền khi ký."), self)
        note.setProperty("role", "meta")
        buttons = QDialogButtonBox(self)
        save = button(self.tr("Lưu"), "primary")
        buttons.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        buttons.addButton(self.tr("Huỷ"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        column.addWidget(area, 1)
        column.addWidget(note)
        column.addWidget(buttons)

    def _box(self, field: OfficeField) -> QLineEdit | GrowingText:
        text = self._values.get(field.key, "")
        box: QLineEdit | GrowingText
        if field.long:
            box = GrowingText(self, most_lines=4)
            box.setProperty("role", "field")
            box.setViewportMargins(4, 0, 4, 0)  # text begins where it begins in a line
            box.setPlainText(text)
        else:
            box = QLineEdit(text, self)
            box.setCursorPosition(0)
        box.setPlaceholderText(self.tr(field.example))
        box.setAccessibleName(self.tr(field.label))
        box.setObjectName(field.key)
        return box

    @Slot()
    def _save(self) -> None:
        now = {key: _text(box) for key, box in self._boxes.items()}
        self.saved.emit({k: v for k, v in now.items() if v != self._values.get(k, "")})
        self.accept()


def _text(box: QLineEdit | QPlainTextEdit) -> str:
    text = box.text() if isinstance(box, QLineEdit) else box.toPlainText()
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())
