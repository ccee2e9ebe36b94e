"""The middle pane: header, text, key bar; keys and clicks become requests, which the window answers with a new page."""

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from tttt_desktop.domain.anchors import edits_between, shift
from tttt_desktop.domain.records import Page, Proposal, Span
from tttt_desktop.domain.text import fold
from tttt_desktop.ui import theme
from tttt_desktop.ui.editor import places
from tttt_desktop.ui.editor.asides import AsideList
from tttt_desktop.ui.editor.bubble import Bubble
from tttt_desktop.ui.editor.deciding import Deciding
from tttt_desktop.ui.editor.header import Header
from tttt_desktop.ui.editor.hints import bar_content, with_reason, without_decisions
from tttt_desktop.ui.editor.hits import find_hits
from tttt_desktop.ui.editor.key_bar import KeyBar
from tttt_desktop.ui.editor.keys import Act
from tttt_desktop.ui.editor.marks import Mark, Ref, find, marks_of
from tttt_desktop.ui.editor.menu import reader_menu
from tttt_desktop.ui.editor.places import Place
from tttt_desktop.ui.editor.quiet import quiet_paragraphs
from tttt_desktop.ui.editor.script import Script
from tttt_desktop.ui.editor.tally import Tally
from tttt_desktop.ui.editor.text_view import TextView

LOW_WINDOW = 660  # logical pixels; below it the header is one line
SMALLEST_ZOOM, LARGEST_ZOOM = 80, 200


class ReaderPane(Deciding):
    """Shows one Page; what the person wants goes out as a signal, and `show_page` brings the answer.

    A ref is ("annotation", id), ("suggestion", id) or None. Spans are code points of the body.
    """

    def __init__(self) -> None:
        super().__init__()
        self._hits: list[Span] = []
        self._query = ""
        self._tally = Tally()
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
        self._text.key_passed.connect(self._forget_reason)
        self._bar.asked.connect(self._asked_by_bar)
        self._bubble.kind_chosen.connect(self._mark_as)
        self._text.clicked.connect(self._clicked)
        self._text.sentence_clicked.connect(self._sentence_clicked)
        self._text.selected.connect(self._selected)
        self._text.end_dragged.connect(self._end_dragged)
        self._text.drag_finished.connect(self._drag_finished)
        self._text.menu_asked.connect(self._menu_asked)
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
        self._reasoned = False
        self._text.set_reasons(())
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

    def set_read_only(self, read_only: bool) -> None:
        """Reading, moving and searching only: keys and clicks decide nothing."""
        self._read_only = read_only
        self._show_place()

    @Slot(object)
    def perform(self, act: Act) -> None:
        """Do what a key of the reader does; menus and buttons use the same way."""
        self._bubble.hide()
        super().perform(act)

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
        self._reveal()

    def _renew(self, old: Page, page: Page) -> None:
        """The same article after a change."""
        if page.text != old.text:
            self._replace_text(old, page)
            return
        before, self._marks = self._marks, marks_of(page)
        self._tally.meet(self._marks)
        self._show_frame(page, keep_open=True)
        self._text.set_marks(self._marks)
        here = self._place
        if here is not None:
            self._place = places.place_after(self._script, before, self._marks, here, self._leaving)
        self._show_place()
        if here is not None and (self._here.ref, self._here.span) != (here.ref, here.span):
            self._reveal()

    def _show_frame(self, page: Page, *, keep_open: bool) -> None:
        self._stack.setCurrentWidget(self._reading)
        self._header.show_article(page.article)
        self._asides.show_asides(page.asides, keep_open=keep_open)

    def _show_place(self) -> None:
        """Cursor, bar and screen reader follow the place."""
        self._text.set_place(self._place)
        mark = self._mark
        content = bar_content(self._marks, mark, self._tally.number(mark), self._tally.total)
        self._bar.show_content(without_decisions(content) if self._read_only else content)
        self._announce(mark)

    @Slot()
    def _forget_reason(self) -> None:
        if self._reasoned:
            self._reasoned = False
            self._show_reason(None)

    def show_reason(self, ref: Ref) -> None:
        """Show the words that led to a suggestion, until the next key or click."""
        self.select(ref)
        self.focus_text()
        if not self._reasoned:
            self.perform(Act.WHY)

    def _show_reason(self, proposal: Proposal | None) -> None:
        self._text.set_reasons(proposal.evidence if proposal else ())
        if proposal is None or self._place is None:
            self._show_place()
            return
        words = proposal.evidence[:1]
        self._text.reveal(
            Span(min(one.start for one in (*words, self._place.span)), self._place.span.stop)
        )
        self._bar.show_content(with_reason(self._bar.content, proposal.reason))
        self._say(self._bar.content.note)

    def _reveal(self) -> None:
        if self._place is not None:
            self._text.reveal(self._place.span)

    def _announce(self, mark: Mark | None) -> None:
        """What a screen reader says: "Gợi ý 6 trên 14, tồn tại: «…»"."""
        said = self._said(mark)
        if said == self._text.accessibleDescription():
            return
        self._say(said)

    def _say(self, said: str) -> None:
        self._text.setAccessibleDescription(said)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._text, said))

    def _said(self, mark: Mark | None) -> str:
        if self._place is None:
            return ""
        quote = self._place.span.of(self._script.text)
        if mark is None:
            return f"«{quote}»"
        kind = mark.label
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

    # -- the mouse (what it points at is on the screen, so the view stays) -----------------------

    @Slot(int, int)
    def _selected(self, one: int, other: int) -> None:
        span = self._script.snapped(one, other)
        if span is not None and len(span):
            self._point_at(Place(span, chosen=True))

    @Slot(bool, int)
    def _end_dragged(self, start: bool, offset: int) -> None:
        if self._place is not None:
            self._point_at(places.with_end_dragged(self._script, self._place, start, offset))

    @Slot()
    def _drag_finished(self) -> None:
        self._commit_ends()
        if self._place is not None and self._place.ref is None and self._place.chosen:
            self._show_bubble()

    @Slot(int)
    def _clicked(self, offset: int) -> None:
        place = places.at_offset(self._script, self._marks, offset, self._place)
        if place is not None:
            self._point_at(place)
            self._show_bubble()

    @Slot(int)
    def _sentence_clicked(self, offset: int) -> None:
        whole = places.sentence_at(self._script, offset)
        if whole is not None:
            self._point_at(places.at_unit(self._marks, whole))
            self._show_bubble()

    @Slot(int, QPoint)
    def _menu_asked(self, offset: int, where: QPoint) -> None:
        """A right click first puts the cursor there, unless it is there already; -1: asked for by a key."""
        place = self._place
        if offset >= 0 and not (place and place.span.start <= offset < place.span.stop):
            place = places.at_offset(self._script, self._marks, offset)
        if place is not None:
            self._point_at(place)
            reader_menu(self, self._mark, self._read_only, self.perform).popup(where)

    def _point_at(self, place: Place) -> None:
        self._bubble.hide()
        self._forget_reason()
        self._go(place, reveal=False)

    def _show_bubble(self) -> None:
        place = self._text.rect_of(self._here.span)
        if not place.isEmpty() and not self._read_only:
            self._bubble.show_above(place)

    @Slot(object)
    def _asked_by_bar(self, act: Act) -> None:
        self.focus_text()
        self.perform(act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bubble.hide()
        self._header.set_low(self.window().height() < LOW_WINDOW)
