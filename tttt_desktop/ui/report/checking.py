"""The check of a report that is being made, beside the window: only the last one asked for answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from tttt_desktop.domain.errors import UserError
from tttt_desktop.services import templates
from tttt_desktop.services.briefing import Briefing, Options, Stock
from tttt_desktop.services.offered import Stopped
from tttt_desktop.services.preflight import Checker, Preflight
from tttt_desktop.services.proofing import Findings
from tttt_desktop.ui.jobs import Job, Jobs
from tttt_desktop.ui.report.preflight import checked, of_this_machine
from tttt_desktop.ui.report.stepping import Stepping
from tttt_desktop.ui.report.wording import WordingCheck


class Checking(QObject):
    """Its layout, its sense and its wording. Without `end` its going would wait for a thread of ours."""

    answered = Signal(object)  # a Preflight, or the UserError that kept from checking

    def __init__(self, stock: Stock, parent: QObject) -> None:
        super().__init__(parent)
        self._dossier = stock.dossier
        self._checker, self._wording = Checker(stock), WordingCheck(stock.dossier)
        self._jobs = Jobs(self)
        self._job: Job | None = None  # the check of the report as it is now
        self._reading = Stepping(self)
        self._reading.finished.connect(self._check)

    def begin(self, made: Briefing, options: Options, target: Path) -> None:
        """Check this report, which is to be written to `target`, and no other any more."""
        self.stop()
        render = templates.renderer(self._dossier, options.template)
        self._reading.begin(self._checker.work(made, render, target, of_this_machine()))

    @Slot(object)
    def _check(self, work: Callable[[Stopped], Preflight]) -> None:
        look_over = self._wording.work()
        self._job = self._jobs.start(
            lambda _progress, stopped: (checked(work, stopped), look_over(stopped))
        )
        # Slots of ours and no lambda: one would keep us until our own child goes, and take us along.
        self._job.finished.connect(self._take)
        self._job.failed.connect(self._pass_on)

    def stop(self) -> None:
        """Nobody waits for the answer any more."""
        self._reading.stop()
        if self._job is not None:
            self._job.stop()
            self._job = None

    def end(self) -> None:
        """Check nothing more; what still runs ends by itself."""
        self.stop()
        self._jobs.leave()

    @Slot(object)
    def _take(self, answer: tuple[Preflight | UserError, Findings]) -> None:
        if self.sender() is not self._job:
            return
        found, words = answer
        if not isinstance(found, UserError):
            found = self._wording.added(words, found)
        self.answered.emit(found)

    @Slot(object)
    def _pass_on(self, error: Exception) -> None:
        raise error
