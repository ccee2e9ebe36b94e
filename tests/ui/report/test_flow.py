from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.errors import Cancelled, UserError
from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.paths import data_dir
from tttt_desktop.services import review, templates
from tttt_desktop.services.briefing import Briefing
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article
from tttt_desktop.ui import messages
from tttt_desktop.ui.main_window import MainWindow
from tttt_desktop.ui.report.dialog import BriefingDialog
from tttt_desktop.ui.report.flow import report_folder
from tttt_desktop.ui.report.target import Target

OpenAt = Callable[[Path, str], MainWindow]

TEXT = "Hội nghị tổng kết\nPhủ sóng toàn tỉnh."


@pytest.fixture
def marked(tmp_path: Path, parsed: Callable[..., ParsedArticle]) -> Path:
    """A dossier with one finished article and one mark."""
    path = tmp_path / "Tổng kết.tttt"
    with Dossier.create(path) as dossier:
        with dossier.store.change("Nhập 1 bài viết"):
            article = add_article(dossier.store, parsed(TEXT), [])
        start = TEXT.index("Phủ sóng")
        review.annotate(dossier, article, Span(start, len(TEXT)), Kind.ACHIEVEMENT)
        review.mark_done(dossier, article)
    return path


@pytest.fixture
def window(open_at: OpenAt, marked: Path) -> MainWindow:
    return open_at(marked, "reading")


def export(window: MainWindow, qtbot: QtBot) -> None:
    """F9, Enter."""
    window.commands["report"].trigger()
    (dialog,) = window.findChildren(BriefingDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Đã lưu" in window.notice.text, timeout=20_000)


def test_f9_and_enter_write_the_report_beside_the_dossier(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    export(window, qtbot)
    assert window.notice.text == "Đã lưu báo cáo: Tong-hop.docx"
    assert (tmp_path / "Tong-hop.docx").read_bytes()[:2] == b"PK"
    labels = [button.text() for button in window.notice.findChildren(QPushButton)]
    assert {"Mở bằng Word", "Mở thư mục"} <= set(labels)


def test_a_report_never_overwrites_another_and_says_so(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "Tong-hop.docx").write_bytes(b"hers")
    export(window, qtbot)
    assert "Đã lưu thành “Tong-hop (2).docx”." in window.notice.text
    assert (tmp_path / "Tong-hop.docx").read_bytes() == b"hers"


def test_writing_that_is_stopped_leaves_no_file_and_the_dialog(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, never = Event(), Event()

    def endless(_made: Briefing, _number: str, stopped: Callable[[], bool]) -> bytes:
        begun.set()
        while not stopped():
            never.wait(0.01)
        raise Cancelled

    monkeypatch.setattr(templates, "renderer", lambda _dossier, _key: endless)
    window.commands["report"].trigger()
    (dialog,) = window.findChildren(BriefingDialog)
    write = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Xuất Word")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert write.text() == "Đang xuất…"
    qtbot.waitUntil(begun.is_set)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: write.text() == "Xuất Word", timeout=1000)
    assert dialog.isVisible()
    assert write.isEnabled()
    assert not [one for one in tmp_path.iterdir() if "docx" in one.name.lower()]
    dialog.reject()


def test_a_dossier_that_is_closed_takes_the_dialog_along(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["report"].trigger()
    (dialog,) = window.findChildren(BriefingDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    window.place.close()
    assert not dialog.isVisible()
    qtbot.wait(50)


def test_a_folder_that_is_gone_is_said_and_the_dialog_stays(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[UserError] = []

    def show(_parent: QWidget | None, error: UserError) -> None:
        shown.append(error)

    monkeypatch.setattr(messages, "show_error", show)
    window.commands["report"].trigger()
    (dialog,) = window.findChildren(BriefingDialog)
    target = dialog.findChild(Target)
    assert target is not None
    target.folder = tmp_path / "không có"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(shown))
    assert "không có thư mục này" in shown[0].message
    assert dialog.isVisible()
    dialog.reject()


def test_reports_never_hide_in_the_programs_own_folder(tmp_path: Path) -> None:
    assert report_folder(tmp_path / "a.tttt") == tmp_path
    assert not report_folder(data_dir() / "Hồ sơ mẫu.tttt").is_relative_to(data_dir())
