"""Giới thiệu: which version this is, on what it runs, and that nothing leaves this machine."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tttt_desktop import __version__
from tttt_desktop.faults import log_file
from tttt_desktop.ui import theme
from tttt_desktop.ui.widgets import button

ICON_SIDE = 56


def facts() -> str:
    """What someone who helps will ask for, a line each."""
    found = (
        ("Phiên bản", __version__),
        ("Hệ điều hành", f"{platform.system()} {platform.release()}"),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ("Nhật ký lỗi", str(log_file())),
    )
    return "\n".join(f"{label}: {value}" for label, value in found)


class AboutDialog(QDialog):
    """A few lines, and a button that copies them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Giới thiệu"))
        self.setMinimumWidth(460)
        picture = QLabel(self)
        picture.setPixmap(theme.icon("app", "accent").pixmap(ICON_SIDE, ICON_SIDE))
        name = self._label(self.tr("Hồ sơ tổng kết"))
        name.setFont(theme.ui_font(19, 600))
        lines = QVBoxLayout()
        lines.setSpacing(10)
        lines.addWidget(name)
        lines.addWidget(
            self._label(
                self.tr(
                    "Đọc các bài viết tổng kết, đánh dấu kết quả, tồn tại, nhiệm vụ và lập báo cáo Word."
                )
            )
        )
        lines.addWidget(
            self._label(
                self.tr(
                    "Mọi dữ liệu ở trên máy này. Chương trình không gửi gì đi đâu và không cần mạng."
                )
            )
        )
        found = self._label(facts())
        found.setProperty("role", "meta")
        found.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lines.addWidget(found)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(lines, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 14)
        column.setSpacing(16)
        column.addLayout(top)
        column.addWidget(self._buttons())

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        copy = button(self.tr("Sao chép thông tin"), "", "copy")
        copy.clicked.connect(self._copy)
        copy.setAutoDefault(False)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(self.tr("Đóng"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        close.setFocus()
        buttons.rejected.connect(self.reject)
        return buttons

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(facts())
