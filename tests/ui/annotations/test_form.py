"""Typing in the open card: what is told, when, and that nothing typed is ever lost or disturbed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Annotation, Basis, Kind, Page, Status, Task
from tttt_desktop.ui.annotations.panel import CardsPanel
from tttt_desktop.ui.annotations.view import CardView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one
Key = Qt.Key
INFERRED = "Chương trình suy ra, cần kiểm tra"


@pytest.fixture
def line(panel: CardsPanel) -> Callable[[str], QLineEdit]:
    """A one-line box by its field's name."""

    def find(name: str) -> QLineEdit:
        found = panel.findChild(QLineEdit, name)
        assert found is not None
        return found

    return find


@pytest.fixture
def long(panel: CardsPanel) -> Callable[[str], QPlainTextEdit]:
    """A growing box by its field's name."""

    def find(name: str) -> QPlainTextEdit:
        found = panel.findChild(QPlainTextEdit, name)
        assert found is not None
        return found

    return find


def with_annotation(page: Page, changed: Annotation) -> Page:
    marks = tuple(changed if mark.id == changed.id else mark for mark in page.annotations)
    return replace(page, annotations=marks)


def visible_labels(panel: CardsPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_each_kind_has_its_boxes_in_order(panel: CardsPanel) -> None:
    def boxes() -> list[str]:
        wanted = [
            "Lĩnh vực",
            "Nguyên nhân",
            "Giải pháp",
            "Nguồn gốc",
            "Người giao",
            "Chủ trì",
            "Phối hợp",
            "Thời hạn",
            "Căn cứ",
            "Trạng thái",
            "Ghi chú",
        ]
        return [text for text in visible_labels(panel) if text in wanted]

    panel.select(("annotation", 1))
    assert boxes() == ["Lĩnh vực", "Ghi chú"]
    panel.select(("annotation", 2))
    assert boxes() == ["Lĩnh vực", "Nguyên nhân", "Giải pháp", "Ghi chú"]
    panel.select(("annotation", 3))
    task = ["Người giao", "Chủ trì", "Phối hợp", "Thời hạn", "Căn cứ", "Trạng thái"]
    assert boxes() == ["Lĩnh vực", "Nguồn gốc", *task, "Ghi chú"]


def test_the_task_form_is_filled_and_empty_boxes_say_so(
    panel: CardsPanel, line: Callable[[str], QLineEdit]
) -> None:
    panel.select(("annotation", 3))
    assert line("assigner").text() == "Phó Chủ tịch UBND tỉnh Nguyễn Văn Mẫu"
    assert line("cooperating").text() == "Sở Nội vụ"
    assert line("documents").text() == ""
    assert line("documents").placeholderText() == "Chưa nêu trong bài"


def test_what_is_not_said_in_the_article_is_marked_as_inferred(
    panel: CardsPanel, line: Callable[[str], QLineEdit]
) -> None:
    panel.select(("annotation", 3))
    assert line("cooperating").toolTip() == INFERRED
    assert line("cooperating").accessibleDescription() == INFERRED
    assert line("lead").toolTip() != INFERRED
    assert line("documents").toolTip() != INFERRED


def test_an_edit_is_told_when_it_is_finished_and_once(
    qtbot: QtBot, panel: CardsPanel, line: Callable[[str], QLineEdit]
) -> None:
    told: list[tuple[int, object]] = []
    panel.task_edited.connect(lambda number, values: told.append((number, values)))
    panel.edit(("annotation", 3))
    box = line("lead")
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "So Noi vu")
    assert told == []
    qtbot.keyClick(box, Key.Key_Return)
    assert told == [(3, {"lead": "So Noi vu"})]
    box.setFocus()
    qtbot.keyClick(box, Key.Key_Tab)
    assert len(told) == 1


def test_an_edit_of_a_field_of_the_annotation(
    qtbot: QtBot, panel: CardsPanel, line: Callable[[str], QLineEdit]
) -> None:
    panel.edit(("annotation", 1))
    with qtbot.waitSignal(panel.annotation_edited) as told:
        qtbot.keyClicks(line("field"), "Khac")
        qtbot.keyClick(QApplication.activePopupWidget(), Key.Key_Tab)  # "Thêm lĩnh vực …"
    assert told.args == [1, {"field": "Khac"}]


def test_a_deadline_in_words_gets_its_day(
    qtbot: QtBot, panel: CardsPanel, line: Callable[[str], QLineEdit]
) -> None:
    panel.edit(("annotation", 3))
    box = line("deadline_text")
    box.setFocus()
    for typed, day in (("cuối năm", date(2023, 12, 31)), ("sớm", None)):
        box.clear()
        box.insert(typed)
        with qtbot.waitSignal(panel.task_edited) as told:
            qtbot.keyClick(box, Key.Key_Return)
        assert told.args == [3, {"deadline_text": typed, "deadline_on": day}]
        box.setFocus()


def test_several_agencies_and_documents(
    qtbot: QtBot, panel: CardsPanel, line: Callable[[str], QLineEdit]
) -> None:
    panel.edit(("annotation", 3))
    line("cooperating").setText("Sở Nội vụ;  Sở Tài chính ; ")
    line("documents").setText("Quyết định số 139/QĐ-UBND; lời hứa")
    told: dict[str, object] = {}
    panel.task_edited.connect(lambda _number, values: told.update(values))
    qtbot.keyClick(line("lead"), Key.Key_Escape)
    assert told["cooperating"] == ("Sở Nội vụ", "Sở Tài chính")
    first, second = told["documents"]  # type: ignore[misc]
    assert (first.number, first.as_printed) == ("139/QĐ-UBND", "Quyết định số 139/QĐ-UBND")
    assert (second.number, second.as_printed) == ("", "lời hứa")


def test_choices_are_told_by_their_meaning(qtbot: QtBot, panel: CardsPanel) -> None:
    panel.edit(("annotation", 3))
    box = panel.findChild(QComboBox, "status")
    assert box is not None
    box.setFocus()
    with qtbot.waitSignal(panel.task_edited) as told:
        qtbot.keyClick(box, Key.Key_Down)
    assert told.args == [3, {"status": Status.UNDER_WAY}]
    assigned, _ = panel.findChildren(QPushButton, "basis")
    assert (assigned.text(), assigned.isChecked()) == ("Được giao", True)
    assigned.setFocus()
    with qtbot.waitSignal(panel.task_edited) as told:
        qtbot.keyClick(assigned, Key.Key_Right)
    assert told.args == [3, {"basis": Basis.OWN_PLAN}]
    with qtbot.waitSignal(panel.task_edited) as told:
        qtbot.mouseClick(assigned, Qt.MouseButton.LeftButton)
    assert told.args == [3, {"basis": Basis.ASSIGNED}]


def test_a_pause_in_a_long_text_is_told(
    qtbot: QtBot, panel: CardsPanel, long: Callable[[str], QPlainTextEdit]
) -> None:
    panel.select(("annotation", 2))
    box = long("cause")
    box.setFocus()
    with qtbot.waitSignal(panel.annotation_edited, timeout=3000) as told:
        qtbot.keyClicks(box, "thieu von")
    assert told.args == [2, {"cause": "thieu von"}]
    assert box.hasFocus()


def test_a_new_page_leaves_typing_alone(
    qtbot: QtBot, panel: CardsPanel, page: Page, line: Callable[[str], QLineEdit]
) -> None:
    panel.edit(("annotation", 3))
    box = line("lead")
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "So Thong tin")
    box.setCursorPosition(3)
    other = replace(page.annotations[2], note="ghi ở nơi khác")
    panel.show_page(with_annotation(page, other))
    assert (box.text(), box.cursorPosition(), box.hasFocus()) == ("So Thong tin", 3, True)
    with qtbot.waitSignal(panel.task_edited) as told:
        qtbot.keyClick(box, Key.Key_Return)
    assert told.args == [3, {"lead": "So Thong tin"}]


def test_the_answer_to_an_edit_arrives_while_typing_goes_on(
    qtbot: QtBot, panel: CardsPanel, page: Page, long: Callable[[str], QPlainTextEdit]
) -> None:
    panel.select(("annotation", 2))
    box = long("cause")
    box.setFocus()
    told: list[object] = []
    panel.annotation_edited.connect(lambda _number, values: told.append(values))
    qtbot.keyClicks(box, "thieu ")
    qtbot.waitUntil(lambda: told == [{"cause": "thieu"}], timeout=3000)
    panel.show_page(with_annotation(page, replace(page.annotations[1], cause="thieu")))
    assert box.toPlainText() == "thieu "
    qtbot.keyClicks(box, "von")
    assert box.toPlainText() == "thieu von"
    qtbot.keyClick(box, Key.Key_Tab)
    assert told[-1] == {"cause": "thieu von"}


def test_writing_for_the_report_goes_on_when_its_answer_arrives(
    qtbot: QtBot, panel: CardsPanel, page: Page, long: Callable[[str], QPlainTextEdit]
) -> None:
    def answer(number: int, values: dict[str, str]) -> None:
        changed = replace(page.annotations[number - 1], statement=values["statement"])
        panel.show_page(with_annotation(page, changed))

    panel.annotation_edited.connect(answer)
    panel.edit_statement(("annotation", 1))
    box = long("statement")
    for typed in ("Doanh thu", " tang"):
        with qtbot.waitSignal(panel.annotation_edited, timeout=3000):
            qtbot.keyClicks(box, typed)
    assert box.hasFocus()
    assert (box.toPlainText(), box.textCursor().position()) == ("Doanh thu tang", 14)


def test_the_box_with_the_caret_is_on_screen_and_stays_in_its_place(
    qtbot: QtBot, panel: CardsPanel, page: Page, long: Callable[[str], QPlainTextEdit]
) -> None:
    panel.resize(372, 300)
    panel.edit(("annotation", 3))
    for _ in range(8):
        qtbot.keyClick(panel.focusWidget(), Key.Key_Tab)
    box = long("note")
    assert box.hasFocus()
    assert box.visibleRegion().boundingRect() == box.rect()
    place = box.mapTo(panel, QPoint())
    qtbot.keyClicks(box, "ghi")
    panel.show_page(with_annotation(page, replace(page.annotations[2], note="ghi")))
    assert box.mapTo(panel, QPoint()) == place
    panel.edit_statement(("annotation", 3))
    statement = long("statement")
    qtbot.waitUntil(lambda: statement.visibleRegion().boundingRect() == statement.rect())


def test_an_undo_shows_in_the_open_form(
    panel: CardsPanel, page: Page, line: Callable[[str], QLineEdit]
) -> None:
    panel.select(("annotation", 3))
    task = page.annotations[2].task or Task()
    panel.show_page(
        with_annotation(page, replace(page.annotations[2], task=replace(task, lead="Sở Nội vụ")))
    )
    assert line("lead").text() == "Sở Nội vụ"
    panel.show_page(page)
    assert line("lead").text() == "Sở Mẫu"


def test_going_to_another_card_or_article_tells_what_was_typed(
    qtbot: QtBot, panel: CardsPanel, page: Page, line: Callable[[str], QLineEdit]
) -> None:
    panel.edit(("annotation", 1))
    line("field").setText("Viễn thông")
    with qtbot.waitSignal(panel.annotation_edited) as told:
        panel.select(("annotation", 2))
    assert told.args == [1, {"field": "Viễn thông"}]
    line("field").setText("Bưu chính")
    with qtbot.waitSignal(panel.annotation_edited) as told:
        panel.show_page(replace(page, article=replace(page.article, id=2)))
    assert told.args == [2, {"field": "Bưu chính"}]


def test_what_was_typed_for_a_removed_mark_is_not_told(
    qtbot: QtBot, panel: CardsPanel, page: Page, line: Callable[[str], QLineEdit]
) -> None:
    panel.edit(("annotation", 3))
    line("lead").setText("Sở Nội vụ")
    with qtbot.assertNotEmitted(panel.task_edited):
        panel.show_page(replace(page, annotations=page.annotations[:2]))
    assert isinstance(panel.focusWidget(), CardView)


def test_keys_typed_in_a_box_decide_nothing(
    qtbot: QtBot, panel: CardsPanel, line: Callable[[str], QLineEdit]
) -> None:
    panel.edit(("annotation", 3))
    box = line("lead")
    box.setFocus()
    for signal in (panel.remove_requested, panel.accept_requested, panel.selected):
        with qtbot.assertNotEmitted(signal):
            for key in (Key.Key_Delete, Key.Key_Return, Key.Key_Up, Key.Key_1, Key.Key_Backspace):
                qtbot.keyClick(box, key)
                box.setFocus()


def test_escape_in_a_box_tells_the_edit_and_goes_back(
    qtbot: QtBot, panel: CardsPanel, line: Callable[[str], QLineEdit]
) -> None:
    panel.edit(("annotation", 1))
    qtbot.keyClicks(line("field"), "Khac")
    with qtbot.waitSignals([panel.annotation_edited, panel.back_to_text_requested]):
        qtbot.keyClick(line("field"), Key.Key_Escape)


def test_tab_follows_the_form(qtbot: QtBot, panel: CardsPanel) -> None:
    panel.edit(("annotation", 3))
    visited = []
    for _ in range(9):
        box = panel.focusWidget()
        visited.append(box.objectName())
        qtbot.keyClick(box, Key.Key_Tab)
    assert visited == (
        [
            "field",
            "basis",
            "assigner",
            "lead",
            "cooperating",
            "deadline_text",
            "documents",
            "status",
            "note",
        ]
    )


def test_report_wording_with_a_foreign_number_is_flagged(
    qtbot: QtBot, panel: CardsPanel, long: Callable[[str], QPlainTextEdit]
) -> None:
    panel.edit_statement(("annotation", 1))
    box = long("statement")
    assert box.hasFocus()
    qtbot.keyClicks(box, "Dat 74,2 ty dong")
    assert "Số 74,2 không có trong trích dẫn (gốc: 742,67)." in visible_labels(panel)
    box.selectAll()
    qtbot.keyClicks(box, "Nam 2022 dat 742,67 ty dong")
    assert not any("không có trong trích dẫn" in text for text in visible_labels(panel))
    with qtbot.waitSignal(panel.annotation_edited) as told:
        qtbot.keyClick(box, Key.Key_Return)
    assert told.args == [1, {"statement": "Nam 2022 dat 742,67 ty dong"}]


def test_a_wording_begins_as_the_quotation(
    qtbot: QtBot, panel: CardsPanel, long: Callable[[str], QPlainTextEdit]
) -> None:
    panel.edit_statement(("annotation", 2))
    box = long("statement")
    assert box.toPlainText() == "Một số thôn, bản chưa được phủ sóng điện thoại."
    told: list[object] = []
    panel.annotation_edited.connect(lambda *said: told.append(said))
    qtbot.keyClick(box, Key.Key_Return)
    assert told == []
    assert box.isHidden(), "the quotation itself is no wording"
    panel.edit_statement(("annotation", 2))
    qtbot.keyClick(box, Key.Key_End)
    qtbot.keyClicks(box, " That vay.")
    qtbot.keyClick(box, Key.Key_Return)
    wording = "Một số thôn, bản chưa được phủ sóng điện thoại. That vay."
    assert told == [(2, {"statement": wording})]


def test_what_is_said_of_a_number_is_in_sight(
    qtbot: QtBot, panel: CardsPanel, long: Callable[[str], QPlainTextEdit]
) -> None:
    panel.resize(372, 420)
    panel.edit_statement(("annotation", 3))
    qtbot.keyClicks(long("statement"), "Dat 74,2 ty dong")
    (note,) = [one for one in panel.findChildren(QLabel) if one.text().startswith("Số 74,2")]
    QApplication.processEvents()
    assert note.visibleRegion().boundingRect() == note.rect()


def test_rewriting_is_one_click_away(
    qtbot: QtBot, panel: CardsPanel, long: Callable[[str], QPlainTextEdit]
) -> None:
    panel.select(("annotation", 1))
    assert not long("statement").isVisible()
    button = next(
        b for b in panel.findChildren(QPushButton) if b.isVisible() and "Viết lại" in b.text()
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert long("statement").isVisible()
    assert long("statement").hasFocus()


def test_the_quotation_cannot_be_changed(
    qtbot: QtBot, panel: CardsPanel, long: Callable[[str], QPlainTextEdit]
) -> None:
    panel.select(("annotation", 1))
    quote = long("quote")
    quote.setFocus()
    qtbot.keyClicks(quote, "x")
    qtbot.keyClick(quote, Key.Key_Delete)
    assert quote.toPlainText() == "Doanh thu bưu chính đạt 742,67 tỷ đồng"


def test_completion_needs_no_diacritics(
    qtbot: QtBot, panel: CardsPanel, line: Callable[[str], QLineEdit]
) -> None:
    panel.set_completions({"agencies": lambda: ["Sở Nội vụ", "Sở Tài chính", "Đài Truyền hình"]})
    panel.edit(("annotation", 3))
    box = line("lead")
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "dai tr")
    completer = box.completer()
    assert completer.currentCompletion() == "Đài Truyền hình"
    with qtbot.waitSignal(panel.task_edited) as told:
        qtbot.keyClick(completer.popup(), Key.Key_Down)
        qtbot.keyClick(completer.popup(), Key.Key_Return)
    assert told.args == [3, {"lead": "Đài Truyền hình"}]


def test_completion_of_one_of_several_names(
    qtbot: QtBot, panel: CardsPanel, line: Callable[[str], QLineEdit]
) -> None:
    panel.set_completions({"agencies": lambda: ["Sở Nội vụ", "Sở Tài chính"]})
    panel.edit(("annotation", 3))
    box = line("cooperating")
    box.setFocus()
    box.end(False)
    qtbot.keyClicks(box, "; tai ch")
    with qtbot.waitSignal(panel.task_edited) as told:
        qtbot.keyClick(box.completer().popup(), Key.Key_Down)
        qtbot.keyClick(box.completer().popup(), Key.Key_Return)
    assert told.args == [3, {"cooperating": ("Sở Nội vụ", "Sở Tài chính")}]


def test_what_the_person_wrote_is_not_called_inferred(
    qtbot: QtBot, panel: CardsPanel, page: Page, line: Callable[[str], QLineEdit]
) -> None:
    panel.edit(("annotation", 3))
    line("lead").setText("Sở Tài chính")
    qtbot.keyClick(line("lead"), Key.Key_Return)
    task = replace(page.annotations[2].task or Task(), lead="Sở Tài chính")
    mine = replace(page.annotations[2], task=task, confirmed=frozenset({"lead"}))
    panel.show_page(with_annotation(page, mine))
    assert line("lead").toolTip() != INFERRED


def test_a_change_of_kind_changes_the_open_form(
    panel: CardsPanel, page: Page, line: Callable[[str], QLineEdit]
) -> None:
    panel.select(("annotation", 1))
    assert not line("lead").isVisible()
    panel.show_page(
        with_annotation(page, replace(page.annotations[0], kind=Kind.TASK, task=Task()))
    )
    assert line("lead").isVisible()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("30/6", "Hiểu là ngày 30/06/2023"),
        ("quy II", "Hiểu là ngày 30/06/2023"),
        ("cuoi nam", "Hiểu là ngày 31/12/2023"),
        ("thang 10", "Hiểu là ngày 31/10/2023"),
        ("6 thang dau nam", "Hiểu là ngày 30/06/2023"),
        ("truoc ngay 30/06/2024", "Hiểu là ngày 30/06/2024"),
        ("som", "chưa rõ ngày"),
        ("", ""),
    ],
)
def test_the_day_is_understood_while_it_is_typed(
    qtbot: QtBot, panel: CardsPanel, line: Callable[[str], QLineEdit], typed: str, day: str
) -> None:
    panel.edit(("annotation", 3))
    box = line("deadline_text")
    box.setFocus()
    box.selectAll()
    qtbot.keyClick(box, Key.Key_Backspace)
    with qtbot.assertNotEmitted(panel.task_edited):
        qtbot.keyClicks(box, typed)
    assert box.accessibleDescription() == day
    assert box.text() == typed


def test_enter_confirms_what_the_program_inferred(
    qtbot: QtBot, panel: CardsPanel, page: Page, line: Callable[[str], QLineEdit]
) -> None:
    panel.edit(("annotation", 3))
    box = line("cooperating")
    box.setFocus()
    with qtbot.waitSignal(panel.confirmed) as told:
        qtbot.keyClick(box, Key.Key_Return)
    assert told.args == [3, ("cooperating",)]
    mine = replace(page.annotations[2], confirmed=frozenset({"cooperating"}))
    panel.show_page(with_annotation(page, mine))
    assert box.toolTip() != INFERRED
    with qtbot.assertNotEmitted(panel.confirmed):
        qtbot.keyClick(box, Key.Key_Return)


def test_one_click_confirms_too(
    qtbot: QtBot, panel: CardsPanel, line: Callable[[str], QLineEdit]
) -> None:
    panel.edit(("annotation", 3))
    (check,) = [action for action in line("cooperating").actions() if action.isVisible()]
    with qtbot.waitSignal(panel.confirmed) as told:
        check.trigger()
    assert told.args == [3, ("cooperating",)]
    line("cooperating").setFocus()
    qtbot.keyClicks(line("cooperating"), "x")
    assert not check.isVisible()


def test_a_value_from_an_unrelated_paragraph_is_inferred(
    panel: CardsPanel, page: Page, line: Callable[[str], QLineEdit]
) -> None:
    task = replace(page.annotations[2].task or Task(), lead="bưu chính")
    panel.show_page(with_annotation(page, replace(page.annotations[2], task=task)))
    panel.select(("annotation", 3))
    assert line("lead").toolTip() == INFERRED


def test_a_text_that_scrolls_is_shown_from_its_start_and_never_cut_at_the_right(
    panel: CardsPanel, page: Page, long: Callable[[str], QPlainTextEdit]
) -> None:
    words = "Uỷ ban nhân dân các huyện, thị xã và các sở, ban, ngành có liên quan " * 9
    mine = replace(page.annotations[0], note=words.strip(), statement=words.strip())
    panel.show_page(with_annotation(page, mine))
    panel.select(("annotation", 2))
    panel.grab()
    panel.select(("annotation", 1))
    panel.grab()
    for name in ("note", "statement"):
        box, lines = long(name), long(name).document().firstBlock().layout()
        assert box.verticalScrollBar().maximum() > 0
        assert box.verticalScrollBar().value() == 0
        widest = max(lines.lineAt(row).width() for row in range(lines.lineCount()))
        assert widest <= box.viewport().width()
