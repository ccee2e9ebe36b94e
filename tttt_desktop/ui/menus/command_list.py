"""All commands in the order of the menus, the menus, and why a command cannot be had now."""

from tttt_desktop.ui.menus.edit import EDIT
from tttt_desktop.ui.menus.figures import FIGURES
from tttt_desktop.ui.menus.file import FILE
from tttt_desktop.ui.menus.help import HELP
from tttt_desktop.ui.menus.lines import LINES
from tttt_desktop.ui.menus.mark import MARK
from tttt_desktop.ui.menus.report import REPORT
from tttt_desktop.ui.menus.tasks import TASKS
from tttt_desktop.ui.menus.view import VIEW

MENUS = (
    ("file", "&Tệp"),
    ("file/recent", "Mở &gần đây"),
    ("edit", "&Sửa"),
    ("edit/state", "T&rạng thái của bài"),
    ("view", "&Xem"),
    ("view/order", "&Sắp danh sách"),
    ("view/size", "&Cỡ chữ"),
    ("view/theme", "&Giao diện"),
    ("mark", "Đánh &dấu"),
    ("mark/lines", "Tổng hợ&p"),
    ("mark/tasks", "The&o dõi nhiệm vụ"),
    ("report", "&Báo cáo"),
    ("report/figures", "&Số liệu"),
    ("help", "Trợ &giúp"),
)

# Menus whose labels, such as "Tối", say too little where the name of the menu does not stand beside them.
CHOICES = ("edit/state", "view/order", "view/size", "view/theme")

COMMANDS = (*FILE, *EDIT, *VIEW, *MARK, *LINES, *TASKS, *REPORT, *FIGURES, *HELP)

WHY_NOT = {
    "dossier": "Chưa mở hồ sơ nào.",
    "idle": "Đang nhập bài viết, hãy chờ hoặc bấm Dừng.",
    "articles": "Hồ sơ chưa có bài viết nào.",
    "article": "Chưa chọn bài viết.",
    "writable": "Hồ sơ đang mở chỉ đọc.",
    "suggestion": "Con trỏ không đứng ở gợi ý nào.",
    "suggestions": "Bài này không còn gợi ý.",
    "lost": "Không có đánh dấu mất chỗ nào đang được chọn.",
    "corrected": "Nội dung bài này chưa được sửa lần nào.",
    "annotation": "Con trỏ không đứng ở đánh dấu nào.",
    "mark": "Chưa chọn câu nào đã đánh dấu.",
    "marks": "Chưa có đánh dấu nào để đưa vào báo cáo.",
    "consolidation": "Chỉ dùng ở Tổng hợp (Ctrl+2).",
    "line": "Chưa chọn dòng nào.",
    "lines": "Chưa có dòng nào để tổng hợp.",
    "several_lines": "Hãy chọn ít nhất hai dòng (Ctrl+bấm chuột hoặc Shift+↓).",
    "merged_line": "Dòng đang chọn không phải dòng gộp.",
    "ordered_line": "Chưa chọn dòng nào để chuyển.",
    "figures": "Chỉ dùng ở Số liệu (Ctrl+4).",
    "figure": "Chưa chọn số liệu nào.",
    "series": "Chỉ tiêu này chưa có số của hai năm để vẽ.",
    "group": "Con trỏ không đứng ở nhóm có thể trùng nào.",
    "groups": "Chưa thấy nhóm nào có thể trùng.",
    "following": "Chỉ dùng ở Theo dõi nhiệm vụ (Ctrl+3).",
    "tasks": "Không có nhiệm vụ nào đang hiện.",
    "deadlines": "Không có nhiệm vụ nào chưa xong mà có thời hạn rõ ngày.",
    "task": "Chưa chọn nhiệm vụ nào.",
    "match": "Nhiệm vụ đang chọn không có gợi ý đối chiếu.",
    "matches": "Không còn gợi ý đối chiếu nào.",
    "evidence": "Nhiệm vụ đang chọn chưa có câu đối chiếu.",
    "open_task": "Chỉ chuyển được nhiệm vụ chưa xong và chưa chuyển.",
    "carried_task": "Nhiệm vụ đang chọn không phải chuyển từ năm trước.",
    "undo": "Chưa có gì để hoàn tác.",
    "redo": "Không có gì để làm lại.",
    "query": "Chưa gõ từ cần tìm.",
    "filtered": "Danh sách chưa lọc theo gì.",
}
