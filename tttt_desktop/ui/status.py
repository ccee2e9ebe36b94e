"""The status bar: totals of the dossier, size of the text, and when it was last saved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from tttt_desktop.domain.records import Totals
from tttt_desktop.ui.widgets import button, number


class StatusBar(QStatusBar):
    """Silence is calm: no message for success but the time of the last commit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setFixedHeight(24)
        self._articles, self._marks = self._label("Bài viết"), self._label("Đánh dấu")
        self.looking = self._label("Tìm gợi ý")
        self._zoom, self._saved = self._label("Cỡ chữ"), self._label("Trạng thái lưu")
        self.retry = button(self.tr("Thử lại"), "link")
        left: tuple[QWidget, ...] = (self._articles, self._marks, self.looking)
        right: tuple[QWidget, ...] = (self._zoom, self._saved, self.retry)
        for widget in left:
            self.addWidget(widget)
        for widget in right:
            self.addPermanentWidget(widget)
        for widget in (self._articles, self._marks, self.looking, self._saved, self.retry):
            widget.hide()

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", "label")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAccessibleDescription(name)
        return label

    def show_totals(self, totals: Totals | None) -> None:
        """The counts of the dossier; none without one."""
        told = totals is not None and totals.articles > 0
        self._articles.setVisible(told)
        self._marks.setVisible(told)
        if totals is None or not told:
            return
        self._articles.setText(
            self.tr("{n} bài · {done} xong · {reading} đang đọc").format(
                n=number(totals.articles), done=number(totals.done), reading=number(totals.reading)
            )
        )
        said = self.tr("{a} kết quả · {s} tồn tại · {t} nhiệm vụ").format(
            a=number(totals.achievements), s=number(totals.shortcomings), t=number(totals.tasks)
        )
        if totals.plans:
            said += self.tr(" · {p} kế hoạch của đơn vị").format(p=number(totals.plans))
        self._marks.setText(said)

    @Slot(int, int)
    def show_looking(self, done: int, total: int) -> None:
        """How many of the new articles have had their suggestions found; nothing when `total` is 0."""
        self.looking.setVisible(total > 0)
        self.looking.setText(
            self.tr("Đang tìm gợi ý: {done}/{total}").format(done=number(done), total=number(total))
        )

    def show_zoom(self, percent: int) -> None:
        """Size of the text."""
        self._zoom.setText(self.tr("Cỡ chữ {percent} %").format(percent=percent))

    def show_saved(self, at: datetime | None, read_only: bool = False) -> None:
        """ "Đã lưu lúc 14:32", only ever called after the commit has returned."""
        self.retry.hide()
        self._saved.setVisible(read_only or at is not None)
        if read_only:
            self._saved.setText(self.tr("Chỉ đọc"))
        elif at is not None:
            self._saved.setText(self.tr("Đã lưu lúc {time}").format(time=at.strftime("%H:%M")))

    def show_failed(self, message: str) -> None:
        """Saving failed: say so and offer to try again."""
        self._saved.setText(message)
        self._saved.show()
        self.retry.show()
