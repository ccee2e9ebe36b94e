"""Reading many articles for a file without holding the window: a few at a time, between two looks at it."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tttt_desktop.domain.records import Page
from tttt_desktop.services.exports import ways_out
from tttt_desktop.ui.open_dossier import OpenDossier

_HOLD = 0.02  # seconds that the window waits at most
_AT_ONCE = 4  # articles read together


class Gathering(QObject):
    """Reads what a file of a kind tells of these articles (None: of all) and gives it as `gathered`.

    It begins anew when the dossier is changed meanwhile, so that a file never tells of two states of it.
    """

    gathered = Signal(list)

    def __init__(
        self, held: OpenDossier, kind: str, ids: Sequence[int] | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._held, self._kind, self._ids = held, kind, ids
        self._left: list[int] = []
        self._pages: list[Page] = []
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._read_some)
        held.changed.connect(self.start)

    @Slot()
    def start(self) -> None:
        """Read from the beginning."""
        there = self._held.dossier.article_ids()
        chosen = there if self._ids is None else [one for one in self._ids if one in set(there)]
        self._left = ways_out.order(self._kind, chosen)[::-1]
        self._pages.clear()
        self._pause.start()

    def stop(self) -> None:
        """End it; nothing is given."""
        self._pause.stop()
        self._held.changed.disconnect(self.start)

    @Slot()
    def _read_some(self) -> None:
        until = monotonic() + _HOLD
        while self._left and monotonic() < until:
            some = [self._left.pop() for _ in range(min(_AT_ONCE, len(self._left)))]
            self._pages += ways_out.pages(self._held.dossier, self._kind, some)
        if self._left:
            self._pause.start()
        else:
            self.stop()
            self.gathered.emit(self._pages)
