from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QMainWindow
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Span
from tttt_desktop.ui.menus import palette_entries
from tttt_desktop.ui.menus.actions import Actions
from tttt_desktop.ui.menus.command_list import COMMANDS
from tttt_desktop.ui.menus.palette import FOUND, CommandPalette
from tttt_desktop.ui.menus.palette_entries import Entry
from tttt_desktop.ui.settings import Settings


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(window: QMainWindow) -> Actions:
    return Actions(window)


class Opened:
    """The palette on screen."""

    def __init__(self, actions: Actions, window: QMainWindow, *facts: str) -> None:
        actions.set_facts(set(facts))
        self.palette = CommandPalette(palette_entries.commands(actions), Settings(), window)
        self.palette.show()
        field, rows = self.palette.findChild(QLineEdit), self.palette.findChild(QListWidget)
        assert isinstance(field, QLineEdit)
        assert isinstance(rows, QListWidget)
        self.field, self._rows = field, rows

    @property
    def entries(self) -> list[Entry]:
        return [self._rows.item(i).data(FOUND).entry for i in range(self._rows.count())]

    @property
    def names(self) -> list[str]:
        return [entry.name for entry in self.entries]

    @property
    def bold(self) -> str:
        """The letters of the first row that are bold."""
        found = self._rows.item(0).data(FOUND)
        return "|".join(span.of(found.entry.name) for span in found.spans)


def test_words_in_any_order_without_diacritics_and_enter_run_a_command(
    actions: Actions, window: QMainWindow, qtbot: QtBot
) -> None:
    run: list[str] = []
    actions.on({"report": lambda: run.append("report"), "about": lambda: run.append("about")})
    opened = Opened(actions, window, "marks")
    qtbot.keyClicks(opened.field, "word lap")
    assert opened.names[0] == "Lập báo cáo Word"
    assert opened.bold == "Word|Lập"
    qtbot.keyClick(opened.field, Qt.Key.Key_Return)
    assert run == ["report"]


def test_the_arrows_choose(actions: Actions, window: QMainWindow, qtbot: QtBot) -> None:
    run: list[str] = []
    for name in ("system", "light", "dark"):
        actions.on({f"theme_{name}": lambda name=name: run.append(name)})
    opened = Opened(actions, window)
    for _ in range(opened.names.index("Giao diện: Sáng") + 3):
        qtbot.keyClick(opened.field, Qt.Key.Key_Down)
    for _ in range(3):
        qtbot.keyClick(opened.field, Qt.Key.Key_Up)
    qtbot.keyClick(opened.field, Qt.Key.Key_Return)
    assert run == ["light"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [("toi giao dien", "Giao diện: Tối"), ("co chu lon", "Cỡ chữ: Lớn hơn")],
)
def test_a_choice_is_found_and_named_with_its_menu(
    actions: Actions, window: QMainWindow, qtbot: QtBot, typed: str, name: str
) -> None:
    opened = Opened(actions, window)
    qtbot.keyClicks(opened.field, typed)
    assert opened.names == [name]


def test_every_command_is_there_and_one_that_cannot_be_run_says_why_and_does_nothing(
    actions: Actions, window: QMainWindow, qtbot: QtBot
) -> None:
    run: list[str] = []
    actions.on({"report": lambda: run.append("report")})
    opened = Opened(actions, window)
    assert {entry.id for entry in opened.entries} == {c.id for c in COMMANDS} - {"palette"}
    able = [not entry.reason for entry in opened.entries]
    assert able == sorted(able, reverse=True)
    qtbot.keyClicks(opened.field, "bao cao word")
    assert opened.entries[0].reason == "Chưa có đánh dấu nào để đưa vào báo cáo."
    qtbot.keyClick(opened.field, Qt.Key.Key_Return)
    assert run == []
    assert opened.palette.isVisible()


def test_what_was_used_last_comes_first_the_next_time(
    actions: Actions, window: QMainWindow, qtbot: QtBot
) -> None:
    for typed in ("gioi thieu", "toan man hinh"):
        opened = Opened(actions, window)
        qtbot.keyClicks(opened.field, typed)
        qtbot.keyClick(opened.field, Qt.Key.Key_Return)
    assert Opened(actions, window).names[:2] == ["Toàn màn hình", "Giới thiệu"]


def test_the_name_says_what_undo_would_take_back(actions: Actions, window: QMainWindow) -> None:
    actions["undo"].setText("&Hoàn tác «Nhận gợi ý»")
    assert "Hoàn tác «Nhận gợi ý»" in Opened(actions, window, "undo").names


def test_recent_dossiers_are_opened_from_here(tmp_path: Path) -> None:
    opened: list[Path] = []
    path = tmp_path / "Tổng kết 2023.tttt"
    (entry,) = palette_entries.dossiers([path], opened.append)
    (found,) = palette_entries.find([entry], "2023 ho so", [])
    assert found.spans == (Span(18, 22), Span(3, 5), Span(6, 8))
    assert (entry.name, entry.detail) == ("Mở hồ sơ Tổng kết 2023", str(tmp_path))
    entry.run()
    assert opened == [path]


def test_nothing_found_and_enter_does_nothing(
    actions: Actions, window: QMainWindow, qtbot: QtBot
) -> None:
    run: list[str] = []
    actions.on({"about": lambda: run.append("about")})
    opened = Opened(actions, window)
    qtbot.keyClicks(opened.field, "xyzxyz")
    qtbot.keyClick(opened.field, Qt.Key.Key_Return)
    assert run == []
