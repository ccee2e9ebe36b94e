"""A reading beside what it repeats: the differences, and the three ways to decide."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.differences import Pair
from tttt_desktop.domain.records import Span
from tttt_desktop.ui.review.compare import Choice, CompareDialog, Side
from tttt_desktop.ui.review.compare_view import PairModel, PairView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key = Qt.Key
OLD = Side("Bài đã có trong hồ sơ", "Sở Mẫu tổng kết", "Báo Mẫu", date(2023, 1, 6), "Hồng Hà")
NEW = Side("b.txt", "Sở Mẫu tổng kết", "Đài Mẫu", None, "Hồng Hà")
PAIRS = (
    Pair("Đoạn đầu.", "Đoạn đầu."),
    Pair("Đạt 742,67 tỷ đồng.", "Đạt 742,76 tỷ đồng.", (Span(4, 10),), (Span(4, 10),)),
    Pair("", "Chỉ có ở bài mới.", (), (Span(0, 17),)),
    Pair("Đoạn cuối.", "Đoạn cuối."),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, window: QWidget) -> CompareDialog:
    made = CompareDialog(OLD, NEW, PAIRS, 0.97, window)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def view_of(dialog: CompareDialog) -> PairView:
    found = dialog.findChild(PairView)
    assert found is not None
    return found


def push(qtbot: QtBot, dialog: CompareDialog, text: str) -> None:
    found = next(one for one in dialog.findChildren(QPushButton) if one.text() == text)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("label", "choice"),
    [
        ("Bỏ qua", Choice.SKIP),
        ("Thêm làm nguồn của bài đã có", Choice.SOURCE),
        ("Nhập thành bài riêng", Choice.OWN),
    ],
)
def test_one_click_decides(qtbot: QtBot, dialog: CompareDialog, label: str, choice: Choice) -> None:
    push(qtbot, dialog, label)
    assert dialog.choice is choice
    assert not dialog.isVisible()


def test_enter_adds_a_source_and_escape_decides_nothing(
    qtbot: QtBot, dialog: CompareDialog
) -> None:
    qtbot.keyClick(view_of(dialog), Key.Key_Escape)
    assert dialog.choice is None
    assert not dialog.isVisible()
    dialog.show()
    qtbot.keyClick(view_of(dialog), Key.Key_Return)
    assert dialog.choice is Choice.SOURCE


def test_it_begins_at_the_first_difference_and_goes_round(
    qtbot: QtBot, dialog: CompareDialog
) -> None:
    view = view_of(dialog)
    rows = [view.currentIndex().row()]
    for _ in range(2):
        qtbot.keyClick(view, Key.Key_F3)
        rows.append(view.currentIndex().row())
    qtbot.keyClick(view, Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    rows.append(view.currentIndex().row())
    push(qtbot, dialog, "Khác tiếp")
    rows.append(view.currentIndex().row())
    assert rows == [1, 2, 1, 2, 1]


def test_only_what_differs_can_be_shown(qtbot: QtBot, dialog: CompareDialog) -> None:
    only = dialog.findChild(QCheckBox)
    assert only is not None
    only.click()
    model = view_of(dialog).model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [
        "Khác nhau. Bài đã có: Đạt 742,67 tỷ đồng. Bài mới: Đạt 742,76 tỷ đồng.",
        "Chỉ bài mới có: Chỉ có ở bài mới.",
    ]
    only.click()
    assert model.rowCount() == 4


def test_the_heads_tell_what_differs(dialog: CompareDialog) -> None:
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert said.count("≠") == 2  # outlet and date
    assert {"Báo Mẫu", "Đài Mẫu", "06/01/2023", "—"} <= set(said)
    assert "Giống 97 % · 2 đoạn khác nhau" in said


def test_two_texts_that_are_the_same_need_no_steps(window: QWidget) -> None:
    dialog = CompareDialog(OLD, OLD, PAIRS[:1], 1.0, window)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Hai bài có cùng nội dung." in said
    only = dialog.findChild(QCheckBox)
    assert only is not None
    assert not only.isEnabled()


def test_the_model_keeps_its_word() -> None:
    model = PairModel(PAIRS)
    tester = QAbstractItemModelTester(model)
    model.show_differences_only(True)
    assert model.rowCount() == 2
    del tester
