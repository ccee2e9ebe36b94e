"""The list of cards: painted, but for the one open card, in which a form lies. Keys and clicks move and decide."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from tttt_desktop.ui.annotations.body import CardBody
from tttt_desktop.ui.annotations.cards import Card, Ref
from tttt_desktop.ui.annotations.delegate import CardDelegate
from tttt_desktop.ui.annotations.look import (
    GAP,
    MARGIN,
    PAD_BOTTOM,
    PAD_LEFT,
    PAD_RIGHT,
    PAD_TOP,
    Look,
)
from tttt_desktop.ui.annotations.model import CardModel


class CardView(QListView):
    """Cards with at most one open. `chosen` tells which one the person made current; keys tell what she wants."""

    chosen = Signal(object)
    entered = Signal(object)
    removed = Signal(object)
    menu_requested = Signal(object, object)
    left = Signal()

    def __init__(self, model: CardModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._cards = model
        self._delegate = CardDelegate(model)
        self._body: CardBody | None = None
        self._quiet = False
        self.setProperty("role", "cards")
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(30)
        self.selectionModel().currentChanged.connect(self._current_changed)

    @property
    def open_card(self) -> Card | None:
        """The card that is unfolded."""
        row = self._delegate.open_row
        return self._cards.card(row) if 0 <= row < self._cards.rowCount() else None

    def open(self, ref: Ref | None, body: CardBody | None) -> None:
        """Unfold `body` in the card of `ref`; what was open before folds. The card stays in its place on screen."""
        row = self._cards.row_of(ref)
        before = self._top_of(row)
        if self._body is not body and self._body is not None:
            self._body.hide()
        self._body = body if row >= 0 else None
        self._delegate.open_row = row
        self._make_current(row)
        self.lay_out()
        if before is not None and (after := self._top_of(row)) is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + after - before)
        self._show_row(row)

    def _make_current(self, row: int) -> None:
        self._quiet = True
        index = self._cards.index(row) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        self._quiet = False

    def _top_of(self, row: int) -> int | None:
        """Where a row begins in the viewport, None when it is not to be seen."""
        if row < 0:
            return None
        rect = self.visualRect(self._cards.index(row))
        return rect.top() if rect.intersects(self.viewport().rect()) else None

    def _show_row(self, row: int) -> None:
        if row < 0:
            return
        index = self._cards.index(row)
        tall = self.visualRect(index).height() > self.viewport().height()
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.PositionAtTop if tall else hint.EnsureVisible)

    @Slot()
    def lay_out(self) -> None:
        """Measure the open card and place everything anew, now."""
        width = self.viewport().width()
        self._delegate.width = width
        if self._body is not None:
            self._delegate.open_height = self._body.height_at(self._body_width(width))
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self._place_body()

    @staticmethod
    def _body_width(width: int) -> int:
        return max(120, width - 2 * MARGIN - PAD_LEFT - PAD_RIGHT)

    def _place_body(self) -> None:
        row = self._delegate.open_row
        if self._body is None or not 0 <= row < self._cards.rowCount():
            return
        if self._body.parentWidget() is not self.viewport():
            self._body.setParent(self.viewport())
        card: QRect = self.visualRect(self._cards.index(row))
        head = self._delegate.look.head
        left, top = card.left() + MARGIN + PAD_LEFT, card.top() + PAD_TOP + head
        height = card.height() - PAD_TOP - head - PAD_BOTTOM - GAP
        self._body.setGeometry(left, top, self._body_width(card.width()), height)
        self._body.show()

    def set_look(self, look: Look) -> None:
        """Fonts and distances for a zoom."""
        self._delegate.look = look
        self.lay_out()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_body()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_body()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._delegate.width:
            self.lay_out()

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            self.chosen.emit(self._cards.card(current.row()).ref)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card, key = self.open_card, event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif card is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(card.ref)
        elif card is not None and key == Qt.Key.Key_Delete:
            self.removed.emit(card.ref)
        elif event.text().isprintable() and event.text():
            event.ignore()  # no jumping to cards by letters
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
        if index.isValid():
            self.menu_requested.emit(self._cards.card(index.row()).ref, event.globalPos())
