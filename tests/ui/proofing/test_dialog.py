"""Soát câu chữ as a person uses it: keys in the list, buttons, undo, and where each finding leads."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.services import proofing, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage.articles import add_article
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.proofing.dialog import ProofDialog
from tttt_desktop.ui.proofing.list_view import FoundList

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LINES = ("Phủ sóng 12 thôn.", "Một số thôn chưa có sóng.", "Sở rà soát trạm.")
TEXT = "\n".join(LINES)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def held(dossier: Dossier, parsed: Callable[..., ParsedArticle], parent: QWidget) -> OpenDossier:
    """Three marks with wordings; four slips, the last of which has no proposal."""
    article = parsed(TEXT, title="Sở tổng kết", published_on=date(2023, 1, 6), outlet="Báo Mẫu")
    with dossier.store.change("Nhập 1 bài viết"):
        add_article(dossier.store, article, ())
    wordings = ("Đã sử lý  xong.", "Còn trậm trễ.", "Sở rà soát (các trạm.")
    for line, wording, kind in zip(LINES, wordings, Kind, strict=True):
        start = TEXT.index(line)
        mark = review.annotate(dossier, 1, Span(start, start + len(line)), kind)
        review.edit_annotation(dossier, mark, statement=wording)
    return OpenDossier(dossier, parent)


class Proofing:
    """The dialog as it is seen."""

    def __init__(self, dialog: ProofDialog, qtbot: QtBot) -> None:
        self.dialog, self._qtbot = dialog, qtbot
        dialog.show()
        found = dialog.findChild(FoundList)
        assert isinstance(found, FoundList)
        self.list = found
        self.wait()

    def wait(self) -> None:
        """Until everything has been looked over."""
        self._qtbot.waitUntil(lambda: "Đang soát" not in self.said)

    @property
    def wrong(self) -> list[str]:
        return [one.wrong for one in self.list.found.rows]

    @property
    def here(self) -> str:
        return self.list.current.wrong if self.list.current else ""

    @property
    def said(self) -> str:
        labels = self.dialog.findChildren(QLabel)
        return " ".join(one.text() for one in labels if one.isVisible())

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.list, key)

    def button(self, text: str) -> QPushButton:
        return next(b for b in self.dialog.findChildren(QPushButton) if b.text().startswith(text))


@pytest.fixture
def shown(held: OpenDossier, parent: QWidget, qtbot: QtBot) -> Iterator[Proofing]:
    made = Proofing(ProofDialog(held, parent), qtbot)
    yield made
    made.dialog.close()


def statements(held: OpenDossier) -> list[str]:
    return [one.statement for one in held.dossier.page(1).annotations]


def test_the_findings_stand_in_the_order_of_the_report(shown: Proofing) -> None:
    QAbstractItemModelTester(shown.list.found)
    assert shown.wrong == ["sử lý", "  ", "trậm trễ", "("]
    assert "4 chỗ cần xem" in shown.said
    assert shown.here == "sử lý"
    spoken = shown.list.found.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Dùng lẫn chữ: «sử lý».")
    assert "Đề nghị: xử lý." in spoken


def test_enter_mends_and_stands_on_the_next(shown: Proofing, held: OpenDossier) -> None:
    shown.key(Qt.Key.Key_Return)
    assert statements(held)[0] == "Đã xử lý  xong."
    assert (shown.here, shown.wrong) == ("  ", ["  ", "trậm trễ", "("])
    shown.key(Qt.Key.Key_Enter)
    assert statements(held)[0] == "Đã xử lý xong."
    assert shown.here == "trậm trễ"
    assert held.dossier.undo_label == "Sửa một lỗi câu chữ"


def test_delete_lets_a_place_stand(shown: Proofing, held: OpenDossier) -> None:
    shown.key(Qt.Key.Key_Delete)
    assert shown.wrong == ["  ", "trậm trễ", "("]
    assert statements(held)[0] == "Đã sử lý  xong."
    assert shown.here == "  "


def test_space_goes_on_and_round(shown: Proofing) -> None:
    seen = []
    for _ in range(5):
        seen.append(shown.here)
        shown.key(Qt.Key.Key_Space)
    assert seen == ["sử lý", "  ", "trậm trễ", "(", "sử lý"]


def test_undo_brings_the_finding_back(shown: Proofing, held: OpenDossier, qtbot: QtBot) -> None:
    undo = QAction(shown.dialog)
    undo.setShortcut(QKeySequence("Ctrl+Z"))
    undo.triggered.connect(lambda: held.run(Dossier.undo))
    shown.dialog.addAction(undo)
    shown.key(Qt.Key.Key_Return)
    assert len(shown.wrong) == 3
    undo.trigger()
    assert shown.wrong == ["sử lý", "  ", "trậm trễ", "("]


def test_all_is_mended_with_one_button(shown: Proofing, held: OpenDossier) -> None:
    button = shown.button("Sửa tất cả")
    assert button.text() == "Sửa tất cả 3 chỗ"
    button.click()
    assert statements(held) == ["Đã xử lý xong.", "Còn chậm trễ.", "Sở rà soát (các trạm."]
    assert held.dossier.undo_label == "Sửa 3 lỗi câu chữ"
    assert shown.wrong == ["("]
    assert not button.isEnabled()
    assert not shown.button("Sửa").isEnabled()


def test_a_word_is_let_stand_everywhere(shown: Proofing, held: OpenDossier) -> None:
    shown.button("Luôn bỏ qua").click()
    assert "sử lý" not in shown.wrong
    shown.key(Qt.Key.Key_Home)
    assert shown.here == "  "
    assert not shown.button("Luôn bỏ qua").isEnabled()


def test_a_finding_leads_to_its_mark(shown: Proofing, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.dialog.place_requested) as asked:
        shown.key(Qt.Key.Key_F4)
    assert asked.args == [1, 1]
    shown.key(Qt.Key.Key_End)
    with qtbot.waitSignal(shown.dialog.place_requested) as asked:
        shown.key(Qt.Key.Key_Return)  # nothing can be proposed: the person writes it herself
    assert asked.args == [1, 3]


def test_settings_lead_to_their_dialogs(held: OpenDossier, parent: QWidget, qtbot: QtBot) -> None:
    held.dossier.set_settings(
        {"office.name": "Sở sử lý", "report.briefing.proposals": "Cần sử lý."}
    )
    shown = Proofing(ProofDialog(held, parent), qtbot)
    shown.list.select(4)
    with qtbot.waitSignal(shown.dialog.office_requested):
        shown.key(Qt.Key.Key_F4)
    shown.list.select(5)
    with qtbot.waitSignal(shown.dialog.report_requested):
        shown.key(Qt.Key.Key_F4)
    shown.dialog.close()


def test_nothing_to_look_at(dossier: Dossier, parent: QWidget, qtbot: QtBot) -> None:
    shown = Proofing(ProofDialog(OpenDossier(dossier, parent), parent), qtbot)
    assert "Không thấy lỗi câu chữ nào." in shown.said
    assert not shown.list.isVisible()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_F4):
        shown.key(key)
    shown.dialog.close()


def test_the_style_is_chosen_and_kept(shown: Proofing, held: OpenDossier, qtbot: QtBot) -> None:
    held.run(lambda d: review.edit_annotation(d, 2, statement="Văn hóa, hòa giải, xoá đói."))
    shown.wait()
    assert "xoá" in shown.wrong
    box = next(b for b in shown.dialog.findChildren(QComboBox) if b.accessibleName() == "Đặt dấu")
    box.setCurrentIndex(box.findData("new"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: "hóa" in shown.wrong)
    assert "xoá" not in shown.wrong
    assert held.dossier.setting(proofing.TONES) == "new"


def test_what_is_written_meanwhile_is_looked_at(shown: Proofing, held: OpenDossier) -> None:
    held.run(lambda d: review.edit_annotation(d, 2, statement="Đã xong."))
    assert shown.wrong == ["sử lý", "  ", "("]


def test_a_removed_mark_is_no_longer_looked_at(
    shown: Proofing, held: OpenDossier, qtbot: QtBot
) -> None:
    held.run(lambda d: review.remove_annotation(d, 1))
    qtbot.waitUntil(lambda: shown.wrong == ["trậm trễ", "("])


def test_a_dossier_for_reading_is_only_looked_at(
    held: OpenDossier, parent: QWidget, qtbot: QtBot
) -> None:
    path = held.dossier.path
    held.dossier.close()
    with Dossier.open(path, read_only=True) as dossier:
        shown = Proofing(ProofDialog(OpenDossier(dossier, parent), parent), qtbot)
        assert len(shown.wrong) == 4
        for text in ("Sửa", "Bỏ qua", "Luôn bỏ qua", "Sửa tất cả"):
            assert not shown.button(text).isEnabled()
        shown.key(Qt.Key.Key_Delete)
        assert len(shown.wrong) == 4
        with qtbot.waitSignal(shown.dialog.place_requested):
            shown.key(Qt.Key.Key_Return)
        shown.dialog.close()
