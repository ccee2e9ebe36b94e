"""What the mouse does to the place. What it points at is on the screen, so the view stays where it is."""

from PySide6.QtCore import QPoint, Slot

from tttt_desktop.ui.editor import places
from tttt_desktop.ui.editor.bubble import Bubble
from tttt_desktop.ui.editor.deciding import Deciding
from tttt_desktop.ui.editor.keys import Act
from tttt_desktop.ui.editor.menu import reader_menu
from tttt_desktop.ui.editor.places import Place
from tttt_desktop.ui.editor.text_view import TextView


class Pointing(Deciding):
    """Knows the text on the screen and the bubble over it."""

    def __init__(self) -> None:
        super().__init__()
        self._text = TextView()
        self._bubble = Bubble(self._text.viewport())
        self._connect_mouse()

    def _connect_mouse(self) -> None:
        self._bubble.kind_chosen.connect(self._mark_as)
        self._bubble.place_chosen.connect(self._place_lost)
        self._text.clicked.connect(self._clicked)
        self._text.sentence_clicked.connect(self._sentence_clicked)
        self._text.selected.connect(self._selected)
        self._text.end_dragged.connect(self._end_dragged)
        self._text.drag_finished.connect(self._drag_finished)
        self._text.menu_asked.connect(self._menu_asked)
        self._text.paged.connect(self._paged)

    @Slot()
    def _forget_reason(self) -> None:
        if self._reasoned:
            self._reasoned = False
            self._show_reason(None)

    @Slot()
    def _place_lost(self) -> None:
        self.perform(Act.ACCEPT)

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
    def _paged(self, offset: int) -> None:
        """The cursor stays at its height on the screen."""
        unit = places.clause_at(self._script, offset)
        here = self._place
        if unit and here and not here.span.start <= offset < here.span.stop:
            self._go(places.at_unit(self._marks, unit), reveal=False)

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
            self._bubble.show_above(place, lost=self._lost is not None)
