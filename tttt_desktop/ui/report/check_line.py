"""What the check before handing in came to, in one line below the pages, and the list that it folds out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from tttt_desktop.domain.errors import UserError
from tttt_desktop.services.briefing import Briefing, Options, Stock
from tttt_desktop.services.preflight import Preflight
from tttt_desktop.ui.report.checking import Checking
from tttt_desktop.ui.report.preflight import PreflightPane
from tttt_desktop.ui.widgets import button, set_look


class CheckLine(QWidget):
    """Checks what it is given while it is on screen. `pane` is the list, to be put where there is room for it."""

    found = Signal()  # the list has been filled

    def __init__(self, stock: Stock, parent: QWidget) -> None:
        super().__init__(parent)
        self._checking = Checking(stock, self)
        self._unchecked: tuple[Briefing, Options, Path] | None = None  # while it is not on screen
        self._summary = QLabel(self)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._fold = button(self.tr("Xem"), "link")
        self._fold.hide()
        self.pane = PreflightPane(self)
        self.pane.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._summary)
        row.addWidget(self._fold)
        self._fold.clicked.connect(self._toggle)
        self._checking.answered.connect(self._tell)

    @property
    def in_turn(self) -> QWidget:
        """What F6 reaches: the list, or the button that folds it out."""
        return self._fold if self.pane.isHidden() else self.pane

    def begin(self, made: Briefing, options: Options, target: Path) -> None:
        """Check this report, which is to be written to `target`, as soon as this is on screen."""
        if not self.isVisible():
            self._unchecked = made, options, target
            return
        self._checking.begin(made, options, target)
        self._say(self.tr("Đang kiểm tra…"), "meta")

    def stop(self) -> None:
        """The report is another one by now; what was found last is still to be seen."""
        self._unchecked = None
        self._checking.stop()

    def end(self) -> None:
        """Check nothing more: it will not be on screen again."""
        self._unchecked = None
        self._checking.end()

    def clear(self) -> None:
        """There is no report to check."""
        self.stop()
        self._say("", "meta")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unchecked is not None:
            waiting, self._unchecked = self._unchecked, None
            self.begin(*waiting)

    def hideEvent(self, event: QHideEvent) -> None:
        self._checking.stop()
        super().hideEvent(event)

    @Slot(object)
    def _tell(self, found: Preflight | UserError) -> None:
        if isinstance(found, UserError):
            self._say(self.tr("Chưa kiểm tra được. {why}").format(why=found.message), "warn")
            return
        self.pane.show_result(found)
        self._fold.show()
        self.found.emit()
        tone = "error" if found.faults else "warn" if found.sense else "meta"
        self._say(found.summary, tone)

    def _say(self, text: str, role: str) -> None:
        self._summary.setText(text)
        set_look(self._summary, "role", role)

    @Slot()
    def _toggle(self) -> None:
        shown = self.pane.isHidden()
        self.pane.setVisible(shown)
        self._fold.setText(self.tr("Ẩn") if shown else self.tr("Xem"))
        if shown:
            self.pane.setFocus()
