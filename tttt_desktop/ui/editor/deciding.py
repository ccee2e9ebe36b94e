"""What keys, clicks and menus ask for, and which requests come of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtGui import QGuiApplication

from tttt_desktop.domain.records import Kind, Proposal
from tttt_desktop.ui.annotations.card_menu import copy_with_source
from tttt_desktop.ui.editor import places
from tttt_desktop.ui.editor.keys import READING, Act
from tttt_desktop.ui.editor.marks import find
from tttt_desktop.ui.editor.moving import Moving
from tttt_desktop.ui.editor.places import Place
from tttt_desktop.ui.editor.script import Script

# While a place for a lost mark is being chosen: what is asked for has nothing to do with it.
_ENDS_CHOOSING = frozenset(
    {
        Act.ACHIEVEMENT,
        Act.SHORTCOMING,
        Act.TASK,
        Act.CAUSE,
        Act.LATER,
        Act.EARLIER,
        Act.RESET,
        Act.SPLIT,
        Act.MERGE,
        Act.DONE,
    }
)


class Deciding(Moving):
    """Knows what keys ask for. It changes no data: it asks by signals, and the answer is another page."""

    annotate_requested = Signal(int, object, object)  # article id, Span, Kind
    accept_requested = Signal(int, object, object)  # suggestion id, Kind or None, Span or None
    decline_requested = Signal(int)
    remove_requested = Signal(int)
    change_kind_requested = Signal(int, object)
    move_requested = Signal(int, object)
    cause_requested = Signal(int, object)
    next_article_requested = Signal()
    edit_requested = Signal(object)
    statement_requested = Signal(object)
    split_requested = Signal(object)
    merge_requested = Signal(object)
    restore_aside_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._read_only = False
        self._reasoned = False  # the reason of the suggestion under the cursor is shown
        self._acts = self._table_of_acts()

    def _show_reason(self, proposal: Proposal | None) -> None:
        """Show why something is suggested, None: no more."""
        raise NotImplementedError

    def _ask_why(self) -> None:
        page, ref = self._page, self.current_ref
        found = next(
            (one for one in page.suggestions if ("suggestion", one.id) == ref)
            if page
            else iter(()),
            None,
        )
        if found is not None:
            self._reasoned = True
            self._show_reason(found.proposal)

    @Slot(object)
    def perform(self, act: Act) -> None:
        """Do what a key of the reader does; menus and buttons use the same way. The reason shown goes with any of them."""
        asked = act is Act.WHY and not self._reasoned
        self._reasoned = False
        if asked:
            self._acts[act]()
        else:
            self._show_reason(None)
        if act is Act.WHY:
            return
        if act in _ENDS_CHOOSING:
            self._choose_no_more()
        if self._place is not None and (act in READING or not self._read_only):
            self._acts[act]()

    def _table_of_acts(self) -> dict[Act, Callable[[], None]]:
        return {
            Act.NEXT_SENTENCE: partial(self._step, places.next_sentence, True),
            Act.PREVIOUS_SENTENCE: partial(self._step, places.next_sentence, False),
            Act.NEXT_CLAUSE: partial(self._step, places.next_clause, True),
            Act.PREVIOUS_CLAUSE: partial(self._step, places.next_clause, False),
            Act.FIRST: partial(self._step, places.outermost, False),
            Act.LAST: partial(self._step, places.outermost, True),
            Act.STOP_ON: partial(self._stretch, places.with_stop_moved, True),
            Act.STOP_BACK: partial(self._stretch, places.with_stop_moved, False),
            Act.START_ON: partial(self._stretch, places.with_start_moved, True),
            Act.START_BACK: partial(self._stretch, places.with_start_moved, False),
            Act.TAKE_SENTENCE: self._take_sentence,
            Act.ACHIEVEMENT: partial(self._mark_as, Kind.ACHIEVEMENT),
            Act.SHORTCOMING: partial(self._mark_as, Kind.SHORTCOMING),
            Act.TASK: partial(self._mark_as, Kind.TASK),
            Act.CAUSE: self._mark_cause,
            Act.ACCEPT: self._accept,
            Act.DECLINE: self._decline,
            Act.LATER: partial(self._leap, True),
            Act.EARLIER: partial(self._leap, False),
            Act.EDIT: partial(self._request, self.edit_requested),
            Act.STATEMENT: partial(self._request, self.statement_requested),
            Act.SPLIT: partial(self._request, self.split_requested),
            Act.MERGE: partial(self._request, self.merge_requested),
            Act.COPY: self._copy,
            Act.COPY_WITH_SOURCE: self._copy_with_source,
            Act.RESET: self._reset,
            Act.WHY: self._ask_why,
            Act.DONE: self.next_article_requested.emit,
        }

    # -- setting the ends -----------------------------------------------------------------------

    def _stretch(self, move: Callable[[Script, Place, bool], Place], forward: bool) -> None:
        self._set_ends(move(self._script, self._here, forward))

    def _take_sentence(self) -> None:
        self._set_ends(places.with_sentence_taken(self._script, self._here))

    def _set_ends(self, place: Place) -> None:
        """Other ends: of a mark they are changed at once, of a suggestion when it is accepted."""
        self._go(place)
        self._commit_ends()

    @Slot()
    def _commit_ends(self) -> None:
        mark, here = self._mark, self._place
        if mark is None or here is None or not mark.decided or mark.span == here.span:
            return
        self.move_requested.emit(mark.ref[1], here.span)
        kept = find(self._marks, mark.ref)
        if kept is not None and self.current_ref == kept.ref and kept.span != self._here.span:
            self._move_to(places.at_mark(kept))

    # -- decisions ------------------------------------------------------------------------------

    @Slot(object)
    def _mark_as(self, kind: Kind) -> None:
        here, mark = self._here, self._mark
        if mark is None:
            self.annotate_requested.emit(self._article_id, here.span, kind)
        elif not mark.decided:
            self.accept_requested.emit(mark.ref[1], kind, here.span if here.chosen else None)
        elif mark.kind != kind:
            self.change_kind_requested.emit(mark.ref[1], kind)

    @property
    def _article_id(self) -> int:
        assert self._page is not None
        return self._page.article.id

    def _accept(self) -> None:
        here, mark = self._here, self._mark
        if self._lost is not None:
            self.move_requested.emit(self._lost.id, here.span)
        elif mark is not None and not mark.decided:
            self.accept_requested.emit(mark.ref[1], None, here.span if here.chosen else None)

    def _decline(self) -> None:
        mark = self._mark
        if self._lost is not None:
            self.remove_requested.emit(self._lost.id)
        if mark is None:
            return
        self._leaving = mark.ref
        (self.remove_requested if mark.decided else self.decline_requested).emit(mark.ref[1])

    def _mark_cause(self) -> None:
        """The place is the cause of a shortcoming; a shortcoming is not its own cause."""
        here = self._here
        wanted = self._shortcoming if here.chosen and here.ref is None else None
        owner = places.cause_owner(self._marks, here, wanted)
        if owner is not None and owner.ref != here.ref:
            self.cause_requested.emit(owner.ref[1], here.span)

    def _request(self, signal: SignalInstance) -> None:
        if self.current_ref is not None:
            signal.emit(self.current_ref)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._here.span.of(self._script.text))

    def _copy_with_source(self) -> None:
        if self._page is not None:
            copy_with_source(self._here.span.of(self._script.text), self._page.article)
