"""Completion that ignores diacritics: "quang tri" finds "Sở TT&TT Quảng Trị"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMargins,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem

from tttt_desktop.domain.text import fold

SEPARATOR = ";"  # between several names in one box


class ChoiceModel(QAbstractListModel):
    """Choices as shown, and folded in the UserRole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices: list[tuple[str, str]] = []

    def set_choices(self, choices: Sequence[str]) -> None:
        """Take over what can be chosen, in its order."""
        fresh = [(choice, fold(choice)) for choice in choices]
        if fresh != self._choices:
            self.beginResetModel()
            self._choices = fresh
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._choices)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._choices[index.row()][0]
        return self._choices[index.row()][1] if role == Qt.ItemDataRole.UserRole else None


class _RoomyRows(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index).grownBy(QMargins(4, 4, 4, 4))


class Completer(QCompleter):
    """Completes the text of a box; with `many`, the name behind the last separator."""

    def __init__(self, model: ChoiceModel, box: QLineEdit, *, many: bool = False) -> None:
        super().__init__(model, box)
        self._box = box
        self._many = many
        self.setCompletionRole(Qt.ItemDataRole.UserRole)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(10)
        popup = self.popup()
        assert popup is not None
        popup.setItemDelegate(_RoomyRows(self))

    def splitPath(self, path: str) -> list[str]:
        typed = path.rsplit(SEPARATOR, 1)[-1].strip() if self._many else path
        return [fold(typed)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        choice = str(index.data(Qt.ItemDataRole.DisplayRole))
        before, found, _ = self._box.text().rpartition(SEPARATOR) if self._many else ("", "", "")
        return f"{before}{SEPARATOR} {choice}" if found else choice
