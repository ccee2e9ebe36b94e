from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui import messages
from tttt_desktop.ui.dialogs.imports import ImportReview
from tttt_desktop.ui.main_window import MainWindow
from tttt_desktop.ui.settings import Settings

TEXT = """Sở {name} tổng kết công tác năm 2022
06/01/2023
Ngày 4/1, Sở {name} tổ chức hội nghị tổng kết.
{body}
"""
BODIES = {
    "Nội vụ": "Năm 2022, Sở đã hoàn thành 12 nhiệm vụ được giao về cải cách hành chính và tổ chức bộ máy.",
    "Tư pháp": "Công tác thẩm định văn bản, hộ tịch và trợ giúp pháp lý ở các huyện miền núi còn chậm.",
    "Xây dựng": "Giám đốc yêu cầu rà soát quy hoạch, đẩy nhanh các dự án nhà ở xã hội trong quý II tới.",
    "Y tế": "Trạm y tế xã đã có bác sĩ; thuốc và vật tư vẫn còn thiếu ở một số nơi trong năm qua.",
}


def text_of(name: str) -> str:
    """An article unlike the others."""
    return TEXT.format(name=name, body=BODIES[name])


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    made = MainWindow(Settings())
    made.show()
    yield made
    made.imports.stop()
    made.close()
    shiboken6.delete(made)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three articles and a file that is none."""
    folder = tmp_path / "bài đã lưu"
    folder.mkdir()
    paths = []
    for name in ("Nội vụ", "Tư pháp", "Xây dựng"):
        paths.append(folder / f"{name}.txt")
        paths[-1].write_text(text_of(name), encoding="utf-8")
    paths.append(folder / "hỏng.docx")
    paths[-1].write_bytes(b"PK\x03\x04 nothing")
    return paths


def review_of(window: MainWindow, qtbot: QtBot) -> ImportReview:
    """The review, once everything has been read."""
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportReview)), timeout=20_000)
    (review,) = window.findChildren(ImportReview)
    qtbot.waitUntil(lambda: not review.reading, timeout=20_000)
    return review


def dossier_of(window: MainWindow) -> Dossier:
    assert window.place.held is not None
    return window.place.held.dossier


def titles(window: MainWindow) -> set[str]:
    dossier = dossier_of(window)
    return {row.title for row in dossier.article_rows(dossier.article_ids())}


def test_files_are_read_reviewed_and_stored_in_one_step(
    window: MainWindow, qtbot: QtBot, files: list[Path], home: Path
) -> None:
    window.imports.start(files)
    assert not window.commands["import"].isEnabled()
    review = review_of(window, qtbot)
    qtbot.keyClick(review, Qt.Key.Key_Return)
    assert len(titles(window)) == 3
    assert dossier_of(window).path.parent == home
    assert window.commands["import"].isEnabled()
    assert window.commands["undo"].text() == "&Hoàn tác «Nhập 3 bài viết»"
    window.undo()
    assert titles(window) == set()
    window.redo()
    assert len(titles(window)) == 3


def test_a_folder_dropped_on_the_window_is_imported(
    window: MainWindow, qtbot: QtBot, files: list[Path]
) -> None:
    window.start.files_dropped.emit([str(files[0].parent)])
    qtbot.keyClick(review_of(window, qtbot), Qt.Key.Key_Return)
    assert len(titles(window)) == 3


def test_leaving_the_review_stores_nothing(
    window: MainWindow, qtbot: QtBot, files: list[Path], home: Path
) -> None:
    window.imports.start(files)
    review_of(window, qtbot).reject()
    qtbot.waitUntil(lambda: not window.imports.busy)
    assert window.place.held is None
    assert list(home.glob("*.tttt")) == []


def test_the_same_articles_again_are_seen_and_left_out(
    window: MainWindow, qtbot: QtBot, files: list[Path]
) -> None:
    for _ in range(2):
        window.imports.start(files[:3])
        review = review_of(window, qtbot)
        qtbot.keyClick(review, Qt.Key.Key_Return)
        review.reject()
        qtbot.waitUntil(lambda: not window.findChildren(ImportReview))
    assert len(dossier_of(window).article_ids()) == 3


def test_text_on_the_clipboard_becomes_an_article(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(text_of("Y tế"))
    window.commands["paste"].trigger()
    qtbot.keyClick(review_of(window, qtbot), Qt.Key.Key_Return)
    assert titles(window) == {"Sở Y tế tổng kết công tác năm 2022"}


def test_files_on_the_clipboard_are_imported(
    window: MainWindow, qtbot: QtBot, files: list[Path]
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    QGuiApplication.clipboard().setMimeData(data)
    window.commands["paste"].trigger()
    qtbot.keyClick(review_of(window, qtbot), Qt.Key.Key_Return)
    assert len(titles(window)) == 3


def test_an_empty_clipboard_is_said_in_one_sentence(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    window.commands["paste"].trigger()
    assert window.notice.text == "Bảng nhớ tạm không có bài viết nào để dán."
    assert not window.imports.busy


@pytest.mark.parametrize(("answer", "closed"), [(0, False), (1, True)])
def test_closing_in_mid_import_asks_first(
    window: MainWindow,
    qtbot: QtBot,
    files: list[Path],
    answer: int,
    closed: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def ask(_parent: QWidget | None, _question: str, _detail: str, *_answers: str) -> int:
        return answer

    monkeypatch.setattr(messages, "ask", ask)
    window.imports.start(files)
    assert window.close() is closed
    assert window.isVisible() is not closed
    if closed:
        qtbot.waitUntil(lambda: not window.imports.busy)
    else:
        assert window.imports.busy
        qtbot.keyClick(review_of(window, qtbot), Qt.Key.Key_Return)
        assert len(titles(window)) == 3


def test_the_sample_dossier_is_full_and_open_at_its_first_suggestion(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.commands["sample"].trigger()
    qtbot.waitUntil(lambda: window.reading.page is not None, timeout=20_000)
    assert window.reading.ref is not None
    assert window.reading.ref[0] == "suggestion"
    assert len(titles(window)) >= 5
