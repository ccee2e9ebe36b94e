"""Above the table: the two years, how many tasks and how they stand, search, filter with its chips, the three faces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tttt_desktop.domain.following import Mention
from tttt_desktop.domain.tallies import Tally
from tttt_desktop.domain.task_filter import TaskFilter
from tttt_desktop.ui.following.conditions import (
    PROPOSALS,
    SECTIONS,
    Counts,
    chosen_values,
    label,
    with_value,
)
from tttt_desktop.ui.following.popover import ConditionsPopover
from tttt_desktop.ui.parts.filter_chip import FilterChip
from tttt_desktop.ui.parts.flow_layout import FlowLayout
from tttt_desktop.ui.parts.segment_tabs import Segment, SegmentTabs
from tttt_desktop.ui.widgets import SearchBox, button, number

LIST, COUNTS, CALENDAR = "list", "counts", "calendar"
_FACES = (
    Segment(LIST, "Danh sách"),
    Segment(COUNTS, "Bảng đếm"),
    Segment(CALENDAR, "Lịch tháng"),
)
_YEAR_WIDTH = 76
_LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
_PAUSE_MS = 120  # between a letter of the search and the new table


class Bar(QWidget):
    """`years_changed`: other tasks or other results are wanted; `filter_changed`: the same, other conditions."""

    years_changed = Signal()
    filter_changed = Signal()
    face_chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = TaskFilter()
        self._counts: Callable[[TaskFilter], Counts] = lambda _: {}
        self._year, self._against = QComboBox(self), QComboBox(self)
        self.search = SearchBox(self.tr("Tìm nhiệm vụ (Ctrl+F)"), self)
        self.filter_button = button(self.tr("Lọc"), icon="filter", tip=self.tr("Lọc nhiệm vụ"))
        self.faces = SegmentTabs([replace(one, label=self.tr(one.label)) for one in _FACES])
        self._summary = QLabel(self)
        self._chips = QWidget(self)
        self._chip_row = FlowLayout(self._chips)
        self.popover = ConditionsPopover(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setProperty("role", "label")
        self._summary.setMinimumHeight(28)
        self.search.setFixedWidth(160)
        self.filter_button.setAccessibleName(self.tr("Lọc nhiệm vụ"))
        years, tools = QWidget(self), QWidget(self)
        row = QHBoxLayout(years)
        for text, box in (
            (self.tr("Nhiệm vụ giao năm"), self._year),
            (self.tr("đối chiếu kết quả năm"), self._against),
        ):
            row.addWidget(self._caption(text, box))
            row.addWidget(box)
        line = QHBoxLayout(tools)
        for part in (self.search, self.filter_button, self._sized_faces()):
            line.addWidget(part)
        for layout in (row, line):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(6)
        flow_home = QWidget(self)
        flow = FlowLayout(flow_home, gap=8)
        for group in (years, self._summary, tools):
            flow.addWidget(group)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(flow_home)
        column.addWidget(self._chips)
        self._chips.hide()

    def _sized_faces(self) -> SegmentTabs:
        self.faces.setFixedWidth(226)
        self.faces.setAccessibleName(self.tr("Cách xem nhiệm vụ"))
        return self.faces

    def _caption(self, text: str, box: QComboBox) -> QLabel:
        made = QLabel(text, self)
        made.setProperty("role", "label")
        made.setBuddy(box)
        box.setAccessibleName(text)
        box.setFixedWidth(_YEAR_WIDTH)
        return made

    def _connect(self) -> None:
        self._year.activated.connect(self._year_chosen)
        self._against.activated.connect(self.years_changed)
        self._pause.timeout.connect(self._take_query)
        self.search.textChanged.connect(self._pause.start)
        self.search.installEventFilter(self)
        self.filter_button.clicked.connect(self.open_filter)
        self.popover.changed.connect(self.set_filter)
        self.popover.cleared.connect(self.clear)
        self.faces.chosen.connect(self.face_chosen)

    # -- the years ------------------------------------------------------------------------------

    @property
    def year(self) -> int | None:
        """The year whose tasks are shown; None where there are no tasks at all."""
        chosen = self._year.currentData()
        return int(chosen) if chosen else None

    @property
    def years(self) -> list[int]:
        """The years that are offered."""
        return [self._year.itemData(at) for at in range(self._year.count())]

    @property
    def later(self) -> int:
        """How many years after that the results are of: 0 or 1."""
        return max(0, self._against.currentIndex())

    def set_years(self, years: Sequence[tuple[int, int]], wanted: int | None, later: int) -> None:
        """Offer the years that have tasks; `wanted` is chosen where it is among them, else the newest."""
        self._year.clear()
        for year, count in years:
            self._year.addItem(str(year), year)
            tip = self.tr("{count} nhiệm vụ").format(count=number(count))
            self._year.setItemData(self._year.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self._year.setCurrentIndex(max(0, self._year.findData(wanted)) if years else -1)
        for box in (self._year, self._against):
            box.setEnabled(bool(years))
        self._offer_results(later)

    def _offer_results(self, later: int) -> None:
        self._against.clear()
        year = self.year
        for one in (year, year + 1) if year is not None else ():
            self._against.addItem(str(one), one)
        self._against.setCurrentIndex(later if year is not None else -1)

    @Slot()
    def _year_chosen(self) -> None:
        self._offer_results(self.later)
        self.years_changed.emit()

    # -- the conditions -------------------------------------------------------------------------

    @property
    def filter(self) -> TaskFilter:
        """The conditions in force."""
        return self._filter

    def set_counts(self, counts: Callable[[TaskFilter], Counts]) -> None:
        """Where the numbers beside the values come from."""
        self._counts = counts

    @Slot(object)
    def set_filter(self, wanted: TaskFilter) -> None:
        """Make this the filter, as if the person had put it together."""
        self._pause.stop()
        changed, self._filter = wanted != self._filter, wanted
        if self.search.text() != wanted.query:
            self.search.blockSignals(True)
            self.search.setText(wanted.query)
            self.search.blockSignals(False)
        self._show_chips()
        if self.popover.isVisible():
            self.popover.show_filter(wanted)
        if changed:
            self.filter_changed.emit()

    @Slot()
    def clear(self) -> None:
        """Show all tasks again."""
        self.set_filter(TaskFilter())

    @Slot()
    def _take_query(self) -> None:
        self._pause.stop()
        self.set_filter(replace(self._filter, query=self.search.text()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and arrow down go on to the tasks, Esc empties the search."""
        if watched is self.search and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() in _LEAVING:
                self._take_query()
                self.left.emit()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def open_filter(self) -> None:
        """Show the conditions under the button; pressed again it takes them away."""
        if self.popover.just_left:
            return
        below = QPoint(0, self.filter_button.height() + 4)
        self.popover.open_at(self.filter_button.mapToGlobal(below), self._filter, self._counts)

    def _show_chips(self) -> None:
        while (item := self._chip_row.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        for section, _ in (*SECTIONS, (PROPOSALS, "")):
            chosen = ("",) if section == PROPOSALS and self._filter.with_proposals else ()
            for value in chosen if section == PROPOSALS else chosen_values(self._filter, section):
                without = with_value(self._filter, section, value, on=False)
                chip = FilterChip(label(section, value), without)
                chip.removed.connect(self.set_filter)
                self._chip_row.addWidget(chip)
        self._chips.setVisible(self._chip_row.count() > 0)

    # -- the numbers ----------------------------------------------------------------------------

    def show_summary(self, shown: Tally, proposals: int | None) -> None:
        """ "47 nhiệm vụ: 21 có kết quả · 6 có tồn tại · 20 chưa thấy nhắc lại"; None while matches are looked for."""
        words = {
            Mention.RESULT: self.tr("{count} có kết quả"),
            Mention.SHORTCOMING: self.tr("{count} có tồn tại"),
            Mention.REPEATED: self.tr("{count} được nhắc lại"),
            Mention.NONE: self.tr("{count} chưa thấy nhắc lại"),
        }
        parts = [
            words[mention].format(count=number(shown.mentions.get(mention, 0)))
            for mention in Mention
            if mention is not Mention.REPEATED or shown.mentions.get(mention)
        ]
        said = self.tr("{count} nhiệm vụ").format(count=number(shown.given))
        said = f"{said}: {' · '.join(parts)}" if shown.given else said
        if proposals is None:
            said += self.tr(" · đang tìm…")
        elif proposals:
            said += self.tr(" · {count} gợi ý").format(count=number(proposals))
        self._summary.setText(said)
        self._summary.setAccessibleName(said)
        self._summary.updateGeometry()
