"""The menu Tệp."""

from tttt_desktop.ui.menus.command import Command

FILE = (
    Command("new", "file", "Hồ sơ &mới…", ("Ctrl+N",)),
    Command(
        "open", "file", "Mở &hồ sơ…", ("Ctrl+Shift+O",), icon="folder", then_menu="file/recent"
    ),
    Command("sample", "file", "Mở hồ sơ mẫ&u", ends_group=True),
    Command("import", "file", "&Nhập bài viết…", ("Ctrl+O",), needs=("idle",), icon="import"),
    Command("import_folder", "file", "Nhập &cả thư mục…", needs=("idle",)),
    Command(
        "paste",
        "file",
        "&Dán bài viết",
        ("Ctrl+V",),
        needs=("idle",),
        icon="paste",
        ends_group=True,
    ),
    Command("save", "file", "&Lưu", ("Ctrl+S",), needs=("dossier",)),
    Command("backup", "file", "&Sao lưu hồ sơ…", needs=("dossier",), ends_group=True),
    Command("print", "file", "&In…", ("Ctrl+P",), needs=("marks",), ends_group=True),
    Command("quit", "file", "&Thoát", ("Ctrl+Q",)),
)
