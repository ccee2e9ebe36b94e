"""The bar above the figures: what is looked for, and which of them are shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QWidget

from tttt_desktop.domain.text import fold
from tttt_desktop.services.figures import Told
from tttt_desktop.ui.parts.flow_layout import FlowLayout
from tttt_desktop.ui.widgets import SearchBox, button, number

_PAUSE_MS = 120  # between a letter of the search and the new table
_ROW = 30
_LINES, _WIDE = 16, 320  # of an open choice with long names: lines, pixels


class Conditions(QWidget):
    """`changed`: other figures are wanted now."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.search = SearchBox(self.tr("Tìm trong số liệu (Ctrl+F)"), self)
        self.year, self.province = QComboBox(self), QComboBox(self)
        self.field, self.indicator = QComboBox(self), QComboBox(self)
        self.only_notices = QCheckBox(self.tr("Chỉ dòng cần xem"), self)
        self.clear = button(self.tr("Xoá bộ lọc"), "link")
        self._counts = QLabel(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.search.setFixedWidth(220)
        self._counts.setProperty("role", "label")
        for one in (self._counts, self.only_notices, self.clear):
            one.setMinimumHeight(_ROW)
        self.clear.hide()
        flow = FlowLayout(self, gap=10)
        for part in (
            self.search,
            self._labelled(self.tr("Năm"), self.year),
            self._labelled(self.tr("Tỉnh"), self.province),
            self._labelled(self.tr("Lĩnh vực"), self.field),
            self._labelled(self.tr("Chỉ tiêu"), self.indicator),
            self.only_notices,
            self._counts,
            self.clear,
        ):
            flow.addWidget(part)

    def _labelled(self, text: str, box: QComboBox) -> QWidget:
        group = QWidget(self)
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        label = QLabel(text, group)
        label.setProperty("role", "label")
        label.setBuddy(box)
        box.setAccessibleName(text)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.addItem(self.tr("Tất cả"), "")
        box.setMinimumContentsLength(6 if box is self.year else 10)
        box.setMaxVisibleItems(_LINES)
        if box in (self.field, self.indicator):
            box.view().setMinimumWidth(_WIDE)
        row.addWidget(label)
        row.addWidget(box)
        return group

    @property
    def _boxes(self) -> tuple[QComboBox, ...]:
        return (self.year, self.province, self.field, self.indicator)

    def _connect(self) -> None:
        self._pause.timeout.connect(self.changed)
        self.search.textChanged.connect(self._pause.start)
        for box in self._boxes:
            box.activated.connect(self.changed)
        self.only_notices.toggled.connect(self.changed)
        self.clear.clicked.connect(self.reset)

    def offer(self, told: Sequence[Told]) -> None:
        """Offer what these figures can be chosen by, keeping what is chosen where it is still there."""
        years = sorted({one.year for one in told if one.year}, reverse=True)
        _fill(self.year, [(str(year), str(year)) for year in years])
        for box, found in (
            (self.province, {one.passage.province for one in told}),
            (self.field, {one.passage.field for one in told}),
        ):
            _fill(box, [(name, name) for name in sorted(found, key=fold) if name])

    def offer_indicators(self, indicators: Sequence[tuple[str, str]]) -> None:
        """Offer these indicators, each with its key."""
        _fill(self.indicator, indicators)

    def only_indicator(self, told: Told) -> None:
        """Show only figures that tell the indicator of this one."""
        key = told.subject[0]
        if self.indicator.findData(key) < 0:
            self.indicator.addItem(told.figure.indicator, key)
        self.indicator.setCurrentIndex(self.indicator.findData(key))
        self.changed.emit()

    @property
    def active(self) -> bool:
        """Whether anything is left out."""
        chosen = any(box.currentData() for box in self._boxes)
        return chosen or self.only_notices.isChecked() or bool(self.search.text().strip())

    def fitting(self, told: Sequence[Told]) -> list[Told]:
        """Those that fit all conditions."""
        words = fold(self.search.text()).split()
        year, province, field, indicator = (box.currentData() for box in self._boxes)
        only = self.only_notices.isChecked()
        return [
            one
            for one in told
            if (not year or str(one.year) == year)
            and (not province or one.passage.province == province)
            and (not field or one.passage.field == field)
            and (not indicator or one.subject[0] == indicator)
            and (not only or one.notice)
            and all(word in one.folded for word in words)
        ]

    def count(self, total: int, shown: Sequence[Told]) -> None:
        """Say how many are shown of how many there are."""
        if not total:
            text = self.tr("Chưa có số liệu nào trong các đánh dấu.")
        elif not shown:
            text = self.tr("Không có số liệu nào khớp.")
        else:
            text = self.tr("{count} số liệu").format(count=number(len(shown)))
            apart = sum(bool(one.others) for one in shown)
            bare = sum(one.lacks_unit for one in shown)
            if apart:
                text += self.tr(" · {count} số lệch nhau").format(count=number(apart))
            if bare:
                text += self.tr(" · {count} thiếu đơn vị").format(count=number(bare))
        self._counts.setText(text)
        self.clear.setVisible(self.active)

    @Slot()
    def reset(self) -> None:
        """Show all again."""
        blockers = [QSignalBlocker(one) for one in (self.search, self.only_notices)]
        self.search.clear()
        self.only_notices.setChecked(False)
        for box in self._boxes:
            box.setCurrentIndex(0)
        del blockers
        self.changed.emit()


def _fill(box: QComboBox, values: Sequence[tuple[str, str]]) -> None:
    """Fill a choice with labels and what they stand for, keeping what was chosen where it is still there."""
    known = [(box.itemText(at), box.itemData(at)) for at in range(1, box.count())]
    if known == [*values]:
        return
    every, chosen = box.itemText(0), box.currentData()
    box.clear()
    box.addItem(every, "")
    for label, value in values:
        box.addItem(label, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
