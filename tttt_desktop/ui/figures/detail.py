"""Below the figures: the sentence of the current one, what other articles say, and how it goes over the years."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from tttt_desktop.domain.consolidation import Passage
from tttt_desktop.services.figures import Told
from tttt_desktop.ui.figures.chart import SeriesChart
from tttt_desktop.ui.widgets import button


class Detail(QWidget):
    """`opened`: the person wants to read on at a passage. `chart_wanted`: the chart is to become a picture."""

    opened = Signal(object)
    chart_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._told: Told | None = None
        self._notice, self._quotes = QLabel(self), QPlainTextEdit(self)
        self.read_on = button(self.tr("Mở câu gốc"), "link", "open")
        self._read_other = button(self.tr("Mở câu của nguồn kia"), "link", "open")
        self._save = button(self.tr("Lưu biểu đồ…"), "link")
        self.chart = SeriesChart(self)
        self._build()
        self.read_on.clicked.connect(self._open)
        self._read_other.clicked.connect(self._open_other)
        self._save.clicked.connect(self.chart_wanted)

    def _build(self) -> None:
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._notice.setTextFormat(Qt.TextFormat.PlainText)
        self._notice.setWordWrap(True)
        self._notice.setProperty("role", "warn")
        self._quotes.setAccessibleName(self.tr("Câu gốc"))
        self._quotes.setReadOnly(True)
        self._quotes.setTabChangesFocus(True)
        self._quotes.setFrameShape(QFrame.Shape.NoFrame)
        self._quotes.document().setDocumentMargin(0)
        self._quotes.viewport().setAutoFillBackground(False)
        buttons = QHBoxLayout()
        for one in (self.read_on, self._read_other, self._save):
            buttons.addWidget(one)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._notice)
        words.addWidget(self._quotes, 1)
        words.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self.chart)

    def show_told(self, told: Told | None, series: Sequence[Told]) -> None:
        """Show a figure with its years, or nothing."""
        self._told = told
        self._notice.setText(told.notice if told else "")
        self._notice.setVisible(bool(told and told.notice))
        self._quotes.setPlainText(_sentences(told) if told else "")
        self.read_on.setVisible(told is not None)
        self._read_other.setVisible(bool(told and told.others))
        self.chart.show_series(series)
        self._save.setVisible(bool(self.chart.series))

    @Slot()
    def _open(self) -> None:
        if self._told is not None:
            self.opened.emit(self._told.passage)

    @Slot()
    def _open_other(self) -> None:
        if self._told is not None and self._told.others:
            self.opened.emit(self._told.others[0][0])


def _sentences(told: Told) -> str:
    """The sentence word for word, and those of the articles that say something else, each with where it stands."""
    if not told.others:
        return f"“{told.passage.quote}”"
    passages = dict.fromkeys((told.passage, *(passage for passage, _ in told.others)))
    return "\n".join(f"{_where(one)}: “{one.quote}”" for one in passages)


def _where(passage: Passage) -> str:
    day = f"{passage.published_on:%d/%m/%Y}" if passage.published_on else ""
    return ", ".join(filter(None, (passage.outlet or passage.title, day)))
