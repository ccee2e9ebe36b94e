"""The empty window, under real keys, clicks and drops."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tttt_desktop.ui import theme
from tttt_desktop.ui.start import StartPage, days_ago

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[StartPage]:
    theme.apply(qapp, "light")
    made = StartPage()
    qtbot.addWidget(made)
    made.resize(1366, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def words(page: StartPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def links(page: StartPage) -> list[QPushButton]:
    return [one for one in page.findChildren(QPushButton) if one.property("role") == "link"]


def test_everything_to_begin_with_is_there(page: StartPage) -> None:
    page.set_sample_count(5)
    shown = words(page)
    assert "Tổng kết kết quả, tồn tại và nhiệm vụ trong một buổi" in shown
    assert {"Enter", "Delete", "F9", "Ctrl+O"} <= set(shown)
    assert page.sample_button.text() == "Mở hồ sơ mẫu (5 bài)"
    assert page.import_button.property("role") == "primary"


@pytest.mark.parametrize("size", [(1366, 640), (1093, 490), (911, 390)])
def test_nothing_scrolls(page: StartPage, size: tuple[int, int], tmp_path: Path) -> None:
    page.resize(*size)
    page.set_recent([str(make(tmp_path, "một hồ sơ có tên rất dài " * 4))])
    QApplication.processEvents()
    assert page.horizontalScrollBar().maximum() == 0
    assert page.verticalScrollBar().maximum() == 0


def make(folder: Path, name: str) -> Path:
    path = folder / f"{name}.tttt"
    path.write_bytes(b"")
    return path


def test_buttons_ask_by_mouse_and_keys(qtbot: QtBot, page: StartPage) -> None:
    with qtbot.waitSignal(page.import_requested):
        qtbot.mouseClick(page.import_button, LEFT)
    with qtbot.waitSignal(page.sample_requested):
        page.sample_button.setFocus()
        qtbot.keyClick(page.sample_button, Qt.Key.Key_Space)


def test_the_keyboard_begins_at_the_primary_button(page: StartPage) -> None:
    assert page.import_button.hasFocus()


def test_ctrl_v_asks_to_paste(qtbot: QtBot, page: StartPage) -> None:
    with qtbot.waitSignal(page.paste_requested):
        qtbot.keyClick(page.import_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_recent_dossiers_that_still_exist_can_be_opened(
    qtbot: QtBot, page: StartPage, tmp_path: Path
) -> None:
    first, second = make(tmp_path, "Tổng kết 2023"), make(tmp_path, "R&D 2022")
    os.utime(second, (0, 1_600_000_000))
    page.set_recent([str(first), str(tmp_path / "không còn.tttt"), str(second)])
    assert [one.text() for one in links(page)] == [
        "Tổng kết 2023.tttt · hôm nay",
        f"R&&D 2022.tttt · {date.fromtimestamp(1_600_000_000):%d/%m/%Y}",
    ]
    with qtbot.waitSignal(page.recent_requested) as told:
        qtbot.mouseClick(links(page)[0], LEFT)
    assert told.args == [str(first)]


def test_recent_dossiers_are_replaced_not_added(
    page: StartPage, tmp_path: Path, qtbot: QtBot
) -> None:
    path = str(make(tmp_path, "một"))
    page.set_recent([path])
    page.set_recent([path])
    qtbot.waitUntil(lambda: len(links(page)) == 1)
    page.set_recent([])
    assert "Mở gần đây:" not in words(page)


def test_files_over_the_page_light_the_zone_and_are_told(
    qtbot: QtBot, page: StartPage, tmp_path: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "bài 1.html"))])

    def ground() -> str:
        return page.zone.grab().toImage().pixelColor(8, 8).name()

    assert ground() == theme.LIGHT.surface.name()
    enter = QDragEnterEvent(QPoint(9, 9), COPY, mime, LEFT, NONE)
    QApplication.sendEvent(page.viewport(), enter)
    assert enter.isAccepted()
    assert ground() == theme.LIGHT.list_selection.name()
    QApplication.sendEvent(page.viewport(), QDragLeaveEvent())
    assert ground() == theme.LIGHT.surface.name()
    QApplication.sendEvent(page.viewport(), QDragEnterEvent(QPoint(9, 9), COPY, mime, LEFT, NONE))
    with qtbot.waitSignal(page.files_dropped) as told:
        QApplication.sendEvent(page.viewport(), QDropEvent(QPointF(9, 9), COPY, mime, LEFT, NONE))
    assert told.args == [[str(tmp_path / "bài 1.html")]]
    assert ground() == theme.LIGHT.surface.name()


def test_days_are_told_as_people_do() -> None:
    today = date(2023, 1, 6)
    assert days_ago(today, today) == "hôm nay"
    assert days_ago(date(2023, 1, 5), today) == "hôm qua"
    assert days_ago(date(2022, 12, 28), today) == "28/12/2022"
