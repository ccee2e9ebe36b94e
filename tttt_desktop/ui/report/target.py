"""Lưu vào in the form of a report: the name of the file, and its folder with the button that changes it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tttt_desktop.ui.widgets import ElidedLabel, button


class Target(QWidget):
    """Shows where the report will lie; `folder` is where."""

    changed = Signal()  # another folder

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.folder = folder
        self._name, self._place = ElidedLabel(), ElidedLabel(px=12)
        self.button: QPushButton = button(self.tr("Chọn thư mục…"), "link")
        self._build()

    def _build(self) -> None:
        self._place.setProperty("role", "meta")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._place, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addSpacing(5)
        column.addWidget(self._name)
        column.addLayout(row)

    def show_path(self, path: Path) -> None:
        """Tell where the report will lie."""
        for label, text in ((self._name, path.name), (self._place, str(path.parent))):
            label.setText(text)
            label.setToolTip(str(path))

    @Slot()
    def _choose(self) -> None:
        title = self.tr("Thư mục lưu báo cáo")
        name = QFileDialog.getExistingDirectory(self, title, str(self.folder))
        if name:
            self.folder = Path(name)
            self.changed.emit()
