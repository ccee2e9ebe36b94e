"""The paragraphs of an imported page: those of the body, and those set aside with their reason. One act toggles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QWidget

from tttt_desktop.domain.anchors import edits_between, shift
from tttt_desktop.domain.records import Block, Proposal
from tttt_desktop.services.imports import Reading
from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.look import wrapped_height
from tttt_desktop.ui.stack_view import StackView
from tttt_desktop.ui.text_lines import line_height

Index = QModelIndex | QPersistentModelIndex
BY_HAND = "Người dùng để riêng"
_NOWHERE = QModelIndex()
_LEFT, _RIGHT, _GAP, _ICON = 36, 12, 8, 16


def toggled(reading: Reading, at: int) -> Reading:
    """The reading with one paragraph set aside, or taken back into the body; suggestions move along with the text."""
    assert reading.article is not None
    old, blocks = reading.article.text, list(reading.article.blocks)
    blocks[at] = replace(blocks[at], reason="" if blocks[at].reason else BY_HAND)
    article = replace(reading.article, blocks=tuple(blocks))
    edits = edits_between(old, article.text)
    moved = [(p, shift(p.span, edits)) for p in reading.proposals]
    kept: tuple[Proposal, ...] = tuple(replace(p, span=span) for p, span in moved if span)
    return replace(reading, article=article, proposals=kept)


class BlockModel(QAbstractListModel):
    """The blocks of one article."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._blocks: Sequence[Block] = ()

    def show(self, blocks: Sequence[Block]) -> None:
        """Take over the blocks; when only their state differs, rows stay."""
        if [b.text for b in blocks] != [b.text for b in self._blocks]:
            self.beginResetModel()
            self._blocks = blocks
            self.endResetModel()
        elif blocks:
            self._blocks = blocks
            self.dataChanged.emit(self.index(0), self.index(len(blocks) - 1))

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks in the order of the page."""
        return self._blocks

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


class BlockView(StackView):
    """Paints the blocks. `toggle_requested` names the one that was clicked or had the key."""

    toggle_requested = Signal(int)

    def __init__(self, model: BlockModel, parent: QWidget) -> None:
        self._blocks = model
        super().__init__(parent)
        self.setProperty("role", "list")
        self.setModel(model)
        self.clicked.connect(self._clicked)
        self.setAccessibleName(self.tr("Nội dung bài"))

    def row_heights(self, width: int) -> list[int]:
        return [self._height(block, width - _LEFT - _RIGHT) for block in self._blocks.blocks]

    def _height(self, block: Block, width: int) -> int:
        lines = ceil(wrapped_height(block.text, self.font(), max(40, width))[1])
        return lines + (line_height(theme.ui_font(12)) if block.reason else 0) + _GAP

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self.toggle_requested.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and row >= 0:
            self.toggle_requested.emit(row)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for row in self.rows_in(event.rect().top(), event.rect().bottom()):
            rect = self.visualRect(self._blocks.index(row))
            if row == self.currentIndex().row() and self.hasFocus():
                painter.fillRect(rect, theme.tokens().list_selection)
            self._paint_block(painter, self._blocks.blocks[row], rect)
        painter.end()

    def _paint_block(self, painter: QPainter, block: Block, rect: QRect) -> None:
        colours, top = theme.tokens(), rect.top() + _GAP // 2
        icon, ink = ("minus", colours.text3) if block.reason else ("achievement", colours.text2)
        theme.draw_icon(painter, icon, QRectF(10, top + 1, _ICON, _ICON), ink)
        room = QRect(_LEFT, top, rect.width() - _LEFT - _RIGHT, rect.height() - _GAP)
        if block.reason:
            painter.setFont(theme.ui_font(12))
            painter.setPen(colours.warn)
            reason = self.tr("Để riêng: {reason}").format(reason=block.reason)
            painter.drawText(room, Qt.AlignmentFlag.AlignTop, reason)
            room.setTop(room.top() + line_height(theme.ui_font(12)))
        painter.setFont(self.font())
        painter.setPen(colours.text3 if block.reason else colours.text)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.drawText(QRectF(room), block.text, option)
