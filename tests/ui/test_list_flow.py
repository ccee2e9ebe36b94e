"""What is asked for in the list, in the real window: several articles, filters under a name, from a hit to the text."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QListWidget, QRadioButton
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import ArticleFilter, ArticleState, Kind, ParsedArticle, Span
from tttt_desktop.services import briefing, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article
from tttt_desktop.ui.dialogs.several import SeveralDialog
from tttt_desktop.ui.main_window import MainWindow
from tttt_desktop.ui.report.dialog import BriefingDialog

OpenAt = Callable[[Path, str], MainWindow]

TEXT = (
    "Bài {n} về hội nghị\nNăm qua, Sở TT&TT đạt kết quả tốt.\nTỉ lệ hồ sơ trực tuyến còn thấp."
    "\nHoàn thành đề án; nâng tỷ lệ thanh toán."
)
Key, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier

# The offscreen screen says this when a popup opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def window(open_at: OpenAt, tmp_path: Path, parsed: Callable[..., ParsedArticle]) -> MainWindow:
    """The window with four articles of 2023, the newest first: 4, 3, 2, 1."""
    path = tmp_path / "hồ sơ.tttt"
    with Dossier.create(path) as dossier, dossier.store.change("Nhập 4 bài viết"):
        for n in (1, 2, 3, 4):
            text = TEXT.format(n=n) if n > 1 else "Bài 1 khác hẳn\nKhông có gì."
            article = parsed(text, published_on=date(2023, 1, n), province=("Cà Mau", "")[n % 2])
            add_article(dossier.store, article, ())
    return open_at(path, "reading")


def dossier_of(window: MainWindow) -> Dossier:
    assert window.place.held is not None
    return window.place.held.dossier


def gather(qtbot: QtBot, window: MainWindow, more: int) -> None:
    """Choose the first article and `more` below it, by keys."""
    articles = window.reading.list
    window.reading.show_article(4)
    articles.view.setFocus()
    for _ in range(more):
        qtbot.keyClick(articles.view, Key.Key_Down, SHIFT)


def search(qtbot: QtBot, window: MainWindow, typed: str) -> None:
    window.commands["find"].trigger()
    window.reading.list.bar.search.setText(typed)
    qtbot.keyClick(window.reading.list.bar.search, Key.Key_Return)


def test_a_state_for_several_is_one_step(qtbot: QtBot, window: MainWindow) -> None:
    gather(qtbot, window, 2)
    window.commands["set_done"].trigger()
    states = [row.state for row in dossier_of(window).article_rows([4, 3, 2, 1])]
    assert states == [*[ArticleState.DONE] * 3, ArticleState.UNREAD]
    assert window.reading.list.chosen_ids() == [4, 3, 2]
    window.undo()
    assert dossier_of(window).totals().done == 0


def test_only_the_fields_that_are_written_change(qtbot: QtBot, window: MainWindow) -> None:
    gather(qtbot, window, 1)
    window.commands["article_details"].trigger()
    dialog = window.findChild(SeveralDialog)
    assert dialog.windowTitle() == "Sửa thông tin 2 bài"
    fields = {one.accessibleName(): one for one in dialog.findChildren(QLineEdit)}
    assert fields["Tỉnh"].placeholderText() == "Mỗi bài một khác"
    assert fields["Nguồn"].placeholderText() == "Chưa nêu trong bài"
    qtbot.keyClicks(fields["Năm giao"], "20")
    qtbot.keyClick(fields["Năm giao"], Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClicks(fields["Năm giao"], "24")
    qtbot.keyClick(fields["Năm giao"], Key.Key_Return)
    found = [dossier_of(window).page(one).article for one in (4, 3, 2)]
    assert [(one.plan_year, one.province) for one in found] == [
        (2024, "Cà Mau"),
        (2024, ""),
        (None, "Cà Mau"),
    ]
    window.undo()
    assert dossier_of(window).page(4).article.plan_year is None


def test_several_are_removed_and_brought_back(qtbot: QtBot, window: MainWindow) -> None:
    review.annotate(dossier_of(window), 3, Span(0, 5), Kind.TASK)
    gather(qtbot, window, 1)
    window.commands["remove_article"].trigger()
    assert window.notice.text == "Đã xoá 2 bài và 1 đánh dấu."
    assert window.reading.page is not None
    assert window.reading.page.article.id == 2
    window.undo()
    assert dossier_of(window).totals().articles == 4


@pytest.mark.parametrize("suffix", [".json", ".xlsx"])
def test_only_the_chosen_are_exported(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
) -> None:
    out = tmp_path / f"ra{suffix}"
    answer = (str(out), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    gather(qtbot, window, 1)
    window.commands["export_chosen"].trigger()
    qtbot.waitUntil(out.exists)
    qtbot.waitUntil(lambda: window.notice.text == f"Đã xuất: {out.name}")
    if suffix == ".json":
        written = json.loads(out.read_text("utf-8"))
        assert [one["id"] for one in written["articles"]] == [3, 4]


def test_a_report_of_the_chosen_articles(qtbot: QtBot, window: MainWindow) -> None:
    dossier = dossier_of(window)
    for article_id in (2, 3, 4):
        at = dossier.text(article_id).index("Năm qua")
        review.annotate(dossier, article_id, Span(at, at + 35), Kind.ACHIEVEMENT)
    window.reading.refresh_list()
    window.reading.list.report_requested.emit([4, 3])
    dialog = window.findChild(BriefingDialog)
    assert dialog.form.options().articles == (4, 3)
    made = briefing.prepare(dossier, dialog.form.options())
    assert {source.article_id for source in made.sources} == {3, 4}
    choices = {one.text(): one for one in dialog.findChildren(QRadioButton)}
    assert choices["Bài đang chọn (2)"].isChecked()
    choices["Tất cả bài có đánh dấu"].click()
    assert dialog.form.options().articles == ()
    dialog.reject()
    window.reports.open()
    again = [one for one in window.findChildren(BriefingDialog) if one.isVisible()]
    assert "Bài đang chọn (2)" not in {one.text() for one in again[0].findChildren(QRadioButton)}
    again[0].reject()


def test_the_order_is_a_command_too(window: MainWindow) -> None:
    assert window.commands["order_newest"].isChecked()
    window.commands["order_province"].trigger()
    assert window.reading.list.all_ids() == [4, 2, 3, 1]
    assert window.commands["order_province"].isChecked()
    assert not window.commands["order_newest"].isChecked()


def test_a_filter_is_kept_used_renamed_and_removed(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.reading.list.bar
    assert not window.commands["save_filter"].isEnabled()
    bar.apply(ArticleFilter(provinces=("Cà Mau",)))
    window.commands["save_filter"].trigger()
    saved = bar.popover.saved
    name = saved.findChild(QLineEdit)
    names = saved.findChild(QListWidget)
    assert name.text() == "Cà Mau"
    name.clear()
    qtbot.keyClicks(name, "Mien nam")
    qtbot.keyClick(name, Key.Key_Return)
    assert bar.popover.isVisible()
    assert [names.item(at).text() for at in range(names.count())] == ["Mien nam"]
    window.commands["clear_filter"].trigger()
    assert len(window.reading.list.all_ids()) == 4
    names.setCurrentRow(0)
    qtbot.keyClick(names, Key.Key_F2)
    qtbot.keyClicks(name, "Xa")
    qtbot.keyClick(name, Key.Key_Return)
    names.setCurrentRow(0)
    qtbot.keyClick(names, Key.Key_Return)
    assert window.reading.list.all_ids() == [4, 2]
    assert not bar.popover.isVisible()
    names.setCurrentRow(0)
    qtbot.keyClick(names, Key.Key_Delete)
    assert names.count() == 0
    window.undo()
    assert [names.item(at).text() for at in range(names.count())] == ["Xa"]


def test_escape_leaves_the_naming_and_keeps_the_popover(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.reading.list.bar
    bar.apply(ArticleFilter(provinces=("Cà Mau",)))
    window.commands["save_filter"].trigger()
    name = bar.popover.saved.findChild(QLineEdit)
    qtbot.keyClick(name, Key.Key_Escape)
    assert bar.popover.isVisible()
    assert not name.isVisible()


def test_enter_goes_from_a_hit_to_its_sentence(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, '"tỷ lệ" ')
    view = window.reading.list.view
    assert window.reading.list.all_ids() == [4, 3, 2]
    assert view.hasFocus()
    qtbot.keyClick(view, Key.Key_Return)
    page, place = window.reading.page, window.reading.reader.place
    assert page is not None
    assert place is not None
    assert place.of(page.text) == "nâng tỷ lệ thanh toán."
    assert not view.hasFocus()


def test_enter_opens_the_card_whose_words_were_found(qtbot: QtBot, window: MainWindow) -> None:
    dossier = dossier_of(window)
    at = dossier.text(2).index("Năm qua")
    mark = review.annotate(dossier, 2, Span(at, at + 20), Kind.ACHIEVEMENT, note="hỏi lại Cục")
    window.reading.refresh_list()
    search(qtbot, window, "hoi lai cuc ")
    assert window.reading.list.all_ids() == [2]
    qtbot.keyClick(window.reading.list.view, Key.Key_Return)
    assert window.reading.ref == ("annotation", mark)


def test_the_next_unread_article_is_inside_the_search(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "tỉ lệ ")
    window.reading.show_article(3)
    window.commands["done"].trigger()
    assert window.reading.page is not None
    assert window.reading.page.article.id == 2
    window.commands["done"].trigger()
    assert window.reading.page.article.id == 4
    window.commands["done"].trigger()
    assert [row.state for row in dossier_of(window).article_rows([1])] == [ArticleState.UNREAD]


def test_the_marks_of_chosen_articles_are_copied_under_their_titles(window: MainWindow) -> None:
    dossier = dossier_of(window)
    for article in (4, 3):
        start = dossier.text(article).index("Năm qua")
        review.annotate(dossier, article, Span(start, start + 7), Kind.ACHIEVEMENT)
    window.lists.copy([4, 3, 1])
    mime = QGuiApplication.clipboard().mimeData()
    lines = mime.text().split("\n")
    assert [line[:5] for line in lines] == ["Bài 4", "- «Nă", "Bài 3", "- «Nă"]
    assert lines[1].endswith("(Kết quả)")
    assert mime.html().count("<b>") == 2
