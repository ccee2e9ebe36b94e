"""The small shared widgets."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPushButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tttt_desktop.ui import theme
from tttt_desktop.ui.parts.text_lines import line_height
from tttt_desktop.ui.widgets import (
    ElidedLabel,
    Keycap,
    Remark,
    button,
    dropped_files,
    number,
    open_at_size,
    save_or_leave,
)

LONG = "tiếp tục làm tốt công tác tham mưu về xây dựng cơ chế, chính sách phát triển của ngành"


def test_numbers_are_written_the_vietnamese_way() -> None:
    assert number(12) == "12"
    assert number(12_345) == "12.345"


def test_only_local_files_are_taken(tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://vi.du/a.html"), QUrl.fromLocalFile(str(tmp_path / "bài.txt"))])
    assert dropped_files(mime) == [str(tmp_path / "bài.txt")]


def test_a_label_takes_the_height_of_its_lines_and_no_width(qtbot: QtBot) -> None:
    label = ElidedLabel(LONG, lines=3)
    qtbot.addWidget(label)
    step = line_height(label.font())
    assert label.minimumSizeHint().width() == 0
    assert label.heightForWidth(2_000) == step
    assert label.heightForWidth(300) == 2 * step
    assert label.heightForWidth(100) == 3 * step
    label.set_look(13, 400, 200)
    assert label.heightForWidth(2_000) == line_height(theme.ui_font(26))
    label.set_lines(1)
    assert label.heightForWidth(100) == line_height(theme.ui_font(26))


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_cut_label_tells_all_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    label.resize(120, 20)
    for width, shown in ((2_000, ""), (120, LONG)):
        label.resize(width, 20)
        help_wanted = QHelpEvent(QEvent.Type.ToolTip, QPoint(3, 3), label.mapToGlobal(QPoint(3, 3)))
        QApplication.sendEvent(label, help_wanted)
        assert QToolTip.text() == shown
    QToolTip.hideText()


def test_a_label_takes_its_colour_from_the_sheet(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    label = ElidedLabel("■■■■", px=19)
    label.setProperty("kind", "task")
    qtbot.addWidget(label)
    label.resize(100, 26)
    image = label.grab().toImage()
    seen = {image.pixelColor(x, 13).name() for x in range(100)}
    assert theme.LIGHT.task.name() in seen


def test_imported_text_stays_plain(qtbot: QtBot) -> None:
    for label in (ElidedLabel("<b>x</b>"), Keycap("<b>x</b>")):
        qtbot.addWidget(label)
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_button_without_words_is_named_by_its_tip(qtbot: QtBot) -> None:
    close = button("", "flat", "close", tip="Đóng")
    qtbot.addWidget(close)
    assert close.accessibleName() == "Đóng"
    assert not close.icon().isNull()


def test_a_dialog_is_never_larger_than_its_screen(qtbot: QtBot) -> None:
    dialog = QWidget()
    qtbot.addWidget(dialog)
    room = dialog.screen().availableSize()
    open_at_size(dialog, 300, 200)
    assert (dialog.width(), dialog.height()) == (300, 200)
    open_at_size(dialog, 5000, 5000)
    assert dialog.width() < room.width()
    assert dialog.height() < room.height()


def test_what_is_said_below_a_list_is_drawn_by_its_role_and_read_aloud(
    qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, "light")
    parent = QWidget()
    qtbot.addWidget(parent)
    remark = Remark(parent)
    parent.show()
    remark.say("Không còn tệp.", "error")
    error = remark.palette().windowText().color()
    remark.say("Đã lưu.")
    assert remark.palette().windowText().color() != error
    assert remark.accessibleName() == "Đã lưu."


def test_enter_saves_a_form_and_the_other_button_leaves_it(qtbot: QtBot) -> None:
    dialog, saved = QDialog(), []
    qtbot.addWidget(dialog)
    field, column = QLineEdit(dialog), QVBoxLayout(dialog)
    column.addWidget(field)
    column.addWidget(save_or_leave(dialog, lambda: saved.append(field.text())))
    dialog.show()
    field.setText("Tên")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert saved == ["Tên"]
    leave = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Huỷ")
    qtbot.mouseClick(leave, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not dialog.isVisible()
    assert saved == ["Tên"]
