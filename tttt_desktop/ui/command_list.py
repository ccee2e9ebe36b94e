"""Every command of the program as data: its place in the menus, its label, its keys, and what it needs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `keys` work in the whole window; `reader_keys` only in the text, so they are merely shown."""

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    reader_keys: str = ""
    needs: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    group: str = ""  # of mutually exclusive checkable commands
    ends_group: bool = False  # a separator follows in the menu


MENUS = (
    ("file", "&Tệp"),
    ("file/recent", "Mở &gần đây"),
    ("edit", "&Sửa"),
    ("view", "&Xem"),
    ("view/size", "&Cỡ chữ"),
    ("view/theme", "&Giao diện"),
    ("mark", "Đánh &dấu"),
    ("report", "&Báo cáo"),
    ("help", "Trợ &giúp"),
)

COMMANDS = (
    Command("new", "file", "Hồ sơ &mới…", ("Ctrl+N",)),
    Command("open", "file", "Mở &hồ sơ…", ("Ctrl+Shift+O",), icon="folder"),
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
    Command("quit", "file", "&Thoát", ("Ctrl+Q",)),
    Command("undo", "edit", "&Hoàn tác", ("Ctrl+Z",), needs=("undo",), icon="undo"),
    Command(
        "redo",
        "edit",
        "&Làm lại",
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        needs=("redo",),
        icon="redo",
    ),
    Command(
        "history",
        "edit",
        "Lịch &sử thay đổi…",
        ("Ctrl+H",),
        needs=("dossier",),
        icon="clock",
        ends_group=True,
    ),
    Command("find", "edit", "&Tìm kiếm", ("Ctrl+F",), needs=("articles",), icon="search"),
    Command("find_next", "edit", "Tìm t&iếp", ("F3",), needs=("query",)),
    Command("find_previous", "edit", "Tìm &ngược", ("Shift+F3",), needs=("query",)),
    Command("filter", "edit", "L&ọc…", needs=("articles",), icon="filter", ends_group=True),
    Command(
        "article_details",
        "edit",
        "Thôn&g tin bài viết…",
        ("Ctrl+I",),
        needs=("article", "writable"),
    ),
    Command("remove_article", "edit", "&Xoá bài viết", needs=("article", "writable")),
    Command("bin", "edit", "&Bài đã xoá…", ("Ctrl+Shift+H",), needs=("dossier",), ends_group=True),
    Command(
        "bring_learned",
        "edit",
        "&Mang những gì đã học từ hồ sơ khác…",
        needs=("dossier", "writable"),
    ),
    Command(
        "forget_learned",
        "edit",
        "&Quên những gì đã học",
        needs=("dossier", "writable"),
        ends_group=True,
    ),
    Command("palette", "edit", "Bảng l&ệnh…", ("Ctrl+K",)),
    Command(
        "view_reading",
        "view",
        "Đọc &và đánh dấu",
        ("Ctrl+1",),
        needs=("articles",),
        checkable=True,
        group="view",
        ends_group=True,
    ),
    Command("list", "view", "&Danh sách bài", ("Ctrl+B",), needs=("articles",), checkable=True),
    Command("cards", "view", "&Thẻ đánh dấu", ("Ctrl+M",), needs=("articles",), checkable=True),
    Command("next_pane", "view", "&Khung tiếp theo", ("F6",), needs=("articles",)),
    Command(
        "previous_pane", "view", "Khung t&rước", ("Shift+F6",), needs=("articles",), ends_group=True
    ),
    Command("zoom_in", "view/size", "&Lớn hơn", ("Ctrl+=", "Ctrl++")),
    Command("zoom_out", "view/size", "&Nhỏ hơn", ("Ctrl+-",)),
    Command("zoom_reset", "view/size", "&Bình thường (100 %)", ("Ctrl+0",)),
    Command("theme_system", "view/theme", "Theo &Windows", checkable=True, group="theme"),
    Command("theme_light", "view/theme", "&Sáng", checkable=True, group="theme"),
    Command("theme_dark", "view/theme", "&Tối", checkable=True, group="theme"),
    Command("full_screen", "view", "Toàn &màn hình", ("F11",), checkable=True),
    Command(
        "mark_achievement",
        "mark",
        "&Kết quả",
        reader_keys="1",
        needs=("article", "writable"),
        icon="achievement",
    ),
    Command(
        "mark_shortcoming",
        "mark",
        "&Tồn tại",
        reader_keys="2",
        needs=("article", "writable"),
        icon="shortcoming",
    ),
    Command(
        "mark_task",
        "mark",
        "N&hiệm vụ",
        reader_keys="3",
        needs=("article", "writable"),
        icon="task",
    ),
    Command(
        "mark_cause",
        "mark",
        "Ng&uyên nhân",
        reader_keys="4",
        needs=("article", "writable"),
        ends_group=True,
    ),
    Command("accept", "mark", "&Nhận gợi ý", reader_keys="Enter", needs=("suggestion", "writable")),
    Command("decline", "mark", "&Bỏ gợi ý", reader_keys="Delete", needs=("suggestion", "writable")),
    Command("why", "mark", "Vì &sao có gợi ý này", reader_keys="F7", needs=("suggestion",)),
    Command(
        "split",
        "mark",
        "Tá&ch theo dấu chấm phẩy",
        ("Ctrl+T",),
        needs=("annotation", "writable"),
        icon="split",
    ),
    Command(
        "merge_mark",
        "mark",
        "&Gộp với thẻ trước",
        ("Ctrl+G",),
        needs=("annotation", "writable"),
        icon="merge",
    ),
    Command(
        "accept_all",
        "mark",
        "Nhận t&ất cả gợi ý của bài",
        needs=("suggestions", "writable"),
        ends_group=True,
    ),
    Command("edit_fields", "mark", "Sửa ô th&ông tin", ("F2",), needs=("annotation", "writable")),
    Command(
        "statement", "mark", "&Viết lại cho báo cáo", ("F4",), needs=("annotation", "writable")
    ),
    Command(
        "copy_source",
        "mark",
        "Sao ché&p kèm nguồn",
        ("Ctrl+Shift+C",),
        needs=("article",),
        icon="copy",
    ),
    Command("fields", "mark", "&Lĩnh vực…", needs=("dossier", "writable"), ends_group=True),
    Command(
        "remove_mark",
        "mark",
        "&Xoá đánh dấu",
        reader_keys="Delete",
        needs=("annotation", "writable"),
        ends_group=True,
    ),
    Command(
        "done",
        "mark",
        "Xong, b&ài tiếp",
        ("Ctrl+Enter", "Ctrl+Return"),
        needs=("article", "writable"),
    ),
    Command("next_article", "mark", "Bài t&iếp theo", ("Alt+Down",), needs=("article",)),
    Command("previous_article", "mark", "Bài t&rước", ("Alt+Up",), needs=("article",)),
    Command("report", "report", "&Lập báo cáo Word…", ("F9",), needs=("marks",), icon="report"),
    Command("export_tables", "report", "&Xuất Excel (CSV)…", needs=("marks",), ends_group=True),
    Command("office", "report", "Thông tin &cơ quan…", needs=("dossier", "writable")),
    Command("guide", "help", "&Hướng dẫn nhanh"),
    Command("keys", "help", "Bảng &phím tắt", ("F1",)),
    Command("tips", "help", "Xem lại &lời nhắc"),
    Command("about", "help", "&Giới thiệu"),
)

WHY_NOT = {
    "dossier": "Chưa mở hồ sơ nào.",
    "idle": "Đang nhập bài viết, hãy chờ hoặc bấm Dừng.",
    "articles": "Hồ sơ chưa có bài viết nào.",
    "article": "Chưa chọn bài viết.",
    "writable": "Hồ sơ đang mở chỉ đọc.",
    "suggestion": "Con trỏ không đứng ở gợi ý nào.",
    "suggestions": "Bài này không còn gợi ý.",
    "annotation": "Con trỏ không đứng ở đánh dấu nào.",
    "marks": "Chưa có đánh dấu nào để đưa vào báo cáo.",
    "undo": "Chưa có gì để hoàn tác.",
    "redo": "Không có gì để làm lại.",
    "query": "Chưa gõ từ cần tìm.",
}
