"""The quick guide: a short text of our own, shown inside the program so that it works offline."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from tttt_desktop.paths import resource


class GuideDialog(QDialog):
    """Shows resources/help/huong-dan.txt."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Hướng dẫn nhanh"))
        self.resize(640, 560)
        text = QPlainTextEdit((resource("help") / "huong-dan.txt").read_text(encoding="utf-8"))
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Hướng dẫn nhanh"))
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Đóng"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addWidget(buttons)
