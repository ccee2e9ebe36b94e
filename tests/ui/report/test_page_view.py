"""The pages of the preview under mouse and keyboard: from a line to its sentence."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.reporting.plain import Part
from tttt_desktop.ui.report.page_view import PageView
from tttt_desktop.ui.report.pages import ReportPages

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LINES = "<p>Mở đầu</p>" + "".join(
    f'<p><a href="{10 * n}">Việc thứ {n}.</a></p>' for n in range(1, 60)
)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[PageView]:
    """The pages in a dialog whose default button must not get their Enter."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    made = PageView(dialog)
    column = QVBoxLayout(dialog)
    column.addWidget(made)
    export = QPushButton("Xuất Word")
    export.setDefault(True)
    export.clicked.connect(dialog.accept)
    column.addWidget(export)
    dialog.resize(520, 500)
    made.show_pages(ReportPages((Part(LINES),)))
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    made.setFocus()
    yield made
    dialog.close()


def shot(view: PageView) -> bytes:
    return bytes(view.viewport().grab().toImage().constBits())


def first_line(view: PageView) -> QPoint:
    """A place on the text of the first line."""
    sheet = view.place_of(0)
    pages = ReportPages((Part(LINES),))
    ((_, area),) = pages.lines[0].areas
    scale = sheet.width() / pages.size(0).width()
    return QPoint(
        round(sheet.left() + area.center().x() * scale),
        round(sheet.top() + area.center().y() * scale),
    )


def test_keys_go_from_line_to_line_and_enter_chooses(qtbot: QtBot, view: PageView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert "Ý 1/59: Việc thứ 1." in view.accessibleDescription()
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    with qtbot.waitSignal(view.line_chosen) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [20]
    assert view.window().isVisible()


def test_the_line_of_the_keyboard_is_brought_on_screen(qtbot: QtBot, view: PageView) -> None:
    for _ in range(59):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert "Ý 59/59" in view.accessibleDescription()
    bar = view.verticalScrollBar()
    assert bar.value() > bar.maximum() / 2
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert "Ý 59/59" in view.accessibleDescription()


def test_enter_without_a_line_is_the_dialogs(qtbot: QtBot, view: PageView) -> None:
    dialog = view.window()
    assert isinstance(dialog, QDialog)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_a_line_under_the_mouse_is_outlined_and_a_click_chooses_it(
    qtbot: QtBot, view: PageView
) -> None:
    view.window().findChild(QPushButton).setFocus()
    place, before = first_line(view), shot(view)
    qtbot.mouseMove(view.viewport(), place)
    qtbot.waitUntil(lambda: view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor)
    assert shot(view) != before
    with qtbot.waitSignal(view.line_chosen) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [10]
    qtbot.mouseMove(view.viewport(), QPoint(2, 2))
    qtbot.waitUntil(lambda: view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor)
    assert shot(view) == before


def test_the_line_stays_when_the_report_is_drawn_again(qtbot: QtBot, view: PageView) -> None:
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    view.show_pages(ReportPages((Part(LINES.replace("Việc thứ 1.", "Việc đầu tiên.")),)))
    with qtbot.waitSignal(view.line_chosen) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [30]
    view.show_pages(ReportPages(()))
    assert isinstance(view, QWidget)
    qtbot.keyClick(view, Qt.Key.Key_Down)  # nothing to go to
