"""The figures as a table: its columns, their order, and what is shown of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush

from tttt_desktop.domain.text import fold
from tttt_desktop.services.figures import Told
from tttt_desktop.ui import theme

Index = QModelIndex | QPersistentModelIndex
Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its width in pixels, what stands in it, and what of a figure can be corrected in it."""

    title: str
    width: int
    text: Callable[[Told], str]
    edits: str = ""


COLUMNS = (
    Column("Chỉ tiêu", 222, lambda one: one.figure.indicator, "indicator"),
    Column("Giá trị", 92, lambda one: one.shown, "value"),
    Column("Đơn vị", 116, lambda one: one.figure.unit, "unit"),
    Column("Tăng/giảm", 100, lambda one: one.figure.change, "change"),
    Column("So với", 110, lambda one: one.figure.compared, "compared"),
    Column("Năm", 56, lambda one: str(one.year or "")),
    Column("Tỉnh", 104, lambda one: one.passage.province),
    Column("Câu gốc", 320, lambda one: one.passage.quote),
)
INDICATOR, VALUE, YEAR = 0, 1, 5
ROLE, ALIGN = Qt.ItemDataRole, Qt.AlignmentFlag
_ROOT = QModelIndex()
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITED = _SHOWN | Qt.ItemFlag.ItemIsEditable


class FigureModel(QAbstractTableModel):
    """Rows are `Told`; a row that asks to be looked at has a sign, a colour and a tooltip that says why.

    `edited`: in the row of this key something else was typed for one of the names that `figures.edit` takes. Nothing is
    changed here: what comes of it is shown when the dossier has it.
    """

    edited = Signal(object, str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Told] = []
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        self.read_only = False

    def show(self, rows: Sequence[Told]) -> None:
        """Show other rows, in the order that was chosen."""
        self.beginResetModel()
        self._rows = list(rows)
        self._arrange()
        self.endResetModel()

    def told(self, row: int) -> Told | None:
        """What stands in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rows_of(self, keys: Sequence[Key]) -> list[int]:
        """Where these figures stand now, those that are shown."""
        wanted = set(keys)
        return [row for row, one in enumerate(self._rows) if one.key in wanted] if wanted else []

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == ROLE.DisplayRole:
            return self.tr(COLUMNS[section].title)
        if orientation is Qt.Orientation.Horizontal and role == ROLE.TextAlignmentRole:
            side = ALIGN.AlignRight if section in (VALUE, YEAR) else ALIGN.AlignLeft
            return side | ALIGN.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _EDITED if COLUMNS[index.column()].edits and not self.read_only else _SHOWN

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        told = self.told(index.row())
        if told is None:
            return None
        column = COLUMNS[index.column()]
        if role in (ROLE.DisplayRole, ROLE.EditRole):
            return " ".join(column.text(told).split())
        if role == ROLE.TextAlignmentRole and index.column() in (VALUE, YEAR):
            return ALIGN.AlignRight | ALIGN.AlignVCenter
        if role == ROLE.ToolTipRole:
            return told.notice or column.text(told)
        return self._sign(told, index.column(), role) if told.notice else None

    def _sign(self, told: Told, column: int, role: int) -> Any:
        if role == ROLE.BackgroundRole:
            return QBrush(theme.tokens().warn_fill)
        if role == ROLE.DecorationRole and column == 0:
            return theme.icon("warning", "warn")
        if role == ROLE.AccessibleDescriptionRole:
            return told.notice
        return None

    def setData(self, index: Index, value: Any, role: int = ROLE.EditRole) -> bool:
        told = self.told(index.row())
        if told is None or role != ROLE.EditRole or str(value) == self.data(index):
            return False
        self.edited.emit(told.key, COLUMNS[index.column()].edits, str(value))
        return False

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; -1 by articles, as they were read."""
        if self._sorted == (column, order):
            return  # Qt asks twice
        self.layoutAboutToBeChanged.emit()
        keys = [self._rows[index.row()].key for index in self.persistentIndexList()]
        self._sorted = (column, order)
        self._arrange()
        places = {one.key: row for row, one in enumerate(self._rows)} if keys else {}
        for index, key in zip(self.persistentIndexList(), keys, strict=True):
            self.changePersistentIndex(index, self.index(places[key], index.column()))
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
    text = COLUMNS[column].text
    return lambda told: (not (said := text(told)), fold(said))
