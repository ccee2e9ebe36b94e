"""Choosing by hand which mark tells what became of a task: a search over the marks of the year."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from tttt_desktop.domain.following import Evidence
from tttt_desktop.domain.records import Kind
from tttt_desktop.domain.text import fold
from tttt_desktop.ui.following.mark_list import MarkList
from tttt_desktop.ui.following.rows import said_where
from tttt_desktop.ui.widgets import (
    DIALOG_MARGINS,
    ElidedLabel,
    SearchBox,
    button,
    number,
    open_at_size,
)

_MOST = 300  # marks shown at once: who looks for one types another word
_ORDER = (Kind.ACHIEVEMENT, Kind.SHORTCOMING, Kind.TASK)


class LinkDialog(QDialog):
    """`chosen` carries the Evidence that was picked."""

    chosen = Signal(object)

    def __init__(
        self, task: str, year: int, marks: Sequence[Evidence], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Gắn kết quả vào nhiệm vụ"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at_size(self, 760, 560)
        by_kind = sorted(marks, key=lambda one: _ORDER.index(one.kind))
        self._all = [(fold(f"{one.text}\n{one.quote}\n{said_where(one)}"), one) for one in by_kind]
        self.search = SearchBox(self.tr("Tìm trong các đánh dấu, có dấu hay không đều được"), self)
        self.list = MarkList(self)
        self._count = QLabel(self)
        self._build(task, year)
        self._narrow()

    def _build(self, task: str, year: int) -> None:
        heading = ElidedLabel(task, lines=2, weight=600)
        self._count.setProperty("role", "meta")
        self._count.setText(str(year))
        self._year = year
        buttons = QDialogButtonBox(self)
        link = button(self.tr("Gắn"), "primary")
        buttons.addButton(link, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Huỷ"), QDialogButtonBox.ButtonRole.RejectRole)
        self._link = link
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(8)
        for part in (heading, self.search, self._count):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        buttons.accepted.connect(self._take_current)
        buttons.rejected.connect(self.reject)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list.chosen.connect(self._take)

    @Slot()
    def _narrow(self) -> None:
        words = fold(self.search.text()).split()
        fitting = [one for text, one in self._all if all(word in text for word in words)]
        self.list.show_marks(fitting[:_MOST])
        self._link.setEnabled(bool(fitting))
        said = self.tr("{count} đánh dấu của các bài nói về năm {year}")
        if not self._all:
            said = self.tr("Chưa có đánh dấu nào của các bài nói về năm {year}.")
        self._count.setText(said.format(count=number(len(fitting)), year=self._year))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while the search is typed in."""
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            moves = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
            if event.key() in moves:
                self.list.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _take_current(self) -> None:
        if self.list.current is not None:
            self._take(self.list.current)

    @Slot(object)
    def _take(self, one: Evidence) -> None:
        self.chosen.emit(one)
        self.accept()
