import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.errors import DossierInUse, SaveFailed, UserError
from tttt_desktop.domain.records import ArticleState, Kind, ParsedArticle, Proposal, Span, Task
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article
from tttt_desktop.ui import messages
from tttt_desktop.ui.app import open_first
from tttt_desktop.ui.editor.keys import Act
from tttt_desktop.ui.header import Header
from tttt_desktop.ui.history.panel import HistoryDialog
from tttt_desktop.ui.main_window import MainWindow
from tttt_desktop.ui.settings import Settings

TEXT = (
    "Sở tổng kết năm {year}\n"
    "Năm qua, hạ tầng viễn thông phát triển tốt. Một số thôn chưa có sóng.\n"
    "Chủ tịch yêu cầu Sở hoàn thành đề án trước ngày 30/6."
)
MARKS = (
    ("Năm qua, hạ tầng viễn thông phát triển tốt.", Kind.ACHIEVEMENT),
    ("Một số thôn chưa có sóng.", Kind.SHORTCOMING),
    ("Chủ tịch yêu cầu Sở hoàn thành đề án trước ngày 30/6.", Kind.TASK),
)


def proposals(text: str) -> list[Proposal]:
    found = []
    for quote, kind in MARKS:
        span = Span(text.index(quote), text.index(quote) + len(quote))
        task = Task(assigner="Chủ tịch") if kind is Kind.TASK else None
        found.append(Proposal(span, kind, 0.9, "rule", "vì thế", task=task))
    return found


@pytest.fixture(scope="module")
def unread(tmp_path_factory: pytest.TempPathFactory, parsed: Callable[..., ParsedArticle]) -> Path:
    """A dossier of three unread articles with three suggestions each."""
    path = tmp_path_factory.mktemp("unread") / "hồ sơ đầy.tttt"
    with Dossier.create(path) as dossier, dossier.store.change("Nhập 3 bài viết"):
        for year in (2021, 2022, 2023):
            text = TEXT.format(year=year)
            article = parsed(text, f"{year}.txt", plan_year=year, published_on=date(year, 1, 6))
            add_article(dossier.store, article, proposals(text))
    return path


@pytest.fixture
def filled(unread: Path, tmp_path: Path) -> Path:
    """A copy of that dossier."""
    return Path(shutil.copy(unread, tmp_path))


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    made = MainWindow(Settings())
    made.showNormal()
    made.resize(1366, 768)
    yield made
    made.close()
    shiboken6.delete(made)  # at once: a new theme goes to every window that still exists


@pytest.fixture
def opened(window: MainWindow, filled: Path) -> MainWindow:
    assert window.dossiers.open_path(filled)
    return window


@pytest.fixture
def errors(monkeypatch: pytest.MonkeyPatch) -> list[UserError]:
    """Errors that were shown, instead of boxes that wait for an answer."""
    shown: list[UserError] = []

    def show(_parent: QWidget | None, error: UserError) -> None:
        shown.append(error)

    monkeypatch.setattr(messages, "show_error", show)
    return shown


def dossier_of(window: MainWindow) -> Dossier:
    assert window.place.held is not None
    return window.place.held.dossier


def text_of(window: MainWindow) -> QWidget:
    """The widget that takes the reader's keys."""
    window.reading.reader.focus_text()
    widget = window.focusWidget()
    assert isinstance(widget, QWidget)
    return widget


def test_without_a_dossier_there_is_the_start_page_and_only_what_works(window: MainWindow) -> None:
    assert window.start.isVisible()
    assert window.commands["import"].isEnabled()
    for command in ("report", "undo", "find", "mark_task", "backup", "done"):
        assert not window.commands[command].isEnabled(), command


def test_opening_a_dossier_shows_its_first_article_on_its_first_suggestion(
    opened: MainWindow,
) -> None:
    assert opened.reading.isVisible()
    page = opened.reading.page
    assert page is not None
    assert page.article.title == "Sở tổng kết năm 2023"
    assert opened.reading.ref == ("suggestion", page.suggestions[0].id)
    assert opened.windowTitle().startswith("hồ sơ đầy")


def test_enter_accepts_moves_on_and_is_saved(opened: MainWindow, qtbot: QtBot) -> None:
    for _ in MARKS:
        qtbot.keyClick(text_of(opened), Qt.Key.Key_Return)
    totals = dossier_of(opened).totals()
    assert (totals.achievements, totals.shortcomings, totals.tasks) == (1, 1, 1)
    assert totals.reading == 1
    assert opened.status._saved.text().startswith("Đã lưu lúc ")
    assert opened.commands["report"].isEnabled()


def test_delete_declines_and_undo_names_the_act_and_brings_it_back(
    opened: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(text_of(opened), Qt.Key.Key_Delete)
    assert opened.reading.page is not None
    assert len(opened.reading.page.suggestions) == 2
    assert opened.commands["undo"].text() == "&Hoàn tác «Bỏ gợi ý»"
    opened.commands["undo"].trigger()
    assert len(opened.reading.page.suggestions) == 3
    assert opened.commands["redo"].text() == "&Làm lại «Bỏ gợi ý»"


def test_digits_in_the_search_box_are_text(opened: MainWindow, qtbot: QtBot) -> None:
    opened.commands["find"].trigger()
    field = opened.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "123 vien")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == "123 vie"
    assert dossier_of(opened).totals().achievements == 0


def test_searching_narrows_the_list_without_diacritics(opened: MainWindow, qtbot: QtBot) -> None:
    opened.commands["find"].trigger()
    field = opened.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "tong ket nam 2022")
    qtbot.waitUntil(lambda: len(opened.reading.list.all_ids()) == 1)
    field.clear()
    qtbot.waitUntil(lambda: len(opened.reading.list.all_ids()) == 3)


def test_done_marks_the_article_and_opens_the_next_unread_one(opened: MainWindow) -> None:
    first = opened.reading.page
    opened.commands["done"].trigger()
    second = opened.reading.page
    assert first is not None
    assert second is not None
    assert second.article.title == "Sở tổng kết năm 2022"
    assert dossier_of(opened).page(first.article.id).article.state is ArticleState.DONE


def test_what_cannot_be_done_is_said_in_a_line_until_something_is_done(
    opened: MainWindow, qtbot: QtBot, errors: list[UserError]
) -> None:
    qtbot.keyClick(text_of(opened), Qt.Key.Key_Return)
    qtbot.keyClick(text_of(opened), Qt.Key.Key_Up)
    opened.commands["split"].trigger()
    assert opened.notice.text.startswith("Đánh dấu này không có dấu chấm phẩy để tách.")
    assert errors == []
    qtbot.keyClick(text_of(opened), Qt.Key.Key_2)
    assert opened.notice.text == ""


def test_undo_goes_back_to_the_article_it_concerns(opened: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(text_of(opened), Qt.Key.Key_Return)
    opened.commands["next_article"].trigger()
    opened.commands["undo"].trigger()
    assert opened.reading.page is not None
    assert opened.reading.page.article.title == "Sở tổng kết năm 2023"


def test_a_removed_article_can_be_brought_back_from_the_notice(opened: MainWindow) -> None:
    opened.commands["remove_article"].trigger()
    assert opened.notice.text == "Đã xoá bài “Sở tổng kết năm 2023” và 0 đánh dấu."
    assert opened.reading.page is not None
    assert opened.reading.page.article.title == "Sở tổng kết năm 2022"
    assert dossier_of(opened).totals().articles == 2
    opened.undo()
    assert dossier_of(opened).totals().articles == 3
    assert opened.reading.page.article.title == "Sở tổng kết năm 2023"


def test_removing_the_last_article_leads_back_to_the_start_page(opened: MainWindow) -> None:
    for _ in range(3):
        opened.commands["remove_article"].trigger()
    assert opened.start.isVisible()
    opened.undo()
    assert opened.reading.isVisible()


def test_the_task_form_edits_the_task(opened: MainWindow) -> None:
    reading = opened.reading
    opened.commands["accept_all"].trigger()
    assert reading.page is not None
    task = next(a for a in reading.page.annotations if a.task)
    reading.cards.task_edited.emit(task.id, {"lead": "Sở Nội vụ"})
    kept = next(a for a in reading.page.annotations if a.id == task.id)
    assert kept.task is not None
    assert (kept.task.lead, kept.task.assigner) == ("Sở Nội vụ", "Chủ tịch")


def test_what_could_not_be_saved_is_said_and_saved_by_trying_again(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = dossier_of(opened)
    full = SaveFailed("Chưa lưu được: ổ đĩa đầy.", "Hãy xoá bớt tệp rồi bấm [Thử lại].")

    def fail(*_args: object, **_values: object) -> object:
        raise full

    with monkeypatch.context() as broken:
        broken.setattr(dossier.store, "change", fail)
        qtbot.keyClick(text_of(opened), Qt.Key.Key_Return)
    assert opened.notice.text == str(full)
    assert dossier.totals().achievements == 0
    opened.commands["save"].trigger()
    assert dossier.totals().achievements == 1
    assert opened.status._saved.text().startswith("Đã lưu lúc ")


def test_a_backup_that_failed_is_told_once_and_work_goes_on(
    opened: MainWindow, filled: Path, qtbot: QtBot
) -> None:
    opened.place.close()
    filled.with_suffix(".saoluu").write_bytes(b"a file where the folder should be")
    opened.dossiers.open_path(filled)
    qtbot.keyClick(text_of(opened), Qt.Key.Key_Return)
    assert "sao lưu" in opened.notice.text
    assert dossier_of(opened).totals().achievements == 1
    opened.notice.dismiss()
    qtbot.keyClick(text_of(opened), Qt.Key.Key_Return)
    assert opened.notice.text == ""


def test_a_dossier_in_use_can_be_opened_read_only(
    window: MainWindow, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget | None, question: str, _detail: str, *answers: str) -> int:
        asked.extend([question, *answers])
        return 0

    monkeypatch.setattr(messages, "ask", ask)
    monkeypatch.setattr(Dossier, "open", _in_use_unless_read_only(Dossier.open))
    assert window.dossiers.open_path(filled)
    assert asked == ["Hồ sơ đang mở ở cửa sổ khác.", "Mở chỉ đọc", "Huỷ"]
    assert not window.commands["mark_task"].isEnabled()
    assert window.status._saved.text() == "Chỉ đọc"


def _in_use_unless_read_only(real: Callable[..., Dossier]) -> Callable[..., Dossier]:
    def open_(path: Path, read_only: bool = False) -> Dossier:
        if not read_only:
            raise DossierInUse("Hồ sơ đang mở ở cửa sổ khác.", "Hãy đóng cửa sổ kia trước.")
        return real(path, read_only=True)

    return open_


def test_a_file_that_is_no_dossier_is_refused_and_the_open_one_stays(
    opened: MainWindow, errors: list[UserError], tmp_path: Path
) -> None:
    stranger = tmp_path / "ảnh.tttt"
    stranger.write_bytes(b"\x89PNG" * 100)
    assert not opened.dossiers.open_path(stranger)
    assert len(errors) == 1
    assert opened.reading.page is not None
    assert dossier_of(opened).totals().articles == 3


def test_the_next_start_opens_the_last_dossier(opened: MainWindow, filled: Path) -> None:
    opened.close()
    again = MainWindow(Settings())
    open_first(again, [])
    assert dossier_of(again).path == filled
    again.close()
    shiboken6.delete(again)


def test_the_theme_and_the_zoom_are_kept(window: MainWindow) -> None:
    window.commands["theme_dark"].trigger()
    window.commands["zoom_in"].trigger()
    kept = Settings()
    assert (kept.theme, kept.zoom) == ("dark", 110)
    window.commands["theme_light"].trigger()
    assert window.commands["theme_light"].isChecked()
    assert not window.commands["theme_dark"].isChecked()


def test_large_letters_stay_large_when_the_cards_become_a_drawer(
    opened: MainWindow, qtbot: QtBot
) -> None:
    panes, cards = opened.reading.panes, opened.reading.cards
    (label,) = (one for one in cards.findChildren(QLabel) if one.text() == "Trong bài này")
    opened.set_zoom(200)
    for width, drawer in ((1366, False), (920, True), (1366, False)):
        opened.resize(width, 600)
        qtbot.waitUntil(lambda drawer=drawer: panes.is_drawer(cards) is drawer)  # type: ignore[misc]
        assert label.font().pixelSize() == 26


@pytest.mark.parametrize(
    ("width", "names"),
    [
        (1366, set()),
        (1100, {"Hiện danh sách bài"}),
        (920, {"Hiện danh sách bài", "Hiện thẻ đánh dấu"}),
    ],
)
def test_the_mouse_opens_drawers_too(
    opened: MainWindow, width: int, names: set[str], qtbot: QtBot
) -> None:
    def openers() -> dict[str, QPushButton]:
        buttons = opened.findChild(Header).findChildren(QPushButton)
        shown = {one.accessibleName(): one for one in buttons if one.isVisible()}
        return {name: one for name, one in shown.items() if name.startswith("Hiện ")}

    opened.resize(width, 640)
    qtbot.waitUntil(lambda: set(openers()) == names)
    for name, pane in zip(sorted(names), (opened.reading.list, opened.reading.cards), strict=False):
        qtbot.mouseClick(openers()[name], Qt.MouseButton.LeftButton)
        assert pane.isVisible()
        assert openers()[name].isChecked()
        qtbot.mouseClick(openers()[name], Qt.MouseButton.LeftButton)
        assert not pane.isVisible()


@pytest.mark.parametrize(("width", "drawers"), [(1366, 0), (1100, 1), (920, 2)])
def test_narrow_windows_turn_the_outer_panes_into_drawers(
    opened: MainWindow, width: int, drawers: int, qtbot: QtBot
) -> None:
    opened.resize(width, 600)
    panes = opened.reading.panes
    outer = (opened.reading.list, opened.reading.cards)
    qtbot.waitUntil(lambda: sum(panes.is_drawer(pane) for pane in outer) == drawers)
    for pane, command in zip(outer, ("list", "cards"), strict=True):
        if panes.is_drawer(pane):
            assert not pane.isVisible()
            opened.commands[command].trigger()
            assert pane.isVisible()
            opened.commands[command].trigger()
            assert not pane.isVisible()
    opened.resize(1366, 700)
    qtbot.waitUntil(lambda: all(pane.isVisible() for pane in outer))


def test_f6_reaches_the_panes_of_a_narrow_window_and_shuts_them_behind_it(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.resize(920, 600)
    reading = opened.reading
    qtbot.waitUntil(lambda: reading.panes.is_drawer(reading.cards))
    reading.reader.focus_text()
    for expected in (reading.cards, reading.list, reading.reader):
        opened.commands["next_pane"].trigger()
        assert expected.isAncestorOf(opened.focusWidget())
        shown = [pane for pane in (reading.list, reading.cards) if pane.isVisible()]
        assert shown == [pane for pane in (reading.list, reading.cards) if pane is expected]


def test_a_place_named_in_the_report_is_shown_in_the_text_and_on_its_card(
    opened: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(text_of(opened), Qt.Key.Key_Return)
    page = opened.reading.page
    assert page is not None
    mark = page.annotations[0]
    opened.reading.show_mark(page.article.id, mark.id)
    assert opened.reading.ref == opened.reading.reader.current_ref == ("annotation", mark.id)
    assert opened.commands["statement"].isEnabled()


@pytest.mark.parametrize(
    ("typed", "made"), [("Quý 1", "Quý 1.tttt"), ("Quý 2.tttt", "Quý 2.tttt"), (" ", None)]
)
def test_a_new_dossier_has_a_name_that_can_be_read(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, made: str
) -> None:
    answer = str(tmp_path / typed), ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    window.commands["new"].trigger()
    usual = f"{window.dossiers.default_stem()}.tttt"
    assert dossier_of(window).path == tmp_path / (made or usual)


def test_f11_leads_back_to_a_maximised_window(window: MainWindow) -> None:
    window.showMaximized()
    for full in (True, False):
        window.commands["full_screen"].trigger()
        assert window.isFullScreen() is full
    assert window.isMaximized()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_after_a_dialog_the_menu_bar_does_not_keep_the_keyboard(
    window: MainWindow, filled: Path, qtbot: QtBot
) -> None:
    assert window.dossiers.open_path(filled)
    window.activateWindow()
    window.reading.reader.focus_text()
    text = window.focusWidget()
    window.menuBar().setFocus(Qt.FocusReason.MenuBarFocusReason)  # as after one Esc in a menu
    window.commands["history"].trigger()
    (dialog,) = window.findChildren(HistoryDialog)
    qtbot.waitActive(dialog)
    dialog.reject()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is text)


def test_undo_shows_the_mark_whose_value_came_back(window: MainWindow, filled: Path) -> None:
    assert window.dossiers.open_path(filled)
    reading = window.reading
    reading.reader.perform(Act.ACCEPT)
    assert reading.page is not None
    (mark,) = reading.page.annotations
    reading.show_mark(reading.page.article.id, mark.id)
    reading.reader.perform(Act.TASK)
    reading.reader.perform(Act.LATER)
    assert reading.ref is not None
    assert reading.ref[0] == "suggestion"
    window.undo()
    assert reading.ref == ("annotation", mark.id)
    assert reading.page.annotations[0].kind is mark.kind
