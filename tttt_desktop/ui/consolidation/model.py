"""The rows of the list for Qt: headings cannot be selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tttt_desktop.ui.consolidation.rows import Entry, Row, key_of

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ENABLED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


class LineModel(QAbstractListModel):
    """One row each; a screen reader hears `spoken` and whether a line is ticked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._places: dict[object, int] = {}

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        if role == Qt.ItemDataRole.CheckStateRole and isinstance(row, Entry):
            return Qt.CheckState.Unchecked if row.line.left_out else Qt.CheckState.Checked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._rows[index.row()], Entry):
            return _ENABLED | Qt.ItemFlag.ItemIsSelectable
        return _ENABLED

    @property
    def rows(self) -> Sequence[Row]:
        """All rows in order."""
        return self._rows

    def row(self, at: int) -> Row | None:
        """What stands at a place; None beyond the ends."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def place(self, key: object) -> int:
        """The row of a key (see `key_of`), -1 when it is not there."""
        return self._places.get(key, -1)

    def show(self, rows: Sequence[Row]) -> None:
        """Take over the rows. Where as many stand as before, they are changed in place."""
        places = {key_of(row): at for at, row in enumerate(rows)}
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows, self._places = rows, places
            self.endResetModel()
        elif rows:
            self._rows, self._places = rows, places
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
