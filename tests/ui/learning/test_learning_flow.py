"""Learning in the window: nothing jumps under the hands, forgetting asks nothing, what was learned comes along."""

from collections.abc import Callable, Iterator
from pathlib import Path

import office
import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Block, Kind, ParsedArticle
from tttt_desktop.services import lore, review, suggestions
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.learning import Learner
from tttt_desktop.storage.articles import add_article
from tttt_desktop.suggesting.suggest import suggest
from tttt_desktop.ui import messages
from tttt_desktop.ui.main_window import MainWindow
from tttt_desktop.ui.settings import Settings

TEXTS = [article.text for article in office.articles(5)]


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    suggestions.warm_up()
    made = MainWindow(Settings())
    made.show()
    yield made
    made.close()
    shiboken6.delete(made)


@pytest.fixture
def errors(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Errors that were shown, instead of boxes that wait for an answer."""
    shown: list[str] = []

    def show(_parent: QWidget | None, error: UserError) -> None:
        shown.append(str(error))

    monkeypatch.setattr(messages, "show_error", show)
    return shown


@pytest.fixture
def worked(tmp_path: Path) -> Path:
    """Five articles; in the first two all tasks were declined and all else accepted."""
    path = tmp_path / "đã làm.tttt"
    with Dossier.create(path) as dossier:
        with dossier.store.change("Nhập bài viết"):
            ids = [
                add_article(dossier.store, article(text, number), suggest(text))
                for number, text in enumerate(TEXTS)
            ]
        for one in ids[:2]:
            decide(dossier, one)
    return path


def article(text: str, number: int) -> ParsedArticle:
    blocks = tuple(Block(line) for line in text.split("\n"))
    title = text.split("\n")[0]
    return ParsedArticle(f"{number}.txt", "txt", f"{number:064}", b"", blocks, title=title)


def decide(dossier: Dossier, article_id: int) -> None:
    """Decline all tasks, accept the rest."""
    for one in dossier.page(article_id).suggestions:
        if one.proposal.kind is Kind.TASK:
            review.decline(dossier, one.id)
        else:
            review.accept(dossier, one.id)


def dossier_of(window: MainWindow) -> Dossier:
    assert window.place.held is not None
    return window.place.held.dossier


def learner_of(window: MainWindow) -> Learner:
    assert window.place.held is not None
    return window.place.held.learner


def scores(dossier: Dossier, article_id: int) -> dict[int, float]:
    return {one.id: one.proposal.score for one in dossier.page(article_id).suggestions}


def test_what_waits_is_looked_at_again_but_not_what_is_being_read(
    window: MainWindow, qtbot: QtBot, worked: Path
) -> None:
    window.dossiers.open_path(worked)
    dossier, learner = dossier_of(window), learner_of(window)
    assert window.reading.page is not None
    here = window.reading.page.article.id
    others = [one for one in dossier.article_ids() if one > 2 and one != here]
    before = {one: scores(dossier, one) for one in (here, *others)}
    resets: list[None] = []
    window.reading.list.model.modelReset.connect(lambda: resets.append(None))
    undo, last_saved = dossier.undo_label, dossier.last_saved
    with qtbot.waitSignals([window.learning.renewed] * len(others), timeout=30_000):
        qtbot.waitUntil(lambda: not learner.waits, timeout=30_000)
        window.learning.look_again()
    assert all(scores(dossier, one) != before[one] for one in others)
    assert scores(dossier, here) == before[here]
    assert (dossier.undo_label, dossier.last_saved) == (undo, last_saved)
    assert resets == []
    assert learner.news < 20


def test_a_decision_is_learned_after_it_and_unlearned_by_undo(
    window: MainWindow, qtbot: QtBot, worked: Path
) -> None:
    window.dossiers.open_path(worked)
    learner = learner_of(window)
    qtbot.waitUntil(lambda: not learner.waits, timeout=30_000)
    size = learner.model.size
    window.commands["accept"].trigger()
    assert learner.waits  # the key does not wait for it
    qtbot.waitUntil(lambda: not learner.waits)
    assert learner.model.size == size + 1
    window.undo()
    qtbot.waitUntil(lambda: not learner.waits)
    assert learner.model.size == size


def test_forgetting_asks_nothing_and_can_be_taken_back(
    window: MainWindow, qtbot: QtBot, worked: Path
) -> None:
    window.dossiers.open_path(worked)
    learner = learner_of(window)
    qtbot.waitUntil(lambda: not learner.waits, timeout=30_000)
    size = learner.model.size
    window.commands["forget_learned"].trigger()
    assert window.notice.text == "Đã quên những gì đã học. Đánh dấu của bạn vẫn còn nguyên."
    qtbot.waitUntil(lambda: not learner.waits)
    assert learner.model.size == 0
    assert window.commands["undo"].text().endswith("«Quên những gì đã học»")
    button = next(
        one for one in window.notice.findChildren(QPushButton) if one.text() == "Hoàn tác"
    )
    button.click()
    qtbot.waitUntil(lambda: not learner.waits)
    assert learner.model.size == size


@pytest.fixture
def newer(window: MainWindow, worked: Path, tmp_path: Path) -> MainWindow:
    """A new dossier, after the one that was worked in."""
    window.dossiers.open_path(worked)
    assert window.dossiers.create(tmp_path / "năm nay.tttt")
    return window


def offer(window: MainWindow) -> QPushButton:
    buttons = window.notice.findChildren(QPushButton)
    return next(one for one in buttons if one.text() == "Mang sang hồ sơ này")


def test_a_new_dossier_is_offered_what_was_learned_before_once(
    newer: MainWindow, qtbot: QtBot, worked: Path, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: "đã học từ" in newer.notice.text, timeout=10_000)
    assert newer.notice.text.startswith("Trong “đã làm” chương trình đã học từ")
    with qtbot.waitSignal(newer.place.held.changed, timeout=10_000):  # type: ignore[union-attr]
        offer(newer).click()
    assert newer.notice.text.startswith("Đã mang sang những gì học từ")
    assert learner_of(newer).model.size == lore.lore_of(worked).size
    newer.undo()
    newer.notice.dismiss()
    newer.dossiers.open_path(worked)
    newer.dossiers.open_path(tmp_path / "năm nay.tttt")
    qtbot.wait(200)
    assert newer.notice.text == ""


def test_no_offer_where_nothing_was_learned(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.dossiers.create(tmp_path / "một.tttt")
    window.dossiers.create(tmp_path / "hai.tttt")
    qtbot.waitUntil(lambda: not window.learning.busy, timeout=10_000)
    assert window.notice.text == ""


def test_bringing_by_the_menu_and_what_cannot_be_brought(
    newer: MainWindow,
    qtbot: QtBot,
    worked: Path,
    tmp_path: Path,
    errors: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def choosing(path: Path) -> Callable[..., tuple[str, str]]:
        return lambda *_: (str(path), "")

    bytes_before = worked.read_bytes()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", choosing(worked))
    with qtbot.waitSignal(newer.place.held.changed, timeout=10_000):  # type: ignore[union-attr]
        newer.commands["bring_learned"].trigger()
    assert worked.read_bytes() == bytes_before
    assert newer.commands["undo"].text().endswith("«Mang những gì đã học từ “đã làm”»")
    (tmp_path / "lạ.tttt").write_bytes(b"khong phai ho so")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", choosing(tmp_path / "lạ.tttt"))
    newer.commands["bring_learned"].trigger()
    qtbot.waitUntil(lambda: len(errors) == 1, timeout=10_000)
    assert "không phải hồ sơ" in errors[0]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", choosing(tmp_path / "năm nay.tttt"))
    newer.commands["bring_learned"].trigger()
    assert "hồ sơ đang mở" in errors[1]
