import sys
from collections.abc import Callable, Iterator
from types import TracebackType

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.errors import UserError
from tttt_desktop.faults import log_file, start_log
from tttt_desktop.ui import messages

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SECRET = "câu trong một bài viết"


def answer(look: Callable[[QMessageBox], QPushButton | None]) -> None:
    """Once a box is open: `look` at it and click the button it gives; none closes the box."""

    def act() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        chosen = look(box)
        if chosen is None:
            box.reject()
        else:
            chosen.click()

    QTimer.singleShot(0, act)


def named(box: QMessageBox, text: str) -> QPushButton:
    return next(b for b in box.findChildren(QPushButton) if b.text() == text)


def test_an_error_says_what_happened_and_what_to_do_as_plain_text(qtbot: QtBot) -> None:
    seen: list[str] = []

    def look(box: QMessageBox) -> QPushButton:
        seen.extend([box.text(), box.informativeText()])
        assert box.textFormat().name == "PlainText"
        return named(box, "Đóng")

    answer(look)
    messages.show_error(None, UserError('Không đọc được tệp "<b>x</b>".', "Hãy thử lại."))
    assert seen == ['Không đọc được tệp "<b>x</b>".', "Hãy thử lại."]


@pytest.mark.parametrize(("button", "expected"), [("Nhập nốt", 0), ("Dừng và thoát", 1)])
def test_the_answer_to_a_question_is_its_number(qtbot: QtBot, button: str, expected: int) -> None:
    answer(lambda box: named(box, button))
    assert messages.ask(None, "Đang nhập.", "", "Nhập nốt", "Dừng và thoát") == expected


def test_closing_a_question_counts_as_the_last_answer(qtbot: QtBot) -> None:
    answer(lambda box: None)
    assert messages.ask(None, "Hồ sơ đang mở.", "", "Mở chỉ đọc", "Huỷ") == 1


@pytest.fixture
def hook() -> Iterator[Callable[[BaseException], None]]:
    """Raise into the program's exception hook, as Qt does for a fault in a slot."""
    before = sys.excepthook
    messages.install_exception_hook()

    def raise_(error: BaseException) -> None:
        try:
            raise error
        except type(error) as caught:
            trace: TracebackType | None = caught.__traceback__
            sys.excepthook(type(caught), caught, trace)

    yield raise_
    sys.excepthook = before


def test_a_fault_is_told_and_logged_without_a_word_of_an_article(
    hook: Callable[[BaseException], None], qtbot: QtBot, expected_logs: list[str]
) -> None:
    expected_logs.append("fault")
    start_log()
    seen: list[str] = []

    def look(box: QMessageBox) -> QPushButton:
        seen.extend([box.text(), box.detailedText()])
        return named(box, "Đóng")

    answer(look)
    hook(ValueError(SECRET))
    assert seen[0] == "Chương trình gặp lỗi, nhưng dữ liệu đã lưu vẫn còn nguyên."
    assert "ValueError" in seen[1]
    logged = log_file().read_text(encoding="utf-8")
    assert "ValueError" in logged
    assert SECRET not in logged + "".join(seen)


def test_a_user_error_that_slipped_through_is_shown_as_such(
    hook: Callable[[BaseException], None], qtbot: QtBot
) -> None:
    seen: list[str] = []

    def look(box: QMessageBox) -> QPushButton:
        seen.append(box.text())
        return named(box, "Đóng")

    answer(look)
    hook(UserError("Ổ đĩa đầy."))
    assert seen == ["Ổ đĩa đầy."]
