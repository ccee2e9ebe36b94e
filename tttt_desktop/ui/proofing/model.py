"""The findings for Qt, one a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tttt_desktop.services.proofing import Found
from tttt_desktop.ui.proofing.shown import shown

Index = QModelIndex | QPersistentModelIndex
FOUND_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class FoundModel(QAbstractListModel):
    """What is to be looked at, in the order of the report."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: Sequence[Found] = ()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        found = self._rows[index.row()]
        if role == FOUND_ROLE:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return shown(found).spoken
        return None

    @property
    def rows(self) -> Sequence[Found]:
        """All of them."""
        return self._rows

    def row_of(self, found: Found | None) -> int:
        """Where a finding stands now, -1 where it is gone."""
        keys = (at for at, one in enumerate(self._rows) if found and one.key == found.key)
        return next(keys, -1)

    def show(self, rows: Sequence[Found]) -> None:
        """Take over what is to be looked at."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
