import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QMainWindow
from pytestqt.qtbot import QtBot

from tttt_desktop.ui.actions import Actions
from tttt_desktop.ui.palette import CommandPalette


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(window: QMainWindow) -> Actions:
    return Actions(window)


def opened(actions: Actions, window: QMainWindow, *facts: str) -> tuple[QLineEdit, list[str]]:
    actions.set_facts(set(facts))
    palette = CommandPalette(actions, window)
    palette.show()
    field, found = palette.findChild(QLineEdit), palette.findChild(QListWidget)
    assert isinstance(field, QLineEdit)
    assert isinstance(found, QListWidget)
    return field, [found.item(i).text() for i in range(found.count())]


def test_a_few_letters_without_diacritics_and_enter_run_a_command(
    actions: Actions, window: QMainWindow, qtbot: QtBot
) -> None:
    run: list[str] = []
    actions.on({"theme_dark": lambda: run.append("dark"), "about": lambda: run.append("about")})
    field, _ = opened(actions, window)
    qtbot.keyClicks(field, "gioi thieu")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert run == ["about"]


def test_the_arrows_choose(actions: Actions, window: QMainWindow, qtbot: QtBot) -> None:
    run: list[str] = []
    for name in ("system", "light", "dark"):
        actions.on({f"theme_{name}": lambda name=name: run.append(name)})
    field, names = opened(actions, window)
    down = names.index("Sáng")
    for _ in range(down + 3):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    for _ in range(3):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert run == ["light"]


def test_what_cannot_be_done_now_is_not_offered(actions: Actions, window: QMainWindow) -> None:
    _, without = opened(actions, window)
    _, with_marks = opened(actions, window, "marks", "dossier")
    assert "Lập báo cáo Word" not in without
    assert "Lập báo cáo Word" in with_marks


def test_nothing_found_and_enter_does_nothing(
    actions: Actions, window: QMainWindow, qtbot: QtBot
) -> None:
    run: list[str] = []
    actions.on({"about": lambda: run.append("about")})
    field, _ = opened(actions, window)
    qtbot.keyClicks(field, "xyzxyz")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert run == []
