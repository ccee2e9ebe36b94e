"""The menu Trợ giúp."""

from tttt_desktop.ui.menus.command import Command

HELP = (
    Command("guide", "help", "&Hướng dẫn nhanh", ("Shift+F1",), icon="help"),
    Command("keys", "help", "Bảng &phím tắt", ("F1",)),
    Command("tips", "help", "Xem lại &lời nhắc"),
    Command("about", "help", "&Giới thiệu"),
)
