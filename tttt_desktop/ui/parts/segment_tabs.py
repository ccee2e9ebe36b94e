"""A row of words of which one is chosen: the states above the article list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from tttt_desktop.ui import theme
from tttt_desktop.ui.widgets import number


@dataclass(frozen=True, slots=True)
class Segment:
    """One tab: `short` replaces the label where the full words do not fit; `count` None shows no number."""

    key: str
    label: str
    short: str = ""
    count: int | None = None

    def text(self, short: bool) -> str:
        """What stands on the tab."""
        word = self.short if short and self.short else self.label
        return word if self.count is None else f"{word} {number(self.count)}"


class SegmentTabs(QWidget):
    """A row of words of which one is chosen, underlined in the accent colour. Arrow keys move the choice."""

    chosen = Signal(str)  # by the user

    def __init__(self, segments: Sequence[Segment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._tabs: dict[str, _Tab] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for segment in segments:
            tab = _Tab(segment)
            self._tabs[segment.key] = tab
            self._group.addButton(tab)
            row.addWidget(tab)
        row.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)
        self.set_current(segments[0].key)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def current(self) -> str:
        """Key of the chosen tab."""
        return next(key for key, tab in self._tabs.items() if tab.isChecked())

    def set_current(self, key: str) -> None:
        """Choose a tab without saying so."""
        self._tabs[key].setChecked(True)

    def set_counts(self, counts: dict[str, int]) -> None:
        """Numbers behind the words, by key."""
        for key, count in counts.items():
            tab = self._tabs[key]
            tab.set_segment(replace(tab.segment, count=count))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The roomiest of: wide gaps, narrow gaps, short words."""
        tabs = self._tabs.values()
        for gap, short in ((14, False), (11, False), (8, False), (12, True), (8, True), (4, True)):
            for tab in tabs:
                tab.set_fit(gap, short)
            if sum(tab.sizeHint().width() for tab in tabs) <= self.width():
                return

    @Slot(QAbstractButton)
    def _clicked(self, clicked: QAbstractButton) -> None:
        assert isinstance(clicked, _Tab)
        self.chosen.emit(clicked.segment.key)


class _Tab(QPushButton):
    def __init__(self, segment: Segment) -> None:
        super().__init__()
        self._gap, self._short = 14, False
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a screen reader then says that it is one of several
        self.setAutoDefault(True)
        self.setProperty("role", "segment")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_segment(segment)

    def set_segment(self, segment: Segment) -> None:
        self.segment = segment
        self.setAccessibleName(segment.text(short=False))
        self.setText(segment.text(self._short))
        self.updateGeometry()

    def set_fit(self, gap: int, short: bool) -> None:
        self._gap, self._short = gap, short
        self.setText(self.segment.text(short))
        self.updateGeometry()

    def _face(self) -> QFont:
        return theme.ui_font(12, 600 if self.isChecked() else 400)

    def sizeHint(self) -> QSize:
        advance = QFontMetricsF(self._face()).horizontalAdvance(self.text())
        return QSize(round(advance + self._gap), 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = theme.tokens(), QPainter(self)
        on = self.isChecked()
        painter.setFont(self._face())
        painter.setPen(
            colours.accent if on else colours.text if self.underMouse() else colours.text2
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if on:
            painter.fillRect(QRect(0, self.height() - 2, self.width(), 2), colours.accent)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colours.accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
