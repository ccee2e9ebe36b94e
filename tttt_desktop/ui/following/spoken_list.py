"""A list whose rows paint themselves: what Qt and a screen reader are told of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

T = TypeVar("T")
_ROOT = QModelIndex()


class SpokenList(QAbstractListModel, Generic[T]):
    """`spoken` says a row aloud."""

    def __init__(self, parent: QObject, spoken: Callable[[T], str]) -> None:
        super().__init__(parent)
        self._spoken = spoken
        self.rows: Sequence[T] = ()

    def show(self, rows: Sequence[T]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row(self, at: int) -> T | None:
        """What stands at a place; None beyond the ends."""
        return self.rows[at] if 0 <= at < len(self.rows) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if index.isValid() and role == Qt.ItemDataRole.DisplayRole:
            return self._spoken(self.rows[index.row()])
        return None
