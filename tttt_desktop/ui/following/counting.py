"""The table of counts for Qt: a column a number, first the sum of all, then a row a group."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tttt_desktop.domain.following import Mention, State
from tttt_desktop.domain.tallies import Tallies, Tally
from tttt_desktop.domain.text import fold
from tttt_desktop.ui import theme
from tttt_desktop.ui.widgets import number

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
_ROOT = QModelIndex()
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
        if role == ROLE.ToolTipRole and not column:
            return self.words(row, 0)
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
