"""The list of changes and the bin of removed articles, used as a person does."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article
from tttt_desktop.ui.history.bin import BinDialog
from tttt_desktop.ui.history.lines import LINE_ROLE, Line
from tttt_desktop.ui.history.panel import HistoryDialog
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.widgets import SearchBox

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
TEXT = "Sở tổng kết\nHạ tầng phát triển tốt.\nMột số thôn chưa có sóng."


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def held(dossier: Dossier, parsed: Callable[..., ParsedArticle], parent: QWidget) -> OpenDossier:
    """An article with two marks: three changes."""
    with dossier.store.change("Nhập 1 bài viết"):
        add_article(dossier.store, parsed(TEXT, title="Sở tổng kết"), ())
    for start, stop, kind in ((12, 35, Kind.ACHIEVEMENT), (36, 61, Kind.SHORTCOMING)):
        review.annotate(dossier, 1, Span(start, stop), kind)
    return OpenDossier(dossier, parent)


class Lines:
    """A dialog with a list, as it is seen."""

    def __init__(self, dialog: HistoryDialog | BinDialog) -> None:
        self.dialog = dialog
        dialog.show()
        view = dialog.findChild(QListView)
        assert isinstance(view, QListView)
        self.view = view

    @property
    def model(self) -> QAbstractItemModel:
        return self.view.model()

    @property
    def shown(self) -> list[str]:
        """The lines, undone ones in brackets."""
        found: list[Line] = [
            self.model.index(row, 0).data(LINE_ROLE) for row in range(self.model.rowCount())
        ]
        return [f"({line.text})" if line.faded else line.text for line in found]

    @property
    def said(self) -> str:
        labels = [one for one in self.dialog.findChildren(QLabel) if one.isVisible()]
        return " ".join(one.text() for one in labels)

    def choose(self, row: int) -> None:
        self.view.setCurrentIndex(self.model.index(row, 0))

    def press(self, text: str) -> None:
        self.button(text).click()

    @property
    def buttons(self) -> dict[str, bool]:
        """Which buttons there are, and whether they can be pressed."""
        return {one.text(): one.isEnabled() for one in self.dialog.findChildren(QPushButton)}

    def button(self, text: str) -> QPushButton:
        return next(b for b in self.dialog.findChildren(QPushButton) if b.text() == text)


@pytest.fixture
def lines(held: OpenDossier, parent: QWidget) -> Iterator[Lines]:
    made = Lines(HistoryDialog(held, parent))
    yield made
    made.dialog.close()


MARKED = ["Đánh dấu tồn tại", "Đánh dấu kết quả", "Nhập 1 bài viết"]


def test_every_change_is_a_line_with_its_article_newest_first(lines: Lines) -> None:
    QAbstractItemModelTester(lines.model)
    assert lines.shown == MARKED
    line: Line = lines.model.index(0, 0).data(LINE_ROLE)
    assert line.meta == "Sở tổng kết"
    assert "Đánh dấu tồn tại" in lines.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_going_back_greys_what_is_undone_and_leads_forward_again(
    lines: Lines, held: OpenDossier, qtbot: QtBot
) -> None:
    assert not lines.button("Trở về đây").isEnabled()
    lines.choose(2)
    with qtbot.waitSignal(held.changed):
        lines.press("Trở về đây")
    assert lines.shown == [f"({MARKED[0]})", f"({MARKED[1]})", MARKED[2]]
    qtbot.waitUntil(lambda: not lines.buttons.get("Trở về đây", True))
    lines.choose(0)
    assert not lines.button("Hoàn tác riêng mục này").isEnabled()
    with qtbot.waitSignal(held.changed):
        lines.press("Trở về đây")
    assert lines.shown == MARKED


def test_a_single_line_is_undone_as_a_new_one(lines: Lines, held: OpenDossier) -> None:
    lines.choose(1)
    lines.press("Hoàn tác riêng mục này")
    assert lines.shown == ["Hoàn tác riêng «Đánh dấu kết quả»", *MARKED]
    assert [mark.kind for mark in held.dossier.page(1).annotations] == [Kind.SHORTCOMING]
    held.run(Dossier.undo)
    assert lines.shown == ["(Hoàn tác riêng «Đánh dấu kết quả»)", *MARKED]


def test_what_stands_in_the_way_is_said_below_the_list_and_nothing_is_changed(
    lines: Lines, held: OpenDossier
) -> None:
    held.run(lambda d: review.remove_annotation(d, 1))
    lines.choose(2)
    lines.press("Hoàn tác riêng mục này")
    assert "Không còn gì để hoàn tác" in lines.said
    lines.choose(3)
    lines.press("Hoàn tác riêng mục này")
    assert "Không hoàn tác riêng được: «Đánh dấu" in lines.said
    assert len(lines.shown) == 4
    lines.choose(0)
    assert "Không" not in lines.said


def test_words_are_found_without_diacritics(lines: Lines, qtbot: QtBot) -> None:
    search = lines.dialog.findChild(SearchBox)
    assert isinstance(search, SearchBox)
    qtbot.keyClicks(search, "ton TAI")
    qtbot.waitUntil(lambda: lines.shown == MARKED[:1])
    search.clear()
    qtbot.waitUntil(lambda: lines.shown == MARKED)


def test_enter_shows_where_a_change_was_made(lines: Lines, qtbot: QtBot) -> None:
    dialog = lines.dialog
    assert isinstance(dialog, HistoryDialog)
    lines.choose(0)
    with qtbot.waitSignal(dialog.article_requested) as asked:
        lines.view.activated.emit(lines.model.index(0, 0))
    assert asked.args == [1]


def test_more_is_read_as_the_list_is_scrolled(
    held: OpenDossier, parent: QWidget, qtbot: QtBot
) -> None:
    for number in range(350):
        values = {"title": f"Tên {number}"} if number % 2 else {"note": f"{number}"}
        review.edit_article(held.dossier, 1, **values)
    lines = Lines(HistoryDialog(held, parent))
    first = lines.model.rowCount()
    assert first <= 200
    for _ in range(5):
        lines.view.scrollToBottom()
        QApplication.processEvents()
    qtbot.waitUntil(lambda: lines.model.rowCount() == 353)
    assert lines.shown[-1] == "Nhập 1 bài viết"
    lines.dialog.close()


def test_a_removed_article_comes_back_from_the_bin_and_is_shown(
    held: OpenDossier, parent: QWidget, qtbot: QtBot
) -> None:
    held.run(lambda d: review.remove_article(d, 1))
    bin_ = Lines(BinDialog(held, parent))
    assert bin_.shown == ["Sở tổng kết"]
    line: Line = bin_.model.index(0, 0).data(LINE_ROLE)
    assert line.meta == "2 đánh dấu"
    dialog = bin_.dialog
    assert isinstance(dialog, BinDialog)
    with qtbot.waitSignal(dialog.article_requested) as asked:
        bin_.press("Khôi phục")
    assert asked.args == [1]
    assert len(held.dossier.page(1).annotations) == 2
    assert bin_.shown == []
    assert "Không có bài nào bị xoá." in bin_.said
    assert not bin_.button("Khôi phục").isEnabled()
    dialog.close()
