"""Which names are offered for what is typed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.ui.annotations.completion import Vocabulary
from tttt_desktop.ui.annotations.inputs import LineInput

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
NAMES = ("Phòng CNTT", "Sở TT&TT", "Sở Thông tin và Truyền thông", "Sở Nội vụ", "Tổ chức, khác")


@pytest.fixture
def vocabulary() -> Vocabulary:
    made = Vocabulary()
    made.set_source(lambda: NAMES)
    return made


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("so tttt", ["Sở TT&TT", "Sở Thông tin và Truyền thông"]),
        ("tt&tt", ["Sở TT&TT", "Sở Thông tin và Truyền thông"]),
        ("thong tin", ["Sở Thông tin và Truyền thông"]),
        ("vu noi", ["Sở Nội vụ"]),
        ("NV", ["Sở Nội vụ"]),
        ("khac", ["Tổ chức, khác"]),
        ("s", ["Sở TT&TT", "Sở Thông tin và Truyền thông", "Sở Nội vụ"]),
        ("sở y tế", []),
        ("", list(NAMES)),
    ],
)
def test_any_words_without_diacritics_find_a_name(
    vocabulary: Vocabulary, typed: str, found: list[str]
) -> None:
    assert vocabulary.fitting(typed) == found


@pytest.fixture
def box(qtbot: QtBot, vocabulary: Vocabulary) -> Iterator[LineInput]:
    frame = QWidget()  # kept while the box is used
    qtbot.addWidget(frame)
    made = LineInput("lead", frame)
    made.offer(vocabulary, many=True, adds="Thêm “{name}”")
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    made.setFocus()
    yield made
    frame.close()


def press(qtbot: QtBot, box: LineInput, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.activePopupWidget() or box, key)


def test_the_name_behind_the_last_semicolon_is_completed(qtbot: QtBot, box: LineInput) -> None:
    with qtbot.waitSignal(box.committed):
        qtbot.keyClicks(box, "VNPT; so noi")
        press(qtbot, box, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert box.text() == "VNPT; Sở Nội vụ"


def test_enter_keeps_what_is_typed_unless_a_name_was_chosen(qtbot: QtBot, box: LineInput) -> None:
    qtbot.keyClicks(box, "so")
    press(qtbot, box, Qt.Key.Key_Return)
    assert box.text() == "so"


def test_a_new_name_is_offered_to_be_added(qtbot: QtBot, box: LineInput) -> None:
    qtbot.keyClicks(box, "so moi")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    press(qtbot, box, Qt.Key.Key_Down)
    assert box.completer().completionModel().index(0, 0).data() == "Thêm “so moi”"
    press(qtbot, box, Qt.Key.Key_Return)
    assert box.text() == "so moi"


def test_down_shows_every_name(qtbot: QtBot, box: LineInput) -> None:
    press(qtbot, box, Qt.Key.Key_Down)
    assert box.completer().completionModel().rowCount() == len(NAMES)
    press(qtbot, box, Qt.Key.Key_Escape)


def test_names_are_read_once_and_again_after_a_change(vocabulary: Vocabulary) -> None:
    read: list[int] = []
    vocabulary.set_source(lambda: read.append(1) or [f"Sở {len(read)}"])  # type: ignore[func-returns-value]
    assert read == []
    assert [vocabulary.fitting("so"), vocabulary.fitting("")] == [["Sở 1"], ["Sở 1"]]
    vocabulary.forget()
    assert vocabulary.fitting("so") == ["Sở 2"]
