"""The head of the import review: how far reading has come, a way to stop it, and which rows to show."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from tttt_desktop.ui.parts.segment_tabs import Segment, SegmentTabs
from tttt_desktop.ui.review.rows import Shown, Tally
from tttt_desktop.ui.widgets import ElidedLabel, button, number

_TABS = (
    Segment(Shown.ALL, "Tất cả"),
    Segment(Shown.SUGGESTED, "Có gợi ý", "Gợi ý"),
    Segment(Shown.DOUBLE, "Trùng"),
    Segment(Shown.REFUSED, "Bị từ chối", "Từ chối"),
)


class ReviewHead(QWidget):
    """`stop_requested` while files are read; `shown_chosen` names a kind of rows."""

    stop_requested = Signal()
    shown_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._heading = ElidedLabel(self.tr("Đang đọc tệp…"), px=15, weight=600)
        self._current = ElidedLabel()
        self._current.setProperty("role", "meta")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setMaximumWidth(220)
        self._bar.setAccessibleName(self.tr("Tiến độ đọc tệp"))
        self._stop = button(self.tr("Dừng"), tip=self.tr("Dừng đọc, giữ những bài đã đọc xong"))
        self._stop.setAccessibleName(self.tr("Dừng"))
        self._stop.setAutoDefault(False)
        keeps = self._stop.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # what is below does not jump when reading ends
        self._stop.setSizePolicy(keeps)
        self._stop.clicked.connect(self._ask_stop)
        self._tabs = SegmentTabs(_TABS)
        self._tabs.chosen.connect(self.shown_chosen)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._heading, 2)
        line.addWidget(self._bar, 1)
        line.addWidget(self._current, 2)
        line.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._tabs)

    @Slot()
    def _ask_stop(self) -> None:
        self._stop.setEnabled(False)
        self._current.setText(self.tr("Đang dừng…"))
        self.stop_requested.emit()

    def show_progress(self, done: int, total: int, name: str) -> None:
        """`done` of `total` files are read, the last one being `name`."""
        self._heading.setText(self.tr("Nhập {total} bài").format(total=number(total)))
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        if self._stop.isEnabled():
            said = self.tr("{done}/{total}  Đang đọc: {name}")
            text = said.format(done=number(done), total=number(total), name=name)
            self._current.setText(text)

    def end(self) -> None:
        """Reading is over."""
        for widget in (self._bar, self._current, self._stop):
            widget.hide()

    def show_tally(self, tally: Tally, *, reading: bool) -> None:
        """Show the numbers; the sentence of the heading stands once reading is over."""
        counts = (tally.total, tally.suggested, tally.doubles, tally.refused)
        self._tabs.set_counts(dict(zip(map(str, Shown), counts, strict=True)))
        if not reading:
            self._heading.setText(self._summary(tally))

    def _summary(self, tally: Tally) -> str:
        if not tally.total:
            return self.tr("Không có bài nào để nhập.")
        parts = [self.tr("Đã đọc {count} tệp").format(count=number(tally.total))]
        if tally.doubles:
            parts.append(self.tr("{count} bài trùng").format(count=number(tally.doubles)))
        if tally.refused:
            parts.append(self.tr("{count} tệp không đọc được").format(count=number(tally.refused)))
        return " · ".join(parts)
