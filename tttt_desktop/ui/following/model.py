"""The table of tasks for Qt: what each cell says, and where each task stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tttt_desktop.ui.following.columns import SHAPES, Column
from tttt_desktop.ui.following.rows import NOT_SAID, OVERDUE, Row

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
_ROOT = QModelIndex()


class TaskModel(QAbstractTableModel):
    """Rows are `Row`. A screen reader hears the whole task in the first column, in the others their own words."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._places: dict[int, int] = {}

    def show(self, rows: Sequence[Row]) -> None:
        """Take over the rows. Where as many stand as before, they are changed in place."""
        places = {row.key: at for at, row in enumerate(rows)}
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows, self._places = rows, places
            self.endResetModel()
        elif rows:
            self._rows, self._places = rows, places
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))

    @property
    def rows(self) -> Sequence[Row]:
        """All rows in their order."""
        return self._rows

    def row(self, at: int) -> Row | None:
        """What stands at a place; None beyond the ends."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def place(self, key: int | None) -> int:
        """The row of a task by its key, -1 when it is not shown."""
        return self._places.get(key, -1) if key is not None else -1

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation is Qt.Orientation.Horizontal and role == ROLE.DisplayRole:
            return self.tr(SHAPES[Column(section)].title)
        return None

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        column = Column(index.column())
        if role == ROLE.AccessibleTextRole and column is Column.TASK:
            return row.spoken
        if role in (ROLE.DisplayRole, ROLE.AccessibleTextRole, ROLE.ToolTipRole):
            return self._words(row, column)
        return None

    def _words(self, row: Row, column: Column) -> str:
        if column is Column.TASK:
            return row.text
        if column is Column.GIVER:
            return row.task.assigner or NOT_SAID
        if column is Column.LEAD:
            return "; ".join(filter(None, (row.task.lead, *row.task.cooperating))) or NOT_SAID
        if column is Column.DEADLINE:
            late = self.tr(OVERDUE) if row.overdue else ""
            return " · ".join(filter(None, (row.deadline, row.deadline_note, late))) or NOT_SAID
        if column is Column.STATUS:
            return row.status
        best = row.matches[0].evidence.text if row.matches else ""
        proposal = self.tr("gợi ý: “{words}”").format(words=" ".join(best.split())) if best else ""
        return " · ".join(filter(None, (row.found_words, proposal)))
