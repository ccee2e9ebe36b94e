"""What a screen reader finds in the real window: nothing that takes the keyboard is without a name."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.__main__ import main
from tttt_desktop.paths import resource
from tttt_desktop.ui import theme
from tttt_desktop.ui.main_window import MainWindow

OpenAt = Callable[[Path, str], MainWindow]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier of the sample articles with their suggestions."""
    path = tmp_path_factory.mktemp("samples") / "Hồ sơ mẫu.tttt"
    assert main(["import", str(path), str(resource("samples"))]) == 0
    return path


@pytest.fixture
def window(open_at: OpenAt, samples: Path, tmp_path: Path) -> MainWindow:
    """The window with the sample dossier, on the first suggestion of its first article."""
    return open_at(Path(shutil.copy(samples, tmp_path)), "reading")


def focusable(root: QWidget) -> list[QWidget]:
    """What the keyboard reaches and the eye sees, with the window's own children only."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisibleTo(root)
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.window() is root
    ]


def unnamed(root: QWidget) -> list[str]:
    """Controls without a name, as a screen reader would ask for it."""
    found = []
    for widget in focusable(root):
        spoken = QAccessible.queryAccessibleInterface(widget)
        if not spoken or not spoken.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()} in {widget.parent()}")
    return found


def test_the_walk_would_notice_a_control_without_a_name(window: MainWindow) -> None:
    nameless = QLineEdit(window.centralWidget())
    nameless.show()
    assert len(unnamed(window)) == 1
    nameless.deleteLater()


def test_every_control_of_the_reading_view_has_a_name(window: MainWindow) -> None:
    assert len(focusable(window)) > 8
    assert unnamed(window) == []


def test_the_open_forms_of_the_cards_have_names(window: MainWindow, qtbot: QtBot) -> None:
    reader = window.reading.reader
    for kind in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        reader.focus_text()
        text = window.focusWidget()
        assert text is not None
        qtbot.keyClick(text, kind)
    page = window.reading.page
    assert page is not None
    assert len(page.annotations) == 3
    for mark in page.annotations:
        window.reading.show_mark(page.article.id, mark.id)
        window.commands["statement"].trigger()
        assert unnamed(window) == [], mark.kind
        assert window.reading.cards.isAncestorOf(window.focusWidget())


DIALOGS = ("article_details", "palette", "keys", "guide", "about", "office", "report")


@pytest.mark.parametrize("command", DIALOGS)
def test_every_control_of_the_dialogs_has_a_name(
    window: MainWindow, command: str, qtbot: QtBot
) -> None:
    window.commands["accept"].trigger()  # without a mark there is nothing to report
    window.commands[command].trigger()
    dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert [type(one).__name__ for one in dialogs if unnamed(one)] == []
    assert len(dialogs) == 1
    dialogs[0].close()


def test_every_pane_is_reached_by_tab_alone(window: MainWindow, qtbot: QtBot) -> None:
    reading = window.reading
    window.activateWindow()
    reading.reader.focus_text()
    seen: set[QWidget] = set()
    for _ in range(60):
        here = QApplication.focusWidget()
        assert here is not None
        seen |= {p for p in (reading.list, reading.reader, reading.cards) if p.isAncestorOf(here)}
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    assert seen == {reading.list, reading.reader, reading.cards}


def test_tab_jumps_over_nothing_in_a_pane(window: MainWindow, qtbot: QtBot) -> None:
    reading = window.reading
    window.activateWindow()
    reading.reader.focus_text()
    stops: set[QWidget] = set()
    for _ in range(60):
        here = QApplication.focusWidget()
        assert here is not None
        stops.add(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    for pane in (reading.list, reading.reader):
        reached = [one for one in stops if pane.isAncestorOf(one)]
        if pane.isVisible():
            assert len(reached) >= 2, pane
    finish = [one for one in stops if one.accessibleName() == "Xong, bài tiếp"]
    assert len(finish) == 1


def test_the_theme_may_change_while_everything_is_open(window: MainWindow) -> None:
    window.commands["accept"].trigger()
    place = window.reading.ref, window.reading.reader.current_ref
    for command in DIALOGS:
        window.commands[command].trigger()
        for name in ("dark", "light"):
            window.commands[f"theme_{name}"].trigger()
            assert window.palette().window().color() == theme.tokens().bg
        for dialog in window.findChildren(QDialog):
            dialog.close()
    assert (window.reading.ref, window.reading.reader.current_ref) == place
