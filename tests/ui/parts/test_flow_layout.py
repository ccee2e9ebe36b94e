"""A layout that breaks lines."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tttt_desktop.ui.parts.flow_layout import FlowLayout


def test_chips_go_on_in_the_next_line(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    for text in ("2023", "Quảng Trị", "Chuyển đổi số, CNTT", "Bưu chính"):
        label = QLabel(text)
        label.setFixedSize(90, 20)
        flow.addWidget(label)
    assert flow.heightForWidth(400) == 20
    assert flow.heightForWidth(200) == 46
    box.resize(200, 60)
    box.show()
    places = [flow.itemAt(at).geometry().topLeft().toTuple() for at in range(4)]
    assert places == [(0, 0), (96, 0), (0, 26), (96, 26)]
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None
