"""A change that takes long is made beside the window: it stays alive, can be stopped, and nothing is lost meanwhile."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.errors import UserError
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.open_dossier import OpenDossier

SAID = "Đang xoá 1.000 bài…"


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[OpenDossier]:
    """An open dossier; Qt is there."""
    made = OpenDossier(Dossier.create(tmp_path / "a.tttt"))
    yield made
    made.close()


def waiting() -> QDialog:
    """The dialog that is in front."""
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, QDialog)
    return shown


def test_it_is_done_in_another_thread_and_announced(held: OpenDossier) -> None:
    threads: list[object] = []
    announced: list[str] = []
    held.changed.connect(lambda changed: announced.append(changed.label))

    def act(dossier: Dossier) -> str:
        threads.append(threading.current_thread())
        dossier.set_settings({"a": "1"}, label="Sửa")
        return "xong"

    assert held.run(act, SAID) == "xong"
    assert threads != [threading.current_thread()]
    assert announced == ["Sửa"]
    assert held.dossier.setting("a") == "1"
    assert held.dossier.undo_label == "Sửa"


def test_the_window_turns_meanwhile_and_says_what_is_done(held: OpenDossier) -> None:
    seen: list[str] = []
    go_on = threading.Event()

    def look() -> None:
        seen.extend(bar.accessibleName() for bar in waiting().findChildren(QProgressBar))
        go_on.set()

    QTimer.singleShot(10, look)
    held.run(lambda _: go_on.wait(20), SAID)
    assert seen == [SAID]
    assert not held.busy


def test_stopped_nothing_was_changed(held: OpenDossier) -> None:
    begun, stopped = threading.Event(), threading.Event()

    def press() -> None:
        if not begun.wait(20):
            return
        (stop,) = waiting().findChildren(QPushButton)
        stop.click()
        stopped.set()

    def act(dossier: Dossier) -> str:
        with dossier.store.change("Sửa"):
            row = {"key": "a", "value": "1"}
            dossier.store.insert("setting", row)
            begun.set()
            stopped.wait(20)
            dossier.store.insert("setting", row | {"key": "b"})
        return "xong"

    QTimer.singleShot(10, press)
    assert held.run(act, SAID) is None
    assert held.dossier.setting("a") == ""
    assert not held.dossier.store.conn.in_transaction
    held.run(lambda d: d.set_settings({"a": "2"}))
    assert held.dossier.setting("a") == "2"


def test_what_is_asked_meanwhile_is_done_afterwards(held: OpenDossier, qtbot: QtBot) -> None:
    begun = threading.Event()

    def ask() -> None:
        held.run(lambda d: d.set_settings({"a": "later"}))
        begun.set()

    def act(dossier: Dossier) -> None:
        begun.wait(20)
        dossier.set_settings({"a": "first"})

    QTimer.singleShot(10, ask)
    with qtbot.waitSignal(held.freed):
        held.run(act, SAID)
    assert held.dossier.setting("a") == "later"


def test_what_the_world_refuses_is_told(held: OpenDossier) -> None:
    told: list[object] = []
    held.refused.connect(told.append)

    def act(_: Dossier) -> None:
        raise UserError("Không được.", "Hãy thử lại.")

    assert held.run(act, SAID) is None
    assert [str(one) for one in told] == ["Không được. Hãy thử lại."]


def test_our_own_faults_come_out(held: OpenDossier) -> None:
    with pytest.raises(ZeroDivisionError):
        held.run(lambda _: 1 // 0, SAID)
    assert not held.busy
