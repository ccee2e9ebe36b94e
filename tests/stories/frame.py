"""What stands round the views: header, notice, status bar, the start page, menus."""

from datetime import datetime

from PySide6.QtWidgets import QMenu, QWidget
from story import story

from tttt_desktop.domain.records import Totals
from tttt_desktop.ui.commands import view_keys
from tttt_desktop.ui.header import Header
from tttt_desktop.ui.menus.actions import Actions
from tttt_desktop.ui.notice import NoticeBar
from tttt_desktop.ui.start import StartPage
from tttt_desktop.ui.status import StatusBar


def _header(facts: set[str]) -> QWidget:
    window = QWidget()
    commands = Actions(window)
    commands["view_reading"].setChecked(True)
    made = Header(commands, view_keys())
    window.setParent(made)
    window.hide()
    commands.set_facts(facts)
    return made


@story("header", width=900, height=46)
def empty() -> QWidget:
    return _header({"idle"})


@story("header", width=900, height=46)
def working() -> QWidget:
    return _header({"idle", "dossier", "articles", "article", "marks", "writable", "reading"})


def _notice(text: str, warning: bool, *labels: str) -> NoticeBar:
    made = NoticeBar()
    made.show_text(text, *((label, lambda: None) for label in labels), warning=warning)
    return made


@story("notice", width=700)
def plain() -> QWidget:
    return _notice("Đã xoá bài “Triển khai nhiệm vụ năm 2023” và 20 đánh dấu.", False, "Hoàn tác")


@story("notice", width=700)
def warning() -> QWidget:
    return _notice("Chưa lưu được: ổ đĩa đầy. Hãy xoá bớt tệp rồi bấm Thử lại.", True, "Thử lại")


@story("notice", width=500, focus=True)
def overflowing() -> QWidget:
    text = "Đã lưu báo cáo: Tổng hợp kết quả, tồn tại và nhiệm vụ được giao của ngành năm 2023.docx"
    return _notice(text, False, "Mở bằng Word", "Mở thư mục")


def _status(totals: Totals | None) -> StatusBar:
    made = StatusBar()
    made.show_totals(totals)
    made.show_zoom(100)
    return made


@story("status", width=900, height=24)
def without_dossier() -> QWidget:
    return _status(None)


@story("status", width=900, height=24)
def saved() -> QWidget:
    made = _status(Totals(47, 30, 5, 12, 148, 52, 131))
    made.show_saved(datetime(2026, 1, 5, 14, 32))
    return made


@story("status", width=900, height=24)
def failed() -> QWidget:
    made = _status(Totals(47, 30, 5, 12, 148, 52, 131, 9))
    made.show_looking(3, 47)
    made.show_failed("Chưa lưu được: ổ đĩa đầy.")
    return made


@story("start", width=900, height=420)
def first_time() -> QWidget:
    made = StartPage()
    made.set_sample_count(8)
    return made


@story("start", width=900, height=420, focus=True)
def start_focused() -> QWidget:
    made = StartPage()
    made.set_sample_count(8)
    made.zone.set_over(True)
    return made


@story("menu")
def entries() -> QWidget:
    made = QMenu()
    made.addAction("Hoàn tác «Nhận gợi ý nhiệm vụ»\tCtrl+Z")
    off = made.addAction("Làm lại\tCtrl+Y")
    off.setEnabled(False)
    made.addSeparator()
    ticked = made.addAction("Danh sách bài\tCtrl+B")
    ticked.setCheckable(True)
    ticked.setChecked(True)
    made.addAction("Lọc…")
    return made
