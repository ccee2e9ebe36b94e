"""The rows of the list for Qt: headings cannot be selected."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tttt_desktop.domain.consolidation import Line
from tttt_desktop.ui.consolidation.rows import Entry, Rows

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ENABLED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_CHOSEN = _ENABLED | Qt.ItemFlag.ItemIsSelectable


class LineModel(QAbstractListModel):
    """One row each; a screen reader hears `spoken` and whether a line is ticked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        if role == Qt.ItemDataRole.CheckStateRole and isinstance(row, Entry):
            return Qt.CheckState.Unchecked if row.line.left_out else Qt.CheckState.Checked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _CHOSEN if isinstance(self.rows.items[index.row()], Line) else _ENABLED

    def show(self, rows: Rows) -> None:
        """Take over the rows. Where as many stand as before, they are changed in place."""
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif len(rows):
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
