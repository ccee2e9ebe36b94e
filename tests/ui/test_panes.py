"""The three panes and the widths they keep."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.ui.panes import LIST_WIDTH, Panes


@pytest.fixture
def panes(qtbot: QtBot) -> Panes:
    made = Panes(QWidget(), QWidget(), QWidget())
    qtbot.addWidget(made)
    made.resize(1366, 600)
    made.show()
    return made


def widths(panes: Panes) -> list[int]:
    splitter = panes.findChild(QSplitter)
    assert splitter is not None
    return splitter.sizes()


def drag(qtbot: QtBot, panes: Panes, by: int) -> None:
    handle = panes.findChildren(QSplitterHandle)[1]
    grip = QPoint(0, 100)
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=grip)
    qtbot.mouseMove(handle, grip + QPoint(by, 0))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=grip + QPoint(by, 0))


def test_widths_that_were_never_changed_stay_the_usual_ones(panes: Panes) -> None:
    panes.resize(911, 400)
    assert panes.save_state().isEmpty()
    panes.resize(1366, 600)
    assert widths(panes)[0] == LIST_WIDTH


def test_a_changed_width_outlives_a_narrow_window_and_a_new_start(
    qtbot: QtBot, panes: Panes
) -> None:
    drag(qtbot, panes, 44)
    wide = widths(panes)
    assert wide[0] > LIST_WIDTH
    panes.resize(911, 400)
    kept = panes.save_state()
    panes.resize(1366, 600)
    assert widths(panes) == wide
    again = Panes(QWidget(), QWidget(), QWidget())
    qtbot.addWidget(again)
    again.restore_state(kept)
    again.resize(1366, 600)
    again.show()
    assert widths(again) == wide
