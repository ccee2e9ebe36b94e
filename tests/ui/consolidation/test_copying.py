"""Lines of Tổng hợp on the clipboard, with all their sources."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tttt_desktop.services import consolidation
from tttt_desktop.ui.consolidation.view import ConsolidationView
from tttt_desktop.ui.main_window import MainWindow


def test_chosen_lines_are_copied_with_their_sources(
    qtbot: QtBot, window: MainWindow, view: ConsolidationView
) -> None:
    held = window.place.held
    assert held is not None
    lines = consolidation.all_lines(held.dossier)
    twice = [line for line in lines if line.lead.quote.startswith("Đào tạo")]
    held.run(lambda d: consolidation.merge(d, [one.lead.id for one in twice]))
    view.list.selectAll()
    qtbot.keyClick(view.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    said = QGuiApplication.clipboard().text().split("\n")
    assert len(said) == 9
    (merged,) = [line for line in said if "Đào tạo cán bộ xã" in line]
    assert "01/01/2023" in merged
    assert "02/01/2023" in merged
    assert any(line.startswith("- «Doanh thu viễn thông đạt 742,67 tỷ đồng.»") for line in said)
