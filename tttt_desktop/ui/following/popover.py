"""The popover behind "Lọc": values with their counts, each works as soon as it is ticked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tttt_desktop.domain.task_filter import TaskFilter
from tttt_desktop.ui.following.conditions import (
    PROPOSALS,
    SECTIONS,
    Counts,
    chosen_values,
    has_conditions,
    label,
    with_value,
)
from tttt_desktop.ui.parts.popover import Condition, ConditionTree, Popover
from tttt_desktop.ui.widgets import button

_SIZE = QSize(320, 460)


class ConditionsPopover(Popover):
    """`changed` carries the new filter. No row goes away or moves while it is open."""

    changed = Signal(object)  # TaskFilter
    cleared = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._filter = TaskFilter()
        self._counts: Callable[[TaskFilter], Counts] = lambda _: {}
        self.setAccessibleName(self.tr("Lọc nhiệm vụ"))
        self._clear = button(self.tr("Xoá bộ lọc"), "link")
        self._clear.clicked.connect(self.cleared)
        self._tree = ConditionTree()
        self._tree.ticked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self._tree, 1)

    def open_at(
        self, place: QPoint, wanted: TaskFilter, counts: Callable[[TaskFilter], Counts]
    ) -> None:
        """Show the popover with its top left corner at `place` on the screen, or higher where it would not fit."""
        self._counts = counts
        self._tree.forget()
        self.show_filter(wanted)
        self.show_at(place, _SIZE)
        self._tree.go_to_first()

    def show_filter(self, wanted: TaskFilter) -> None:
        """Tick what the filter says and count again."""
        self._filter = wanted
        self._clear.setEnabled(has_conditions(wanted))
        found = self._counts(wanted)
        waiting = sum(count for _, count in found[PROPOSALS])
        only = ("", label(PROPOSALS, ""), waiting, wanted.with_proposals)
        self._tree.show_section(PROPOSALS, "", [only])
        for section, title in SECTIONS:
            told = self._conditions(section, dict(found[section]))
            self._tree.show_section(section, self.tr(title), told)

    def _conditions(self, section: str, known: dict[str, int]) -> Iterator[Condition]:
        ticked = chosen_values(self._filter, section)
        for value in dict.fromkeys([*self._tree.known(section), *known, *ticked]):
            yield value, label(section, value), known.get(value, 0), value in ticked

    @Slot(str, str, bool)
    def _take(self, section: str, value: str, wanted: bool) -> None:
        self.changed.emit(with_value(self._filter, section, value, wanted))
