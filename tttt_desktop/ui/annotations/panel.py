"""The right pane: what is marked and what is suggested in the article, as cards in text order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from tttt_desktop.domain.records import Annotation, Kind, Page
from tttt_desktop.ui import theme
from tttt_desktop.ui.annotations.body import CardBody, plain_label
from tttt_desktop.ui.annotations.card_menu import (
    ACCEPT,
    COPY,
    DECLINE,
    MERGE,
    REMOVE,
    SPLIT,
    USES,
    card_menu,
    copy_with_source,
)
from tttt_desktop.ui.annotations.cards import Card, Ref, cards_of, is_own_plan
from tttt_desktop.ui.annotations.completion import Names, Vocabulary
from tttt_desktop.ui.annotations.counts import Counts
from tttt_desktop.ui.annotations.form import AnnotationForm
from tttt_desktop.ui.annotations.look import MARGIN, RIGHT, Look
from tttt_desktop.ui.annotations.model import CardModel
from tttt_desktop.ui.annotations.proposal import ProposalBody
from tttt_desktop.ui.annotations.view import CardView
from tttt_desktop.ui.widgets import ElidedLabel

VOCABULARIES = ("fields", "agencies", "people", "documents")


class CardsPanel(QWidget):
    """Shows a Page; every wish of the person is a signal, nothing is changed here."""

    selected = Signal(object)
    annotation_edited = Signal(int, object)
    task_edited = Signal(int, object)
    figures_edited = Signal(int, object)
    confirmed = Signal(int, object)  # names of values that were looked over
    repair_requested = Signal(int)  # of a mark that has lost its place
    split_requested = Signal(int)
    merge_requested = Signal(int)  # with the mark before it
    accept_requested = Signal(int, object)
    decline_requested = Signal(int)
    remove_requested = Signal(int)
    change_kind_requested = Signal(int, object)
    back_to_text_requested = Signal()
    why_requested = Signal(int)  # of a suggestion
    reports_requested = Signal(int)  # those that used a mark

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self._read_only = False
        self._decided: tuple[int, Ref | None] | None = None
        self._choices = {name: Vocabulary(self) for name in VOCABULARIES}
        self._model = CardModel(self)
        self._view = CardView(self._model, self)
        self._form = AnnotationForm(self._choices)
        self._proposal = ProposalBody()
        self._view.take_in(self._form, self._proposal)
        self._heading = ElidedLabel(self.tr("Trong bài này"), weight=600)
        self._counts = Counts(self)
        self._empty = plain_label(self, "hint")
        self._build()
        self._connect()
        self.set_zoom(100)

    def _build(self) -> None:
        self._view.setAccessibleName(self.tr("Thẻ đánh dấu"))
        self.setFocusProxy(self._view)
        self._heading.setProperty("role", "heading")
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN + 2, 0, RIGHT, 0)
        head.addWidget(self._heading, 1)
        head.addWidget(self._counts)
        self._empty.setContentsMargins(MARGIN + 2, 4, MARGIN + 2, 0)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        view, form, proposal = self._view, self._form, self._proposal
        view.chosen.connect(self._choose)
        view.entered.connect(self._enter)
        view.removed.connect(self._remove)
        view.kind_asked.connect(self._set_kind)
        view.menu_requested.connect(self._show_menu)
        view.left.connect(self.back_to_text_requested)
        form.annotation_edited.connect(self.annotation_edited)
        form.reports_requested.connect(self.reports_requested)
        form.task_edited.connect(self.task_edited)
        form.figures_edited.connect(self.figures_edited)
        form.confirmed.connect(self.confirmed)
        form.repair_requested.connect(self.repair_requested)
        proposal.accept_requested.connect(self._accept)
        proposal.decline_requested.connect(self._decline)
        proposal.why_requested.connect(self.why_requested)
        for body in (form, proposal):
            body.back_requested.connect(self.back_to_text_requested)
            body.height_changed.connect(view.follow_growth)
        theme.notifier().themed.connect(self._view.viewport().update)

    def show_page(self, page: Page | None) -> None:
        """Show an article, or nothing. Within one article the open card stays open, with what is being typed in it."""
        same = page and self._page and page.article.id == self._page.article.id
        if not same:
            self._form.flush()
            self._form.forget()
            self._decided = None
        open_card = self._view.open_card if same else None
        self._page = page
        cards = cards_of(page) if page else []
        self._view.show_cards(cards)
        marks = page.annotations if page else ()
        self._counts.show_counts([(mark.kind, is_own_plan(mark)) for mark in marks])
        self._show_emptiness(cards)
        self._open(open_card.ref if open_card else None)
        self._advance()

    def _advance(self) -> None:
        """After a decision made here: on to the next suggestion, else to the card that now stands in that place."""
        decided, self._decided = self._decided, None
        if decided is None or self._view.open_card is not None or not self._model.rowCount():
            return
        row, following = decided
        ahead = self._model.row_of(following)
        row = ahead if ahead >= 0 else min(row, self._model.rowCount() - 1)
        self._choose(self._model.card(row).ref)

    def _show_emptiness(self, cards: Sequence[Card]) -> None:
        text = ""
        if self._page and not cards:
            text = self.tr("Chưa có đánh dấu. Đặt con trỏ vào một câu rồi bấm 1, 2 hoặc 3.")
            if not self._page.suggestions:
                none = self.tr("Chương trình không tìm thấy gợi ý trong bài này.")
                text = f"{none}\n\n{text}"
        self._empty.setText(text)
        self._stack.setCurrentWidget(self._view if cards else self._empty)

    def select(self, ref: Ref | None) -> None:
        """Unfold the card of an annotation or suggestion, or none. The focus stays where it is."""
        current = self._view.open_card
        if (current.ref if current else None) != ref:
            self._form.flush()
            self._open(ref)

    def _open(self, ref: Ref | None) -> None:
        row = self._model.row_of(ref)
        body = self._fill(self._model.card(row)) if row >= 0 else None
        if body is not self._form:
            self._form.forget()
        self._view.open(ref if body else None, body)

    def _fill(self, card: Card) -> CardBody:
        assert self._page is not None
        if isinstance(card.item, Annotation):
            self._form.show_annotation(card.item, self._page)
            return self._form
        self._proposal.show_suggestion(card.item, self._page)
        return self._proposal

    def edit(self, ref: Ref) -> None:
        """Unfold a card and put the caret into its first box (F2)."""
        self.select(ref)
        if ref[0] == "annotation" and self._view.open_card:
            self._form.focus_first()

    def edit_statement(self, ref: Ref) -> None:
        """Unfold a card and put the caret into its report wording (F4)."""
        self.select(ref)
        if ref[0] == "annotation" and self._view.open_card:
            self._form.focus_statement()

    def open_card_on_screen(self) -> QRect:
        """Where the open card is shown, in the coordinates of the window; empty: nowhere."""
        card = self._view.open_card_rect() if self._view.isVisible() else QRect()
        paper = self._view.viewport()
        return QRect(paper.mapTo(self.window(), card.topLeft()), card.size())

    def copy_open_card(self) -> bool:
        """Put the passage of the open card on the clipboard with its source; False when no card is open."""
        card = self._view.open_card
        if card is None or self._page is None:
            return False
        copy_with_source(card.text, self._page.article)
        return True

    def set_completions(self, sources: Mapping[str, Names]) -> None:
        """Where "fields", "agencies", "people" and "documents" to complete from are read when they are needed."""
        for name, read in sources.items():
            self._choices[name].set_source(read)

    def set_uses(self, count: Callable[[int], int]) -> None:
        """How it is told in how many reports an annotation was used."""
        self._form.count_uses = count

    def forget_completions(self) -> None:
        """What the dossier holds may be another thing now."""
        for vocabulary in self._choices.values():
            vocabulary.forget()

    def set_zoom(self, percent: int) -> None:
        """Size of the cards, 80 to 200."""
        look = Look(percent)
        self._heading.set_look(13, 600, percent)
        self._counts.set_look(look)
        self._empty.setFont(look.text)
        self._form.set_look(look)
        self._proposal.set_look(look)
        self._view.set_look(look)

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be changed (a dossier opened read-only)."""
        self._read_only = read_only
        self._form.set_read_only(read_only)
        self._proposal.set_read_only(read_only)

    @Slot(object)
    def _choose(self, ref: Ref) -> None:
        self.select(ref)
        self.selected.emit(ref)

    @Slot(object)
    def _enter(self, ref: Ref) -> None:
        if ref[0] == "annotation":
            self._form.focus_first()
        else:
            self._accept(ref[1], None)

    @Slot(int, object)
    def _accept(self, suggestion_id: int, kind: Kind | None) -> None:
        if not self._read_only:
            self._remember_place(("suggestion", suggestion_id))
            self.accept_requested.emit(suggestion_id, kind)

    @Slot(int)
    def _decline(self, suggestion_id: int) -> None:
        self._remove(("suggestion", suggestion_id))

    @Slot(object)
    def _remove(self, ref: Ref) -> None:
        if not self._read_only:
            self._remember_place(ref)
            asked = self.remove_requested if ref[0] == "annotation" else self.decline_requested
            asked.emit(ref[1])

    def _remember_place(self, ref: Ref) -> None:
        row = self._model.row_of(ref)
        after = self._model.cards[row + 1 :] if ref[0] == "suggestion" else ()
        self._decided = row, next((card.ref for card in after if card.is_suggestion), None)

    @Slot(object, object)
    def _show_menu(self, ref: Ref, place: QPoint) -> None:
        self._choose(ref)
        card = self._model.card(self._model.row_of(ref))
        before = self._model.decided_before(card.ref)
        menu = card_menu(card, self, read_only=self._read_only, merges=before is not None)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.triggered.connect(self._menu_triggered)
        menu.popup(place)

    @Slot(QAction)
    def _menu_triggered(self, action: QAction) -> None:
        card = self._view.open_card
        if card is not None and self._page is not None:
            self._do(card, str(action.data()))

    def _do(self, card: Card, wish: str) -> None:
        number = card.ref[1]
        if wish == COPY:
            self.copy_open_card()
        elif wish in (DECLINE, REMOVE):
            self._remove(card.ref)
        elif wish == ACCEPT:
            self._accept(number, None)
        elif wish == SPLIT:
            self.split_requested.emit(number)
        elif wish == MERGE:
            self.merge_requested.emit(number)
        elif wish == USES:
            self.reports_requested.emit(number)
        else:
            self._set_kind(card.ref, Kind(wish))

    @Slot(object, object)
    def _set_kind(self, ref: Ref, kind: Kind) -> None:
        if ref[0] == "suggestion":
            self._accept(ref[1], kind)
        elif not self._read_only:
            self.change_kind_requested.emit(ref[1], kind)
