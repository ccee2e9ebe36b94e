"""Learning beside the window: decisions are taken in bit by bit, and suggestions that still wait are looked at again.

Suggestions never change under the hands: not in the article on screen, not in one that is done, and not while there
is something to redo. What is on screen is looked at again with the next pass, when another article is open.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Page, Proposal
from tttt_desktop.paths import data_dir
from tttt_desktop.services import lore, renewal, suggestions
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui import messages
from tttt_desktop.ui.dossier_flow import SUFFIX
from tttt_desktop.ui.jobs import Job, Jobs, Progress
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.widgets import number
from tttt_desktop.ui.workplace import Workplace

ENOUGH = 20  # decisions after which waiting suggestions are looked at again; as many are worth bringing along
_SLICE = 0.010  # seconds of the UI thread at a time,
_PAUSE = 30  # milliseconds that are the person's in between
_CALM = 1_500  # milliseconds after the last decision before anything is looked at again
_CHUNK = 20  # articles the rules are asked about at a time

Found = dict[int, tuple[Proposal, ...]]


class LearningFlow(QObject):
    """Follows the open dossier. `current` tells which article is on screen."""

    renewed = Signal(object)  # Changed: suggestions that wait are others now

    def __init__(self, place: Workplace, current: Callable[[], Page | None]) -> None:
        super().__init__(place)
        self._place, self._current = place, current
        self._jobs = Jobs(self)
        self._job: Job | None = None
        self._ids: deque[int] = deque()  # articles still to be looked at again
        self._pages: dict[int, Page] = {}
        self._unstored: deque[tuple[int, tuple[Proposal, ...]]] = deque()
        self._learning = QTimer(self, singleShot=True, interval=_PAUSE)
        self._learning.timeout.connect(self._learn)
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self.look_again)
        self._storing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._storing.timeout.connect(self._store_one)
        place.switched.connect(self._switched)

    # -- learning -------------------------------------------------------------------------------

    @Slot()
    def _switched(self) -> None:
        self._forget()
        held = self._held()
        if held is not None:
            held.changed.connect(self._changed)
            self._learning.start()
            self._offer(held.dossier)

    def _held(self) -> OpenDossier | None:
        held = self._place.held
        return held if held is not None and not held.dossier.read_only else None

    def _forget(self) -> None:
        for timer in (self._learning, self._calm, self._storing):
            timer.stop()
        if self._job is not None:
            self._job.stop()
        self._job = None
        self._ids.clear()
        self._pages.clear()
        self._unstored.clear()

    @property
    def busy(self) -> bool:
        """Whether something is being looked at."""
        return self._jobs.busy

    def stop(self) -> None:
        """End it."""
        self._forget()
        self._jobs.stop_all()

    @Slot(object)
    def _changed(self, changed: Changed) -> None:
        held = self._held()
        if held is not None and changed.touches("looked") and held.learner.known is not None:
            held.learner.news += (
                ENOUGH  # an import brought suggestions in which learning had no say yet
            )
        self._learning.start()

    @Slot(object)
    def note(self, changed: Changed) -> None:
        """Suggestions were found and stored; in their articles something may have been decided before."""
        held = self._held()
        if held is not None:
            held.learner.note(changed)
            self._learning.start()

    @Slot()
    def _learn(self) -> None:
        """Take in what was decided, a few articles at a time."""
        held = self._held()
        if held is None or not held.learner.waits:
            return
        if not suggestions.is_warm():
            job = self._jobs.start(_warming)
            job.finished.connect(lambda _: self._learning.start())
        elif held.learner.learn_on(_SLICE):
            self._calm.start()
        else:
            self._learning.start()

    # -- looking again --------------------------------------------------------------------------

    @Slot()
    def look_again(self) -> None:
        """Once enough was learned, ask the rules again about all articles that are not done."""
        held = self._held()
        if held is None or held.learner.news < ENOUGH or self._job or self._unstored:
            return
        held.learner.news = 0
        self._ids = deque(renewal.unfinished(held.dossier))
        self._look_on()

    def _look_on(self) -> None:
        held = self._held()
        if held is None or self._job is not None or not self._ids:
            return
        some = [self._ids.popleft() for _ in range(min(_CHUNK, len(self._ids)))]
        pages = renewal.pages(held.dossier, some)
        self._pages |= pages
        job = self._jobs.start(_looking(pages))
        self._job = job
        job.finished.connect(lambda found: self._answered(job, found))
        job.failed.connect(lambda error: self._failed(job, error))

    def _answered(self, job: Job, found: Found) -> None:
        if job is self._job:
            self._job = None
            self._unstored.extend(found.items())
            self._storing.start()

    def _failed(self, job: Job, error: Exception) -> None:
        """Without a child suggestions stay as they are; what is our own fault is not hidden."""
        if job is self._job:
            self._forget()
        if not isinstance(error, UserError):
            raise error

    @Slot()
    def _store_one(self) -> None:
        """Store what came out for one article, unless it is on screen by now."""
        held = self._held()
        if held is None or not self._unstored:
            return
        article_id, proposals = self._unstored.popleft()
        page = self._pages.pop(article_id)
        here = self._current()
        if here is None or here.article.id != article_id:
            self._renew(held, page, proposals)
        if self._unstored:
            self._storing.start()
        else:
            self._look_on()

    def _renew(self, held: OpenDossier, page: Page, proposals: tuple[Proposal, ...]) -> None:
        key = page.article.id
        try:
            changed = renewal.renew(held.dossier, {key: page}, {key: proposals}, held.learner.model)
        except UserError:  # the disk refuses; the next change of the person says so
            self._forget()
            return
        if changed.touches("suggestion"):
            held.learner.note(changed)
            self.renewed.emit(changed)

    # -- forgetting and bringing ----------------------------------------------------------------

    @Slot()
    def forget(self) -> None:
        """Quên những gì đã học: at once, and it can be undone."""
        held = self._held()
        if held is not None and held.run(lore.forget) is not None:
            self._tell(self.tr("Đã quên những gì đã học. Đánh dấu của bạn vẫn còn nguyên."))

    @Slot()
    def choose(self) -> None:
        """Ask which dossier to bring along from."""
        held = self._held()
        if held is None:
            return
        name, _ = QFileDialog.getOpenFileName(
            self._place.window,
            self.tr("Mang những gì đã học từ hồ sơ khác"),
            str(held.dossier.path.parent),
            self.tr("Hồ sơ tổng kết (*{suffix})").format(suffix=SUFFIX),
        )
        if name:
            self.bring(Path(name))

    def bring(self, path: Path) -> None:
        """Take over what was learned in another dossier, which is only read."""
        held = self._held()
        if held is None:
            return
        if path == held.dossier.path:
            self._refuse(
                UserError(self.tr("Đây chính là hồ sơ đang mở."), self.tr("Hãy chọn hồ sơ khác."))
            )
            return
        job = self._jobs.start(lambda _progress, _cancelled: lore.lore_of(path))
        job.finished.connect(lambda found: self._brought(held, path, found))
        job.failed.connect(self._refuse)

    def _brought(self, held: OpenDossier, path: Path, found: lore.Lore) -> None:
        if held is not self._held():
            return
        if held.run(lambda dossier: lore.bring(dossier, path, found)) is not None:
            said = self.tr("Đã mang sang những gì học từ {n} quyết định trong “{name}”.")
            self._tell(said.format(n=number(found.size), name=path.stem))

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        messages.show_error(self._place.window, error)

    def _tell(self, text: str) -> None:
        self._place.notice.show_text(text, (self.tr("Hoàn tác"), self._undo))

    def _undo(self) -> None:
        held = self._held()
        if held is not None:
            held.run(Dossier.undo)

    def _offer(self, dossier: Dossier) -> None:
        """Once in a new dossier: what was learned in the one used before could come along."""
        before = next((one for one in self._place.settings.recent if one != dossier.path), None)
        flag = f"learning offered {dossier.path}"
        new = not dossier.totals().articles and not dossier.undo_label and not dossier.redo_label
        mine = dossier.path.parent != data_dir()  # the samples are nobody's office
        if before is None or not new or not mine or self._place.settings.flag(flag):
            return
        self._place.settings.set_flag(flag)
        job = self._jobs.start(lambda _progress, _cancelled: lore.decisions(before))
        job.finished.connect(lambda count: self._offered(dossier, before, count))
        job.failed.connect(_not_now)

    def _offered(self, dossier: Dossier, before: Path, count: int) -> None:
        held = self._held()
        if held is None or held.dossier is not dossier or count < ENOUGH:
            return
        said = self.tr("Trong “{name}” chương trình đã học từ {n} quyết định của bạn.")
        self._place.notice.show_text(
            said.format(name=before.stem, n=number(count)),
            (self.tr("Mang sang hồ sơ này"), lambda: self.bring(before)),
        )


def _not_now(error: Exception) -> None:
    """A dossier that cannot be read is not offered."""
    if not isinstance(error, UserError):
        raise error


def _warming(_progress: Progress, _cancelled: Callable[[], bool]) -> None:
    suggestions.warm_up()


def _looking(pages: Mapping[int, Page]) -> Callable[[Progress, Callable[[], bool]], Found]:
    def work(_progress: Progress, cancelled: Callable[[], bool]) -> Found:
        return suggestions.find_in(pages, cancelled=cancelled)

    return work
