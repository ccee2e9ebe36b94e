"""The guide: pages of our own, found by words, opened at what is on screen."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QListWidget, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.ui.dialogs.guide import GuideDialog
from tttt_desktop.ui.dialogs.guide_pages import pages
from tttt_desktop.ui.menus.command_list import COMMANDS
from tttt_desktop.ui.widgets import SearchBox

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Guide:
    """The dialog, as it is seen."""

    def __init__(self, qtbot: QtBot, shows: str = "") -> None:
        self.dialog = GuideDialog(None, shows)
        self.dialog.show()
        self._qtbot = qtbot
        contents, area = self.dialog.findChild(QListWidget), self.dialog.findChild(QScrollArea)
        assert isinstance(contents, QListWidget)
        assert isinstance(area, QScrollArea)
        self.contents, self._area = contents, area

    @property
    def titles(self) -> list[str]:
        return [self.contents.item(i).text() for i in range(self.contents.count())]

    @property
    def page(self) -> QWidget:
        return self._area.widget()

    @property
    def labels(self) -> list[QLabel]:
        return self.page.findChildren(QLabel)

    def find(self, words: str) -> None:
        search = self.dialog.findChild(SearchBox)
        assert isinstance(search, SearchBox)
        search.clear()
        self._qtbot.keyClicks(search, words)


def test_every_page_can_be_read_and_its_pictures_are_there_and_small(qtbot: QtBot) -> None:
    guide = Guide(qtbot)
    assert guide.titles == [page.title for page in pages()]
    for row, page in enumerate(pages()):
        guide.contents.setCurrentRow(row)
        assert guide.labels[0].text() == page.title
        for part in page.parts:
            if part.picture is not None:
                assert not QPixmap(str(part.picture)).isNull()
                assert part.picture.stat().st_size < 60_000
                assert part.text
    guide.dialog.close()


@pytest.mark.parametrize(
    ("shows", "title"),
    [("start", "Bắt đầu"), ("reading", "Đọc và quyết định"), ("consolidation", "Tổng hợp")],
)
def test_it_opens_at_what_is_on_screen(qtbot: QtBot, shows: str, title: str) -> None:
    guide = Guide(qtbot, shows)
    assert guide.labels[0].text() == title
    guide.dialog.close()


def test_words_narrow_the_contents_and_are_selected_on_the_page(qtbot: QtBot) -> None:
    guide = Guide(qtbot)
    guide.find("khoi phuc BAI")
    assert "Hoàn tác và lịch sử" in guide.titles
    assert len(guide.titles) < len(pages())
    guide.contents.setCurrentRow(guide.titles.index("Hoàn tác và lịch sử"))
    chosen = [label.selectedText() for label in guide.labels if label.hasSelectedText()]
    assert "Khôi phục" in chosen or "bài" in chosen
    guide.find("xyzxyz")
    assert guide.titles == []
    guide.find("")
    assert len(guide.titles) == len(pages())
    guide.dialog.close()


def test_a_narrow_page_shows_its_pictures_smaller(qtbot: QtBot) -> None:
    guide = Guide(qtbot, "reading")
    guide.dialog.resize(QSize(620, 420))
    qtbot.waitUntil(lambda: guide.page.width() < 420)
    assert all(part.width() <= guide.page.width() for part in guide.page.findChildren(QWidget))
    guide.dialog.close()


def test_the_keys_that_the_guide_tells_of_are_those_of_the_commands() -> None:
    keys = {key for command in COMMANDS for key in (*command.keys, command.reader_keys) if key}
    text = " ".join(part.words for page in pages() for part in page.parts)
    for key in ("Ctrl+O", "Ctrl+F", "F3", "F4", "F9", "Ctrl+H", "Ctrl+Shift+H", "Ctrl+K", "F1"):
        assert key in keys, key
        assert key in text, key
