"""The check before handing in: told while the report is chosen, and each line leads to its place."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
)
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.services import imports, judging, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.imports import Reading
from tttt_desktop.services.preflight import STAMP, Finding, Place, Preflight
from tttt_desktop.ui.report.dialog import BriefingDialog
from tttt_desktop.ui.report.office import OfficeDialog
from tttt_desktop.ui.report.preflight import PreflightPane, as_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one
TEXT = (
    "Sở Mẫu tổng kết công tác năm 2022\nDoanh thu đạt 742,67 tỷ đồng.\nSở Mẫu rà soát hạ tầng số."
)
FOUND = Preflight(
    (
        Finding("Chưa có Địa danh.", "Hãy điền.", setting="office.place"),
        Finding("01 nhiệm vụ chưa có thời hạn.", "Hãy điền.", (Place(3, 7, "“rà soát”"),)),
        Finding("02 dòng trùng.", "Hãy gộp.", (Place(3, 7, "một"), Place(4, 9, "hai"))),
    ),
    (Finding("Lề trang: lề trái 20 mm.", "Hãy sửa.", rule="P03", clause="I.3", paragraph=2),),
    56,
    3,
)


@pytest.fixture
def marked(dossier: Dossier, parsed: Callable[..., ParsedArticle]) -> Dossier:
    """A result and a task without anything in an article that is not done."""
    article = parsed(TEXT, review_year=2022, plan_year=2023)
    (article_id,) = imports.store(dossier, [Reading("bài.txt", article)]).article_ids
    for word, kind in (("Doanh", Kind.ACHIEVEMENT), ("Sở Mẫu rà", Kind.TASK)):
        start = TEXT.index(word)
        span = Span(start, TEXT.index(".", start) + 1)
        review.annotate(dossier, article_id, span, kind, field="Bưu chính")
    return dossier


@pytest.fixture
def dialog(qtbot: QtBot, marked: Dossier) -> Iterator[BriefingDialog]:
    made = BriefingDialog(marked, marked.path.parent)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    checked(qtbot, made)
    yield made
    made.reject()


def checked(qtbot: QtBot, dialog: BriefingDialog) -> str:
    """What the summary says once the check has ended."""
    qtbot.waitUntil(lambda: any("đạt" in one.text() for one in labels(dialog)), timeout=15_000)
    return next(one.text() for one in labels(dialog) if "đạt" in one.text())


def labels(dialog: BriefingDialog) -> list[QLabel]:
    return dialog.findChildren(QLabel)


def press(qtbot: QtBot, dialog: BriefingDialog, text: str) -> None:
    found = next(b for b in dialog.findChildren(QPushButton) if b.text() == text and b.isVisible())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def lines(parent: PreflightPane | BriefingDialog) -> QTreeWidget:
    found = parent.findChild(QTreeWidget)
    assert found is not None
    return found


def line(parent: PreflightPane | BriefingDialog, text: str) -> QTreeWidgetItem:
    """The line that begins so."""
    flags = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive
    found = lines(parent).findItems(text, flags, 0)
    assert found, text
    return found[0]


@pytest.fixture
def pane(qtbot: QtBot) -> PreflightPane:
    made = PreflightPane()
    qtbot.addWidget(made)
    made.resize(900, 200)
    made.show()
    made.show_result(FOUND)
    return made


def enter(qtbot: QtBot, pane: PreflightPane | BriefingDialog, text: str) -> None:
    lines(pane).setCurrentItem(line(pane, text))
    qtbot.keyClick(lines(pane), Qt.Key.Key_Return)


def test_the_summary_counts_what_was_found(qtbot: QtBot, dialog: BriefingDialog) -> None:
    assert ", 0 lỗi, " in checked(qtbot, dialog)
    assert checked(qtbot, dialog).endswith(" mục cần xem")
    assert not lines(dialog).isVisible()
    press(qtbot, dialog, "Xem")
    assert lines(dialog).isVisible()
    assert any(one.text() == STAMP and one.isVisible() for one in labels(dialog))
    press(qtbot, dialog, "Ẩn")
    assert not lines(dialog).isVisible()


def test_a_line_leads_to_its_sentence(
    qtbot: QtBot, dialog: BriefingDialog, marked: Dossier
) -> None:
    press(qtbot, dialog, "Xem")
    with (
        qtbot.assertNotEmitted(dialog.export_requested),
        qtbot.waitSignal(dialog.place_requested) as told,
    ):
        enter(qtbot, dialog, "01 nhiệm vụ được giao chưa có thời hạn.")
    task = marked.page(marked.article_ids()[0]).annotations[1]
    assert told.args == [task.article_id, task.id]


def test_a_line_leads_to_its_setting(qtbot: QtBot, dialog: BriefingDialog) -> None:
    press(qtbot, dialog, "Xem")
    enter(qtbot, dialog, "Chưa có Địa danh.")
    office = dialog.findChild(OfficeDialog)
    assert office is not None
    box = office.findChild(QLineEdit, "office.place")
    assert box is not None
    qtbot.waitUntil(box.hasFocus)
    box.setText("Quảng Trị")
    press(qtbot, office, "Lưu")  # type: ignore[arg-type]
    flags = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive
    qtbot.waitUntil(
        lambda: not lines(dialog).findItems("Chưa có Địa danh.", flags, 0), timeout=15_000
    )


def test_a_line_leads_to_what_the_template_says_of_its_own(
    qtbot: QtBot, dialog: BriefingDialog, marked: Dossier
) -> None:
    settings = {"office.number": "1", "office.number@digest": "năm"}
    marked.set_settings(settings)
    boxes = {box.accessibleName(): box for box in dialog.findChildren(QComboBox)}
    boxes["Mẫu"].setCurrentText("Điểm báo")
    press(qtbot, dialog, "Xem")
    said = "Số văn bản"
    flags = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
    qtbot.waitUntil(lambda: bool(lines(dialog).findItems(said, flags, 0)), timeout=15_000)
    lines(dialog).setCurrentItem(lines(dialog).findItems(said, flags, 0)[0])
    qtbot.keyClick(lines(dialog), Qt.Key.Key_Return)
    office = dialog.findChild(OfficeDialog)
    assert office is not None
    box = office.findChild(QLineEdit, "office.number")
    assert box is not None
    qtbot.waitUntil(box.hasFocus)
    assert box.text() == "năm"
    office.reject()


def test_the_check_follows_what_is_chosen(qtbot: QtBot, dialog: BriefingDialog) -> None:
    before = checked(qtbot, dialog)
    name = next(e for e in dialog.findChildren(QLineEdit) if e.accessibleName() == "Cơ quan")
    name.setText("So Mau")
    qtbot.waitUntil(lambda: "đạt" in checked(qtbot, dialog) != before, timeout=15_000)
    qtbot.waitUntil(lambda: checked(qtbot, dialog) != before, timeout=15_000)


def test_the_list_is_opened_by_keys(qtbot: QtBot, dialog: BriefingDialog) -> None:
    for _ in range(4):
        if isinstance(dialog.focusWidget(), QPushButton):
            break
        qtbot.keyClick(dialog, Qt.Key.Key_F6)
    with qtbot.assertNotEmitted(dialog.export_requested):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert lines(dialog).isVisible()
    assert lines(dialog).hasFocus()


def test_nothing_that_is_found_keeps_from_writing(qtbot: QtBot, dialog: BriefingDialog) -> None:
    with qtbot.waitSignal(dialog.export_requested):
        press(qtbot, dialog, "Xuất Word")


def test_the_panes_by_F6(qtbot: QtBot, dialog: BriefingDialog) -> None:
    press(qtbot, dialog, "Xem")
    assert lines(dialog).hasFocus()
    seen = []
    for _ in range(4):
        qtbot.keyClick(dialog, Qt.Key.Key_F6)
        seen.append(type(dialog.focusWidget()).__name__)
    assert seen == ["QPushButton", "QLineEdit", "PageView", "_Lines"]
    qtbot.keyClick(dialog, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert type(dialog.focusWidget()).__name__ == "PageView"


def test_a_check_that_cannot_be_made_is_told(
    qtbot: QtBot, marked: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tttt_desktop.domain.errors import UserError

    def refuse(*_: object, **__: object) -> None:
        raise UserError("Không khởi động được.", "Hãy thử lại.")

    monkeypatch.setattr(judging, "judge", refuse)
    made = BriefingDialog(marked, marked.path.parent)
    qtbot.addWidget(made)
    made.show()
    said = "Chưa kiểm tra được. Không khởi động được."
    qtbot.waitUntil(lambda: any(one.text() == said for one in labels(made)), timeout=5_000)
    made.reject()


def test_groups_and_what_to_do(pane: PreflightPane) -> None:
    groups = [lines(pane).topLevelItem(at) for at in range(2)]
    assert [one.text(0) for one in groups if one] == [
        "Cần xem (3)",
        "Thể thức NĐ 30: 56 đạt, 1 lỗi, 3 không áp dụng",
    ]
    one = line(pane, "Lề trang")
    assert one.text(1) == "Hãy sửa."
    assert one.toolTip(0) == "Lề trang: lề trái 20 mm. (Phụ lục I, I.3; đoạn 2)"


def test_several_places_stand_below_their_line(qtbot: QtBot, pane: PreflightPane) -> None:
    row = line(pane, "02 dòng")
    assert row.childCount() == 2
    with qtbot.assertNotEmitted(pane.place_requested):
        enter(qtbot, pane, "02 dòng")
    assert row.isExpanded()
    with qtbot.waitSignal(pane.place_requested) as told:
        enter(qtbot, pane, "hai")
    assert told.args == [4, 9]


def test_a_click_leads_there_too(qtbot: QtBot, pane: PreflightPane) -> None:
    rect = lines(pane).visualItemRect(line(pane, "Chưa có"))
    with qtbot.waitSignal(pane.setting_requested) as told:
        qtbot.mouseClick(lines(pane).viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert told.args == ["office.place"]


def test_the_line_stays_where_it_was(pane: PreflightPane) -> None:
    lines(pane).setCurrentItem(line(pane, "02 dòng"))
    pane.show_result(Preflight(FOUND.sense[1:], (), 57, 3))
    current = lines(pane).currentItem()
    assert current is not None
    assert current.text(0) == "02 dòng trùng."


def test_a_line_is_copied(qtbot: QtBot, pane: PreflightPane) -> None:
    lines(pane).setCurrentItem(line(pane, "Lề trang"))
    lines(pane).setFocus()
    qtbot.keyClick(lines(pane), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Lề trang: lề trái 20 mm. Hãy sửa."


def test_everything_as_text() -> None:
    assert as_text(FOUND).split("\n") == [
        f"{STAMP}: 56 đạt, 1 lỗi, 3 mục cần xem.",
        "- Chưa có Địa danh. Hãy điền.",
        "- 01 nhiệm vụ chưa có thời hạn. Hãy điền.",
        "- 02 dòng trùng. Hãy gộp.",
        "- P03 Lề trang: lề trái 20 mm. (Phụ lục I, I.3; đoạn 2) Hãy sửa.",
    ]
