"""The view "Đọc và đánh dấu": list, reader and cards joined to the services of the open dossier."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import ArticleFilter, ArticleState, Page, Span
from tttt_desktop.services import reports, review, suggestions
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.annotations.panel import CardsPanel
from tttt_desktop.ui.articles.pane import ArticlePane
from tttt_desktop.ui.articles.saved import has_conditions
from tttt_desktop.ui.editor.keys import Act
from tttt_desktop.ui.editor.pane import ReaderPane
from tttt_desktop.ui.mark_requests import MarkRequests
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.panes import Panes
from tttt_desktop.ui.view import View

Ref = tuple[str, int]


class ReadingView(View):
    """Keeps the three panes in step: what a use case changed is read again, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._open: OpenDossier | None = None
        self._page: Page | None = None
        self._filter = ArticleFilter()
        self.ref: Ref | None = None
        self.list, self.reader, self.cards = ArticlePane(), ReaderPane(), CardsPanel()
        self._requests = MarkRequests(self.reader, self.cards, self)
        self.panes = Panes(self.list, self.reader, self.cards)
        self.panes.rearranged.connect(self._show_zoom)
        self._zoom = 100
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)
        self._connect()

    # -- wiring ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.list.article_activated.connect(self.show_article)
        self.list.reading_requested.connect(self._read_from_list)
        self.list.filter_changed.connect(self._set_filter)
        self._requests.merged.connect(self._merged)
        reader, cards = self.reader, self.cards
        reader.current_changed.connect(self._reader_moved)
        cards.selected.connect(self._card_chosen)
        cards.back_to_text_requested.connect(self._back_to_text)
        cards.why_requested.connect(self._show_reason)
        cards.repair_requested.connect(self._place_lost)
        reader.split_requested.connect(self.split)
        reader.merge_requested.connect(self.merge)
        reader.edit_requested.connect(self.edit_fields)
        reader.statement_requested.connect(self.edit_statement)
        reader.next_article_requested.connect(self.finish_article)

    # -- the dossier and the article ------------------------------------------------------------

    @property
    def page(self) -> Page | None:
        """The article that is open."""
        return self._page

    def set_dossier(self, held: OpenDossier | None) -> None:
        """Show another dossier (or none) from its first article that still has work."""
        self._open, self._page, self.ref = held, None, None
        self._requests.held = held
        self._filter = ArticleFilter()
        if held is None:
            self.reader.show_page(None)
            self.cards.show_page(None)
            return
        held.changed.connect(self._changed)
        self.list.set_source(held.dossier)
        for pane in (self.list, self.reader, self.cards):
            pane.set_read_only(held.dossier.read_only)
        self.refresh_list()
        self._offer_completions(held.dossier)
        self.show_article(self.list.first_to_read())

    def show_article(self, article_id: int | None) -> None:
        """Open an article in reader and cards; None clears them."""
        if self._open is None:
            return
        if article_id is not None:
            self._find_suggestions(self._open, article_id)
        page = self._open.run(lambda d: d.page(article_id)) if article_id is not None else None
        self._page = page
        self.cards.show_page(page)
        self.reader.show_page(page)
        self.ref = self.reader.current_ref
        self.cards.select(self.ref)
        self.list.set_current(page.article.id if page else None)
        self.reader.set_search(self._filter.query)
        if page is not None:
            self.panes.close_drawers()
        self.place_changed.emit()

    def refresh_list(self, changed: Changed | None = None) -> None:
        """Read ids and totals again; with `changed` only the rows of the articles it touched."""
        if self._open is not None:
            dossier = self._open.dossier
            touched = changed.articles if changed is not None else None
            self.list.refresh(dossier.totals(), dossier.article_ids(self._filter), touched)

    @Slot(object)
    def _set_filter(self, wanted: ArticleFilter) -> None:
        self._filter = wanted
        self.refresh_list()
        self.reader.set_search(wanted.query)
        self.place_changed.emit()

    @property
    def query(self) -> str:
        """What is being searched for."""
        return self._filter.query

    @Slot(object)
    def _changed(self, changed: Changed) -> None:
        self.refresh_list(changed)
        self.cards.forget_completions()
        if self._page is None:
            return
        if self._page.article.id not in changed.articles and not changed.touches("field"):
            return
        if self._exists(self._page.article.id):
            self._reread()
        else:
            self.show_article(self.list.neighbour(True) or self.list.neighbour(False))

    def _find_suggestions(self, held: OpenDossier, article_id: int) -> None:
        """Find those of an article now, where that is a matter of milliseconds; else they follow."""
        if held.dossier.read_only or not suggestions.is_warm():
            return
        with suppress(UserError):  # reading goes on without them
            changed = suggestions.ensure(held.dossier, article_id, held.learner.known)
            if changed is not None:
                held.learner.note(changed)
                self.list.update_rows(changed.articles)

    @Slot(object)
    def show_suggestions(self, changed: Changed) -> None:
        """Suggestions were found: the numbers in the list change where they stand, the open article gets its own."""
        self.list.update_rows(changed.articles)
        if self._page is not None and self._page.article.id in changed.articles:
            self._reread()

    def _exists(self, article_id: int) -> bool:
        return self._open is not None and bool(self._open.dossier.article_rows([article_id]))

    def _reread(self) -> None:
        assert self._open is not None
        assert self._page is not None
        self._page = self._open.dossier.page(self._page.article.id)
        self.cards.show_page(self._page)
        self.reader.show_page(self._page, keep_place=True)
        self.ref = self.reader.current_ref
        self.cards.select(self.ref)
        self.place_changed.emit()

    def _offer_completions(self, dossier: Dossier) -> None:
        self.cards.set_completions(
            {
                "fields": dossier.fields,
                "agencies": dossier.agencies,
                "people": dossier.people,
                "documents": dossier.numbers_of_documents,
            }
        )
        self.cards.set_uses(lambda annotation_id: reports.count_using(dossier, annotation_id))

    # -- reader and cards in step -----------------------------------------------------------------

    @Slot(object)
    def _reader_moved(self, ref: Ref | None) -> None:
        self.ref = ref
        self.cards.select(ref)
        self.place_changed.emit()

    @Slot(object)
    def _card_chosen(self, ref: Ref | None) -> None:
        self.ref = ref
        self.reader.select(ref)
        self.place_changed.emit()

    @property
    def mark(self) -> int:
        """The mark under the cursor."""
        return self.ref[1] if self.ref is not None and self.ref[0] == "annotation" else 0

    # -- commands of the menus ------------------------------------------------------------------

    @Slot()
    def split(self) -> None:
        """Cut the current mark at its semicolons; a suggestion is cut by deciding on it first."""
        if self.ref is not None and self.ref[0] == "annotation":
            self._requests.split(self.ref[1])

    @Slot()
    def merge(self) -> None:
        """Make one mark of the current one and the one before it."""
        if self.ref is not None and self.ref[0] == "annotation":
            self._requests.merge(self.ref[1])

    @Slot(int)
    def _merged(self, annotation_id: int) -> None:
        self.reader.select(("annotation", annotation_id))
        self._reader_moved(("annotation", annotation_id))

    def copy_with_source(self) -> None:
        """Put the current card, or where the cursor is, on the clipboard with its source."""
        if not self.cards.copy_open_card():
            self.reader.perform(Act.COPY_WITH_SOURCE)

    def finish_article(self) -> None:
        """Xong, bài tiếp: mark the article done and open the next unread one inside the filter."""
        if self._page is None:
            return
        following = self.list.next_unread()
        article_id = self._page.article.id
        if self._page.article.state is not ArticleState.DONE:
            self._requests.do(lambda d: review.mark_done(d, article_id))
        if following is not None:
            self.show_article(following)
        self.reader.focus_text()

    def step(self, forward: bool) -> None:
        """Open the article after or before this one in the list."""
        self.show_article(self.list.neighbour(forward) or self.list.current_id())

    def accept_all(self) -> None:
        """Accept every open suggestion of the article in one change."""
        if self._page is not None:
            article_id = self._page.article.id
            self._requests.do(lambda d: review.accept_all(d, article_id))

    def follow(self, changed: Changed, before: Page | None) -> None:
        """Go where an undone or redone change was made: to the article, and to the mark if it is one that has another
        value now than on the page `before`.
        """
        here = self._page.article.id if self._page is not None else None
        if self._open is not None and here not in changed.articles:
            there = changed.articles.intersection(self._open.dossier.article_ids())
            if there:
                self.show_article(min(there))
        elif self._page is not None and before is not None and before.article.id == here:
            had = {one.id: one for one in before.annotations}
            other = [one for one in self._page.annotations if had.get(one.id, one) != one]
            if len(other) == 1 and not other[0].lost:
                self._show_mark(other[0].id)

    def _show_mark(self, annotation_id: int) -> None:
        self.reader.select(("annotation", annotation_id))
        self._reader_moved(self.reader.current_ref)

    @Slot(int, int)
    def show_mark(self, article_id: int, annotation_id: int) -> None:
        """Open an article at one of its annotations and the card of that (0: at its beginning)."""
        self.show_article(article_id)
        if annotation_id:
            self._show_mark(annotation_id)

    @Slot(int)
    def _read_from_list(self, article_id: int) -> None:
        """Enter in the list: on to the text; while searching, to the sentence or the card with what was found."""
        hit = self.list.hit(article_id)
        if hit is not None and hit.annotation_id is not None:
            self.show_mark(article_id, hit.annotation_id)
        elif hit is not None and hit.span is not None:
            self.show_hit(article_id, hit.span)
        elif self._page is None or self._page.article.id != article_id:
            self.show_article(article_id)
        self.reader.focus_text()

    def _lost_marks(self) -> list[Ref]:
        marks = self._page.annotations if self._page is not None else ()
        return [("annotation", one.id) for one in marks if one.lost]

    def place_lost(self, annotation_ids: Sequence[int]) -> None:
        """Begin choosing new places for marks of the open article that have lost theirs."""
        wanted = [ref for ref in self._lost_marks() if ref[1] in annotation_ids]
        if wanted:
            self.panes.close_drawers()
            self.reader.select(wanted[0])
            self._reader_moved(self.reader.current_ref)
            self.reader.focus_text()

    @Slot(int)
    def _place_lost(self, annotation_id: int) -> None:
        self.place_lost([annotation_id])

    @Slot(int, object)
    def show_hit(self, article_id: int, span: Span) -> None:
        """Open an article, unless it is open, at a passage in which searched words stand."""
        if self._page is None or self._page.article.id != article_id:
            self.show_article(article_id)
        if self._page is not None and self._page.article.id == article_id:
            self.panes.close_drawers()
            self.reader.show_hit(span)
            self.reader.focus_text()

    def facts(self) -> set[str]:
        """What is open and under the cursor."""
        page, ref = self._page, self.ref
        checks = {
            "reading": True,
            "article": page is not None,
            "suggestions": page is not None and bool(page.suggestions),
            "suggestion": ref is not None and ref[0] == "suggestion",
            "annotation": bool(self.mark),
            "mark": bool(self.mark),
            "lost": ref in self._lost_marks(),
            "corrected": page is not None and page.version > 1,
            "query": bool(self.query),
            "filtered": has_conditions(self._filter),
        }
        return {name for name, true in checks.items() if true}

    def focus_work(self) -> None:
        """Put the keyboard into the text."""
        self.reader.focus_text()

    def focus_search(self) -> None:
        """Put the keyboard into the search box, opening the list where it is a drawer."""
        self._need(self.list)
        self.list.focus_search()

    def open_filter(self) -> None:
        """Show the filter."""
        self._need(self.list)
        self.list.open_filter()

    def edit_fields(self) -> None:
        """F2: the form of the current mark."""
        if self.ref is not None:
            self._need(self.cards)
            self.cards.edit(self.ref)

    def edit_statement(self) -> None:
        """F4: the wording for the report."""
        if self.ref is not None:
            self._need(self.cards)
            self.cards.edit_statement(self.ref)

    @Slot(int)
    def _show_reason(self, suggestion_id: int) -> None:
        self.panes.close_drawers()
        self.reader.show_reason(("suggestion", suggestion_id))

    @Slot()
    def _back_to_text(self) -> None:
        self.panes.close_drawers()
        self.reader.focus_text()

    def _need(self, pane: QWidget) -> None:
        if not pane.isVisible():
            self.panes.toggle(pane)

    def set_zoom(self, percent: int) -> None:
        """Size of the article's text and of the cards."""
        self._zoom = percent
        self._show_zoom()

    @Slot()
    def _show_zoom(self) -> None:
        self.reader.set_zoom(self._zoom)
        self.cards.set_zoom(self._zoom)

    def next_pane(self, forward: bool) -> None:
        """Move the keyboard to the next pane; a drawer opens for it and shuts behind it."""
        drawer = self.panes.is_drawer
        panes = [
            pane
            for pane in (self.list, self.reader, self.cards)
            if pane.isVisible() or drawer(pane)
        ]
        inside = [i for i, pane in enumerate(panes) if pane.isAncestorOf(self.focusWidget())]
        start = inside[0] if inside else 0
        target = panes[(start + (1 if forward else -1)) % len(panes)]
        self.panes.close_drawers()
        if drawer(target):
            self.panes.toggle(target)
        self.panes.focus(target)
