"""The figures as a table: its columns, their order, and what is shown of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from tttt_desktop.domain.text import fold
from tttt_desktop.services.figures import Told
from tttt_desktop.ui import theme

Index = QModelIndex | QPersistentModelIndex
VALUE, YEAR = 1, 5
# title, width in pixels, what stands in it
COLUMNS: tuple[tuple[str, int, Callable[[Told], str]], ...] = (
    ("Chỉ tiêu", 240, lambda one: one.figure.indicator),
    ("Giá trị", 96, lambda one: one.shown),
    ("Đơn vị", 96, lambda one: one.figure.unit),
    ("Tăng/giảm", 110, lambda one: one.figure.change),
    ("So với", 120, lambda one: one.figure.compared),
    ("Năm", 56, lambda one: str(one.year or "")),
    ("Tỉnh", 110, lambda one: one.passage.province),
    ("Câu gốc", 320, lambda one: one.passage.quote),
)
ROLE = Qt.ItemDataRole
_ROOT = QModelIndex()


class FigureModel(QAbstractTableModel):
    """Rows are `Told`; a row that asks to be looked at has a sign, a colour and a tooltip that says why."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Told] = []
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)

    def show(self, rows: Sequence[Told]) -> None:
        """Show other rows, in the order that was chosen."""
        self.beginResetModel()
        self._rows = list(rows)
        self._arrange()
        self.endResetModel()

    def told(self, row: int) -> Told | None:
        """What stands in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, told: Told) -> int:
        """Where a figure stands now, -1 when it is not shown."""
        return next((row for row, one in enumerate(self._rows) if one == told), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == ROLE.DisplayRole:
            return self.tr(COLUMNS[section][0])
        return None

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        told = self.told(index.row())
        if told is None:
            return None
        if role == ROLE.DisplayRole:
            return " ".join(COLUMNS[index.column()][2](told).split())
        if role == ROLE.TextAlignmentRole and index.column() in (VALUE, YEAR):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == ROLE.ToolTipRole:
            return told.notice or COLUMNS[index.column()][2](told)
        return self._sign(told, index.column(), role) if told.notice else None

    def _sign(self, told: Told, column: int, role: int) -> Any:
        if role == ROLE.BackgroundRole:
            return QBrush(theme.tokens().warn_fill)
        if role == ROLE.DecorationRole and column == 0:
            return theme.icon("warning", "warn")
        if role == ROLE.AccessibleDescriptionRole:
            return told.notice
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; -1 by articles, as they were read."""
        self.layoutAboutToBeChanged.emit()
        self._sorted = (column, order)
        self._arrange()
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        column, order = self._sorted
        if column >= 0:
            self._rows.sort(key=_key(column), reverse=order is Qt.SortOrder.DescendingOrder)


def _key(column: int) -> Callable[[Told], tuple[object, ...]]:
    if column == VALUE:
        return lambda told: (told.amount is None, told.amount or 0.0)
    if column == YEAR:
        return lambda told: (told.year is None, told.year or 0)
    return lambda told: (not (text := COLUMNS[column][2](told)), fold(text))
