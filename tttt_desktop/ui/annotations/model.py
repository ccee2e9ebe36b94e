"""The cards of one article as a list model. A new page replaces only the rows that differ."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tttt_desktop.ui.annotations.cards import Card, Ref

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class CardModel(QAbstractListModel):
    """One row a card; a screen reader hears `Card.spoken`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[Card] = []
        self._rows: dict[Ref, int] = {}

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._cards[index.row()].spoken
        return None

    @property
    def cards(self) -> Sequence[Card]:
        """All cards, in text order."""
        return self._cards

    def card(self, row: int) -> Card:
        """The card of a row."""
        return self._cards[row]

    def row_of(self, ref: Ref | None) -> int:
        """The row of an annotation or suggestion, -1 when it has none."""
        return self._rows.get(ref, -1) if ref is not None else -1

    def decided_before(self, ref: Ref) -> Ref | None:
        """The mark that stands before another card in the text."""
        above = self._cards[: max(0, self.row_of(ref))]
        return next((card.ref for card in reversed(above) if not card.is_suggestion), None)

    def show(self, cards: Sequence[Card]) -> tuple[int, int]:
        """Take over the cards: what is the same at both ends stays, the rows between are changed, added or removed.

        Gives how many are the same at the beginning and at the end.
        """
        shorter = min(len(self._cards), len(cards))
        head = _common(self._cards, cards)
        tail = _common(
            self._cards[: head - len(self._cards) - 1 : -1], cards[: head - len(cards) - 1 : -1]
        )
        self._resize(shorter - tail, cards)
        self._cards = list(cards)
        self._rows = {card.ref: row for row, card in enumerate(cards)}
        if head < shorter - tail:
            self.dataChanged.emit(self.index(head), self.index(shorter - tail - 1))
        return head, tail

    def _resize(self, row: int, cards: Sequence[Card]) -> None:
        old, more = self._cards, len(cards) - len(self._cards)
        if more > 0:
            self.beginInsertRows(_NOWHERE, row, row + more - 1)
            self._cards = [*old[:row], *cards[row : row + more], *old[row:]]
            self.endInsertRows()
        elif more < 0:
            self.beginRemoveRows(_NOWHERE, row, row - more - 1)
            self._cards = [*old[:row], *old[row - more :]]
            self.endRemoveRows()


def _common(one: Sequence[Card], other: Sequence[Card]) -> int:
    """How many cards the two begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
