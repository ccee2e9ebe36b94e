"""Buttons, chips, keycaps and counts."""

from PySide6.QtWidgets import QPushButton, QWidget
from story import story

from tttt_desktop.ui.widgets import Keycap, button

LONG = "Nhập tất cả bài viết của năm trước và bỏ qua những bài trùng"


@story("button")
def plain() -> QWidget:
    return button("Nhập bài viết…")


@story("button", focus=True)
def focused() -> QWidget:
    return button("Nhập bài viết…")


@story("button")
def disabled() -> QWidget:
    made = button("Nhập bài viết…", icon="import")
    made.setEnabled(False)
    return made


@story("button")
def with_icon() -> QWidget:
    return button("Lọc", icon="filter")


@story("button")
def primary() -> QWidget:
    return button("Lập báo cáo Word…", "primary", "report")


@story("button", focus=True)
def primary_focused() -> QWidget:
    return button("Lập báo cáo Word…", "primary")


@story("button")
def primary_disabled() -> QWidget:
    made = button("Lập báo cáo Word…", "primary")
    made.setEnabled(False)
    return made


@story("button", width=200)
def overflowing() -> QWidget:
    return button(LONG)


@story("button")
def flat() -> QWidget:
    return button("Đóng", "flat", "close")


@story("button", focus=True)
def flat_focused() -> QWidget:
    return button("Đóng", "flat", "close")


@story("button")
def link() -> QWidget:
    return button("Tổng kết 2023.tttt · hôm qua", "link")


@story("button", focus=True)
def link_focused() -> QWidget:
    return button("Tổng kết 2023.tttt · hôm qua", "link")


def _checked(role: str) -> QPushButton:
    made = button("Đọc và đánh dấu", role)
    made.setCheckable(True)
    made.setChecked(True)
    return made


@story("button", width=150)
def view_chosen() -> QWidget:
    return _checked("view")


@story("button", width=150)
def view_other() -> QWidget:
    return button("Theo dõi nhiệm vụ", "view")


@story("button", width=150, focus=True)
def view_focused() -> QWidget:
    return _checked("view")


@story("chip")
def usual() -> QWidget:
    return button("Quảng Trị ×", "chip")


@story("chip", focus=True)
def chip_focused() -> QWidget:
    return button("Quảng Trị ×", "chip")


@story("keycap")
def word() -> QWidget:
    return Keycap("Ctrl+Enter")


@story("keycap")
def letter() -> QWidget:
    return Keycap("1")
