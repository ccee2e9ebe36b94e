"""What an open import review needs done beyond its table: doubles are marked, suggestions found, texts read again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from tttt_desktop.domain.errors import UserError
from tttt_desktop.ui.jobs import Job, Progress
from tttt_desktop.ui.review.comparing import ReviewCompare
from tttt_desktop.ui.review.dialog import ImportReview
from tttt_desktop.ui.review.encoding import glimpse
from tttt_desktop.ui.review.habits import ReviewHabits
from tttt_desktop.ui.review.rows import unmarked
from tttt_desktop.ui.spread import Spread
from tttt_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from tttt_desktop.services.duplicates import Marker
    from tttt_desktop.services.imports import Reading

_AT_A_TIME = 8  # readings between two looks at the clock
_TOLD_EVERY = 0.2  # seconds
_HURRY = 0.02  # seconds more of the window at a time once the last file is read, or the person has said Dừng
_SUGGESTED_AT_ONCE = 40  # articles of one job: other work comes in between


class ReviewFlow(QObject):
    """Lives as long as its review."""

    def __init__(self, place: Workplace, review: ImportReview) -> None:
        super().__init__(review)
        self._place, self._review, self._model = place, review, review.model
        self._waiting: deque[Reading] = deque()
        self._marked: list[Reading] = []  # that are not in the table yet
        self._told_at = 0.0  # when the table got its last rows
        self._over = False
        self._marker: Marker | None = None
        self._job: Job | None = None
        self._habits = ReviewHabits(review)
        ReviewCompare(place, review)
        self._intake = Spread(self._take_some, self)
        self._again = Spread(self._mark_some_again, self)
        self._doubtful: deque[int] = deque()  # rows to be marked by another dossier
        place.switched.connect(self._mark_again)
        review.encoding_requested.connect(self._read_again)
        review.model.counted.connect(self._find_suggestions)
        review.finished.connect(self._stop)

    # -- rows come ------------------------------------------------------------------------------

    @Slot(object)
    def take(self, readings: Sequence[Reading]) -> None:
        """Readings arrived. They are marked and shown a few at a time: the window goes on in between."""
        self._waiting.extend(readings)
        self._intake.start()

    @Slot()
    def end(self) -> None:
        """Nothing more will arrive."""
        self._over = True
        self._intake.start()

    def _take_some(self, until: float) -> bool:
        """The table is told of them a few times a second: it paints all that is seen of it each time."""
        until += _HURRY if self._over else 0
        if not self._knows_dossier(until):
            return True
        while self._waiting and monotonic() < until:
            some = [self._waiting.popleft() for _ in range(min(_AT_A_TIME, len(self._waiting)))]
            self._marked += self._mark([self._habits.used(one) for one in some])
        if self._marked and (not self._waiting or monotonic() - self._told_at > _TOLD_EVERY):
            self._review.add_readings(self._marked)
            self._marked, self._told_at = [], monotonic()
        if self._waiting:
            return True
        if self._over:
            self._review.end_reading()
            self._find_suggestions()
        return False

    def _knows_dossier(self, until: float) -> bool:
        """Learn of the articles of a large dossier before the first reading is marked."""
        if self._marker is None:
            self._marker = self._new_marker()
        return self._marker.prepare(until - monotonic())

    def _mark(self, readings: Sequence[Reading]) -> list[Reading]:
        assert self._marker is not None
        return self._marker.mark(readings)

    def _new_marker(self) -> Marker:
        from tttt_desktop.services.duplicates import Marker

        held = self._place.held
        return Marker(held.dossier if held is not None else None)

    @Slot()
    def _mark_again(self) -> None:
        """Another dossier is open: what the person has not decided is compared with its articles."""
        self._marker = None
        rows = enumerate(self._model.all_rows())
        self._doubtful = deque(n for n, row in rows if row.reading.article and not row.decided)
        self._again.start()

    def _mark_some_again(self, until: float) -> bool:
        if not self._knows_dossier(until):
            return True
        fresh = {}
        while self._doubtful and monotonic() < until:
            number = self._doubtful.popleft()
            (fresh[number],) = self._mark([unmarked(self._model.row(number).reading)])
        self._model.set_marks(fresh)
        return bool(self._doubtful)

    # -- suggestions ----------------------------------------------------------------------------

    @Slot()
    def _find_suggestions(self) -> None:
        """Look for those of the next rows, when nothing else is being read."""
        if self._job is not None or not self._over or self._waiting:
            return
        wanted = self._model.unsuggested(_SUGGESTED_AT_ONCE)
        if wanted:
            self._job = self._place.jobs.start(_suggesting(wanted))
            self._job.finished.connect(self._suggested)
            self._job.failed.connect(self._failed)
            self._job.cancelled.connect(self._ended)

    @Slot(object)
    def _suggested(self, found: list[tuple[int, Reading, Reading]]) -> None:
        """Rows whose text was changed meanwhile are asked for again."""
        self._job = None
        fresh = {}
        for number, asked, answer in found:
            now = self._model.row(number).reading.article
            if now is None or asked.article is None or answer.proposals is None:
                continue
            if now.blocks is asked.article.blocks:
                fresh[number] = answer.proposals
        if fresh:
            self._model.set_proposals(fresh)
        else:
            self._find_suggestions()

    # -- another encoding -----------------------------------------------------------------------

    @Slot(int, str)
    def _read_again(self, number: int, encoding: str) -> None:
        reading = self._model.row(number).reading
        job = self._place.jobs.start(_reading_again(number, reading, encoding))
        job.finished.connect(self._was_read_again)
        job.failed.connect(self._failed)

    @Slot(object)
    def _was_read_again(self, result: tuple[int, Reading, Reading]) -> None:
        number, before, after = result
        if after.article is None:
            self._review.tell(after.refused)
        elif before.article is not None:
            marked = self._new_marker().mark([after])[0]
            self._review.show_read_again(number, marked, glimpse(before.article))

    # -- ends -----------------------------------------------------------------------------------

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        """Suggestions are found after the import as well; what is our own fault is not hidden."""
        self._job = None
        if not isinstance(error, UserError):
            raise error

    @Slot()
    def _ended(self) -> None:
        self._job = None

    @Slot()
    def _stop(self) -> None:
        for work in (self._intake, self._again):
            work.stop()
        self._waiting.clear()
        self._marked.clear()
        if self._job is not None:
            self._job.stop()


def _suggesting(
    wanted: Sequence[tuple[int, Reading]],
) -> Callable[[Progress, Callable[[], bool]], list[tuple[int, Reading, Reading]]]:
    """The work of a job which finds the suggestions of some rows: number, reading asked about, answer."""

    def work(
        progress: Progress, cancelled: Callable[[], bool]
    ) -> list[tuple[int, Reading, Reading]]:
        from tttt_desktop.services import imports

        readings = [reading for _, reading in wanted]
        answers = imports.suggest(readings, progress=progress, cancelled=cancelled)
        return [
            (number, asked, answer) for (number, asked), answer in zip(wanted, answers, strict=True)
        ]

    return work


def _reading_again(
    number: int, reading: Reading, encoding: str
) -> Callable[[Progress, Callable[[], bool]], tuple[int, Reading, Reading]]:
    """The work of a job which reads the bytes of a row by another encoding."""

    def work(progress: Progress, cancelled: Callable[[], bool]) -> tuple[int, Reading, Reading]:
        from tttt_desktop.services import imports

        return number, reading, imports.read_again(reading, encoding)

    return work
