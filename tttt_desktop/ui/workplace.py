"""What the window and its flows share: settings, the worker thread, notices, and the dossier that is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.jobs import Jobs
from tttt_desktop.ui.notice import NoticeBar
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.settings import Settings


class Workplace(QObject):
    """Holds at most one open dossier; `switched` says that it is another one now, or none."""

    switched = Signal()

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self.window = window  # the parent of dialogs
        self.settings = settings
        self.jobs = Jobs(self)
        self.notice = NoticeBar()
        self.held: OpenDossier | None = None

    @property
    def writable(self) -> OpenDossier | None:
        """The open dossier, where it can be changed, and is not being changed beside the window."""
        held = self.held
        free = held is not None and not held.dossier.read_only and not held.busy
        return held if free else None

    def show(self, dossier: Dossier) -> None:
        """Take an open dossier over; the one before is closed."""
        self.close()
        self.held = OpenDossier(dossier, self)
        self.settings.remember(dossier.path)
        self.settings.remember_folder("dossier", dossier.path.parent)
        self.switched.emit()

    def close(self) -> None:
        """Release the open dossier, if there is one."""
        held, self.held = self.held, None
        if held is not None:
            self.switched.emit()
            held.close()
            held.deleteLater()
