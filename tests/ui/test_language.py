"""Qt's own menus, buttons and dialogs speak Vietnamese: the catalogue qtbase_vi covers what the program can show of them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tttt_desktop.paths import resource

LETTERS = set("ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ")


@pytest.fixture(autouse=True)
def vietnamese(qapp: QApplication) -> Iterator[None]:
    """The catalogue as the program installs it."""
    translator = QTranslator()
    assert translator.load(str(resource("i18n") / "qtbase_vi.qm"))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def words(actions: list[QAction]) -> list[str]:
    """Labels without mnemonic and key."""
    return [a.text().replace("&", "").split("\t")[0] for a in actions if a.text()]


@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit, QPlainTextEdit])
def test_the_context_menu_of_a_field(qtbot: QtBot, kind: type[QWidget]) -> None:
    field = kind()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()  # type: ignore[attr-defined]
    assert isinstance(menu, QMenu)
    found = words(menu.actions())
    assert len(found) >= 6
    assert [word for word in found if not LETTERS & set(word.lower())] == []
    menu.deleteLater()


def test_standard_buttons(qtbot: QtBot) -> None:
    every = [one for one in QDialogButtonBox.StandardButton if bin(one.value).count("1") == 1]
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    for one in every:
        box.addButton(one)
    found = [button.text().replace("&", "") for button in box.buttons()]
    assert len(found) > 15
    plain = [word for word in found if not LETTERS & set(word.lower())]
    assert set(plain) <= {"OK"}


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_dialog_that_chooses_files(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    for kind in (QPushButton, QToolButton):
        said += [f"{one.text()} {one.toolTip()}".strip() for one in dialog.findChildren(kind)]
    said = [word.replace("&", "") for word in said if word]
    english = {
        "look",
        "file",
        "name",
        "files",
        "type",
        "open",
        "cancel",
        "back",
        "forward",
        "parent",
        "new",
    }
    assert said
    assert [word for word in said if english & set(word.lower().strip(":").split())] == []
