"""The middle pane: header, text, key bar; keys and clicks become requests, which the window answers with a new page."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from tttt_desktop.domain.anchors import edits_between, shift
from tttt_desktop.domain.query import stretches, understand
from tttt_desktop.domain.records import Annotation, Page, Proposal, Span
from tttt_desktop.ui import theme
from tttt_desktop.ui.editor import places
from tttt_desktop.ui.editor.asides import AsideList
from tttt_desktop.ui.editor.header import Header
from tttt_desktop.ui.editor.hints import (
    bar_content,
    hit_content,
    place_content,
    with_reason,
    without_decisions,
)
from tttt_desktop.ui.editor.key_bar import KeyBar
from tttt_desktop.ui.editor.keys import Act
from tttt_desktop.ui.editor.marks import Mark, Ref, find, marks_of
from tttt_desktop.ui.editor.places import Place
from tttt_desktop.ui.editor.pointing import Pointing
from tttt_desktop.ui.editor.quiet import quiet_paragraphs
from tttt_desktop.ui.editor.script import Script
from tttt_desktop.ui.editor.speaking import said_of, say
from tttt_desktop.ui.editor.tally import Tally

LOW_WINDOW = 660  # logical pixels; below it the header is one line
SMALLEST_ZOOM, LARGEST_ZOOM = 80, 200


class ReaderPane(Pointing):
    """Shows one Page; what the person wants goes out as a signal, and `show_page` brings the answer.

    A ref is ("annotation", id), ("suggestion", id) or None. Spans are code points of the body.
    """

    versions_requested = Signal()
    zoom_asked = Signal(bool)  # larger?

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
        self._header, self._bar = Header(), KeyBar()
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
        self._header.versions_requested.connect(self.versions_requested)
        self._text.zoom_asked.connect(self.zoom_asked)
        self._text.acted.connect(self.perform)
        self._text.key_passed.connect(self._forget_reason)
        self._bar.asked.connect(self._asked_by_bar)
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
        """Make a mark or suggestion current and scroll to it. Says nothing: who asks knows.

        A lost mark has no place; the cursor then goes where its words may stand, to choose one.
        """
        if ref == self.current_ref:
            return
        self._lost, lost = None, self._lost_mark(ref)
        if lost is not None and self._place is not None and not self._read_only:
            self._choose_place(lost)
            return
        mark = find(self._marks, ref)
        if mark is not None and ref != self.current_ref:
            self._move_to(places.at_mark(mark))
        elif ref is None and self.current_ref is not None and self._place is not None:
            self._move_to(Place(self._place.span))

    def _lost_mark(self, ref: Ref | None) -> Annotation | None:
        marks = self._page.annotations if self._page else ()
        return next((one for one in marks if one.lost and ("annotation", one.id) == ref), None)

    def set_search(self, terms: str) -> None:
        """Show where these words stand, diacritics and case aside; an empty string: nowhere."""
        self._query = terms
        found = stretches(understand(terms), self._script.text) if self._page else []
        if found != self._hits:
            self._hits = found
            self._text.set_hits(found)
            self._show_keys()  # which of the hits this was is said no longer

    def next_hit(self, forward: bool) -> bool:
        """Put the cursor on the sentence part with the next (or previous) hit, round the end; False: there is none."""
        if not self._hits or self._place is None:
            return False
        here = self._place.span
        beyond = [
            h for h in self._hits if (h.start >= here.stop if forward else h.stop <= here.start)
        ]
        self.show_hit((beyond or self._hits)[0 if forward else -1])
        return True

    def show_hit(self, hit: Span) -> None:
        """Put the cursor on the sentence part in which a passage begins, and say which of the hits that is."""
        if self._place is None:
            return
        unit = places.clause_at(self._script, hit.start) or hit
        self._go(places.at_unit(self._marks, unit if unit.overlaps(hit) else hit))
        number = next((n for n, one in enumerate(self._hits, 1) if one.overlaps(hit)), 0)
        if number:
            total = len(self._hits)
            self._bar.show_content(hit_content(self._bar.content, number, total))
            say(self._text, f"{self._bar.content.note}. {self._text.accessibleDescription()}")

    def set_zoom(self, percent: int) -> None:
        """Size of the text, 80 to 200 per cent."""
        self._text.set_zoom(min(max(percent, SMALLEST_ZOOM), LARGEST_ZOOM))

    @property
    def place(self) -> Span | None:
        """Where the cursor is."""
        return self._place.span if self._place else None

    def focus_text(self) -> None:
        """Give the keyboard to the text."""
        self._text.setFocus()

    def text_on_screen(self) -> QRect:
        """Where the text is shown, in the coordinates of the window."""
        view = self._text.viewport()
        return QRect(view.mapTo(self.window(), QPoint()), view.size())

    def passage_on_screen(self) -> QRect:
        """The rows of the current passage over the whole width of the text, in the coordinates of the window."""
        area = self.text_on_screen()
        if self._place is None:
            return QRect()
        span = self._place.span
        last = Span(max(span.start, span.stop - 1), span.stop)
        top, foot = map(self._text.height_on_screen, (span, last))
        row = self._text.rect_of(last).height() or 60
        return QRect(area.left(), area.top() + round(top), area.width(), round(foot - top + row))

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
        self._lost = None
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
        lost, self._lost = self._lost, None
        self._tally.meet(self._marks)
        self._show_frame(page, keep_open=True)
        self._text.set_marks(self._marks)
        here = self._place
        if here is not None:
            self._place = places.place_after(self._script, before, self._marks, here, self._leaving)
        self._show_place()
        if here is not None and (self._here.ref, self._here.span) != (here.ref, here.span):
            self._reveal()
        if lost is not None:
            self._go_on_placing(lost)

    def _go_on_placing(self, lost: Annotation) -> None:
        """After a change: the same lost mark still, else the next one; when none is left the cursor is free."""
        marks = [one for one in self._page.annotations if one.lost] if self._page else []
        following = next((one for one in marks if one.id == lost.id), marks[0] if marks else None)
        if following is not None and following.id == lost.id:
            self._lost = following
            self._move_to(self._here)
        elif following is not None:
            self._choose_place(following)

    def _show_frame(self, page: Page, *, keep_open: bool) -> None:
        self._stack.setCurrentWidget(self._reading)
        self._header.show_article(page.article, page.version)
        self._asides.show_asides(page.asides, keep_open=keep_open)

    def _show_place(self) -> None:
        """Cursor, bar and screen reader follow the place."""
        self._text.set_place(self._place)
        self._show_keys()
        self._announce(self._mark)

    def _show_keys(self) -> None:
        mark, number = self._mark, self._tally.number(self._mark)
        chosen = self._place is not None and self._place.chosen
        content = bar_content(self._marks, mark, number, self._tally.total, chosen=chosen)
        if self._lost is not None:
            content = place_content(self._lost)
        self._bar.show_content(without_decisions(content) if self._read_only else content)

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
        say(self._text, self._bar.content.note)

    def _reveal(self) -> None:
        if self._place is not None:
            self._text.reveal(self._place.span)

    def _announce(self, mark: Mark | None) -> None:
        if self._lost is not None:
            say(self._text, f"{self._bar.content.lead}. {self._bar.content.note}")
        elif self._place is None:
            say(self._text, "")
        else:
            say(self._text, said_of(mark, self._place.span.of(self._script.text), self._tally))

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
        if mark is not None:
            self._place = places.at_mark(mark)
        elif unit is not None:
            self._place = places.at_unit(self._marks, unit)
        if self._place is not None:
            self._text.put_on_screen(self._place.span, height)
        self._show_place()

    @Slot(object)
    def _asked_by_bar(self, act: Act) -> None:
        self.focus_text()
        self.perform(act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bubble.hide()
        self._header.set_low(self.window().height() < LOW_WINDOW)
