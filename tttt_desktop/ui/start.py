"""What stands in an empty window: one sentence, the place to drop files, three steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.ui import theme
from tttt_desktop.ui.widgets import Keycap, button, dropped_files

RECENT_SHOWN = 4
_WIDTH, _NAME_WIDTH = 680, 300


class StartPage(QScrollArea):
    """Files may be dropped anywhere on it."""

    import_requested = Signal()
    sample_requested = Signal()
    paste_requested = Signal()
    recent_requested = Signal(str)  # path of a dossier
    files_dropped = Signal(list)  # paths

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Bắt đầu"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()
        self.setFocusProxy(self.import_button)

    def _build(self) -> None:
        page = QWidget()
        self._column = QVBoxLayout()
        self._column.setSpacing(22)
        self._column.addWidget(
            _label(self.tr("Tổng kết kết quả, tồn tại và nhiệm vụ trong một buổi"), 19, 600)
        )
        self._column.addWidget(self._make_zone())
        self._column.addLayout(self._make_choices())
        self._column.addWidget(_Steps())
        outer = QGridLayout(page)
        outer.setContentsMargins(24, 16, 24, 24)
        outer.addLayout(self._column, 1, 1)
        for edge in (0, 2):
            outer.setRowStretch(edge, 2 + edge // 2)
            outer.setColumnStretch(edge, 1)
        outer.setColumnMinimumWidth(1, _WIDTH)
        self.setWidget(page)

    def _make_zone(self) -> DropZone:
        self.zone = DropZone()
        text = _label(
            self.tr("Kéo thả tệp .txt .docx .html .pdf vào đây, hoặc dán bài bằng Ctrl+V"), 15
        )
        self.import_button = button(self.tr("Nhập bài viết…"), "primary", "import")
        self.import_button.setProperty("large", True)
        self.import_button.clicked.connect(self.import_requested)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.import_button)
        row.addWidget(Keycap("Ctrl+O"))
        row.addStretch(1)
        column = QVBoxLayout(self.zone)
        column.setContentsMargins(24, 30, 24, 30)
        column.setSpacing(18)
        column.addWidget(text)
        column.addLayout(row)
        return self.zone

    def _make_choices(self) -> QHBoxLayout:
        self.sample_button = button(self.tr("Mở hồ sơ mẫu"), "", "sample")
        self.sample_button.clicked.connect(self.sample_requested)
        self._recent_title = QLabel(self.tr("Mở gần đây:"))
        self._recent_title.setProperty("role", "meta")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addStretch()
        row.addWidget(self.sample_button, 0, top)
        row.addStretch(1)
        self._choices = row
        self._recent_title.setMinimumHeight(30)
        row.addWidget(self._recent_title, 0, top)
        row.addLayout(self._recent)
        return row

    # -- filling --------------------------------------------------------------------------------

    def set_sample_count(self, count: int) -> None:
        """How many articles the sample dossier has."""
        text = self.tr("Mở hồ sơ mẫu ({count} bài)").format(count=count)
        self.sample_button.setText(text)
        self.sample_button.setAccessibleName(text)

    def set_recent(self, paths: Sequence[str]) -> None:
        """The dossiers opened lately, newest first; those that are gone are left out."""
        while (item := self._recent.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        found = [path for path in paths if Path(path).is_file()][:RECENT_SHOWN]
        for path in found:
            self._recent.addWidget(self._recent_button(path))
        self._recent.addStretch(1)
        self._recent_title.setVisible(bool(found))
        self._choices.setStretch(0, int(not found))  # alone it stands in the middle

    def _recent_button(self, path: str) -> QPushButton:
        name = QFontMetrics(theme.ui_font(13)).elidedText(
            Path(path).name, Qt.TextElideMode.ElideMiddle, _NAME_WIDTH
        )
        when = days_ago(datetime.fromtimestamp(Path(path).stat().st_mtime).date(), date.today())
        made = button(f"{name} · {when}".replace("&", "&&"), "link", tip=path)
        made.setAccessibleName(f"{Path(path).name}, {when}")
        made.clicked.connect(lambda: self.recent_requested.emit(path))
        return made

    # -- the person -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_requested.emit()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self.zone.set_over(True)

    def dragMoveEvent(self, event: QDragEnterEvent) -> None:  # type: ignore[override]
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.zone.set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.zone.set_over(False)
        event.acceptProposedAction()
        self.files_dropped.emit(dropped_files(event.mimeData()))


class DropZone(QWidget):
    """A dashed frame that lights up while files hang over it."""

    def __init__(self) -> None:
        super().__init__()
        self._over = False
        theme.notifier().themed.connect(self.update)

    def set_over(self, over: bool) -> None:
        """Files hang over the window, or no longer."""
        self._over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = theme.tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self._over else 1.5
        edge = colours.accent if self._over else colours.control_border
        pen = QPen(edge, width)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(colours.list_selection if self._over else colours.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


class _Steps(QWidget):
    """1 Nhập bài → 2 Enter để nhận, Delete để bỏ → 3 F9 ra báo cáo Word."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addStretch(1)
        steps: tuple[tuple[str | Keycap, ...], ...] = (
            (self.tr("Nhập bài"),),
            (Keycap("Enter"), self.tr("để nhận,"), Keycap("Delete"), self.tr("để bỏ")),
            (Keycap("F9"), self.tr("ra báo cáo Word")),
        )
        for at, step in enumerate(steps, 1):
            if at > 1:
                row.addWidget(_hint("→"))
            number = _hint(str(at))
            number.setFont(theme.ui_font(13, 600))
            row.addWidget(number)
            for part in step:
                row.addWidget(part if isinstance(part, Keycap) else _hint(part))
        row.addStretch(1)


def days_ago(day: date, today: date) -> str:
    """ "hôm nay", "hôm qua", else the date."""
    words = {0: "hôm nay", 1: "hôm qua"}
    return words.get((today - day).days, f"{day:%d/%m/%Y}")


def _label(text: str, px: int, weight: int = 400) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.ui_font(px, weight))
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label


def _hint(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "label")
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return label
