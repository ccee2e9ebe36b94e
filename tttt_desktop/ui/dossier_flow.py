"""Making, opening and backing up dossiers from the window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from tttt_desktop.domain.errors import DossierInUse, UserError
from tttt_desktop.paths import data_dir, documents_dir, numbered, resource
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui import messages
from tttt_desktop.ui.workplace import Workplace

SUFFIX = ".tttt"


def free_name(folder: Path, stem: str) -> Path:
    """The first of "stem.tttt", "stem (2).tttt" ... that does not exist in `folder`."""
    return next(path for path in numbered(folder / f"{stem}{SUFFIX}") if not path.exists())


def samples() -> list[Path]:
    """The files of the sample dossier."""
    return sorted(path for path in resource("samples").iterdir() if path.is_file())


def ask_other(parent: QWidget, here: Path, title: str) -> Path | None:
    """Ask for a dossier besides the one that is open at `here`; None when the person thinks better of it."""
    kind = QCoreApplication.translate("DossierFlow", "Hồ sơ tổng kết (*{suffix})")
    name, _ = QFileDialog.getOpenFileName(
        parent, title, str(here.parent), kind.format(suffix=SUFFIX)
    )
    return Path(name) if name else None


def check_other(here: Path, path: Path) -> None:
    """Errors: UserError where `path` is the dossier that is open."""
    if path == here:
        raise UserError("Đây chính là hồ sơ đang mở.", "Hãy chọn hồ sơ khác.")


class DossierFlow(QObject):
    """The use cases of the file menu; it asks for names and hands an open Dossier to the window."""

    samples_requested = Signal(list)  # paths, to be read into the dossier just made

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._place = place

    def _folder(self) -> Path:
        return self._place.settings.folder("dossier", documents_dir())

    def _filter(self) -> str:
        return self.tr("Hồ sơ tổng kết (*{suffix})").format(suffix=SUFFIX)

    @Slot()
    def new(self) -> None:
        """Ask for a name and make an empty dossier."""
        proposal = free_name(self._folder(), self.default_stem())
        name, _ = QFileDialog.getSaveFileName(
            self._place.window, self.tr("Hồ sơ mới"), str(proposal), self._filter()
        )
        if name:
            path = Path(name)
            stem = path.name.removesuffix(SUFFIX).strip() or proposal.stem
            self.create(path.with_name(stem + SUFFIX))

    @staticmethod
    def default_stem() -> str:
        """What a dossier is called when nobody named it."""
        return f"Tổng kết {date.today().year}"

    def create(self, path: Path) -> bool:
        """Make an empty dossier at `path` and open it. False when that failed (and was said)."""
        try:
            dossier = Dossier.create(path)
        except UserError as error:
            messages.show_error(self._place.window, error)
            return False
        self._place.show(dossier)
        return True

    def ensure(self) -> bool:
        """Have a dossier that can be written: the open one, else a new one under the default name."""
        held = self._place.held
        if held is not None and not held.dossier.read_only:
            return True
        path = free_name(documents_dir(), self.default_stem())
        if not self.create(path):
            return False
        self._place.notice.show_text(self.tr("Đã tạo hồ sơ mới: {path}").format(path=path))
        return True

    @Slot()
    def open(self) -> None:
        """Ask which dossier to open."""
        name, _ = QFileDialog.getOpenFileName(
            self._place.window, self.tr("Mở hồ sơ"), str(self._folder()), self._filter()
        )
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> bool:
        """Open a dossier; one that is in use may be opened read-only. False when it stays closed."""
        held = self._place.held
        if held is not None and held.dossier.path == path:
            return True
        try:
            dossier = Dossier.open(path)
        except DossierInUse as error:
            return self._open_read_only(path, error)
        except UserError as error:
            messages.show_error(self._place.window, error)
            return False
        self._place.show(dossier)
        return True

    def _open_read_only(self, path: Path, error: DossierInUse) -> bool:
        answers = (self.tr("Mở chỉ đọc"), self.tr("Huỷ"))
        if messages.ask(self._place.window, error.message, error.remedy, *answers) != 0:
            return False
        try:
            dossier = Dossier.open(path, read_only=True)
        except UserError as failed:
            messages.show_error(self._place.window, failed)
            return False
        self._place.show(dossier)
        return True

    @Slot()
    def sample(self) -> None:
        """Open the sample dossier; it is a copy of its own that can be deleted."""
        path = data_dir() / f"Hồ sơ mẫu{SUFFIX}"
        if path.exists() and self.open_path(path):
            return
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self.create(free_name(path.parent, path.stem)):
            self.samples_requested.emit(samples())

    @Slot()
    def back_up(self) -> None:
        """Write a checked copy where the person wants it."""
        held = self._place.held
        if held is None:
            return
        proposal = free_name(
            self._folder(), f"{held.dossier.path.stem} - sao lưu {date.today():%d-%m-%Y}"
        )
        name, _ = QFileDialog.getSaveFileName(
            self._place.window, self.tr("Sao lưu hồ sơ"), str(proposal), self._filter()
        )
        if name:
            self.back_up_to(Path(name))

    def back_up_to(self, path: Path) -> None:
        """Write the copy and say where it is."""
        held = self._place.held
        if held is None:
            return
        try:
            held.dossier.back_up_to(path)
        except UserError as error:
            messages.show_error(self._place.window, error)
        else:
            self._place.notice.show_text(self.tr("Đã sao lưu hồ sơ: {path}").format(path=path))
