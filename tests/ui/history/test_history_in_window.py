"""The history and the bin beside the main window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.services import review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article
from tttt_desktop.ui.history.bin import BinDialog
from tttt_desktop.ui.history.panel import HistoryDialog
from tttt_desktop.ui.main_window import MainWindow

OpenAt = Callable[[Path, str], MainWindow]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(open_at: OpenAt, tmp_path: Path, parsed: Callable[..., ParsedArticle]) -> MainWindow:
    """A window on two articles with a mark in each."""
    path = tmp_path / "a.tttt"
    with Dossier.create(path) as dossier:
        for name in ("một", "hai"):
            with dossier.store.change("Nhập 1 bài viết"):
                add_article(dossier.store, parsed(f"Bài {name}\nHạ tầng phát triển tốt."), ())
        for article_id in (1, 2):
            review.annotate(dossier, article_id, Span(0, 7), Kind.TASK)
    return open_at(path, "reading")


def flush() -> None:
    """Let what is to be deleted go."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def test_it_stays_open_beside_the_work_once_and_closes_with_the_dossier(
    window: MainWindow, tmp_path: Path
) -> None:
    window.commands["history"].trigger()
    window.commands["history"].trigger()
    (dialog,) = window.findChildren(HistoryDialog)
    assert not dialog.isModal()
    assert dialog.current is not None
    assert dialog.current.label == "Đánh dấu nhiệm vụ"
    window.commands["undo"].trigger()
    assert dialog.current.undone
    Dossier.create(tmp_path / "b.tttt").close()
    assert window.dossiers.open_path(tmp_path / "b.tttt")
    flush()
    assert window.findChildren(HistoryDialog) == []
    assert window.dossiers.open_path(tmp_path / "a.tttt")


def test_closed_it_hears_no_more_and_can_be_opened_again(window: MainWindow) -> None:
    for _ in range(2):
        window.commands["history"].trigger()
        (dialog,) = window.findChildren(HistoryDialog)
        dialog.reject()
        flush()
        window.commands["undo"].trigger()
    window.commands["history"].trigger()
    (dialog,) = window.findChildren(HistoryDialog)
    assert dialog.current is not None
    assert dialog.current.label == "Nhập 1 bài viết"


def test_a_line_leads_to_its_article_and_the_bin_shows_what_came_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.reading.show_article(1)
    window.commands["history"].trigger()
    (dialog,) = window.findChildren(HistoryDialog)
    dialog.article_requested.emit(2)
    assert window.reading.page is not None
    assert window.reading.page.article.id == 2
    held = window.place.held
    assert held is not None
    held.run(lambda d: review.remove_article(d, 2))
    window.commands["bin"].trigger()
    (bin_,) = window.findChildren(BinDialog)
    bin_.restore()
    assert window.reading.page.article.id == 2
    assert len(window.reading.page.annotations) == 1
