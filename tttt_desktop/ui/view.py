"""What the window expects of each of its views."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tttt_desktop.ui.open_dossier import OpenDossier


class View(QWidget):
    """One of the pages that Ctrl+1…4 choose among. It listens to the open dossier by itself.

    `place_changed`: what the commands may do is another thing now. `mark_requested`: the person wants to read article
    (id) at annotation (id, or 0 for its beginning). `uses_requested`: the reports that used an annotation (id).
    """

    place_changed = Signal()
    mark_requested = Signal(int, int)
    uses_requested = Signal(int)

    def set_dossier(self, held: OpenDossier | None) -> None:
        """Show another dossier, or none."""
        raise NotImplementedError

    def set_zoom(self, percent: int) -> None:
        """Size of the text of articles, where the view shows any."""

    def facts(self) -> set[str]:
        """What is true in this view while it is on screen, in the words of `Command.needs`."""
        return set()

    def perform(self, command: str) -> None:
        """Do one of the commands that only this view has, by its id."""
        raise NotImplementedError

    @property
    def mark(self) -> int:
        """The id of the annotation the person is at, 0 where there is none."""
        return 0

    def show_uses(self) -> None:
        """Ask for the reports that used the annotation the person is at."""
        if self.mark:
            self.uses_requested.emit(self.mark)

    def focus_search(self) -> None:
        """Ctrl+F."""

    def open_filter(self) -> None:
        """Ctrl+L, where the view has a filter."""

    def next_pane(self, forward: bool) -> None:
        """F6 and Shift+F6."""
        self.focusNextPrevChild(forward)

    def focus_work(self) -> None:
        """Put the keyboard where the work is."""
        self.setFocus()
