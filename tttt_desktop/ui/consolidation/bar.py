"""Above the list: how the lines are grouped, which are shown, how many there are and how many may say the same."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from tttt_desktop.domain.records import Kind
from tttt_desktop.ui import theme
from tttt_desktop.ui.parts.flow_layout import FlowLayout
from tttt_desktop.ui.widgets import SearchBox, button, number

GROUPINGS = (
    ("field", "Lĩnh vực"),
    ("province", "Tỉnh"),
    ("year", "Năm"),
    ("giver", "Người giao"),
    ("article", "Bài viết"),
)
_PAUSE_MS = 120  # between a letter of the search and the new list


class Bar(QWidget):
    """`changed`: the list is to be shown anew. The search is told a moment after the last letter."""

    changed = Signal()
    offers_requested = Signal(bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._grouping, self._year = QComboBox(self), QComboBox(self)
        self._kinds: dict[Kind, QPushButton] = {}
        self.search = SearchBox(self.tr("Tìm trong các dòng (Ctrl+F)"), self)
        self._counts = QLabel(self)
        self._offers = button(self.tr("Xem nhóm trùng"))
        self._pause = QTimer(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        for key, label in GROUPINGS:
            self._grouping.addItem(self.tr(label), key)
        for kind in Kind:
            self._kinds[kind] = self._kind_button(kind)
        self.search.setFixedWidth(220)
        self._counts.setTextFormat(Qt.TextFormat.PlainText)
        self._counts.setProperty("role", "label")
        self._offers.setCheckable(True)
        flow = FlowLayout(self, gap=8)
        flow.setContentsMargins(0, 0, 0, 0)
        for part in (
            self._labelled(self.tr("Nhóm theo:"), self._grouping),
            self._labelled(self.tr("Năm"), self._year),
            self._labelled(self.tr("Loại"), *self._kinds.values()),
            self.search,
            self._counts_and_button(),
        ):
            flow.addWidget(part)

    def _kind_button(self, kind: Kind) -> QPushButton:
        made = QPushButton(self)
        made.setCheckable(True)
        made.setChecked(True)
        made.setAutoDefault(True)
        made.setIcon(QIcon(theme.icon(kind.value, kind.value)))
        made.setIconSize(QSize(16, 16))
        made.setFixedWidth(34)
        made.setToolTip(self.tr(theme.KIND_LONG_LABEL[kind]))
        made.setAccessibleName(self.tr(theme.KIND_LONG_LABEL[kind]))
        return made

    def _labelled(self, text: str, *boxes: QWidget) -> QWidget:
        group = QWidget(self)
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(6 if len(boxes) == 1 else 3)
        label = QLabel(text, group)
        label.setProperty("role", "label")
        row.addWidget(label)
        for box in boxes:
            row.addWidget(box)
            if isinstance(box, QComboBox):
                label.setBuddy(box)
                box.setAccessibleName(text.rstrip(":"))
                box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return group

    def _counts_and_button(self) -> QWidget:
        group = QWidget(self)
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._counts)
        row.addWidget(self._offers)
        return group

    def _connect(self) -> None:
        self._grouping.activated.connect(self.changed)
        self._year.activated.connect(self.changed)
        for made in self._kinds.values():
            made.toggled.connect(self.changed)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.search.textChanged.connect(self._pause.start)
        self.search.returnPressed.connect(self.left)
        self._offers.toggled.connect(self.offers_requested)

    @property
    def grouping(self) -> str:
        """What the lines are grouped by, one of GROUPINGS."""
        return str(self._grouping.currentData())

    def set_grouping(self, key: str) -> None:
        """Choose a grouping without saying so."""
        self._grouping.setCurrentIndex(max(0, self._grouping.findData(key)))

    @property
    def year(self) -> int | None:
        """The year that is shown, None for all."""
        chosen = self._year.currentData()
        return int(chosen) if chosen else None

    @property
    def kinds(self) -> set[Kind]:
        """The kinds that are shown."""
        return {kind for kind, made in self._kinds.items() if made.isChecked()}

    @property
    def query(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    @property
    def narrows(self) -> bool:
        """Whether anything is kept out of the list."""
        return bool(self.query) or self.year is not None or len(self.kinds) < len(Kind)

    def set_years(self, years: Sequence[int]) -> None:
        """Offer these years; the chosen one stays while it is among them."""
        known = [self._year.itemData(at) for at in range(self._year.count())]
        if known == [None, *years]:
            return
        chosen = self.year
        self._year.clear()
        self._year.addItem(self.tr("Tất cả"), None)
        for year in years:
            self._year.addItem(str(year), year)
        self._year.setCurrentIndex(max(0, self._year.findData(chosen)))

    def show_counts(self, lines: int, offers: int | None) -> None:
        """ "331 mục · 12 nhóm có thể trùng"; None while the groups are still looked for."""
        said = self.tr("{count} mục").format(count=number(lines))
        if offers is None:
            said += self.tr(" · đang tìm nhóm trùng…")
        elif offers:
            said += self.tr(" · {count} nhóm có thể trùng").format(count=number(offers))
        self._counts.setText(said)
        self._offers.setEnabled(bool(offers) or self._offers.isChecked())
        self._offers.setToolTip("" if offers else self.tr("Chưa thấy nhóm nào có thể trùng."))

    @Slot()
    def clear(self) -> None:
        """Show all lines again."""
        self.search.clear()
        self._year.setCurrentIndex(0)
        for made in self._kinds.values():
            made.setChecked(True)
        self._pause.stop()
        self.changed.emit()

    def set_offers(self, shown: bool) -> None:
        """Press or release the button without saying so."""
        self._offers.blockSignals(True)
        self._offers.setChecked(shown)
        self._offers.blockSignals(False)
