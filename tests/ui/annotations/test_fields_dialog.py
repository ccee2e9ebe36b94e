"""The list of fields by mouse and keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article
from tttt_desktop.ui.annotations.fields_dialog import FieldsDialog
from tttt_desktop.ui.open_dossier import OpenDossier

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key


@pytest.fixture
def held(qtbot: QtBot, dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> OpenDossier:
    with dossier.store.change("Nhập 1 bài viết"):
        article = add_article(dossier.store, parsed("Thu 5 tỷ đồng."), [])
    review.annotate(dossier, article, Span(0, 13), Kind.ACHIEVEMENT, field="Bưu chính")
    return OpenDossier(dossier)


@pytest.fixture
def dialog(qtbot: QtBot, held: OpenDossier) -> FieldsDialog:
    made = FieldsDialog(held, None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def names(dialog: FieldsDialog) -> list[str]:
    tree = dialog.findChild(QTreeWidget)
    assert tree is not None
    return [tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount())]  # type: ignore[union-attr]


def choose(dialog: FieldsDialog, name: str) -> QTreeWidget:
    tree = dialog.findChild(QTreeWidget)
    assert tree is not None
    (item,) = tree.findItems(name, Qt.MatchFlag.MatchExactly, 0)
    tree.setCurrentItem(item)
    tree.setFocus()
    return tree


def button(dialog: FieldsDialog, text: str) -> QPushButton:
    (found,) = [one for one in dialog.findChildren(QPushButton) if one.text() == text]
    return found


def test_enter_adds_a_field_and_undo_takes_it_back(
    qtbot: QtBot, dialog: FieldsDialog, held: OpenDossier
) -> None:
    before = names(dialog)
    box = dialog.findChild(QLineEdit)
    assert box is not None
    qtbot.keyClicks(box, "Kinh te so")
    qtbot.keyClick(box, Key.Key_Return)
    assert names(dialog) == [*before, "Kinh te so"] == held.dossier.fields()
    assert (box.text(), dialog.isVisible()) == ("", True)
    qtbot.mouseClick(button(dialog, "Hoàn tác"), Qt.MouseButton.LeftButton)
    assert names(dialog) == before
    assert not button(dialog, "Hoàn tác").isEnabled()


def test_a_name_that_is_taken_is_refused_once(
    qtbot: QtBot, dialog: FieldsDialog, held: OpenDossier
) -> None:
    said: list[object] = []
    held.refused.connect(said.append)
    box = dialog.findChild(QLineEdit)
    assert box is not None
    qtbot.keyClicks(box, "vien thong")
    qtbot.keyClick(box, Key.Key_Return)
    assert len(said) == 1


def test_f2_renames_in_place(qtbot: QtBot, dialog: FieldsDialog, held: OpenDossier) -> None:
    tree = choose(dialog, "Bưu chính")
    qtbot.keyClick(tree, Key.Key_F2)
    editor = tree.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.setText("Chuyển phát")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: held.dossier.fields()[1] == "Chuyển phát")
    assert held.dossier.page(1).annotations[0].field == "Chuyển phát"


def test_alt_and_arrows_put_a_field_elsewhere(
    qtbot: QtBot, dialog: FieldsDialog, held: OpenDossier
) -> None:
    tree = choose(dialog, "Viễn thông")
    qtbot.keyClick(tree, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(tree, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert held.dossier.fields()[0] == "Viễn thông" == names(dialog)[0]
    assert not button(dialog, "Lên").isEnabled()


def test_a_field_is_merged_into_another(dialog: FieldsDialog, held: OpenDossier) -> None:
    choose(dialog, "Bưu chính")
    menu = button(dialog, "Gộp vào").menu()
    assert menu is not None
    (into,) = [action for action in menu.actions() if action.text() == "Viễn thông"]
    into.trigger()
    assert "Bưu chính" not in names(dialog)
    assert held.dossier.page(1).annotations[0].field == "Viễn thông"


def test_only_an_unused_field_can_be_removed(
    qtbot: QtBot, dialog: FieldsDialog, held: OpenDossier
) -> None:
    tree = choose(dialog, "Bưu chính")
    assert not button(dialog, "Xoá").isEnabled()
    choose(dialog, "Viễn thông")
    qtbot.keyClick(tree, Key.Key_Delete)
    assert "Viễn thông" not in held.dossier.fields()
