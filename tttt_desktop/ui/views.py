"""The pages of the window: the start page, the reader, and the views beside it, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from tttt_desktop.ui.reading_view import ReadingView
from tttt_desktop.ui.start import StartPage
from tttt_desktop.ui.view import View
from tttt_desktop.ui.workplace import Workplace

READING = "reading"


@dataclass(frozen=True, slots=True)
class Page:
    """A view by its key; the command "view_<key>" shows it. `make` imports what it needs only then."""

    key: str
    make: Callable[[Workplace], View]


def _consolidation(place: Workplace) -> View:
    from tttt_desktop.ui.consolidation.view import ConsolidationView

    return ConsolidationView(place)


def _following(place: Workplace) -> View:
    from tttt_desktop.ui.following.view import FollowingView

    return FollowingView(place)


def _figures(place: Workplace) -> View:
    from tttt_desktop.ui.figures.view import FiguresView

    return FiguresView(place)


BESIDE: tuple[Page, ...] = (
    Page("consolidation", _consolidation),
    Page("following", _following),
    Page("figures", _figures),
)


class Views(QStackedWidget):
    """Shows the start page while the dossier is empty, else the chosen view."""

    switched = Signal()
    uses_requested = Signal(int)  # the reports that used an annotation (id)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._makers = {page.key: page.make for page in BESIDE}
        self.start, self.reading = StartPage(), ReadingView()
        self._views: dict[str, View] = {READING: self.reading}
        self.chosen = READING
        for page in (self.start, self.reading):
            self.addWidget(page)
        self._link(self.reading)
        place.switched.connect(self._set_dossier)

    def _link(self, view: View) -> None:
        view.place_changed.connect(self.switched)
        view.mark_requested.connect(self.read)
        view.uses_requested.connect(self.uses_requested)

    @property
    def current(self) -> View | None:
        """The view on screen; None is the start page."""
        shown = self.currentWidget()
        return shown if isinstance(shown, View) else None

    def view(self, key: str) -> View:
        """A view by its key, made now if it was not."""
        if key not in self._views:
            made = self._makers[key](self._place)
            self._views[key] = made
            self.addWidget(made)
            self._link(made)
            made.set_zoom(self._place.settings.zoom)
            made.set_dossier(self._place.held)
        return self._views[key]

    def making(self) -> Iterator[None]:
        """Make the views beside the reader before they are asked for, one at each step."""
        for page in BESIDE:
            self.view(page.key)
            yield

    def choose(self, key: str) -> None:
        """Show a view and give it the keyboard."""
        view = self.view(key)
        self.chosen = key
        self._show(view)

    def show_content(self, has_articles: bool) -> None:
        """Put the start page up while there is nothing to read, and take it away after that."""
        wanted = self.view(self.chosen) if has_articles else self.start
        if self.currentWidget() is not wanted:
            self._show(wanted)

    def _show(self, page: View | StartPage) -> None:
        self.setCurrentWidget(page)
        if isinstance(page, View):
            page.focus_work()
        else:
            page.setFocus()
        self.switched.emit()

    @Slot(int, int)
    def read(self, article_id: int, annotation_id: int) -> None:
        """Open an article in the reader at one of its annotations (0: at its beginning)."""
        self.choose(READING)
        self.reading.show_mark(article_id, annotation_id)

    def set_zoom(self, percent: int) -> None:
        """Size of the articles' text in every view."""
        for view in self._views.values():
            view.set_zoom(percent)

    @Slot()
    def _set_dossier(self) -> None:
        self.chosen = READING
        for view in self._views.values():
            view.set_dossier(self._place.held)
