"""The cursor of the reader: where it is, where it goes, and the news of it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tttt_desktop.domain.records import Annotation, Kind, Page
from tttt_desktop.ui.editor import places
from tttt_desktop.ui.editor.likely import likely_place
from tttt_desktop.ui.editor.marks import Mark, Ref, find
from tttt_desktop.ui.editor.places import Place
from tttt_desktop.ui.editor.script import Script


class Moving(QWidget):
    """Knows the page, its marks and the place."""

    current_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._script = Script("")
        self._marks: list[Mark] = []
        self._place: Place | None = None
        self._leaving: Ref | None = None  # the mark whose removal was asked for
        self._shortcoming: Ref | None = None  # current when a selection was begun
        self._lost: Annotation | None = None  # for which a new place is being chosen

    def _show_place(self) -> None:
        """The place, or what stands there, is another: show it."""
        raise NotImplementedError

    def _reveal(self) -> None:
        """Scroll to the place when it is not on the screen."""
        raise NotImplementedError

    @property
    def current_ref(self) -> Ref | None:
        """The mark or suggestion under the cursor, or the lost mark for which a place is being chosen."""
        if self._lost is not None:
            return ("annotation", self._lost.id)
        return self._place.ref if self._place else None

    @property
    def _mark(self) -> Mark | None:
        return find(self._marks, self.current_ref)

    @property
    def _here(self) -> Place:
        """The place; only asked for while an article with text is shown."""
        assert self._place is not None
        return self._place

    def _step(
        self, move: Callable[[Script, list[Mark], Place, bool], Place], forward: bool
    ) -> None:
        self._go(move(self._script, self._marks, self._here, forward))

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
        mark = self._mark
        unit = places.clause_at(self._script, self._here.span.start)
        if self._here.chosen and unit is not None:
            self._go(places.at_mark(mark) if mark else Place(unit))

    def _go(self, place: Place, *, reveal: bool = True) -> None:
        """The person moved: show it and say so."""
        before = self.current_ref
        self._move_to(place, reveal=reveal)
        self._told(before)

    def _move_to(self, place: Place, *, reveal: bool = True) -> None:
        if self._lost is not None:
            place = Place(place.span, chosen=True)
        self._place, self._leaving = place, None
        mark = self._mark
        if mark is not None or not place.chosen:
            is_one = mark is not None and mark.decided and mark.kind is Kind.SHORTCOMING
            self._shortcoming = mark.ref if is_one and mark else None
        self._show_place()
        if reveal:
            self._reveal()

    def _told(self, before: Ref | None) -> None:
        if self.current_ref != before:
            self.current_changed.emit(self.current_ref)

    # -- a new place for a lost mark --------------------------------------------------------------

    def _choose_place(self, lost: Annotation) -> None:
        """From now on the cursor chooses a place for a lost mark; it begins where the words may stand."""
        self._lost = lost
        likely = likely_place(self._script, lost.quote, lost.span.start)
        if likely is not None:
            self._move_to(Place(likely))

    def _choose_no_more(self) -> None:
        if self._lost is not None:
            before, self._lost = self.current_ref, None
            unit = places.clause_at(self._script, self._here.span.start)
            self._move_to(places.at_unit(self._marks, unit or self._here.span))
            self._told(before)
