from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.services import habits
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui import messages
from tttt_desktop.ui.main_window import MainWindow
from tttt_desktop.ui.notice import NoticeBar
from tttt_desktop.ui.review.blocks import BlockView
from tttt_desktop.ui.review.compare import CompareDialog
from tttt_desktop.ui.review.dialog import ImportReview
from tttt_desktop.ui.review.encoding import EncodingBar
from tttt_desktop.ui.review.import_flow import PATTERNS
from tttt_desktop.ui.review.model import NOTE
from tttt_desktop.ui.review.table import ReviewTable

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
    qtbot.waitUntil(lambda: review.isVisible() and not review.reading, timeout=20_000)
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


def test_the_end_of_reading_is_told_once(
    window: MainWindow, qtbot: QtBot, files: list[Path]
) -> None:
    """The rules are loaded then, and not while they would take the interpreter away from what comes in."""
    told: list[str] = []
    window.imports.busy_changed.connect(lambda: told.append("busy"))
    window.imports.read.connect(lambda: told.append("read"))
    window.imports.start(files)
    review_of(window, qtbot)
    assert told[0] == "busy"
    assert told.count("read") == 1


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


def table_of(review: ImportReview) -> ReviewTable:
    found = review.findChild(ReviewTable)
    assert found is not None
    return found


def push(qtbot: QtBot, root: QWidget, text: str) -> None:
    found = next(b for b in root.findChildren(QPushButton) if b.text() == text and b.isVisible())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


@pytest.fixture
def twice(window: MainWindow, qtbot: QtBot, files: list[Path], tmp_path: Path) -> Path:
    """Three articles are stored; the file tells one of them again, a little differently."""
    window.imports.start(files[:3])
    qtbot.keyClick(review_of(window, qtbot), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.findChildren(ImportReview))
    again = tmp_path / "lại.txt"
    text = text_of("Nội vụ").replace("12 nhiệm vụ", "21 nhiệm vụ")
    again.write_text(f"Báo Mẫu\n{text}", encoding="utf-8")
    return again


def test_what_was_imported_is_told_with_a_way_back(
    window: MainWindow, qtbot: QtBot, twice: Path
) -> None:
    assert window.notice.text == "Đã nhập 3 bài."
    push(qtbot, window.notice, "Hoàn tác")
    assert titles(window) == set()
    window.redo()
    assert window.notice.text == ""


def test_the_way_back_goes_with_the_next_change(
    window: MainWindow, qtbot: QtBot, twice: Path
) -> None:
    window.undo()
    assert window.notice.text == ""


@pytest.mark.parametrize(
    ("choice", "articles", "sources"),
    [
        ("Bỏ qua", 3, 0),
        ("Thêm làm nguồn của bài đã có", 3, 1),
        ("Nhập thành bài riêng", 4, 0),
    ],
)
def test_a_double_is_compared_and_decided(
    window: MainWindow, qtbot: QtBot, twice: Path, choice: str, articles: int, sources: int
) -> None:
    window.imports.start([twice])
    review = review_of(window, qtbot)
    assert review.model.row(0).double
    qtbot.keyClick(table_of(review), Qt.Key.Key_F4)
    (dialog,) = review.findChildren(CompareDialog)
    push(qtbot, dialog, choice)
    assert review.model.row(0).decided
    qtbot.keyClick(review, Qt.Key.Key_Return)
    dossier = dossier_of(window)
    pages = [dossier.page(one) for one in dossier.article_ids()]
    assert len(pages) == articles
    assert sum(len(page.article.sources) for page in pages) == sources
    review.done(0)


def test_a_double_of_an_earlier_file_is_compared_with_it(
    window: MainWindow, qtbot: QtBot, files: list[Path], tmp_path: Path
) -> None:
    again = tmp_path / "lại.txt"
    again.write_text(files[0].read_text(encoding="utf-8") + "Ảnh: Văn Mẫu", encoding="utf-8")
    window.imports.start([files[0], again])
    review = review_of(window, qtbot)
    table_of(review).go_to(1)
    qtbot.keyClick(table_of(review), Qt.Key.Key_F4)
    (dialog,) = review.findChildren(CompareDialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Tệp đọc trước: Nội vụ.txt" in said
    push(qtbot, dialog, "Thêm làm nguồn của bài đã có")
    push(qtbot, review, "Nhập 1 bài, thêm 1 nguồn")
    dossier = dossier_of(window)
    (only,) = dossier.article_ids()
    assert [one.name for one in dossier.page(only).article.sources] == ["lại.txt"]
    assert window.notice.text == "Đã nhập 1 bài và 1 nguồn."


def test_suggestions_follow_and_are_not_waited_for(
    window: MainWindow, qtbot: QtBot, files: list[Path]
) -> None:
    window.imports.start(files[:3])
    review = review_of(window, qtbot)
    note = table_of(review).model().index(0, NOTE)
    assert note.data() == "Đang tìm gợi ý…"
    qtbot.waitUntil(lambda: not review.model.unsuggested(1), timeout=20_000)
    assert str(note.data()).endswith("gợi ý")
    found = sum(len(row.reading.proposals or ()) for row in review.model.all_rows())
    assert found > 0
    qtbot.keyClick(review, Qt.Key.Key_Return)
    dossier = dossier_of(window)
    stored = [dossier.page(one).suggestions for one in dossier.article_ids()]
    assert sum(map(len, stored)) == found


PAGE = """<html><head><title>{title}</title><link rel="canonical" href="https://mau.gov.vn/{n}"></head>
<body><div class="than"><h1>{title}</h1><p>Ngày 4/1, Sở {name} tổ chức hội nghị tổng kết năm 2022.</p><p>{body}</p>
<p>Giám đốc Sở {name} yêu cầu các phòng tiếp tục rà soát, hoàn thành kế hoạch năm 2023 đúng thời hạn.</p></div>
<div class="ghi-chu"><p>Ghi chú của trang về {name}.</p></div></body></html>"""


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    """Pages of one site with a paragraph in a place of its own."""
    made = []
    for n, (name, body) in enumerate(BODIES.items()):
        title = f"Sở {name} tổng kết công tác năm 2022"
        made.append(tmp_path / f"{n}.html")
        html = PAGE.format(title=title, name=name, body=body, n=n)
        made[-1].write_text(html, encoding="utf-8")
    return made


def notes_kept(review: ImportReview) -> list[bool]:
    """Of each row: whether the paragraph in its own place is in the body."""
    articles = [row.reading.article for row in review.model.all_rows()]
    return [article is not None and "Ghi chú của trang" in article.text for article in articles]


def test_a_choice_is_remembered_for_the_site(
    window: MainWindow, qtbot: QtBot, pages: list[Path]
) -> None:
    window.imports.start(pages[:3])
    review = review_of(window, qtbot)
    view = review.findChild(BlockView)
    article = review.model.row(0).reading.article
    assert view is not None
    assert article is not None
    assert article.site == "mau.gov.vn"
    before = notes_kept(review)
    at = next(n for n, b in enumerate(article.blocks) if b.text.startswith("Ghi chú"))
    view.setFocus()
    view.setCurrentIndex(view.model().index(at, 0))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    push(qtbot, review, "Nhớ cho trang này")
    after = [not kept for kept in before]
    qtbot.waitUntil(lambda: notes_kept(review) == after)
    notice = review.findChild(NoticeBar)
    assert notice is not None
    said = "Đã nhớ cho mau.gov.vn. Đã làm như vậy với 2 bài khác trong bảng."
    qtbot.waitUntil(lambda: notice.text == said)
    review.done(0)
    qtbot.waitUntil(lambda: not window.findChildren(ImportReview))
    window.imports.start(pages[3:])
    assert notes_kept(review_of(window, qtbot)) == after[:1]


def test_why_the_place_of_the_text_itself_is_not_remembered(
    window: MainWindow, qtbot: QtBot, pages: list[Path]
) -> None:
    window.imports.start(pages[:1])
    review = review_of(window, qtbot)
    view = review.findChild(BlockView)
    assert view is not None
    article = review.model.row(0).reading.article
    assert article is not None
    longest = max(range(len(article.blocks)), key=lambda at: len(article.blocks[at].text))
    view.setFocus()
    view.setCurrentIndex(view.model().index(longest, 0))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    remember = next(b for b in review.findChildren(QPushButton) if b.text() == "Nhớ cho trang này")
    assert not remember.isEnabled()
    assert "không nhớ được" in remember.toolTip()


def test_what_was_remembered_is_taken_back(
    window: MainWindow, qtbot: QtBot, pages: list[Path]
) -> None:
    window.imports.start(pages[:3])
    review = review_of(window, qtbot)
    before = notes_kept(review)
    article = review.model.row(0).reading.article
    assert article is not None
    at = next(n for n, b in enumerate(article.blocks) if b.text.startswith("Ghi chú"))
    view = review.findChild(BlockView)
    assert view is not None
    view.toggle_requested.emit(at)
    view.setCurrentIndex(view.model().index(at, 0))
    qtbot.keyClick(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: notes_kept(review) == [not kept for kept in before])
    notice = review.findChild(NoticeBar)
    assert notice is not None
    qtbot.waitUntil(lambda: notice.text.startswith("Đã nhớ"))
    push(qtbot, review, "Hoàn tác")
    assert notes_kept(review)[1:] == before[1:]
    assert habits.load() == {}


def test_a_guessed_text_is_read_by_another_encoding(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "cũ.txt"
    file.write_bytes(text_of("Y tế").encode("cp1258", "ignore"))
    window.imports.start([file])
    review = review_of(window, qtbot)
    bar = review.findChild(EncodingBar)
    assert bar is not None
    assert bar.isVisible()
    box = bar.findChild(QComboBox)
    assert box is not None
    before = review.model.row(0).reading.article
    assert before is not None
    box.setFocus()
    row = box.findData("tcvn3")
    box.setCurrentIndex(row)
    box.activated.emit(row)
    qtbot.waitUntil(lambda: review.model.row(0).reading.article is not before, timeout=20_000)
    said = [label.text() for label in bar.findChildren(QLabel)]
    assert any(one.startswith("Trước: ") for one in said)
    assert any(one.startswith("Sau: ") for one in said)
    qtbot.keyClick(table_of(review), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert review.model.row(0).reading.article == before
    review.done(0)


def test_reading_stops_at_once_and_keeps_what_is_finished(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "nhiều"
    folder.mkdir()
    for n in range(400):
        (folder / f"{n}.txt").write_text(f"{text_of('Y tế')}\nSố {n}.", encoding="utf-8")
    window.imports.start([folder])
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportReview)), timeout=20_000)
    (review,) = window.findChildren(ImportReview)
    qtbot.waitUntil(lambda: review.model.tally().total > 0, timeout=20_000)
    push(qtbot, review, "Dừng")
    qtbot.waitUntil(lambda: not review.reading, timeout=10_000)  # within 1 s on an idle machine
    assert 0 < review.model.tally().total <= 400
    review.done(0)


def test_the_files_that_can_be_chosen_are_all_that_can_be_read() -> None:
    kinds = ".txt .md .html .htm .xhtml .mht .mhtml .docx .docm .doc .pdf .rtf .odt .fodt .eml .zip"
    assert PATTERNS.split() == [f"*{ending}" for ending in kinds.split()]
