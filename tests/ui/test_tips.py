"""Hints come once, go by doing the thing or by Esc, and never stand on the passage under the cursor."""

from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Kind, ParsedArticle, Proposal, Span
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article
from tttt_desktop.ui.main_window import MainWindow
from tttt_desktop.ui.settings import Settings
from tttt_desktop.ui.tips import TipBubble

OpenAt = Callable[[Path, str], MainWindow]

LINE = "Năm qua, hạ tầng viễn thông phát triển tốt và rộng khắp các xã của tỉnh."
TEXT = "\n".join(["Sở tổng kết năm", *[LINE] * 30])


@pytest.fixture
def opened(open_at: OpenAt, tmp_path: Path, parsed: Callable[..., ParsedArticle]) -> MainWindow:
    """A window on an article whose second line is a suggestion."""
    path = tmp_path / "a.tttt"
    found = Proposal(Span(16, 16 + len(LINE)), Kind.ACHIEVEMENT, 0.9, "rule", "vì thế")
    with Dossier.create(path) as dossier, dossier.store.change("Nhập 1 bài viết"):
        add_article(dossier.store, parsed(TEXT), [found])
    return open_at(path, "reading")


def tip(window: MainWindow) -> str:
    """The hint on screen."""
    shown = [one for one in window.findChildren(TipBubble) if one.isVisible()]
    return shown[0].accessibleName() if shown else ""


def text_of(window: MainWindow) -> QWidget:
    window.reading.reader.focus_text()
    widget = window.focusWidget()
    assert isinstance(widget, QWidget)
    return widget


def press(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    """Press a key in the text and let the window come to rest."""
    qtbot.keyClick(text_of(window), key)
    QApplication.processEvents()


def test_each_comes_once_and_goes_by_doing_the_thing(opened: MainWindow, qtbot: QtBot) -> None:
    assert "Bấm Enter để nhận" in tip(opened)
    press(opened, qtbot, Qt.Key.Key_Return)
    assert "Bấm F9" in tip(opened)  # not how to mark the sentence: that has just been done
    (bubble,) = [one for one in opened.findChildren(TipBubble) if one.isVisible()]
    place = QRect(bubble.mapTo(opened, QPoint()), bubble.size())
    assert not place.intersects(opened.reading.cards.open_card_on_screen())
    opened.tips.dismiss()
    press(opened, qtbot, Qt.Key.Key_Down)
    assert "bấm 1 (Kết quả)" in tip(opened)
    press(opened, qtbot, Qt.Key.Key_3)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_3, Qt.Key.Key_Up):
        press(opened, qtbot, key)
        assert tip(opened) == ""


def test_esc_puts_it_away_for_good_and_the_command_brings_all_back(
    opened: MainWindow, qtbot: QtBot
) -> None:
    press(opened, qtbot, Qt.Key.Key_Escape)
    assert tip(opened) == ""
    assert Settings().flag("tip/suggestion")
    opened.tips.refresh()
    assert tip(opened) == ""
    opened.commands["tips"].trigger()
    assert "Bấm Enter để nhận" in tip(opened)


def test_it_is_never_on_the_passage_under_the_cursor(opened: MainWindow, qtbot: QtBot) -> None:
    for _ in range(25):
        (bubble,) = [one for one in opened.findChildren(TipBubble) if one.isVisible()]
        place = QRect(bubble.mapTo(opened, QPoint()), bubble.size())
        assert not place.intersects(opened.reading.reader.passage_on_screen())
        assert opened.rect().contains(place)
        press(opened, qtbot, Qt.Key.Key_Down)


def test_it_is_never_on_a_drawer(opened: MainWindow, qtbot: QtBot) -> None:
    opened.resize(911, 512)
    panes, cards = opened.reading.panes, opened.reading.cards
    qtbot.waitUntil(lambda: panes.is_drawer(cards))
    assert tip(opened) != ""
    panes.toggle(cards)
    QApplication.processEvents()
    (drawer,) = panes.covered()
    for bubble in opened.findChildren(TipBubble):
        place = QRect(bubble.mapTo(opened, QPoint()), bubble.size())
        assert not (bubble.isVisible() and place.intersects(drawer))
    panes.toggle(cards)
    QApplication.processEvents()
    assert tip(opened) != ""


def test_it_says_that_nothing_is_suggested_only_where_that_is_so(
    qapp: QApplication, tmp_path: Path, parsed: Callable[..., ParsedArticle], qtbot: QtBot
) -> None:
    text = (
        "Sở tổng kết năm\nNăm qua, hạ tầng phát triển tốt; một số thôn bản ở vùng xa chưa có sóng."
    )
    path = tmp_path / "b.tttt"
    part = Span(text.index("hạ tầng"), text.index(";"))
    found = Proposal(part, Kind.ACHIEVEMENT, 0.9, "rule", "vì thế")
    with Dossier.create(path) as dossier, dossier.store.change("Nhập 1 bài viết"):
        add_article(dossier.store, parsed(text), [found])
    window = MainWindow(Settings())
    window.showNormal()
    assert window.dossiers.open_path(path)
    for name in ("suggestion", "report"):
        window.settings.set_flag(f"tip/{name}")
    window.tips.dismiss()
    press(window, qtbot, Qt.Key.Key_End)
    assert window.reading.ref is None
    assert tip(window) == ""
    press(window, qtbot, Qt.Key.Key_Home)
    assert "chưa có gợi ý" in tip(window)
    window.close()
    shiboken6.delete(window)
