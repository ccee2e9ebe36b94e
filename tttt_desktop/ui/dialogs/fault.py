"""The fault dialog: our mistake, nothing lost, and a report for whoever mends it, to be copied or saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.paths import documents_dir
from tttt_desktop.ui import theme
from tttt_desktop.ui.widgets import DIALOG_MARGINS, button, open_at_size

_FILE = "bao-loi-tttt-desktop.txt"


class FaultDialog(QDialog):
    """Says that work can go on, and shows the whole report, so that one sees what it holds."""

    def __init__(self, report: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(self.tr("Chương trình gặp lỗi"))
        open_at_size(self, 560, 400)
        self.said = self._label()
        self._shown = QPlainTextEdit(report, self)
        self._shown.setReadOnly(True)
        self._shown.setTabChangesFocus(True)
        self._shown.setProperty("role", "field")
        self._shown.setAccessibleName(self.tr("Báo lỗi"))
        head = self._label()
        head.setText(self.tr("Chương trình gặp lỗi, nhưng dữ liệu đã lưu vẫn còn nguyên."))
        head.setFont(theme.ui_font(15, 600))
        self.said.setText(
            self.tr(
                "Bạn có thể đóng hộp này và làm tiếp. Nếu lỗi lặp lại, hãy gửi báo lỗi dưới đây cho người hỗ trợ: "
                "nó chỉ ghi chỗ hỏng trong chương trình, không có chữ nào của bài viết."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        for part in (head, self.said, self._shown):
            column.addWidget(part, int(part is self._shown))
        column.addLayout(self._buttons())
        self._close.setFocus()

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _buttons(self) -> QHBoxLayout:
        copy, save = button(self.tr("Sao chép báo lỗi")), button(self.tr("Lưu báo lỗi…"))
        self._close = button(self.tr("Đóng"), "primary")
        copy.clicked.connect(self._copy)
        save.clicked.connect(self._save)
        self._close.clicked.connect(self.accept)
        row = QHBoxLayout()
        for one in (copy, save, self._close):
            row.addWidget(one)
        row.insertStretch(2, 1)
        self._close.setDefault(True)
        return row

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.said.setText(self.tr("Đã sao chép báo lỗi. Hãy dán vào thư gửi người hỗ trợ."))

    @Slot()
    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Lưu báo lỗi"), str(documents_dir() / _FILE), self.tr("Văn bản (*.txt)")
        )
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Write the report, and say where it is or why not."""
        try:
            path.write_text(self._report + "\n", encoding="utf-8")
        except OSError:
            self.said.setText(
                self.tr("Không ghi được tệp này. Hãy chọn thư mục khác, hoặc bấm Sao chép báo lỗi.")
            )
        else:
            self.said.setText(self.tr("Đã lưu báo lỗi: {path}").format(path=path))
