"""The menu Báo cáo."""

from tttt_desktop.ui.menus.command import Command

REPORT = (
    Command("report", "report", "&Lập báo cáo Word…", ("F9",), needs=("marks",), icon="report"),
    Command("proofread", "report", "S&oát câu chữ…", ("F8",), needs=("marks",)),
    Command("preview", "report", "Xem &trước", ("Shift+F9",), needs=("marks",), ends_group=True),
    Command("export_tables", "report", "&Xuất Excel (CSV)…", needs=("marks",)),
    Command("export_chosen", "report", "Xuất &bài đang chọn…", needs=("article",)),
    Command("export_qda", "report", "Xuất dự án &REFI-QDA (.qdpx)…", needs=("articles",)),
    Command(
        "export_tasks",
        "report",
        "Xuất bảng &nhiệm vụ đang xem…",
        needs=("following", "tasks"),
    ),
    Command(
        "export_calendar",
        "report",
        "Xuất lịc&h (.ics)…",
        needs=("following", "deadlines"),
    ),
    Command(
        "export_all",
        "report",
        "Xuất toàn bộ dữ liệu (&JSON)…",
        needs=("articles",),
        ends_group=True,
    ),
    Command("made_reports", "report", "Các báo cáo đã lậ&p…", needs=("dossier",), icon="clock"),
    Command("used_reports", "report", "Báo cáo đã &dùng câu này…", needs=("mark",)),
    Command(
        "read_back",
        "report",
        "Đọc lạ&i báo cáo từ Word…",
        needs=("dossier",),
    ),
    Command("check_file", "report", "&Kiểm tra một tệp Word…", ends_group=True),
    Command("office", "report", "Thông tin &cơ quan…", needs=("dossier", "writable")),
    Command("own_templates", "report", "&Mẫu báo cáo…", needs=("dossier", "writable")),
)
