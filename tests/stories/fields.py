"""Fields to write in, boxes to tick, lists to choose from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QRadioButton,
    QTextEdit,
    QWidget,
)
from story import story

from tttt_desktop.ui.parts.segment_tabs import Segment, SegmentTabs
from tttt_desktop.ui.widgets import ElidedLabel, SearchBox, caption

LONG = (
    "Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh, Trưởng ban Chỉ đạo chuyển đổi số Nguyễn Thị Mẫu"
)
TALL = "Ữ Ặ Ỡ Ẫ Ự Ẵ ữ ặ ỡ ẫ ự g"


def _line(text: str = "") -> QLineEdit:
    made = QLineEdit(text)
    made.setPlaceholderText("Chưa nêu trong bài")
    made.setCursorPosition(0)
    return made


@story("line", width=260)
def empty() -> QWidget:
    return _line()


@story("line", width=260)
def filled() -> QWidget:
    return _line(TALL)


@story("line", width=260, focus=True)
def focused() -> QWidget:
    return _line("Sở Thông tin và Truyền thông")


@story("line", width=260)
def disabled() -> QWidget:
    made = _line("Sở Thông tin và Truyền thông")
    made.setEnabled(False)
    return made


@story("line", width=260)
def overflowing() -> QWidget:
    return _line(LONG)


@story("search", width=260)
def search_empty() -> QWidget:
    return SearchBox("Tìm kiếm (Ctrl+F)")


@story("search", width=260, focus=True)
def search_filled() -> QWidget:
    made = SearchBox("Tìm kiếm (Ctrl+F)")
    made.setText("chuyển đổi số")
    return made


def _combo() -> QComboBox:
    made = QComboBox()
    made.addItems(["Chưa thực hiện", "Đang thực hiện", "Hoàn thành"])
    return made


@story("combo", width=200)
def combo() -> QWidget:
    return _combo()


@story("combo", width=200, focus=True)
def combo_focused() -> QWidget:
    return _combo()


@story("combo", width=200)
def combo_disabled() -> QWidget:
    made = _combo()
    made.setEnabled(False)
    return made


def _text(text: str) -> QTextEdit:
    made = QTextEdit()
    made.setProperty("role", "field")
    made.setPlaceholderText("Câu viết trong báo cáo")
    made.setPlainText(text)
    return made


@story("text", width=280, height=80)
def text_empty() -> QWidget:
    return _text("")


@story("text", width=280, height=80, focus=True)
def text_overflowing() -> QWidget:
    return _text("\n".join([LONG, TALL, LONG]))


@story("tick")
def off() -> QWidget:
    return QCheckBox("Ghi nguồn sau mỗi ý")


@story("tick", focus=True)
def on_focused() -> QWidget:
    made = QCheckBox("Ghi nguồn sau mỗi ý")
    made.setChecked(True)
    return made


@story("tick")
def tick_disabled() -> QWidget:
    made = QCheckBox("Ghi nguồn sau mỗi ý")
    made.setChecked(True)
    made.setEnabled(False)
    return made


@story("choice")
def choice_off() -> QWidget:
    return QRadioButton("Tất cả")


@story("choice", focus=True)
def choice_on() -> QWidget:
    made = QRadioButton("Bài đã xong")
    made.setChecked(True)
    return made


@story("choice")
def choice_disabled() -> QWidget:
    made = QRadioButton("Bài đã xong")
    made.setChecked(True)
    made.setEnabled(False)
    return made


@story("list", width=240, height=110, focus=True)
def rows() -> QWidget:
    made = QListWidget()
    made.setProperty("role", "list")
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.addItems(["Chuyển đổi số, CNTT", "Bưu chính", "Viễn thông", LONG])
    made.setCurrentRow(1)
    return made


@story("progress", width=240)
def two_thirds() -> QWidget:
    made = QProgressBar()
    made.setRange(0, 24)
    made.setValue(16)
    return made


@story("label", width=240)
def two_lines() -> QWidget:
    return ElidedLabel(f"{TALL} {LONG}", lines=2)


@story("label", width=240)
def of_a_field() -> QWidget:
    return caption("Người giao")


def _tabs(counts: dict[str, int]) -> SegmentTabs:
    made = SegmentTabs(
        (
            Segment("", "Tất cả"),
            Segment("unread", "Chưa đọc", "Chưa"),
            Segment("reading", "Đang đọc", "Đang"),
            Segment("done", "Xong"),
        )
    )
    made.set_counts(counts)
    return made


@story("tabs", width=272, height=30)
def few() -> QWidget:
    return _tabs({"": 47, "unread": 30, "reading": 5, "done": 12})


@story("tabs", width=272, height=30, focus=True)
def many() -> QWidget:
    return _tabs({"": 12_470, "unread": 10_300, "reading": 905, "done": 1_265})
