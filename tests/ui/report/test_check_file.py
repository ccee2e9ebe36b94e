"""A Word file of the person's choice is judged, and what was found can be read, copied and closed."""

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.errors import UserError
from tttt_desktop.ui import messages
from tttt_desktop.ui.report.check_file import CheckedFileDialog, CheckFileFlow
from tttt_desktop.ui.settings import Settings
from tttt_desktop.ui.workplace import Workplace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one


@pytest.fixture
def flow(qtbot: QtBot) -> Iterator[CheckFileFlow]:
    window = QWidget()
    window.show()
    place = Workplace(window, Settings())
    yield CheckFileFlow(place)
    place.jobs.stop_all()
    shiboken6.delete(window)


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("Một đoạn văn.")
    document.save(str(tmp_path / "Báo cáo.docx"))
    return tmp_path / "Báo cáo.docx"


def shown(qtbot: QtBot, flow: CheckFileFlow) -> CheckedFileDialog:
    window = flow.parent().window  # type: ignore[union-attr, attr-defined]
    qtbot.waitUntil(lambda: window.findChild(CheckedFileDialog) is not None, timeout=15_000)
    return window.findChild(CheckedFileDialog)


def test_a_chosen_file_is_judged(
    qtbot: QtBot, flow: CheckFileFlow, plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(plain), ""))
    flow.choose()
    dialog = shown(qtbot, flow)
    found = dialog.findChild(QTreeWidget)
    assert found is not None
    group = found.topLevelItem(0)
    assert group is not None
    assert group.text(0).startswith("Thể thức NĐ 30: ")
    assert group.childCount() > 10
    copy = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Sao chép kết quả")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "- P01 Khổ giấy: 216 x 279 mm. (Phụ lục I, I.1)" in QGuiApplication.clipboard().text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_nothing_chosen_is_nothing_done(
    flow: CheckFileFlow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    flow.choose()
    assert not flow.parent().jobs.busy  # type: ignore[union-attr, attr-defined]


def test_what_cannot_be_read_is_told_in_one_sentence(
    qtbot: QtBot, flow: CheckFileFlow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[UserError] = []
    monkeypatch.setattr(messages, "show_error", lambda _parent, error: told.append(error))
    path = tmp_path / "hỏng.docx"
    path.write_bytes(b"PK\x03\x04 nothing")
    flow.check(path)
    qtbot.waitUntil(lambda: bool(told), timeout=15_000)
    assert told[0].message.startswith("Chưa kiểm tra được “hỏng.docx”. Tệp bị hỏng")
    assert told[0].remedy
