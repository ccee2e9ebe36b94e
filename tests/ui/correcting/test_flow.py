"""Sửa nội dung in the window: correcting, looking back, going back, and a new place for a lost mark."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Block, Kind, Page, ParsedArticle, Proposal, Span
from tttt_desktop.services import correcting, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article
from tttt_desktop.ui import messages
from tttt_desktop.ui.correcting.dialog import CorrectDialog
from tttt_desktop.ui.correcting.versions import VersionsDialog
from tttt_desktop.ui.main_window import MainWindow
from tttt_desktop.ui.settings import Settings

OpenAt = Callable[[Path, str], MainWindow]

LINES = (
    "Sở tổng kết năm 2022",
    "Năm qua, hạ tầng viễn thông phát triển tốt. Một số thôn chưa có sóng.",
    "Chủ tịch yêu cầu Sở hoàn thành đề án trước ngày 30/6.",
)
TEXT = "\n".join(LINES)
GOOD = "Năm qua, hạ tầng viễn thông phát triển tốt."
LACK = "Một số thôn chưa có sóng."
ORDER = "Chủ tịch yêu cầu Sở hoàn thành đề án trước ngày 30/6."
ASIDE = "Sở khen thưởng ba tập thể."


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier of one article: a result and a shortcoming marked, a task proposed, one paragraph set aside."""
    found = tmp_path_factory.mktemp("correcting") / "hồ sơ.tttt"
    blocks = [*map(Block, LINES[:2]), Block(ASIDE, "Tin liên quan"), Block(LINES[2])]
    article = ParsedArticle("a.txt", "txt", "a" * 64, b"a", tuple(blocks), title=LINES[0])
    with Dossier.create(found) as dossier:
        with dossier.store.change("Nhập 1 bài viết"):
            proposal = Proposal(place(ORDER), Kind.TASK, 0.9, "rule", "vì thế")
            article_id = add_article(dossier.store, article, (proposal,))
        review.annotate(dossier, article_id, place(GOOD), Kind.ACHIEVEMENT)
        review.annotate(dossier, article_id, place(LACK), Kind.SHORTCOMING)
    return found


@pytest.fixture
def path(filled: Path, tmp_path: Path) -> Path:
    """A copy of that dossier."""
    return Path(shutil.copy(filled, tmp_path))


@pytest.fixture
def window(open_at: OpenAt, path: Path) -> MainWindow:
    return open_at(path, "reading")


def page(window: MainWindow) -> Page:
    assert window.reading.page is not None
    return window.reading.page


def press(widget: QWidget, words: str, qtbot: QtBot) -> None:
    """Click the button with these words."""
    found = [one for one in widget.findChildren(QPushButton) if one.text() == words]
    (button,) = [one for one in found if one.isVisible()]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def correct(window: MainWindow, qtbot: QtBot) -> Callable[[], tuple[CorrectDialog, QTextEdit]]:
    """Open the editor by its key."""

    def open_() -> tuple[CorrectDialog, QTextEdit]:
        assert window.commands["correct_text"].shortcut().toString() == "Ctrl+E"
        window.commands["correct_text"].trigger()
        dialog = window.findChildren(CorrectDialog)[-1]
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        editor = dialog.findChild(QTextEdit)
        assert isinstance(editor, QTextEdit)
        return dialog, editor

    return open_


def put_caret(editor: QTextEdit, words: str) -> None:
    """Select some words of the editor."""
    cursor = editor.textCursor()
    start = editor.toPlainText().index(words)
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def paste(editor: QTextEdit, text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    editor.insertFromMimeData(mime)


def test_a_typo_is_mended_by_keys_alone(window: MainWindow, correct, qtbot: QtBot) -> None:
    dialog, editor = correct()
    assert editor.hasFocus() or dialog.focusWidget() is editor
    put_caret(editor, "đề án")
    qtbot.keyClicks(editor, "de an so")
    why = dialog.findChild(QLineEdit)
    assert why is not None
    qtbot.keyClicks(why, "go sai")
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    now = page(window)
    assert now.version == 2
    assert now.text == TEXT.replace("đề án", "de an so")
    assert [one.quote for one in now.annotations] == [GOOD, LACK]
    (task,) = now.suggestions
    assert task.proposal.span.of(now.text) == ORDER.replace("đề án", "de an so")
    assert window.commands["undo"].text() == "&Hoàn tác «Sửa nội dung bài viết»"
    window.undo()
    assert page(window).text == TEXT
    assert page(window).version == 1


def test_without_a_change_nothing_is_stored(window: MainWindow, correct, qtbot: QtBot) -> None:
    dialog, _ = correct()
    with qtbot.waitSignal(dialog.finished):
        press(dialog, "Lưu bản sửa", qtbot)
    assert page(window).version == 1


def test_it_says_what_saving_will_do(correct, qtbot: QtBot) -> None:
    dialog, editor = correct()
    put_caret(editor, "tốt")
    qtbot.keyClicks(editor, "nhanh")
    qtbot.waitUntil(lambda: said(dialog, "Đã sửa 1 chỗ."))
    put_caret(editor, LACK)
    qtbot.keyClicks(editor, "xyz")
    qtbot.waitUntil(lambda: said(dialog, "1 đánh dấu sẽ mất chỗ"))


def said(dialog: QWidget, words: str) -> bool:
    return any(words in one.accessibleName() for one in dialog.findChildren(QWidget))


def test_a_set_aside_paragraph_comes_back_where_it_stood(
    window: MainWindow, correct, qtbot: QtBot
) -> None:
    dialog, editor = correct()
    paste(editor, "")  # nothing
    put_caret(editor, LINES[0])
    qtbot.keyClicks(editor, "Mot")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "hai")
    (menu,) = [
        one for one in dialog.findChildren(QMenu) if one.actions() and one.actions()[0].data()
    ]
    menu.actions()[0].trigger()
    with qtbot.waitSignal(dialog.finished):
        dialog.save()
    now = page(window)
    assert now.text.split("\n") == ["Mot", "hai", LINES[1], ASIDE, LINES[2]]
    assert now.asides == ()


@pytest.mark.parametrize("typed", ["", "   "])
def test_an_empty_text_is_refused_in_one_sentence(
    window: MainWindow, correct, qtbot: QtBot, typed: str
) -> None:
    dialog, editor = correct()
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    qtbot.keyClicks(editor, typed)
    press(dialog, "Lưu bản sửa", qtbot)
    assert dialog.isVisible()
    assert said(dialog, "Nội dung bài viết không được để trống.")
    assert page(window).version == 1
    editor.undo()


def test_a_paste_of_two_megabytes_is_not_taken(correct, qtbot: QtBot) -> None:
    dialog, editor = correct()
    paste(editor, "chữ " * 500_000)
    assert editor.toPlainText() == TEXT
    assert said(dialog, "Phần dán quá dài")


def test_what_is_pasted_comes_in_clean(window: MainWindow, correct, qtbot: QtBot) -> None:
    dialog, editor = correct()
    put_caret(editor, "tốt")
    paste(editor, "to\u0302\u0301t\u202e\u200b\u00a0lên\x07")
    assert "phát triển tốt lên." in editor.toPlainText()
    with qtbot.waitSignal(dialog.finished):
        dialog.save()
    assert page(window).annotations[0].quote == "Năm qua, hạ tầng viễn thông phát triển tốt lên."


@pytest.mark.parametrize(
    ("answer", "stays", "version"), [(0, False, 2), (1, False, 1), (2, True, 1)]
)
def test_typed_words_are_not_thrown_away_without_asking(
    window: MainWindow,
    correct,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    answer: int,
    stays: bool,
    version: int,
) -> None:
    dialog, editor = correct()
    put_caret(editor, "tốt")
    qtbot.keyClicks(editor, "nhanh")
    asked: list[str] = []
    monkeypatch.setattr(messages, "ask", lambda *said: asked.append(said[1]) or answer)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert asked == ["Những chỗ vừa sửa chưa được lưu."]
    if not stays:
        qtbot.waitUntil(lambda: not window.findChildren(CorrectDialog) or not dialog.isVisible())
        qtbot.waitUntil(lambda: page(window).version == version)
    else:
        assert dialog.isVisible()
        editor.undo()
        assert dialog.text == TEXT


def lose(window: MainWindow, correct, qtbot: QtBot) -> None:
    """Write something else where the shortcoming is marked."""
    dialog, editor = correct()
    put_caret(editor, LACK)
    qtbot.keyClicks(editor, "Vung cao con kho.")
    with qtbot.waitSignal(dialog.finished):
        dialog.save()


def test_a_lost_mark_is_put_back_by_one_key(window: MainWindow, correct, qtbot: QtBot) -> None:
    lose(window, correct, qtbot)
    assert window.notice.text.startswith("1 đánh dấu mất chỗ")
    press(window.notice, "Đặt lại chỗ", qtbot)
    lost = page(window).annotations[1]
    assert lost.lost
    assert window.reading.ref == ("annotation", lost.id)
    assert window.commands["place_lost"].isEnabled()
    text = window.reading.reader.findChild(QTextEdit)
    assert text is not None
    for _ in range(6):  # to the new sentence, wherever the cursor was put
        place = window.reading.reader.place
        assert place is not None
        if place.of(page(window).text) == "Vung cao con kho.":
            break
        key = (
            Qt.Key.Key_Up if place.start > page(window).text.index("Vung cao") else Qt.Key.Key_Down
        )
        qtbot.keyClick(text, key)
    assert window.reading.ref == ("annotation", lost.id), "the card stays open meanwhile"
    qtbot.keyClick(text, Qt.Key.Key_Return)
    found = page(window).annotations[1]
    assert (found.id, found.lost, found.quote) == (lost.id, False, "Vung cao con kho.")
    assert not window.commands["place_lost"].isEnabled()
    window.undo()
    assert page(window).annotations[1].lost
    window.undo()
    assert page(window).text == TEXT
    assert not page(window).annotations[1].lost


def test_choosing_a_place_is_given_up_by_esc_and_the_mark_stays_lost(
    window: MainWindow, correct, qtbot: QtBot
) -> None:
    lose(window, correct, qtbot)
    lost = page(window).annotations[1]
    window.reading.place_lost([lost.id])
    text = window.reading.reader.findChild(QTextEdit)
    assert text is not None
    for _ in range(2):  # the first one closes the hint about marks, which is shown once
        qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert window.reading.ref != ("annotation", lost.id)
    assert page(window).annotations[1].lost


def test_the_original_is_one_click_away_and_comes_back(
    window: MainWindow, correct, qtbot: QtBot
) -> None:
    assert not window.commands["versions"].isEnabled()
    lose(window, correct, qtbot)
    press(window.reading.reader, "Đã sửa · Xem bản gốc", qtbot)
    (dialog,) = window.findChildren(VersionsDialog)
    versions = dialog.findChild(QListWidget)
    assert versions is not None
    assert [versions.item(row).text().split("\n")[0] for row in range(versions.count())] == [
        "Bản gốc"
    ]
    with qtbot.waitSignal(dialog.finished):
        press(dialog, "Trở về bản này", qtbot)
    now = page(window)
    assert (now.text, now.version) == (TEXT, 3)
    assert not any(one.lost for one in now.annotations)
    held = window.place.held
    assert held is not None
    assert len(correcting.versions(held.dossier, now.article.id)) == 3


def test_in_a_dossier_opened_for_reading_texts_can_be_looked_at_only(
    path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with Dossier.open(path) as dossier:
        correcting.correct(dossier, 1, TEXT.replace("tốt", "nhanh"))
    made = MainWindow(Settings())
    made.show()
    made.place.show(Dossier.open(path, read_only=True))
    assert not made.commands["correct_text"].isEnabled()
    made.commands["versions"].trigger()
    (dialog,) = made.findChildren(VersionsDialog)
    (back,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Trở về bản này"]
    assert not back.isEnabled()
    dialog.reject()
    made.close()
    shiboken6.delete(made)
