"""The counts a leader asks for, by giver, lead agency, field or province; each number leads to its tasks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tttt_desktop.domain.following import Mention, State
from tttt_desktop.domain.tallies import Tallies, Tally
from tttt_desktop.domain.text import fold
from tttt_desktop.ui import theme
from tttt_desktop.ui.widgets import button, number

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
GROUPINGS = (
    ("giver", "Người giao"),
    ("lead", "Chủ trì"),
    ("field", "Lĩnh vực"),
    ("province", "Tỉnh"),
)
_ROOT = QModelIndex()
_ROW, _NUMBER, _PAD = 30, 84, 5
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Number:
    """A column of numbers: its title and what is counted; both None counts all."""

    title: str
    state: State | None = None
    mention: Mention | None = None

    def of(self, group: Tally) -> int:
        """The number of a group."""
        if self.state is not None:
            return group.count(self.state)
        if self.mention is not None:
            return group.mentions.get(self.mention, 0)
        return group.given


NUMBERS = (
    Number("Được giao"),
    Number("Hoàn thành\nđúng hạn", State.DONE_IN_TIME),
    Number("Hoàn thành\nquá hạn", State.DONE_LATE),
    Number("Hoàn thành\nchưa rõ hạn", State.DONE),
    Number("Đang\nthực hiện", State.UNDER_WAY),
    Number("Chưa\nthực hiện", State.NOT_STARTED),
    Number("Quá hạn", State.OVERDUE),
    Number("Không còn\nphù hợp", State.DROPPED),
    Number("Chưa thấy\nnhắc lại", mention=Mention.NONE),
)


class CountModel(QAbstractTableModel):
    """The first row is the sum, then a row a group."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tallies: Tallies | None = None
        self._groups: list[Tally] = []
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        self.first = ""

    def show(self, tallies: Tallies, first: str) -> None:
        """Show other numbers; `first` is the title of the column of groups."""
        self.beginResetModel()
        self._tallies, self._groups, self.first = tallies, list(tallies.groups), first
        self._arrange()
        self.endResetModel()

    def group(self, row: int) -> Tally | None:
        """The group in a row; None is the sum of all."""
        return self._groups[row - 1] if 0 < row <= len(self._groups) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or self._tallies is None else 1 + len(self._groups)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 1 + len(NUMBERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == ROLE.DisplayRole:
            return self.tr(NUMBERS[section - 1].title) if section else self.first
        if role == ROLE.TextAlignmentRole and section:
            return _RIGHT
        if role == ROLE.FontRole:
            return theme.ui_font(12)
        return None

    def count(self, row: int, column: int) -> int:
        """The number in a cell behind the first column."""
        assert self._tallies is not None
        return NUMBERS[column - 1].of(self.group(row) or self._tallies.total)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        if not index.isValid() or self._tallies is None:
            return None
        row, column = index.row(), index.column()
        if role == ROLE.DisplayRole:
            return self.words(row, column)
        if role == ROLE.TextAlignmentRole and column:
            return _RIGHT
        if role == ROLE.FontRole:
            return theme.ui_font(13, 600) if row == 0 else None
        if role == ROLE.ForegroundRole and column:
            return self._ink(row, column)
        if role == ROLE.ToolTipRole and column and self.count(row, column):
            return self.tr("Bấm để xem các nhiệm vụ này trong danh sách")
        return None

    def words(self, row: int, column: int) -> str:
        """What stands in a cell; no task is a dash."""
        if column:
            count = self.count(row, column)
            return number(count) if count else "–"
        group = self.group(row)
        assert self._tallies is not None
        return self._tallies.title(group) if group is not None else self.tr("Tất cả")

    def _ink(self, row: int, column: int) -> object:
        colours = theme.tokens()
        if not self.count(row, column):
            return colours.text3
        return colours.error if NUMBERS[column - 1].state is State.OVERDUE else colours.accent

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; -1 by name, as they were counted. The sum stays first."""
        self.layoutAboutToBeChanged.emit()
        self._sorted = (column, order)
        self._arrange()
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        column, order = self._sorted
        down = order is Qt.SortOrder.DescendingOrder
        if self._tallies is None:
            return
        self._groups = list(self._tallies.groups)
        if column > 0:
            self._groups.sort(key=NUMBERS[column - 1].of, reverse=down)
        elif column == 0:
            self._groups.sort(key=lambda group: fold(group.value), reverse=down)

    def as_table(self) -> str:
        """All of it as lines with tabs, which a spreadsheet or Word takes as a table."""
        heads = [self.first, *(self.tr(one.title).replace("\n", " ") for one in NUMBERS)]
        lines = [
            [self.words(row, 0), *(str(self.count(row, at)) for at in range(1, len(NUMBERS) + 1))]
            for row in range(self.rowCount())
        ]
        return "\n".join("\t".join(line) for line in [heads, *lines])


class _Roomy(QStyledItemDelegate):
    """Words and numbers stand below their headings, which are further from the edges than Qt's cells."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.tokens().list_selection)
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        super().paint(painter, inner, index)


class CountTable(QTableView):
    """Enter or a click on a number asks for its tasks, Ctrl+C copies the whole table."""

    asked = Signal(int, int)  # row and column
    copy_asked = Signal()

    def __init__(self, model: CountModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Roomy(self))
        self.setAccessibleName(self.tr("Bảng đếm nhiệm vụ"))
        self.setProperty("role", "list")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(40)
        head.setMinimumHeight(44)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for column in range(1, len(NUMBERS) + 1):
            self.setColumnWidth(column, _NUMBER)
        self.clicked.connect(self._ask)

    @Slot(QModelIndex)
    def _ask(self, index: QModelIndex) -> None:
        self.asked.emit(index.row(), index.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._ask(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


class Counts(QWidget):
    """`asked` carries the group (a Tally, None for all) and the column whose tasks are wanted."""

    asked = Signal(object, object)
    regrouped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = CountModel(self)
        self.table = CountTable(self._model, self)
        self._by = QComboBox(self)
        self._copy = button(
            self.tr("Sao chép bảng"),
            icon="copy",
            tip=self.tr("Sao chép cả bảng để dán vào Word hoặc Excel (Ctrl+C)"),
        )
        self._build()

    def _build(self) -> None:
        for key, label in GROUPINGS:
            self._by.addItem(self.tr(label), key)
        caption = QLabel(self.tr("Đếm theo"), self)
        caption.setProperty("role", "label")
        caption.setBuddy(self._by)
        self._by.setAccessibleName(caption.text())
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 4)
        head.setSpacing(6)
        head.addWidget(caption)
        head.addWidget(self._by)
        head.addStretch(1)
        head.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self._by.activated.connect(self.regrouped)
        self._copy.clicked.connect(self.copy)
        self.table.copy_asked.connect(self.copy)
        self.table.asked.connect(self._tell)
        theme.notifier().themed.connect(self.table.viewport().update)

    @property
    def by(self) -> str:
        """What is counted by, one of the domain's GROUPINGS."""
        return str(self._by.currentData())

    def set_by(self, key: str) -> None:
        """Choose a grouping without saying so."""
        self._by.setCurrentIndex(max(0, self._by.findData(key)))

    def show_tallies(self, count: Callable[[str], Tallies]) -> None:
        """Count by what is chosen, and show it; the keyboard stays where it is."""
        at = self.table.currentIndex()
        self._model.show(count(self.by), self._by.currentText())
        row = min(max(0, at.row()), self._model.rowCount() - 1)
        self.table.setCurrentIndex(self._model.index(row, max(0, at.column())))

    @Slot(int, int)
    def _tell(self, row: int, column: int) -> None:
        if not column:
            self.asked.emit(self._model.group(row), NUMBERS[0])
        elif self._model.count(row, column):
            self.asked.emit(self._model.group(row), NUMBERS[column - 1])

    @Slot()
    def copy(self) -> None:
        """The table on the clipboard."""
        QGuiApplication.clipboard().setText(self._model.as_table())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 120)
