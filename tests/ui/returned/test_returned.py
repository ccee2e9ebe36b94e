"""The way back from Word in the window: reports listed, read back, their changes decided with one key."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
import shiboken6
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.consolidation import Line, Passage
from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.domain.traces import WrittenLine
from tttt_desktop.services import briefing, consolidation, reports, review
from tttt_desktop.services.briefing import Options
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.returned import Fate, Finding, Returned
from tttt_desktop.storage.articles import add_article
from tttt_desktop.ui import messages
from tttt_desktop.ui.main_window import MainWindow
from tttt_desktop.ui.report import flow as report_flow
from tttt_desktop.ui.report.dialog import BriefingDialog
from tttt_desktop.ui.returned import made as made_module
from tttt_desktop.ui.returned.dialog import ReturnedDialog
from tttt_desktop.ui.returned.made import MadeDialog
from tttt_desktop.ui.returned.view import ReturnedModel, ReturnedView, pair_of
from tttt_desktop.ui.settings import Settings

OpenAt = Callable[[Path, str], MainWindow]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SAID = (
    "đã phủ sóng di động tại 12 thôn vùng sâu",
    "đã đào tạo kỹ năng số cho 300 cán bộ xã",
    "đã hoàn thành cổng dịch vụ công của tỉnh",
)
TEXT = "\n".join(("Hội nghị tổng kết", *(f"Sở {words}." for words in SAID)))


@pytest.fixture
def path(tmp_path: Path, parsed: Callable[..., ParsedArticle]) -> Path:
    """A dossier with one article, three marks and a report of them that was changed in Word."""
    made = tmp_path / "Tổng kết.tttt"
    with Dossier.create(made) as dossier:
        with dossier.store.change("Nhập 1 bài viết"):
            article = add_article(dossier.store, parsed(TEXT, title="Hội nghị tổng kết"), ())
        for words in SAID:
            start = TEXT.index(words)
            span = Span(start, start + len(words))
            review.annotate(dossier, article, span, Kind.ACHIEVEMENT, field="Viễn thông")
        briefing.write(dossier, tmp_path / "Báo cáo.docx", Options(scope="all"))
    edit(tmp_path / "Báo cáo.docx", change)
    return made


def edit(path: Path, act: Callable[[Any], None]) -> None:
    document = docx.Document(str(path))
    act(document)
    document.save(str(path))


def change(document: Any) -> None:
    """Two wordings, a line that goes and one that comes."""
    lines = {words: p for p in document.paragraphs for words in SAID if words in p.text}
    for words, old, new in ((SAID[0], "12 thôn", "15 thôn"), (SAID[2], "cổng", "Cổng")):
        run = next(run for run in lines[words].runs if old in run.text)
        run.text = run.text.replace(old, new)
    lines[SAID[2]].insert_paragraph_before("- Câu của lãnh đạo thêm vào.")
    gone = lines[SAID[1]]._p
    gone.getparent().remove(gone)


@pytest.fixture
def window(open_at: OpenAt, path: Path) -> MainWindow:
    return open_at(path, "reading")


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> ReturnedDialog:
    """The differences of the report."""
    window.returned.read(tmp_path / "Báo cáo.docx")
    return opened(window, qtbot)


def opened(window: MainWindow, qtbot: QtBot) -> ReturnedDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(ReturnedDialog)), timeout=20_000)
    (found,) = window.findChildren(ReturnedDialog)
    return found


def view_of(dialog: ReturnedDialog) -> ReturnedView:
    found = dialog.findChild(ReturnedView)
    assert isinstance(found, ReturnedView)
    return found


def rows(dialog: ReturnedDialog) -> list[str]:
    model = view_of(dialog).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def labels(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())


def button(widget: QWidget, text: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if one.text() == text)


def statements(window: MainWindow) -> list[str]:
    assert window.place.held is not None
    return [one.statement for one in window.place.held.dossier.page(1).annotations]


def test_every_change_is_shown_with_what_to_look_at(dialog: ReturnedDialog) -> None:
    first, gone, new, last = rows(dialog)
    assert first.startswith("Sửa câu · 1. Viễn thông")
    assert "Số 15 không có trong trích dẫn" in first
    assert gone.startswith("Đã xoá trong Word")
    assert SAID[1] in gone
    assert new.startswith("Thêm trong Word")
    assert "không có nguồn" in new
    assert last.startswith("Sửa câu")
    assert "Còn 4 thay đổi chờ quyết định · đã nhận 0 · 0 câu giữ nguyên" in labels(dialog)


def test_enter_takes_over_and_goes_on_delete_and_space_leave(
    dialog: ReturnedDialog, window: MainWindow, qtbot: QtBot
) -> None:
    view = view_of(dialog)
    assert view.currentIndex().row() == 0
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert statements(window)[0] == SAID[0].replace("12", "15")
    assert view.currentIndex().row() == 1
    with qtbot.waitSignal(view.model().dataChanged):  # or the line would be painted as it was
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert "Đã bỏ qua" in rows(dialog)[1]
    assert view.currentIndex().row() == 2
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.currentIndex().row() == 3
    assert statements(window)[1:] == ["", ""]
    assert "Còn 2 thay đổi" in labels(dialog)
    window.commands["undo"].trigger()
    assert statements(window)[0] == ""
    assert "Đã nhận" not in rows(dialog)[0]


def test_all_at_once_is_one_step(dialog: ReturnedDialog, window: MainWindow) -> None:
    button(dialog, "Nhận tất cả").click()
    assert "Còn 1 thay đổi chờ quyết định · đã nhận 3" in labels(dialog)  # what has no source
    assert not button(dialog, "Nhận tất cả").isEnabled()
    assert window.place.held is not None
    assert window.place.held.dossier.undo_label == "Nhận 3 thay đổi từ Word"


def test_what_was_added_is_copied_or_becomes_a_proposal(
    dialog: ReturnedDialog, window: MainWindow, qtbot: QtBot
) -> None:
    view = view_of(dialog)
    view.setCurrentIndex(view.model().index(2, 0))
    assert button(dialog, "Nhận (Enter)").isEnabled()
    assert not button(dialog, "Mở câu gốc").isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "- Câu của lãnh đạo thêm vào."
    before = statements(window)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert statements(window) == before
    assert "Đã nhận" in rows(dialog)[2]
    assert window.place.held is not None
    dossier = window.place.held.dossier
    assert dossier.setting("report.briefing.proposals", "") == "Câu của lãnh đạo thêm vào."
    assert dossier.undo_label == "Đưa vào phần Đề xuất, theo bản Word"


def move_first_down(document: Any) -> None:
    found = [one for one in document.paragraphs if any(words in one.text for words in SAID)]
    found[1]._p.addnext(found[0]._p)


def test_a_new_order_is_taken_over_and_undone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert window.place.held is not None
    dossier = window.place.held.dossier
    path = briefing.write(dossier, tmp_path / "b.docx", Options(scope="all")).path
    edit(path, move_first_down)
    window.returned.read(path)
    dialog = opened(window, qtbot)
    (row,) = rows(dialog)
    assert row.startswith("Đổi thứ tự · 1. Viễn thông")
    qtbot.keyClick(view_of(dialog), Qt.Key.Key_Return)
    assert [one.lead.id for one in consolidation.all_lines(dossier)] == [2, 1, 3]
    assert "Đã nhận" in rows(dialog)[0]
    window.commands["undo"].trigger()
    assert [one.lead.id for one in consolidation.all_lines(dossier)] == [1, 2, 3]
    assert "Đã nhận" not in rows(dialog)[0]


def test_the_sentence_of_a_change_is_one_key_away(
    dialog: ReturnedDialog, window: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.place_requested) as told:
        qtbot.keyClick(view_of(dialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [1, 1]
    assert window.reading.ref == ("annotation", 1)
    assert not dialog.isVisible()
    button(window.notice, "Trở lại các thay đổi").click()
    assert dialog.isVisible()
    assert window.notice.text == ""
    qtbot.keyClick(view_of(dialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window.commands["read_back"].trigger()  # the same dialog, not the question for a file
    assert dialog.isVisible()


def test_a_dialog_that_stepped_aside_goes_with_its_dossier(
    dialog: ReturnedDialog, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.keyClick(view_of(dialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    Dossier.create(tmp_path / "khác.tttt").close()
    window.dossiers.open_path(tmp_path / "khác.tttt")
    qtbot.waitUntil(lambda: not window.findChildren(ReturnedDialog))
    window.returned.come_back()  # nothing to come back to


def test_a_file_that_word_has_open_is_read_with_a_word_of_caution(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "~$o cáo.docx").touch()  # Word leaves the first two letters of a long name out
    window.returned.read(tmp_path / "Báo cáo.docx")
    assert "phần chưa lưu trong Word chưa có ở đây" in labels(opened(window, qtbot))


def test_a_pdf_is_noted_too(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = str(tmp_path / "b.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (out, ""))
    window.commands["report"].trigger()
    (dialog,) = window.findChildren(BriefingDialog)
    dialog.form.changed.emit()
    button(dialog, "Lưu PDF…").click()
    qtbot.waitUntil(lambda: "b.pdf" in window.notice.text, timeout=20_000)
    assert window.place.held is not None
    made, *_ = reports.made(window.place.held.dossier)
    assert (made.kind, made.path) == ("pdf", tmp_path / "b.pdf")
    window.commands["made_reports"].trigger()
    (listed,) = window.findChildren(MadeDialog)
    assert button(listed, "Mở tệp").isEnabled()
    assert not button(listed, "Đọc lại từ Word…").isEnabled()
    listed.close()


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(Fate), st.booleans())
def test_any_difference_has_two_texts_to_be_painted(
    old: str, new: str, fate: Fate, around: bool
) -> None:
    line = None if fate is Fate.ADDED else WrittenLine(old)
    new = " ".join(new.split())  # as it is read
    found = Finding(fate, line, text=new, wording=new, around=around, old=old, new=new)
    pair = pair_of(found)
    assert "\n" not in pair.old + pair.new
    assert all(span.stop <= len(pair.old) for span in pair.old_words)
    assert all(span.stop <= len(pair.new) for span in pair.new_words)


def test_a_report_without_changes_says_so(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    assert window.place.held is not None
    path = briefing.write(window.place.held.dossier, tmp_path / "b.docx", Options(scope="all")).path
    window.returned.read(path)
    qtbot.waitUntil(lambda: bool(window.notice.text), timeout=20_000)
    assert window.notice.text == "“b.docx” không có gì khác báo cáo đã lập: 3 câu giữ nguyên."


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[UserError]:
    found: list[UserError] = []

    def show(_parent: QWidget | None, error: UserError) -> None:
        found.append(error)

    monkeypatch.setattr(messages, "show_error", show)
    return found


def test_a_file_that_is_none_is_refused_with_one_sentence(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, shown: list[UserError]
) -> None:
    path = tmp_path / "thư mời.docx"
    docx.Document().save(str(path))
    window.returned.read(path)
    qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
    assert "không phải báo cáo đã lập từ hồ sơ này" in shown[0].message


def drop(window: MainWindow, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_a_report_that_is_dropped_comes_back_and_an_article_is_imported(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(window, tmp_path / "Báo cáo.docx")
    opened(window, qtbot).close()
    imported: list[list[Path]] = []
    monkeypatch.setattr(window.imports, "start", imported.append)
    other = tmp_path / "bài.docx"
    document = docx.Document()
    document.add_paragraph("Hội nghị tổng kết")
    document.save(str(other))
    drop(window, other)
    qtbot.waitUntil(lambda: imported == [[other]], timeout=20_000)


def test_reports_are_listed_and_opened(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[Path] = []
    monkeypatch.setattr(made_module, "open_file", done.append)
    window.commands["made_reports"].trigger()
    (dialog,) = window.findChildren(MadeDialog)
    view = dialog.findChild(QListView)
    assert isinstance(view, QListView)
    spoken = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Báo cáo.docx, Báo cáo tổng hợp · tất cả các bài · ")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    button(dialog, "Mở thư mục").click()
    assert done == [tmp_path / "Báo cáo.docx", tmp_path]
    (tmp_path / "Báo cáo.docx").unlink()
    button(dialog, "Đọc lại từ Word…").click()
    assert "Tệp không còn ở chỗ cũ" in labels(dialog)
    assert dialog.isVisible()
    dialog.close()


def test_from_a_mark_to_the_reports_that_used_it(window: MainWindow, qtbot: QtBot) -> None:
    window.views.read(1, 2)
    assert "Đã dùng trong 1 báo cáo…" in [
        one.text() for one in window.reading.cards.findChildren(QPushButton) if not one.isHidden()
    ]
    window.commands["used_reports"].trigger()
    (dialog,) = window.findChildren(MadeDialog)
    assert SAID[1] in labels(dialog)
    view = dialog.findChild(QListView)
    assert isinstance(view, QListView)
    assert view.model().rowCount() == 1
    dialog.close()


def test_a_report_written_in_the_window_is_noted_at_once(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.place.held is not None
    dossier = window.place.held.dossier
    steps = len(dossier.history())
    monkeypatch.setattr(report_flow, "open_file", lambda _path: None)
    window.reports.write(tmp_path / "mới.docx", Options(scope="all"))
    qtbot.waitUntil(lambda: "mới.docx" in window.notice.text, timeout=20_000)
    newest, *_ = reports.made(dossier)
    assert newest.path == tmp_path / "mới.docx"
    assert len(dossier.history()) == steps
    assert reports.count_using(dossier, 1) == 2


def test_nothing_is_taken_over_in_a_dossier_opened_to_read(
    qapp: QApplication, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    made = MainWindow(Settings())
    made.place.show(Dossier.open(path, read_only=True))
    try:
        made.returned.read(tmp_path / "Báo cáo.docx")
        dialog = opened(made, qtbot)
        assert not button(dialog, "Nhận (Enter)").isEnabled()
        assert not button(dialog, "Nhận tất cả").isEnabled()
        qtbot.keyClick(view_of(dialog), Qt.Key.Key_Return)
        assert statements(made) == ["", "", ""]
    finally:
        made.close()
        shiboken6.delete(made)


@pytest.mark.parametrize(("text", "label"), [("- vốn ít.", "Sửa"), ("", "Xoá")])
def test_a_cause_apart_is_told_with_what_it_is_of(
    qapp: QApplication, text: str, label: str
) -> None:
    passage = Passage(7, 1, Kind.SHORTCOMING, False, None, 0, "sóng còn yếu")
    one = WrittenLine("thiếu vốn", "- ", ".", (7,), detail="cause")
    finding = Finding(Fate.DETAIL, one, text, detail="cause", old="thiếu vốn", new="vốn ít")
    item = Returned(finding, Line((passage,)))
    model = ReturnedModel([item], [pair_of(finding)], qapp)
    assert model.title(0) == f"{label} nguyên nhân · “sóng còn yếu”"
    model.deleteLater()
