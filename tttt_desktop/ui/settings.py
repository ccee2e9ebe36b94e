"""What the window remembers between two starts. Nothing of a dossier's content is kept here."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

RECENT_MAX = 8
USED_MAX = 12
ZOOM_STEPS = (80, 90, 100, 110, 125, 150, 175, 200)


class Settings:
    """Typed access to the user's QSettings."""

    def __init__(self) -> None:
        self._store = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "tttt-desktop", "tttt-desktop"
        )

    def _text(self, key: str, default: str = "") -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    @property
    def theme(self) -> str:
        """ "system", "light" or "dark"."""
        value = self._text("theme", "system")
        return value if value in ("system", "light", "dark") else "system"

    @theme.setter
    def theme(self, value: str) -> None:
        self._store.setValue("theme", value)

    @property
    def zoom(self) -> int:
        """Size of the article text in percent, one of ZOOM_STEPS."""
        value = self._text("zoom", "100")
        return int(value) if value.isdecimal() and int(value) in ZOOM_STEPS else 100

    @zoom.setter
    def zoom(self, value: int) -> None:
        self._store.setValue("zoom", str(value))

    @property
    def recent(self) -> list[Path]:
        """Dossiers opened lately, the newest first, only those that are still there."""
        names = self._text("recent").split("\n")
        return [Path(name) for name in names if name and Path(name).is_file()]

    def remember(self, path: Path) -> None:
        """Put a dossier at the head of the recent ones."""
        others = [str(known) for known in self.recent if known != path]
        self._store.setValue("recent", "\n".join([str(path), *others][:RECENT_MAX]))

    @property
    def used_commands(self) -> list[str]:
        """Ids of what was run from the palette, the last one first."""
        return [name for name in self._text("commands").split("\n") if name]

    def remember_command(self, name: str) -> None:
        """Put a command at the head of those used."""
        others = [known for known in self.used_commands if known != name]
        self._store.setValue("commands", "\n".join([name, *others][:USED_MAX]))

    def folder(self, purpose: str, default: Path) -> Path:
        """The folder last used for a purpose ("import", "report", "dossier"), else `default`."""
        known = Path(self._text(f"folder/{purpose}", str(default)))
        return known if known.is_dir() else default

    def remember_folder(self, purpose: str, folder: Path) -> None:
        """Keep the folder for the next time."""
        self._store.setValue(f"folder/{purpose}", str(folder))

    def flag(self, name: str, default: bool = False) -> bool:
        """A yes or no that was kept, such as a hint already seen."""
        return self._text(f"flag/{name}", "1" if default else "0") == "1"

    def set_flag(self, name: str, value: bool = True) -> None:
        """Keep a yes or no."""
        self._store.setValue(f"flag/{name}", "1" if value else "0")

    def choice(self, name: str, default: str) -> str:
        """A word that was chosen last time, such as what the lines are grouped by."""
        return self._text(f"choice/{name}", default)

    def set_choice(self, name: str, value: str) -> None:
        """Keep a word for the next time."""
        self._store.setValue(f"choice/{name}", value)

    def state(self, name: str) -> QByteArray:
        """Geometry of a window or splitter; empty when there is none."""
        value = self._store.value(f"state/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, name: str, value: QByteArray) -> None:
        """Keep the geometry of a window or splitter."""
        self._store.setValue(f"state/{name}", value)

    def save(self) -> None:
        """Write at once."""
        self._store.sync()
