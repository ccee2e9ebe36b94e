import pytest
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from tttt_desktop.ui.menus.actions import Actions, plain
from tttt_desktop.ui.menus.command_list import COMMANDS, MENUS, WHY_NOT


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(window: QMainWindow) -> Actions:
    made = Actions(window)
    made.fill(window.menuBar())
    return made


def test_no_key_is_given_twice_and_none_clashes_with_vietnamese_typing() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))
    bare = [key for key in keys if len(key) == 1 or key in ("Backspace", "Alt+Z", "Ctrl+Space")]
    assert bare == []


def test_mnemonics_are_unique_in_every_menu() -> None:
    for name, _ in MENUS:
        labels = [c.text for c in COMMANDS if c.menu == name]
        labels += [label for sub, label in MENUS if sub.startswith(name + "/")]
        letters = [label[label.index("&") + 1].lower() for label in labels if "&" in label]
        assert len(letters) == len(set(letters)), (name, sorted(letters))
        assert "".join(letters).isascii(), (name, letters)  # no key types a letter with its marks
    tops = [label[label.index("&") + 1].lower() for name, label in MENUS if "/" not in name]
    assert len(tops) == len(set(tops))
    assert "z" not in tops


def test_every_command_stands_in_its_menu(actions: Actions) -> None:
    for command in COMMANDS:
        assert actions[command.id] in actions.menu(command.menu).actions()


def test_a_command_works_only_when_all_its_needs_are_met_and_says_why_not(
    actions: Actions,
) -> None:
    actions.set_facts({"dossier", "article"})
    assert not actions["mark_task"].isEnabled()
    assert actions["mark_task"].toolTip() == WHY_NOT["writable"]
    actions.set_facts({"dossier", "article", "writable"})
    assert actions["mark_task"].isEnabled()
    assert actions["mark_task"].toolTip() == "Nhiệm vụ (3)"


def test_reader_keys_are_shown_but_not_bound_to_the_window(actions: Actions) -> None:
    for command in COMMANDS:
        if command.reader_keys:
            assert actions[command.id].shortcut().isEmpty()
            assert actions[command.id].text().endswith("\t" + command.reader_keys)


def test_handlers_are_called_without_qts_checked_flag(actions: Actions) -> None:
    calls: list[tuple[object, ...]] = []

    def handler(*args: object) -> None:
        calls.append(args)

    actions.on({"about": handler})
    actions["about"].trigger()
    assert calls == [()]


def test_every_need_has_its_reason() -> None:
    assert {need for command in COMMANDS for need in command.needs} == set(WHY_NOT)


def test_submenus_hang_in_their_menu(actions: Actions, window: QMainWindow) -> None:
    tops = [action.menu() for action in window.menuBar().actions()]
    assert all(isinstance(menu, QMenu) for menu in tops)
    assert [plain(a.text()) for a in window.menuBar().actions()] == [
        "Tệp", "Sửa", "Xem", "Đánh dấu", "Báo cáo", "Trợ giúp",
    ]  # fmt: skip
