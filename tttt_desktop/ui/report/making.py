"""From the choices of a report to its pages, beside the person's typing: the newest choices only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from tttt_desktop.domain.errors import Cancelled, UserError
from tttt_desktop.reporting.plain import Part
from tttt_desktop.services import briefing
from tttt_desktop.services.briefing import Briefing, Collected, Options, Stock
from tttt_desktop.ui.jobs import Job, Jobs
from tttt_desktop.ui.report.drawing import draw
from tttt_desktop.ui.report.excerpt import excerpt
from tttt_desktop.ui.report.pages import ReportPages
from tttt_desktop.ui.report.stepping import Stepping


@dataclass(frozen=True, slots=True)
class _Draft:
    """A report, and so much of it as is previewed."""

    report: Briefing
    parts: tuple[Part, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Preview:
    """A report with the pages that show it; `left_out`: the lines that they do not show."""

    report: Briefing
    options: Options
    pages: ReportPages
    left_out: int


class Making(QObject):
    """Reads in this thread, makes the report in another, and lays its pages out in this one again, bit by bit.

    Without `end` its going would wait for a thread of ours.
    """

    made = Signal(object)  # a Preview
    refused = Signal(object)  # the UserError that there is no report for

    def __init__(self, stock: Stock, parent: QObject) -> None:
        super().__init__(parent)
        self._stock = stock
        self._options = Options()
        self._draft: _Draft | None = None
        self._jobs = Jobs(self)
        self._job: Job | None = None
        self._reading, self._laying_out = Stepping(self), Stepping(self)
        self._reading.finished.connect(self._make)
        self._reading.refused.connect(self.refused)
        self._laying_out.finished.connect(self._give)

    def begin(self, options: Options, unsaved: Mapping[str, str]) -> None:
        """Make this report, and no other any more."""
        self.stop()
        self._options = options
        self._reading.begin(briefing.collect(self._stock, options, unsaved))

    def stop(self) -> None:
        """Nobody waits for pages any more."""
        self._reading.stop()
        self._laying_out.stop()
        if self._job is not None:
            self._job.stop()
            self._job = None

    def end(self) -> None:
        """Make nothing more; what still runs ends by itself."""
        self.stop()
        self._jobs.leave()

    @Slot(object)
    def _make(self, found: Collected) -> None:
        self._job = self._jobs.start(lambda _progress, stopped: _drafted(found, stopped))
        # Slots of ours and no lambda: one would keep us until our own child goes, and take us along.
        self._job.finished.connect(self._lay_out)
        self._job.failed.connect(self._fail)

    @Slot(object)
    def _lay_out(self, draft: _Draft) -> None:
        if self.sender() is self._job:
            self._job, self._draft = None, draft
            self._laying_out.begin(ReportPages.in_steps(draft.parts))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        if self.sender() is self._job:
            self._job = None
            self.refused.emit(error)

    @Slot(object)
    def _give(self, pages: ReportPages) -> None:
        draft = self._draft
        assert draft is not None
        self._draft = None
        self.made.emit(Preview(draft.report, self._options, pages, draft.left_out))


def _drafted(found: Collected, stopped: Callable[[], bool]) -> _Draft:
    """Errors: UserError, Cancelled."""
    report = briefing.build(found, draw)
    if stopped():
        raise Cancelled
    shown, left_out = excerpt(report)
    return _Draft(report, briefing.preview(shown), left_out)
