"""Work of the window's thread in turns: short work at once, long work bit by bit, none after it was given up."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tttt_desktop.ui.turns import Turns


def work(steps: int, rows: int, done: list[int]) -> Iterator[int]:
    for step in range(steps):
        done.append(step)
        yield rows
    done.append(-1)


@pytest.fixture
def turns(qapp: QObject) -> Iterator[Turns]:
    parent = QObject()
    yield Turns(parent)
    parent.deleteLater()


def test_short_work_is_done_at_once(turns: Turns) -> None:
    done: list[int] = []
    turns.start(work(9, 100, done))
    assert done[-1] == -1
    assert not turns.busy


def test_long_work_goes_on_turn_by_turn(qtbot: QtBot, turns: Turns) -> None:
    done: list[int] = []
    turns.start(work(4, 600, done))
    assert done == [0, 1]
    assert turns.busy
    qtbot.waitUntil(lambda: not turns.busy)
    assert done == [0, 1, 2, 3, -1]


def test_what_was_given_up_is_not_done(qtbot: QtBot, turns: Turns) -> None:
    old, new = list[int](), list[int]()
    turns.start(work(5, 1000, old))
    turns.start(work(3, 1000, new))
    qtbot.waitUntil(lambda: not turns.busy)
    assert (old, new[-1]) == ([0], -1)
    turns.start(work(5, 1000, new))
    turns.stop()
    assert not turns.busy
