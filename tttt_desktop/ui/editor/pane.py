"""The middle pane: header, text, key bar; keys and clicks become requests, which the window answers with a new page."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from tttt_desktop.domain.anchors import edits_between, shift
from tttt_desktop.domain.records import Kind, Page, Span
from tttt_desktop.domain.text import fold
from tttt_desktop.ui import theme
from tttt_desktop.ui.editor import places
from tttt_desktop.ui.editor.asides import AsideList
from tttt_desktop.ui.editor.bubble import Bubble
from tttt_desktop.ui.editor.header import Header
from tttt_desktop.ui.editor.hints import bar_content
from tttt_desktop.ui.editor.hits import find_hits
from tttt_desktop.ui.editor.key_bar import KeyBar
from tttt_desktop.ui.editor.keys import Act
from tttt_desktop.ui.editor.marks import Mark, Ref, find, marks_of
from tttt_desktop.ui.editor.places import Place
from tttt_desktop.ui.editor.quiet import quiet_paragraphs
from tttt_desktop.ui.editor.script import Script
from tttt_desktop.ui.editor.tally import Tally
from tttt_desktop.ui.editor.text_view import TextView

LOW_WINDOW = 660  # logical pixels; below it the header is one line
SMALLEST_ZOOM, LARGEST_ZOOM = 80, 200
_ACT_KINDS = {
    Act.ACHIEVEMENT: Kind.ACHIEVEMENT,
    Act.SHORTCOMING: Kind.SHORTCOMING,
    Act.TASK: Kind.TASK,
}


class ReaderPane(QWidget):
    """Shows one Page. It decides nothing: what the person wants goes out as a signal, and `show_page` brings the answer.

    A ref is ("annotation", id), ("suggestion", id) or None. Spans are code points of the body.
    """

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
    restore_aside_requested = Signal(int)
    current_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._script = Script("")
        self._marks: list[Mark] = []
        self._place: Place | None = None
        self._leaving: Ref | None = None
        self._shortcoming: Ref | None = None
        self._hits: list[Span] = []
        self._query = ""
        self._tally = Tally()
        self._acts = self._table_of_acts()
        self._build()
        self._connect()
        self.show_page(None)

    def _build(self) -> None:
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._header, self._text, self._bar = Header(), TextView(), KeyBar()
        self._bubble = Bubble(self._text.viewport())
        self._asides = AsideList(self._text.viewport())
        self._text.set_foot(self._asides)
        self._nothing = QLabel(self.tr("Chưa chọn bài viết. Hãy chọn một bài trong danh sách."))
        self._nothing.setProperty("role", "meta")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._reading = QWidget()
        column = QVBoxLayout(self._reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._header, self._text, self._bar):
            column.addWidget(part)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._reading)
        self.setFocusProxy(self._text)

    def _connect(self) -> None:
        self._header.done_requested.connect(self.next_article_requested)
        self._text.acted.connect(self.perform)
        self._bar.asked.connect(self._asked_by_bar)
        self._bubble.kind_chosen.connect(self._mark_as)
        self._text.clicked.connect(self._clicked)
        self._text.sentence_clicked.connect(self._sentence_clicked)
        self._text.selected.connect(self._selected)
        self._text.end_dragged.connect(self._end_dragged)
        self._text.drag_finished.connect(self._drag_finished)
        self._text.column_moved.connect(self._header.set_left)
        self._asides.restore_requested.connect(self.restore_aside_requested)
        theme.notifier().themed.connect(self._text.take_colours)

    # -- what the window asks for ---------------------------------------------------------------

    def show_page(self, page: Page | None, keep_place: bool = False) -> None:
        """Show an article from its first open suggestion; None: no article is chosen.

        With `keep_place` the page is the same article after a change. The view does not jump; after a decided suggestion
        the cursor goes to the next open one, after an undo to what came back, after a new mark onto that mark.
        """
        before, old = self.current_ref, self._page
        self._bubble.hide()
        self._page = page
        if page is None:
            self._place = None
            self._stack.setCurrentWidget(self._nothing)
        elif keep_place and old is not None and old.article.id == page.article.id:
            self._renew(old, page)
        else:
            self._open(page)
        self._leaving = None
        self._told(before)

    def select(self, ref: Ref | None) -> None:
        """Make a mark or suggestion current and scroll to it. Says nothing: who asks knows."""
        mark = find(self._marks, ref)
        if mark is not None and ref != self.current_ref:
            self._move_to(places.at_mark(mark))
        elif ref is None and self.current_ref is not None and self._place is not None:
            self._move_to(Place(self._place.span))

    def set_search(self, terms: str) -> None:
        """Show where these words stand, diacritics and case aside; an empty string: nowhere."""
        self._query = terms
        found = find_hits(fold(self._script.text), terms) if self._page else []
        if found != self._hits:
            self._hits = found
            self._text.set_hits(found)

    def next_hit(self, forward: bool) -> bool:
        """Put the cursor on the sentence part with the next (or previous) hit, round the end; False: there is none."""
        if not self._hits or self._place is None:
            return False
        here = self._place.span
        beyond = [
            h for h in self._hits if (h.start >= here.stop if forward else h.stop <= here.start)
        ]
        hit = (beyond or self._hits)[0 if forward else -1]
        unit = places.clause_at(self._script, hit.start) or hit
        self._go(places.at_unit(self._marks, unit if unit.overlaps(hit) else hit))
        return True

    def set_zoom(self, percent: int) -> None:
        """Size of the text, 80 to 200 per cent."""
        self._text.set_zoom(min(max(percent, SMALLEST_ZOOM), LARGEST_ZOOM))

    def focus_text(self) -> None:
        """Give the keyboard to the text."""
        self._text.setFocus()

    @property
    def current_ref(self) -> Ref | None:
        """The mark or suggestion under the cursor."""
        return self._place.ref if self._place else None

    @Slot(object)
    def perform(self, act: Act) -> None:
        """Do what a key of the reader does; menus and buttons use the same way."""
        if self._page is None or self._place is None:
            return
        self._bubble.hide()
        self._acts[act]()

    # -- the page -------------------------------------------------------------------------------

    def _open(self, page: Page) -> None:
        self._script, self._marks = Script(page.text), marks_of(page)
        self._tally = Tally(page)
        self._tally.meet(self._marks)
        quiet = quiet_paragraphs(self._script, page.article)
        self._place = places.first_place(self._script, self._marks, quiet)
        self._shortcoming = None
        self._show_frame(page, keep_open=False)
        self._text.load(self._script, self._marks, quiet)
        self._hits = []
        self.set_search(self._query)
        self._show_place()

    def _renew(self, old: Page, page: Page) -> None:
        """The same article after a change."""
        if page.text != old.text:
            self._replace_text(old, page)
            return
        before, self._marks = self._marks, marks_of(page)
        self._tally.meet(self._marks)
        self._show_frame(page, keep_open=True)
        self._text.set_marks(self._marks)
        if self._place is not None:
            self._place = places.place_after(
                self._script, before, self._marks, self._place, self._leaving
            )
        self._show_place()

    def _show_frame(self, page: Page, *, keep_open: bool) -> None:
        self._stack.setCurrentWidget(self._reading)
        self._header.show_article(page.article)
        self._asides.show_asides(page.asides, keep_open=keep_open)

    def _show_place(self) -> None:
        """Cursor, bar and screen reader follow the place."""
        self._text.set_place(self._place)
        if self._place is not None:
            self._text.reveal(self._place.span)
        mark = find(self._marks, self.current_ref)
        self._bar.show_content(
            bar_content(self._marks, mark, self._tally.number(mark), self._tally.total)
        )
        self._announce(mark)

    def _go(self, place: Place | None) -> None:
        """The person moved: show it and say so."""
        before = self.current_ref
        self._move_to(place)
        self._told(before)

    def _move_to(self, place: Place | None) -> None:
        self._place, self._leaving = place, None
        mark = find(self._marks, place.ref) if place else None
        if mark is not None or place is None or not place.chosen:
            is_one = mark is not None and mark.decided and mark.kind is Kind.SHORTCOMING
            self._shortcoming = mark.ref if is_one and mark else None
        self._show_place()

    def _told(self, before: Ref | None) -> None:
        if self.current_ref != before:
            self.current_changed.emit(self.current_ref)

    def _announce(self, mark: Mark | None) -> None:
        """What a screen reader says: "Gợi ý 6 trên 14, tồn tại: «…»"."""
        said = self._said(mark)
        if said == self._text.accessibleDescription():
            return
        self._text.setAccessibleDescription(said)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._text, said))

    def _said(self, mark: Mark | None) -> str:
        if self._place is None:
            return ""
        quote = self._place.span.of(self._script.text)
        if mark is None:
            return f"«{quote}»"
        kind = theme.KIND_LABEL[mark.kind]
        if mark.decided:
            return f"{kind}: «{quote}»"
        number, total = self._tally.number(mark), self._tally.total
        return self.tr("Gợi ý {number} trên {total}, {kind}: «{quote}»").format(
            number=number, total=total, kind=kind.lower(), quote=quote
        )

    def _replace_text(self, old: Page, page: Page) -> None:
        """Another body of the same article: the cursor moves along, and what was on the screen stays there."""
        place, here = self._place, self._place.span if self._place else Span(0, 0)
        height = self._text.height_on_screen(here)
        self._open(page)
        if place is None:
            return
        mark = find(self._marks, place.ref)
        moved = shift(here, edits_between(old.text, page.text))
        unit = moved or places.clause_at(self._script, min(here.start, len(page.text)))
        self._place = places.at_mark(mark) if mark else Place(unit) if unit else self._place
        if self._place is not None:
            self._text.put_on_screen(self._place.span, height)
        self._show_place()

    # -- moving ---------------------------------------------------------------------------------

    def _table_of_acts(self) -> dict[Act, Callable[[], None]]:
        return {
            Act.NEXT_SENTENCE: partial(self._step, places.next_sentence, True),
            Act.PREVIOUS_SENTENCE: partial(self._step, places.next_sentence, False),
            Act.NEXT_CLAUSE: partial(self._step, places.next_clause, True),
            Act.PREVIOUS_CLAUSE: partial(self._step, places.next_clause, False),
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
            Act.COPY: self._copy,
            Act.RESET: self._reset,
            Act.DONE: self.next_article_requested.emit,
        }

    def _step(
        self, move: Callable[[Script, list[Mark], Place, bool], Place], forward: bool
    ) -> None:
        self._go(move(self._script, self._marks, self._here, forward))

    @property
    def _here(self) -> Place:
        """The place; only asked for while an article with text is shown."""
        assert self._place is not None
        return self._place

    def _leap(self, forward: bool) -> None:
        """To the next open suggestion, without a decision on this one."""
        here = self._here
        following = places.open_suggestion(
            self._marks, here.span.start, forward=forward, beside=here.ref
        )
        if following is not None:
            self._go(places.at_mark(following))

    def _reset(self) -> None:
        """Give up ends that were set but not used."""
        mark = find(self._marks, self.current_ref)
        unit = places.clause_at(self._script, self._here.span.start)
        if self._here.chosen and unit is not None:
            self._go(places.at_mark(mark) if mark else Place(unit))

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
        mark, here = find(self._marks, self.current_ref), self._place
        if mark is None or here is None or not mark.decided or mark.span == here.span:
            return
        self.move_requested.emit(mark.ref[1], here.span)
        kept = find(self._marks, mark.ref)
        if kept is not None and self.current_ref == kept.ref and kept.span != self._here.span:
            self._move_to(places.at_mark(kept))

    @Slot(int, int)
    def _selected(self, one: int, other: int) -> None:
        self._bubble.hide()
        span = self._script.snapped(one, other)
        if span is not None and len(span):
            self._go(Place(span, chosen=True))

    @Slot(bool, int)
    def _end_dragged(self, start: bool, offset: int) -> None:
        self._bubble.hide()
        if self._place is not None:
            self._go(places.with_end_dragged(self._script, self._place, start, offset))

    @Slot()
    def _drag_finished(self) -> None:
        self._commit_ends()
        if self._place is not None and self._place.ref is None and self._place.chosen:
            self._show_bubble()

    # -- the mouse ------------------------------------------------------------------------------

    @Slot(int)
    def _clicked(self, offset: int) -> None:
        place = places.at_offset(self._script, self._marks, offset, self._place)
        if place is not None:
            self._go(place)
            self._show_bubble()

    @Slot(int)
    def _sentence_clicked(self, offset: int) -> None:
        whole = places.sentence_at(self._script, offset)
        if whole is not None:
            self._go(places.at_unit(self._marks, whole))
            self._show_bubble()

    def _show_bubble(self) -> None:
        place = self._text.rect_of(self._here.span)
        if not place.isEmpty():
            self._bubble.show_above(place)

    # -- decisions ------------------------------------------------------------------------------

    @Slot(object)
    def _asked_by_bar(self, act: Act) -> None:
        self.focus_text()
        self.perform(act)

    @Slot(object)
    def _mark_as(self, kind: Kind) -> None:
        here, mark = self._here, find(self._marks, self.current_ref)
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
        here, mark = self._here, find(self._marks, self.current_ref)
        if mark is not None and not mark.decided:
            self.accept_requested.emit(mark.ref[1], None, here.span if here.chosen else None)

    def _decline(self) -> None:
        mark = find(self._marks, self.current_ref)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bubble.hide()
        self._header.set_low(self.window().height() < LOW_WINDOW)
