"""What is opened later is loaded while nothing is done, in small steps, and first openings then load nothing."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import ParsedArticle
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article
from tttt_desktop.ui import beforehand
from tttt_desktop.ui.beforehand import OPENED_LATER, Beforehand

# Prints how many modules of ours each step loads, and which each command still loads at its first opening.
PROGRAM = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog
from tttt_desktop.ui.app import make_application
from tttt_desktop.ui.beforehand import loading
from tttt_desktop.ui.main_window import MainWindow
from tttt_desktop.ui.settings import Settings

def ours():
    names = (name for name in list(sys.modules) if name.startswith("tttt_desktop."))
    return {name for name in names if not name.startswith("tttt_desktop.suggesting")}  # beside the window

app = make_application()
window = MainWindow(Settings())
window.show()
window.dossiers.open_path(Path(sys.argv[1]))
app.processEvents()
steps, known = [], ours()
for _ in loading():
    steps.append(len(ours() - known))
    known = ours()
later = {}
for command in sys.argv[2:]:
    before = ours()
    window.commands[command].trigger()
    app.processEvents()
    later[command] = sorted(ours() - before)
    for dialog in window.findChildren(QDialog):
        dialog.close()
    window.views.choose("reading")
third = [name for name in ("lxml", "docx", "pypdfium2", "ssl", "http") if name in sys.modules]
print(json.dumps({"steps": steps, "later": later, "third": third}), flush=True)
window.close()
"""
COMMANDS = (
    "report", "view_consolidation", "view_following", "view_figures", "palette", "keys", "article_details",
    "correct_text", "history", "bin", "proofread", "edit_fields", "own_templates", "guide", "about", "made_reports",
)  # fmt: skip


def test_after_it_first_openings_load_nothing(
    tmp_path: Path, dossier: Dossier, parsed: Callable[..., ParsedArticle]
) -> None:
    with dossier.store.change("Nhập 1 bài viết"):
        add_article(dossier.store, parsed("Sở đã hoàn thành 12 nhiệm vụ trong năm."), None)
    dossier.close()
    command = [sys.executable, "-c", PROGRAM, str(dossier.path), *COMMANDS]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    told = json.loads(done.stdout)
    assert {name: new for name, new in told["later"].items() if new} == {}
    assert told["third"] == []  # what writes and reads files is loaded where that is done
    assert sum(told["steps"]) > 100
    whole = [count for count in told["steps"] if count > 3]  # packages that load their own parts
    assert len(whole) <= 5


def test_what_is_named_is_there() -> None:
    assert len(set(OPENED_LATER)) == len(OPENED_LATER)
    for name in OPENED_LATER:
        assert find_spec(name) is not None


class Steps:
    """Stands for the modules: counts how often it was asked for the next."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, count: int = 10**9) -> None:
        self.done, self.count = 0, count
        monkeypatch.setattr(beforehand, "loading", lambda: self)
        monkeypatch.setattr(beforehand, "_QUIET", 1)

    def __iter__(self) -> "Steps":
        return self

    def __next__(self) -> None:
        if self.done == self.count:
            raise StopIteration
        self.done += 1


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_ends_when_all_is_loaded(
    qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = Steps(monkeypatch, count=3)
    after: list[int] = []

    def further() -> Iterator[None]:
        for _ in range(2):
            after.append(steps.done)
            yield

    loader = Beforehand(window, lambda: False, further())
    with qtbot.waitSignal(loader.destroyed):
        pass
    assert after == [3, 3]  # what is made comes when all is loaded


def test_nothing_is_loaded_while_something_is_going_on(
    qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = Steps(monkeypatch)
    asked = []
    busy = True

    def working() -> bool:
        asked.append(True)
        return busy

    Beforehand(window, working)
    qtbot.waitUntil(lambda: len(asked) > 2)
    assert steps.done == 0
    busy = False
    qtbot.waitUntil(lambda: steps.done > 0)


def test_a_dialog_on_screen_makes_it_wait(
    qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = Steps(monkeypatch)
    asked = []
    dialog = QDialog(window)
    dialog.open()
    Beforehand(window, lambda: bool(asked.append(True)))  # type: ignore[func-returns-value]
    qtbot.waitUntil(lambda: len(asked) > 2)
    assert steps.done == 0
    dialog.close()
    qtbot.waitUntil(lambda: steps.done > 0)


def test_a_key_makes_it_wait(
    qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = Steps(monkeypatch)
    monkeypatch.setattr(beforehand, "_QUIET", 60_000)
    loader = Beforehand(window, lambda: False)
    loader._turn.start()
    qtbot.waitUntil(lambda: steps.done > 0)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Down)
    assert not loader._turn.isActive()
