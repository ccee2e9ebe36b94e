"""The paragraphs of an imported page: those of the body, and those set aside with their reason. One act toggles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tttt_desktop.domain.records import Block
from tttt_desktop.services.imports import Reading

Index = QModelIndex | QPersistentModelIndex
BY_HAND = "Người dùng để riêng"
_NOWHERE = QModelIndex()


def toggled(reading: Reading, at: int) -> Reading:
    """The reading with one paragraph set aside, or taken back into the body; its suggestions are to be found anew."""
    assert reading.article is not None
    blocks = list(reading.article.blocks)
    blocks[at] = replace(blocks[at], reason="" if blocks[at].reason else BY_HAND)
    return replace(reading, article=replace(reading.article, blocks=tuple(blocks)), proposals=None)


class BlockModel(QAbstractListModel):
    """The blocks of one article."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._blocks: Sequence[Block] = ()

    def show(self, blocks: Sequence[Block]) -> bool:
        """Take over the blocks. When only their state differs, rows stay, and the answer is False."""
        fresh = [b.text for b in blocks] != [b.text for b in self._blocks]
        if fresh:
            self.beginResetModel()
            self._blocks = blocks
            self.endResetModel()
        elif blocks:
            self._blocks = blocks
            self.dataChanged.emit(self.index(0), self.index(len(blocks) - 1))
        return fresh

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks in the order of the page."""
        return self._blocks

    def first_kept(self) -> int:
        """The row of the first paragraph of the body, -1 when there is none."""
        return next((row for row, block in enumerate(self._blocks) if not block.reason), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._blocks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        block = self._blocks[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            aside = self.tr("Để riêng ({reason}): {text}")
            kept = self.tr("Trong bài: {text}")
            return (aside if block.reason else kept).format(reason=block.reason, text=block.text)
        return None
