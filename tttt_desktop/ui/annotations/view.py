"""The list of cards: painted, but for the one open card, in which a form lies. Keys and clicks move and decide."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QHideEvent,
    QKeyEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from tttt_desktop.domain.records import Kind
from tttt_desktop.ui.annotations.body import OUTDENT, CardBody
from tttt_desktop.ui.annotations.cards import Card, Ref
from tttt_desktop.ui.annotations.look import (
    GAP,
    MARGIN,
    PAD_BOTTOM,
    PAD_LEFT,
    PAD_RIGHT,
    PAD_TOP,
    RIGHT,
    Look,
    collapsed_height,
)
from tttt_desktop.ui.annotations.model import CardModel
from tttt_desktop.ui.annotations.painting import CardState, paint_card, paint_focus
from tttt_desktop.ui.annotations.unfolded import Unfolded
from tttt_desktop.ui.parts.stack_view import StackView

_KINDS = {str(digit): kind for digit, kind in enumerate(Kind, 1)}


class CardView(StackView):
    """Cards with at most one open. `chosen` tells which one the person made current; keys tell what she wants."""

    chosen = Signal(object)
    entered = Signal(object)
    removed = Signal(object)
    kind_asked = Signal(object, object)  # ref, Kind
    menu_requested = Signal(object, object)
    left = Signal()

    def __init__(self, model: CardModel, parent: QWidget) -> None:
        self._cards = model  # first: Qt asks for places while the view is being made
        self._look = Look()
        self._body: CardBody | None = None
        self._unfolded: Unfolded | None = None
        self._open_row = -1
        self._open_height = 0  # of the card that is unfolded, the gap included
        self._open_ref: Ref | None = None
        self._quiet = False
        self._folded: list[int] = []  # the heights of the cards while folded, gaps included
        self._folded_at = 0  # the width of a card for which they are
        super().__init__(parent)
        self._unfolded = Unfolded(self, parent)
        self.setProperty("role", "cards")
        self.setModel(model)
        self.selectionModel().currentChanged.connect(self._current_changed)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._keep_in_sight)

    @property
    def open_card(self) -> Card | None:
        """The card that is unfolded."""
        shown = 0 <= self._open_row < self._cards.rowCount()
        return self._cards.card(self._open_row) if shown else None

    def open_card_rect(self) -> QRect:
        """What is in sight of the card that is unfolded, in the viewport."""
        card = self.visualRect(self._cards.index(self._open_row)) if self.open_card else QRect()
        return card & self.viewport().rect()

    def take_in(self, *bodies: CardBody) -> None:
        """These can be unfolded in a card."""
        for body in bodies:
            body.setParent(self._unfolded)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Take over the cards. `open` has to follow: the open row may be another one now."""
        self._quiet = True
        head, tail = self._cards.show(cards)
        self._quiet = False
        before, known = self._folded, len(self._folded)
        between = self._measured(cards[head : len(cards) - tail])
        self._folded = [*before[:head], *between, *before[known - tail :]]

    def open(self, ref: Ref | None, body: CardBody | None) -> None:
        """Unfold `body` in the card of `ref`; what was open before folds. The card stays in its place on screen."""
        row = self._cards.row_of(ref)
        stays = ref is not None and ref == self._open_ref
        before = self._top_of(self._open_row if stays else row)
        if self._body is not None and self._body is not body:
            if self._body.has_focus_inside():
                self.setFocus()  # else Qt gives it to whatever comes next in the window
            self._body.hide()
        self._body, self._open_row, self._open_ref = body, row, ref
        self._make_current(row)
        self.lay_out()
        if before is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self._cards.index(row)).top() - before)
        if row >= 0 and not stays:
            self.scrollTo(self._cards.index(row))

    def _make_current(self, row: int) -> None:
        self._quiet = True
        self.setCurrentIndex(self._cards.index(row) if row >= 0 else QModelIndex())
        self._quiet = False

    def _top_of(self, row: int) -> int | None:
        """Where a row begins in the viewport, None when it is not to be seen."""
        rect = self.visualRect(self._cards.index(row)) if row >= 0 else QRect()
        return rect.top() if rect.intersects(self.viewport().rect()) else None

    @Slot()
    def lay_out(self) -> None:
        """Measure and place everything anew, now."""
        self.doItemsLayout()

    @Slot()
    def follow_growth(self) -> None:
        """The open body may need another height: make room, and keep the box being typed in on screen."""
        if self._body is None or self._unfolded_height(self._body) != self._open_height:
            self.lay_out()
        self._keep_in_sight(None, QApplication.focusWidget())

    @Slot(QWidget, QWidget)
    def _keep_in_sight(self, _before: QWidget | None, focused: QWidget | None) -> None:
        if focused is None or self._body is None or not self._body.isAncestorOf(focused):
            return
        place = self._body.sight_of(focused)
        if place.height() + 2 * GAP > self.viewport().height():
            place = CardBody.sight_of(self._body, focused)
        above = self.viewport().mapFromGlobal(self._body.mapToGlobal(place.topLeft())).y()
        top, below = above - GAP, above + place.height() + GAP - self.viewport().height()
        self.verticalScrollBar().setValue(self.verticalOffset() + (min(top, 0) or max(below, 0)))

    def _card_width(self) -> int:
        return self.width() - MARGIN - RIGHT

    def _body_width(self) -> int:
        return max(120, self._card_width() - PAD_LEFT - PAD_RIGHT) + OUTDENT

    def row_heights(self, width: int) -> list[int]:
        if self._folded_at != self._card_width():
            self._folded_at = self._card_width()
            self._folded = self._measured(self._cards.cards)
        heights = list(self._folded)
        if self._body is not None and 0 <= self._open_row < len(heights):
            self._open_height = self._unfolded_height(self._body)
            heights[self._open_row] = self._open_height
        return heights

    def _unfolded_height(self, body: CardBody) -> int:
        around = PAD_TOP + self._look.head + PAD_BOTTOM + GAP
        return body.height_at(self._body_width()) + around

    def _measured(self, cards: Sequence[Card]) -> list[int]:
        look, width = self._look, self._folded_at
        return [
            collapsed_height(look, card.text, bool(card.figures), width) + GAP for card in cards
        ]

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_body()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_body()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._place_body()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_body()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._place_body()

    def _place_body(self) -> None:
        if self._unfolded is None:
            return  # Qt asks for places while the view is being made
        if self._body is None or self.open_card is None:
            self._unfolded.hide()
            return
        card, head = self.visualRect(self._cards.index(self._open_row)), self._look.head
        height = card.height() - PAD_TOP - head - PAD_BOTTOM - GAP
        top = card.top() + PAD_TOP + head
        rect = QRect(MARGIN + PAD_LEFT - OUTDENT, top, self._body_width(), height)
        self._unfolded.place(self._body, rect)

    def set_look(self, look: Look) -> None:
        """Fonts and distances for a zoom."""
        self._look = look
        self._folded_at = 0
        self.lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self.hasFocus() and self.open_card is None:
            paint_focus(painter, self.viewport().rect())
        mouse = self.viewport().mapFromGlobal(QCursor.pos())
        hovered = self.indexAt(mouse).row() if self.viewport().underMouse() else -1
        for row in self.rows_in(event.rect().top(), event.rect().bottom()):
            frame = self.visualRect(self._cards.index(row)).adjusted(MARGIN, 0, 0, -GAP)
            frame.setWidth(self._card_width())
            state = CardState(row == self._open_row, row == hovered, self.hasFocus())
            paint_card(painter, frame, self._cards.card(row), self._look, state)
        painter.end()

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
        elif card is not None and event.text() in _KINDS:
            self.kind_asked.emit(card.ref, _KINDS[event.text()])
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
