from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.ui.notice import NoticeBar


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[NoticeBar]:
    window = QWidget()
    qtbot.addWidget(window)
    made = NoticeBar()
    QVBoxLayout(window).addWidget(made)
    window.show()
    yield made
    window.close()


def button(bar: NoticeBar, text: str) -> QPushButton:
    return next(b for b in bar.findChildren(QPushButton) if b.text() == text)


def test_a_choice_does_its_act_and_closes_the_notice(bar: NoticeBar, qtbot: QtBot) -> None:
    done: list[int] = []
    bar.show_text("Đã xoá bài “A” và 3 đánh dấu.", ("Hoàn tác", lambda: done.append(1)))
    assert bar.text == "Đã xoá bài “A” và 3 đánh dấu."
    qtbot.mouseClick(button(bar, "Hoàn tác"), Qt.MouseButton.LeftButton)
    assert done == [1]
    assert bar.text == ""


def test_a_new_notice_takes_the_place_of_the_old_one(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_text("một", ("A", lambda: None), ("B", lambda: None))
    bar.show_text("hai", ("C", lambda: None))
    qtbot.waitUntil(lambda: len(bar.findChildren(QPushButton)) == 2)
    assert bar.text == "hai"


def test_escape_closes_it_and_markup_stays_text(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_text("<b>x</b>", ("A", lambda: None))
    assert bar._label.textFormat() is Qt.TextFormat.PlainText
    qtbot.keyClick(button(bar, "A"), Qt.Key.Key_Escape)
    assert bar.text == ""


def test_what_offers_to_undo_goes_with_the_next_change(bar: NoticeBar) -> None:
    bar.show_text("Đã xoá bài.", ("Hoàn tác", list), until_change=True)
    bar.note_change()
    assert bar.text == ""
    bar.show_text("Đã sao lưu.")
    bar.note_change()
    assert bar.text == "Đã sao lưu."
