"""The menu Báo cáo / Số liệu."""

from tttt_desktop.ui.menus.command import Command

FIGURES = (
    Command(
        "open_figure",
        "report/figures",
        "&Mở bài tại câu này",
        reader_keys="Enter",
        needs=("figures", "figure"),
        icon="open",
    ),
    Command(
        "copy_figures",
        "report/figures",
        "&Sao chép số liệu đang chọn",
        reader_keys="Ctrl+C",
        needs=("figures", "figure"),
        icon="copy",
        ends_group=True,
    ),
    Command(
        "edit_figure",
        "report/figures",
        "Sử&a ô đang chọn",
        reader_keys="F2",
        needs=("figures", "figure", "writable"),
        icon="edit",
    ),
    Command(
        "rename_figures",
        "report/figures",
        "Đặt tên &chỉ tiêu cho các dòng đang chọn",
        needs=("figures", "figure", "writable"),
        ends_group=True,
    ),
    Command(
        "only_indicator",
        "report/figures",
        "Chỉ hiện chỉ &tiêu này",
        needs=("figures", "figure"),
    ),
    Command(
        "save_chart",
        "report/figures",
        "&Lưu biểu đồ thành hình…",
        needs=("figures", "series"),
    ),
)
