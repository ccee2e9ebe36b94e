"""What was learned as a whole: forgotten, brought along from another dossier, offered in a new one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from tttt_desktop.domain.errors import UserError
from tttt_desktop.paths import data_dir
from tttt_desktop.services import lore
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.learned import Lore
from tttt_desktop.ui import messages
from tttt_desktop.ui.dossier_flow import ask_other, check_other
from tttt_desktop.ui.jobs import Jobs
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.widgets import number
from tttt_desktop.ui.workplace import Workplace

ENOUGH = 20  # decisions that are worth bringing along, or looking at waiting suggestions again


class LoreFlow(QObject):
    """Follows the dossier that is open for writing."""

    def __init__(self, place: Workplace, jobs: Jobs) -> None:
        super().__init__(place)
        self._place, self._jobs = place, jobs
        place.switched.connect(self._offer)

    @Slot()
    def forget(self) -> None:
        """Quên những gì đã học: at once, and it can be undone."""
        held = self._place.writable
        if held is not None and held.run(lore.forget) is not None:
            self._tell(self.tr("Đã quên những gì đã học. Đánh dấu của bạn vẫn còn nguyên."))

    @Slot()
    def choose(self) -> None:
        """Ask which dossier to bring along from."""
        held = self._place.writable
        if held is None:
            return
        title = self.tr("Mang những gì đã học từ hồ sơ khác")
        path = ask_other(self._place.window, held.dossier.path, title)
        if path is not None:
            self.bring(path)

    def bring(self, path: Path) -> None:
        """Take over what was learned in another dossier, which is only read."""
        held = self._place.writable
        if held is None:
            return
        try:
            check_other(held.dossier.path, path)
        except UserError as error:
            self._refuse(error)
            return
        job = self._jobs.start(lambda _progress, _cancelled: lore.lore_of(path))
        job.finished.connect(lambda found: self._brought(held, path, found))
        job.failed.connect(self._refuse)

    def _brought(self, held: OpenDossier, path: Path, found: Lore) -> None:
        if held is not self._place.writable:
            return
        if held.run(lambda dossier: lore.bring(dossier, path, found)) is not None:
            said = self.tr("Đã mang sang những gì học từ {n} quyết định trong “{name}”.")
            self._tell(said.format(n=number(found.size), name=path.stem))

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        messages.show_error(self._place.window, error)

    def _tell(self, text: str) -> None:
        undo = self.tr("Hoàn tác"), self._undo
        self._place.notice.show_text(text, undo, until_change=True)

    def _undo(self) -> None:
        held = self._place.writable
        if held is not None:
            held.undo()

    @Slot()
    def _offer(self) -> None:
        """Once in a new dossier: what was learned in the one used before could come along."""
        held = self._place.writable
        if held is None:
            return
        dossier = held.dossier
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
        held = self._place.writable
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
