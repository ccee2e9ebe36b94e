"""Nội dung in the form of a report: what may go in or stay out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from tttt_desktop.services.briefing import Options

CHECKS = (
    ("sources", "Ghi nguồn sau mỗi ý"),
    ("task_table", "Bảng nhiệm vụ"),
    ("quotes", "Kèm trích nguyên văn"),
    ("figures", "Phụ lục số liệu"),
    ("charts", "Biểu đồ số liệu"),
)
_ROOM = 300  # pixels for two beside each other, without the gap between them
_LINE = 26  # pixels


class Parts(QWidget):
    """A box to tick for each part that a template heeds."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._checks = {name: QCheckBox(self.tr(label), self) for name, label in CHECKS}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        for check in self._checks.values():
            check.setMinimumHeight(_LINE)
            check.toggled.connect(self.changed)

    @property
    def in_turn(self) -> tuple[QWidget, ...]:
        """What the keyboard reaches, from above to below."""
        return tuple(self._checks.values())

    def offer(self, heeded: frozenset[str]) -> None:
        """Show those that a template heeds, two in a row where they fit."""
        shown = [check for name, check in self._checks.items() if name in heeded]
        columns = (shown[::2], shown[1::2])
        widths = (max((one.sizeHint().width() for one in each), default=0) for each in columns)
        across = 2 if sum(widths) <= _ROOM else 1
        for check in self._checks.values():
            check.setVisible(check in shown)
        for at, check in enumerate(shown):
            self._grid.addWidget(check, at // across, at % across)

    def take(self, options: Options) -> None:
        """Tick what these options choose."""
        for name, check in self._checks.items():
            check.setChecked(bool(getattr(options, name)))

    def chosen(self) -> dict[str, bool]:
        """Whether each part goes in, by its name among the options."""
        return {name: check.isChecked() for name, check in self._checks.items()}
