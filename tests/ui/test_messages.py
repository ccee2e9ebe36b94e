import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.errors import UserError
from tttt_desktop.faults import log_file, start_log
from tttt_desktop.ui import messages
from tttt_desktop.ui.dialogs.fault import FaultDialog

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


def with_fault(act: Callable[[FaultDialog], None]) -> None:
    """Once the fault dialog is open: do something with it, then close it."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FaultDialog)
        act(dialog)
        dialog.reject()

    QTimer.singleShot(0, look)


def report_in(dialog: FaultDialog) -> str:
    shown = dialog.findChild(QPlainTextEdit)
    assert isinstance(shown, QPlainTextEdit)
    return shown.toPlainText()


def press(dialog: FaultDialog, text: str) -> None:
    next(b for b in dialog.findChildren(QPushButton) if b.text() == text).click()


def failing(text: str) -> None:
    """Fail with the text of an article in a message, a local variable, a cause and a note."""
    try:
        int(text)
    except ValueError as error:
        wrong = LookupError(text)
        wrong.add_note(text)
        raise wrong from error


def test_a_fault_is_told_and_logged_without_a_word_of_an_article(
    hook: Callable[[BaseException], None], qtbot: QtBot, expected_logs: list[str]
) -> None:
    expected_logs.append("fault")
    start_log()
    seen: list[str] = []
    with_fault(lambda dialog: seen.append(report_in(dialog)))
    try:
        failing(SECRET)
    except LookupError as error:
        hook(error)
    logged = log_file().read_text(encoding="utf-8")
    for text in (seen[0], logged):
        assert "LookupError" in text
        assert "ValueError" in text
        assert "test_messages.py" in text
        assert " failing" in text
        assert SECRET not in text
        assert str(Path.home()) not in text.replace(str(log_file()), "")


def test_the_report_is_copied_and_saved(
    hook: Callable[[BaseException], None],
    qtbot: QtBot,
    expected_logs: list[str],
    tmp_path: Path,
) -> None:
    expected_logs.append("fault")
    said: list[str] = []

    def act(dialog: FaultDialog) -> None:
        press(dialog, "Sao chép báo lỗi")
        dialog.save_to(tmp_path / "lỗi.txt")
        said.append(dialog.said.text())
        dialog.save_to(tmp_path / "không có" / "lỗi.txt")
        said.append(dialog.said.text())

    with_fault(act)
    hook(ValueError(SECRET))
    report = QGuiApplication.clipboard().text()
    assert "ValueError" in report
    assert (tmp_path / "lỗi.txt").read_text(encoding="utf-8") == report + "\n"
    assert said[0] == f"Đã lưu báo lỗi: {tmp_path / 'lỗi.txt'}"
    assert "Hãy chọn thư mục khác" in said[1]


def test_a_fault_while_one_is_told_is_only_logged(
    hook: Callable[[BaseException], None], qtbot: QtBot, expected_logs: list[str]
) -> None:
    expected_logs.append("fault")
    open_: list[int] = []

    def again(dialog: FaultDialog) -> None:
        hook(KeyError("x"))
        tops = QApplication.topLevelWidgets()
        open_.append(sum(isinstance(one, FaultDialog) for one in tops))

    with_fault(again)
    hook(ValueError("y"))
    assert open_ == [1]


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
